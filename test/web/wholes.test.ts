import { expect, test } from 'vitest'
import { wholeOf } from '../../src/web/number/drawLine.ts'

const row = (unit: string | null, value: number) => ({ unit, value, lower: value, upper: value })

test('a line of shares ends at 1 and one of percentages at 100, unless some lie beyond or count something else', () => {
  expect(wholeOf([row('share', 0.6), row('share', 0.5)])).toBe(1)
  expect(wholeOf([row('percent', 37)])).toBe(100)
  expect(wholeOf([row('percent', 37), row('percent', 140)])).toBeNull()
  expect(wholeOf([row('percent', -3)])).toBeNull()
  expect(wholeOf([row('share', 0.6), row('people', 1200)])).toBeNull()
  expect(wholeOf([row(null, 0.6)])).toBeNull()
})
