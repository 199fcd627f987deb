import { createRequire } from 'node:module'
import { remembered } from '../model/remembered.ts'
import { type Span, spansMeet } from '../model/span.ts'
import { bareYears } from './bareYears.ts'
import { calendarTimes } from './calendarNames.ts'
import type { DateParts } from './dateParts.ts'
import { baseLanguage } from './language.ts'

const require = createRequire(import.meta.url)

/** What a locale of chrono-node has of what is used here. */
interface Locale {
  readonly strict?: Parser
  readonly casual: Parser
}
interface Parser {
  parse(text: string, reference: Date): readonly Found[]
}
interface Found {
  readonly index: number
  readonly text: string
  readonly start: { isCertain(component: Component): boolean; get(component: Component): number | null }
}
type Component = 'year' | 'month' | 'day' | 'weekday'

/** Loaded when a text of the language comes: English needs none, and the library is large. */
const parserOf = remembered((language): Parser | null => {
  try {
    const locale: Locale = require(`chrono-node/${language}`)
    return locale.strict ?? locale.casual
  } catch {
    // A language that chrono does not have.
    return null
  }
})

/** What is certain does not depend on it. */
const REFERENCE = new Date('2000-01-01T12:00:00Z')

/** "18.30 Uhr", "kl. 18.30", "18h30", "alle 18.30". */
const CLOCK =
  /(?<![\d.,:])(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?(?:Uhr|uur)(?!\p{L})|(?<=(?<!\p{L})(?:kl|klo|klockan|klokken|klokka|kello|ore|alle|dalle|om|um|ab|las|às|les|ora)\.?\s)(?:[01]?\d|2[0-4])[.:h][0-5]\d(?![\d.,:%€$])|(?<![\d.,:])(?:[01]?\d|2[0-4])\s?h\s?[0-5]\d(?!\p{L}|\d)/giu

interface ForeignTime extends Span {
  readonly parts: DateParts
  readonly isClock: boolean
}

/** The dates and times of day of a text in another language than English, each with the parts that its words name. */
export function foreignTimes(text: string, language: string): ForeignTime[] {
  const parser = parserOf(baseLanguage(language))
  const hasDigits = /\p{N}/u.test(text)
  const noClock = (found: readonly (Span & { parts: DateParts })[]) => found.map(time => ({ ...time, isClock: false }))
  // The surer first: a date, a time of day, then a month with its year, then a year.
  const times: ForeignTime[] = hasDigits && parser !== null ? noClock(datesIn(text, parser)) : []
  const further = parser === null ? [] : [calendarTimes(text, language), bareYears(text, language)].map(noClock)
  for (const found of [hasDigits ? clocksIn(text) : [], ...further]) {
    times.push(...found.filter(time => !times.some(other => spansMeet(time, other))))
  }
  return times.sort((a, b) => a.start - b.start)
}

function clocksIn(text: string): ForeignTime[] {
  return Array.from(text.matchAll(CLOCK), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    parts: {},
    isClock: true,
  }))
}

function datesIn(text: string, parser: Parser): (Span & { parts: DateParts })[] {
  return parser.parse(text, REFERENCE).flatMap(({ index, text: words, start }) => {
    const parts: DateParts = Object.fromEntries(
      (['year', 'month', 'day', 'weekday'] as const).flatMap(component =>
        start.isCertain(component) ? [[component, start.get(component) ?? 0] as const] : [],
      ),
    )
    // "14 juillet 2024, 1,2 million": the digit after the year is not an hour.
    const { length } = (/^(.*\b\d{4}),?\s+\d{1,2}$/s.exec(words)?.[1] ?? words).replace(/[\s,;]+$/, '')
    // "De 67 años" is an age: a year alone has its four digits.
    const isAge =
      Object.keys(parts).join() === 'year' && /^[\p{Script=Latin}\s]*\d{1,3}[\p{Script=Latin}\s]*$/u.test(words)
    return Object.keys(parts).length === 0 || isAge ? [] : [{ start: index, end: index + length, parts }]
  })
}
