import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { datasets } from '../tables/datasets.ts'

/** The datasets that the graph holds, by name. */
export function datasetsOf(database: Database): (typeof datasets.$inferSelect)[] {
  return database.all(sql`select * from ${datasets} order by ${datasets.name}, ${datasets.id}`)
}
