import type { InferSelectModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../engine/database.ts'
import { getTableColumns, getTableName } from '../engine/drizzle.ts'
import { lastId } from './rowIds.ts'

type Cell = string | number | null
type Cells = Readonly<Record<string, Cell>>

/** A row as it is written: every column by its name, so that a new column fails the compiler wherever rows are made. */
export type InsertOf<T extends SQLiteTable> = Readonly<Omit<InferSelectModel<T>, 'id'>>

/** Names the import that brought a row, and is not part of what the row says. */
const BROUGHT_BY = 'importId'

/** Inserts typed rows through statements that are prepared once, with row ids that are counted up here. */
export class Inserts {
  /** How many rows have been inserted. */
  rows = 0
  readonly #database: Database
  readonly #inserts = new Map<SQLiteTable, (row: Cells) => number>()
  readonly #finds = new Map<SQLiteTable, (row: Cells) => number>()
  #isComparing = false
  #differs = false

  constructor(database: Database) {
    this.#database = database
  }

  /** Inserts a row; returns its row id, or 0 for a table that has none. */
  insert<T extends SQLiteTable>(table: T, row: InsertOf<T>): number
  insert(table: SQLiteTable, row: Cells): number {
    if (this.#isComparing) return this.#find(table, row)
    const insert = this.#inserts.get(table)
    if (insert) return insert(row)
    const made = this.#into(table)
    this.#inserts.set(table, made)
    return made(row)
  }

  /** Whether all rows that `make` would insert are stored already. Nothing is inserted. */
  isStored(make: () => void): boolean {
    this.#isComparing = true
    this.#differs = false
    try {
      make()
      return !this.#differs
    } finally {
      this.#isComparing = false
    }
  }

  #into(table: SQLiteTable): (row: Cells) => number {
    const name = getTableName(table)
    const columns = columnsOf(table)
    const hasId = 'id' in getTableColumns(table)
    const names = hasId ? ['id', ...columns] : columns
    const statement = this.#database.prepare<Cell[], never>(
      `insert into "${name}" (${names.map(column => `"${column}"`).join(', ')})
       values (${names.map(() => '?').join(', ')})`,
    )
    let next = hasId ? lastId(this.#database, name) + 1 : 0
    const first = hasId ? 1 : 0
    return row => {
      const cells: Cell[] = new Array(names.length)
      if (hasId) cells[0] = next
      for (let index = first; index < names.length; index += 1) cells[index] = row[names[index] ?? ''] ?? null
      statement.run(...cells)
      this.rows += 1
      return hasId ? next++ : 0
    }
  }

  /** The row id of a stored row that says the same; 0, and the difference noted, if there is none. */
  #find(table: SQLiteTable, row: Cells): number {
    const find = this.#finds.get(table) ?? this.#finding(table)
    this.#finds.set(table, find)
    return find(row)
  }

  #finding(table: SQLiteTable): (row: Cells) => number {
    const columns = columnsOf(table).filter(column => column !== BROUGHT_BY)
    const id = 'id' in getTableColumns(table) ? 'id' : '0'
    const statement = this.#database.client
      .prepare<Cell[], number>(
        `select ${id} from "${getTableName(table)}" where ${columns.map(column => `"${column}" is ?`).join(' and ')}`,
      )
      .pluck()
    return row => {
      const found = statement.get(...columns.map(column => row[column] ?? null))
      if (found === undefined) this.#differs = true
      return found ?? 0
    }
  }
}

function columnsOf(table: SQLiteTable): string[] {
  return Object.keys(getTableColumns(table)).filter(column => column !== 'id')
}
