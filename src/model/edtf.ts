/**
 * Reads EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0 and 1.
 *
 * The `edtf` library decides whether an expression is well-formed; the first and the last day that it covers are read
 * off its digits here, because the library lets 2023-02-29 pass, shifts date-times to UTC and gives seasons months of
 * its own.
 */

import { createRequire } from 'node:module'
import type { Parsed, ParsedInterval } from 'edtf'
import { Failure } from './failure.ts'
import { didYouMean } from './nearest.ts'

/**
 * A span of days, both ends included: ISO 8601 calendar dates, YYYY-MM-DD, in the proleptic Gregorian calendar.
 * Null is no bound on that side. Such dates compare in code-point order.
 */
export interface Bounds {
  readonly earliest: string | null
  readonly latest: string | null
}

export interface EdtfReading extends Bounds {
  /** The expression as it was given. */
  readonly edtf: string
  /** Some date in it is marked `?` or `%`. */
  readonly uncertain: boolean
  /** Some date in it is marked `~` or `%`. */
  readonly approximate: boolean
  readonly interval: boolean
  /** An interval that has no start: `../2024`. */
  readonly openStart: boolean
  /** An interval that goes on: `2023-05/..`. */
  readonly openEnd: boolean
  /** An interval whose start is not known: `/2024`. */
  readonly unknownStart: boolean
  /** An interval whose end is not known: `2023-05/`. */
  readonly unknownEnd: boolean
}

const require = createRequire(import.meta.url)

const MAX_LENGTH = 100

/** The written date at the head of an expression; a sign or a `Y` before the year is not matched. */
const WRITTEN_DATE = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/

/** A calendar date of level 0, down to the day, the month or the year. */
const CALENDAR_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?!00)\d\d)?)?$/

const UNSPECIFIED = 'XX'
const SEASONS: ReadonlySet<string> = new Set(['21', '22', '23', '24'])
/** An end of an interval that has no limit (ISO 8601-2). */
export const OPEN = '..'
const UNKNOWN = ''

/**
 * Reads an EDTF expression of level 0 or 1; null if `text` is none, or names a day that does not exist, or an interval
 * that ends before it starts. Never throws.
 *
 * - An unspecified part covers all that it may stand for: `201X` is 2010-01-01 to 2019-12-31.
 * - `?`, `~` and `%` widen nothing: by how much is not for us to say.
 * - A season (`2024-21`) covers its whole year. Level 1 names seasons without a hemisphere, so any months would be
 *   wrong for half of the world; and a span too wide finds too much where one too narrow would miss.
 * - A date-time covers the day that it names, whatever its zone: it is the day that the document states.
 * - Level 2 is refused, which by the library's grammar includes `201X/2020` and `2004-21/2004-22`, and so is
 *   ISO 8601-1's two-digit century, which EDTF does not have (`20XX` says the same).
 * - Years before 0000 and after 9999 are refused: their dates would not sort in code-point order.
 * - More than 100 characters are refused.
 */
export function readEdtf(text: string): EdtfReading | null {
  // Plain dates are nearly all there are, and the parser takes some thirty times as long to see what their digits show.
  if (!CALENDAR_DATE.test(text)) {
    const parsed = parseLevel1(text)
    if (parsed === null) return null
    if (parsed.type === 'Interval') return readInterval(text, parsed)
  }

  const days = daysOf(text)
  return days && reading(text, { earliest: days.first, latest: days.last }, null)
}

/**
 * Reads what a person asks for; `argument` is the path of the argument that says it.
 *
 * @throws Failure BAD_DATE if it is no EDTF of level 0 or 1
 */
export function requireEdtf(text: string, argument?: string): EdtfReading {
  const reading = readEdtf(text)
  if (reading !== null) return reading
  throw new Failure(
    'BAD_DATE',
    `“${text}” is not an EDTF date or interval, such as 2024, 2024-07, 2024-07-21 or 2023-05/2024-07.${didYouMean(spelledDate(text))}`,
    argument === undefined ? {} : { argument },
  )
}

/** Made only when a date cannot be read: the first formatting of a date takes 20 ms, for which no start should wait. */
function monthNames(): string[] {
  const format = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month)).toLowerCase())
}

/** The date that is written out in English: “September 2024”, “Sept. 3, 2024”; none of what is not. */
export function spelledDate(text: string): string[] {
  const found = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,})\.? ?(?:(\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})$/i.exec(
    text.trim(),
  )
  if (found === null) return []
  const [, first = '', name = '', second = '', year = ''] = found
  const month = monthNames().findIndex(each => each.startsWith(name.toLowerCase())) + 1
  const day = first || second
  const date = dateOf(year, String(month), day)
  return month > 0 && readEdtf(date) !== null ? [date] : []
}

/** Year, month and day as a date, as far as they are given: 2026, 3 and nothing is 2026-03. */
export function dateOf(...parts: readonly string[]): string {
  return parts
    .filter(part => part !== '')
    .map(part => part.padStart(2, '0'))
    .join('-')
}

/**
 * Whether two spans share a day. An end that is null reaches without limit, so that what is not known is not excluded.
 */
export function overlaps(a: Bounds, b: Bounds): boolean {
  return startsBy(a, b.latest) && startsBy(b, a.latest)
}

function startsBy({ earliest }: Bounds, day: string | null): boolean {
  return earliest === null || day === null || earliest <= day
}

function parseLevel1(text: string): Parsed | null {
  // The parser's time grows faster than the text.
  if (text.length > MAX_LENGTH) return null
  try {
    // Loaded with the first date that is not plain: many a graph has none.
    const { parse }: typeof import('edtf') = require('edtf')
    return parse(text, { level: 1, types: ['Date', 'Season', 'Interval'] })
  } catch {
    return null
  }
}

function readInterval(text: string, parsed: ParsedInterval): EdtfReading | null {
  const [startText = UNKNOWN, endText = UNKNOWN] = text.split('/')
  const start = daysOf(startText)
  const end = daysOf(endText)
  if (start === null && namesDate(startText)) return null
  if (end === null && namesDate(endText)) return null
  if (start === null || end === null) {
    return reading(text, { earliest: start?.first ?? null, latest: end?.last ?? null }, [startText, endText])
  }

  const backwards = start.first > end.last
  const order = compareMoments(momentOf(parsed.values[0]), momentOf(parsed.values[1]))
  if (order === null ? backwards : order > 0) return null

  // Across time zones a later moment may be written with an earlier day; the span then covers both days.
  const [first, last] = backwards ? [end, start] : [start, end]
  return reading(text, { earliest: first.first, latest: last.last }, [startText, endText])
}

function namesDate(endText: string): boolean {
  return endText !== OPEN && endText !== UNKNOWN
}

function reading(text: string, bounds: Bounds, ends: readonly [start: string, end: string] | null): EdtfReading {
  return {
    edtf: text,
    ...bounds,
    uncertain: /[?%]/.test(text),
    approximate: /[~%]/.test(text),
    interval: ends !== null,
    openStart: ends?.[0] === OPEN,
    openEnd: ends?.[1] === OPEN,
    unknownStart: ends?.[0] === UNKNOWN,
    unknownEnd: ends?.[1] === UNKNOWN,
  }
}

/**
 * The first and the last day that one written date covers; null if the day does not exist or the year is out of range.
 */
function daysOf(written: string): { first: string; last: string } | null {
  const [, year, month = UNSPECIFIED, day = UNSPECIFIED] = WRITTEN_DATE.exec(written) ?? []
  if (year === undefined) return null

  const wholeYear = month === UNSPECIFIED || SEASONS.has(month)
  const firstMonth = `${year.replaceAll('X', '0')}-${wholeYear ? '01' : month}`
  const lastMonth = `${year.replaceAll('X', '9')}-${wholeYear ? '12' : month}`
  if (day === UNSPECIFIED) return { first: `${firstMonth}-01`, last: `${lastMonth}-${lastDayOf(lastMonth)}` }

  if (day > lastDayOf(lastMonth)) return null
  return { first: `${firstMonth}-${day}`, last: `${lastMonth}-${day}` }
}

/** The last day, as two digits, of a month given as YYYY-MM. */
function lastDayOf(yearAndMonth: string): string {
  // By the rule and not by Date, which takes longer than all the rest of reading: counting reads a date for each row.
  const year = Number(yearAndMonth.slice(0, 4))
  switch (yearAndMonth.slice(5)) {
    case '02':
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? '29' : '28'
    case '04':
    case '06':
    case '09':
    case '11':
      return '30'
    default:
      return '31'
  }
}

interface Moment {
  /** Milliseconds since 1970, in UTC if zoned and otherwise by the clock of an unnamed place. */
  readonly time: number
  readonly zoned: boolean
}

/** The moment that a date-time names; null for an end that names no time of day. */
function momentOf(end: ParsedInterval['values'][number]): Moment | null {
  if (typeof end !== 'object' || end === null) return null
  const [year = 0, month = 0, day = 1, hour, minute = 0, second = 0, millisecond = 0] = end.values
  if (hour === undefined) return null

  const zoned = end.timeZone !== undefined
  const offset = zoned ? (end.offset ?? 0) : 0
  const midnight = new Date(0).setUTCFullYear(year, month, day)
  return { time: midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond, zoned }
}

/** Negative, zero or positive as `a` is before, at or after `b`; null where no common clock orders them. */
function compareMoments(a: Moment | null, b: Moment | null): number | null {
  if (a === null || b === null || a.zoned !== b.zoned) return null
  return a.time - b.time
}
