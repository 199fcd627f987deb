import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { type Period, periodHolding, statementDate } from '../query/statementDate.ts'
import { statement } from '../schema/entities.ts'
import type { Relation } from '../schema/relations.ts'
import { stances } from '../tables/claims.ts'
import type { statements } from '../tables/statements.ts'
import { speakersFor, speaksFor } from './networkActors.ts'
import { datedBy, StancePeriods } from './stancePeriods.ts'
import { type Duplicates, levelsIn, type StanceQuestion } from './stanceQuestion.ts'
import { isLevelled, isTogether, stanceSourceOf, x } from './stanceSource.ts'

/** How many stances of one actor to one claim count at each level. */
export interface StanceCount {
  readonly actor: number
  readonly claim: number
  /** The period that they were made in, where they are counted apart by it. */
  readonly period: string | null
  /** One count for each of `levelsIn` the question. */
  readonly counts: readonly number[]
  /** How many have no level. */
  readonly leftOut: number
}

/**
 * Counts stances by actor and claim, in one statement that groups in SQL.
 *
 * Of statements that repeat each other the earliest counts, as in Discourse Network Analyzer.
 */
export function countStances(database: Database, question: StanceQuestion): IteratorObject<StanceCount> {
  // One at a time: there are nearly as many groups as actors times claims.
  const rows = database.cells(madeQuery(stanceCountQuery(question)), {})
  const { period: unit } = question
  if (unit !== null && isTogether(question)) {
    const periods = new StancePeriods(database, unit)
    return rows.flatMap(([actor, claim, ...kinds]) =>
      Array.from(periods.counts(kinds), ([period, [leftOut = 0, ...counts]]) => ({
        actor: Number(actor),
        claim: Number(claim),
        period,
        leftOut,
        counts,
      })),
    )
  }
  return rows.map(([actor, claim, period, leftOut, ...counts]) => ({
    actor: Number(actor),
    claim: Number(claim),
    period: period === null ? null : String(period),
    leftOut: Number(leftOut),
    counts: counts.map(Number),
  }))
}

/** How many stances count, and how many are left out, of one actor or to one claim. */
export interface StanceTotal extends Pick<StanceCount, 'period' | 'leftOut'> {
  readonly key: number
  readonly counted: number
}

/** The totals of each actor or of each claim; repeats are all counted. */
export function countStancesBy(
  database: Database,
  question: StanceQuestion,
  by: 'actor' | 'claim',
): IteratorObject<StanceTotal> {
  const rows = database.cells(madeQuery(stanceTotalsQuery(question, by)), {})
  const { period: unit } = question
  if (unit === null) {
    return rows.map(([key, leftOut, counted]) => ({
      key: Number(key),
      period: null,
      counted: Number(counted),
      leftOut: Number(leftOut),
    }))
  }
  const periods = new StancePeriods(database, unit)
  return rows.flatMap(([key, ...kinds]) =>
    Array.from(periods.counts(kinds), ([period, [leftOut = 0, counted = 0]]) => ({
      key: Number(key),
      period,
      counted,
      leftOut,
    })),
  )
}

/**
 * The query of `countStances`: for it, and for looking at its plan.
 *
 * Without a filter an index of the stances alone is read, which holds copies of what their statements say; for people
 * in the order in which they are counted. With a filter, the statements that it leaves come first (`cross join`).
 */
export function stanceCountQuery(question: StanceQuestion): SQL {
  const { duplicates, perLevel, period } = question
  const { ahead, actor, from, where, ...source } = stanceSourceOf(question)
  const bucket = bucketOf(duplicates)
  const each = sql`${actor} as actor, ${x.claimId} as claim`

  if (isTogether(question) && period !== null) {
    return sql`${ahead} select ${each}, ${countsOf(question, datesOf(period))} ${from} ${where} group by actor, claim`
  }
  // Which of the repeats counts shows only in their levels and periods.
  if (bucket === null || (perLevel && period === null)) {
    const count = (is: SQL) =>
      bucket === null ? sql`count(*) filter (where ${is})` : sql`count(distinct case when ${is} then ${bucket} end)`
    return sql`${ahead}
      select ${each}, null as period, ${countsOf(question, count)} ${from} ${where} group by actor, claim`
  }
  // Then it is the earliest. Of a group, the columns without an aggregate are those of the row that min() found (SQLite).
  const date = statementDate(x)
  const isDated = period !== null || duplicates !== 'DOCUMENT'
  const first = sql`${isDated ? sql`coalesce(${date.earliest}, '9999')` : sql`''`} || printf('%020d', ${x.statementId})`
  const isLeftOut = sql`not ${isLevelled(question.levels)}`
  const once = sql`
    select ${each}, ${x.stance} as stance, ${x.manner} as manner, ${madeInAny(period)} as period, min(${first}) ${from} ${isDated && !source.isDated ? date.joins : sql``} ${where}
    group by actor, claim, ${isLeftOut}, ${bucket} ${perLevel ? sql`, ${levelOf(question.levels)}` : sql``}`
  return sql`${ahead}
    select actor, claim, period, ${countsOf(question, is => sql`count(*) filter (where ${is})`)} from (${once}) x
    ${period === null ? sql`` : sql`where period is not null`} group by actor, claim, period`
}

/** The query of `countStancesBy`. */
export function stanceTotalsQuery(question: StanceQuestion, by: 'actor' | 'claim'): SQL {
  const { period } = question
  const { ahead, actor, from, where } = stanceSourceOf({ ...question, duplicates: 'INCLUDE' })
  const count = period === null ? (is: SQL) => sql`count(*) filter (where ${is})` : datesOf(period)
  const is = isLevelled(question.levels)
  // The plus keeps to the index that holds all that is read.
  return sql`${ahead}
    select ${by === 'actor' ? actor : sql`+${x.claimId}`} as key, ${count(sql`not ${is}`)} as leftOut, ${count(is)} as counted
    ${from} ${where} group by key`
}

/** In place of the number of some stances, what dates each of them to a period (`StancePeriods`). */
function datesOf(unit: Period) {
  return (is: SQL) => sql`json_group_array(${datedBy(x, unit)}) filter (where ${is})`
}

/** The count of the stances without a level, and then one for each level. */
function countsOf(question: StanceQuestion, count: (is: SQL) => SQL): SQL {
  const { levels } = question
  const at = levelsIn(question).map((level, index) => sql`${count(isLevelled(levels, level))} as ${countName(index)}`)
  return sql.join([sql`${count(sql`not ${isLevelled(levels)}`)} as leftOut`, ...at], sql`, `)
}

function countName(index: number): SQL {
  return sql.raw(`n${index}`)
}

/** The period that a statement was made in, where it is asked for. */
function madeInAny(unit: Period | null): SQL {
  return unit === null ? sql`null` : madeIn(unit)
}

/** The period that a statement was made in; null if it is not dated to it. */
function madeIn(unit: Period): SQL {
  const date = statementDate(x)
  return sql`case when ${x.timeId} is null then published.${sql.identifier(unit)}
    else (select ${periodHolding(unit, date)} from (select 1) ${date.joins}) end`
}

/** What statements that repeat each other have in common; null where none is left out. */
function bucketOf(duplicates: Duplicates): SQL | null {
  switch (duplicates) {
    case 'INCLUDE':
      return null
    case 'DOCUMENT':
      return sql`${x.documentId}`
    case 'ACROSS':
      // Not a number: in `group by` that is the place of a column.
      return sql`'all'`
    default:
      return sql`coalesce(${madeIn(duplicates)}, ${x.statementId})`
  }
}

function levelOf(levels: StanceQuestion['levels']): SQL {
  const cases = Object.entries(levels).map(([stance, level]) => sql`when ${stance} then ${level}`)
  return sql`case x.stance ${sql.join(cases, sql` `)} end`
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
  nested,
}: Pick<StanceQuestion, 'actors' | 'levels' | 'nested'>): Relation<typeof statements, 'POSITION'> {
  return {
    name: `edgeStatements ${JSON.stringify({ actors, levels, nested })}`,
    target: statement,
    where: (parent, row) => {
      const cells = sql`json_each(${parent}, '$.cells') cell`
      const { joins, earliest, latest } = statementDate(row)
      return sql`${row.speakerId} in (${speakersFor(actors, sql`select cell.value ->> 0 from ${cells}`)})
        and exists (
          select 1 from ${stances} x join ${cells} on cell.value ->> 1 = x.claimId and cell.value ->> 2 = ${levelOf(levels)}
          where x.statementId = ${row.id} and ${isLevelled(levels)} ${nested ? sql`` : sql`and x.nested is null`} and ${speaksFor(actors, row, sql`(cell.value ->> 0)`)})
        and (${parent} ->> '$.during' is null or exists (
          select 1 from (select 1) ${joins}
          where ${earliest} >= ${parent} ->> '$.during.from' and ${latest} <= ${parent} ->> '$.during.to'))`
    },
  }
}
