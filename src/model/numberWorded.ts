import { type CommittedQuantity, describeQuantity } from './intervals.ts'
import { unitFor } from './plural.ts'

/**
 * A number as words give it, with its unit or else what they count, so that the same number in the same unit is found together:
 * "12,000,000 people" of “about 12 million people” and “12,000,000 people”. It does not say that they count the same thing.
 * Null for words that name none.
 */
export function numberWorded(quantity: CommittedQuantity, unit: string | null, counted: string | null): string | null {
  const { value, lower, upper } = quantity
  if (value === null && lower === null && upper === null) return null
  const number = describeQuantity(value === null ? quantity : { ...quantity, approximation: 'EXACT' })
  if (unit !== null) return withUnit(number, value, unit)
  return counted === null ? number : `${number} ${counted.toLowerCase().replaceAll(/\s+/gu, ' ')}`
}

/** “3 times”, “$15 per hour”, “20 percent”, “a share of 0.5”. */
export function withUnit(number: string, value: number | null, unit: string): string {
  const [, symbol, rest = ''] = /^(\p{Sc})(.*)$/u.exec(unit) ?? []
  if (symbol !== undefined) return /^\d/.test(number) ? `${symbol}${number}${rest}` : `${number} ${unit}`
  if (unit === 'share') return `a share of ${number}`
  return `${number} ${unitFor(value, unit)}`
}
