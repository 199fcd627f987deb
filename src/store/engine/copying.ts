import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'

/** More pages than any file has: all of them at a time, so that a writer does not have the copy begin again and again. */
const allPages = 0x7fffffff

/** Copies a database, as it is at one moment, while others read and write it. */
export async function copyDatabase(database: Database, target: string): Promise<void> {
  await database.client.backup(target, { progress: () => allPages })
}

/** Copies a file that nobody has open. */
export function copyFileWhole(source: string, target: string): void {
  copyFileSync(source, target)
  sync(target)
}

/** Puts a finished file in its place, for good: wholly or not at all, and without what belonged to another one there. */
export function putInPlace(part: string, target: string): void {
  sync(part)
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${target}${ending}`, { force: true })
  renameSync(part, target)
  sync(dirname(target))
}

/**
 * Whether anybody has the database at a path open, for reading or writing. A file that is not a database, or damaged, nobody
 * can be using.
 */
export function isInUse(path: string): boolean {
  if (!existsSync(path)) return false
  let client: Sqlite.Database | undefined
  try {
    client = new Sqlite(path, { timeout: 0 })
    const mode = client.pragma('journal_mode', { simple: true })
    // Who leaves write-ahead mode must be alone; and back, as it was.
    client.pragma('journal_mode = DELETE')
    client.exec('begin exclusive; rollback')
    if (mode === 'wal') client.pragma('journal_mode = WAL')
    return false
  } catch (error) {
    return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
  } finally {
    client?.close()
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
