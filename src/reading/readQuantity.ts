import { knowsHedges } from './hedging.ts'
import { cut } from './number.ts'
import { readPhraseAt } from './phrase.ts'
import type { QuantityRead } from './quantity.ts'

/** Far longer than any phrase of one or two numbers; it keeps hostile input cheap. In UTF-16 code units. */
const LONGEST_PHRASE = 200

/**
 * Reads one quantity phrase in a language (BCP 47), in any case and as a whole; null if any of it is not understood.
 * docs/reading.md says what is read, and how.
 */
export function readQuantity(words: string, language: string): QuantityRead | null {
  if (words.length > LONGEST_PHRASE) return null
  const known = knownOf(language)
  const before = known.get(words)
  if (before !== undefined) return before
  const read = readWhole(words, language)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(words, read)
  return read
}

/** The same words come again and again, and to read them takes longer than to write ten rows. */
const MOST_KNOWN = 10_000
const MOST_LANGUAGES = 20
const known = new Map<string, Map<string, QuantityRead | null>>()

function knownOf(language: string): Map<string, QuantityRead | null> {
  const before = known.get(language)
  if (before !== undefined) return before
  if (known.size >= MOST_LANGUAGES) known.clear()
  const made = new Map<string, QuantityRead | null>()
  known.set(language, made)
  return made
}

function readWhole(words: string, language: string): QuantityRead | null {
  const text = cut(words.trim(), language)
  if (text.tokens.length === 0) return null
  const phrase = readPhraseAt(text, 0)
  return phrase?.next === text.tokens.length && phrase.start === 0 ? phrase.quantity : null
}

/** Whether words of approximation are read in the language; where they are not, a person says how a number is meant. */
export function readsApproximation(language: string): boolean {
  return knowsHedges(cut('', language))
}
