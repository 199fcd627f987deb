import { formatNumber } from './arithmetic.ts'

/** A number, or the bounds of one. */
export interface Amount {
  readonly value?: number | null | undefined
  readonly lower?: number | null | undefined
  readonly upper?: number | null | undefined
}

export interface LabelledAmount extends Amount {
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

/** How two figures stand to each other in numbers, without a word on which of them holds. Labels are no quotations. */
export function compareFigures(one: LabelledAmount, other: LabelledAmount): string {
  const names = `${one.label} (${sayAmount(one)}) and ${other.label} (${sayAmount(other)})`
  if (one.unit !== other.unit) return `${names} are in different units: ${one.unit} and ${other.unit}`
  if (isKnown(one.value) && isKnown(other.value)) return `${names} ${compareValues(one.value, other.value)}`
  return `${names} ${overlap(one, other) ? 'overlap' : 'have no number in common'}`
}

function compareValues(one: number, other: number): string {
  if (one === other) return 'are equal'
  const difference = `differ by ${formatNumber(Number(Math.abs(one - other).toPrecision(15)))}`
  const [less, more] = one < other ? [one, other] : [other, one]
  return less > 0
    ? `${difference}: the larger is ${formatNumber(Number((more / less).toPrecision(3)))} times the smaller`
    : difference
}

function overlap(one: Amount, other: Amount): boolean {
  return lowest(one) <= highest(other) && lowest(other) <= highest(one)
}

function lowest({ value, lower }: Amount): number {
  return value ?? lower ?? Number.NEGATIVE_INFINITY
}

function highest({ value, upper }: Amount): number {
  return value ?? upper ?? Number.POSITIVE_INFINITY
}

function isKnown(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}
