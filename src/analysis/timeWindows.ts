import { Failure } from '../model/failure.ts'
import type { Period } from '../store/query/statementDate.ts'
import { daysOf, iso, nameOf, nextPeriod, startOf } from './periods.ts'

/** A stretch of whole periods, by its first and last day (ISO 8601). */
export interface TimeWindow {
  readonly from: string
  readonly to: string
  /** The periods in it, as the store names them: 2024-W30, 2024-07 or 2024. */
  readonly periods: readonly string[]
}

/** The most windows that one answer holds. */
export const windowCap = 200

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
  for (let at = startOf(first, unit); at <= startOf(last, unit); at = nextPeriod(at, unit)) {
    if (starts.push(at) > windowCap + size) {
      throw new Failure(
        'BAD_ARGUMENT',
        `From ${first} to ${last} there are more than ${windowCap} windows. Choose a longer unit, or filter by time.`,
        { argument: 'unit', excess: { limit: windowCap, value: starts.length - size } },
      )
    }
  }
  return starts.slice(0, Math.max(0, starts.length - size + 1)).map((start, index) => {
    const within = starts.slice(index, index + size)
    const { to } = daysOf(within.at(-1) ?? start, unit)
    return { from: iso(start), to, periods: within.map(at => nameOf(at, unit)) }
  })
}
