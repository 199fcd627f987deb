import { LRUCache } from 'lru-cache'
import type { Database } from '../../store/engine/database.ts'
import type { KnownOperation } from './knownOperation.ts'

/** How many bytes a single answer may have, and characters its variables, to be kept. */
const longestAnswer = 1_000_000
const longestVariables = 2_000

/** How many bytes an answer holds besides its own: measured on short ones. */
const bytesBesides = 1_500

/**
 * Keeps the answers of operations that take long until something else is stored: what was counted over
 * the whole graph for one client need not be counted again for the next.
 */
export class KeptAnswers {
  readonly #database: Database
  readonly #answers: LRUCache<string, Buffer>

  constructor(database: Database, maxBytes: number) {
    this.#database = database
    this.#answers = new LRUCache({ maxSize: maxBytes, maxEntrySize: longestAnswer })
  }

  /** The key of an answer that is begun now; null if it is not worth keeping. */
  keyOf(operation: KnownOperation, variables: Readonly<Record<string, unknown>>, baseUrl: string): string | null {
    const given = JSON.stringify(variables)
    if (given.length > longestVariables) return null
    return `${this.#database.version()} ${operation.number} ${baseUrl} ${given}`
  }

  get(key: string): Buffer | undefined {
    return this.#answers.get(key)
  }

  /** Keeps an answer under the key that it began with, unless something was stored meanwhile, which it may or may not show. */
  set(key: string, answer: Buffer): void {
    if (!key.startsWith(`${this.#database.version()} `)) return
    // Node cuts short buffers from blocks of 8 kB, each of which one kept answer would hold.
    const own = Buffer.allocUnsafeSlow(answer.length)
    answer.copy(own)
    this.#answers.set(key, own, { size: own.length + 2 * key.length + bytesBesides })
  }
}
