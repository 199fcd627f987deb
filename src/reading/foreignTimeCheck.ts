/** Years, decades and months in the words of languages besides English, held against the EDTF that they are given. */

import type { EdtfReading } from '../model/edtf.ts'
import { monthsOf, weekdaysOf } from './calendarNames.ts'
import { weekdayOfDay, yearOf } from './days.ts'
import { contradictForeignSeason } from './foreignSeasons.ts'
import { contradictOwnCalendar } from './ownCalendars.ts'
import { asciiDigits } from './tokens.ts'

const DECADE =
  /(?:années|años|anni|anos|jaren|lata|годы|δεκαετία του) (\d{3}0)\b|\b(\d{3}0)(?:er|erne|-talet|-tallet|s|-luvu\p{L}*|-[ехі]\p{L}*|-ті|-es|’?'?l[ae]r\p{L}*|'?’?l[ıi]|\s?年代|년대)(?!\p{L})/iu
const YEAR = /(?<![\d.,:/-])(?:1[4-9]|20)\d\d(?![\d:%-]|[.,]\d)/g

export function contradictForeignTime(written: string, given: EdtfReading, language: string): string | null {
  const words = written.replace(/\p{Nd}+/gu, asciiDigits)
  const decade = DECADE.exec(words)
  if (decade !== null) return within(Number(decade[1] ?? decade[2]), 10, given, decade[0])
  const eastern = easternDate(words, given)
  if (eastern != null) return eastern
  const weekday = otherWeekday(words, given, language)
  if (weekday !== null || eastern === null) return weekday
  const known = contradictOwnCalendar(words, given, language)
  if (known !== undefined) return known
  const season = contradictForeignSeason(words, given.edtf, language)
  if (season !== null) return season
  const years = [...words.matchAll(YEAR)].map(([year]) => Number(year))
  const [year] = years
  if (years.length === 1 && year !== undefined) {
    const said = within(year, 1, given, String(year))
    if (said !== null) return said
  }
  return years.length > 1 ? null : (otherMonth(words, given, language) ?? otherMonths(words, given, language))
}

const EASTERN = /(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월])?\s?(?:(\d{1,2})\s?[日일])?/u

/** 2024年5月3日, 2024년 5월 3일; undefined where the words are none such. */
function easternDate(words: string, { earliest, latest }: EdtfReading): string | null | undefined {
  const found = EASTERN.exec(words)
  if (found === null) return undefined
  const parts = found.slice(1).map(part => (part === undefined ? undefined : Number(part)))
  // Of a span each end would have to be told apart.
  if (earliest === null || latest === null || earliest.slice(0, 4) !== latest.slice(0, 4)) return null
  const spans = [earliest.slice(0, 4), agreed(earliest, latest, 5), agreed(earliest, latest, 8)]
  const isOther = parts.some((part, index) => {
    const given = spans[index]
    return part !== undefined && given !== undefined && Number(given) !== part
  })
  return isOther ? `the words say ${found[0].trim()}` : null
}

/** The two digits on which both days agree, with all before them. */
function agreed(earliest: string, latest: string, at: number): string | undefined {
  return earliest.slice(0, at + 2) === latest.slice(0, at + 2) ? earliest.slice(at, at + 2) : undefined
}

/** "Sonntag, dem 21. Juli" under a Monday. */
function otherWeekday(words: string, { earliest, latest }: EdtfReading, language: string): string | null {
  if (earliest === null || earliest !== latest) return null
  const all = weekdaysOf(language).map(name => name.toLowerCase())
  const said = all.filter(name => edged(name).test(words.toLowerCase()))
  const actual = all[weekdayOfDay(earliest)]
  return said.length !== 1 || said[0] === actual ? null : `the words say ${said[0]}, and ${earliest} is a ${actual}`
}

/** A name as a word of its own; scripts without spaces have it beside others. */
function edged(name: string): RegExp {
  return /\p{Script=Han}/u.test(name) ? new RegExp(name, 'u') : new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u')
}

/** Null where the days given lie in the years, or hold them. */
function within(from: number, count: number, { earliest, latest }: EdtfReading, words: string): string | null {
  const first = earliest === null ? null : yearOf(earliest)
  const last = latest === null ? null : yearOf(latest)
  // What is open begins or ends with the year, or beside it: "before 2010".
  if (first === null) return last !== null && last < from - 1 ? `the words say ${words}` : null
  if (last === null) return first > from + count - 1 ? `the words say ${words}` : null
  const isIn = first >= from && last < from + count
  const isOver = first <= from && from + count - 1 <= last
  return isIn || isOver ? null : `the words say ${words}`
}

interface NamedMonth {
  readonly name: string
  /** 1 to 12. */
  readonly month: number
}

/** The months that the words name, in the order of the year; Hebrew writes "in" before them without a space. */
function monthsNamed(words: string, language: string): readonly NamedMonth[] {
  return monthsOf(language).flatMap((names, index) => {
    const name = names.find(name => new RegExp(`(?<![\\p{L}\\p{M}])[בלמה]?${name}(?![\\p{L}\\p{M}])`, 'iu').test(words))
    return name === undefined ? [] : [{ name, month: index + 1 }]
  })
}

/** "Juli 2024" under 2024-06. */
function otherMonth(words: string, { earliest, latest, interval }: EdtfReading, language: string): string | null {
  if (interval || earliest === null || latest === null || earliest.slice(0, 7) !== latest.slice(0, 7)) return null
  const found = monthsNamed(words, language)
  const [only] = found
  if (found.length !== 1 || only === undefined) return null
  if (only.month !== Number(earliest.slice(5, 7))) return `the words say ${only.name}`
  const day = new RegExp(`(?<!\\d)(\\d{1,2})(?:\\.|er|º|ª)?\\s(?:de\\s)?[בלמה]?${only.name}`, 'iu').exec(words)?.[1]
  if (day === undefined || earliest !== latest || Number(day) === Number(earliest.slice(8))) return null
  return `the words say the ${day}. of ${only.name}`
}

/** "Januar bis März" under January to April. */
function otherMonths(words: string, { earliest, latest, interval }: EdtfReading, language: string): string | null {
  if (!interval || earliest === null || latest === null || earliest.slice(0, 4) !== latest.slice(0, 4)) return null
  const [first, last, ...others] = monthsNamed(words, language)
  if (first === undefined || last === undefined || others.length > 0) return null
  const isOf = first.month === Number(earliest.slice(5, 7)) && last.month === Number(latest.slice(5, 7))
  return isOf ? null : `the words say ${first.name} and ${last.name}`
}
