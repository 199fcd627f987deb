import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type Sqlite from 'better-sqlite3'
import journal from '../../../migrations/meta/_journal.json' with { type: 'json' }
import { addFunctions } from './functions.ts'

/** Marks a file as Dixit's in SQLite's own header: "DIXT". */
export const applicationId = 0x44495854

const require = createRequire(import.meta.url)
const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** How the tables of a database stand to those that this code knows. */
export type SchemaState = 'empty' | 'older' | 'current' | 'newer' | 'foreign'

/** Reads, without writing, how the tables of a database stand to those that this code knows. */
export function schemaState(client: Sqlite.Database): SchemaState {
  const tables = client.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all()
  if (tables.length === 0) return 'empty'
  if (client.pragma('application_id', { simple: true }) !== applicationId) return 'foreign'

  const applied = lastApplied(client)
  const known = journal.entries.at(-1)?.when ?? 0
  if (applied === known) return 'current'
  return applied > known ? 'newer' : 'older'
}

/**
 * Brings the tables up to date, in one immediate transaction: all of it or nothing, and by one process at a time.
 *
 * Drizzle's own migrator looks before it locks, so that two processes on a new database would both make its tables.
 */
export function migrate(client: Sqlite.Database): void {
  // Loaded where there is something to do, which is seldom.
  const { readMigrationFiles }: typeof import('drizzle-orm/migrator') = require('drizzle-orm/migrator')
  const known = readMigrationFiles({ migrationsFolder })
  // Search indexes are filled by them.
  addFunctions(client)
  const run = client.transaction(() => {
    client.exec(
      `create table if not exists __drizzle_migrations (
        id integer primary key, hash text not null, created_at integer not null) strict`,
    )
    const applied = lastApplied(client)
    const note = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
    for (const { sql, hash, folderMillis } of known) {
      if (folderMillis <= applied) continue
      for (const statement of sql) client.exec(statement)
      note.run(hash, folderMillis)
    }
    client.pragma(`application_id = ${applicationId}`)
  })
  run.immediate()
}

/** How many migrations a database has not had yet. */
export function pendingMigrations(client: Sqlite.Database): number {
  const applied = lastApplied(client)
  return journal.entries.filter(({ when }) => when > applied).length
}

/** When the newest migration that was applied was made, in milliseconds; 0 if there is none. */
function lastApplied(client: Sqlite.Database): number {
  return client.prepare<[], number>('select max(created_at) from __drizzle_migrations').pluck().get() ?? 0
}
