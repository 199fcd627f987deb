import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import type { Entity } from '../schema/entities.ts'

/** How many rows of each entity a graph may hold, looked up once: no list has more. A graph grows, so that one serves one request. */
export class RowsHeld {
  readonly #database: Database
  readonly #known = new Map<Entity, number>()

  constructor(database: Database) {
    this.#database = database
  }

  /** See `rowsAtMost`. An operation that is refused is weighed with many sizes of its pages. */
  most(entity: Entity): number {
    const known = this.#known.get(entity)
    if (known !== undefined) return known
    const most = rowsAtMost(this.#database, entity)
    this.#known.set(entity, most)
    return most
  }
}

/** At least as many rows as there are: the greatest row id, which is known at once however many they are. */
export function rowsAtMost(database: Database, { table }: Entity): number {
  const query = database.once(`greatest row of ${getTableName(table)}`, () =>
    madeQuery(sql`select coalesce(max(${table.id}), 0) as most from ${table}`),
  )
  const [found] = database.rows<{ most: number }>(query, {})
  return found?.most ?? 0
}
