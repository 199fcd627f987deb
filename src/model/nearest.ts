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

/** The few candidates nearest to a word, the nearest first: those that hold it or are held by it, and those spelt alike. */
export function nearestWords(word: string, candidates: Iterable<string>, most: number): string[] {
  if (word.length > LONGEST_WORD) return []
  const asked = word.toLowerCase()
  const bound = Math.max(2, Math.floor(word.length / 3))
  const near: { candidate: string; edits: number }[] = []
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    const isPart = other.length > 2 && asked.length > 2 && (other.includes(asked) || asked.includes(other))
    const edits = distance(asked, other)
    if (edits <= bound || isPart) near.push({ candidate, edits: edits <= bound ? edits : bound + 1 })
  }
  near.sort((one, other) => one.edits - other.edits || one.candidate.length - other.candidate.length)
  return near.slice(0, most).map(({ candidate }) => candidate)
}
