import { formatNumber, readRounding } from './arithmetic.ts'
import type { Approximation } from './vocabulary.ts'

/** What the words of a number commit to. A null bound is open; a null value means that they name no number. */
export interface Quantity {
  readonly approximation: Approximation
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** How two quantities stand to each other, by their intervals alone. */
export interface IntervalRelation {
  readonly relation: 'AGREE' | 'ROUNDS' | 'OVERLAPS' | 'DISJOINT'
  /**
   * How many times the greater is the lesser: of the values, or at least so many times where they are disjoint intervals;
   * null where intervals overlap, and where a quotient says nothing (zero, or different signs).
   */
  readonly factor: number | null
}

/** Bounds that the words leave out: "nearly 900,000" is below 900,000, "tens of thousands" is below 100,000. */
const upperExcluded: ReadonlySet<Approximation> = new Set(['NEARLY', 'UNDER', 'ORDER_OF_MAGNITUDE'])
const lowerExcluded: ReadonlySet<Approximation> = new Set(['OVER'])

/**
 * How two quantities stand to each other; null where the words of one commit to no bounds ("about 900,000") and the
 * numbers differ, so that nothing follows.
 */
export function relateIntervals(one: Quantity, other: Quantity): IntervalRelation | null {
  if (isSame(one, other)) return { relation: 'AGREE', factor: 1 }
  if (isNumber(one) && isNumber(other)) {
    const rounds = readRounding(one.value, other.value) ?? readRounding(other.value, one.value)
    return { relation: rounds ? 'ROUNDS' : 'DISJOINT', factor: quotient(one.value, other.value) }
  }
  if (isVague(one) || isVague(other)) return overlapOfVague(one, other)
  if (isBelow(one, other)) return { relation: 'DISJOINT', factor: quotient(one.upper, other.lower) }
  if (isBelow(other, one)) return { relation: 'DISJOINT', factor: quotient(other.upper, one.lower) }
  return { relation: 'OVERLAPS', factor: null }
}

/** An interval as people write it: "435,719", "10,000 up to but not including 100,000", "above 1,000", "about 5". */
export function describeQuantity({ approximation, value, lower, upper }: Quantity): string {
  if (approximation === 'EXACT' && value !== null) return formatNumber(value)
  if (lower === null && upper === null) return value === null ? 'no number' : `about ${formatNumber(value)}`
  const from = lower === null ? null : `${lowerExcluded.has(approximation) ? 'above' : 'from'} ${formatNumber(lower)}`
  const to = upper === null ? null : `${upperExcluded.has(approximation) ? 'below' : 'up to'} ${formatNumber(upper)}`
  return [from, to].filter(end => end !== null).join(' and ')
}

function isSame(one: Quantity, other: Quantity): boolean {
  return (
    one.value === other.value &&
    one.lower === other.lower &&
    one.upper === other.upper &&
    (one.approximation === 'EXACT') === (other.approximation === 'EXACT')
  )
}

function isNumber(quantity: Quantity): quantity is Quantity & { readonly value: number } {
  return quantity.approximation === 'EXACT' && quantity.value !== null
}

function isVague({ lower, upper }: Quantity): boolean {
  return lower === null && upper === null
}

function overlapOfVague(one: Quantity, other: Quantity): IntervalRelation | null {
  const [vague, bounded] = isVague(one) ? [one, other] : [other, one]
  const { value } = vague
  if (value === null || isVague(bounded)) return null
  const point: Quantity = { approximation: 'EXACT', value, lower: value, upper: value }
  return isBelow(point, bounded) || isBelow(bounded, point) ? null : { relation: 'OVERLAPS', factor: null }
}

/** Whether all of one lies below all of the other. */
function isBelow(one: Quantity, other: Quantity): one is Quantity & { readonly upper: number } {
  if (one.upper === null || other.lower === null) return false
  if (one.upper !== other.lower) return one.upper < other.lower
  return upperExcluded.has(one.approximation) || lowerExcluded.has(other.approximation)
}

function quotient(one: number | null, other: number | null): number | null {
  if (one === null || other === null || one * other <= 0) return null
  const [a, b] = [Math.abs(one), Math.abs(other)]
  return Math.max(a, b) / Math.min(a, b)
}
