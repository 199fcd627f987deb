import Sqlite from 'better-sqlite3'
import { Failure } from '../../model/failure.ts'
import { pendingMigrations } from './migrations.ts'
import { openReader } from './openDatabase.ts'

/**
 * How many changes of its tables a database of an older Dixit has not had yet: `openWriter` makes them.
 *
 * @throws Failure as `openReader` does, save DATABASE_OLDER
 */
export function pendingChanges(path: string): number {
  try {
    openReader(path).close()
    return 0
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'DATABASE_OLDER')) throw error
  }
  const client = new Sqlite(path, { readonly: true })
  try {
    return pendingMigrations(client)
  } finally {
    client.close()
  }
}
