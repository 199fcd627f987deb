import { lineEnd, unknown, WordNumbers } from './wordNumbers.ts'

/** How many words a phrase has, from and to. */
export interface PhraseLengths {
  readonly from: number
  readonly to: number
}

/** A phrase of two sides, and how often it stands on each and in the rest of the corpus. */
export interface PhraseCount {
  readonly phrase: string
  readonly one: number
  readonly other: number
  readonly rest: number
}

/** Where phrases are counted. */
export type PhrasePlace = 'one' | 'other' | 'rest'

/**
 * Counts the phrases of two sides, and how often they stand in the rest of the corpus.
 *
 * A corpus has many times more phrases than two speakers use. Words are numbers here and a phrase is a path from word to
 * word, so that no phrase is put together before it is shown.
 */
export class PhraseCounts {
  readonly #lengths: PhraseLengths
  readonly #words = new WordNumbers()
  /** Of each path: the path without its last word, that word, and how many words it has. */
  readonly #parents: number[] = []
  readonly #last: number[] = []
  readonly #depths: number[] = []
  /** The path of each word alone. */
  #ofWord: number[] = []
  #longer = new PathTable()
  readonly #counts: Readonly<Record<PhrasePlace, number[]>> = { one: [], other: [], rest: [] }
  /** By place, how many phrases of each length there are, known or not. */
  readonly #totals: Readonly<Record<PhrasePlace, number[]>>

  constructor(lengths: PhraseLengths) {
    this.#lengths = lengths
    const none = () => new Array<number>(lengths.to + 1).fill(0)
    this.#totals = { one: none(), other: none(), rest: none() }
  }

  /**
   * Counts the phrases of runs, as model/wordRuns.ts writes them, in UTF-8. Those of the sides are learnt; of the rest, which comes
   * after them, only those are counted that are known.
   */
  add(runs: Uint8Array, place: PhrasePlace): void {
    const isLearning = place !== 'rest'
    const numbers = this.#words.read(runs, isLearning)
    let start = 0
    for (let at = 0; at < numbers.length; at += 1) {
      if (numbers[at] !== lineEnd) continue
      this.#addLine(numbers, start, at, place, isLearning)
      start = at + 1
    }
  }

  #addLine(numbers: Int32Array, start: number, end: number, place: PhrasePlace, isLearning: boolean): void {
    const counts = this.#counts[place]
    const totals = this.#totals[place]
    const { from, to } = this.#lengths
    for (let length = from; length <= to; length += 1) {
      totals[length] = (totals[length] ?? 0) + Math.max(0, end - start - length + 1)
    }
    const ofWord = this.#ofWord
    for (let first = start; first < end; first += 1) {
      const word = numbers[first] ?? unknown
      let path = word === unknown ? unknown : (ofWord[word] ?? this.#newPath(unknown, word))
      if (path === unknown) continue
      counts[path] = (counts[path] ?? 0) + 1
      const last = Math.min(end, first + to)
      for (let next = first + 1; next < last; next += 1) {
        const word = numbers[next] ?? unknown
        path = word === unknown ? unknown : this.#step(path, word, isLearning)
        if (path === unknown) break
        counts[path] = (counts[path] ?? 0) + 1
      }
    }
  }

  /** Takes out of a place what is counted in others too: of all that there is, the rest is what the sides do not say. */
  takeOut(place: PhrasePlace, others: readonly PhrasePlace[]): void {
    for (const other of others) {
      for (const [all, some] of [
        [this.#counts[place], this.#counts[other]],
        [this.#totals[place], this.#totals[other]],
      ] as const) {
        for (const [at, count] of some.entries()) all[at] = (all[at] ?? 0) - count
      }
    }
  }

  /**
   * Forgets the paths of phrases that the sides have less often together, once both are read: most phrases stand there once, and
   * a table of the others is small enough to be fast.
   */
  forget(minimum: number): void {
    const { one, other } = this.#counts
    const longer = new PathTable()
    const ofWord: number[] = []
    for (const [path, word] of this.#last.entries()) {
      const parent = this.#parents[path] ?? unknown
      const isRare = (one[path] ?? 0) + (other[path] ?? 0) < minimum
      if (parent === unknown) ofWord[word] = isRare ? unknown : path
      else if (!isRare) longer.set(parent, word, path)
    }
    this.#ofWord = ofWord
    this.#longer = longer
  }

  /** The phrases of that length that stand on a side, as often on both together as is asked. */
  *phrases(length: number, minimum: number): Generator<PhraseCount> {
    const { one, other, rest } = this.#counts
    for (const [path, depth] of this.#depths.entries()) {
      const count = { one: one[path] ?? 0, other: other[path] ?? 0, rest: rest[path] ?? 0 }
      if (depth === length && count.one + count.other >= Math.max(1, minimum)) {
        yield { phrase: this.#phraseOf(path), ...count }
      }
    }
  }

  /** How many phrases of that number of words there are. */
  total(length: number, place: PhrasePlace): number {
    return this.#totals[place][length] ?? 0
  }

  #step(path: number, word: number, isLearning: boolean): number {
    const known = this.#longer.get(path, word)
    if (known !== unknown || !isLearning) return known
    const longer = this.#newPath(path, word)
    this.#longer.set(path, word, longer)
    return longer
  }

  #newPath(parent: number, word: number): number {
    const path = this.#parents.length
    this.#parents.push(parent)
    this.#last.push(word)
    this.#depths.push(parent === unknown ? 1 : (this.#depths[parent] ?? 0) + 1)
    if (parent === unknown) this.#ofWord[word] = path
    for (const counts of Object.values(this.#counts)) counts.push(0)
    return path
  }

  #phraseOf(path: number): string {
    const parent = this.#parents[path] ?? unknown
    const last = this.#words.wordOf(this.#last[path] ?? 0)
    return parent === unknown ? last : `${this.#phraseOf(parent)} ${last}`
  }
}

/** From a path and the word that goes on from it to the longer path: a map of pairs would have to join each to look it up. */
class PathTable {
  /** Three at a time: the path, and one more; the word; the longer path. */
  #cells = new Int32Array(3 << 12)
  #size = 0

  get(path: number, word: number): number {
    const cell = this.#cellOf(path, word)
    return this.#cells[cell] === 0 ? unknown : (this.#cells[cell + 2] ?? unknown)
  }

  set(path: number, word: number, longer: number): void {
    if (6 * this.#size >= this.#cells.length) this.#grow()
    this.#cells.set([path + 1, word, longer], this.#cellOf(path, word))
    this.#size += 1
  }

  #cellOf(path: number, word: number): number {
    const mask = this.#cells.length / 3 - 1
    const hash = Math.imul(path ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#cells[3 * slot] !== 0) {
      if (this.#cells[3 * slot] === path + 1 && this.#cells[3 * slot + 1] === word) break
      slot = (slot + 1) & mask
    }
    return 3 * slot
  }

  #grow(): void {
    const cells = this.#cells
    this.#cells = new Int32Array(2 * cells.length)
    this.#size = 0
    for (let at = 0; at < cells.length; at += 3) {
      const [path = 0, word = 0, longer = 0] = cells.subarray(at, at + 3)
      if (path !== 0) this.set(path - 1, word, longer)
    }
  }
}
