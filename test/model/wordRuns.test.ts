import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordRuns } from '../../src/model/wordRuns.ts'

test('English ASCII is segmented as Intl.Segmenter does it', () => {
  const characters = fc.constantFrom(...'ab19ZK_.\':,;!? -\n\t\r\0"@#/&')
  // German parts ASCII as English does, and goes by Intl.Segmenter always.
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 20 }), text => {
      expect(wordRuns(text, 'en')).toEqual(wordRuns(text, 'de'))
    }),
    { numRuns: 20_000 },
  )
})

test('words are folded and clauses part runs, whatever the alphabet', () => {
  expect(wordRuns("He can't: 435,719 of “Señor Ødegård’s” U.S. plans. No", 'en')).toEqual([
    ['he', "can't"],
    ['435,719', 'of', 'señor', "ødegård's", 'u.s'],
    ['plans'],
    ['no'],
  ])
  expect(wordRuns("He can't: 435,719 of U.S. plans", 'en-GB')).toEqual([
    ['he', "can't"],
    ['435,719', 'of', 'u.s'],
    ['plans'],
  ])
})
