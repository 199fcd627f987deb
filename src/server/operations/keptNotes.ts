import { LRUCache } from 'lru-cache'
import type { Note } from '../../graph/notes.ts'
import type { Database } from '../../store/engine/database.ts'
import type { Runnable } from './knownOperations.ts'

/** How many bytes all notes may hold, and how many characters the variables may have of an operation whose notes are kept. */
const mostBytes = 1_000_000
const longestVariables = 500
/** About how many bytes an entry holds besides its key, and each note in it. */
const [bytesOfEntry, bytesOfNote] = [150, 500]

/**
 * Finds the notes on operations, and keeps them until something else is stored: whether there is a speaker of that name takes
 * a third as long to find out as what the speaker said, and the same speakers are asked for again and again.
 */
export class KeptNotes {
  readonly #database: Database
  readonly #notes = new LRUCache<string, Note[]>({ maxSize: mostBytes })

  constructor(database: Database) {
    this.#database = database
  }

  /** Why the answer may be empty, or have less than there is. */
  of({ operation, variables }: Runnable): readonly Note[] {
    const { names } = operation
    if (names.areNone) return []
    const given = JSON.stringify(variables)
    if (given.length > longestVariables) return names.notes(this.#database, variables)
    const key = `${this.#database.version()} ${operation.number} ${given}`
    const known = this.#notes.get(key)
    if (known !== undefined) return known
    const notes = names.notes(this.#database, variables)
    this.#notes.set(key, notes, { size: 2 * key.length + bytesOfEntry + bytesOfNote * notes.length })
    return notes
  }
}
