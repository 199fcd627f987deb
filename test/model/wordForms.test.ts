import { expect, test } from 'vitest'
import { stemsOf } from '../../src/model/wordForms.ts'

test('forms of a word have one stem, of their language', () => {
  for (const word of ['convict', 'convicted', 'conviction', 'convictions', 'CONVICTED']) {
    expect(stemsOf(word, 'en-US')).toEqual(['convict~en'])
  }
  expect(stemsOf('Häuser', 'de')).toEqual(stemsOf('haus', 'de'))
  expect(stemsOf('états', 'fr')).toEqual(stemsOf('etats', 'fr'))
  expect(stemsOf('ёлки', 'ru')).toEqual(stemsOf('елка', 'ru'))
})

test('what is no word, is too short, or is of a language without a stemmer has none', () => {
  for (const word of ['435719', '3.5m', 'is', '']) expect(stemsOf(word, 'en')).toEqual([])
  for (const language of ['zh', 'th', 'und', '', 'zz', '1 tag']) expect(stemsOf('convict', language)).toEqual([])
})
