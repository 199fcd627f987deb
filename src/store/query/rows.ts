import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sql } from '../engine/drizzle.ts'
import { madeQuery, type Query } from '../engine/query.ts'
import type { Entity } from '../schema/entities.ts'

/** The query for the rows whose column `key` is one of `keys`, a JSON array. */
export function rowsQuery({ table, isNamed }: Entity, key: SQLiteColumn): Query {
  if (key === table.slug) {
    const isAsked = isNamed(table, sql`asked.value`)
    return madeQuery(
      sql`select ${table}.* from json_each(${sql.placeholder('keys')}) asked cross join ${table} on ${isAsked}`,
    )
  }
  return madeQuery(
    sql`select ${table}.* from ${table} where ${key} in (select value from json_each(${sql.placeholder('keys')}))`,
  )
}
