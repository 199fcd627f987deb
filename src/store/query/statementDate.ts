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
 */
export function statementDate(row: DatedRow): StatementDate {
  const own = (day: SQL, published: SQL) =>
    sql`case when coalesce(${timeOf.earliest}, ${timeOf.latest}) is null then ${published} else ${day} end`
  return {
    joins: sql`join ${documents} documentOf on ${documentOf.id} = ${row.documentId}
      left join ${timeExpressions} timeOf on ${timeOf.id} = ${row.timeId}`,
    earliest: own(sql`${timeOf.earliest}`, sql`${documentOf.publishedEarliest}`),
    latest: own(sql`${timeOf.latest}`, sql`${documentOf.publishedLatest}`),
  }
}

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
