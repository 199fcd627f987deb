import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type ValueOf, type Vocabulary, valuesOf } from '../../model/vocabulary.ts'
import { check, index, integer, sql, text, uniqueIndex } from '../engine/drizzle.ts'

/** The row id: an engine detail that is never shown; the stable public name of a row is its `slug`. */
export const id = () => integer().primaryKey()

/** The stable, deterministic public name of a row: from what a curator typed or from the content, never a counter. */
export const slugColumn = () => text().notNull().unique()

/**
 * The slug of what stands in a statement. It begins with the statement's slug and a slash, and is found through the statement:
 * an index of them would be a twentieth of the database. Where a source names it otherwise, `namedApart` is 1, and an index holds it.
 */
export const slugOfPart = () => ({ slug: text().notNull(), namedApart: integer() })

/** The index of the slugs that are not found through a statement. */
export function namedApart(name: string, slug: AnySQLiteColumn, isApart: AnySQLiteColumn) {
  return uniqueIndex(name).on(slug).where(sql`${isApart} = 1`)
}

/** A column that holds a value of a closed vocabulary; `oneOf` adds the CHECK that enforces it. */
export const term = <V extends Vocabulary>(vocabulary: V) => text({ enum: valuesOf(vocabulary) }).$type<ValueOf<V>>()

/**
 * CHECK: the column is null or a value of the vocabulary. Not by `in`, for which SQLite makes a table of the values with each
 * row that is inserted: half of what the row takes.
 */
export function oneOf(name: string, column: AnySQLiteColumn, vocabulary: Vocabulary) {
  const values = valuesOf(vocabulary).map(value => sql`${column} = ${sql.raw(`'${value}'`)}`)
  return check(name, sql.join(values, sql` or `))
}

/** CHECK: if both ends are known, the first does not come after the second. Null is an end that is not known. */
export function ordered(name: string, from: AnySQLiteColumn, to: AnySQLiteColumn) {
  return check(name, sql`${from} is null or ${to} is null or ${from} <= ${to}`)
}

/** CHECK: what a curator concluded carries the reason for it, and nothing else does. */
export function reasoned(name: string, basis: AnySQLiteColumn, reason: AnySQLiteColumn): ReturnType<typeof check> {
  return check(name, sql`(${basis} is 'INFERRED') = (${reason} is not null)`)
}

/** CHECK: what a rule read carries the rule, and nothing else does. */
export function ruled(name: string, basis: AnySQLiteColumn, rule: AnySQLiteColumn): ReturnType<typeof check> {
  return check(name, sql`(${basis} is 'AUTOMATIC') = (${rule} is not null)`)
}

/** The index of a column that is null in most rows: it holds the others alone. */
export function sparse(name: string, column: AnySQLiteColumn, ...more: AnySQLiteColumn[]) {
  return index(name)
    .on(column, ...more)
    .where(sql`${column} is not null`)
}
