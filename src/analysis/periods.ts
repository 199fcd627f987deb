import type { CalendarUnit, Period } from '../store/query/statementDate.ts'

const day = 86_400_000

/** The first day of a period, as the store names it: 2024-07-21, 2024-W30, 2024-07 or 2024. */
export function startOf(period: string, unit: CalendarUnit): Date {
  if (unit !== 'WEEK') return new Date(`${`${period}-01-01`.slice(0, 10)}T00:00:00Z`)
  const [year = Number.NaN, week = Number.NaN] = period.split('-W').map(Number)
  // The 4th of January lies in week 1 (ISO 8601), which begins on a Monday.
  const fourth = Date.UTC(year, 0, 4)
  return new Date(fourth - mondayOffset(fourth) * day + (week - 1) * 7 * day)
}

/** The first day of the period after the one that begins there. */
export function nextPeriod(start: Date, unit: CalendarUnit): Date {
  if (unit === 'DAY') return new Date(start.getTime() + day)
  if (unit === 'WEEK') return new Date(start.getTime() + 7 * day)
  const [years, months] = unit === 'YEAR' ? [1, 0] : [0, 1]
  return new Date(Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth() + months, 1))
}

/** The first and last day of the period that begins there (ISO 8601). */
export function daysOf(start: Date, unit: CalendarUnit): { readonly from: string; readonly to: string } {
  return { from: iso(start), to: iso(new Date(nextPeriod(start, unit).getTime() - day)) }
}

/** The name of the period that begins there. */
export function nameOf(start: Date, unit: Period): string {
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

/** A day in ISO 8601. */
export function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}
