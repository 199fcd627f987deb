import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../src/store/engine/database.ts'
import { getTableColumns, getTableConfig, getTableName } from '../../src/store/engine/drizzle.ts'
import { idOfSlug, lastId } from '../../src/store/write/rowIds.ts'

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
    if (!('id' in getTableColumns(table))) return
    const name = getTableName(table)
    let next = lastId(this.#database, name) + 1
    for (const row of rows) if ('slug' in row) this.#idsOf(name).set(String(row.slug), next++)
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

  /** Inserts a shared row, unless it is stored already. */
  keep(table: SQLiteTable, row: Row): void {
    if (idOfSlug(this.#database, getTableName(table), String(row.slug)) === undefined) this.insert(table, row)
  }

  #run(table: SQLiteTable, row: Row, verb: string): void {
    const name = getTableName(table)
    const targets = this.#foreignTablesOf(table)
    const cells: Record<string, Cell> = {}
    for (const [column, cell] of Object.entries(row)) {
      // A passage is called by its slug here, which no table holds.
      if (cell === undefined || !(column in getTableColumns(table))) continue
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
