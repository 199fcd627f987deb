import { type EdtfReading, readEdtf } from '../model/edtf.ts'
import { findNumbers } from './mentions.ts'
import { readTimes, type TimeMention, weekdayOfDay } from './times.ts'
import { isDuration } from './units.ts'

/** The parts of an end of an EDTF expression, as far as it names them. */
interface WrittenDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const WEEKDAYS = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/**
 * How the words of a time contradict the EDTF that it is given: a day and month that changed places, another weekday, a
 * decade off, a count of days taken for a year. Null where they do not.
 */
export function contradictTime(words: string, edtf: string, language: string): string | null {
  const reading = readEdtf(edtf)
  if (reading === null) return null
  const times = readTimes(words, language)
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return countTaken(words, reading, language)
  const [from = '', to = from] = reading.interval ? edtf.split('/') : [edtf]
  if (times.length > 1) {
    if (!reading.interval) return null
    return contradict(first, dateOf(from)) ?? contradict(last, dateOf(to))
  }
  if (first.parts.decade !== undefined) return outside(first.parts.decade, 10, reading, first)
  if (reading.interval) {
    const { year } = first.parts
    return year === undefined || isFiscal(words) ? null : outsideYear(year, reading, first)
  }
  return contradict(first, dateOf(edtf)) ?? weekdayContradicts(first, reading)
}

function isFiscal(words: string): boolean {
  return /fiscal|\bFY/i.test(words)
}

function dateOf(written: string): WrittenDate {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(written) ?? []
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  const known = number(month)
  return { year: number(year), month: known !== null && known <= 12 ? known : null, day: number(day) }
}

function contradict({ parts, words }: TimeMention, date: WrittenDate): string | null {
  if (isFiscal(words)) return null
  const { year, month, day } = parts
  if (year !== undefined && date.year !== null && year !== date.year) return `the words say ${year}`
  if (month !== undefined && date.month !== null && month !== date.month) return `the words say ${monthName(month)}`
  if (day !== undefined && date.day !== null && day !== date.day) return `the words say the ${day}${ending(day)}`
  return null
}

function weekdayContradicts({ parts: { weekday } }: TimeMention, reading: EdtfReading): string | null {
  const { earliest, latest } = reading
  if (weekday === undefined || earliest === null || earliest !== latest) return null
  const actual = weekdayOfDay(earliest)
  if (actual === weekday) return null
  return `the words say ${weekdayName(weekday)}, and ${earliest} is a ${weekdayName(actual)}`
}

/** A decade off, or a year that another interval holds. */
function outside(
  from: number,
  years: number,
  { earliest, latest }: EdtfReading,
  { words }: TimeMention,
): string | null {
  const first = Number(earliest?.slice(0, 4) ?? from)
  const last = Number(latest?.slice(0, 4) ?? from)
  return first >= from && last < from + years ? null : `the words say ${words}`
}

function outsideYear(year: number, { earliest, latest }: EdtfReading, { words }: TimeMention): string | null {
  const isWithin =
    (earliest === null || Number(earliest.slice(0, 4)) <= year) &&
    (latest === null || year <= Number(latest.slice(0, 4)))
  return isWithin ? null : `the words say ${words}`
}

/** "2,024 days" is a count and no year. */
function countTaken(words: string, reading: EdtfReading, language: string): string | null {
  const [count] = findNumbers(words, language)
  if (count?.quantity?.value == null || !isDuration(count.quantity.unit)) return null
  const isSame = reading.earliest?.startsWith(String(count.quantity.value).padStart(4, '0')) === true
  return isSame ? `the words count ${count.quantity.unit?.name}s, and name no date` : null
}

function monthName(month: number): string {
  return MONTHS.format(Date.UTC(2000, month - 1, 1))
}

function weekdayName(weekday: number): string {
  // The second of January 2000 was a Sunday.
  return WEEKDAYS.format(Date.UTC(2000, 0, 2 + weekday))
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })

function ending(day: number): string {
  return ENDINGS[ORDINALS.select(day)] ?? 'th'
}
