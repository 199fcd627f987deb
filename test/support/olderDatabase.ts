import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { applicationId } from '../../src/store/engine/migrations.ts'

/** Makes a database with the tables as the first so many migrations left them, and with what the SQL writes into them. */
export function makeOlderDatabase(path: string, migrations: number, sql: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  cpSync(new URL('../../migrations', import.meta.url), folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, migrations) }))
  const client = new Sqlite(path)
  migrate(drizzle(client), { migrationsFolder: folder })
  client.pragma(`application_id = ${applicationId}`)
  client.exec(sql)
  client.close()
  rmSync(folder, { recursive: true })
}
