import type { SQL } from 'drizzle-orm'
import type { Stance, ValueOf, Vocabulary } from '../model/vocabulary.ts'
import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import { statement } from './entities.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import { actorsOf, type NetworkActors, speakersFor, speaksFor } from './networkActors.ts'
import type { Relation } from './relations.ts'
import { type Period, periodOf, type StatementDate, statementDate } from './statementDate.ts'
import { stances } from './tables/claims.ts'
import { statements } from './tables/statements.ts'

/** How far statements that repeat each other count: the same actor on the same claim, at the same level of agreement. */
export const Duplicates = {
  INCLUDE: 'Every statement counts.',
  DOCUMENT: 'Once a document.',
  WEEK: 'Once a week (ISO 8601). A statement that is not dated to the week repeats none.',
  MONTH: 'Once a month of a year. A statement that is not dated to the month repeats none.',
  YEAR: 'Once a year. A statement that is not dated to the year repeats none.',
  ACROSS: 'Once in all.',
} as const satisfies Vocabulary
export type Duplicates = ValueOf<typeof Duplicates>

/** Which stances are counted, for whom, and how. */
export interface StanceQuestion {
  readonly filter: FilterInput | null
  readonly actors: NetworkActors
  /** The level of agreement that each stance counts as, from 0 to 1. A stance without one is left out. */
  readonly levels: Readonly<Partial<Record<Stance, number>>>
  readonly duplicates: Duplicates
  /** Whether two statements repeat each other only if they stand at the same level. */
  readonly perLevel: boolean
  /** Counted apart by the period that they were made in, if given; those that are not dated to it are then left out. */
  readonly period: Period | null
  readonly excludeActors: readonly number[]
  readonly excludeClaims: readonly number[]
}

/** `count` stances of one actor to one claim at one level; the level is null for those that are left out. */
export interface StanceCount {
  readonly actor: number
  readonly claim: number
  readonly level: number | null
  readonly period: string | null
  readonly count: number
}

/**
 * Counts stances by actor, claim and level, in one statement that groups in SQL.
 *
 * Of statements that repeat each other the earliest counts, as in Discourse Network Analyzer.
 */
export function countStances(database: Database, question: StanceQuestion): StanceCount[] {
  return database.all<StanceCount>(stanceCountQuery(question))
}

/**
 * The query of `countStances`: for it, and for looking at its plan.
 *
 * The joins stand in the order in which they are to be walked (`cross join`): stances and statements lie in the same
 * order, so that both are read from front to back; with a filter, the statements that it leaves come first.
 */
export function stanceCountQuery(question: StanceQuestion): SQL {
  const { filter, duplicates, perLevel, period } = question
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const table = sql`${statements} ${name(row)}`
  const joined =
    filter === null
      ? sql`${stances} x cross join ${table} on ${row.id} = x.statementId`
      : sql`${table} cross join ${stances} x on x.statementId = ${row.id}`
  const actors = actorsOf(question.actors, row)
  const date = statementDate(row)
  const bucket = bucketOf(duplicates, row, date)
  const isDated = period !== null || (bucket !== null && duplicates !== 'DOCUMENT')
  const day = isDated ? sql`coalesce(${date.earliest}, '9999')` : sql`''`
  const counted = sql`
    select ${actors.actorId} as actor, x.claimId as claim, ${levelOf(question.levels)} as level,
      ${period === null ? sql`null` : within(period, date)} as period
      ${bucket === null ? sql`` : sql`, ${bucket} as bucket, ${day} as day, ${row.id} as id`}
    from ${joined} ${actors.join} ${isDated ? date.joins : sql``}
    where ${compiler.condition(statement, row, filter)}
      and ${actors.actorId} not in (${eachOf(question.excludeActors)})
      and x.claimId not in (${eachOf(question.excludeClaims)})`
  // Which of the repeats counts shows only in their levels and periods: then it is the earliest. Of a group, the columns
  // without an aggregate are those of the row that min() found (SQLite).
  const once =
    perLevel && period === null
      ? sql`select distinct actor, claim, level, period, bucket from (${counted})`
      : sql`select actor, claim, level, period, min(day || printf('%020d', id)) from (${counted})
          group by actor, claim, level is null, bucket ${perLevel ? sql`, level` : sql``}`
  return sql`
    ${actors.with}
    select actor, claim, level, period, count(*) as count from (${bucket === null ? counted : once})
    ${period === null ? sql`` : sql`where period is not null`}
    group by actor, claim, level, period order by actor, claim, level, period`
}

/** What statements that repeat each other have in common; null where none is left out. */
function bucketOf(duplicates: Duplicates, row: typeof statements, date: StatementDate): SQL | null {
  switch (duplicates) {
    case 'INCLUDE':
      return null
    case 'DOCUMENT':
      return sql`${row.documentId}`
    case 'ACROSS':
      return sql`''`
    default:
      return sql`coalesce(${within(duplicates, date)}, ${row.id})`
  }
}

/** The period that both ends of a date lie in, or null. */
function within(period: Period, { earliest, latest }: StatementDate): SQL {
  const first = periodOf(earliest, period)
  return sql`case when ${first} = ${periodOf(latest, period)} then ${first} end`
}

function levelOf(levels: StanceQuestion['levels']): SQL {
  const cases = Object.entries(levels).map(([stance, level]) => sql`when ${stance} then ${level}`)
  return sql`case x.stance ${sql.join(cases, sql` `)} end`
}

function eachOf(ids: readonly number[]): SQL {
  return sql`select value from json_each(${JSON.stringify(ids)})`
}

/** What names the statements behind an edge: the cells that it comes from, and the days that they are held to, if any. */
export interface EdgeKey {
  readonly cells: readonly (readonly [actor: number, claim: number, level: number])[]
  readonly during: { readonly from: string; readonly to: string } | null
}

/**
 * From an edge to its statements: whatever was counted in its cells, with what repeats it. The parent is the JSON of an
 * `EdgeKey`.
 */
export function edgeStatements({
  actors,
  levels,
}: Pick<StanceQuestion, 'actors' | 'levels'>): Relation<typeof statements, 'POSITION'> {
  return {
    name: `edgeStatements ${JSON.stringify({ actors, levels })}`,
    target: statement,
    where: (parent, row) => {
      const cells = sql`json_each(${parent}, '$.cells') cell`
      const { joins, earliest, latest } = statementDate(row)
      return sql`${row.speakerId} in (${speakersFor(actors, sql`select cell.value ->> 0 from ${cells}`)})
        and exists (
          select 1 from ${stances} x join ${cells} on cell.value ->> 1 = x.claimId and cell.value ->> 2 = ${levelOf(levels)}
          where x.statementId = ${row.id} and ${speaksFor(actors, row, sql`(cell.value ->> 0)`)})
        and (${parent} ->> '$.during' is null or exists (
          select 1 from (select 1) ${joins}
          where ${earliest} >= ${parent} ->> '$.during.from' and ${latest} <= ${parent} ->> '$.during.to'))`
    },
  }
}
