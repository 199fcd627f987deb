import { expect, test } from 'vitest'
import { numberWorded } from '../../src/model/numberWorded.ts'
import { inDigits } from '../../src/web/marks/names.ts'

test.each([
  [1 / 3, 'families', '1/3 families'],
  [8 / 3, '$ per hour', '$2 2/3 per hour'],
  [2 / 3, 'share', 'a share of 2/3'],
  [0.25, 'share', 'a share of 0.25'],
])('%d in %s', (value, unit, expected) => {
  expect(numberWorded({ approximation: 'EXACT', value, lower: value, upper: value }, unit, null)).toBe(expected)
})

test('a fraction stands in the explorer as everywhere', () => {
  expect(numberWorded({ approximation: 'UNDER', value: 1 / 3, lower: null, upper: 1 / 3 }, null, null)).toBe(
    'under 1/3',
  )
  expect([1 / 3, 8 / 3, 0.5, 1_200].map(inDigits)).toEqual(['1/3', '2 2/3', '0.5', '1,200'])
})
