import { expect, test } from 'vitest'
import { fragmentsOf, offsetInDocument, quotedPieces, selectorOf } from '../../src/model/selector.ts'

const broken = [
  [2, 5],
  [9, 12],
] as const

test('a selector has each piece, from its start to its end', () => {
  expect(selectorOf([[2, 5]])).toBe('2-5')
  expect(selectorOf(broken)).toBe('2-5,9-12')
  expect(fragmentsOf('2-5,9-12')).toEqual([
    { start: 2, end: 5 },
    { start: 9, end: 12 },
  ])
})

test('the words of each piece are found in the words that join them, in code points', () => {
  expect(quotedPieces('a🌊b', '2-5')).toEqual([{ start: 2, end: 5, exact: 'a🌊b' }])
  expect(quotedPieces('a🌊b … cde', '2-5,9-12')).toEqual([
    { start: 2, end: 5, exact: 'a🌊b' },
    { start: 9, end: 12, exact: 'cde' },
  ])
})

test('a place in the words of a passage is one of its document; in a joint, where the piece before it ends', () => {
  const places = [0, 2, 3, 5, 6, 8].map(offset => offsetInDocument(fragmentsOf('2-5,9-12'), offset))
  expect(places).toEqual([2, 4, 5, 5, 9, 11])
})
