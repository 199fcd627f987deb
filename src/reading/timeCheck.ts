/** What the words of a time say, held against the EDTF that they are given. */

import { type Bounds, type EdtfReading, readEdtf } from '../model/edtf.ts'
import { plusDays, weekdayOfDay, yearOf } from './days.ts'
import { ORDINALS_TO_20 } from './english/ordinals.ts'
import { contradictForeignAgo } from './foreignAgo.ts'
import { contradictForeignTime } from './foreignTimeCheck.ts'
import { isEnglish } from './language.ts'
import { findNumbers } from './mentions.ts'
import { contradictNamedTime } from './namedTimes.ts'
import { contradictNumericDate } from './numericDates.ts'
import { contradictRelativeDay } from './relativeDays.ts'
import { readTimes, type TimeMention } from './times.ts'
import { isDuration } from './units.ts'

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const WEEKDAYS = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/**
 * How the words of a time contradict the EDTF that it is given: a day and month that changed places, another weekday, a
 * decade off, a count of days taken for a year, another year than "last year" is to the day of publication. Null where they
 * do not: a coarser or a finer date is none.
 */
export function contradictTime(
  words: string,
  edtf: string,
  language: string,
  published: string | null = null,
): string | null {
  const given = readEdtf(edtf)
  if (given === null) return null
  const known = isEnglish(language)
    ? contradictNamedTime(words, given, published)
    : (contradictForeignTime(words, given, language) ??
      contradictForeignAgo(words, given, language, published) ??
      contradictRelativeDay(words, given, language, published))
  if (known !== null) return known
  const numeric = contradictNumericDate(words, given, language)
  if (numeric !== null) return numeric
  const times = readBare(words, language, published).filter(({ isClock }) => !isClock)
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return shortYear(words, given) ?? countTaken(words, given, language)
  if (times.length > 1 && given.interval) {
    const [from = '', to = ''] = edtf.split('/')
    return endContradicts(first, from) ?? endContradicts(last, to)
  }
  if (times.length > 1) return null
  return contradict(first, given, edtf, words)
}

/** A month alone needs a word before it to be one in a sentence; as the words of a time it stands for itself. */
function readBare(words: string, language: string, published: string | null): TimeMention[] {
  const written = isEnglish(language) ? words.replace(ORDINAL_DAY, daysInDigits) : words
  const times = readTimes(written, language, published)
  return times.length > 0 ? times : readTimes(`in ${written.replace(ABOUT, '')}`, language, published)
}

/** "The third of May", "the twenty-first of July". */
const ORDINAL_DAY =
  /\b(twenty-|thirty-)?(\w+(?:st|nd|rd|th)|twentieth|thirtieth)(?= (?:day )?of (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/gi

function daysInDigits(words: string, tens: string | undefined, word: string): string {
  const ones = ORDINALS_TO_20.indexOf(word.toLowerCase()) + 1
  if (/^(?:twen|thir)tieth$/i.test(word)) return word.toLowerCase() === 'twentieth' ? '20th' : '30th'
  const day = ones + (tens === undefined ? 0 : tens.toLowerCase() === 'twenty-' ? 20 : 30)
  return ones === 0 ? words : `${day}th`
}

const ABOUT = /^(?:about|around|circa|c\.|ca\.|roughly|approximately|some time in) ?/i

function contradict(time: TimeMention, given: EdtfReading, edtf: string, words: string): string | null {
  const { parts } = time
  if (/fiscal|\bFY/i.test(words)) return null
  const named = namedBy(time)
  if (isAway(words, time)) return named !== null && isWithin(given, named) ? `the words say ${words}` : null
  if (named !== null && !given.interval && parts.day === undefined) {
    return holdsEither(named, given) ? null : `the words say ${time.words}`
  }
  if (parts.decadeDigit !== undefined) return ofDecade(parts.decadeDigit, given, time)
  if (parts.season !== undefined) return ofSeason(parts.season, edtf, time)
  if (given.interval && parts.toDay !== undefined) return daysOf(time, given)
  if (given.interval) {
    // "Before 2010" ends the year before, and "after 2010" begins the year after.
    const slack = /\b(?:before|after)\b/i.test(words) ? 1 : 0
    if (named === null) return null
    // "Since 2019" begins then: what is open on one side is held by its other end.
    const end = given.earliest === null ? given.latest : given.latest === null ? given.earliest : null
    if (end !== null) {
      const isNear = Math.abs(yearOf(end) - nearestYear(named, yearOf(end))) <= slack
      return isNear || touchesOpen(named, given, slack) ? null : `the words say ${time.words}`
    }
    return holdsEither(named, given) ? null : `the words say ${time.words}`
  }
  return partsContradict(time, dateOf(edtf)) ?? weekdayContradicts(time, given)
}

/** "Two years before 2020", "the day after May 3": so far from the time that is named, and not within it. */
function isAway(words: string, { words: named }: TimeMention): boolean {
  return /\b(?:days?|weeks?|months?|years?|decades?) (?:before|after|prior to|following) $/i.test(
    words.slice(0, words.indexOf(named)),
  )
}

function isWithin({ earliest, latest }: EdtfReading, named: Bounds): boolean {
  if (earliest === null || latest === null || named.earliest === null || named.latest === null) return false
  return earliest >= named.earliest && latest <= named.latest
}

/** Of the years that are named the one nearest to another. */
function nearestYear({ earliest, latest }: Bounds, year: number): number {
  const from = earliest === null ? year : yearOf(earliest)
  const to = latest === null ? year : yearOf(latest)
  return Math.min(Math.max(year, from), to)
}

interface WrittenDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

function dateOf(written: string): WrittenDate {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(written) ?? []
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  const known = number(month)
  return { year: number(year), month: known !== null && known <= 12 ? known : null, day: number(day) }
}

/** The days that the words name by themselves, or with the day of publication; null where they name none for certain. */
function namedBy({ edtf, ground, parts }: TimeMention): Bounds | null {
  if (parts.century !== undefined) return yearsFrom(100 * (parts.century - 1), 100)
  if (parts.decade !== undefined) return yearsFrom(parts.decade, parts.decade % 100 === 0 ? 100 : 10)
  if (parts.quarter !== undefined && parts.year !== undefined) return monthsOf(parts.year, 3 * parts.quarter - 2, 3)
  if (edtf === null || parts.season !== undefined) return null
  // Which Friday, and the May of which year, is told by nearness alone.
  if (ground === 'RELATIVE' && (parts.weekday !== undefined || parts.month !== undefined)) return null
  return aroundIfAbout(edtf)
}

function yearsFrom(year: number, count: number): Bounds {
  // A century begins with its year 1, or with its year 0.
  return { earliest: `${String(year).padStart(4, '0')}-01-01`, latest: `${year + count}-12-31`.padStart(10, '0') }
}

function monthsOf(year: number, month: number, count: number): Bounds | null {
  const to = `${year}-${String(month + count - 1).padStart(2, '0')}`
  return readEdtf(`${year}-${String(month).padStart(2, '0')}/${to}`)
}

/** "Three years ago" is about that year: one to either side is not a contradiction. */
function aroundIfAbout(edtf: string): Bounds | null {
  const read = readEdtf(edtf)
  if (read === null || !read.approximate || read.earliest === null || read.latest === null) return read
  const days = edtf.length <= 5 ? 366 : edtf.length <= 8 ? 31 : 7
  return { earliest: plusDays(read.earliest, -days), latest: plusDays(read.latest, days) }
}

/** Whether one span of days lies in the other. */
function holdsEither(one: Bounds, other: Bounds): boolean {
  return holds(one, other) || holds(other, one)
}

function holds(outer: Bounds, inner: Bounds): boolean {
  const isFrom = outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest)
  const isTo = outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest)
  return isFrom && isTo
}

function touchesOpen(named: Bounds, given: EdtfReading, years: number): boolean {
  if (years === 0 || named.earliest === null || named.latest === null) return false
  if (given.earliest === null && given.latest !== null) return yearOf(given.latest) === yearOf(named.earliest) - years
  return given.latest === null && given.earliest !== null && /-01-01$/.test(given.earliest) && /\.\./.test(given.edtf)
    ? yearOf(given.earliest) === yearOf(named.latest) + years && named.earliest.endsWith('-01-01')
    : false
}

function ofDecade(digit: number, { earliest, latest }: Bounds, { words }: { readonly words: string }): string | null {
  const isOf = (day: string | null) => day === null || Math.floor(yearOf(day) / 10) % 10 === digit
  return isOf(earliest) && isOf(latest) ? null : `the words say ${words}`
}

/** Seasons are those of EDTF by number; which months they are differs from place to place. */
function ofSeason(season: string, edtf: string, { words, parts: { year } }: TimeMention): string | null {
  const [, givenYear, given] = /^(\d{4})-(2[1-4])/.exec(edtf) ?? []
  if (given !== undefined && given !== season) return `the words say ${words}`
  const other = givenYear ?? /^(\d{4})/.exec(edtf)?.[1]
  // Winter is of two years.
  const isNear =
    other === undefined || year === undefined || Math.abs(Number(other) - year) <= (season === '24' ? 1 : 0)
  return isNear ? null : `the words say ${words}`
}

/** "July 21-25": the days of both ends, in any year. */
function daysOf(time: TimeMention, { earliest, latest }: Bounds): string | null {
  const { month, day, toDay } = time.parts
  if (month === undefined || day === undefined || toDay === undefined || earliest === null || latest === null)
    return null
  const isSame = (date: string, of: number) => Number(date.slice(5, 7)) === month && Number(date.slice(8)) === of
  return isSame(earliest, day) && isSame(latest, toDay) ? null : `the words say ${time.words}`
}

function endContradicts(time: TimeMention, end: string): string | null {
  const read = readEdtf(end)
  if (read === null) return null
  const { decade } = time.parts
  if (decade !== undefined) {
    const named = yearsFrom(decade, 10)
    return holdsEither(named, read) ? null : `the words say ${time.words}`
  }
  return partsContradict(time, dateOf(end)) ?? weekdayContradicts(time, read)
}

function partsContradict({ parts }: TimeMention, date: WrittenDate): string | null {
  const { year, month, day } = parts
  if (year !== undefined && date.year !== null && year !== date.year) return `the words say ${year}`
  if (month !== undefined && date.month !== null && month !== date.month) return `the words say ${monthName(month)}`
  if (day !== undefined && date.day !== null && day !== date.day) return `the words say the ${day}${ending(day)}`
  return null
}

function weekdayContradicts({ parts: { weekday } }: TimeMention, { earliest, latest }: Bounds): string | null {
  if (weekday === undefined || earliest === null || earliest !== latest) return null
  const actual = weekdayOfDay(earliest)
  if (actual === weekday) return null
  return `the words say ${weekdayName(weekday)}, and ${earliest} is a ${weekdayName(actual)}`
}

/** "’16", "the 90s". */
function shortYear(words: string, given: Bounds): string | null {
  const { earliest, latest } = given
  const [, decade] = /^(?:in )?the (?:early |mid-|mid |late )?(\d)0s$/i.exec(words.trim()) ?? []
  if (decade !== undefined) return ofDecade(Number(decade), given, { words })
  const [, digits] = /^(?:in )?['’‘](\d\d)$/i.exec(words.trim()) ?? []
  if (digits === undefined || earliest === null || latest === null) return null
  return earliest.slice(2, 4) === digits && latest.slice(2, 4) === digits ? null : `the words say ${words}`
}

/** "2,024 days" is a count and no year. */
function countTaken(words: string, reading: EdtfReading, language: string): string | null {
  const [count] = findNumbers(words, language)
  if (count?.quantity?.value == null || !isDuration(count.quantity.unit)) return null
  const { value, unit } = count.quantity
  const year = reading.earliest?.slice(0, 4) ?? ''
  const isSame = year === String(value).padStart(4, '0') || (value >= 10 && year.slice(2) === String(value))
  return isSame ? `the words count ${unit?.name}s, and name no date` : null
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
