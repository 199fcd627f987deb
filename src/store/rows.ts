import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { madeQuery, type Query } from './database.ts'
import { sql } from './drizzle.ts'
import type { Entity } from './entities.ts'

/** The query for the rows whose column `key` is one of `keys`, a JSON array: whole, or the columns given. */
export function rowsQuery({ table }: Entity, key: SQLiteColumn, columns?: readonly string[]): Query {
  return madeQuery(
    sql`select ${cells(table, columns)} from ${table} where ${key} in (select value from json_each(${sql.placeholder('keys')}))`,
  )
}

/** The query for the one row whose column `key` is `value`. */
export function rowQuery({ table }: Entity, key: SQLiteColumn, columns: readonly string[]): Query {
  return madeQuery(sql`select ${cells(table, columns)} from ${table} where ${key} = ${sql.placeholder('value')}`)
}

function cells(table: Entity['table'], columns: readonly string[] | undefined) {
  if (columns === undefined) return sql`${table}.*`
  return sql.join(
    columns.map(column => sql.identifier(column)),
    sql`, `,
  )
}
