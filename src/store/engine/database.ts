import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { Failure } from '../../model/failure.ts'
import { CasingCache, Placeholder, sql } from './drizzle.ts'
import { fileIdentity } from './fileIdentity.ts'
import { addFunctions } from './functions.ts'
import { migrate, type SchemaState, schemaState } from './migrations.ts'

/** Hears of each statement that is executed; the tests count them so. */
export type QueryListener = (text: string) => void

/**
 * How many bytes a prepared statement holds, in SQLite and in V8: so many whatever it says, and so many for each
 * character of its text. Measured: 36 characters 3 kB, 140 characters 10 kB, 12,478 characters that write JSON 305 kB.
 */
const bytesPrepared = 5_000
const bytesPreparedPerCharacter = 25

/**
 * How many bytes queries and prepared statements may hold together: each filter makes a text of its own, and whoever asks
 * chooses the filter.
 */
const keptBytes = 16_000_000

/** A query that is made once and read often: placeholders (`sql.placeholder`) stand for the values that differ. */
export interface Query {
  readonly text: string
  readonly params: readonly unknown[]
}

/** How SQLite writes what a query is made of. */
const dialect = {
  casing: new CasingCache(),
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeParam: () => '?',
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
}

/** Makes the text of a query, which takes longer than many a query takes to run. */
export function madeQuery(query: SQL): Query {
  const { sql: text, params } = query.toQuery(dialect)
  return { text, params }
}

/** The values that a query is run with, in their order: its own, and those for its placeholders. */
function filled({ params }: Query, values: Readonly<Record<string, unknown>>): unknown[] {
  return params.map(param => (param instanceof Placeholder ? values[param.name] : param))
}

/** How a statement answers: with rows, with rows as arrays of cells, or with its first cell alone. */
type Way = 'rows' | 'cells' | 'value'

/** A prepared statement. A text is read in one way nearly always: in another, it is prepared anew. */
class Prepared {
  readonly statement: Sqlite.Statement
  readonly way: Way

  constructor(statement: Sqlite.Statement, way: Way) {
    this.statement = statement
    this.way = way
  }
}

/** How much statements that count what they read may read: rows, and in how many milliseconds of the processor. */
export interface Budget {
  readonly rows: number
  readonly milliseconds: number
}

export const unlimited: Budget = { rows: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY }

/** The clock is looked at once in so many times that rows are counted: to look takes longer than to count. */
const countsBetweenLooks = 32

/** Thrown where statements that count what they read would read more than they may. */
export class OverBudget extends Error {}

/** How many milliseconds of the processor this thread has had. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** A Dixit database: the one place that talks to SQLite. Statements are prepared once and kept by their text. */
export class Database {
  readonly client: Sqlite.Database
  onQuery: QueryListener | null = null
  #rowsLeft = Number.POSITIVE_INFINITY
  #millisecondsLeft = Number.POSITIVE_INFINITY
  /** In the processor's time; null until the clock is looked at. */
  #endsAt: number | null = null
  #counts = 0
  /** Statements by their text and queries by their keys: the one cache of both. */
  readonly #kept: LRUCache<string, object>
  #milliseconds = 0

  constructor(client: Sqlite.Database, maxKeptBytes = keptBytes) {
    this.client = client
    this.#kept = new LRUCache({ maxSize: maxKeptBytes })
    addFunctions(client)
    client.function('within_budget', { deterministic: false }, (rows: number) => {
      this.#rowsLeft -= rows
      this.#counts += 1
      const isLate = this.#counts % countsBetweenLooks === 0 && this.#isLate()
      if (this.#rowsLeft < 0 || isLate) throw new OverBudget('more than may be read at once')
      return 1
    })
  }

  /** The time runs from the first look: what is done before would not be worth one. */
  #isLate(): boolean {
    if (this.#millisecondsLeft === Number.POSITIVE_INFINITY) return false
    const now = processorTime()
    this.#endsAt ??= now + this.#millisecondsLeft
    return now > this.#endsAt
  }

  /** How many milliseconds SQLite has taken for the queries that were asked here, by the clock on the wall. */
  get milliseconds(): number {
    return this.#milliseconds
  }

  /** How many bytes queries and prepared statements hold. */
  get keptBytes(): number {
    return this.#kept.calculatedSize
  }

  /** Every row of a query. `Row` is what the query's select list says. */
  all<Row>(query: SQL): Row[] {
    return this.rows(madeQuery(query), {})
  }

  /** The query of that key, which says all that its text and its fixed values depend on: made the first time. */
  once<Made extends Query>(key: string, make: () => Made): Made {
    return this.keep(key, make, ({ text }) => text.length)
  }

  /** What is kept by that key, which says all that it depends on: made the first time, and again once it was forgotten. */
  keep<Made extends object>(key: string, make: () => Made, bytesOf: (made: Made) => number): Made {
    // The key settles what is made.
    const known = this.#kept.get(key) as Made | undefined
    if (known) return known
    const made = make()
    this.#kept.set(key, made, { size: key.length + bytesOf(made) + 1 })
    return made
  }

  /** Every row of a query that was made before. `Row` is what its select list says. */
  rows<Row>({ text, params }: Query, values: Readonly<Record<string, unknown>>): Row[] {
    this.onQuery?.(text)
    const statement = this.prepare<unknown[], Row>(text)
    return this.#timed(() => statement.all(...filled({ text, params }, values)))
  }

  /**
   * The rows of a query that was made before, one at a time, so that many of them need no room; each is an array of cells,
   * which is made faster than an object. Nothing may be written before the last of them.
   */
  cells(query: Query, values: Readonly<Record<string, unknown>>): IteratorObject<unknown[]> {
    this.onQuery?.(query.text)
    const statement = this.#prepared<unknown[], unknown[]>(query.text, 'cells')
    return this.#each(statement.iterate(...filled(query, values)))
  }

  /** The bytes in the one cell that a query made before answers with: they need not become a text to be sent. */
  bytes(query: Query, values: Readonly<Record<string, unknown>>): Buffer {
    this.onQuery?.(query.text)
    const statement = this.#prepared<unknown[], Buffer>(query.text, 'value')
    return this.#timed(() => statement.get(...filled(query, values))) ?? Buffer.alloc(0)
  }

  /** The text in the one cell that a query made before answers with. */
  text(query: Query, values: Readonly<Record<string, unknown>>): string {
    this.onQuery?.(query.text)
    const statement = this.#prepared<unknown[], string>(query.text, 'value')
    return this.#timed(() => statement.get(...filled(query, values))) ?? ''
  }

  /**
   * Runs `work`, whose statements may visit about so many rows, in so much time, where they count them
   * (`FilterCompiler.counting`).
   *
   * @throws OverBudget, out of the midst of a statement
   */
  withBudget<T>({ rows, milliseconds }: Budget, work: () => T): T {
    if (rows === Number.POSITIVE_INFINITY) return work()
    this.#rowsLeft = rows
    this.#millisecondsLeft = milliseconds
    this.#endsAt = null
    this.#counts = 0
    try {
      return work()
    } finally {
      this.#rowsLeft = Number.POSITIVE_INFINITY
      this.#millisecondsLeft = Number.POSITIVE_INFINITY
    }
  }

  /**
   * The prepared statement of a text: the same one for the same text, so that nobody may change how it answers (`pluck`).
   * `Row` is what its select list says.
   */
  prepare<Params extends unknown[], Row = unknown>(text: string): Sqlite.Statement<Params, Row> {
    return this.#prepared<Params, Row>(text, 'rows')
  }

  /** The first cell of the first row of a query; undefined if there is no row. `Cell` is what its select list says. */
  value<Cell>(text: string, ...params: unknown[]): Cell | undefined {
    const statement = this.#prepared<unknown[], Cell>(text, 'value')
    return this.#timed(() => statement.get(...params))
  }

  #timed<T>(work: () => T): T {
    const begin = performance.now()
    try {
      return work()
    } finally {
      this.#milliseconds += performance.now() - begin
    }
  }

  /** The rows one at a time. What is done with each is not SQLite's time. */
  *#each<Row>(rows: IterableIterator<Row>): Generator<Row> {
    try {
      for (;;) {
        const next = this.#timed(() => rows.next())
        if (next.done) return
        yield next.value
      }
    } finally {
      rows.return?.()
    }
  }

  #prepared<Params extends unknown[], Result>(text: string, way: Way): Sqlite.Statement<Params, Result> {
    const known = this.#kept.get(text)
    // The text and the way settle what goes in and comes out.
    if (known instanceof Prepared && known.way === way) return known.statement as Sqlite.Statement<Params, Result>
    const statement = this.client.prepare<Params, Result>(text)
    if (way === 'cells') statement.raw()
    if (way === 'value') statement.pluck()
    this.#kept.set(text, new Prepared(statement, way), {
      size: bytesPrepared + text.length * bytesPreparedPerCharacter,
    })
    return statement
  }

  /** Changes whenever another connection, in this process or another, has committed a change to the database. */
  version(): number {
    return this.value<number>('pragma data_version') ?? 0
  }

  /** Whether the file is there and answers. */
  isReadable(): boolean {
    try {
      this.client.prepare('select 1 from documents limit 1').get()
      return true
    } catch {
      return false
    }
  }

  /** All that `work` reads is of one moment, whatever is written meanwhile. One such work at a time. */
  async atOneMoment<T>(work: () => Promise<T>): Promise<T> {
    this.prepare('begin').run()
    try {
      return await work()
    } finally {
      this.prepare('commit').run()
    }
  }

  /** The query plan of a query, one line a step: for the tests that say that an index serves it. */
  plan(query: SQL): string[] {
    return this.all<{ detail: string }>(sql`explain query plan ${query}`).map(step => step.detail)
  }

  /**
   * Runs `work` in one immediate transaction: all of it or nothing.
   *
   * @throws Failure DATABASE_BUSY where another writer is in the way, DATABASE_UNUSABLE where the disk or the file is
   */
  write<T>(work: () => T): T {
    try {
      return this.client.transaction(work).immediate()
    } catch (error) {
      throw this.failureOf(error)
    }
  }

  /** Failure DATABASE_BUSY or DATABASE_UNUSABLE for an error of the disk, the file or another writer; any other error as it is. */
  failureOf(error: unknown): unknown {
    const why = error instanceof Failure ? null : whyUnusable(error)
    return why === null ? error : unusable(this.client.name, why, error)
  }

  /**
   * Closes the connection. A writer lays the file to rest first: where nobody else has it open, it is left as one file,
   * which can be copied, and read where nothing may be written; else what stands in the WAL is brought into it.
   */
  close(): void {
    if (!this.client.readonly && this.client.open) rest(this.client)
    this.client.close()
  }
}

function rest(client: Sqlite.Database): void {
  client.pragma('busy_timeout = 0')
  try {
    client.pragma('journal_mode = DELETE')
  } catch {
    // Somebody reads, and goes on to.
    try {
      client.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // The disk is full or fails. What was committed stands in the WAL, from which it is read and brought in later.
    }
  }
}

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
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unusable(path, 'it is a folder')
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

function unusable(path: string, why: string | null, cause?: unknown): Failure {
  const reason = why ?? (cause instanceof Error ? cause.message : String(cause))
  const code = /^SQLITE_BUSY/.test(codeOf(cause)) ? 'DATABASE_BUSY' : 'DATABASE_UNUSABLE'
  return new Failure(code, `The database at ${path} cannot be used: ${reason}.`, { cause })
}

/** What outside of Dixit stands in the way of a database, in words; null for a fault of ours. */
function whyUnusable(error: unknown): string | null {
  const code = codeOf(error)
  const why: Readonly<Record<string, string>> = {
    SQLITE_BUSY: 'another program is writing to it',
    SQLITE_CANTOPEN: 'the file cannot be opened',
    SQLITE_CORRUPT: 'the file is damaged',
    SQLITE_FULL: 'the disk is full',
    SQLITE_IOERR: `the disk does not read or write (${code})`,
    // The file beside the WAL finds no room to grow.
    SQLITE_IOERR_SHMSIZE: 'the disk is full',
    SQLITE_NOTADB: 'the file is no SQLite database',
    SQLITE_READONLY: 'the file may not be written to',
    SQLITE_READONLY_DIRECTORY:
      'its folder may not be written to, and it was left in the midst of its use; run dixit seed where it may, or serve a copy made by dixit backup',
    // What a killed program left is taken back by whoever opens the file for writing.
    SQLITE_READONLY_ROLLBACK:
      'an import into it was killed; start that again, or dixit serve: both take back what it left',
    EACCES: 'permissions forbid it',
    EEXIST: 'a file stands where a folder is expected',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a file stands where a folder is expected',
    EPERM: 'permissions forbid it',
    EROFS: 'the file system may not be written to',
  }
  // SQLite's extended codes begin with the primary one: SQLITE_IOERR_WRITE.
  const [primary = ''] = /^(SQLITE_)?[A-Z]+/.exec(code) ?? []
  return why[code] ?? why[primary] ?? null
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
