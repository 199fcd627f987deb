/**
 * Words as numbers, from 0 in the order in which they came.
 *
 * The words of a million statements are a hundred megabytes. As texts in a map they take seconds, most of it to make the texts;
 * as bytes in a table of their own (open addressing, FNV-1a) they take a fifth of that.
 */

const space = 32
const newline = 10
const seed = 0x811c9dc5
const prime = 0x01000193

/** Stands where a line of runs ends. */
export const lineEnd = -2
/** Stands for a word that is not known. */
export const unknown = -1

export class WordNumbers {
  /** The bytes of all words, one after another, and where each begins. */
  #bytes = new Uint8Array(1 << 16)
  readonly #starts = [0]
  /** The number of a word, and one more, where its hash leads to or behind it; 0 where none is. */
  #slots = new Int32Array(1 << 12)
  readonly #hashes: number[] = []
  #numbers = new Int32Array(1 << 12)

  get size(): number {
    return this.#hashes.length
  }

  /**
   * The words of runs, as model/wordRuns.ts writes them in UTF-8: their numbers, with `lineEnd` between lines. What is not known is
   * learnt, or `unknown`. The array is the caller's until the next runs are read.
   */
  read(runs: Uint8Array, isLearning: boolean): Int32Array {
    if (this.#numbers.length <= runs.length) this.#numbers = new Int32Array(2 * runs.length)
    let [count, start, hash] = [0, 0, seed]
    for (let at = 0; at <= runs.length; at += 1) {
      const byte = runs[at] ?? newline
      // No word has a byte below those that part words.
      if (byte > space) {
        hash = Math.imul(hash ^ byte, prime)
        continue
      }
      if (at > start) {
        this.#numbers[count] = this.#numberOf(runs, start, at, hash, isLearning)
        count += 1
      }
      if (byte === newline) {
        this.#numbers[count] = lineEnd
        count += 1
      }
      start = at + 1
      hash = seed
    }
    return this.#numbers.subarray(0, count)
  }

  /** The word of a number. */
  wordOf(number: number): string {
    return Buffer.from(this.#bytes.subarray(this.#starts[number], this.#starts[number + 1])).toString()
  }

  #numberOf(from: Uint8Array, start: number, end: number, hash: number, isLearning: boolean): number {
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.#hashes[found - 1] === hash && this.#isWord(found - 1, from, start, end)) return found - 1
      slot = (slot + 1) & mask
    }
    return isLearning ? this.#learn(from.subarray(start, end), hash, slot) : unknown
  }

  #isWord(number: number, from: Uint8Array, start: number, end: number): boolean {
    const begin = this.#starts[number] ?? 0
    if ((this.#starts[number + 1] ?? 0) - begin !== end - start) return false
    for (let at = start; at < end; at += 1) if (this.#bytes[begin + at - start] !== from[at]) return false
    return true
  }

  #learn(word: Uint8Array, hash: number, slot: number): number {
    const number = this.size
    const begin = this.#starts[number] ?? 0
    if (begin + word.length > this.#bytes.length) {
      const grown = new Uint8Array(2 * (begin + word.length))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(word, begin)
    this.#starts.push(begin + word.length)
    this.#hashes.push(hash)
    this.#slots[slot] = number + 1
    if (2 * this.size > this.#slots.length) this.#grow()
    return number
  }

  #grow(): void {
    this.#slots = new Int32Array(4 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}
