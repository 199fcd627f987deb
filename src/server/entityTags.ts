import { hash, randomUUID } from 'node:crypto'
import type { Database } from '../store/engine/database.ts'

/** Lets a cache keep an answer, and has it ask every time whether that is still right. */
export const revalidate = 'public, no-cache'

/**
 * The stamps of answers to GET, which entity tags are made of.
 *
 * An answer follows from the request, its host included, and the content of the database; SQLite's data_version says when
 * that has changed. It is a count of this connection alone: so the tags of one run of the server say nothing to the next.
 */
export class EntityTags {
  readonly #database: Database
  readonly #run = randomUUID()

  constructor(database: Database) {
    this.#database = database
  }

  /** The stamp of an answer that is made now; `url` is the whole address. */
  stampOf(accept: string | null, url: string): string {
    const parts = [this.#run, this.#database.version(), accept, url]
    return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32)
  }
}
