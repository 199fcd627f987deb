/** The names of months and weekdays in languages besides English (CLDR, through Intl), and where they stand alone in a text. */

import { remembered } from '../model/remembered.ts'
import type { Span } from '../model/span.ts'
import type { DateParts } from './dateParts.ts'
import { baseLanguage, intlTag } from './language.ts'

/** The names of the months in a language, alone and in a date: "июль", "июля". */
export function monthsOf(language: string): readonly (readonly string[])[] {
  return monthsIn(intlTag(language))
}

const monthsIn = remembered((tag): readonly (readonly string[])[] => {
  // Persian has months of its own, and so have others.
  const gregorian = { month: 'long', timeZone: 'UTC', calendar: 'gregory' } as const
  const alone = new Intl.DateTimeFormat(tag, gregorian)
  const dated = new Intl.DateTimeFormat(tag, { ...gregorian, day: 'numeric' })
  return Array.from({ length: 12 }, (_, month) => {
    const parts = [alone, dated].flatMap(format => format.formatToParts(Date.UTC(2001, month, 1)))
    const names = parts.flatMap(({ type, value }) =>
      type === 'month' && /^[\p{L}\p{M}]{2,}$/u.test(value) ? [value] : [],
    )
    return [...new Set(names)]
  })
})

/** The weekdays in a language, Sunday first. */
export function weekdaysOf(language: string): readonly string[] {
  const names = new Intl.DateTimeFormat(intlTag(language), { weekday: 'long', timeZone: 'UTC' })
  // The second of January 2000 was a Sunday.
  return Array.from({ length: 7 }, (_, day) => names.format(Date.UTC(2000, 0, 2 + day)))
}

interface Calendar {
  readonly pattern: RegExp
  readonly parts: ReadonlyMap<string, DateParts>
}

/**
 * Words before which no name of a month is a person's in German, which writes both with a capital: "im August", not
 * "sagte August Bebel". Elsewhere the names of months have small letters, and those of people do not.
 */
const LEAD_DE = String.raw`(?<=(?<!\p{L})(?:im|seit|bis|ab|vom|vor|nach|und|oder|zum|von|ende|anfang|mitte|(?:vergangen|kommend|nächst|letzt|vorig|dies)e[nrms]?|zwischen|bis zum)\s)`

const calendarIn = remembered(makeCalendar)

function makeCalendar(language: string): Calendar | null {
  type Named = readonly [string, DateParts]
  const months = monthsOf(language).flatMap((names, index) => names.map((name): Named => [name, { month: index + 1 }]))
  const weekdays = weekdaysOf(language).map((name, weekday): Named => [name, { weekday }])
  const isGerman = baseLanguage(language) === 'de'
  const small = ([name]: Named) => isGerman || name === name.toLowerCase()
  const [dated, daily] = [months.filter(small), weekdays.filter(small)]
  if (dated.length === 0) return null
  const any = (entries: readonly Named[]) =>
    entries
      .map(([name]) => name)
      .toSorted((a, b) => b.length - a.length)
      .join('|')
  const year = String.raw`(?:\s(?:de\s|del\s|do\s)?(?<year>(?:19|20)\d\d)(?![\p{N}%]|[.,]\p{N}))?`
  const month = `${isGerman ? LEAD_DE : ''}(?<month>${any(dated)})${year}`
  return {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}-])(?:${month}|${any(daily)})(?![\p{L}\p{M}\p{N}]|-\p{L})`,
      'giu',
    ),
    parts: new Map([...dated, ...daily]),
  }
}

/** Months and weekdays that stand alone: "im August", "el lunes". Nothing but the day of publication fixes them. */
export function calendarTimes(text: string, language: string): (Span & { parts: DateParts })[] {
  const calendar = calendarIn(intlTag(language))
  if (calendar === null) return []
  return Array.from(text.matchAll(calendar.pattern)).flatMap(({ index, 0: words, groups }) => {
    const parts = calendar.parts.get(groups?.month ?? words)
    const year = groups?.year === undefined ? {} : { year: Number(groups.year) }
    return parts === undefined ? [] : [{ start: index, end: index + words.length, parts: { ...parts, ...year } }]
  })
}
