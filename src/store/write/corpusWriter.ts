import { setTimeout as sleep } from 'node:timers/promises'
import { SqliteError } from 'better-sqlite3'
import type { RejectReason } from '../../model/records/refusal.ts'
import type { Database } from '../engine/database.ts'
import { writeAhead } from '../engine/openDatabase.ts'
import { recordRevision } from '../engine/revisions.ts'
import { setIndexesAside } from './bulkIndexes.ts'
import { carryDecisionsOut, setDecisionsAside } from './identities.ts'
import { NameRegister } from './nameRegister.ts'
import { RecordWriter } from './records/recordWriter.ts'
import { referencesTo } from './references.ts'
import { lastId } from './rowIds.ts'
import {
  enterAfter,
  markSearch,
  mergeAfter,
  mergeSearch,
  rebuildSearch,
  renewSearch,
  type SearchMark,
} from './searchIndex.ts'

/** What a dataset says of itself. */
export interface DatasetInfo {
  readonly slug: string
  readonly name: string
  readonly format: string
  readonly licence: string | null
  readonly version: string | null
  readonly url: string | null
}

/** From this size on, a source that is larger than the database has its indexes made anew. */
const BULK_FROM_BYTES = 1_000_000

/** From this size on, a source that comes into an empty database is written into it directly. */
const DIRECT_FROM_BYTES = 50_000_000

/** One source of a dataset: what is written in one transaction. */
export interface SourceInfo {
  readonly name: string
  readonly digest: string
  /** SHA-256 of the path that it is read from. */
  readonly origin: string
  /** The size of its files. */
  readonly bytes: number
}

/** How many records of each kind were written, and how many refused for each reason. */
export interface ImportTally {
  readonly taken: ReadonlyMap<string, number>
  /** Those that stood there already, as they are. */
  readonly unchanged: ReadonlyMap<string, number>
  readonly refused: ReadonlyMap<RejectReason, number>
}

/** What a source of a dataset brought before, and when. */
export interface StoredSource {
  readonly id: number
  readonly name: string
  readonly digest: string
  readonly origin: string | null
  readonly importedAt: string
}

/** The sources of a dataset that the database has. */
export function storedSources(database: Database, dataset: string): StoredSource[] {
  return database
    .prepare<[string], StoredSource>(
      `select i.id, i.name, i.digest, i.origin, i.importedAt from imports i join datasets d on d.id = i.datasetId
       where d.slug = ? order by i.id`,
    )
    .all(dataset)
}

/** How many records of each kind a source brought. */
export function countsOf(database: Database, { id }: StoredSource): Map<string, number> {
  const rows = database
    .prepare<[number], [string, number]>(
      'select kind, count from importCounts where importId = ? and kind is not null order by id',
    )
    .raw()
    .all(id)
  return new Map(rows)
}

/** Whether the source stands in the database already, as it was read. */
export function isImported(
  database: Database,
  dataset: string,
  { name, digest }: Pick<SourceInfo, 'name' | 'digest'>,
): boolean {
  return storedImport(database, dataset, name)?.digest === digest
}

/**
 * Begins the one transaction in which a source is written, and takes SQLite's one write lock for it. If another program
 * has that, says so once and waits.
 *
 * The keys of a source that is new are not checked a second time: its rows are only added, and the writer has itself given
 * out or looked up each row id in them. Where rows go, the keys lead to what goes with them.
 */
export async function beginSource(
  database: Database,
  dataset: string,
  { name, bytes }: SourceInfo,
  { onWait, signal }: { readonly onWait: () => void; readonly signal: AbortSignal },
): Promise<void> {
  const isNew = () => storedImport(database, dataset, name) === undefined
  if (bytes > DIRECT_FROM_BYTES && isEmpty(database)) writeDirectly(database)
  for (;;) {
    const wasNew = isNew()
    // Nothing that SQLite would change inside of a transaction.
    database.client.pragma(`foreign_keys = ${wasNew ? 'OFF' : 'ON'}`)
    await lock(database, onWait, signal)
    // Another program may have imported the source meanwhile.
    if (isNew() === wasNew) return
    database.client.exec('rollback')
  }
}

/** Ends what `beginSource` began: after a commit there is nothing left to roll back. */
export function endSource(database: Database): void {
  const { client } = database
  if (client.inTransaction) client.exec('rollback')
  client.pragma('foreign_keys = ON')
  try {
    writeAhead(client)
  } catch (error) {
    // Somebody who waited for the commit reads: the next who opens the database for writing does it.
    if (!isBusy(error)) throw error
  }
}

/**
 * Leaves the WAL, so that what comes is written once and not twice, and no page is looked for in a WAL as large as the
 * database. Only while no one else has the database open: whoever comes then waits for the commit, and one that is empty
 * has nothing to show to them. A crash is undone by the rollback journal as it is by the WAL.
 */
function writeDirectly({ client }: Database): void {
  client.pragma('busy_timeout = 0')
  try {
    client.pragma('journal_mode = DELETE')
    client.pragma('synchronous = FULL')
  } catch (error) {
    // Somebody reads: they are served from the database as it is, and the WAL takes what is written.
    if (!isBusy(error)) throw error
  } finally {
    client.pragma('busy_timeout = 5000')
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function isEmpty(database: Database): boolean {
  return ['datasets', 'documents', 'agents'].every(table => lastId(database, table) === 0)
}

async function lock({ client }: Database, onWait: () => void, signal: AbortSignal): Promise<void> {
  client.pragma('busy_timeout = 0')
  try {
    for (let tries = 0; ; tries += 1) {
      signal.throwIfAborted()
      try {
        client.exec('begin immediate')
        return
      } catch (error) {
        if (!isBusy(error)) throw error
      }
      if (tries === 0) onWait()
      await sleep(200, undefined, { signal })
    }
  } finally {
    client.pragma('busy_timeout = 5000')
  }
}

/**
 * Writes one source of a dataset between `beginSource` and `commit`: what the source brought before is replaced.
 * Until `commit`, other connections see the database as it was; after a crash, it is as it was.
 */
export class CorpusWriter {
  readonly records: RecordWriter
  readonly #database: Database
  readonly #datasetId: number
  readonly #importId: number
  readonly #previousId: number | null
  readonly #searchMark: SearchMark
  #indexesAside: readonly string[]
  /** The dataset and the source. */
  readonly #name: string
  readonly #digest: string

  /** @throws Failure BAD_USAGE if there is no dataset to link names by */
  constructor(database: Database, dataset: DatasetInfo, source: SourceInfo, register: string | null, now: string) {
    this.#database = database
    setDecisionsAside(database)
    renewSearch(database)
    this.#searchMark = markSearch(database)
    const { slug, name, format, licence, version, url } = dataset
    this.#name = `${slug}/${source.name}`
    this.#digest = source.digest
    this.#datasetId = idOf(
      database
        .prepare<unknown[], { id: number }>(
          `insert into datasets (slug, name, format, licence, version, url, importedAt) values (?, ?, ?, ?, ?, ?, ?)
           on conflict (slug) do update set name = excluded.name, format = excluded.format, licence = excluded.licence,
             version = excluded.version, url = excluded.url, importedAt = excluded.importedAt, speakersRead = null, numbersRead = null, repeatsRead = null returning id`,
        )
        .get(slug, name, format, licence, version, url, now),
    )
    this.#previousId = storedImport(database, slug, source.name)?.id ?? null
    if (this.#previousId !== null) {
      noteBefore(database, this.#previousId)
      database.prepare('delete from documents where importId = ?').run(this.#previousId)
      database.prepare('delete from memberships where importId = ?').run(this.#previousId)
      database.prepare(`update imports set name = name || char(0) where id = ?`).run(this.#previousId)
    }
    this.#importId = idOf(
      database
        .prepare<unknown[], { id: number }>(
          'insert into imports (datasetId, name, digest, origin, importedAt) values (?, ?, ?, ?, ?) returning id',
        )
        .get(this.#datasetId, source.name, source.digest, source.origin, now),
    )
    const isBulk = this.#previousId === null && source.bytes > Math.max(BULK_FROM_BYTES, sizeOf(database))
    this.#indexesAside = isBulk ? setIndexesAside(database) : []
    this.records = new RecordWriter(database, {
      datasetId: this.#datasetId,
      importId: this.#importId,
      previousId: this.#previousId,
      register: register === null ? null : new NameRegister(database, register),
      digest: null,
      replace: false,
      beforeComparing: () => {
        for (const index of this.#indexesAside) database.client.exec(index)
        this.#indexesAside = []
      },
    })
  }

  /**
   * Does all that is left before the commit. The indexes of a large source take a while: between any two steps `pause`
   * is awaited, which ends the import where it throws.
   */
  async prepare({ taken, refused }: Pick<ImportTally, 'taken' | 'refused'>, pause: () => Promise<void>): Promise<void> {
    for (const index of this.#indexesAside) {
      this.#database.client.exec(index)
      await pause()
    }
    const count = this.#database.prepare(
      'insert into importCounts (importId, datasetId, kind, reason, count) values (?, ?, ?, ?, ?)',
    )
    for (const [kind, number] of taken) count.run(this.#importId, this.#datasetId, kind, null, number)
    for (const [reason, number] of refused) count.run(this.#importId, this.#datasetId, null, reason, number)
    this.retire()
    if (this.#previousId === null && !this.records.hasRenewed) {
      for (const _ of enterAfter(this.#database, this.#searchMark)) await pause()
      for (const _ of mergeAfter(this.#database, this.#searchMark)) await pause()
    } else {
      rebuildSearch(this.#database)
      for (const _ of mergeSearch(this.#database)) await pause()
    }
    carryDecisionsOut(this.#database)
    recordRevision(this.#database, `import ${this.#name}`, this.#digest)
    await pause()
  }

  /** How many things of each kind the source brought before, and has not brought again. */
  lost(): Map<string, number> {
    return this.#previousId === null ? new Map() : lostSince(this.#database)
  }

  /** Makes all that was written part of the database. */
  commit(): void {
    this.#database.client.exec('commit')
  }

  /** What the previous import of the source brought, this one did not, and nothing refers to, goes. */
  retire(): void {
    const previousId = this.#previousId
    if (previousId === null) return
    for (const table of ['coders', 'claims', 'agents'] as const) {
      const referring = referencesTo(this.#database, table)
        .map(({ table: name, column }) => `and not exists (select 1 from "${name}" r where r."${column}" = t.id)`)
        .join(' ')
      this.#database.prepare(`delete from "${table}" as t where t.importId = ? ${referring}`).run(previousId)
      this.#database.prepare(`update "${table}" set importId = ? where importId = ?`).run(this.#importId, previousId)
    }
    this.#database.prepare('delete from imports where id = ?').run(previousId)
  }
}

const replaced = { agent: 'agents', document: 'documents', membership: 'memberships', statement: 'statements' } as const

/** Notes the names of what an import brought, before any of it goes. */
function noteBefore(database: Database, importId: number): void {
  database.client.exec('drop table if exists temp.broughtBefore')
  database.client.exec('create temp table broughtBefore (kind text not null, slug text not null)')
  for (const [kind, table] of Object.entries(replaced)) {
    const own = table === 'statements' ? 'documentId in (select id from documents where importId = ?)' : 'importId = ?'
    database.prepare(`insert into temp.broughtBefore select '${kind}', slug from "${table}" where ${own}`).run(importId)
  }
}

/** Of what was noted: how many things of each kind no source of the dataset has now. */
function lostSince(database: Database): Map<string, number> {
  const lost = new Map<string, number>()
  for (const [kind, table] of Object.entries(replaced)) {
    const count = database.value<number>(
      `select count(*) from temp.broughtBefore b
       where b.kind = ? and not exists (select 1 from "${table}" t where t.slug = b.slug)`,
      kind,
    )
    if (count) lost.set(kind, count)
  }
  return lost
}

function storedImport(database: Database, dataset: string, name: string) {
  return database
    .prepare<[string, string], { id: number; digest: string }>(
      'select i.id, i.digest from imports i join datasets d on d.id = i.datasetId where d.slug = ? and i.name = ?',
    )
    .get(dataset, name)
}

function sizeOf(database: Database): number {
  const [pages, size] = ['page_count', 'page_size'].map(name => Number(database.client.pragma(name, { simple: true })))
  return (pages ?? 0) * (size ?? 0)
}

function idOf(row: { readonly id: number } | undefined): number {
  if (row === undefined) throw new Error('an insert returns its row')
  return row.id
}
