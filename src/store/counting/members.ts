import type { SQL } from 'drizzle-orm'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { name } from '../query/filter.ts'
import type { List } from '../query/page.ts'
import type { Entity, EntityTable } from '../schema/entities.ts'
import type { Together } from '../schema/relations.ts'
import {
  chosenDimensions,
  type DimensionSource,
  dimensionSources,
  type Group,
  type Grouping,
  quotes,
} from './grouping.ts'

/**
 * The list of a group's rows: those of an entity that meet the filter and have the group's keys; with its parent.
 *
 * The parents of the list are groups, each the JSON array of its keys, so that the rows of all groups are read at once.
 * Groups whose keys are unknown in the same places make one list: whether a key is known decides how its rows are found.
 */
export function membersOf(entity: Entity, { filter, groupBy, wording }: Grouping, { keys }: Group): [List, string] {
  const chosen = chosenDimensions(entity, groupBy)
  const known = keys.map(({ key }) => key !== null)
  const placesOf = (row: EntityTable) => {
    let aliases = 0
    return dimensionSources(chosen, row, table => {
      aliases += 1
      return aliasedTable(table, `g${aliases}`)
    })
  }
  const where = (parent: SQL, row: EntityTable): SQL => {
    const places = placesOf(row)
    const value = (index: number) => sql`(${parent} ->> ${sql.raw(`'$[${index}]'`)})`
    return sql.join(conditions(places, row, known, value, wording), sql` and `)
  }
  const names = groupBy.map((dimension, index) => (known[index] ? dimension : `no ${dimension}`)).join(', ')
  return [
    {
      entity,
      relation: {
        name: `by ${names}${wording === undefined ? '' : ` in ${wording.join(', ')}`}`,
        target: entity,
        where,
        together: togetherBy(placesOf, entity.table, known, wording),
      },
      fixed: filter ?? {},
    },
    JSON.stringify(keys.map(({ key }) => key)),
  ]
}

/**
 * One walk for groups whose rows an own column finds and annotations tell apart, such as speakers and their terms: a walk for each
 * would go through all of a speaker's statements as often as there are terms.
 */
function togetherBy(
  placesOf: (row: EntityTable) => readonly DimensionSource[],
  table: EntityTable,
  known: readonly boolean[],
  wording: Grouping['wording'],
): Together | undefined {
  const isJoined = ({ annotations, at }: DimensionSource) =>
    annotations !== null && at.some(({ index }) => known[index])
  const own = placesOf(table).find(({ annotations }) => annotations === null)
  const column = own?.at.find(({ index, dimension }) => known[index] && dimension.reach === undefined)
  if (column === undefined || !placesOf(table).some(isJoined)) return undefined
  const item = (index: number) => sql.raw(`asked.v${index}`)
  return {
    items: known.length,
    joins: row => {
      const places = placesOf(row).filter(place => place.annotations === null || isJoined(place))
      const tables = places.map(place => {
        const { annotations } = place
        if (annotations === null) return sql``
        return sql`cross join ${annotations.table} ${name(place.row)} on ${annotations.owner(place.row)} = ${row.id}${quotes(place, wording)} `
      })
      const keys = places.flatMap(place =>
        place.at.map(({ index, dimension }) => {
          const key = dimension.key(place.row)
          return known[index] ? sql`${key} = ${item(index)}` : sql`+${key} is null`
        }),
      )
      return sql`${sql.join(tables)}cross join asked on ${sql.join(keys, sql` and `)}`
    },
    where: row => {
      const absent = placesOf(row).filter(place => place.annotations !== null && !isJoined(place))
      const found = sql`${column.dimension.key(row)} in (select ${item(column.index)} from asked)`
      return sql.join([found, ...absent.map(place => lacks(place, row, wording))], sql` and `)
    },
  }
}

/** That a row has none of the annotations of a place which have a key. */
function lacks(place: DimensionSource, counted: EntityTable, wording: Grouping['wording']): SQL {
  const { annotations, row, at } = place
  if (annotations === null) throw new Error('only annotations can be lacking')
  const some = at.map(({ dimension }) => sql`+${dimension.key(row)} is not null`)
  return sql`not exists (select 1 from ${annotations.table} ${name(row)}
    where ${annotations.owner(row)} = ${counted.id}${quotes(place, wording)} and (${sql.join(some, sql` or `)}))`
}

/**
 * That each key is the group's.
 *
 * The rows are found by their own columns if a known key is one, or else by the first known key that an index reaches in
 * another way. All other keys are looked up row by row, under a unary plus, which keeps SQLite from their indexes: what
 * a key reaches would be listed anew for each row.
 */
function conditions(
  places: readonly DimensionSource[],
  counted: EntityTable,
  known: readonly boolean[],
  value: (index: number) => SQL,
  wording: Grouping['wording'],
): SQL[] {
  const own = places.filter(({ annotations }) => annotations === null).flatMap(({ at }) => at)
  let found = own.some(({ index, dimension }) => known[index] && dimension.reach === undefined)

  const ofRow = own.map(({ index, dimension }) => {
    if (!known[index]) return sql`${sql.raw(known.includes(true) ? '+' : '')}${dimension.key(counted)} is null`
    if (found || dimension.reach === undefined) return sql`${dimension.key(counted)} = ${value(index)}`
    found = true
    return dimension.reach(counted, value(index))
  })

  const ofAnnotations = places.flatMap(({ annotations, row, at }) => {
    if (annotations === null) return []
    const from = sql`from ${annotations.table} ${name(row)}`
    const quoted = quotes({ annotations, row }, wording)
    const belonging = sql`${from} where ${annotations.owner(row)} = ${counted.id}${quoted}`
    if (!at.some(({ index }) => known[index])) return [lacks({ annotations, row, at }, counted, wording)]
    const same = at.map(({ index, dimension }) => {
      if (!known[index]) return sql`+${dimension.key(row)} is null`
      if (found) return sql`+${dimension.key(row)} = ${value(index)}`
      return dimension.reach?.(row, value(index)) ?? sql`${dimension.key(row)} = ${value(index)}`
    })
    const all = sql.join(same, sql` and `)
    if (found) return [sql`exists (select 1 ${belonging} and ${all})`]
    found = true
    return [sql`${counted.id} in (select ${annotations.owner(row)} ${from} where ${all}${quoted})`]
  })
  return [...ofRow, ...ofAnnotations]
}
