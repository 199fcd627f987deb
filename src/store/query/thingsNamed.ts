import { foldText } from '../../model/foldText.ts'
import { nearestWords } from '../../model/nearest.ts'
import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { agent, claim, coder, dataset, document, type Entity, figure, referent } from '../schema/entities.ts'
import { agentNames } from '../tables/agents.ts'
import { namesLike } from './names.ts'
import { folded } from './textComparison.ts'

/** A thing as people tell it from others. */
export interface NamedThing {
  readonly slug: string
  readonly name: string | null
}

/** The column that names the rows of an entity to people; what has none is known by its slug alone. */
const nameColumns: ReadonlyMap<Entity, string> = new Map<Entity, string>([
  [agent, 'name'],
  [document, 'title'],
  [claim, 'text'],
  [figure, 'label'],
  [referent, 'label'],
  [dataset, 'name'],
  [coder, 'name'],
])

/** As many are offered where a name fits several, or none. */
const mostOffered = 10
const mostMeant = 3

/** What has that name, whatever its case and accents; of people and organizations, their other names count. */
export function thingsNamed(database: Database, entity: Entity, name: string): NamedThing[] {
  const column = nameColumns.get(entity)
  if (column === undefined) return []
  const { cell, table } = namesOf(entity, column)
  const otherwise =
    entity === agent
      ? sql` or t.id in (select o.agentId from ${agentNames} o where ${folded(sql`o.name`)} = ${foldText(name)})`
      : sql``
  return database.all<NamedThing>(sql`
    select t.slug, ${cell} as name from ${table} t where ${folded(cell)} = ${foldText(name)}${otherwise}
    order by t.id limit ${mostOffered}`)
}

/** The few whose name or slug is spelt much like what was typed, the nearest first. */
export function thingsLike(database: Database, entity: Entity, typed: string): NamedThing[] {
  const column = nameColumns.get(entity)
  const slugs = nearestWords(typed, namesLike(database, { entity, column: 'slug' }, typed), mostMeant)
  if (column === undefined) return slugs.map(slug => ({ slug, name: null }))
  const names = nearestWords(typed, namesLike(database, { entity, column }, typed), mostMeant)
  const { cell, table } = namesOf(entity, column)
  return database.all<NamedThing>(sql`
    select t.slug, ${cell} as name from ${table} t
    where t.slug in (${eachOf(slugs)})
      or ${cell} in (${eachOf(names)})
    order by t.id limit ${mostMeant}`)
}

/** What may be meant by words that nothing has, of everything that is known to people by a name. */
export function namedLike(database: Database, typed: string): NamedThing[] {
  return [agent, referent, document, dataset].flatMap(entity => thingsLike(database, entity, typed)).slice(0, mostMeant)
}

function namesOf(entity: Entity, column: string) {
  return { cell: sql`t.${sql.identifier(column)}`, table: sql.identifier(getTableName(entity.table)) }
}
