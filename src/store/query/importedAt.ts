import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import type { Entity } from '../schema/entities.ts'
import { imported } from '../schema/imported.ts'

/** When what each of the rows stands for came into the graph (ISO 8601, UTC), in their order; null if nothing was recorded. */
export function readImportedAt(database: Database, entity: Entity, ids: readonly number[]): (string | null)[] {
  const query = database.once(`imported ${getTableName(entity.table)}`, () => {
    const at = imported.get(entity)?.at(column => sql`one.${sql.identifier(column)}`) ?? sql`null`
    return madeQuery(sql`
      select ${at} as at from json_each(${sql.placeholder('ids')}) asked
      left join ${entity.table} one on one.id = asked.value order by asked.key`)
  })
  return database.rows<{ readonly at: string | null }>(query, { ids: JSON.stringify(ids) }).map(({ at }) => at)
}
