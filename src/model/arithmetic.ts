/** The arithmetic between figures, exact in decimals and in simple fractions: 0.1 and 0.2 are 0.3, 1/3 and 1/6 are 1/2. */

import Big from 'big.js'
import { FRACTION_PARTS, simpleFraction } from './simpleFraction.ts'

export interface Rounding {
  /** The power of ten to a multiple of which the number was rounded: 1000 for 435,000 from 435,719, 0.1 for 3.5 from 3.48. */
  readonly place: number
  /** NEAREST is half up or half even; DOWN is towards zero, that is cutting the digits off; UP is away from zero. */
  readonly method: RoundingMethod
}

export type RoundingMethod = 'NEAREST' | 'DOWN' | 'UP'

const METHODS: readonly { readonly method: RoundingMethod; readonly modes: readonly Big.RoundingMode[] }[] = [
  { method: 'NEAREST', modes: [Big.roundHalfUp, Big.roundHalfEven] },
  { method: 'DOWN', modes: [Big.roundDown] },
  { method: 'UP', modes: [Big.roundUp] },
]

/**
 * How `exact` was rounded to give `rounded`; null if it was not, as when the two are equal or either is not finite.
 *
 * The method is NEAREST wherever that holds at any place, since this is what rounding commonly means, and else DOWN, and else
 * UP. The place is the finest at which the method holds, and so the most that can be said: 900,000 is 899,700 to the nearest
 * thousand, though also to the nearest hundred thousand. It is never above the leading digit of `exact`, for 0 is no
 * rounding of 7, nor 10; and never the place of its last digit or below, where there is nothing to round.
 */
export function readRounding(rounded: number, exact: number): Rounding | null {
  if (!Number.isFinite(rounded) || !Number.isFinite(exact) || rounded === 0 || exact === 0) return null
  const result = new Big(rounded)
  const source = new Big(exact)
  const finest = lastExponent(source) + 1
  const coarsest = Math.min(lastExponent(result), source.e)
  for (const { method, modes } of METHODS) {
    for (let exponent = finest; exponent <= coarsest; exponent += 1) {
      if (modes.some(mode => source.round(-exponent, mode).eq(result)))
        return { place: Number(`1e${exponent}`), method }
    }
  }
  return null
}

/** The power of ten of the last digit that is not zero: 3 for 435,000, -1 for 3.5. */
function lastExponent(number: Big): number {
  return number.e - number.c.length + 1
}

/** Whether the parts add up to the total exactly; false if there are no parts, or if any number is not finite. */
export function sumsTo(total: number, parts: readonly number[]): boolean {
  return parts.length > 0 && [total, ...parts].every(Number.isFinite) && excessOf(total, parts) === 0
}

/** By how much the parts exceed the total, exactly; negative if they fall short of it. */
export function excessOf(total: number, parts: readonly number[]): number {
  return sumOf([...parts, -total])
}

/**
 * By how much parts and total may differ where each is rounded to its last digit: half a unit of it for each of them. The
 * digits that a number leaves at zero may have been rounded away.
 */
export function roundingMargin(total: number, parts: readonly number[]): number {
  const places = parts.filter(part => part !== 0).map(part => lastExponent(new Big(part)))
  // Beside 12 percent, 80 percent is to the nearest one, too.
  const finest = Math.max(0, Math.min(...places))
  const exponents = places.map(place => (place < THOUSANDS ? Math.min(place, finest) : place))
  const coarsest = Math.max(...exponents, Number.NEGATIVE_INFINITY)
  if (!Number.isFinite(coarsest)) return 0
  return exponents
    .reduce((margin, exponent) => margin.plus(halfUnit(exponent)), marginOfTotal(total, coarsest))
    .toNumber()
}

/** Thousands, millions: words and zeros in which a large number is rounded. */
const THOUSANDS = 3

/**
 * By how much a total may differ from what it was rounded from. 58 is to the nearest one, whatever the parts; 100 may be exact,
 * so that its zeros count only as far as those of the parts, and those of "5 million" up to a twentieth of it.
 */
function marginOfTotal(total: number, coarsest: number): Big {
  if (total === 0) return halfUnit(coarsest)
  const exponent = lastExponent(new Big(total))
  if (exponent <= Math.max(0, coarsest)) return halfUnit(exponent)
  if (exponent < THOUSANDS) return halfUnit(coarsest)
  const twentieth = new Big(total).abs().div(20)
  return halfUnit(exponent).lt(twentieth) ? halfUnit(exponent) : twentieth
}

function halfUnit(exponent: number): Big {
  return new Big(10).pow(exponent).div(2)
}

/** The first so many digits, the rest cut off: what is at least 4.35719 is not at least 4.3572. */
export function cutTo(number: number, digits: number): number {
  return new Big(number).prec(digits, Big.roundDown).toNumber()
}

/** The sum; thirds and the like are added in the parts of which they are whole numbers, as no digits end them. */
export function sumOf(numbers: readonly number[]): number {
  const hasParts = numbers.some(number => simpleFraction(number) !== null)
  const sum = numbers.map(hasParts ? inParts : exactly).reduce((sum, some) => sum.plus(some), new Big(0))
  return (hasParts ? sum.div(FRACTION_PARTS) : sum).toNumber()
}

function exactly(number: number): Big {
  return new Big(number)
}

function inParts(number: number): Big {
  return simpleFraction(number) === null
    ? exactly(number).times(FRACTION_PARTS)
    : new Big(Math.round(number * FRACTION_PARTS))
}

/**
 * The addition for people: "435,719 + 226,847 = 662,566"; where it comes to something else than the total, ", not 662,567"
 * follows. Throws RangeError if there are no parts, or if any number is not finite.
 */
export function explainSum(total: number, parts: readonly number[]): string {
  if (parts.length === 0 || ![total, ...parts].every(Number.isFinite)) {
    throw new RangeError('a sum has at least one part, and its numbers are finite')
  }
  const addition = `${parts.map(formatNumber).join(' + ')} = ${formatNumber(sumOf(parts))}`
  return sumsTo(total, parts) ? addition : `${addition}, not ${formatNumber(total)}`
}

const ENGLISH = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 20, signDisplay: 'negative' })

/**
 * A number in English, with a comma between thousands and all its digits: "662,566", "0.1", "-3"; "0" also for -0. A fraction that no
 * digits end stands as one: "1/3".
 */
export function formatNumber(number: number): string {
  if (Number.isSafeInteger(number)) return String(number).replaceAll(beforeThousands, ',')
  return simpleFraction(number) ?? ENGLISH.format(number)
}

/** Between digits of a whole number behind which stand three, six and so on. To have Intl write one takes several times as long. */
const beforeThousands = /\B(?=(?:\d{3})+$)/g
