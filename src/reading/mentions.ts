/** Where in a running text numbers stand, each whole: with its hedges, sign, money, multiplier and unit. */

import type { Span } from '../model/span.ts'
import { SpanIndex } from '../model/spanIndex.ts'
import { type CountedAt, countedAfter } from './counted.ts'
import { mayBeginQuotedHedge } from './hedging.ts'
import { isNoQuantity } from './noQuantity.ts'
import { cut, type NumberReading, type Tokens } from './number.ts'
import { mayBeginPhrase, type Phrase, readPhraseAt } from './phrase.ts'
import type { QuantityRead } from './quantity.ts'
import { readTimes } from './times.ts'
import { touches } from './tokens.ts'
import { yearOrCount } from './yearsAndCounts.ts'

/** A number where it stands in a text. */
export interface NumberMention extends Span {
  /** The text from start to end: all that belongs to the number. */
  readonly words: string
  readonly kind: NumberReading['kind']
  /** Null where the words cannot be read. */
  readonly quantity: QuantityRead | null
  /** Whether it cannot be read since a negation in its clause may turn its bound round. */
  readonly isDenied: boolean
  /** What no mention of the number may leave out, in UTF-16 indices. */
  readonly required: Span
  /** Words of what is counted, if they follow. */
  readonly counted: Span | null
  /** Whether the number says how many, and not which one, when, or a name. */
  readonly isQuantity: boolean
  /** Whether it stands in the form of a year: four digits and nothing else. */
  readonly isPlain: boolean
}

const MAY_HOLD_NUMBER_ENGLISH =
  /\p{N}|\b(?:zero|n[ao]ught|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mbtr]*illion|dozen|tens|scores|half|halv|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first|second|twice|thrice|doubl|tripl|trebl|quadrupl|quintupl|sextupl|\w+fold|couple|lakh|crore|[a-z]+teenth|[a-z]+tieth)/iu

/** Every number of a text, in order and without overlap; linear in the length of the text. */
export function findNumbers(text: string, language: string): NumberMention[] {
  const whole = cutIfNumbers(text, language)
  return whole === null ? [] : mentionsOf(whole)
}

/** The quantities of a text: its numbers that say how many, and not which one or a name. Some cannot be read. */
export function readQuantities(text: string, language: string): NumberMention[] {
  return quantitiesAmong(findNumbers(text, language), () => readTimes(text, language))
}

/** "Sold 2019 cars": a year or a count, and so read as neither. */
function mayBeYear({ text, english, tokens }: Tokens, { kind, start, next, first, quantity }: Phrase): boolean {
  if (!english || kind !== 'CARDINAL' || next !== start + 1 || quantity?.unit !== null) return false
  const token = tokens[start]
  if (token === undefined || !first.reading.isPlain || !/^(?:1[4-9]|20)\d\d$/.test(token.text)) return false
  return yearOrCount(text, token.start, token.end) === 'EITHER'
}

/** Those of the numbers that count or measure; what a time holds is none, unless it has a unit of its own. */
export function quantitiesAmong(numbers: readonly NumberMention[], times: () => readonly Span[]): NumberMention[] {
  const quantities = numbers.filter(({ isQuantity }) => isQuantity)
  if (quantities.length === 0) return []
  const found = new SpanIndex(times())
  return quantities.filter(({ required, quantity }) => {
    const kind = quantity?.unit?.kind
    if (kind === 'PERCENT' || kind === 'CURRENCY' || kind === 'POINT') return true
    return !found.touches(required)
  })
}

function cutIfNumbers(text: string, language: string): Tokens | null {
  const english = language === 'en' || language.startsWith('en-')
  return english && !MAY_HOLD_NUMBER_ENGLISH.test(text) ? null : cut(text, language)
}

export function mentionsOf(text: Tokens): NumberMention[] {
  const mentions: NumberMention[] = []
  for (let index = 0; index < text.tokens.length; ) {
    const phrase = mayBegin(text, index) ? readPhraseAt(text, index) : null
    if (phrase === null) {
      index += 1
      continue
    }
    const mention = mentionOf(text, phrase)
    if (mention !== null) mentions.push(mention)
    index = Math.max(phrase.next, index + 1)
  }
  return mentions
}

const SIGNS = /^[-−–+±.~≈<>≤≥%٪\p{Sc}\u00bc-\u00be\u2150-\u215e\u2189\u00b2\u00b3\u00b9\u2070-\u2079]$/u

/** Most tokens begin no quantity, which is found out faster so. */
function mayBegin(text: Tokens, index: number): boolean {
  const token = text.tokens[index]
  if (token === undefined) return false
  if (token.kind === 'DIGITS') return true
  if (token.kind === 'SIGN') return SIGNS.test(token.text) || mayBeginQuotedHedge(text, index)
  return !text.english || mayBeginPhrase(text, index)
}

function mentionOf(text: Tokens, phrase: Phrase): NumberMention | null {
  const { tokens } = text
  if (isNoNumber(text, phrase) || isInWord(text, phrase)) return null
  const startOf = (index: number) => tokens[index]?.start ?? 0
  const endOf = (next: number) => tokens[next - 1]?.end ?? 0
  const span = { start: startOf(phrase.start), end: endOf(phrase.next) }
  const counted = countedSpan(text, countedAfter(text, phrase))
  return {
    ...span,
    words: text.text.slice(span.start, span.end),
    kind: phrase.kind,
    quantity: mayBeYear(text, phrase) ? null : phrase.quantity,
    isDenied: phrase.isDenied,
    required: { start: startOf(phrase.requiredStart), end: endOf(withoutPoint(text, phrase)) },
    counted,
    isQuantity: !isNoQuantity(text, phrase),
    isPlain: phrase.first.reading.isPlain && phrase.first.unit === null,
  }
}

/** The point of "3 Mio." may end the sentence as well, and be left out. */
function withoutPoint({ tokens }: Tokens, { requiredStart, requiredNext }: Phrase): number {
  const isPoint = requiredNext > requiredStart + 1 && tokens[requiredNext - 1]?.text === '.'
  return isPoint ? requiredNext - 1 : requiredNext
}

function countedSpan({ tokens }: Tokens, counted: CountedAt | null): Span | null {
  if (counted === null) return null
  return { start: tokens[counted.start]?.start ?? 0, end: tokens[counted.next - 1]?.end ?? 0 }
}

/** "H1N1", "G20": digits with a letter right before them are not a number to anyone; "R500" may be money. */
function isInWord({ tokens }: Tokens, { start, kind }: Phrase): boolean {
  const before = tokens[start - 1]
  if (kind !== 'NAME' || !touches(tokens[start]) || before?.kind !== 'WORD') return false
  return before.text !== 'r' || !before.capital || (tokens[start]?.text.length ?? 0) < 3
}

const BEFORE_PRONOUN: ReadonlySet<string> = new Set(['no', 'any', 'every', 'each', 'some', 'which', 'this'])

/** Whether what reads like a number is none: "one" as a pronoun, the "scores" of a test. */
function isNoNumber({ tokens, english }: Tokens, { start, next, kind }: Phrase): boolean {
  if (!english || next > start + 1) return false
  const [word, before, after] = [tokens[start], tokens[start - 1], tokens[next]]
  if (word?.text === 'scores') return after?.text !== 'of'
  if (word?.text !== 'one' || kind !== 'CARDINAL') return false
  if (before !== undefined && /^[\s-]?$/.test(word.gap) && BEFORE_PRONOUN.has(before.text)) return true
  if (before?.text === '-' && BEFORE_PRONOUN.has(tokens[start - 2]?.text ?? '')) return true
  const isPossessive = /^['’]$/.test(after?.text ?? '') && tokens[next + 1]?.text === 's'
  return isPossessive || after?.text === 'another'
}
