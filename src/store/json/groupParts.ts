import type { SQL } from 'drizzle-orm'
import type { GroupRequest } from '../counting/grouping.ts'
import { addsUp, column, firstGroups, labelledGroups } from '../counting/groups.ts'
import { sql } from '../engine/drizzle.ts'
import type { FilterCompiler } from '../query/filter.ts'
import type { List } from '../query/page.ts'
import type { CallRequest } from './request.ts'
import type { FacetPart, FacetValuePart, GroupKeyPart, GroupPart, GroupsPart } from './selection.ts'
import { type JsonValue, json, listOf, literal, numberOf, objectOf, plain } from './text.ts'
import { idsWalked, isColumn, walkedGroups } from './walkedGroups.ts'

// What is written of the groups that the rows of a list make.

/** What is counted: the rows of a list, under the parent if they belong to one. */
export interface CountedList {
  readonly list: List
  readonly parent: SQL | null
  readonly request: Pick<CallRequest, 'filter' | 'groupBy' | 'minCount' | 'order'>
  /** How many groups are shown at most. */
  readonly limit: SQL
  /** The ids of its rows. */
  readonly ids: (isCounting: boolean) => SQL
  /** The ids of the rows that its filter leaves out, where that is known without what it finds. */
  readonly others: () => SQL | null
}

/** The groups of a list by all the dimensions that are asked for. */
export function groupsOf(
  counted: CountedList,
  parts: readonly (readonly [string, GroupsPart])[],
  filters: FilterCompiler,
): SQL {
  const groupBy = counted.request.groupBy ?? []
  if (!parts.some(([, { kind }]) => kind === 'nodes')) {
    return objectOf(
      parts.map(([field, part]) => [
        field,
        plain(part.kind === 'constant' ? literal(part.text) : sql`(select count(*) from (${counted.ids(true)}))`),
      ]),
    )
  }
  const object = objectOf(
    parts.map(([field, part]): [string, JsonValue] => {
      if (part.kind === 'constant') return [field, plain(literal(part.text))]
      if (part.kind === 'countedTotal') return [field, plain(sql`(select n from total)`)]
      const group = objectOf(part.parts.map(([name, each]) => [name, groupPart(each, groupBy)]))
      return [field, json(listOf(group, shown(counted)))]
    }),
  )
  return withGroups(counted, filters, object)
}

/** The facets of a list: the groups by each of the dimensions that are asked for. */
export function facetsOf(
  counted: CountedList,
  parts: readonly (readonly [string, FacetPart])[],
  filters: FilterCompiler,
): SQL {
  const { list, parent, request } = counted
  const groupBy = request.groupBy ?? []
  // All rows of a table are counted by an index, if there is one.
  const isPart = parent !== null || Boolean(request.filter)
  const others = isPart && groupBy.every(dimension => isColumn(list.entity, dimension)) ? counted.others() : null
  const facets = groupBy.map(dimension => {
    const facet = { ...counted, request: { ...request, groupBy: [dimension] } }
    const object = objectOf(parts.map(([field, part]) => [field, facetPart(part, dimension, facet)]))
    return withGroups(
      facet,
      filters,
      object,
      isPart ? walkedGroups(list.entity, dimension, filters, others !== null) : null,
    )
  })
  if (facets.length === 0) return literal('[]')
  const all = sql`concat('[', ${sql.join(facets, sql`, ',', `)}, ']')`
  return isPart ? sql`(with ${idsWalked(list.entity, counted.ids(true), others, filters)} select ${all})` : all
}

/** An object made of the groups, which are `counted` and `labelled`, and of `total`, whose `n` is how many rows there are. */
function withGroups(
  { list, parent, request, limit, ids }: CountedList,
  filters: FilterCompiler,
  object: SQL,
  groups: SQL | null = null,
): SQL {
  const grouping = groupingOf(request)
  // The groups' own pass over the rows counts them.
  const total = addsUp(list, grouping) ? sql`(select sum(n) from counted)` : sql`(select count(*) from (${ids(false)}))`
  return sql`(${labelledGroups(list, parent, grouping, filters, limit, groups)},
    total as materialized (select coalesce(${total}, 0) as n) select ${object})`
}

function groupingOf({ filter, groupBy = [], minCount, order }: CountedList['request']): GroupRequest {
  return { filter, groupBy, minCount, order: groupOrder(order) }
}

function shown({ list, request, limit }: CountedList): SQL {
  const first = firstGroups(list, groupingOf(request), limit)
  return sql`(select labelled.*, 1.0 * n / (select n from total) as share from ${first})`
}

function facetPart(part: FacetPart, dimension: string, facet: CountedList): JsonValue {
  switch (part.kind) {
    case 'constant':
      return plain(literal(part.text))
    case 'dimension':
      return plain(literal(dimension))
    case 'valueCount':
      return plain(sql`(select count(*) from counted)`)
    case 'values': {
      const value = objectOf(part.parts.map(([name, each]) => [name, facetValuePart(each, dimension)]))
      return json(listOf(value, shown(facet)))
    }
  }
}

function facetValuePart(part: FacetValuePart, dimension: string): JsonValue {
  return part.kind === 'key' ? json(keyOf(part.parts, dimension, 0)) : groupPart(part, [dimension])
}

/** A part of a group, which is a row of `labelled`. */
function groupPart(part: GroupPart, groupBy: readonly string[]): JsonValue {
  switch (part.kind) {
    case 'constant':
      return plain(literal(part.text))
    case 'count':
      return plain(sql`n`)
    case 'share':
      return plain(numberOf(sql`share`))
    case 'keys': {
      const keys = groupBy.map((dimension, index) => keyOf(part.parts, dimension, index))
      return json(sql`concat('[', ${sql.join(keys, sql`, ',', `)}, ']')`)
    }
  }
}

function keyOf(parts: readonly (readonly [string, GroupKeyPart])[], dimension: string, index: number): SQL {
  return objectOf(
    parts.map(([field, each]): [string, JsonValue] => {
      if (each.kind === 'constant') return [field, plain(literal(each.text))]
      if (each.kind === 'dimension') return [field, plain(literal(dimension))]
      return [field, plain(sql`cast(${column(each.kind, index)} as text)`)]
    }),
  )
}

function groupOrder(order: CallRequest['order']): GroupRequest['order'] {
  const by = order?.by
  return by === 'COUNT' || by === 'KEY' ? { by, direction: order?.direction } : null
}
