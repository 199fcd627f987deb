/**
 * The numbers that English spells in words: "twenty-three", "half a million", "two and a half million", "twenty-first",
 * "tens of thousands".
 *
 * Every function takes lower-case words, of which those that begin a number are read and the rest are let be. A hyphen is
 * no word: "twenty-three" comes as "twenty", "three". Fractions stand in fractions.ts; digits said one by one are not read.
 */

import Big from 'big.js'
import { ORDINALS_TO_20, PARTS } from './ordinals.ts'

export interface WordCardinal {
  readonly kind: 'CARDINAL'
  readonly value: number
  /** See Multiplier; [] for a number added up from parts, such as "two thousand and six". */
  readonly multipliers: readonly number[]
  /** How many words the number takes. */
  readonly length: number
}

export interface WordOrdinal {
  readonly kind: 'ORDINAL'
  readonly length: number
}

/** "Dozens", "tens of thousands": at least `lower`, and less than `upper` unless that is null. */
export interface WordMagnitude {
  readonly kind: 'MAGNITUDE'
  readonly lower: number
  readonly upper: number | null
  readonly length: number
}

/** A multiplier with nothing to multiply: the "hundred" of "several hundred". */
export interface WordMultiplier {
  readonly kind: 'MULTIPLIER'
  readonly length: number
}

export type WordReading = WordCardinal | WordOrdinal | WordMagnitude | WordMultiplier

/** Whether a number may begin with the word. */
export function isFirstWord(word: string): boolean {
  return FIRST_WORDS.has(word)
}

/** Whether a number may have the word after its first. */
export function isLaterWord(word: string): boolean {
  return FIRST_WORDS.has(word) || word === 'and' || word === 'of' || LATER_WORDS.has(word)
}

const LATER_WORDS: ReadonlySet<string> = new Set([
  ...'upon point score halves quarter quarters seconds'.split(' '),
  ...[...PARTS.keys()].map(part => `${part}s`),
])

/** Longer than any number below 2^53: five groups of at most six words, as in "nine hundred and ninety nine trillion". */
export const LONGEST_NUMBER = 32

const ONES: ReadonlyMap<string, number> = new Map([
  ...numbered(0, 1, 'zero one two three four five six seven eight nine'),
  ['nought', 0],
  ['naught', 0],
])
const TEENS = numbered(10, 1, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen')
const TENS = numbered(20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety')
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['lakh', 1e5],
  ['crore', 1e7],
])
const PLURAL_SCALES = new Map([...SCALES].map(([word, scale]) => [`${word}s`, scale]))

const ORDINAL_ONES = new Set(ORDINALS_TO_20.slice(0, 9))
const ORDINAL_SCALES = new Set('hundredth thousandth millionth billionth trillionth'.split(' '))
const ORDINALS = new Set([
  ...ORDINALS_TO_20,
  ...'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' '),
  ...ORDINAL_SCALES,
])

/**
 * What the plurals commit to.
 *
 * A plural is two or more: dozens are 24 at least, tens of thousands 20,000. Dozens and scores go up to where a writer
 * would say "hundreds"; hundreds and thousands to the next power of ten, for whoever means 30,000 has "tens of thousands".
 * From the millions on that no longer holds, since 30 million are commonly called "millions"; these have no upper bound,
 * so that no tension between two figures can come from a bound that nobody stated.
 */
const PLURALS: ReadonlyMap<string, readonly [lower: number, upper: number | null]> = new Map([
  ['dozens', [24, 100]],
  ['scores', [40, 100]],
  ['hundreds', [200, 1e3]],
  ['thousands', [2e3, 1e4]],
  ['millions', [2e6, null]],
  ['billions', [2e9, null]],
  ['trillions', [2e12, null]],
])

const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...['a', 'an', 'half', 'hundred', 'dozen', 'tens'],
  ...[ONES, TEENS, TENS, SCALES, PLURALS].flatMap(words => [...words.keys()]),
  ...ORDINALS,
])

function numbered(first: number, step: number, words: string): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, first + step * index]))
}

/** The longest number with which the words begin; null if they begin with none. */
export function readNumberWords(words: readonly string[]): WordReading | null {
  const cardinal = readPoint(words) ?? readDozens(words) ?? readSum(words)
  const ordinalLength = lengthOfOrdinal(words, cardinal?.length ?? 0)
  if (ordinalLength !== null) return { kind: 'ORDINAL', length: ordinalLength }
  if (cardinal !== null) return { kind: 'CARDINAL', ...cardinal }
  const multiplier = readMultiplier(words)
  return multiplier === null ? readPlural(words) : { kind: 'MULTIPLIER', length: multiplier.length }
}

// Cardinals

interface Part {
  readonly value: number
  readonly multipliers: readonly number[]
  readonly length: number
}

/** What a coefficient before the words is multiplied by. */
interface Multiplier {
  readonly value: number
  /** The multiplier as a whole, and then its scale alone if that differs: "hundred thousand" is [100000, 1000]. */
  readonly multipliers: readonly number[]
  readonly length: number
}

/** "Hundred", "thousand", "hundred thousand", "dozen". */
export function readMultiplier(words: readonly string[]): Multiplier | null {
  const [first = '', second = ''] = words
  if (first === 'dozen') return multiplier([12], 1)
  const scale = SCALES.get(first)
  if (scale !== undefined) return multiplier([scale], 1)
  if (first !== 'hundred') return null
  const scaleOfHundred = SCALES.get(second)
  return scaleOfHundred === undefined ? multiplier([100], 1) : multiplier([100 * scaleOfHundred, scaleOfHundred], 2)
}

function multiplier(multipliers: readonly [number, ...number[]], length: number): Multiplier {
  return { value: multipliers[0], multipliers, length }
}

/** "A dozen", "two dozen", "two score", "four score and seven". */
function readDozens(words: readonly string[]): Part | null {
  const lead = readLead(words)
  if (lead === null) return null
  const word = words[lead.length] ?? ''
  if (word === 'score' && words[0] !== 'a') {
    // "Three score and ten".
    const at = lead.length + 2
    const rest = words[lead.length + 1] === 'and' ? readSmall(words.slice(at)) : null
    const isRest = rest !== null && rest.value > 0 && rest.value < 20
    return isRest
      ? { value: lead.value * 20 + rest.value, multipliers: [], length: at + rest.length }
      : { value: lead.value * 20, multipliers: [20], length: lead.length + 1 }
  }
  return word === 'dozen' ? times(lead, readMultiplier(words.slice(lead.length))) : null
}

/** "Two point five million": the digits after the point are said one by one. */
function readPoint(words: readonly string[]): Part | null {
  const lead = isArticle(words[0]) ? null : readSmall(words)
  if (lead === null || words[lead.length] !== 'point') return null
  let digits = ''
  let length = lead.length + 1
  for (let digit = ONES.get(words[length] ?? ''); digit !== undefined; digit = ONES.get(words[length] ?? '')) {
    digits += String(digit)
    length += 1
  }
  if (digits === '') return null
  const value = new Big(`${lead.value}.${digits}`)
  const by = readMultiplier(words.slice(length))
  if (by === null) return { value: value.toNumber(), multipliers: [], length }
  return { value: value.times(by.value).toNumber(), multipliers: by.multipliers, length: length + by.length }
}

/** Groups of falling scale, added up: "two million three hundred thousand and six". */
function readSum(words: readonly string[]): Part | null {
  let sum: Part | null = null
  let ceiling = Number.POSITIVE_INFINITY
  while (ceiling > 1) {
    const start: number = sum === null ? 0 : sum.length + (words[sum.length] === 'and' ? 1 : 0)
    const group: Group | null = sum === null ? readFirstGroup(words) : readFurtherGroup(words.slice(start))
    if (group === null || group.value >= ceiling) break
    ceiling = group.scale
    sum = sum === null ? group : { value: sum.value + group.value, multipliers: [], length: start + group.length }
  }
  return sum
}

/** A number below 10,000 times its scale; without a scale, 1. */
interface Group extends Part {
  readonly scale: number
}

function readFirstGroup(words: readonly string[]): Group | null {
  const lead = readLead(words)
  if (lead === null) return null
  const group = readGroup(words, lead)
  return isArticle(words[0]) && group.length === 1 ? null : group
}

function readFurtherGroup(words: readonly string[]): Group | null {
  const lead = readSmall(words)
  if (lead === null || lead.value === 0) return null
  const group = readGroup(words, lead)
  // In "one million and two dozen" the "two" belongs to what comes after it.
  return group.scale === 1 && readMultiplier(words.slice(group.length)) !== null ? null : group
}

/** "Two hundred and five thousand" from its lead, "two". */
function readGroup(words: readonly string[], lead: Lead): Group {
  const hundreds = readHundreds(words, lead)
  const scale = SCALES.get(words[hundreds.length] ?? '') ?? 1
  const length = hundreds.length + (scale === 1 ? 0 : 1)
  const whole = readMultiplier(words.slice(lead.length))
  const isOneProduct = whole !== null && lead.length + whole.length === length
  const ofScale = scale === 1 ? [] : [scale]
  return { value: hundreds.value * scale, scale, length, multipliers: isOneProduct ? whole.multipliers : ofScale }
}

interface Lead {
  readonly value: number
  readonly length: number
}

/** "Three hundred and five", "fifteen hundred", "a hundred" from its lead; the lead itself if no hundred follows. */
function readHundreds(words: readonly string[], lead: Lead): Lead {
  if (words[lead.length] !== 'hundred' || lead.value % 10 === 0) return lead
  const hundreds = { value: lead.value * 100, length: lead.length + 1 }
  const start = hundreds.length + (words[hundreds.length] === 'and' ? 1 : 0)
  const rest = readSmall(words.slice(start))
  if (rest === null || rest.value === 0) return hundreds
  // In "between one hundred and two hundred" the "two" belongs to what comes after it.
  const after = words[start + rest.length]
  if (after === 'hundred' || after === 'dozen') return hundreds
  return { value: hundreds.value + rest.value, length: start + rest.length }
}

/** 0 to 99 in words, or an article in the place of "one". */
function readLead(words: readonly string[]): Lead | null {
  return isArticle(words[0]) ? { value: 1, length: 1 } : readSmall(words)
}

export function readSmall(words: readonly string[]): Lead | null {
  const [first = '', second = ''] = words
  const tens = TENS.get(first)
  if (tens !== undefined) {
    const ones = ONES.get(second) ?? 0
    return { value: tens + ones, length: ones === 0 ? 1 : 2 }
  }
  const value = ONES.get(first) ?? TEENS.get(first)
  return value === undefined ? null : { value, length: 1 }
}

function times(lead: Lead, by: Multiplier | null): Part | null {
  if (by === null) return null
  return { value: lead.value * by.value, multipliers: by.multipliers, length: lead.length + by.length }
}

function isArticle(word: string | undefined): boolean {
  return word === 'a' || word === 'an'
}

// Plurals and ordinals

/** "Dozens", "thousands", "tens of thousands". */
function readPlural(words: readonly string[]): WordMagnitude | null {
  const [first = '', of = '', last = ''] = words
  const scale = of === 'of' ? PLURAL_SCALES.get(last) : undefined
  if (scale !== undefined && first === 'tens') return magnitude(20 * scale, 100 * scale, 3)
  if (scale !== undefined && first === 'hundreds') return magnitude(200 * scale, 1000 * scale, 3)
  const bounds = PLURALS.get(first)
  // "Hundreds upon hundreds" are hundreds.
  const isTwice = (of === 'upon' || of === 'and') && last === first
  return bounds === undefined ? null : magnitude(...bounds, isTwice ? 3 : 1)
}

function magnitude(lower: number, upper: number | null, length: number): WordMagnitude {
  return { kind: 'MAGNITUDE', lower, upper, length }
}

/**
 * How many words are an ordinal, given how many are a cardinal; null if the words do not begin with an ordinal. After a
 * hundred or a scale it takes an "and", for "a hundred first responders" are a hundred.
 */
function lengthOfOrdinal(words: readonly string[], cardinalLength: number): number | null {
  const next = words[cardinalLength] ?? ''
  if (cardinalLength === 0) return ORDINALS.has(next) ? 1 : null
  if (ORDINAL_SCALES.has(next)) return cardinalLength + 1
  const last = words[cardinalLength - 1] ?? ''
  if (TENS.has(last) && ORDINAL_ONES.has(next)) return cardinalLength + 1
  const isRound = last === 'hundred' || SCALES.has(last)
  return isRound && next === 'and' && ORDINALS.has(words[cardinalLength + 1] ?? '') ? cardinalLength + 2 : null
}
