import type { SQL } from 'drizzle-orm'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import {
  andBeyond,
  type Order,
  type Page,
  pageOf,
  type StretchRequest,
  sorted,
  stretch,
  writeCursor,
} from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import type { List } from '../query/page.ts'
import { type CalendarUnit, periodOf } from '../query/statementDate.ts'
import { type Entity, type figureMention, type stance, statement } from '../schema/entities.ts'
import { type SaidDays, saidOn } from '../schema/said.ts'
import { stances } from '../tables/claims.ts'
import { documents } from '../tables/documents.ts'
import { figureMentions } from '../tables/figures.ts'

/** Which time of a statement a timeline goes by. */
export const TimelineClock = {
  SAID: 'When it was said: its own time or, where the document gives none, when the document was published.',
  PUBLISHED: 'When its document was published.',
} as const satisfies Vocabulary
export type TimelineClock = ValueOf<typeof TimelineClock>

/** What is put on a timeline, and how finely. */
export interface Timeline {
  readonly unit: CalendarUnit
  readonly clock: TimelineClock
  readonly filter?: FilterInput | null | undefined
}

export interface TimelineRequest extends Timeline, StretchRequest {
  readonly direction: 'ASC' | 'DESC'
}

/**
 * Statements whose first and last possible day lie in the same two periods, of which one or both may be open or not known.
 * So each statement stands once, and no more exactly than its time is known.
 */
export interface TimelineGroup {
  readonly first: string | null
  readonly last: string | null
  readonly statements: number
}

type Row = typeof statement.table

/**
 * A stretch of the groups in the order of time: by their first period, an open one by its last; what has no date comes last,
 * whichever way the order goes.
 */
export function readTimeline(database: Database, request: TimelineRequest): Page<TimelineGroup> {
  const asked = stretch(request)
  const isDescending = request.direction === 'DESC'
  const unknown = sql.raw(isDescending ? "''" : "'~'")
  const keys = [sql`coalesce("first", "last", ${unknown})`, sql`coalesce("first", '')`, sql`coalesce("last", '~')`]
  const order: Order = {
    name: `timeline ${request.clock} ${request.unit} ${request.direction}`,
    keys,
    descending: keys.map(() => isDescending),
  }
  const rows = database.all<TimelineGroup & { readonly keys: string }>(sql`
    with grouped as (${grouped(request, sql`count(*)`)})
    select "first", "last", number as statements, json_array(${sql.join(keys, sql`, `)}) as keys from grouped
    where true${andBeyond(order, asked)} order by ${sorted(order, asked)} limit ${opaque(asked.size + 1)}`)
  return pageOf(asked, rows, ({ keys: place, ...node }) => ({
    cursor: writeCursor(order.name, JSON.parse(place)),
    node,
  }))
}

/** How many groups there are, and how many statements have no date. */
export function countTimeline(database: Database, timeline: Timeline): { groups: number; undated: number } {
  const [row] = database.all<{ groups: number; undated: number | null }>(sql`
    with grouped as (${grouped(timeline, sql`count(*)`)})
    select count(*) as groups, sum(case when coalesce("first", "last") is null then number end) as undated from grouped`)
  return { groups: row?.groups ?? 0, undated: row?.undated ?? 0 }
}

/** What else than statements is counted on a timeline, and how. */
const parts = {
  figureMentions: { table: figureMentions, count: sql`count(*)` },
  claims: { table: stances, count: sql`count(distinct part.claimId)` },
} as const
export type TimelinePart = keyof typeof parts

/** How many of them stand in the statements of each group, by `groupKey`. */
export function countOnTimeline(
  database: Database,
  timeline: Timeline,
  part: TimelinePart,
): ReadonlyMap<string, number> {
  const { table, count } = parts[part]
  const rows = database.all<TimelineGroup & { readonly number: number }>(
    grouped(timeline, count, row => sql`join ${table} part on part.statementId = ${row.id}`),
  )
  return new Map(rows.map(row => [groupKey(row), row.number]))
}

/** Tells a group from the others of its timeline. */
export function groupKey({ first, last }: Pick<TimelineGroup, 'first' | 'last'>): string {
  return JSON.stringify([first, last])
}

function grouped({ filter, ...timeline }: Timeline, count: SQL, joined: (row: Row) => SQL = () => sql``): SQL {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const condition = compiler.condition(statement, row, filter, { path: 'filter', isCorrelated: false })
  const { first, last } = periodsOf(row, timeline)
  return sql`
    select ${first} as "first", ${last} as "last", ${count} as number
    from ${statement.table} ${name(row)} ${joined(row)}
    where ${compiler.counting(row.id)}${condition} group by 1, 2`
}

/** The periods of the first and the last day on which a statement may have been made; null is open or not known. */
function periodsOf(row: Row, { unit, clock }: Omit<Timeline, 'filter'>): { readonly first: SQL; readonly last: SQL } {
  const { earliest, latest } = clock === 'SAID' ? saidOn(row) : publishedOn(row)
  return { first: periodOf(earliest, unit), last: periodOf(latest, unit) }
}

function publishedOn({ documentId }: Row): SaidDays {
  const day = (column: SQL) => sql`(select ${column} from ${documents} d where d.id = ${documentId})`
  return { earliest: day(sql`d.publishedEarliest`), latest: day(sql`d.publishedLatest`) }
}

/** The list of a group's statements; its parents are groups, by their keys. */
export function statementsOnTimeline(timeline: Timeline): List {
  const where = (parent: SQL, row: Row) => isOf(parent, row, timeline)
  return listOf(statement, timeline, where, timeline.filter ?? {})
}

/** The list of what stands in a group's statements. */
export function partsOnTimeline(target: typeof figureMention | typeof stance, timeline: Timeline): List {
  const said = aliasedTable(statement.table, 'dated')
  const where = (parent: SQL, { statementId }: typeof figureMentions | typeof stances) => sql`exists (
    select 1 from ${statement.table} dated where ${said.id} = ${statementId} and ${isOf(parent, said, timeline)})`
  return listOf(target, timeline, where, { statementMatches: timeline.filter ?? {} })
}

function listOf<E extends Entity>(
  target: E,
  { unit, clock }: Timeline,
  where: (parent: SQL, row: E['table']) => SQL,
  fixed: FilterInput,
): List {
  const relation = { name: `on a timeline by ${clock} and ${unit}`, target, where, looksThrough: true as const }
  return { entity: target, relation, fixed }
}

function isOf(parent: SQL, row: Row, timeline: Timeline): SQL {
  const { first, last } = periodsOf(row, timeline)
  return sql`${first} is (${parent} ->> '$[0]') and ${last} is (${parent} ->> '$[1]')`
}
