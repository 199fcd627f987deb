import type { SQL } from 'drizzle-orm'
import {
  andBeyond,
  type Order,
  type Page,
  type PageSlice,
  pageOf,
  sorted,
  stretch,
  writeCursor,
} from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { getTableColumns, getTableName, sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { FilterCompiler, name } from '../query/filter.ts'
import { type List, listed, type Parent } from '../query/page.ts'
import { type Dimension, hasKey } from './dimension.ts'
import {
  chosenDimensions,
  type DimensionSource,
  dimensionSources,
  type Group,
  type Grouping,
  type GroupRequest,
  quotes,
} from './grouping.ts'
import { measured } from './measures.ts'

/** Dimensions by their names. */
export type Chosen = readonly (readonly [string, Dimension])[]
export type GroupCell = string | number | null

/**
 * A page of groups for each of the parents, by one SQL statement; one page for a list without any (null).
 *
 * @throws Failure BAD_GROUPING, BAD_PAGE, BAD_CURSOR, BAD_FILTER or BAD_ID
 */
export function readGroups(
  database: Database,
  list: List,
  parents: readonly Parent[] | null,
  request: GroupRequest,
): Page<Group>[] {
  const chosen = chosenDimensions(list.entity, request.groupBy)
  const order = orderOf(list, chosen, request)
  const asked = stretch(request)
  const rows = database.all<Record<string, GroupCell> & { readonly parent: number; readonly $cursor: string }>(sql`
    ${labelledGroups(list, parents, request, new FilterCompiler(), sql`${asked.size + 1}`)},
    ranked as (
      select labelled.*, json_array(${sql.join([...order.keys], sql`, `)}) as "$cursor",
        row_number() over (partition by parent order by ${sorted(order, asked)}) as place
      from labelled where true${andBeyond(order, asked)})
    select * from ranked where place <= ${asked.size + 1} order by parent, place`)

  const byParent = Map.groupBy(rows, ({ parent }) => parent)
  return Array.from(parents ?? [0], (_, index) =>
    pageOf(asked, byParent.get(index) ?? [], row => ({
      cursor: writeCursor(order.name, JSON.parse(row.$cursor)),
      node: groupOf(chosen, row),
    })),
  )
}

/**
 * The common table expressions of a query for groups: `counted` has them all, and `labelled` those up to the place `atMost` and perhaps
 * more, with their keys, labels and values. The parent may be a row of the query around it. Who has counted already gives the
 * `groups`, of the one parent 0, without measures.
 *
 * @throws Failure BAD_GROUPING, BAD_CURSOR, BAD_FILTER or BAD_ID
 */
export function labelledGroups(
  list: List,
  parents: readonly Parent[] | SQL | null,
  request: GroupRequest,
  compiler: FilterCompiler,
  atMost: SQL,
  groups: SQL | null = null,
): SQL {
  const chosen = chosenDimensions(list.entity, request.groupBy)
  return sql`
    with counted as materialized (${groups ?? counted(list, parents, { ...request, withMeasures: true }, chosen, compiler)}),
    labelled as (select counted.*, ${sql.join(chosen.map(groupLabel), sql`, `)} from counted
      ${foremost(parents, request, stretch(request), atMost)})`
}

/** The first of the `labelledGroups` of one parent, in their order. */
export function firstGroups(list: List, request: GroupRequest, atMost: SQL): SQL {
  const order = orderOf(list, chosenDimensions(list.entity, request.groupBy), request)
  return sql`labelled order by ${sorted(order, stretch(request))} limit ${opaque(atMost)}`
}

/**
 * Where the largest groups come first, leaves those that are as large as the last one shown: the tens of thousands below it need no
 * labels. With several parents, each would have a bound of its own.
 */
function foremost(
  parents: readonly Parent[] | SQL | null,
  { order }: GroupRequest,
  { cursor, backward }: PageSlice,
  atMost: SQL,
): SQL {
  const isOne = parents === null || 'getSQL' in parents || parents.length === 1
  const isLargestFirst = (order?.by ?? 'COUNT') === 'COUNT' && (order?.direction ?? 'DESC') === 'DESC'
  if (!isOne || !isLargestFirst || cursor !== null || backward) return sql``
  return sql`where n >= coalesce((select last.n from counted last order by last.n desc limit 1 offset ${opaque(atMost)}), 0)`
}

/** Whether each row that is counted stands in one group and no group is left out, so that their counts add up to all rows. */
export function addsUp({ entity }: List, { groupBy, minCount }: Grouping): boolean {
  const isOnce = chosenDimensions(entity, groupBy).every(([, { annotations }]) => annotations === null)
  return isOnce && (minCount ?? 1) <= 1
}

/** How many groups there are for each of the parents, by one SQL statement; one count for a list without any (null). */
export function countGroups(
  database: Database,
  list: List,
  parents: readonly Parent[] | null,
  grouping: Grouping,
): number[] {
  const chosen = chosenDimensions(list.entity, grouping.groupBy)
  const rows = database.all<{ readonly parent: number; readonly count: number }>(sql`
    with counted as (${counted(list, parents, grouping, chosen)})
    select parent, count(*) as count from counted group by parent`)
  const counts = new Map(rows.map(({ parent, count }) => [parent, count]))
  return Array.from(parents ?? [0], (_, index) => counts.get(index) ?? 0)
}

/**
 * The groups with their counts: `parent` (its place), `k0`, `k1`… (the keys), `n`, and the measures if they are wanted. A row without
 * annotations counts in the group whose key is null. Of a list without parents they are all of the one parent 0.
 */
export function counted(
  list: List,
  parents: readonly Parent[] | SQL | null,
  { filter, minCount, wording, withStated, withMeasures }: Grouping,
  chosen: Chosen,
  compiler = new FilterCompiler(),
): SQL {
  const { entity } = list
  const row = compiler.alias(entity.table)
  const places = dimensionSources(chosen, row, table => compiler.alias(table))
  const keys = places.flatMap(place =>
    place.at.map(({ index, dimension }) => sql`${dimension.key(place.row)} as ${column('k', index)}`),
  )
  const joins = places.flatMap(place => (place.annotations === null ? [] : [joined(place, sql`${row.id}`, wording)]))
  const wanted = withMeasures ? measured.get(entity)?.measures(row) : undefined
  const measures = Object.entries(wanted ?? {}).map(
    ([measure, aggregate]) => sql`, ${aggregate} as ${sql.identifier(measure)}`,
  )
  const graded = places.find(({ annotations }) => annotations !== null && 'basis' in getTableColumns(annotations.table))
  // What a statement says is stated only where it is stated, too, who says it.
  const grounds = [
    ...(graded ? [sql`${name(graded.row)}.basis = 'STATED'`] : []),
    ...('speakerBasis' in getTableColumns(entity.table) ? [sql`${name(row)}.speakerBasis = 'STATED'`] : []),
  ]
  const stated =
    grounds.length === 0
      ? sql`count(*)`
      : sql`count(distinct case when ${sql.join(grounds, sql` and `)} then ${row.id} end)`
  const names = chosen.map((_, index) => column('k', index))
  // The parents come first, so that a list of theirs is reached by its index. Without any an index can have the groups in order.
  const above = parents === null ? sql`0` : sql`parent.key`
  const each = parents === null ? sql`` : sql`json_each(${listOfParents(parents)}) parent cross join `
  return sql`
    select ${above} as parent, ${sql.join(keys, sql`, `)},
      ${joins.length === 0 ? sql`count(*)` : sql`count(distinct ${row.id})`} as n${withStated ? sql`, ${stated} as stated` : sql``}${sql.join(measures)}
    from ${each}${entity.table} ${name(row)}${sql.join(joins)}
    where ${compiler.counting(row.id)}${listed(compiler, list, row, filter)}
    group by ${sql.join(parents === null ? names : [above, ...names], sql`, `)}
    having n >= ${minCount ?? 1}`
}

function listOfParents(parents: readonly Parent[] | SQL): SQL {
  return 'getSQL' in parents ? sql`json_array(${parents}.id)` : sql`${JSON.stringify(parents)}`
}

/** The annotations that have at least one of the keys asked for. */
function joined({ annotations, row, at }: DimensionSource, owner: SQL, wording: Grouping['wording']): SQL {
  if (annotations === null) throw new Error('only annotations are joined')
  const known = at.map(({ dimension }) => hasKey(dimension, row))
  return sql` left join ${annotations.table} ${name(row)} on ${annotations.owner(row)} = ${owner} and (${sql.join(known, sql` or `)})${quotes({ annotations, row }, wording)}`
}

/** The label and the public value of a key. */
export function groupLabel([, { target }]: readonly [string, Dimension], index: number): SQL {
  const key = column('k', index)
  const read = (words: SQL) =>
    target === null ? key : sql`(select ${words} from ${target.entity.table} where ${target.entity.table.id} = ${key})`
  const slug = sql`${target?.entity.table.slug}`
  return sql`${read(target?.label ?? key)} as ${column('label', index)}, ${read(slug)} as ${column('value', index)}`
}

/** By count, the keys deciding between equals, or by the keys alone: labels in code-point order, the unknown first. */
function orderOf({ entity }: List, chosen: Chosen, { order }: GroupRequest): Order {
  const by = order?.by ?? 'COUNT'
  const direction = order?.direction ?? (by === 'COUNT' ? 'DESC' : 'ASC')
  const keys = chosen.flatMap((_, index) => [
    sql`coalesce(${column('label', index)}, '')`,
    sql`coalesce(${column('value', index)}, '')`,
  ])
  const names = chosen.map(([dimension]) => dimension).join(' ')
  const isByKey = by === 'KEY'
  const ordered = isByKey ? keys : [direction === 'DESC' ? sql`-n` : sql`n`, ...keys]
  return {
    name: `${getTableName(entity.table)} by ${names} ${by} ${direction} `,
    keys: ordered,
    descending: ordered.map(() => isByKey && direction === 'DESC'),
  }
}

export function groupOf(chosen: Chosen, row: Readonly<Record<string, GroupCell>>): Group {
  const keys = chosen.map(([dimension, { target }], index) => ({
    dimension,
    entity: target?.entity ?? null,
    key: row[`k${index}`] ?? null,
    value: textOf(row[`value${index}`]),
    label: textOf(row[`label${index}`]),
  }))
  return { keys, count: Number(row.n), measures: row }
}

function textOf(cell: GroupCell | undefined): string | null {
  return cell === undefined || cell === null ? null : String(cell)
}

/** A column of the counted groups: its letters and the place of the dimension. */
export function column(prefix: string, index: number): SQL {
  return sql.raw(`${prefix}${index}`)
}
