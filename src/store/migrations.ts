import { fileURLToPath } from 'node:url'
import type Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** Marks a file as Dixit's in SQLite's own header: "DIXT". */
export const applicationId = 0x44495854

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** How the tables of a database stand to those that this code knows. */
export type SchemaState = 'empty' | 'older' | 'current' | 'newer' | 'foreign'

/** Reads, without writing, how the tables of a database stand to those that this code knows. */
export function schemaState(client: Sqlite.Database): SchemaState {
  const tables = client.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all()
  if (tables.length === 0) return 'empty'
  if (client.pragma('application_id', { simple: true }) !== applicationId) return 'foreign'

  const applied = client.prepare<[], number>(`select max(created_at) from __drizzle_migrations`).pluck().get() ?? 0
  const known = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0
  if (applied === known) return 'current'
  return applied > known ? 'newer' : 'older'
}

/** Brings the tables up to date, in one transaction: all of it or nothing. */
export function migrate(client: Sqlite.Database): void {
  runMigrations(drizzle(client), { migrationsFolder })
}
