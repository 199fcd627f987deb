/** Parts of a whole ("two-thirds") under the figures that they word. */

import Big from 'big.js'
import { readRounding } from '../model/arithmetic.ts'
import { FRACTION_PARTS } from '../model/simpleFraction.ts'
import type { FigureAmount, QuantityRead } from './quantity.ts'
import { unitNamed } from './units.ts'

/** A part of a whole in the unit of its figure: half is 50 in percent. Any other quantity stays as it is. */
export function inUnitOf(quantity: QuantityRead, unit: string): QuantityRead {
  if (quantity.ratio !== 'SHARE' || unitNamed(unit)?.kind !== 'PERCENT') return quantity
  const { value, lower, upper } = quantity
  return { ...quantity, value: inPercent(value), lower: inPercent(lower), upper: inPercent(upper) }
}

function inPercent(share: number | null): number | null {
  if (share === null) return null
  const parts = Math.round(share * FRACTION_PARTS)
  // A third is a double that no digits end: 100/3 is worked out from the fraction.
  return parts / FRACTION_PARTS === share ? (parts * 100) / FRACTION_PARTS : new Big(share).times(100).toNumber()
}

/** Whether a number is a part of a whole to as many digits as someone wrote: a third is 0.33, and never 0.34. */
export function roundsShare(value: number, share: number): boolean {
  const method = readRounding(value, share)?.method
  return method === 'NEAREST' || method === 'DOWN'
}

/** What a figure is exactly, where its words give it as a fraction only and its value has some of the digits; else its value. */
export function exactShare(figure: FigureAmount, words: readonly QuantityRead[]): number | null {
  const { value = null, unit } = figure
  const said = words.flatMap(quantity => inUnitOf(quantity, unit).value ?? [])
  if (value === null || said.includes(value)) return value
  const shares = words.flatMap(quantity => (quantity.ratio === 'SHARE' ? (inUnitOf(quantity, unit).value ?? []) : []))
  return shares.find(share => roundsShare(value, share)) ?? value
}
