import type Sqlite from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { Failure } from '../../model/failure.ts'
import { type Budget, BudgetLeft } from './budget.ts'
import { sql } from './drizzle.ts'
import { addFunctions } from './functions.ts'
import { filled, madeQuery, type Query } from './query.ts'
import { TooLarge, tooLarge } from './tooLarge.ts'
import { unusable, whyUnusable } from './unusable.ts'

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

/** A Dixit database: the one place that talks to SQLite. Statements are prepared once and kept by their text. */
export class Database {
  readonly client: Sqlite.Database
  onQuery: QueryListener | null = null
  readonly #budget = new BudgetLeft()
  /** Statements by their text and queries by their keys: the one cache of both. */
  readonly #kept: LRUCache<string, object>
  #milliseconds = 0

  constructor(client: Sqlite.Database, maxKeptBytes = keptBytes) {
    this.client = client
    this.#kept = new LRUCache({ maxSize: maxKeptBytes })
    addFunctions(client)
    client.function('within_budget', { deterministic: false }, (rows: number) => {
      this.#budget.spend(rows)
      return 1
    })
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
    return this.#cell<Buffer>(query, values) ?? Buffer.alloc(0)
  }

  /** Whether the one cell that a query made before answers with is true. */
  isTrue(query: Query, values: Readonly<Record<string, unknown>>): boolean {
    return this.#cell<number>(query, values) === 1
  }

  /** The text in the one cell that a query made before answers with. */
  text(query: Query, values: Readonly<Record<string, unknown>>): string {
    return this.#cell<string>(query, values) ?? ''
  }

  #cell<Cell>(query: Query, values: Readonly<Record<string, unknown>>): Cell | undefined {
    this.onQuery?.(query.text)
    const statement = this.#prepared<unknown[], Cell>(query.text, 'value')
    return this.#timed(() => statement.get(...filled(query, values)))
  }

  /**
   * Runs `work`, whose statements may visit about so many rows, in so much time, where they count them
   * (`FilterCompiler.counting`).
   *
   * @throws OverBudget, out of the midst of a statement
   */
  withBudget<T>(budget: Budget, work: () => T): T {
    return this.#budget.within(budget, work)
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
    if (known instanceof TooLarge) throw known
    const statement = this.#compiled<Params, Result>(text)
    if (way === 'cells') statement.raw()
    if (way === 'value') statement.pluck()
    this.#kept.set(text, new Prepared(statement, way), {
      size: bytesPrepared + text.length * bytesPreparedPerCharacter,
    })
    return statement
  }

  /**
   * What SQLite makes of a text. That it refuses one is kept, since it takes as long to find out as to compile it.
   *
   * @throws TooLarge
   */
  #compiled<Params extends unknown[], Result>(text: string): Sqlite.Statement<Params, Result> {
    try {
      return this.client.prepare<Params, Result>(text)
    } catch (error) {
      const refusal = tooLarge(error)
      if (refusal instanceof TooLarge) this.#kept.set(text, refusal, { size: bytesPrepared + text.length })
      throw refusal
    }
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
      // What only reads has nothing to commit, and of a damaged file a commit fails.
      if (this.client.inTransaction) this.prepare('rollback').run()
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
