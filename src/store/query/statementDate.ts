import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { documents } from '../tables/documents.ts'
import { timeExpressions } from '../tables/times.ts'

const documentOf = aliasedTable(documents, 'documentOf')
const timeOf = aliasedTable(timeExpressions, 'timeOf')

/** The first and last day on which a statement may have been made, in SQL, and the joins that they need. */
export interface StatementDate {
  readonly joins: SQL
  readonly earliest: SQL
  readonly latest: SQL
}

/** What dates a statement: a row of the statements, or one with copies of their columns. */
export interface DatedRow {
  readonly documentId: SQLiteColumn
  readonly timeId: SQLiteColumn
}

/**
 * When a statement was made: its own time, if that has a date, else the publication of its document. `joins` goes after
 * the statements in a FROM clause; `earliest` and `latest` are the first and last day that it may have been, or null.
 * `publications` are the documents, or what they are laid together in (`publicationDays`).
 */
export function statementDate(row: DatedRow, publications = sql`${documents}`): StatementDate {
  const own = (day: SQL, published: SQL) =>
    sql`case when coalesce(${timeOf.earliest}, ${timeOf.latest}) is null then ${published} else ${day} end`
  return {
    joins: sql`join ${publications} documentOf on ${documentOf.id} = ${row.documentId}
      left join ${timeExpressions} timeOf on ${timeOf.id} = ${row.timeId}`,
    earliest: own(sql`${timeOf.earliest}`, sql`${documentOf.publishedEarliest}`),
    latest: own(sql`${timeOf.latest}`, sql`${documentOf.publishedLatest}`),
  }
}

/**
 * A table, to be put ahead of a query, of the days on which documents were published: an index holds them, so that the rows of
 * documents are not read for each of their statements.
 */
export const publicationDays = {
  name: sql.raw('publicationDays'),
  table: sql`publicationDays as materialized (
    select ${documents.id} as id, ${documents.publishedEarliest} as publishedEarliest, ${documents.publishedLatest} as publishedLatest
    from ${documents})`,
} as const

export const Periods = {
  WEEK: 'A week, from Monday on (ISO 8601).',
  MONTH: 'A month.',
  YEAR: 'A year.',
} as const satisfies Vocabulary
export type Period = ValueOf<typeof Periods>

export const CalendarUnits = { DAY: 'A day.', ...Periods } as const satisfies Vocabulary
export type CalendarUnit = ValueOf<typeof CalendarUnits>

/** The period that a day lies in: the day itself, 2024-W30 (ISO 8601 weeks), 2024-07 or 2024. */
export function periodOf(day: SQL, period: CalendarUnit): SQL {
  if (period === 'DAY') return day
  if (period === 'WEEK') return sql`strftime('%G-W%V', ${day})`
  return period === 'MONTH' ? sql`substr(${day}, 1, 7)` : sql`substr(${day}, 1, 4)`
}

/** The period that both ends of a date lie in, or null. */
export function periodHolding(period: Period, { earliest, latest }: Omit<StatementDate, 'joins'>): SQL {
  const first = periodOf(earliest, period)
  return sql`case when ${first} = ${periodOf(latest, period)} then ${first} end`
}
