/** Years, decades and months in the words of languages besides English, held against the EDTF that they are given. */

import type { EdtfReading } from '../model/edtf.ts'
import { intlTag } from './language.ts'

const DECADE =
  /(?:années|años|anni|anos|jaren|lata|годы) (\d{3}0)\b|\b(\d{3}0)(?:er|erne|-talet|-tallet|s|-luvu\p{L}*)(?!\p{L})/iu
const YEAR = /(?<![\d.,:/-])(?:1[4-9]|20)\d\d(?![\d:%-]|[.,]\d)/g

export function contradictForeignTime(words: string, given: EdtfReading, language: string): string | null {
  const decade = DECADE.exec(words)
  if (decade !== null) return within(Number(decade[1] ?? decade[2]), 10, given, decade[0])
  const years = [...words.matchAll(YEAR)].map(([year]) => Number(year))
  const [year] = years
  if (years.length === 1 && year !== undefined) {
    const said = within(year, 1, given, String(year))
    if (said !== null) return said
  }
  return years.length > 1 ? null : otherMonth(words, given, language)
}

/** Null where the days given lie in the years, or hold them. */
function within(from: number, count: number, { earliest, latest }: EdtfReading, words: string): string | null {
  const first = earliest === null ? null : Number(earliest.slice(0, 4))
  const last = latest === null ? null : Number(latest.slice(0, 4))
  // What is open begins or ends with the year, or beside it: "before 2010".
  if (first === null) return last !== null && last < from - 1 ? `the words say ${words}` : null
  if (last === null) return first > from + count - 1 ? `the words say ${words}` : null
  const isIn = first >= from && last < from + count
  const isOver = first <= from && from + count - 1 <= last
  return isIn || isOver ? null : `the words say ${words}`
}

/** "Juli 2024" under 2024-06. */
function otherMonth(words: string, { earliest, latest, interval }: EdtfReading, language: string): string | null {
  if (interval || earliest === null || latest === null || earliest.slice(0, 7) !== latest.slice(0, 7)) return null
  const found = monthsOf(language).flatMap((names, index) => {
    const name = names.find(name => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu').test(words))
    return name === undefined ? [] : [{ name, month: index + 1 }]
  })
  const [only] = found
  if (found.length !== 1 || only === undefined || only.month === Number(earliest.slice(5, 7))) return null
  return `the words say ${only.name}`
}

const MONTHS = new Map<string, readonly (readonly string[])[]>()

/** The names of the months in a language, alone and in a date (CLDR): "июль", "июля". */
function monthsOf(language: string): readonly (readonly string[])[] {
  const tag = intlTag(language)
  const known = MONTHS.get(tag)
  if (known !== undefined) return known
  const alone = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
  const dated = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const made = Array.from({ length: 12 }, (_, month) => {
    const parts = [alone, dated].flatMap(format => format.formatToParts(Date.UTC(2001, month, 1)))
    const names = parts.flatMap(({ type, value }) => (type === 'month' && /^\p{L}{3,}$/u.test(value) ? [value] : []))
    return [...new Set(names)]
  })
  MONTHS.set(tag, made)
  return made
}
