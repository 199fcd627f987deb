import { firstIndex } from '../../../model/bisect.ts'
import { liesWithin, type Span } from '../../../model/span.ts'

interface PlacedTime {
  readonly id: number
  /** Where its words stand, in the order of the text. */
  readonly pieces: readonly Span[]
}

/** The times of a document by where their words begin, so that a statement looks only at those that begin in its own. */
export class PlacedTimes {
  readonly #times: PlacedTime[] = []
  readonly #ids = new Set<number>()

  /** Adds a time; one that is there already, such as that of a record that comes again, stays as it is. */
  add(id: number, pieces: readonly Span[]): void {
    if (this.#ids.has(id)) return
    this.#ids.add(id)
    this.#times.splice(this.#firstFrom(startOf(pieces) + 1), 0, { id, pieces })
  }

  /** The ids of those that stand in some words as a whole, in ascending order. */
  within(words: readonly Span[]): number[] {
    const found: number[] = []
    for (const { start, end } of words) {
      for (let index = this.#firstFrom(start); ; index += 1) {
        const time = this.#times[index]
        if (time === undefined || startOf(time.pieces) >= end) break
        if (time.pieces.every(piece => liesWithin(piece, words))) found.push(time.id)
      }
    }
    return found.sort((a, b) => a - b)
  }

  #firstFrom(start: number): number {
    return firstIndex(this.#times.length, index => startOf(this.#times[index]?.pieces ?? []) >= start)
  }
}

function startOf([first]: readonly Span[]): number {
  return first?.start ?? 0
}
