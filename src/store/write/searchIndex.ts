import { searchDerivation } from '../../model/searchDerivation.ts'
import type { Database } from '../engine/database.ts'
import { getTableName } from '../engine/drizzle.ts'
import { type SearchIndex, searchIndexes } from '../search/searchIndexes.ts'
import { lastId } from './rowIds.ts'

const ofDocument = [
  [searchIndexes.DOCUMENT, 'id = ?'],
  [searchIndexes.STATEMENT, 'id in (select id from statements where documentId = ?)'],
  [searchIndexes.PASSAGE, 'id in (select id from passages where documentId = ?)'],
  [searchIndexes.FIGURE, 'id in (select id from figures where documentId = ?)'],
] as const

const agentsNamed = 'id in (select id from agents where slug in (select value from json_each(?)))'
const claimsNamed = 'id in (select id from claims where slug in (select value from json_each(?)))'

/** Takes a document and all that belongs to it out of the indexes: before it is deleted. */
export function forgetDocument(database: Database, documentId: number): void {
  for (const [index, rows] of ofDocument) forget(database, index, rows, documentId)
}

/** Enters a document and all that belongs to it: once it stands. */
export function enterDocument(database: Database, documentId: number): void {
  for (const [index, rows] of ofDocument) enter(database, index, rows, documentId)
}

/** The slugs of what a document brings and others may share. */
interface Shared {
  readonly agents: readonly string[]
  readonly claims: readonly string[]
}

/** Takes the agents and claims that a document brings out of the indexes, if they are stored: before they are written. */
export function forgetShared(database: Database, shared: Shared): void {
  forget(database, searchIndexes.AGENT, agentsNamed, JSON.stringify(shared.agents))
  forget(database, searchIndexes.CLAIM, claimsNamed, JSON.stringify(shared.claims))
}

/** Enters the agents and claims that a document brings: once they are written. */
export function enterShared(database: Database, shared: Shared): void {
  enter(database, searchIndexes.AGENT, agentsNamed, JSON.stringify(shared.agents))
  enter(database, searchIndexes.CLAIM, claimsNamed, JSON.stringify(shared.claims))
}

/** Takes agents or claims out of their index: before they are deleted. */
export function forgetRows(database: Database, table: 'agents' | 'claims', ids: readonly number[]): void {
  const index = table === 'agents' ? searchIndexes.AGENT : searchIndexes.CLAIM
  forget(database, index, 'id in (select value from json_each(?))', JSON.stringify(ids))
}

const ROWS_AT_A_TIME = 100_000

/** Up to which row each type that search finds has been written. */
export type SearchMark = ReadonlyMap<SearchIndex, number>

/** Notes what stands, before rows are added past `writeDocument`. */
export function markSearch(database: Database): SearchMark {
  return new Map(Object.values(searchIndexes).map(index => [index, lastId(database, getTableName(index.entity.table))]))
}

/**
 * Enters the rows that were added after a mark, so many at a time: as fast as making the indexes anew, but for these rows
 * alone.
 */
export function* enterAfter(database: Database, mark: SearchMark): Generator<void> {
  for (const [index, last] of mark) {
    const end = lastId(database, getTableName(index.entity.table))
    if (isMerged(last, end)) configure(database, index.name, IN_BULK)
    for (let from = last; from < end; from += ROWS_AT_A_TIME) {
      enter(database, index, 'id > ? and id <= ?', from, from + ROWS_AT_A_TIME)
      yield
    }
  }
}

/** How much FTS5 keeps in memory before it writes a piece (bytes), and how many pieces it merges while it writes. */
interface Pieces {
  readonly hashsize: number
  readonly automerge: number
}

/** Large pieces, none of which is merged before the end. */
const IN_BULK: Pieces = { hashsize: 32 << 20, automerge: 0 }
/** FTS5's own. */
const USUAL: Pieces = { hashsize: 1 << 20, automerge: 4 }

function configure(database: Database, name: string, pieces: Pieces): void {
  for (const [option, value] of Object.entries(pieces)) {
    // FTS5 takes no parameter here: a number of JavaScript comes to it as a real one.
    database.client.exec(`insert into ${name}(${name}, rank) values ('${option}', ${value})`)
  }
}

/** The pages of an index that are merged at a time: some 50 ms. */
const PAGES_AT_A_TIME = 1_000

/** An index is merged when at least this part of it is new: over many imports a row is then merged few times. */
const MERGED_FROM = 0.1

/**
 * Makes one piece of each index that has got much since the mark. FTS5 enters rows in pieces, each of which is gone through
 * for each word that is looked for: in ten of them that takes four times as long as in one.
 */
export function* mergeAfter(database: Database, mark: SearchMark): Generator<void> {
  for (const [{ entity, name }, last] of mark) {
    const end = lastId(database, getTableName(entity.table))
    if (!isMerged(last, end)) continue
    yield* merge(database, name)
    configure(database, name, USUAL)
  }
}

function isMerged(last: number, end: number): boolean {
  return end > last && end - last >= end * MERGED_FROM
}

/** Makes one piece of every index. */
export function* mergeSearch(database: Database): Generator<void> {
  for (const { name } of Object.values(searchIndexes)) yield* merge(database, name)
}

/** A negative number of pages begins the merging of all pieces, positive ones go on with it, until nothing changes. */
function* merge(database: Database, name: string): Generator<void> {
  const step = database.prepare<[number]>(`insert into ${name}(${name}, rank) values ('merge', ?)`)
  const changes = () => database.value<number>('select total_changes()') ?? 0
  for (let pages = -PAGES_AT_A_TIME; ; pages = PAGES_AT_A_TIME) {
    const before = changes()
    step.run(pages)
    yield
    // FTS5's own note of what it did is one change.
    if (changes() - before < 2) return
  }
}

/** Makes every index anew from what is stored, in one transaction: for whoever writes rows past `writeDocument`. */
export function rebuildSearch(database: Database): void {
  database.client.transaction(() => {
    for (const index of Object.values(searchIndexes)) {
      const all = index.keepsWords
        ? `delete from ${index.name}`
        : `insert into ${index.name}(${index.name}) values ('delete-all')`
      database.client.exec(all)
      enter(database, index, 'true')
    }
    database.client.pragma(`user_version = ${searchDerivation()}`)
  })()
}

/** What the indexes were made by, which SQLite's header keeps; 0 where nobody noted it. */
export function derivationOf({ client }: Database): number {
  return Number(client.pragma('user_version', { simple: true }))
}

/**
 * Makes the indexes anew if another stemmer, or other dictionaries, made them than will make what is to be written: words would
 * be found in some texts and not in others. In the transaction of whoever writes.
 */
export function renewSearch(database: Database): void {
  if (derivationOf(database) === searchDerivation()) return
  const isEmpty = ['documents', 'agents', 'claims'].every(table => lastId(database, table) === 0)
  if (isEmpty) database.client.pragma(`user_version = ${searchDerivation()}`)
  else rebuildSearch(database)
}

const agentsRead = 'id in (select id from agents where datasetId = ? and ruleId is not null)'

/** Takes the agents that rules made of a dataset's names out of the index: before they are written anew. */
export function forgetReadAgents(database: Database, datasetId: number): void {
  forget(database, searchIndexes.AGENT, agentsRead, datasetId)
}

/** Enters the agents that rules made of a dataset's names, and the passages that were added with them. */
export function enterReadAgents(database: Database, datasetId: number, lastPassage: number): void {
  enter(database, searchIndexes.AGENT, agentsRead, datasetId)
  enter(database, searchIndexes.PASSAGE, 'id > ?', lastPassage)
}

/** Enters the passages that were added after a row. */
export function enterPassages(database: Database, lastPassage: number): void {
  enter(database, searchIndexes.PASSAGE, 'id > ?', lastPassage)
}

type Key = string | number

/** The columns of an index, and the SQL of the words and stems in them. */
function cells({ texts, stems }: SearchIndex) {
  const words = texts.map(text => [text, `search_words(${text}, language)`] as const)
  const forms = Object.entries(stems).map(([column, of]) => [column, `search_stems(${textOf(of)}, language)`] as const)
  const all = [...words, ...forms]
  return { columns: all.map(([column]) => column).join(', '), values: all.map(([, value]) => value).join(', ') }
}

function textOf(columns: readonly string[]): string {
  const [first = ''] = columns
  return columns.length === 1 ? first : `concat_ws(' · ', ${columns.join(', ')})`
}

/** The SQL that enters rows of the content into an index, or into another table of its form. */
export function entering(index: SearchIndex, into = index.name): string {
  const { columns, values } = cells(index)
  return `insert into ${into}(rowid, ${columns}) select id, ${values} from ${index.content}`
}

function enter(database: Database, index: SearchIndex, rows: string, ...key: Key[]): void {
  database.prepare<Key[]>(`${entering(index)} where ${rows}`).run(...key)
}

function forget(database: Database, index: SearchIndex, rows: string, ...key: Key[]): void {
  const { name, entity, content, keepsWords } = index
  const { columns, values } = cells(index)
  const table = getTableName(entity.table)
  const text = keepsWords
    ? `delete from ${name} where rowid in (select id from ${table} where ${rows})`
    : `insert into ${name}(${name}, rowid, ${columns}) select 'delete', id, ${values} from ${content} where ${rows}`
  database.prepare<Key[]>(text).run(...key)
}
