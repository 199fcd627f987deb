import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { entities } from '../schema/entities.ts'

/** How many rows each kind of node has, by table name. */
export function countEntities(database: Database): Record<string, number> {
  return Object.fromEntries(
    entities.map(({ table }) => {
      const [row] = database.all<{ count: number }>(sql`select count(*) as count from ${table}`)
      return [getTableName(table), row?.count ?? 0]
    }),
  )
}

/** The tables of each kind of node. */
export function entityTables(): string[] {
  return entities.map(({ table }) => getTableName(table))
}
