import { expect, test } from 'vitest'
import { beginningOf } from '../../src/model/beginning.ts'
import { unitFor } from '../../src/model/plural.ts'

test.each([
  [226_847, 'people', 'people'],
  [2, 'person', 'people'],
  [1, 'people', 'person'],
  [1_187, 'household', 'households'],
  [1, 'households', 'household'],
  [3, 'pending cases', 'pending cases'],
  [3, 'mile per gallon', 'miles per gallon'],
  [2, 'century', 'centuries'],
  [2, 'inch', 'inches'],
  [1, 'inches', 'inch'],
  [2, 'box of books', 'boxes of books'],
  [2, 'foot', 'feet'],
  [20, 'percent', 'percent'],
  [5, 'USD', 'USD'],
  [0, 'child', 'children'],
  [null, 'people', 'people'],
  [null, 'migrant', 'migrants'],
])('%s %s: %s', (count, unit, said) => {
  expect(unitFor(count, unit)).toBe(said)
})

test('a beginning ends with a whole word', () => {
  expect(beginningOf('one two three', 13)).toBe('one two three')
  expect(beginningOf('one two three', 10)).toBe('one two…')
  expect(beginningOf('one two three', 8)).toBe('one two…')
  expect(beginningOf('unbreakable', 5)).toBe('unbr…')
})
