import { formatNumber, sumOf } from './arithmetic.ts'
import { capitalized } from './capitalized.ts'
import { type CommittedQuantity, relateIntervals } from './intervals.ts'
import { sayQuantity, withUnit } from './numberWorded.ts'

/** A number, or the bounds of one. */
export interface Amount {
  readonly value?: number | null | undefined
  readonly lower?: number | null | undefined
  readonly upper?: number | null | undefined
}

/** A figure with what its words commit to. */
export interface WordedFigure extends CommittedQuantity {
  readonly label: string
  readonly unit: string
}

/** An amount for people: "435,719", "10,000 to 100,000", "10 or more", "up to 10". */
export function sayAmount({ value = null, lower = null, upper = null }: Amount): string {
  if (value !== null) return formatNumber(value)
  if (lower !== null && upper !== null) return `${formatNumber(lower)} to ${formatNumber(upper)}`
  if (lower !== null) return `${formatNumber(lower)} or more`
  return upper === null ? 'no number' : `up to ${formatNumber(upper)}`
}

/**
 * How two figures stand to each other in numbers, without a word on which of them holds. Labels are not quotations; each number
 * stands with what hedges it, and how far apart two are is said where both are exact.
 */
export function compareFigures(one: WordedFigure, other: WordedFigure): string {
  const names = `${capitalized(one.label)} (${inUnit(one)}) and ${other.label} (${inUnit(other)})`
  if (one.unit !== other.unit) return `${names} are in different units`
  if (isExact(one) && isExact(other)) return `${names} ${compareValues(one.value, other.value, one.unit)}`
  const related = relateIntervals(one, other)
  if (related === null) return `${names} cannot be compared: one of them has no bounds`
  const standing = {
    AGREE: 'say the same',
    ROUNDS: 'overlap',
    OVERLAPS: 'overlap',
    DISJOINT: 'have no number in common',
  }
  return `${names} ${standing[related.relation]}`
}

function inUnit(figure: WordedFigure): string {
  return withUnit(sayQuantity(figure), figure.value, figure.unit)
}

function compareValues(one: number, other: number, unit: string): string {
  if (one === other) return 'are equal'
  const amount = Math.abs(sumOf([one, -other]))
  const difference = `differ by ${withUnit(formatNumber(amount), amount, unit)}`
  const [less, more] = one < other ? [one, other] : [other, one]
  const times = less > 0 ? Number((more / less).toPrecision(3)) : 1
  return times === 1 ? difference : `${difference}: the larger is ${formatNumber(times)} times the smaller`
}

function isExact(figure: WordedFigure): figure is WordedFigure & { readonly value: number } {
  return figure.approximation === 'EXACT' && figure.value !== null
}
