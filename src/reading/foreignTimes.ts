import { createRequire } from 'node:module'
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

const locales = new Map<string, Parser | null>()

/** Loaded when a text of the language comes: English needs none, and the library is large. */
function parserOf(language: string): Parser | null {
  const known = locales.get(language)
  if (known !== undefined) return known
  let parser: Parser | null = null
  try {
    const locale: Locale = require(`chrono-node/${language}`)
    parser = locale.strict ?? locale.casual
  } catch {
    // A language that chrono does not have.
  }
  locales.set(language, parser)
  return parser
}

/** What is certain does not depend on it. */
const REFERENCE = new Date('2000-01-01T12:00:00Z')

/** The dates of a text in another language than English, each with the parts that its words name. */
export function foreignTimes(text: string, language: string): (Span & { parts: DateParts })[] {
  const parser = parserOf(baseLanguage(language))
  if (parser === null) return []
  const dated = /\p{N}/u.test(text) ? datesIn(text, parser) : []
  // The surer first: a date, then a month with its year, then a year.
  const times = dated
  for (const further of [calendarTimes(text, language), bareYears(text, language)]) {
    times.push(...further.filter(time => !times.some(other => spansMeet(time, other))))
  }
  return times.sort((a, b) => a.start - b.start)
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
