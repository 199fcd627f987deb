import { readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** Damages a database in its midst: the first page of a table holds nothing that is SQLite's. */
export function damage(path: string, table: string): void {
  const database = new Sqlite(path, { readonly: true })
  const root = database
    .prepare<[string], number>('select rootpage from sqlite_master where name = ?')
    .pluck()
    .get(table)
  const size = Number(database.pragma('page_size', { simple: true }))
  database.close()
  if (root === undefined) throw new Error(`there is no table ${table}`)
  const bytes = readFileSync(path)
  bytes.fill(0xa5, (root - 1) * size, root * size)
  writeFileSync(path, bytes)
}
