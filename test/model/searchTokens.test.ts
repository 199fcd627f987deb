import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchTokens, searchWords } from '../../src/model/searchTokens.ts'

/** What Latin text is made of, and where its words and numbers may end. */
const pieces = [
  ...['a', 'Z', 'the', 'É', 'ß', 'ſ', 'ı', 'œ', '1', '12', '200', '1,200', '3.50', '7'],
  ...[' ', '  ', '\u00a0', '\n', '.', ',', "'", '’', '‘', '“', '”', '-', '–', '—', '…', '€', '$', '%', '_', '(', '·'],
]
const latinText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(parts => parts.join(''))

test('Latin text has the words that it has beside a word of another script, for which all of Unicode is looked through', () => {
  fc.assert(
    fc.property(latinText, fc.constantFrom('en', 'de', 'fr', 'de-CH', 'und'), (text, language) => {
      const [last, ...before] = searchTokens(`${text} ж`, language).toReversed()
      expect(last?.token).toBe('ж')
      expect(searchTokens(text, language)).toEqual(before.toReversed())
    }),
    { seed: 1, numRuns: 3_000 },
  )
})

test('the words without their places are the same', () => {
  const anyText = fc.oneof(latinText, fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'de', 'ar'), (text, language) => {
      expect(searchWords(text, language)).toEqual(searchTokens(text, language).map(({ token }) => token))
    }),
    { seed: 2, numRuns: 3_000 },
  )
})

test('a number is one word, however its language writes it', () => {
  const words = (text: string, language: string) => searchWords(text, language).join(' ')
  expect(words('1,200 and 3.50 and 2.0', 'en')).toBe('1200 and 3.5 and 2')
  expect(words('1.200 und 3,50', 'de')).toBe('1200 und 3.5')
  expect(words('1 200 and 1’200 and 12,34,567', 'en')).toBe('1200 and 1200 and 1234567')
  expect(words('21.7.2024 and 1.2.3', 'en')).toBe('21 7 2024 and 1 2 3')
  expect(words('10,5 in English', 'en')).toBe('10.5 in english')
  expect(words('5,394m of them', 'en')).toBe('5394m of them')
})
