import { Failure } from '../model/failure.ts'
import type { Database } from '../store/engine/database.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { currentRevision } from '../store/engine/revisions.ts'

/**
 * Sees to it that there is something to serve: brings the tables up to date and, with the seed, fills a database in which no change was
 * ever committed, be it new or begun by a start that was killed.
 *
 * @returns the writer, to be closed once the server reads; null where the database is complete and may not be written to
 * @throws Failure of `openWriter`; BadDossier
 */
export async function fillIfEmpty(path: string, withSeed: boolean): Promise<Database | null> {
  const writer = openUnlessReadOnly(path)
  if (writer === null || !withSeed || currentRevision(writer) !== null) return writer
  try {
    // Needed once in the life of a database, and slower to load than to pass by.
    const { importAll, seedFolder } = await import('./importAll.ts')
    importAll(writer, seedFolder, { replace: false })
    return writer
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATABASE_BUSY') {
      console.error(`Another program is importing into ${path}. It is served as it is; new data will appear.`)
      return writer
    }
    writer.close()
    throw error
  }
}

function openUnlessReadOnly(path: string): Database | null {
  try {
    return openWriter(path)
  } catch (error) {
    if (isFilled(path)) return null
    throw error
  }
}

function isFilled(path: string): boolean {
  try {
    const reader = openReader(path)
    try {
      return currentRevision(reader) !== null
    } finally {
      reader.close()
    }
  } catch {
    // Why it cannot be used, the writer has said.
    return false
  }
}
