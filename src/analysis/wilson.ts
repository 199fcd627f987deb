/** A share and the interval that it may lie in, each from 0 to 1. */
export interface WilsonRate {
  readonly rate: number
  readonly low: number
  readonly high: number
}

/** The 97.5th percentile of the normal distribution: 95% lie within this many standard deviations. */
const z95 = 1.959963984540054

/** A share with its 95% interval by Wilson's score (1927): sound for small numbers and near 0 and 1, too. */
export function wilson(count: number, total: number): WilsonRate {
  if (total === 0) return { rate: 0, low: 0, high: 1 }
  const rate = count / total
  const scale = 1 + z95 ** 2 / total
  const middle = (rate + z95 ** 2 / (2 * total)) / scale
  const reach = (z95 / scale) * Math.sqrt((rate * (1 - rate)) / total + z95 ** 2 / (4 * total ** 2))
  // At the ends the interval touches them; the arithmetic may miss by a rounding.
  return { rate, low: count === 0 ? 0 : middle - reach, high: count === total ? 1 : middle + reach }
}
