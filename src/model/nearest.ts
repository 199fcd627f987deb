import { distance } from 'fastest-levenshtein'
import { foldText } from './foldText.ts'

/** Keys further down a very long list are not looked at: a suggestion is a courtesy, and must not cost seconds. */
const MOST_CANDIDATES = 5_000
const LONGEST_WORD = 120

/** The candidate nearest to a word that is none of them; undefined if none is near enough to have been meant. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined
  const asked = word.toLowerCase()
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  let looked = 0
  for (const candidate of candidates) {
    looked += 1
    if (looked > MOST_CANDIDATES) break
    const edits = distance(asked, candidate.toLowerCase())
    if (edits < least) {
      least = edits
      nearest = candidate
    }
  }
  return nearest
}

/**
 * The few candidates nearest to a word, the nearest first: those that hold it or are held by it, and those spelt alike, as a
 * whole or in one of their words, such as the last name. Case and accents do not count.
 */
export function nearestWords(word: string, candidates: Iterable<string>, most: number): string[] {
  if (word.length > LONGEST_WORD) return []
  const asked = foldText(word)
  const bound = Math.max(2, Math.floor(word.length / 3))
  const isOneWord = !SEPARATORS.test(asked)
  const near: { candidate: string; edits: number }[] = []
  for (const candidate of candidates) {
    const other = foldText(candidate)
    const isPart = other.length > 2 && asked.length > 2 && (other.includes(asked) || asked.includes(other))
    const edits = distance(asked, other)
    if (edits <= bound) near.push({ candidate, edits })
    else if (isOneWord && hasWordLike(other, asked)) near.push({ candidate, edits: bound + 1 })
    else if (isPart) near.push({ candidate, edits: bound + 2 })
  }
  near.sort((one, other) => one.edits - other.edits || one.candidate.length - other.candidate.length)
  return near.slice(0, most).map(({ candidate }) => candidate)
}

/** Asks whether one of these is meant, behind a sentence that says what is wrong; nothing where none may be. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`
}

/** What a word that is none of some names may have been: all of them, and the nearest. */
export function sayAllowed(word: string, names: readonly string[]): string {
  const meant = nearestWord(word, names)
  return `Allowed are ${names.join(', ')}.${didYouMean(meant === undefined ? [] : [meant])}`
}

const SEPARATORS = /[\s/_-]+/
/** What has more words is not a name: almost any word is like one of them. */
const MOST_WORDS_OF_NAME = 6
const SHORTEST_WORD = 4

/** Whether one of the few words of a name is spelt much like that one. */
function hasWordLike(name: string, asked: string): boolean {
  if (asked.length < SHORTEST_WORD) return false
  const words = name.split(SEPARATORS)
  if (words.length < 2 || words.length > MOST_WORDS_OF_NAME) return false
  const bound = Math.floor(asked.length / 4)
  return words.some(word => Math.abs(word.length - asked.length) <= bound && distance(asked, word) <= bound)
}
