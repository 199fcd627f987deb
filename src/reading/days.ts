/** Days as YYYY-MM-DD. */

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** 0, Sunday, to 6. */
export function weekdayOfDay(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function plusDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
