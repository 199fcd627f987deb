import search from 'approx-string-match'
import type { Article } from './article.ts'

/** Longer quotations are sought by their beginning. */
const LONGEST_PATTERN = 160
const SHORTEST_PATTERN = 4
const CHUNK = 16_384

/**
 * Finds the passages of an article that come nearest to words which it does not hold. All searches of one check share a
 * budget of steps: a long article with many missing quotations must not take minutes.
 */
export class ApproximateSearch {
  readonly #article: Article
  #steps = 200_000_000

  constructor(article: Article) {
    this.#article = article
  }

  /** The nearest passage; undefined if none is near, or if the budget is spent. */
  nearest(words: string): string | undefined {
    const pattern = words.normalize('NFC').slice(0, LONGEST_PATTERN)
    if (pattern.length < SHORTEST_PATTERN) return undefined
    const { text } = this.#article
    let allowed = Math.floor(pattern.length * 0.4)
    let nearest: { start: number; end: number } | undefined
    for (let from = 0; from < text.length && this.#steps > 0 && allowed >= 0; from += CHUNK) {
      // Chunks overlap by as much as a match can be long.
      const chunk = text.slice(from, from + CHUNK + 2 * LONGEST_PATTERN)
      const matches = search(chunk, pattern, allowed)
      // Each match costs the search for its beginning.
      this.#steps -= (chunk.length + matches.length * 4 * pattern.length) * Math.ceil(pattern.length / 32)
      const [first] = matches
      if (!first) continue
      // The longest of the equally near ones that begin there: the shorter lack their last words.
      const end = matches.reduce((most, match) => (match.start === first.start ? Math.max(most, match.end) : most), 0)
      nearest = { start: from + first.start, end: from + end }
      allowed = first.errors - 1
    }
    return nearest && this.#wholeWords(nearest.start, nearest.end)
  }

  #wholeWords(start: number, end: number): string {
    const { text } = this.#article
    const head = /[\p{L}\p{N}\p{M}]{0,30}$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? ''
    const tail = /^[\p{L}\p{N}\p{M}]{0,30}/u.exec(text.slice(end, end + 30))?.[0] ?? ''
    return text.slice(start - head.length, end + tail.length).trim()
  }
}
