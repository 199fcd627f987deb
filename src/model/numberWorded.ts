import { formatNumber } from './arithmetic.ts'
import { type CommittedQuantity, describeQuantity } from './intervals.ts'
import { unitFor } from './plural.ts'
import type { Approximation } from './vocabulary.ts'

/** How words hedge a number that they name; null where they name none and have bounds alone, or do not hedge it. */
const HEDGES: Readonly<Record<Approximation, string | null>> = {
  EXACT: null,
  ABOUT: 'about',
  NEARLY: 'nearly',
  OVER: 'over',
  AT_LEAST: 'at least',
  UNDER: 'under',
  UP_TO: 'up to',
  BETWEEN: null,
  ORDER_OF_MAGNITUDE: null,
  NO_NUMBER: null,
}

/** A quantity as it is worded, in English: "nearly 900,000" and never "900,000" or "below 900,000"; else its bounds. */
export function sayQuantity(quantity: CommittedQuantity): string {
  const { approximation, value } = quantity
  const hedge = HEDGES[approximation]
  return value === null || hedge === null ? describeQuantity(quantity) : `${hedge} ${formatNumber(value)}`
}

/**
 * A number as words give it, with its unit or else what they count, so that what is worded alike is found together: “about 12
 * million people” and “some 12,000,000 people” are "about 12,000,000 people", and “12 million people” is a number of its own,
 * since a hedged number is not the exact one. It does not say that they count the same thing. Null for words that name none.
 */
export function numberWorded(quantity: CommittedQuantity, unit: string | null, counted: string | null): string | null {
  const { value, lower, upper } = quantity
  if (value === null && lower === null && upper === null) return null
  const number = sayQuantity(quantity)
  if (unit !== null) return withUnit(number, value, unit)
  return counted === null ? number : `${number} ${counted.toLowerCase().replaceAll(/\s+/gu, ' ')}`
}

/** “3 times”, “$15 per hour”, “nearly $15”, “20 percent”, “a share of 0.5”. */
export function withUnit(number: string, value: number | null, unit: string): string {
  const [, symbol, rest = ''] = /^(\p{Sc})(.*)$/u.exec(unit) ?? []
  if (symbol !== undefined)
    return `${number.replaceAll(/\d\S*(?: \d+\/\d+)?/gu, amount => `${symbol}${amount}`)}${rest}`
  if (unit === 'share') return `a share of ${number}`
  return `${number} ${unitFor(value, unit)}`
}
