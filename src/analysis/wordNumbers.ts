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

/**
 * Of a slot: the word's number, and one more, or 0 where none is, so that one less is `unknown`; its hash; where its bytes begin, and
 * where they end.
 */
const slotBits = 2
const slotSize = 1 << slotBits

export class WordNumbers {
  /** The bytes of all words, one after another, and where each begins. */
  #bytes = new Uint8Array(1 << 16)
  readonly #starts = [0]
  /** What is known of a word stands together, where its hash leads to or behind it: memory far apart is slow to reach. */
  #slots = new Int32Array(slotSize << 12)
  #numbers = new Int32Array(1 << 12)

  get size(): number {
    return this.#starts.length - 1
  }

  /**
   * The words of runs, as model/wordRuns.ts writes them in UTF-8: their numbers, with `lineEnd` between lines. What is not known is
   * learnt, or `unknown`. The array is the caller's until the next runs are read.
   */
  read(runs: Uint8Array, isLearning: boolean): Int32Array {
    if (this.#numbers.length <= runs.length) this.#numbers = new Int32Array(2 * runs.length)
    const numbers = this.#numbers
    const end = runs.length
    // One loop, and all that it reads at hand: a call for each word takes as long as the look-up.
    let slots = this.#slots
    let bytes = this.#bytes
    let last = slots.length - slotSize
    let count = 0
    for (let at = 0; at < end; at += 1) {
      const start = at
      let hash = seed
      let byte = runs[at] ?? newline
      // No word has a byte below those that part words.
      while (byte > space) {
        hash = Math.imul(hash ^ byte, prime)
        at += 1
        byte = at < end ? (runs[at] ?? newline) : newline
      }
      if (at > start) {
        let slot = slotOf(hash, last)
        let found = slots[slot] ?? 0
        while (found !== 0) {
          const isHash = slots[slot + 1] === hash
          if (isHash && isSame(bytes, slots[slot + 2] ?? 0, slots[slot + 3] ?? 0, runs, start, at)) break
          slot = (slot + slotSize) & last
          found = slots[slot] ?? 0
        }
        if (found === 0 && isLearning) {
          found = this.#learn(runs.subarray(start, at), hash, slot) + 1
          slots = this.#slots
          bytes = this.#bytes
          last = slots.length - slotSize
        }
        numbers[count] = found - 1
        count += 1
      }
      if (byte === newline && at < end) {
        numbers[count] = lineEnd
        count += 1
      }
    }
    numbers[count] = lineEnd
    return numbers.subarray(0, count + 1)
  }

  /** The word of a number. */
  wordOf(number: number): string {
    return Buffer.from(this.#bytes.subarray(this.#starts[number], this.#starts[number + 1])).toString()
  }

  #learn(word: Uint8Array, hash: number, slot: number): number {
    const number = this.size
    const begin = this.#starts[number] ?? 0
    const end = begin + word.length
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(2 * end)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(word, begin)
    this.#starts.push(end)
    this.#slots.set([number + 1, hash, begin, end], slot)
    if (2 * slotSize * this.size > this.#slots.length) this.#grow()
    return number
  }

  #grow(): void {
    const slots = this.#slots
    this.#slots = new Int32Array(4 * slots.length)
    const last = this.#slots.length - slotSize
    for (let from = 0; from < slots.length; from += slotSize) {
      if (slots[from] === 0) continue
      let slot = slotOf(slots[from + 1] ?? 0, last)
      while (this.#slots[slot] !== 0) slot = (slot + slotSize) & last
      this.#slots.set(slots.subarray(from, from + slotSize), slot)
    }
  }
}

/** Where a word is looked for first; `last` is where the last slot begins. */
function slotOf(hash: number, last: number): number {
  return ((hash ^ (hash >>> 15)) << slotBits) & last
}

/** Whether a word that is known is the one that stands in runs. */
function isSame(bytes: Uint8Array, begin: number, stop: number, runs: Uint8Array, start: number, end: number): boolean {
  if (stop - begin !== end - start) return false
  for (let at = start, known = begin; at < end; at += 1, known += 1) if (bytes[known] !== runs[at]) return false
  return true
}
