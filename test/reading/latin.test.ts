import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNumbers } from '../../src/reading/index.ts'

const pieces = [
  ...['5', '1,200', '3.5', '1st', '2016', 'five', 'Two', 'hundred', 'million', 'half', 'a', 'third', 'minus', 'nearly'],
  ...[
    'from',
    'to',
    'between',
    'and',
    'or',
    'so',
    'USD',
    'us',
    'US',
    'Rs',
    '$',
    '€',
    '%',
    'percent',
    'homes',
    'É',
    'one',
  ],
  ...[' ', ' ', ' ', '\u00a0', '\n', '\n\n', '.', ',', '-', '–', '−', '½', '’', '“', '/', '(', 'https://x.org/5', '+'],
]

test('Latin text has the numbers that it has before a sign of no script, for which all of Unicode is looked through', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 14 }),
      fc.constantFrom('en', 'de'),
      (parts, language) => {
        const text = parts.join('')
        expect(findNumbers(text, language)).toEqual(findNumbers(`${text}\n\n☃`, language))
      },
    ),
    { seed: 1, numRuns: 3_000 },
  )
})

test.each([
  ['they took us$5 home', 'us$5'],
  ['they took US$5 home', 'US$5'],
  ['they took USD 5 home', 'USD 5'],
  ['they took Rs. 5 home', 'Rs. 5'],
  ['it fell to minus 5 at night', 'minus 5'],
  ['with several hundred of them', 'several hundred'],
  ['with a couple of dozen more', 'a couple of dozen'],
  ['it doubled', 'doubled'],
  ['from 5 to 10 homes', 'from 5 to 10'],
  ['some 5 homes', 'some 5'],
])('in “%s” stands the number “%s”', (text, words) => {
  expect(findNumbers(text, 'en').map(number => number.words)).toEqual([words])
})
