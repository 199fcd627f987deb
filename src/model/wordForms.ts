/** Word forms: convict, convicted and convictions have one stem (Snowball's, of the language). */

import { foldText } from './foldText.ts'
import { stemmerOf } from './stemmers.ts'

/** Between a stem and its language; no word has one. */
const OF = '~'

/** Shorter words are the same in all of their forms, or stand for nothing. */
const SHORTEST = 3

/**
 * As many words are remembered of a language: to stem one takes a hundred times as long. Then all are forgotten: those that
 * come often come again soon, and to note which was asked for last would cost more with each word.
 */
const REMEMBERED = 50_000

const known = new Map<string, Map<string, readonly string[]>>()

/**
 * The stems of a word, each with its language: `convict~en`. A word with accents has that of the word as it is and that of
 * the word without, so that it is found however it is typed. None where the language has no stemmer.
 */
export function stemsOf(word: string, language: string): readonly string[] {
  const words = wordsOf(language)
  return words.get(word) ?? remember(words, word, language)
}

/** The stems of some words, each once: an import asks for those of every text. */
export function stemsOfAll(words: readonly string[], language: string): string[] {
  const stemsBefore = wordsOf(language)
  const stems = new Set<string>()
  for (const word of words) {
    const found = stemsBefore.get(word) ?? remember(stemsBefore, word, language)
    for (const stem of found) stems.add(stem)
  }
  return [...stems]
}

function remember(words: Map<string, readonly string[]>, word: string, language: string): readonly string[] {
  const stems = newStems(word, codeOf(language))
  if (words.size >= REMEMBERED) words.clear()
  words.set(word, stems)
  return stems
}

function wordsOf(language: string): Map<string, readonly string[]> {
  const before = known.get(language)
  if (before) return before
  const words = new Map<string, readonly string[]>()
  known.set(language, words)
  return words
}

function codeOf(language: string): string {
  return /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? ''
}

function newStems(word: string, code: string): readonly string[] {
  const lower = word.normalize('NFC').toLowerCase()
  if (!/^[\p{L}\p{M}]+$/u.test(lower)) return []
  const plain = foldText(lower)
  if (plain.length < SHORTEST) return []
  const stem = stemmerOf(code)
  if (stem === null) return []
  // Stemming takes long: most words have no accents.
  const forms = plain === lower ? [plain] : [lower, plain]
  return [...new Set(forms.map(form => foldText(stem(form))))].map(each => `${each}${OF}${code}`)
}
