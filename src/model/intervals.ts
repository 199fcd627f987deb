import { formatNumber, readRounding } from './arithmetic.ts'
import type { Approximation } from './vocabulary.ts'

/** What the words of a number commit to. A null bound is open; a null value means that they name no number. */
export interface CommittedQuantity {
  readonly approximation: Approximation
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** How two quantities stand to each other, by their intervals alone. */
export interface IntervalRelation {
  readonly relation: 'AGREE' | 'ROUNDS' | 'OVERLAPS' | 'DISJOINT'
  /**
   * How many times the greater is the lesser, 1 or more: of the values, or at least so many times where they are disjoint
   * intervals; null where intervals overlap, and where a quotient says nothing (zero, or different signs).
   */
  readonly factor: number | null
  /** Whether it is the least that the factor can be: words that hedge or bound a number name none. */
  readonly isLeast: boolean
}

/** Which bounds the words leave out: "nearly 900,000" is below 900,000, "tens of thousands" is below 100,000. */
const EXCLUDED: Readonly<Record<Approximation, { readonly lower: boolean; readonly upper: boolean }>> = {
  EXACT: { lower: false, upper: false },
  ABOUT: { lower: false, upper: false },
  NEARLY: { lower: false, upper: true },
  OVER: { lower: true, upper: false },
  AT_LEAST: { lower: false, upper: false },
  UNDER: { lower: false, upper: true },
  UP_TO: { lower: false, upper: false },
  BETWEEN: { lower: false, upper: false },
  ORDER_OF_MAGNITUDE: { lower: false, upper: true },
  NO_NUMBER: { lower: false, upper: false },
}

/**
 * How two quantities stand to each other, the same whichever comes first; null where nothing follows: the words of one
 * commit to no bounds ("about 900,000") and the numbers differ, or they name none.
 */
export function relateIntervals(one: CommittedQuantity, other: CommittedQuantity): IntervalRelation | null {
  return relate(rangeOf(one), rangeOf(other))
}

/** Whether the words leave the bound itself out: the number is on this side of it, and never it. */
export function leavesOut(approximation: Approximation, bound: 'lower' | 'upper'): boolean {
  return EXCLUDED[approximation][bound]
}

/** An interval as people write it: "435,719", "20,000 to below 100,000", "10 or more", "above 1,000", "about 5". */
export function describeQuantity(quantity: CommittedQuantity): string {
  const { number, about, lower, upper, lowerIn, upperIn } = rangeOf(quantity)
  if (number !== null) return formatNumber(number)
  if (lower === null && upper === null) return about === null ? 'no number' : `about ${sayAbout(about)}`
  const from = lower === null ? null : `${lowerIn ? '' : 'above '}${formatNumber(lower)}`
  const to = upper === null ? null : `${upperIn ? '' : 'below '}${formatNumber(upper)}`
  if (from !== null && to !== null) return `${from} to ${to}`
  if (from !== null) return lowerIn ? `${from} or more` : from
  return upperIn ? `up to ${to}` : `${to}`
}

function sayAbout([from, to]: About): string {
  return from === to ? formatNumber(from) : `${formatNumber(from)} to ${formatNumber(to)}`
}

/** The numbers that words are near to and hold as no bounds: "about 5", "about 40 to 45". */
type About = readonly [from: number, to: number]

/** An interval of which each end is open (null), or belongs to it or not. */
export interface Range {
  /** The number, if it is one and no more: both ends, then. */
  readonly number: number | null
  /** What the words name if they commit to no bounds. */
  readonly about: About | null
  readonly lower: number | null
  readonly upper: number | null
  readonly lowerIn: boolean
  readonly upperIn: boolean
}

/** The interval that the words of a number commit to. */
export function rangeOf({ approximation, value, lower, upper }: CommittedQuantity): Range {
  if (approximation === 'EXACT' && value !== null) return pointAt(value)
  const isRange = approximation === 'ABOUT' && value === null && lower !== null && upper !== null
  if (isRange) return { number: null, about: [lower, upper], lower: null, upper: null, lowerIn: false, upperIn: false }
  return {
    number: null,
    about: value !== null && lower === null && upper === null ? [value, value] : null,
    lower,
    upper,
    lowerIn: !leavesOut(approximation, 'lower'),
    upperIn: !leavesOut(approximation, 'upper'),
  }
}

function pointAt(number: number): Range {
  return { number, about: null, lower: number, upper: number, lowerIn: true, upperIn: true }
}

function relate(one: Range, other: Range): IntervalRelation | null {
  if (isVague(one) || isVague(other)) return relateVague(one, other)
  if (isSame(one, other)) return { relation: 'AGREE', factor: 1, isLeast: false }
  if (one.number !== null && other.number !== null) {
    const rounds = readRounding(one.number, other.number) ?? readRounding(other.number, one.number)
    return { relation: rounds ? 'ROUNDS' : 'DISJOINT', factor: quotient(one.number, other.number), isLeast: false }
  }
  if (isBelow(one, other)) return { relation: 'DISJOINT', factor: quotient(one.upper, other.lower), isLeast: true }
  if (isBelow(other, one)) return { relation: 'DISJOINT', factor: quotient(other.upper, one.lower), isLeast: true }
  return { relation: 'OVERLAPS', factor: null, isLeast: false }
}

function isVague({ lower, upper }: Range): boolean {
  return lower === null && upper === null
}

/**
 * "About 5" agrees with "about 5" and has 5 in common with what holds 5; by how much it differs from 6 is not said. So
 * does "about 40 to 45" with what holds any number from 40 to 45.
 */
function relateVague(one: Range, other: Range): IntervalRelation | null {
  const [vague, bounded] = isVague(one) ? [one, other] : [other, one]
  if (vague.about === null) return null
  const [from, to] = vague.about
  if (isVague(bounded)) {
    return from === bounded.about?.[0] && to === bounded.about[1]
      ? { relation: 'AGREE', factor: 1, isLeast: false }
      : null
  }
  const named = { ...pointAt(from), upper: to }
  return isBelow(named, bounded) || isBelow(bounded, named)
    ? null
    : { relation: 'OVERLAPS', factor: null, isLeast: false }
}

function isSame(one: Range, other: Range): boolean {
  const sameLower = one.lower === other.lower && (one.lower === null || one.lowerIn === other.lowerIn)
  const sameUpper = one.upper === other.upper && (one.upper === null || one.upperIn === other.upperIn)
  return sameLower && sameUpper
}

/** Whether all of one lies below all of the other. */
function isBelow(one: Range, other: Range): boolean {
  if (one.upper === null || other.lower === null) return false
  if (one.upper !== other.lower) return one.upper < other.lower
  return !(one.upperIn && other.lowerIn)
}

function quotient(one: number | null, other: number | null): number | null {
  if (one === null || other === null || Math.sign(one) * Math.sign(other) <= 0) return null
  const [a, b] = [Math.abs(one), Math.abs(other)]
  const times = Math.max(a, b) / Math.min(a, b)
  return Number.isFinite(times) ? times : null
}
