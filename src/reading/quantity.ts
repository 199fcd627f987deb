import Big from 'big.js'
import type { Approximation } from '../model/vocabulary.ts'
import type { NumberReading } from './number.ts'
import type { Unit } from './unit.ts'

/** What a phrase says of a number. */
export interface QuantityRead {
  readonly approximation: Approximation
  /** The number that the words name; null where they name none (ORDER_OF_MAGNITUDE) or two (BETWEEN, and ABOUT of a range). */
  readonly value: number | null
  /**
   * Null where the words give no lower bound: "over 10" has 10, itself excluded. "About 10 to 20" names two numbers, and
   * ABOUT holds neither as a bound.
   */
  readonly lower: number | null
  /** Null where the words give no upper bound. */
  readonly upper: number | null
  /** The unit that the words give by a sign or a word of measure; null where they give none. */
  readonly unit: Unit | null
  /** What the quantity is for each of, as worded: the "hour" of "$15 an hour". */
  readonly per: string | null
  /** Whether it is a part of a whole ("half", "one in five") or a multiple ("twice"), and no count. */
  readonly ratio: 'SHARE' | 'MULTIPLE' | null
}

/** A figure as a dossier or a record gives it. */
export interface FigureAmount {
  readonly value?: number | null | undefined
  readonly lower?: number | null | undefined
  readonly upper?: number | null | undefined
  readonly unit: string
}

/** A number as it is read, with its unit. */
export interface ReadAmount {
  readonly reading: NumberReading
  readonly value: Big | null
  readonly unit: Unit | null
  /** The index of its first token. */
  readonly start: number
  /** The index of the first token after it. */
  readonly next: number
  /** The index of the first token after what may not be left out of it: a unit word after a space may, outside English. */
  readonly required: number
  /** "A couple of": about so many. */
  readonly isVague: boolean
}

export interface Described {
  readonly unit: Unit | null
  readonly per: string | null
  readonly ratio: 'SHARE' | 'MULTIPLE' | null
}

/** What a number of a kind is of a whole; null for a count. */
export function ratioOf(kind: NumberReading['kind']): Described['ratio'] {
  return kind === 'SHARE' || kind === 'MULTIPLE' ? kind : null
}

/** A number by itself. */
export const BARE: Described = { unit: null, per: null, ratio: null }

/** Which bounds one number is under an approximation. Near it on either side, it is none. */
const BOUNDS: Readonly<Record<Approximation, readonly ('lower' | 'upper')[]>> = {
  EXACT: ['lower', 'upper'],
  ABOUT: [],
  NEARLY: ['upper'],
  OVER: ['lower'],
  AT_LEAST: ['lower'],
  UNDER: ['upper'],
  UP_TO: ['upper'],
  BETWEEN: [],
  ORDER_OF_MAGNITUDE: [],
  NO_NUMBER: [],
}

/** The quantity of one number under one approximation; null for a number that a double does not hold. */
export function oneNumber(approximation: Approximation, number: Big | null, described: Described): QuantityRead | null {
  const value = toDouble(number)
  if (value === null) return null
  const { unit, per, ratio } = described
  const bound = (end: 'lower' | 'upper') => (BOUNDS[approximation].includes(end) ? value : null)
  return { approximation, value, lower: bound('lower'), upper: bound('upper'), unit, per, ratio }
}

/** A number as a person says that it is meant; null where it lacks what it needs: a value, or two bounds. */
export function meantBy(said: {
  readonly approximation?: Approximation | undefined
  readonly value?: number | undefined
  readonly lower?: number | undefined
  readonly upper?: number | undefined
}): Pick<QuantityRead, 'approximation' | 'value' | 'lower' | 'upper'> | null {
  const { approximation = 'EXACT', value, lower, upper } = said
  const hasBounds = lower !== undefined || upper !== undefined
  if (value !== undefined) {
    const isOne = approximation !== 'BETWEEN' && approximation !== 'ORDER_OF_MAGNITUDE' && !hasBounds
    const one = isOne ? oneNumber(approximation, new Big(value), BARE) : null
    return one && { approximation, value, lower: one.lower, upper: one.upper }
  }
  const isOpen = approximation === 'ORDER_OF_MAGNITUDE' && lower !== undefined
  const isTwo =
    /^(?:BETWEEN|ABOUT|ORDER_OF_MAGNITUDE)$/.test(approximation) && lower !== undefined && upper !== undefined
  if (!isOpen && !(isTwo && lower < upper)) return null
  return { approximation, value: null, lower, upper: upper ?? null }
}

/** The same number meant in another way. */
export function inApproximation(quantity: QuantityRead, approximation: Approximation): QuantityRead {
  if (quantity.value === null) return quantity
  return oneNumber(approximation, new Big(quantity.value), quantity) ?? quantity
}

/** "Tens of thousands": no number, and bounds of which the upper is left out. */
export function orderOfMagnitude({ lower, upper }: NumberReading, described: Described): QuantityRead {
  const approximation = 'ORDER_OF_MAGNITUDE'
  return { approximation, value: null, lower, upper, ...described }
}

/** "10 to 20", "two to three million"; null where the second is not the greater. */
export function between(first: ReadAmount, second: ReadAmount, described: Described): QuantityRead | null {
  if (first.value === null || second.value === null || mayShareThousands(first, second)) return null
  const lower = toDouble(first.value.times(sharedMultiplier(first, second)))
  const upper = toDouble(second.value)
  if (lower === null || upper === null || lower >= upper) return null
  return {
    approximation: 'BETWEEN',
    value: null,
    lower,
    upper,
    ...described,
  }
}

/** "40-50,000": forty or forty thousand to fifty thousand, which the words do not say. */
function mayShareThousands(first: ReadAmount, second: ReadAmount): boolean {
  const [low, high] = [first.value, second.value]
  if (low === null || high === null || first.unit !== null) return false
  if ([first, second].some(({ reading }) => reading.multipliers.length > 0)) return false
  return low.mod(1).eq(0) && high.mod(1000).eq(0) && low.gt(1) && low.lt(1000) && low.times(1000).lt(high)
}

/** "About 10 to 20": near two numbers, which bound nothing. */
export function nearBetween(range: QuantityRead): QuantityRead {
  return { ...range, approximation: 'ABOUT' }
}

/**
 * What the second number's closing words multiply the first by: the most that leaves it the smaller one ("two to three
 * hundred thousand", "50 to two hundred thousand"), but 1 if it has a scale of its own ("900 thousand to 1 million").
 */
function sharedMultiplier(first: ReadAmount, second: ReadAmount): number {
  if (
    first.reading.multipliers.some(multiplier => multiplier !== 100) ||
    first.value === null ||
    second.value === null
  ) {
    return 1
  }
  const [low, high] = [first.value, second.value]
  return second.reading.multipliers.find(multiplier => low.times(multiplier).lt(high)) ?? 1
}

/** A double holds any number of as many significant digits. */
const DIGITS_OF_DOUBLE = 15

/** Null for a number beyond 2^53 - 1, where doubles skip some, or one that a double does not hold to its last digit. */
function toDouble(exact: Big | null): number | null {
  if (exact === null) return null
  const value = exact.toNumber() + 0 // -0 + 0 is 0
  // Nearly all numbers are short, and to compare takes longer than to read them.
  if (exact.c.length <= DIGITS_OF_DOUBLE && Math.abs(exact.e) < DIGITS_OF_DOUBLE) return value
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && exact.eq(value) ? value : null
}
