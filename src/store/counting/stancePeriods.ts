import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { type DatedRow, type Period, periodHolding, statementDate } from '../query/statementDate.ts'
import { documents } from '../tables/documents.ts'

/**
 * What dates a stance to a period: the row id of its document, or, where its statement has a time of its own, the name of the period
 * or null. `StancePeriods` makes periods of either.
 */
export function datedBy(row: DatedRow, unit: Period): SQL {
  const date = statementDate(row)
  return sql`case when ${row.timeId} is null then ${row.documentId}
    else (select ${periodHolding(unit, date)} from (select 1) ${date.joins}) end`
}

/**
 * Tells stances that were counted together apart by their periods. An index has the stances of an actor together, but not those
 * of a year: SQLite would look up the period of each and sort them all.
 */
export class StancePeriods {
  /** The periods by their numbers, and the number of each. */
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  /** The number of the period in which each document was published; none if it is not dated to one. */
  readonly #ofDocument = new Map<number, number>()

  constructor(database: Database, unit: Period) {
    const [earliest, latest] = [sql`${documents.publishedEarliest}`, sql`${documents.publishedLatest}`]
    const read = madeQuery(sql`select ${documents.id}, ${periodHolding(unit, { earliest, latest })} from ${documents}`)
    for (const [id, period] of database.cells(read, {})) {
      if (period !== null) this.#ofDocument.set(Number(id), this.#numberOf(String(period)))
    }
  }

  /**
   * How many of several kinds of stances were made in each period. Each kind is a JSON array of what dates its stances (`datedBy`);
   * those that are not dated to a period are left out.
   */
  counts(kinds: readonly unknown[]): Map<string, number[]> {
    const counts: number[][] = []
    for (const [kind, cell] of kinds.entries()) {
      const dates: readonly (number | string | null)[] = cell === '[]' ? [] : JSON.parse(String(cell))
      for (const date of dates) {
        if (date === null) continue
        const period = typeof date === 'number' ? this.#ofDocument.get(date) : this.#numberOf(date)
        if (period === undefined) continue
        const known = counts[period] ?? new Array<number>(kinds.length).fill(0)
        known[kind] = (known[kind] ?? 0) + 1
        counts[period] = known
      }
    }
    return new Map(counts.flatMap((found, period) => [[this.#names[period] ?? '', found] as const]))
  }

  #numberOf(period: string): number {
    const known = this.#numbers.get(period)
    if (known !== undefined) return known
    const number = this.#names.push(period) - 1
    this.#numbers.set(period, number)
    return number
  }
}
