import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import type { FilterInput } from '../query/filter.ts'
import type { List } from '../query/page.ts'
import { chosenDimensions, type Group, type Grouping, type GroupKey } from './grouping.ts'
import { column, counted, type GroupCell, groupLabel, groupOf } from './groups.ts'

/** What is counted: the rows that meet a filter, in a table of one dimension across and one to three down. */
export interface CrossTableRequest {
  readonly filter: FilterInput
  readonly across: string
  readonly down: readonly string[]
  readonly wording?: Grouping['wording']
  /** How many lines the table has at most: those of the most rows. */
  readonly limit: number
}

/**
 * A line of the table: what its rows have in common, and its cells, each a group whose first key is the one across, with the measure
 * `stated`: how many of its rows have it by what their document states.
 */
export interface CrossTableLine {
  readonly keys: readonly GroupKey[]
  readonly cells: readonly Group[]
}

export interface CrossTable {
  /** The lines of the most rows first; equals by their labels. */
  readonly lines: readonly CrossTableLine[]
  /** How many lines there are in all. */
  readonly total: number
}

/**
 * Counts a table by one SQL statement. A line is whole: all its cells are there, however many lines are left out. What is
 * unknown in every dimension down is no line.
 *
 * @throws Failure BAD_GROUPING or BAD_FILTER
 */
export function readCrossTable(database: Database, list: List, request: CrossTableRequest): CrossTable {
  const { across, down, filter, limit, wording } = request
  const groupBy = [across, ...down]
  const chosen = chosenDimensions(list.entity, groupBy)
  const places = down.map((_, index) => index + 1)
  const listed = (columns: readonly SQL[]) => sql.join([...columns], sql`, `)
  const keys = places.map(place => column('k', place))
  const known = keys.map(key => sql`${key} is not null`)
  const same = keys.map(key => sql`counted.${key} is shown.${key}`)
  const byLabel = places.flatMap(place => ['label', 'value'].map(part => sql`coalesce(${column(part, place)}, '')`))
  const labelled = chosen.map(groupLabel)
  const rows = database.all<Record<string, GroupCell>>(sql`
    with counted as materialized (${counted(list, null, { filter, groupBy, wording, withStated: true }, chosen)}),
    lines as (
      select ${listed(keys)}, sum(n) as total from counted where ${sql.join(known, sql` or `)} group by ${listed(keys)}),
    shown as (
      select *, row_number() over (order by total desc, ${listed(byLabel)}) as line
      from (select *, ${listed(labelled.slice(1))} from lines) order by line limit ${opaque(limit)})
    select shown.*, k0, n, stated, ${listed(labelled.slice(0, 1))}, (select count(*) from lines) as lines
    from shown join counted on ${sql.join(same, sql` and `)}
    order by line, k0`)

  const groups = rows.map(row => ({ line: row.line, group: groupOf(chosen, row) }))
  const lines = [...Map.groupBy(groups, ({ line }) => line).values()].map(members => {
    const cells = members.map(({ group }) => group)
    return { keys: cells[0]?.keys.slice(1) ?? [], cells }
  })
  return { lines, total: Number(rows[0]?.lines ?? 0) }
}
