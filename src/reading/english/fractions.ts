/** English fractions in words: "two-thirds", "a quarter", "half", "a quarter of a million", "two and three-quarters". */

import Big from 'big.js'
import { readMultiplier, readSmall } from './numberWords.ts'
import { PARTS } from './ordinals.ts'

export interface WordFraction {
  readonly value: Big
  /** How many words it takes. */
  readonly length: number
  /** Whether it multiplies a scale, and so is a number and no share: "half a million". */
  readonly isNumber: boolean
  readonly multipliers: readonly number[]
  /** Whether "a third" may as well be one after the second. */
  readonly mayBeOrdinal: boolean
}

const DENOMINATORS: ReadonlyMap<string, number> = new Map([['half', 2], ['quarter', 4], ...PARTS])

const PLURALS: ReadonlyMap<string, number> = new Map([
  ['halves', 2],
  ['quarters', 4],
  ...[...PARTS].map(([word, value]) => [`${word}s`, value] as const),
])

/** Whether a number may go on to such parts: "halves", "thirds". */
export function isParts(word: string): boolean {
  return PLURALS.has(word)
}

/** The words with which a fraction may begin besides those of a number. */
export const FRACTION_WORDS: readonly string[] = ['half']

/** The fraction with which the words begin; null if they begin with none. */
export function readFraction(words: readonly string[]): WordFraction | null {
  const mixed = readMixed(words)
  if (mixed !== null) return mixed
  const part = readPart(words)
  if (part === null) return null
  const scaled = scaleOf(words, part)
  if (scaled !== null) return scaled
  return { ...part, isNumber: false, multipliers: [] }
}

interface Part {
  readonly value: Big
  readonly length: number
  readonly mayBeOrdinal: boolean
}

/** "Half", "a half", "one-third", "two-thirds", "three quarters". */
function readPart(words: readonly string[]): Part | null {
  const [first = '', second = ''] = words
  if (first === 'half') return { value: new Big(0.5), length: 1, mayBeOrdinal: false }
  if (isArticle(first)) {
    const denominator = DENOMINATORS.get(second)
    if (denominator === undefined) return null
    const mayBeOrdinal = second !== 'half' && second !== 'quarter'
    return { value: quotient(1, denominator), length: 2, mayBeOrdinal }
  }
  const lead = readSmall(words)
  if (lead === null || lead.value === 0) return null
  const after = words.slice(lead.length)
  const parts = lead.value === 1 ? DENOMINATORS : PLURALS
  const compound = compoundPart(after, parts)
  const denominator = compound ?? parts.get(after[0] ?? '')
  if (denominator === undefined) return null
  // "Two quarters" are six months, or half a dollar in change.
  if (after[0] === 'quarters' && lead.value !== 3) return null
  const length = lead.length + (compound === null ? 1 : 2)
  // "The one hundred thousandth visitor" is no part.
  const mayBeOrdinal = compound !== null && lead.value === 1
  return { value: quotient(lead.value, denominator), length, mayBeOrdinal }
}

/** How many parts a whole has that is divided into twenty-fifths, or hundred-thousandths; null if one word says it. */
function compoundPart([first = '', second = '']: readonly string[], parts: ReadonlyMap<string, number>): number | null {
  const left = readSmall([first])?.value ?? readMultiplier([first])?.value ?? 0
  // Three thirty-seconds are parts, and three thirty-second spots are not.
  const isSecond = second === (parts === PLURALS ? 'seconds' : 'second')
  const right = isSecond ? 2 : (parts.get(second) ?? 0)
  if (left >= 20 && left < 100 && right > 0 && right < 10 && !second.startsWith('quarter')) return left + right
  return left > 0 && right >= 100 ? left * right : null
}

/** Thirds have no last digit: as many are kept as a double holds. */
function quotient(numerator: number, denominator: number): Big {
  return new Big(numerator / denominator)
}

/** "A quarter of a million", "a quarter million", "half a million", "half-dozen". */
function scaleOf(words: readonly string[], part: Part): WordFraction | null {
  for (const between of [[], ['a'], ['an'], ['of', 'a'], ['of', 'one']]) {
    if (!between.every((word, index) => words[part.length + index] === word)) continue
    const start = part.length + between.length
    const by = readMultiplier(words.slice(start))
    if (by === null) continue
    const value = wholeOf(part.value.times(by.value))
    return { value, length: start + by.length, isNumber: true, multipliers: by.multipliers, mayBeOrdinal: false }
  }
  return null
}

/** Two thirds of a million has no end; nobody who says so means a digit beyond the point. */
function wholeOf(exact: Big): Big {
  return exact.eq(exact.round(3)) ? exact : exact.round(0)
}

/** "Two and a half", "one and three-quarters million": what comes before "and" is a number in words. */
function readMixed(words: readonly string[]): WordFraction | null {
  const lead = isArticle(words[0] ?? '') ? null : readSmall(words)
  if (lead === null) return null
  const tail = readTail(words.slice(lead.length)) ?? readSingular(words.slice(lead.length))
  if (tail === null) return null
  // As the double nearest to it: three and two-thirds have no last digit.
  const value = new Big(tail.value.toNumber() + lead.value)
  const length = lead.length + tail.length
  const by = readMultiplier(words.slice(length))
  if (by === null) return { value, length, isNumber: true, multipliers: [], mayBeOrdinal: false }
  return {
    value: wholeOf(value.times(by.value)),
    length: length + by.length,
    isNumber: true,
    multipliers: by.multipliers,
    mayBeOrdinal: false,
  }
}

/** What goes on from a whole number: "and a half", "and three-quarters". */
export function readTail(words: readonly string[]): Part | null {
  if (words[0] !== 'and') return null
  const part = readPart(words.slice(1))
  // "Two and half the town" is no two and a half.
  if (part === null || words[1] === 'half') return null
  return { ...part, length: part.length + 1 }
}

/** "And three-quarter million": the part stands in the singular before a multiplier. */
function readSingular(words: readonly string[]): Part | null {
  const lead = words[0] === 'and' ? readSmall(words.slice(1)) : null
  if (lead === null || lead.value < 2) return null
  const denominator = DENOMINATORS.get(words[lead.length + 1] ?? '')
  const length = lead.length + 2
  if (denominator === undefined || lead.value >= denominator || readMultiplier(words.slice(length)) === null)
    return null
  return { value: quotient(lead.value, denominator), length, mayBeOrdinal: false }
}

const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['thrice', 3],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['ninefold', 9],
  ['tenfold', 10],
  ['hundredfold', 100],
])

const VERBS: readonly (readonly [stem: string, forms: readonly string[], value: number])[] = [
  ['doubl', ['doubled', 'doubles', 'doubling'], 2],
  ['tripl', ['tripled', 'triples', 'tripling', 'trebled', 'trebling'], 3],
  ['quadrupl', ['quadrupled', 'quadrupling'], 4],
  ['quintupl', ['quintupled', 'quintupling'], 5],
  ['sextupl', ['sextupled', 'sextupling'], 6],
  ['halv', ['halved', 'halving'], 0.5],
]

/** "Double" and "triple" multiply what an article or a pronoun begins: "double the number", not "a double standard". */
const BEFORE_NOUN: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
  ['quintuple', 5],
  ['sextuple', 6],
])
const DETERMINERS: ReadonlySet<string> = new Set('the what that its their our his her this those'.split(' '))

const MULTIPLE_WORDS: ReadonlyMap<string, number> = new Map([
  ...MULTIPLES,
  ...VERBS.flatMap(([, forms, value]) => forms.map(form => [form, value] as const)),
])

export function mayMultiply(word: string): boolean {
  return MULTIPLE_WORDS.has(word) || BEFORE_NOUN.has(word)
}

/** What the word multiplies by: "twice", "doubled", "double the". */
export function readMultiple(words: readonly string[]): number | null {
  const [first = '', second = ''] = words
  const value = MULTIPLE_WORDS.get(first)
  if (value !== undefined) return value
  return DETERMINERS.has(second) ? (BEFORE_NOUN.get(first) ?? null) : null
}

function isArticle(word: string): boolean {
  return word === 'a' || word === 'an'
}
