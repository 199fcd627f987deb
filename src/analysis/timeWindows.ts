import { Failure } from '../model/failure.ts'
import type { Period } from '../store/query/statementDate.ts'

/** A stretch of whole periods, by its first and last day (ISO 8601). */
export interface TimeWindow {
  readonly from: string
  readonly to: string
  /** The periods in it, as the store names them: 2024-W30, 2024-07 or 2024. */
  readonly periods: readonly string[]
}

/** The most windows that one answer holds. */
export const windowCap = 200

const day = 86_400_000

/**
 * The windows of `size` periods from the first period to the last, each beginning one period after the one before it;
 * none that reaches over either end, as in Discourse Network Analyzer.
 *
 * @throws Failure BAD_ARGUMENT for a size below 1 or more windows than `windowCap`
 */
export function timeWindows(periods: readonly string[], unit: Period, size: number): TimeWindow[] {
  if (!Number.isInteger(size) || size < 1) {
    throw new Failure('BAD_ARGUMENT', `size: ${size} is not a whole number from 1 up.`, { argument: 'size' })
  }
  const sorted = [...periods].sort()
  const [first, last] = [sorted.at(0), sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const starts: Date[] = []
  for (let at = startOf(first, unit); at <= startOf(last, unit); at = next(at, unit)) {
    if (starts.push(at) > windowCap + size) {
      throw new Failure(
        'BAD_ARGUMENT',
        `From ${first} to ${last} there are more than ${windowCap} windows. Take a longer unit, or filter by time.`,
        { argument: 'unit', excess: { limit: windowCap, value: starts.length - size } },
      )
    }
  }
  return starts.slice(0, Math.max(0, starts.length - size + 1)).map((start, index) => {
    const within = starts.slice(index, index + size)
    const end = next(within.at(-1) ?? start, unit)
    return { from: iso(start), to: iso(new Date(end.getTime() - day)), periods: within.map(at => nameOf(at, unit)) }
  })
}

function startOf(period: string, unit: Period): Date {
  if (unit !== 'WEEK') return new Date(`${period.length === 4 ? `${period}-01` : period}-01T00:00:00Z`)
  const [year = Number.NaN, week = Number.NaN] = period.split('-W').map(Number)
  // The 4th of January lies in week 1 (ISO 8601), which begins on a Monday.
  const fourth = Date.UTC(year, 0, 4)
  return new Date(fourth - mondayOffset(fourth) * day + (week - 1) * 7 * day)
}

function next(start: Date, unit: Period): Date {
  if (unit === 'WEEK') return new Date(start.getTime() + 7 * day)
  const [years, months] = unit === 'YEAR' ? [1, 0] : [0, 1]
  return new Date(Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth() + months, 1))
}

function nameOf(start: Date, unit: Period): string {
  if (unit === 'MONTH') return iso(start).slice(0, 7)
  if (unit === 'YEAR') return iso(start).slice(0, 4)
  // The Thursday of a week lies in the year that the week belongs to.
  const thursday = new Date(start.getTime() + 3 * day)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function mondayOffset(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}
