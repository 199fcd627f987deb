/** Feasts and holidays that fall on another day each year: those of the United States by law, and those that follow Easter. */

import { plusDays, weekdayOfDay, yearOf } from './days.ts'

const [MONDAY, TUESDAY, THURSDAY] = [1, 2, 4]

type DayOf = (year: number) => string

/** The days that the words may name in a year; Thanksgiving is another one in Canada. */
const MOVEABLE: readonly (readonly [RegExp, readonly DayOf[]])[] = [
  [/\b(?:mlk|martin luther king(?:,? jr\.?)?) day\b/i, [nth(3, MONDAY, 1)]],
  [/\bpresidents['’]? day\b/i, [nth(3, MONDAY, 2)]],
  [/\bmemorial day\b/i, [lastMondayOfMay]],
  [/\blabor day\b/i, [nth(1, MONDAY, 9)]],
  [/\b(?:columbus|indigenous peoples['’]?) day\b/i, [nth(2, MONDAY, 10)]],
  [/\belection day\b/i, [electionDay]],
  [/\bthanksgiving(?: day)?$/i, [nth(4, THURSDAY, 11), nth(2, MONDAY, 10)]],
  [/\bblack friday\b/i, [year => plusDays(nth(4, THURSDAY, 11)(year), 1)]],
  [/\bgood friday\b/i, [afterEaster(-2)]],
  [/\beaster sunday\b/i, [afterEaster(0)]],
  [/\beaster monday\b/i, [afterEaster(1)]],
  [/\bash wednesday\b/i, [afterEaster(-46)]],
  [/\bwhit monday\b/i, [afterEaster(50)]],
]

/** Whether words that name such a day, with a year after it or without, name another one than `day`. */
export function namesOtherDay(words: string, day: string): boolean {
  const name = words.replace(/,? \d{4}$/, '')
  const days = MOVEABLE.find(([pattern]) => pattern.test(name))?.[1]
  return days?.every(dayOf => dayOf(yearOf(day)) !== day) ?? false
}

/** The nth such weekday of a month. */
function nth(count: number, weekday: number, month: number): DayOf {
  return year => {
    const first = date(year, month, 1)
    const ahead = (weekday - weekdayOfDay(first) + 7) % 7
    return plusDays(first, ahead + 7 * (count - 1))
  }
}

function lastMondayOfMay(year: number): string {
  const last = date(year, 5, 31)
  return plusDays(last, -((weekdayOfDay(last) - MONDAY + 7) % 7))
}

/** The Tuesday after the first Monday of November. */
function electionDay(year: number): string {
  return plusDays(nth(1, MONDAY, 11)(year), TUESDAY - MONDAY)
}

/** So many days after Easter of the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher). */
function afterEaster(days: number): DayOf {
  return year => {
    const [golden, century, inCentury] = [year % 19, Math.floor(year / 100), year % 100]
    const corrected = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
    const epact = (19 * golden + corrected + 15) % 30
    const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
    const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
    const sum = epact + weekday - 7 * late + 114
    return plusDays(date(year, Math.floor(sum / 31), 1), (sum % 31) + days)
  }
}

function date(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
