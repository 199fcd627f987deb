import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'
import { Reader } from '../store/reader.ts'

/** Lends a reader of the database that the settings name, and closes the database afterwards. */
export async function withReader<T>(use: (read: Reader) => Promise<T>): Promise<T> {
  const database = openReader(readSettings(process.env).DIXIT_DB, { isMapped: true })
  try {
    return await use(new Reader(database))
  } finally {
    database.close()
  }
}
