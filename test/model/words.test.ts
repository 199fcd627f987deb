import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWords, lastWords, wordsOf } from '../../src/model/words.ts'

const text = fc.oneof(
  fc
    .array(fc.constantFrom('plan', ' ', ', ', '“', '435,719', 'naïve', '\n', '😀', '…'.repeat(90), 'x'.repeat(70)))
    .map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)

test('the first and the last words of a text are its beginning and its end', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (whole, count) => {
      const words = wordsOf(whole)
      const first = firstWords(whole, count)
      const last = lastWords(whole, count)
      expect(whole.startsWith(first)).toBe(true)
      expect(whole.endsWith(last)).toBe(true)
      expect(wordsOf(first)).toEqual(words.slice(0, count))
      expect(wordsOf(last)).toEqual(words.slice(-count))
    }),
  )
})
