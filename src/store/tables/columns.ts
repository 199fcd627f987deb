import type { SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type ValueOf, type Vocabulary, valuesOf } from '../../model/vocabulary.ts'
import { check, integer, sql, text } from '../engine/drizzle.ts'

/** The row id: an engine detail that is never shown; the stable public name of a row is its `slug`. */
export const id = () => integer().primaryKey()

/** The stable, deterministic public name of a row: from what a curator typed or from the content, never a counter. */
export const slug = () => text().notNull().unique()

/** A column that holds a value of a closed vocabulary; `oneOf` adds the CHECK that enforces it. */
export const term = <V extends Vocabulary>(vocabulary: V) => text({ enum: valuesOf(vocabulary) }).$type<ValueOf<V>>()

/** CHECK: the column is null or a value of the vocabulary. */
export function oneOf(name: string, column: AnySQLiteColumn, vocabulary: Vocabulary) {
  const values = valuesOf(vocabulary).map(value => `'${value}'`)
  return check(name, sql`${column} in (${sql.raw(values.join(', '))})`)
}

/** CHECK: if both ends are known, the first does not come after the second. Null is an end that is not known. */
export function ordered(name: string, from: AnySQLiteColumn, to: AnySQLiteColumn) {
  return check(name, sql`${from} is null or ${to} is null or ${from} <= ${to}`)
}

/** CHECK: what is concluded rather than stated carries the reason for it, and what is stated carries none. */
export function reasoned(name: string, basis: AnySQLiteColumn, reason: AnySQLiteColumn): ReturnType<typeof check> {
  const stated: SQL = sql`${basis} = 'STATED'`
  return check(name, sql`(${stated}) = (${reason} is null)`)
}
