/** The ways in which a number that someone looks for may stand in a text. */

import Big from 'big.js'

import { readAmount } from './amounts.ts'
import { cut } from './number.ts'
import type { ReadAmount } from './quantity.ts'

/** A number that is looked for. */
export interface SoughtNumber {
  /** The number; null where the words name only an order of magnitude. */
  readonly value: number | null
  /** The least number that is meant; for an order of magnitude, its lower bound. Included. */
  readonly low: number
  /** Above all numbers that are meant, unless `low` is the only one; null is open. */
  readonly high: number | null
}

/**
 * What a number in a query means, or null if it is none that can be read.
 *
 * Digits and plain words mean that number alone. What is given in thousands, millions and so on ("435k", "3.5 million")
 * also means every number that is called so when it is rounded to the last digit given, to the nearest or down: "435k" is
 * 434,500 up to 436,000, "3.5 million" 3,450,000 up to 3,600,000. "Tens of thousands" means that order of magnitude.
 */
export function readSoughtNumber(words: string): SoughtNumber | null {
  const trimmed = words.trim()
  const text = cut(trimmed, SEARCHED_IN)
  const amount = text.tokens[0]?.start === 0 ? readAmount(text, 0) : null
  if (amount === null || amount.next < text.tokens.length || !isBare(amount)) return null
  const { reading } = amount
  if (reading.kind === 'MAGNITUDE') {
    return { value: null, low: reading.lower ?? Number.NEGATIVE_INFINITY, high: reading.upper }
  }
  if (reading.kind !== 'CARDINAL' || amount.value === null) return null
  const value = amount.value.toNumber()
  if (!Number.isFinite(value)) return null
  const scale = reading.multipliers.findLast(multiplier => multiplier >= 1000)
  if (scale === undefined || value <= 0) return { value, low: value, high: value }
  // "4.0 million" is more exact than "4 million"; "two and a half million" has the decimals of 2.5.
  const decimals = /\.(\d+)/.exec(trimmed)?.[1]?.length ?? decimalsOf(amount.value.div(scale))
  const unit = scale / 10 ** decimals
  return { value, low: value - unit / 2, high: value + unit }
}

/** A query has no language; what is typed into it is read as in English. */
const SEARCHED_IN = 'en'

/** A number as people type it, with the sign of its money or percent: a word of its unit is another word to find. */
function isBare({ unit, reading, isVague }: ReadAmount): boolean {
  return !isVague && (unit === null || unit.kind === 'CURRENCY' || unit.kind === 'PERCENT') && reading.unit === null
}

export interface BareNumber {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** The numbers in a query, without words of approximation and of units, which are other words to find. */
export function findBareNumbers(query: string): BareNumber[] {
  const text = cut(query, SEARCHED_IN)
  const { tokens } = text
  const found: BareNumber[] = []
  for (let index = 0; index < tokens.length; ) {
    const amount = readAmount(text, index)
    const isSign = amount !== null && tokens[amount.next - 1]?.kind === 'SIGN'
    const next = amount === null ? index + 1 : isSign ? amount.next : Math.max(amount.reading.next, index + 1)
    const [start, end] = [tokens[index]?.start ?? 0, tokens[next - 1]?.end ?? 0]
    if (amount !== null && amount.reading.kind !== 'NAME') found.push({ start, end, words: query.slice(start, end) })
    index = next
  }
  return found
}

const SCALES: readonly (readonly [exponent: number, names: readonly string[]])[] = [
  [3, ['k', ' thousand']],
  [6, ['m', 'mn', ' million']],
  [9, ['b', 'bn', ' billion']],
  [12, ['tn', 'trn', ' trillion']],
]

/**
 * How the number is written in digits: plain, in groups of three, and with a multiplier where at most three decimals are
 * left: 435000 is "435000", "435,000", "435k", "435 thousand", "0.435m", "0.435 million"…
 */
export function writtenForms(value: number): string[] {
  const number = new Big(Math.abs(value))
  const scaled = SCALES.flatMap(([exponent, names]) => {
    const coefficient = number.times(new Big(10).pow(-exponent))
    if (coefficient.lt(0.1) || decimalsOf(coefficient) > 3) return []
    return names.map(name => `${coefficient.toFixed()}${name}`)
  })
  return [...digitsOf(value), ...scaled]
}

/** The number in digits alone: plain, and in groups of three. */
export function digitsOf(value: number): string[] {
  const plain = new Big(Math.abs(value)).toFixed()
  const [whole = '', fraction] = plain.split('.')
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
  return [plain, fraction === undefined ? grouped : `${grouped}.${fraction}`]
}

function decimalsOf(number: Big): number {
  return number.toFixed().split('.')[1]?.length ?? 0
}
