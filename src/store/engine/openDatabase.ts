import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Failure } from '../../model/failure.ts'
import { Database } from './database.ts'
import { fileIdentity } from './fileIdentity.ts'
import { migrate, type SchemaState, schemaState } from './migrations.ts'
import { unusable, whyUnusable } from './unusable.ts'

interface ReaderOptions {
  /**
   * Whether the file is mapped into memory, its first 2 GiB (what SQLite maps at most): what reads much is then a third
   * faster. A disk that fails under a mapping ends the process instead of a query.
   */
  readonly isMapped?: boolean
  /** How long a program that has the file to itself is waited for, in milliseconds. */
  readonly patience?: number
  /** The file that is meant (`fileIdentity`): another one at that path is as good as none. */
  readonly identity?: string | null
  /** How many bytes queries and prepared statements may hold together, if not as many as usual. */
  readonly maxKeptBytes?: number
}

/** Another writer is waited for this long (milliseconds) before it is said that the database is busy. */
const waitingTime = 5_000

const mappedBytes = 0x7fff0000

/**
 * What a writer may keep of the database in memory, instead of 16 MB: a page that is written into again and again goes to
 * the disk once, and indexes are sorted without temporary files.
 */
const writerCacheKibibytes = 64_000

/**
 * Opens the database for reading alone: nothing that is reached through it can change a row.
 *
 * @throws Failure DATABASE_MISSING, DATABASE_EMPTY, DATABASE_FOREIGN, DATABASE_OLDER, DATABASE_NEWER, DATABASE_BUSY or
 *   DATABASE_UNUSABLE
 */
export function openReader(path: string, options: ReaderOptions = {}): Database {
  const { isMapped = false, maxKeptBytes, patience: timeout = waitingTime } = options
  const identity = fileIdentity(path)
  if (identity === null) {
    throw new Failure('DATABASE_MISSING', `There is no database at ${path}. Make one with: dixit seed`)
  }
  const client = open(path, { readonly: true, timeout })
  const check = () => {
    const state = schemaState(client)
    const meant = options.identity ?? identity
    if (identity !== meant || fileIdentity(path) !== meant) {
      throw new Failure('DATABASE_MISSING', `Another file has taken the place of the database at ${path}.`)
    }
    if (state === 'empty') {
      throw new Failure('DATABASE_EMPTY', `The database at ${path} holds nothing yet. Fill it with: dixit seed`)
    }
    if (state === 'older') {
      throw new Failure(
        'DATABASE_OLDER',
        `The database at ${path} was made by an older Dixit. Bring it up to date with: dixit seed`,
      )
    }
    refuse(state, path)
    if (isMapped) {
      client.pragma(`mmap_size = ${mappedBytes}`)
      // Mapped pages are not copied into SQLite's own cache, which is left to sorts: 2 MB instead of 16.
      client.pragma('cache_size = -2000')
    }
  }
  return checked(client, path, check, maxKeptBytes)
}

/**
 * Opens the database for writing, making it (and its folder) if there is none, and brings its tables up to date.
 *
 * @throws Failure DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_BUSY or DATABASE_UNUSABLE
 */
export function openWriter(path: string): Database {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw unusable(path, whyUnusable(error), error)
  }
  const client = open(path, {})
  return checked(client, path, () => {
    const state = schemaState(client)
    refuse(state, path)
    writeAhead(client)
    // A database that is up to date is opened without a lock, so that this can be done while an import runs.
    if (state !== 'current') {
      // A migration that makes a table anew drops the old one, which must not take along the rows that refer to it.
      client.pragma('foreign_keys = OFF')
      migrate(client)
    }
    client.pragma('foreign_keys = ON')
    client.pragma(`cache_size = ${-writerCacheKibibytes}`)
  })
}

/** Lays the file of a database that was only read to rest, as a writer does that closes; left as it is where that cannot be. */
export function restDatabase(path: string): void {
  try {
    openWriter(path).close()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

/** WAL lets readers go on while an import writes; NORMAL is durable against a crash of the process under WAL. */
export function writeAhead(client: Sqlite.Database): void {
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = NORMAL')
}

function open(path: string, options: Sqlite.Options): Sqlite.Database {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory()) throw unusable(path, 'it is a folder')
  // SQLite would wait for ever for someone to write into a named pipe.
  if (stat?.isFile() === false) throw unusable(path, 'it is not a regular file')
  try {
    return new Sqlite(path, { timeout: waitingTime, ...options })
  } catch (error) {
    throw unusable(path, whyUnusable(error), error)
  }
}

function checked(client: Sqlite.Database, path: string, check: () => void, maxKeptBytes?: number): Database {
  try {
    check()
    return new Database(client, maxKeptBytes)
  } catch (error) {
    client.close()
    throw error instanceof Failure ? error : unusable(path, whyUnusable(error), error)
  }
}

function refuse(state: SchemaState, path: string): void {
  if (state === 'foreign') {
    throw new Failure('DATABASE_FOREIGN', `${path} is an SQLite database, but not one of Dixit's. Name another file.`)
  }
  if (state === 'newer') {
    throw new Failure(
      'DATABASE_NEWER',
      `The database at ${path} was made by a newer Dixit than this one. Update Dixit, or name another file.`,
    )
  }
}
