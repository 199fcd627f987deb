import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Failure } from '../model/failure.ts'
import type { Database } from './database.ts'
import type { DocumentRecords } from './records.ts'
import { agentNames, agents, identifiers } from './tables/agents.ts'
import { channels } from './tables/channels.ts'
import { claims, stances } from './tables/claims.ts'
import { documents, documentTexts } from './tables/documents.ts'
import { figureConditions, figureMentions, figureRelations, figures } from './tables/figures.ts'
import { frameUses } from './tables/frames.ts'
import { memberships } from './tables/memberships.ts'
import { passages } from './tables/passages.ts'
import { referents, termUses } from './tables/referents.ts'
import { statements, statementTimes } from './tables/statements.ts'
import { timeExpressions } from './tables/times.ts'

/** What a write did to the document: nothing at all where it was the same already. */
export type WriteOutcome = 'created' | 'updated' | 'unchanged'

type Cell = string | number | null
type Row = Readonly<Record<string, Cell>>

/** The tables that documents share: a row that is there already is kept, and must say the same. */
const shared = [
  ['agents', agents],
  ['claims', claims],
  ['referents', referents],
] as const
/** The tables that belong to one document and go with it. */
const owned = [
  ['documents', documents],
  ['documentTexts', documentTexts],
  ['passages', passages],
  ['timeExpressions', timeExpressions],
  ['memberships', memberships],
  ['channels', channels],
  ['statements', statements],
  ['statementTimes', statementTimes],
  ['stances', stances],
  ['figures', figures],
  ['figureConditions', figureConditions],
  ['figureMentions', figureMentions],
  ['figureRelations', figureRelations],
  ['termUses', termUses],
  ['frameUses', frameUses],
] as const

/**
 * Writes one document and all that it brings, in one immediate transaction: all of it or nothing.
 *
 * The same digest again touches no row. The same text with other annotations replaces what the document brought before;
 * another text does so only with `replace`.
 *
 * @throws Failure TEXT_CHANGED, with both digests; BAD_INPUT where an agent, claim or referent of that name is stored
 * with other content
 */
export function writeDocument(
  database: Database,
  records: DocumentRecords,
  options: { readonly replace: boolean },
): WriteOutcome {
  const { client } = database
  const [incoming] = records.documents
  if (incoming === undefined) throw new Error('the records of a document hold the document')

  const write = client.transaction((): WriteOutcome => {
    const stored = client
      .prepare<[string], { id: number; sha256: string; digest: string }>(
        'select id, sha256, digest from documents where slug = ?',
      )
      .get(incoming.slug)
    if (stored?.digest === incoming.digest) return 'unchanged'
    if (stored && stored.sha256 !== incoming.sha256 && !options.replace) {
      throw new Failure(
        'TEXT_CHANGED',
        `The document ${incoming.slug} is stored with another text: SHA-256 ${stored.sha256} is stored, ` +
          `${incoming.sha256} was read. To replace it on purpose, add --replace.`,
      )
    }

    // Rows refer to each other in both directions (a statement to the one that it is reported in), so that the foreign
    // keys are checked when everything stands.
    client.pragma('defer_foreign_keys = ON')
    if (stored) client.prepare('delete from documents where id = ?').run(stored.id)
    const writer = new RowWriter(database)
    for (const [name, table] of shared) {
      for (const row of records[name]) writer.keep(table, row, options)
    }
    for (const row of records.agentNames) writer.insertNew(agentNames, row)
    for (const row of records.identifiers) writer.identify(row)
    for (const [name, table] of owned) writer.number(table, records[name])
    for (const [name, table] of owned) for (const row of records[name]) writer.insert(table, row)
    if (stored) {
      client.exec('delete from claims where not exists (select 1 from stances where claimId = claims.id)')
      client.exec(
        `delete from referents where not exists (select 1 from termUses where referentId = referents.id)
          and not exists (select 1 from figures where referentId = referents.id)
          and not exists (select 1 from frameUses where targetReferentId = referents.id)`,
      )
    }
    return stored ? 'updated' : 'created'
  })
  return write.immediate()
}

/** Inserts rows that name each other by slug, and gives out their row ids. */
class RowWriter {
  readonly #database: Database
  readonly #ids = new Map<string, Map<string, number>>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Gives each row its id before any is written, so that rows can refer to later ones. */
  number(table: SQLiteTable, rows: readonly Row[]): void {
    if (!('slug' in getTableColumns(table))) return
    const name = getTableName(table)
    let next = this.#client.prepare<[], number>(`select coalesce(max(id), 0) + 1 from "${name}"`).pluck().get() ?? 1
    for (const row of rows) this.#idsOf(name).set(String(row.slug), next++)
  }

  insert(table: SQLiteTable, row: Row): void {
    this.#run(table, row, 'insert into')
  }

  insertNew(table: SQLiteTable, row: Row): void {
    this.#run(table, row, 'insert or ignore into')
  }

  /** Notes an identifier, which can belong to one agent alone. */
  identify(row: DocumentRecords['identifiers'][number]): void {
    const holder = this.#client
      .prepare<[string, string], string>(
        'select a.slug from identifiers i join agents a on a.id = i.agentId where i.scheme = ? and i.value = ?',
      )
      .pluck()
      .get(row.scheme, row.value)
    if (holder === undefined) this.insert(identifiers, row)
    else if (holder !== row.agentId) {
      throw new Failure(
        'BAD_INPUT',
        `The identifier ${row.scheme} ${row.value} of ${row.agentId} is stored for ${holder}. ` +
          'If they are one and the same, use one key for both; if not, mend the identifier.',
      )
    }
  }

  /** Inserts a shared row, or checks that the one stored under its slug says the same. */
  keep(table: SQLiteTable, row: Row, options: { readonly replace: boolean }): void {
    const name = getTableName(table)
    const stored = this.#client.prepare<[Cell | undefined], Row>(`select * from "${name}" where slug = ?`).get(row.slug)
    if (stored === undefined) {
      this.insert(table, row)
      return
    }
    const differing = Object.keys(row).filter(key => row[key] !== stored[key])
    if (differing.length === 0) return
    if (!options.replace) {
      const differences = differing.map(key => `${key}: “${stored[key]}” is stored, “${row[key]}” was read`)
      throw new Failure(
        'BAD_INPUT',
        `${row.slug} stands in ${name} already and says something else (${differences.join('; ')}). ` +
          'Use another key, say the same, or replace it on purpose with --replace.',
      )
    }
    const set = differing.map(key => `"${key}" = ?`).join(', ')
    this.#client.prepare(`update "${name}" set ${set} where slug = ?`).run(...differing.map(key => row[key]), row.slug)
  }

  #run(table: SQLiteTable, row: Row, verb: string): void {
    const name = getTableName(table)
    const targets = foreignTables(table)
    const cells: Record<string, Cell> = {}
    for (const [column, cell] of Object.entries(row)) {
      const target = targets.get(column)
      cells[column] = target && cell !== null ? this.#idOf(target, String(cell)) : cell
    }
    const id = 'slug' in row ? this.#ids.get(name)?.get(String(row.slug)) : undefined
    if (id !== undefined) cells.id = id
    const columns = Object.keys(cells)
    this.#client
      .prepare(
        `${verb} "${name}" (${columns.map(column => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(cells))
  }

  #idOf(table: string, slug: string): number {
    const known = this.#idsOf(table).get(slug)
    if (known !== undefined) return known
    const id = this.#client.prepare<[string], number>(`select id from "${table}" where slug = ?`).pluck().get(slug)
    if (id === undefined) throw new Error(`no row ${slug} in ${table}: the ingest lets no dangling key through`)
    this.#idsOf(table).set(slug, id)
    return id
  }

  #idsOf(table: string): Map<string, number> {
    const known = this.#ids.get(table) ?? new Map<string, number>()
    this.#ids.set(table, known)
    return known
  }

  get #client() {
    return this.#database.client
  }
}

/** Which table each foreign key column of a table leads to. */
function foreignTables(table: SQLiteTable): Map<string, string> {
  const targets = new Map<string, string>()
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns, foreignTable } = key.reference()
    for (const column of columns) targets.set(column.name, getTableName(foreignTable))
  }
  return targets
}
