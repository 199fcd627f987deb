import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordRuns } from '../../src/model/wordRuns.ts'

// German parts plain text as English does, and goes by Intl.Segmenter always.
function expectSameRuns(text: string): void {
  expect(wordRuns(text, 'en')).toEqual(wordRuns(text, 'de'))
}

test('plain English text is segmented as Intl.Segmenter does it, each pair of its characters in many places', () => {
  const plain = [...range(0, 0x7f), ...range(0xa0, 0x17f), ...'–—―‘’“”…'.split('')]
  for (const one of plain) {
    expectSameRuns(plain.map(other => `${one}${other} a${one}${other}b 1${one}${other}2 a${one}b${other}1`).join(' '))
  }
})

test('plain English text is segmented as Intl.Segmenter does it', () => {
  const characters = fc.constantFrom(...'ab19ZKéÉŸſ_.\'’‘“”…–—:,;!? -\u00a0\n\t\r\0"@#/&\u0301\u00ad')
  fc.assert(fc.property(fc.string({ unit: characters, maxLength: 20 }), expectSameRuns), { numRuns: 20_000 })
})

test('an article is segmented as Intl.Segmenter does it', () => {
  const article = readFileSync(new URL('../../seed/wane-ice-435000/article.txt', import.meta.url), 'utf8')
  for (const line of article.split('\n')) expectSameRuns(line)
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

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))
}
