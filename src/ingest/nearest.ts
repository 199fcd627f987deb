import { distance } from 'fastest-levenshtein'

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
