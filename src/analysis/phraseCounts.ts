import { wordsOfLines } from './wordCounts.ts'

/**
 * Counts given phrases in texts, and how many phrases of their lengths the texts have in all.
 *
 * A corpus has many times more phrases than two speakers use. Words are numbers here and a phrase is a path from word to
 * word, so that no phrase of the corpus is ever put together to look it up.
 */
export class PhraseCounts {
  readonly #words = new Map<string, number>()
  /** From a path and the word that goes on from it to the longer path. The first word of a path is the path of it alone. */
  readonly #paths = new Map<number, number>()
  readonly #counts: number[]
  readonly #totals = new Map<number, number>()
  readonly #longest: number

  /** `phrases` are those of each number of words. */
  constructor(phrases: ReadonlyMap<number, Iterable<string>>) {
    const split = [...phrases.values()].flatMap(each => Array.from(each, phrase => phrase.split(' ')))
    for (const words of split) for (const word of words) this.#numberOf(word)
    for (const words of split) this.#enter(words)
    for (const length of phrases.keys()) this.#totals.set(length, 0)
    this.#longest = Math.max(...phrases.keys())
    this.#counts = new Array(this.#words.size + this.#paths.size).fill(0)
  }

  /** Counts the phrases of runs, as model/wordRuns.ts writes them. */
  add(runs: string): void {
    for (const line of wordsOfLines(runs)) {
      const words = line.map(word => this.#words.get(word))
      for (const [length, total] of this.#totals)
        this.#totals.set(length, total + Math.max(0, words.length - length + 1))
      for (let start = 0; start < words.length; start += 1) {
        let path = words[start]
        for (let next = start + 1; path !== undefined; next += 1) {
          this.#counts[path] = (this.#counts[path] ?? 0) + 1
          const word = next - start < this.#longest ? words[next] : undefined
          path = word === undefined ? undefined : this.#paths.get(this.#step(path, word))
        }
      }
    }
  }

  /** How often a phrase stands there; only of those that were given. */
  count(phrase: string): number {
    const [first, ...rest] = phrase.split(' ').map(word => this.#words.get(word))
    let path = first
    for (const word of rest)
      path = path === undefined || word === undefined ? undefined : this.#paths.get(this.#step(path, word))
    return path === undefined ? 0 : (this.#counts[path] ?? 0)
  }

  /** How many phrases of that number of words there are, given or not. */
  total(length: number): number {
    return this.#totals.get(length) ?? 0
  }

  #numberOf(word: string): number {
    const known = this.#words.get(word) ?? this.#words.size
    this.#words.set(word, known)
    return known
  }

  #enter(words: readonly string[]): void {
    const [first = 0, ...rest] = words.map(word => this.#numberOf(word))
    let path = first
    for (const word of rest) {
      const step = this.#step(path, word)
      path = this.#paths.get(step) ?? this.#words.size + this.#paths.size
      this.#paths.set(step, path)
    }
  }

  #step(path: number, word: number): number {
    return path * this.#words.size + word
  }
}
