import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beginsWith } from '../engine/beginsWith.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { stances } from '../tables/claims.ts'
import { figureMentions } from '../tables/figures.ts'
import { mentions } from '../tables/mentions.ts'
import { termUses } from '../tables/referents.ts'

const parts: readonly SQLiteTable[] = [mentions, stances, figureMentions, termUses]
/** The names of the tables of what stands in a statement and is found by its slug through it, as no index holds these slugs. */
export const partNames: readonly string[] = parts.map(getTableName)

/** Whether a table is one of those. */
export function isPart(table: SQLiteTable): boolean {
  return parts.includes(table)
}

/** The query for the row ids under a slug, an expression of SQL: a part's begins with its statement's, unless it is named apart. */
export function idsNamed(table: string, slug: string): string {
  if (!partNames.includes(table)) return `select id from "${table}" where slug = ${slug}`
  return `select part.id from json_each(slug_beginnings(${slug})) beginning
      cross join statements around on around.slug = beginning.value
      cross join "${table}" part on part.statementId = around.id where part.slug = ${slug}
    union all select part.id from "${table}" part where part.slug = ${slug} and part.namedApart = 1`
}

/** Whether a row of a table of parts has that slug. */
export function isPartNamed(table: SQLiteTable) {
  const aroundSlugs = idsNamed(getTableName(table), HERE)
    .split(HERE)
    .map(text => sql.raw(text))
  return (row: { readonly id: SQLiteColumn }, slug: SQL): SQL => sql`${row.id} in (${sql.join(aroundSlugs, slug)})`
}

const HERE = ':here:'

/** The slugs of a table of parts that begin like a name: those of statements that do. */
export function partsLike(table: SQLiteTable, start: string, most: number): SQL {
  return sql`select part.slug as name from statements around cross join ${table} part on part.statementId = around.id
    where ${beginsWith(sql`around.slug`, start)} limit ${most}`
}
