import { nearestWord } from '../model/nearest.ts'
import type { FilePosition, Problems } from './problems.ts'

/** The keys of one kind of thing: every reference to such a thing is checked here, and noted as a use of it. */
export class KeyRing {
  readonly #thing: string
  readonly #keys: ReadonlySet<string>
  readonly #problems: Problems
  readonly #used = new Set<string>()

  constructor(thing: string, keys: Iterable<string>, problems: Problems) {
    this.#thing = thing
    this.#keys = new Set(keys)
    this.#problems = problems
  }

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  /** The key as it is; null if there is none, or if it leads nowhere, which is reported. */
  check(key: string | undefined, place: FilePosition): string | null {
    if (key === undefined) return null
    if (this.#keys.has(key)) {
      this.#used.add(key)
      return key
    }
    const suggestion = this.nearest(key)
    // What was probably meant is not to be called unused as well.
    if (suggestion !== undefined) this.#used.add(suggestion)
    this.#problems.add(place, `there is no ${this.#thing} with this key`, { words: key, suggestion })
    return null
  }

  /** The key that was probably meant. */
  nearest(key: string): string | undefined {
    return nearestWord(key, this.#keys)
  }

  isUsed(key: string): boolean {
    return this.#used.has(key)
  }
}
