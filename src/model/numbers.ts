/**
 * Numbers as news texts word them: what a phrase such as "nearly 900,000" commits its speaker to, and where in a text
 * numbers stand.
 */

import type Big from 'big.js'
import { type Atom, type CardinalReading, type NumberReading, readNumberAt, splitAtoms } from './numberReadings.ts'
import type { Approximation } from './vocabulary.ts'

/** What a phrase says of a number. Its unit changes nothing here: "12%" and "$12" are 12. */
export interface Quantity {
  readonly approximation: Approximation
  /** The number that the words name; null where they name none (ORDER_OF_MAGNITUDE) or two (BETWEEN). */
  readonly value: number | null
  /** Null where the words give no lower bound: ABOUT has none at all, "over 10" has 10, itself excluded. */
  readonly lower: number | null
  /** Null where the words give no upper bound. */
  readonly upper: number | null
  /** False where there is no lower bound. */
  readonly lowerInclusive: boolean
  /** False where there is no upper bound. */
  readonly upperInclusive: boolean
}

/** Far longer than any phrase of one or two numbers; it keeps hostile input cheap. In UTF-16 code units. */
const LONGEST_PHRASE = 200

/**
 * Reads one English quantity phrase, in any case and as a whole; null if any of it is not understood.
 *
 * - EXACT "435,719", "$3.5bn", "12 percent", "twenty-three", "half a million", "a dozen": both bounds, inclusive.
 * - ABOUT "about 500", "500 or so": no bounds, for the words commit to none.
 * - NEARLY "nearly 500", "just under 500"; UNDER "fewer than 500": below the number, which is excluded.
 * - UP_TO "up to 500", "500 or fewer": the number or less.
 * - OVER "more than 500": above the number, which is excluded. AT_LEAST "at least 500", "500-plus": the number or more.
 * - BETWEEN "between 10 and 20", "from 10 to 20", "10–20": both bounds, inclusive. A multiplier after the second number
 *   counts for both where it can: "two to three million", but "500 to 1.2 million" is 500 to 1,200,000.
 * - ORDER_OF_MAGNITUDE "dozens" [24, 100), "scores" [40, 100), "hundreds" [100, 1,000), "thousands" [1,000, 10,000),
 *   "tens of thousands" [10,000, 100,000) and so on; "millions", "billions" and "trillions" have no upper bound, because
 *   30 million are commonly called "millions". "Several hundred" and "a few hundred" are "hundreds", and so on.
 *
 * Null also for what would have to be guessed: badly grouped digits ("43,57", "1,23,456"), two approximators at once ("at
 * least about 10"), fractions, ordinals, and numbers that a double does not hold to the last digit (or beyond 2^53 - 1).
 */
export function readQuantity(words: string): Quantity | null {
  if (words.length > LONGEST_PHRASE) return null
  const phrase = tidy(words)
  return readApproximated(phrase) ?? readMagnitude(phrase) ?? readRange(phrase)
}

/** In lower case, each run of white space one space; between digits it stays, where it may group them. */
function tidy(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/(?<!\d)\s+|\s+(?!\d)/gu, ' ')
}

// One number, with a word of approximation or without

const ABOVE = ['over', 'above', 'more than', 'greater than', 'higher than']
const BELOW = ['under', 'below', 'fewer than', 'less than', 'lower than']
const BY_LITTLE = ['just', 'slightly', 'a little']
const BY_MUCH = ['well', 'far']

type Phrasebook = readonly (readonly [wording: string, Approximation])[]

/** What stands before the number. */
const PREFIXES = phrasebook(
  ['EXACT', ['exactly', 'precisely', 'a total of']],
  ['ABOUT', ['about', 'just about', 'around', 'roughly', 'approximately', 'approx', 'approx.', 'some']],
  ['ABOUT', ['estimated', 'an estimated', 'in the region of', 'circa', 'c.', 'ca.', '~', '≈']],
  ['NEARLY', ['nearly', 'almost', 'close to', 'approaching', 'nearing', 'not quite', 'shy of', 'just shy of']],
  ['NEARLY', ['just short of', ...combine(BY_LITTLE, BELOW)]],
  ['OVER', [...ABOVE, ...combine([...BY_LITTLE, ...BY_MUCH], ABOVE)]],
  ['OVER', ['upwards of', 'upward of', 'in excess of', 'exceeding', 'north of', '>']],
  ['AT_LEAST', ['at least', 'no fewer than', 'no less than', 'not fewer than', 'not less than', 'a minimum of']],
  ['AT_LEAST', ['as few as', 'as little as', '≥', '>=']],
  ['UNDER', [...BELOW, ...combine(BY_MUCH, BELOW), 'south of', '<']],
  ['UP_TO', ['up to', 'as many as', 'as much as', 'no more than', 'not more than', 'at most', 'at the most']],
  ['UP_TO', ['a maximum of', '≤', '<=']],
)

/** What stands after the number. */
const SUFFIXES = phrasebook(
  ['ABOUT', [' or so']],
  ['AT_LEAST', ['+', '-plus', ' plus', ' or more', ' or higher', ' or above', ' or over', ' and over', ' and above']],
  ['UP_TO', [' or fewer', ' or less', ' or lower', ' or under', ' or below', ' and under', ' and below']],
)

const UNIT = / ?(?:%|percent|per cent|pct|percentage points?|dollars?|euros?|pounds?|yen)$/

function combine(adverbs: readonly string[], words: readonly string[]): string[] {
  return adverbs.flatMap(adverb => words.map(word => `${adverb} ${word}`))
}

/** The wordings one by one, the longest first, so that ">=" is tried before ">". */
function phrasebook(...entries: readonly (readonly [Approximation, readonly string[]])[]): Phrasebook {
  return entries
    .flatMap(([approximation, wordings]) => wordings.map(wording => [wording, approximation] as const))
    .sort(([one], [other]) => other.length - one.length)
}

function readApproximated(phrase: string): Quantity | null {
  const prefix = PREFIXES.find(([wording]) => startsWithWording(phrase, wording))
  if (prefix !== undefined) return quantityOf(prefix[1], phrase.slice(prefix[0].length).trimStart())
  const suffix = SUFFIXES.find(([wording]) => phrase.endsWith(wording))
  if (suffix !== undefined) return quantityOf(suffix[1], phrase.slice(0, -suffix[0].length))
  return quantityOf('EXACT', phrase)
}

/** A wording that ends in a letter must end a word; a sign such as "~" may touch the number. */
function startsWithWording(phrase: string, wording: string): boolean {
  return phrase.startsWith(wording) && (!/[a-z]$/.test(wording) || phrase[wording.length] === ' ')
}

function quantityOf(approximation: Approximation, phrase: string): Quantity | null {
  const value = toDouble(readCardinal(phrase)?.value)
  if (value === null) return null
  const open = { approximation, value, lower: null, upper: null, lowerInclusive: false, upperInclusive: false }
  switch (approximation) {
    case 'EXACT':
      return { ...open, lower: value, upper: value, lowerInclusive: true, upperInclusive: true }
    case 'OVER':
      return { ...open, lower: value }
    case 'AT_LEAST':
      return { ...open, lower: value, lowerInclusive: true }
    case 'NEARLY':
    case 'UNDER':
      return { ...open, upper: value }
    case 'UP_TO':
      return { ...open, upper: value, upperInclusive: true }
    default:
      return open
  }
}

/** A phrase that is one cardinal number and its unit, or nothing. */
function readCardinal(phrase: string): CardinalReading | null {
  const reading = readWhole(phrase.replace(UNIT, ''))
  return reading?.kind === 'CARDINAL' ? reading : null
}

/** A phrase that is one number from its first character to its last. */
function readWhole(phrase: string): NumberReading | null {
  const reading = readNumberAt(phrase, splitAtoms(phrase), 0)
  return reading?.start === 0 && reading.end === phrase.length ? reading : null
}

/** Null for a number that a double does not hold to its last digit, or beyond 2^53 - 1, where doubles skip some. */
function toDouble(exact: Big | undefined): number | null {
  if (exact === undefined) return null
  const value = exact.toNumber() + 0 // -0 + 0 is 0
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && exact.eq(value) ? value : null
}

// No number at all: "tens of thousands"

function readMagnitude(phrase: string): Quantity | null {
  const reading = readWhole(asPlural(phrase))
  if (reading?.kind !== 'MAGNITUDE') return null
  const { lower, upper } = reading
  const approximation = 'ORDER_OF_MAGNITUDE'
  return { approximation, value: null, lower, upper, lowerInclusive: true, upperInclusive: false }
}

/** "Several hundred" → "hundreds", "a few hundred thousand" → "hundreds of thousands"; any other phrase as it is. */
function asPlural(phrase: string): string {
  const [few, hundred, multiplier] = /^(?:several|a few) (hundred )?([a-z]+)$/.exec(phrase) ?? []
  if (few === undefined) return phrase
  return hundred === undefined ? `${multiplier}s` : `hundreds of ${multiplier}s`
}

// Two numbers

const TO = / to |-to-| ?[-‐‑–] ?/g

function readRange(phrase: string): Quantity | null {
  if (phrase.startsWith('between ')) return readBounds(phrase.slice('between '.length), / and /g)
  if (phrase.startsWith('from ')) return readBounds(phrase.slice('from '.length), / to /g)
  return readBounds(phrase, TO)
}

/** The phrase read as two numbers; null unless exactly one of the separators in it has a number on either side. */
function readBounds(phrase: string, separator: RegExp): Quantity | null {
  const ranges: Quantity[] = []
  for (const { index, 0: found } of phrase.matchAll(separator)) {
    const range = rangeOf(readCardinal(phrase.slice(0, index)), readCardinal(phrase.slice(index + found.length)))
    if (range !== null) ranges.push(range)
  }
  return ranges.length === 1 ? (ranges[0] ?? null) : null
}

function rangeOf(first: CardinalReading | null, second: CardinalReading | null): Quantity | null {
  if (first === null || second === null) return null
  const lower = toDouble(first.value.times(sharedMultiplier(first, second)))
  const upper = toDouble(second.value)
  if (lower === null || upper === null || lower >= upper) return null
  return { approximation: 'BETWEEN', value: null, lower, upper, lowerInclusive: true, upperInclusive: true }
}

/**
 * What the second number's closing words multiply the first by: the most that leaves it the smaller one ("two to three
 * hundred thousand", "50 to two hundred thousand"), but 1 if it has a scale of its own ("900 thousand to 1 million").
 */
function sharedMultiplier(first: CardinalReading, second: CardinalReading): number {
  if (first.multipliers.some(multiplier => multiplier !== 100)) return 1
  return second.multipliers.find(multiplier => first.value.times(multiplier).lt(second.value)) ?? 1
}

// Numbers in a running text

/** Where a number stands in a text. */
export interface NumberSpan {
  /** UTF-16 index of its first code unit. */
  readonly start: number
  /** UTF-16 index after its last code unit. */
  readonly end: number
  /** The text from start to end. */
  readonly words: string
  /** Whether it says which one and not how many: "first", "21st". */
  readonly ordinal: boolean
}

/**
 * Every number in an English text, in digits or words, in order and without overlap; linear in the length of the text.
 *
 * A span is as long as the number goes ("435,000", "two million", "tens of thousands"). The signs written against it belong
 * to it ("$1.2 million", "12%", "−3"), as do a multiplier and an ordinal's ending ("435k", "21st", "1990s"); words of
 * approximation and of units do not ("nearly", "percent"). Digits joined by commas or points are one span even where
 * readQuantity does not understand them ("1,23,456", "21.7.2024"); those joined by anything else are several ("10-20",
 * "9/11", "10:30", "2023/24"), and so are fractions in words: "two" in "two-thirds".
 *
 * Not reported: anything in a web address; digits with a letter right before them ("H1N1", "G20", but the 19 of
 * "COVID-19" is); "a" or "half" without a multiplier ("a dozen" and "half a million" are); "one" in "no one", "any one",
 * "every one", "each one", "one another" and "one's"; "scores" unless "of" follows. Any other "one", and any "first" or
 * "second", is reported: a text has few, and whoever reads the report sees what they are.
 */
export function findNumbers(text: string): NumberSpan[] {
  const atoms = splitAtoms(text)
  const spans: NumberSpan[] = []
  let index = 0
  while (index < atoms.length) {
    const reading = readNumberAt(text, atoms, index)
    if (reading !== null && !isNoNumber(atoms, index, reading)) {
      const { start, end, kind } = reading
      spans.push({ start, end, words: text.slice(start, end), ordinal: kind === 'ORDINAL' })
    }
    index = reading?.next ?? index + 1
  }
  return spans
}

const BEFORE_PRONOUN_ONE: ReadonlySet<string> = new Set(['no', 'any', 'every', 'each'])

/** Whether what reads like a number is none where it stands. */
function isNoNumber(atoms: readonly Atom[], index: number, reading: NumberReading): boolean {
  const atom = atoms[index]
  const before = atoms[index - 1]
  const after = atoms[index + 1]
  if (atom?.isDigits) return atom.gap === '' && before !== undefined && !before.isDigits
  if (reading.next > index + 1) return false
  if (atom?.text === 'scores') return after?.text !== 'of'
  if (atom?.text !== 'one') return false
  if (isSpaceOrHyphen(atom.gap) && BEFORE_PRONOUN_ONE.has(before?.text ?? '')) return true
  const isPossessive = /^['’]$/.test(after?.gap ?? '') && after?.text === 's'
  return isPossessive || (isSpaceOrHyphen(after?.gap ?? '') && after?.text === 'another')
}

function isSpaceOrHyphen(gap: string): boolean {
  return /^[\s-]$/.test(gap)
}
