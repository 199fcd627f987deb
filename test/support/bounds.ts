import type { Approximation } from '../../src/model/vocabulary.ts'
import type { QuantityRead } from '../../src/reading/index.ts'

const EXCLUDES: Readonly<Partial<Record<Approximation, 'lower' | 'upper' | 'both'>>> = {
  ABOUT: 'both',
  NEARLY: 'upper',
  OVER: 'lower',
  UNDER: 'upper',
  ORDER_OF_MAGNITUDE: 'upper',
}

/** The brackets of an interval: square ones where the bound is part of it. */
export function brackets({ approximation, lower, upper }: QuantityRead): readonly [open: string, close: string] {
  const out = EXCLUDES[approximation]
  const excludes = (end: 'lower' | 'upper') => out === end || out === 'both'
  return [lower === null || excludes('lower') ? '(' : '[', upper === null || excludes('upper') ? ')' : ']']
}
