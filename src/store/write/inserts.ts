import type Sqlite from 'better-sqlite3'
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

/** As many statements are kept of a table. Its rows come in a few forms. */
const MOST_PREPARED = 100
/** A number counts exactly up to so many bits. */
const MOST_BITS = 53

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

  /** Cells that are null are left out: to bind one takes half as long as to store it, and most cells of a statement are null. */
  #into(table: SQLiteTable): (row: Cells) => number {
    const name = getTableName(table)
    const columns = columnsOf(table)
    const hasId = 'id' in getTableColumns(table)
    const inserts = new Map<number, Sqlite.Statement<Cell[]>>()
    let next = hasId ? lastId(this.#database, name) + 1 : 0
    return row => {
      const cells: Cell[] = hasId ? [next] : []
      // Which columns have a cell, as the bits of a number.
      let filled = 0
      for (const column of columns) {
        const cell = row[column] ?? null
        filled *= 2
        if (cell === null) continue
        cells.push(cell)
        filled += 1
      }
      let insert = inserts.get(filled)
      if (insert === undefined) {
        if (columns.length > MOST_BITS) throw new RangeError(`${name} has more than ${MOST_BITS} columns`)
        const named = columns.filter(column => (row[column] ?? null) !== null)
        insert = this.#prepare(name, hasId ? ['id', ...named] : named)
        if (inserts.size >= MOST_PREPARED) inserts.clear()
        inserts.set(filled, insert)
      }
      insert.run(...cells)
      this.rows += 1
      return hasId ? next++ : 0
    }
  }

  #prepare(table: string, columns: readonly string[]): Sqlite.Statement<Cell[]> {
    return this.#database.client.prepare(
      `insert into "${table}" (${columns.map(column => `"${column}"`).join(', ')})
       values (${columns.map(() => '?').join(', ')})`,
    )
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
