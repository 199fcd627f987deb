import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../../src/analysis/wilson.ts'

test.each([
  // count, total, low, high: Newcombe 1998, table I, method 3 (score without continuity correction)
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies within %f and %f', (count, total, low, high) => {
  const interval = wilson(count, total)
  expect(interval.rate).toBe(count / total)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test('nothing of nothing may be anything', () => {
  expect(wilson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 })
})

test('the interval holds the rate, within 0 and 1, and is that of the rest turned round', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), (count, rest) => {
      const { rate, low, high } = wilson(count, count + rest)
      expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true)
      if (count + rest > 0) expect(wilson(rest, count + rest).low).toBeCloseTo(1 - high, 12)
    }),
  )
})
