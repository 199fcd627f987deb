/** The ways in which a number that someone looks for may stand in a text. */

import Big from 'big.js'
import { readNumberAt, splitAtoms } from './numberReadings.ts'

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
  const text = words.trim().toLowerCase()
  const reading = readNumberAt(text, splitAtoms(text), 0)
  if (reading === null || reading.start !== 0 || reading.end !== text.length) return null
  if (reading.kind === 'MAGNITUDE') return { value: null, low: reading.lower, high: reading.upper }
  if (reading.kind !== 'CARDINAL') return null
  const value = reading.value.toNumber()
  if (!Number.isFinite(value)) return null
  const scale = reading.multipliers.findLast(multiplier => multiplier >= 1000)
  if (scale === undefined || value <= 0) return { value, low: value, high: value }
  // "4.0 million" is more exact than "4 million"; "two and a half million" has the decimals of 2.5.
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? decimalsOf(reading.value.div(scale))
  const unit = scale / 10 ** decimals
  return { value, low: value - unit / 2, high: value + unit }
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
