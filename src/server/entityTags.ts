import { hash } from 'node:crypto'
import packageJson from '../../package.json' with { type: 'json' }
import type { Database } from '../store/engine/database.ts'
import { currentRevision } from '../store/engine/revisions.ts'

/** Lets a cache keep an answer, and has it ask every time whether that is still right. */
export const revalidate = 'public, no-cache'

/**
 * The stamps of answers to GET, which entity tags are made of.
 *
 * An answer follows from the request, its host included, the version of Dixit, and the content of the database, which its last
 * revision names: the tags of one server hold at every other that serves a copy, and after a restart.
 */
export class EntityTags {
  readonly #database: Database
  #version = -1
  #content = ''

  constructor(database: Database) {
    this.#database = database
  }

  /** The stamp of an answer that is made now; `url` is the whole address. */
  stampOf(accept: string | null, url: string): string {
    const parts = [packageJson.version, this.#contentNow(), accept, url]
    return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32)
  }

  /** SQLite's data_version says when the revision has to be read again. It is read first: a tag may be too old, never too new. */
  #contentNow(): string {
    const version = this.#database.version()
    if (version !== this.#version) {
      this.#content = currentRevision(this.#database)?.stamp ?? ''
      this.#version = version
    }
    return this.#content
  }
}
