import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import type { Entity } from '../schema/entities.ts'

/** How many rows of each entity a graph may hold: no list has more. */
export class RowsHeld {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** At least as many as there are: the greatest row id, which is known at once however many they are. */
  most({ table }: Entity): number {
    const query = this.#database.once(`greatest row of ${getTableName(table)}`, () =>
      madeQuery(sql`select coalesce(max(${table.id}), 0) as most from ${table}`),
    )
    const [found] = this.#database.rows<{ most: number }>(query, {})
    return found?.most ?? 0
  }
}
