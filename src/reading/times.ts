import { readEdtf } from '../model/edtf.ts'
import type { Span } from '../model/span.ts'
import type { DateParts } from './dateParts.ts'
import { weekdayOfDay } from './days.ts'
import {
  centuryOf,
  decadeOf,
  MAY_BEGIN,
  monthOf,
  quarterOf,
  seasonOf,
  TIME_FORMS,
  weekdayOf,
} from './english/timeWords.ts'
import { foreignTimes } from './foreignTimes.ts'
import { isEnglish } from './language.ts'
import { type Resolution, resolveRelative } from './timeResolution.ts'
import { yearOrCount } from './yearsAndCounts.ts'

/** How words come to a date. */
export type TimeGround =
  /** They fix it themselves. */
  | 'STATED'
  /** They fix it together with the day on which the document was published. */
  | 'RELATIVE'
  | 'UNRESOLVED'

/** A time where it stands in a text. */
export interface TimeMention extends Span {
  readonly words: string
  readonly parts: DateParts
  /** EDTF, levels 0 and 1; null where nothing fixes a date. */
  readonly edtf: string | null
  readonly ground: TimeGround
  /** Whether it names a time of day and no date. */
  readonly isClock: boolean
}

/**
 * The times of a text, in order and without overlap. `published` is the date on which it was published (EDTF): with it
 * "on Friday" and "last year" come to a date, and without it they stay unresolved.
 */
export function readTimes(text: string, language: string, published?: string | null): TimeMention[] {
  const day = dayOf(published)
  if (!isEnglish(language))
    return foreignTimes(text, language).map(time => ({
      ...mention(text, time, time.parts, null, day),
      isClock: time.isClock,
    }))
  return englishTimes(text, day)
}

/** The one day of a publication date. */
function dayOf(published: string | null | undefined): string | null {
  const reading = published == null ? null : readEdtf(published)
  return reading !== null && reading.earliest === reading.latest ? reading.earliest : null
}

type Groups = Readonly<Record<string, string | undefined>>

function englishTimes(text: string, published: string | null): TimeMention[] {
  const times: TimeMention[] = []
  MAY_BEGIN.lastIndex = 0
  for (let from = 0; ; ) {
    MAY_BEGIN.lastIndex = from
    const begin = MAY_BEGIN.exec(text)
    if (begin === null) break
    const found = matchAt(text, begin.index)
    if (found === null) {
      from = begin.index + 1
      continue
    }
    const { span, groups } = found
    times.push(mention(text, span, partsOf(groups), groups, published))
    from = span.end
  }
  return times
}

/** A preposition before a month or a year shows that it is one, and is not part of it. */
const PREPOSITION = /^(?:in|since|until|through|by|of|from|to|during|before|after|till|between|and|or) /i

interface Matched {
  readonly span: Span
  readonly groups: Groups
}

/** No time takes more characters, what decides about it before and after it included. */
const REACH = 120

/** The time that begins at the index; at the head of a sentence its first word has a capital: "Last year", "Two days ago". */
function matchAt(text: string, index: number): Matched | null {
  const asIs = matchIn(text, text, index, 0)
  if (asIs !== null || !/^[A-Z]/.test(text.charAt(index))) return asIs
  const from = Math.max(0, index - REACH)
  const small = text.slice(from, index) + text.charAt(index).toLowerCase() + text.slice(index + 1, index + REACH)
  return matchIn(text, small, index, from)
}

/** The same in a stretch of the text that begins at `from`. */
function matchIn(text: string, stretch: string, index: number, from: number): Matched | null {
  for (const form of TIME_FORMS) {
    form.lastIndex = index - from
    const match = form.exec(stretch)
    if (match === null) continue
    const groups = match.groups ?? {}
    // "6,000 years ago" is no "000 years ago".
    if (/^\d/.test(match[0]) && /\d[.,]$/.test(text.slice(Math.max(0, index - 2), index))) continue
    if (groups.year !== undefined && isBareYear(groups) && yearOrCount(text, index, index + match[0].length) !== 'YEAR')
      continue
    const lead = groups.month === undefined ? 0 : (PREPOSITION.exec(match[0])?.[0].length ?? 0)
    const end = index + match[0].length
    return { span: { start: index + lead, end }, groups }
  }
  return null
}

function isBareYear({ month, season, quarter, part }: Groups): boolean {
  return month === undefined && season === undefined && quarter === undefined && part === undefined
}

function partsOf(groups: Groups): DateParts {
  const { year, month, day, toDay, weekday, iso, decade, decadeWord, century, quarter, unit } = groups
  if (iso !== undefined) {
    const [y = 0, m = 0, d = 0] = iso.split('-').map(Number)
    return { year: y, month: m, day: d }
  }
  const seasonNumber = seasonOf(groups.season ?? unit ?? '')
  const digit = decadeWord === undefined ? /^['’‘](\d)0/.exec(decade ?? '')?.[1] : String(decadeOf(decadeWord))
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month: monthOf(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(weekday === undefined ? {} : { weekday: weekdayOf(weekday) }),
    ...(decade === undefined || !/^\d{4}/.test(decade) ? {} : { decade: Number(decade.slice(0, 4)) }),
    ...(seasonNumber === null ? {} : { season: seasonNumber }),
    ...(toDay === undefined ? {} : { toDay: Number(toDay) }),
    ...(digit === undefined ? {} : { decadeDigit: Number(digit) }),
    ...(century === undefined || groups.bcAfter !== undefined ? {} : { century: centuryOf(century) }),
    ...(quarter === undefined ? {} : { quarter: quarterOf(quarter) }),
  }
}

function mention(
  text: string,
  span: Span,
  parts: DateParts,
  groups: Groups | null,
  published: string | null,
): TimeMention {
  const { start, end } = span
  const words = text.slice(start, end)
  const isClock = groups?.clock !== undefined
  const stated = statedBy(parts, groups)
  const resolution: Resolution | null =
    stated === null ? resolveRelative(parts, groups, published, text.slice(sentenceStart(text, start), start)) : null
  const edtf = stated ?? resolution?.edtf ?? null
  const ground = stated !== null ? 'STATED' : edtf === null ? 'UNRESOLVED' : 'RELATIVE'
  return { start, end, words, parts, edtf, ground, isClock }
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 200), at)
  const stop = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('\n'),
    before.lastIndexOf('? '),
    before.lastIndexOf('! '),
  )
  return at - before.length + stop + 1
}

/** The EDTF that the words fix by themselves. */
function statedBy(parts: DateParts, groups: Groups | null): string | null {
  const { year, month, day, toDay, weekday, decade, season, century } = parts
  if (groups?.fiscal !== undefined || groups?.quarter !== undefined || groups?.bc !== undefined) return null
  const era = groups?.ad ?? groups?.ce
  if (era !== undefined) return era.padStart(4, '0')
  if (groups?.span !== undefined) return spanOf(groups.span)
  if (groups?.numeric !== undefined) return numericDate(groups.numeric)
  if (groups?.named !== undefined) return '2001-09-11'
  // The 1800s are ten years to few and a hundred to most.
  if (decade !== undefined && decade % 100 === 0 && decade < 2000) return null
  if (decade !== undefined) return `${String(decade).slice(0, 3)}X`
  // As it is written: the year 2000 is of the 20th century to the letter, and of the 21st to the eye.
  if (century !== undefined) return `${String(century - 1).padStart(2, '0')}XX`
  if (year === undefined) return null
  if (season !== undefined) return `${year}-${season}`
  const dateOf = (day: number | undefined) =>
    [String(year), month, day].flatMap(value => (value === undefined ? [] : [String(value).padStart(2, '0')])).join('-')
  if (toDay !== undefined) {
    const days = `${dateOf(day)}/${dateOf(toDay)}`
    return (day ?? toDay) < toDay && readEdtf(days) !== null ? days : null
  }
  const text = dateOf(day)
  const reading = readEdtf(text)
  if (reading?.earliest == null) return null
  // A weekday that is another contradicts the date.
  return weekday !== undefined && day !== undefined && weekdayOfDay(reading.earliest) !== weekday ? null : text
}

/** "2015-16" is from one year to the next; "2015-30" is none. */
function spanOf(span: string): string | null {
  const [from = '', to = ''] = span.split(/[-–/]/)
  const end = to.length === 2 ? `${from.slice(0, 2)}${to}` : to
  return Number(end) > Number(from) && readEdtf(`${from}/${end}`) !== null ? `${from}/${end}` : null
}

/** Days and months of English dates in digits change places from country to country: one beyond 12 tells them. */
function numericDate(numeric: string): string | null {
  const [first = 0, second = 0] = numeric.split('/').map(Number)
  const year = numeric.split('/')[2] ?? ''
  if (year.length !== 4) return null
  const [month, day] = second > 12 || first === second ? [first, second] : first > 12 ? [second, first] : [0, 0]
  const edtf = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return month >= 1 && month <= 12 && readEdtf(edtf) !== null ? edtf : null
}
