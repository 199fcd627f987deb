import { aliasedTable, type SQL, sql } from 'drizzle-orm'
import type { EntityTable } from '../entities.ts'
import { name } from '../filter.ts'
import type { List, Parent } from '../page.ts'
import { chosenDimensions, type Group, type Grouping, type Place, placesOf } from './grouping.ts'

/**
 * The list of a group's rows: those of the counted list, under its filter, with the group's keys.
 *
 * Its parents are the groups, each as a JSON array of the counted list's parent and the keys, so that the rows of all
 * groups are read at once. Groups that have no key in the same places make one list: whether a key is known decides
 * which index finds the rows.
 */
export function membersOf(list: List, parent: Parent, { filter, groupBy }: Grouping, group: Group): [List, Parent] {
  const { entity, relation, fixed } = list
  const chosen = chosenDimensions(entity, groupBy)
  const unknown = group.keys.map(({ key }) => key === null)
  const where = (parentSql: SQL, row: EntityTable): SQL => {
    const at = (index: number) => sql`(${parentSql} ->> ${sql.raw(`'$[${index}]'`)})`
    let aliases = 0
    const places = placesOf(chosen, row, table => {
      aliases += 1
      return aliasedTable(table, `g${aliases}`)
    })
    const conditions = places.map(place => inPlace(place, row, unknown, index => at(index + 1)))
    return sql.join([...(relation ? [relation.where(at(0), row)] : []), ...conditions], sql` and `)
  }
  const names = groupBy.map((dimension, index) => `${dimension}${unknown[index] ? '?' : ''}`).join(' ')
  return [
    {
      entity,
      relation: { name: `${relation?.name ?? ''} by ${names}`, target: entity, where },
      fixed: { and: [fixed ?? {}, filter ?? {}] },
    },
    JSON.stringify([parent, ...group.keys.map(({ key }) => key)]),
  ]
}

/** That the keys that are read in one place are the group's. */
function inPlace(
  { annotations, row, at }: Place,
  counted: EntityTable,
  unknown: readonly boolean[],
  value: (index: number) => SQL,
): SQL {
  const same = at.map(({ index, dimension }) =>
    unknown[index] ? sql`${dimension.key(row)} is null` : dimension.is(row, value(index)),
  )
  if (annotations === null) return sql.join(same, sql` and `)
  const from = sql`from ${annotations.table} ${name(row)}`
  if (at.every(({ index }) => unknown[index])) {
    const known = at.map(({ dimension }) => sql`${dimension.key(row)} is not null`)
    return sql`not exists (select 1 ${from} where ${annotations.owner(row)} = ${counted.id} and (${sql.join(known, sql` or `)}))`
  }
  return sql`${counted.id} in (select ${annotations.owner(row)} ${from} where ${sql.join(same, sql` and `)})`
}
