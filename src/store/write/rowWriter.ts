import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Failure } from '../../model/failure.ts'
import type { Database } from '../engine/database.ts'
import { getTableColumns, getTableConfig, getTableName } from '../engine/drizzle.ts'
import { identifiers } from '../tables/agents.ts'
import type { DocumentRecords } from './records.ts'
import { idOfSlug, lastId } from './rowIds.ts'

type Cell = string | number | null
type Row = Readonly<Record<string, Cell | undefined>>

/** Inserts rows that name each other by slug, and gives out their row ids. */
export class RowWriter {
  readonly #database: Database
  readonly #ids = new Map<string, Map<string, number>>()
  readonly #foreignTables = new Map<SQLiteTable, ReadonlyMap<string, string>>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Gives each row its id before any is written, so that rows can refer to later ones. */
  number(table: SQLiteTable, rows: readonly Row[]): void {
    if (!('slug' in getTableColumns(table))) return
    const name = getTableName(table)
    let next = lastId(this.#database, name) + 1
    for (const row of rows) this.#idsOf(name).set(String(row.slug), next++)
  }

  /** The id of a row that is written or numbered. */
  idOf(table: SQLiteTable, slug: string): number {
    return this.#idOf(getTableName(table), slug)
  }

  insert(table: SQLiteTable, row: Row): void {
    this.#run(table, row, 'insert into')
  }

  insertNew(table: SQLiteTable, row: Row): void {
    this.#run(table, row, 'insert or ignore into')
  }

  /** Notes an identifier, which can belong to one agent of the dossiers alone; what corpora say is theirs to say. */
  identify(row: DocumentRecords['identifiers'][number]): void {
    const holder = this.#database.value<string>(
      'select a.slug from identifiers i join agents a on a.id = i.agentId where i.scheme = ? and i.value = ? and a.datasetId is null',
      row.scheme,
      row.value,
    )
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
    const stored = this.#database
      .prepare<[Cell | undefined], Row>(`select * from "${name}" where slug = ?`)
      .get(row.slug)
    if (stored === undefined) {
      this.insert(table, row)
      return
    }
    const differing = Object.keys(row).filter(key => (row[key] ?? null) !== stored[key])
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
    this.#database
      .prepare(`update "${name}" set ${set} where slug = ?`)
      .run(...differing.map(key => row[key]), row.slug)
  }

  #run(table: SQLiteTable, row: Row, verb: string): void {
    const name = getTableName(table)
    const targets = this.#foreignTablesOf(table)
    const cells: Record<string, Cell> = {}
    for (const [column, cell] of Object.entries(row)) {
      if (cell === undefined) continue
      const target = targets.get(column)
      cells[column] = target && typeof cell === 'string' ? this.#idOf(target, String(cell)) : cell
    }
    const id = 'slug' in row ? this.#ids.get(name)?.get(String(row.slug)) : undefined
    if (id !== undefined) cells.id = id
    const columns = Object.keys(cells)
    this.#database
      .prepare(
        `${verb} "${name}" (${columns.map(column => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(cells))
  }

  #idOf(table: string, slug: string): number {
    const known = this.#idsOf(table).get(slug)
    if (known !== undefined) return known
    const id = idOfSlug(this.#database, table, slug)
    if (id === undefined) throw new Error(`no row ${slug} in ${table}: the ingest lets no dangling key through`)
    this.#idsOf(table).set(slug, id)
    return id
  }

  #foreignTablesOf(table: SQLiteTable): ReadonlyMap<string, string> {
    const known = this.#foreignTables.get(table) ?? foreignTables(table)
    this.#foreignTables.set(table, known)
    return known
  }

  #idsOf(table: string): Map<string, number> {
    const known = this.#ids.get(table) ?? new Map<string, number>()
    this.#ids.set(table, known)
    return known
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
