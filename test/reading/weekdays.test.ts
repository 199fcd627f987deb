import { expect, test } from 'vitest'
import { contradictTime } from '../../src/reading/index.ts'

/** 21 July 2024 was a Sunday. */
test.each([
  ['de', 'am Sonntag', '2024-07-21', null],
  ['de', 'am Montag', '2024-07-21', 'the words say montag, and 2024-07-21 is a sonntag'],
  ['fr', 'lundi', '2024-07-21', 'the words say lundi, and 2024-07-21 is a dimanche'],
  // Which of the days is meant is not told.
  ['de', 'am Montag', '2024-07-21/2024-07-22', null],
  ['de', 'am Montag', '2024-07', null],
  ['de', 'bis Montag', '/2024-07-21', null],
] as const)('%s: “%s” under %s', (language, words, edtf, expected) => {
  expect(contradictTime(words, edtf, language)).toBe(expected)
})
