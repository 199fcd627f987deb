import { fileURLToPath } from 'node:url'
import { importPath } from '../ingest/importDossier.ts'
import type { Database } from '../store/engine/database.ts'
import { uncodedNote } from './uncoded.ts'

/** The dossiers that come with Dixit. */
export const seedFolder = fileURLToPath(new URL('../../seed', import.meta.url))

/** Imports the dossier at a path, or every dossier below it, and says what became of each. */
export function importAll(database: Database, path: string, options: { readonly replace: boolean }): void {
  const outcomes = importPath(database, path, options)
  for (const { slug, outcome, folder, counts } of outcomes) {
    const note = uncodedNote(folder, counts)
    console.log(`${slug}: ${outcome}${note === null ? '' : `, and ${note}`}`)
  }
  for (const note of new Set(outcomes.flatMap(({ notes }) => notes))) console.error(note)
}
