import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { WEAKEST_FIRST } from '../../model/whoSaid.ts'
import { sql } from '../engine/drizzle.ts'

/** The days on which something may have been said, in SQL; null is an end that is open or not known. */
export interface SaidDays {
  readonly earliest: SQL
  readonly latest: SQL
}

/** What dates a statement: a row of the statements, or one with copies of their columns. */
interface DatedRow {
  readonly documentId: SQLiteColumn | SQL
  readonly timeId: SQLiteColumn | SQL
}

/** When a statement was made: its own time, if that has a date, else the publication of its document. */
export function saidOn({ documentId, timeId }: DatedRow): SaidDays {
  const day = (own: string, published: string) => sql`(
    select case when coalesce(t.earliest, t.latest) is null then d.${sql.raw(published)} else t.${sql.raw(own)} end
    from documents d left join timeExpressions t on t.id = ${timeId} where d.id = ${documentId})`
  return { earliest: day('earliest', 'publishedEarliest'), latest: day('latest', 'publishedLatest') }
}

/** When the statement was made to which a row belongs. */
export function saidIn(statementId: SQLiteColumn | SQL): SaidDays {
  const of = ({ earliest, latest }: SaidDays, day: 'earliest' | 'latest') =>
    sql`(select ${day === 'earliest' ? earliest : latest} from statements said where said.id = ${statementId})`
  const days = saidOn({ documentId: sql`said.documentId`, timeId: sql`said.timeId` })
  return { earliest: of(days, 'earliest'), latest: of(days, 'latest') }
}

/** A row of the statements, as far as it says how its own time is known. */
interface TimedRow {
  readonly timeId: SQLiteColumn
  readonly channelId: SQLiteColumn
  readonly channelBasis: SQLiteColumn
}

/**
 * Whether the document states that its own time is the one when a statement was made, in SQL: no better known than a channel that
 * it is the time of. Null for a statement without a time.
 */
export function basisOfOwnTime({ timeId, channelId, channelBasis }: TimedRow): SQL {
  const cases = WEAKEST_FIRST.map(basis => {
    const literal = sql.raw(`'${basis}'`)
    return sql`when ${literal} in (${channelBasis}, c.basis) then ${literal}`
  })
  const weaker = sql`case ${sql.join(cases, sql` `)} else ${channelBasis} end`
  return sql`(
    select coalesce(
      (select ${weaker} from channels c where c.id = ${channelId} and c.timeId = t.id),
      case t.basis when 'AUTOMATIC' then 'AUTOMATIC' else 'STATED' end)
    from timeExpressions t where t.id = ${timeId})`
}

/** The key by which days are ordered: the first that is known; what has none comes last, whichever way the order goes. */
export function dayKey({ earliest, latest }: SaidDays, descending: boolean): SQL {
  return sql`coalesce(${earliest}, ${latest}, ${sql.raw(descending ? "''" : "'~'")})`
}
