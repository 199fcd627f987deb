/** What the words of a figure are held against before they are taken: the text around them, and the figure. */

import { firstEndingAfter, type Span, spansMeet } from '../model/span.ts'
import type { Approximation } from '../model/vocabulary.ts'
import { isEnglish } from './language.ts'
import type { NumberMention } from './mentions.ts'
import { type FigureAmount, inApproximation, type QuantityRead } from './quantity.ts'
import { readQuantity, readsApproximation } from './readQuantity.ts'
import { inUnitOf, roundsShare } from './shares.ts'
import type { Unit } from './unit.ts'
import { mayBeSame, unitNamed } from './units.ts'

/** Why the words are no wording of the figure. */
export type MentionFault =
  /** They are a piece of a longer number, whose words these are. */
  | { readonly kind: 'PIECE'; readonly whole: string }
  /** They cannot be read; the number that they hold, if it is whole in them. */
  | { readonly kind: 'UNREADABLE'; readonly holds: string | null }
  /** They hold two numbers of the text, each of which is one by itself. */
  | { readonly kind: 'TWO' }
  /** The words of approximation of the language are not read, and nobody says how the number is meant. */
  | { readonly kind: 'UNSAID' }
  /** A negation in the clause may turn their bound round, and nobody says how the number is meant. */
  | { readonly kind: 'DENIED' }
  | { readonly kind: 'OTHER_APPROXIMATION'; readonly quantity: QuantityRead }
  | { readonly kind: 'OTHER_NUMBER'; readonly quantity: QuantityRead }
  | { readonly kind: 'OTHER_UNIT'; readonly unit: Unit }

export type MentionReading =
  | { readonly quantity: QuantityRead; readonly fault: null }
  | { readonly quantity: null; readonly fault: MentionFault }

/**
 * Reads the words at a span of a text as a wording of a figure. `numbers` are those of the text; `given` is how a person
 * says that the number is meant.
 */
export function readMention(
  text: string,
  span: Span,
  language: string,
  numbers: readonly NumberMention[],
  figure: FigureAmount | null,
  given?: Approximation,
): MentionReading {
  const words = text.slice(span.start, span.end)
  const near = numbersMeeting(numbers, span)
  const whole = near.find(({ required }) => spansMeet(required, span)) ?? null
  if (whole !== null && !holds(span, whole.required)) return faulty({ kind: 'PIECE', whole: whole.words })
  // "From 5% to 6%" after "rose" are two numbers of the text, and none of them is what the words would read as by themselves.
  const isTwo = whole !== null && near.some(number => number !== whole && holds(span, number.required))
  if (isTwo) return faulty(whole.quantity === null ? { kind: 'UNREADABLE', holds: null } : { kind: 'TWO' })
  // The 20 of "G20" is no number of the text.
  if (whole === null && isInName(text, span)) return faulty({ kind: 'UNREADABLE', holds: null })
  // In its sentence “double” is a number, the first of “46 to 40 percent” in percent, and “5 to 6 million” after “rose from” no range.
  const isWhole = whole !== null && whole.start === span.start && whole.end === span.end && !whole.isDenied
  // Four digits that may be a year are a count where a person says so.
  const isRead = isWhole && !(whole.isPlain && whole.quantity === null)
  const read = (isRead ? whole.quantity : readQuantity(words, language)) ?? readSpaced(words, language, figure)
  if (read === null) {
    const held = whole !== null && holds(span, whole) && whole.quantity !== null ? whole.words : null
    return faulty({ kind: 'UNREADABLE', holds: held })
  }
  // Where no rule reads numbers by itself, one without a hedge is meant as a person says.
  const isDenied = whole?.isDenied === true
  const isUnsaid = isDenied || (!readsApproximation(language) && read.approximation === 'EXACT')
  if (isUnsaid && given === undefined) return faulty({ kind: isDenied ? 'DENIED' : 'UNSAID' })
  const quantity = isUnsaid && given !== undefined ? inApproximation(read, given) : read
  if (given !== undefined && quantity.approximation !== given) return faulty({ kind: 'OTHER_APPROXIMATION', quantity })
  if (figure === null) return { quantity, fault: null }
  const unit = foreignUnit(quantity, figure) ?? leftOutUnit(quantity, whole, figure)
  if (unit !== null) return faulty({ kind: 'OTHER_UNIT', unit })
  const inUnit = inUnitOf(quantity, figure.unit)
  return wordsFigure(inUnit, figure) ? { quantity: inUnit, fault: null } : faulty({ kind: 'OTHER_NUMBER', quantity })
}

/** Digits that a plain space groups in English, "1 205", may be two numbers: they are one where a person says so of the figure. */
function readSpaced(words: string, language: string, figure: FigureAmount | null): QuantityRead | null {
  if (!isEnglish(language) || !SPACED.test(words)) return null
  const read = readQuantity(words.replaceAll(SPACE_IN_DIGITS, ','), language)
  return read !== null && figure !== null && wordsFigure(read, figure) ? read : null
}

const SPACED = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,])/
const SPACE_IN_DIGITS = /(?<=\d) (?=\d{3}(?!\d))/g

/** Longer than any code or name that ends in digits. */
const LONGEST_NAME = 40

/** Whether the digits of the span go on from letters: "G20", "usd34.6"; where words are not parted, they do not. */
function isInName(text: string, { start, end }: Span): boolean {
  if (!/^[.,]?\p{Nd}/u.test(text.slice(start, end))) return false
  return AFTER_LETTERS.test(text.slice(Math.max(0, start - LONGEST_NAME), start))
}

const AFTER_LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{Nd}.,]*$/u

function faulty(fault: MentionFault): MentionReading {
  return { quantity: null, fault }
}

/** The numbers of a text, which are in order, that a span meets: a text may have a hundred thousand. */
function numbersMeeting(numbers: readonly NumberMention[], span: Span): readonly NumberMention[] {
  const first = firstEndingAfter(numbers, span.start)
  let next = first
  while ((numbers[next]?.start ?? span.end) < span.end) next += 1
  return numbers.slice(first, next)
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The unit of the words where it cannot be the figure's: "€" under USD, "percent" under homes. */
function foreignUnit({ unit, per }: QuantityRead, figure: FigureAmount): Unit | null {
  if (unit === null) return null
  // "$15 an hour" is in USD per hour as well as in USD, and not in USD per day.
  const [base = '', each] = figure.unit.split(/ (?:per|an?|each) | ?\/ ?/)
  const isEach = each !== undefined && unitNamed(figure.unit) === null && unitNamed(base) !== null
  if (isEach && (per === null || each.toLowerCase() !== per)) return unit
  const named = unitNamed(isEach ? base : figure.unit)
  if (named !== null) return mayBeSame(unit, named) ? null : unit
  if (figure.unit.toLowerCase() === unit.name.toLowerCase()) return null
  // Someone may count "barrels of oil", and nobody counts homes in percent.
  return unit.kind === 'MEASURE' && figure.unit.toLowerCase().includes(unit.name) ? null : unit
}

/** The unit that the words leave out, where it is another than the figure's: "25" of "25 km" under miles. */
function leftOutUnit(read: QuantityRead, whole: NumberMention | null, figure: FigureAmount): Unit | null {
  const unit = read.unit === null ? (whole?.quantity?.unit ?? null) : null
  const named = unit === null ? null : unitNamed(figure.unit)
  return unit === null || named === null || mayBeSame(unit, named) ? null : unit
}

/** Whether a wording is one of the figure: it names the figure's value, or commits to its bounds. */
function wordsFigure(quantity: QuantityRead, figure: FigureAmount): boolean {
  const { value = null, lower = null, upper = null } = figure
  // A figure without any amount has been reported as such.
  if (value === null && lower === null && upper === null) return true
  if (value === null) return quantity.lower === lower && quantity.upper === upper
  if (quantity.value === null) return false
  if (quantity.ratio === null) return quantity.value === value
  // “A third” is no sum of money, and “doubled” is in no unit.
  const kind = unitNamed(figure.unit)?.kind ?? null
  if (kind === 'CURRENCY' || kind === 'POINT') return false
  if (quantity.ratio === 'MULTIPLE') return quantity.value === value && kind !== 'PERCENT'
  return quantity.value === value || roundsShare(value, quantity.value)
}
