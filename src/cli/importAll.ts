import { fileURLToPath } from 'node:url'
import { importPath } from '../ingest/importDossier.ts'
import type { Database } from '../store/engine/database.ts'

/** The dossiers that come with Dixit. */
export const seedFolder = fileURLToPath(new URL('../../seed', import.meta.url))

/** Imports the dossier at a path, or every dossier below it, and says what became of each. */
export function importAll(database: Database, path: string, options: { readonly replace: boolean }): void {
  for (const { slug, outcome } of importPath(database, path, options)) console.log(`${slug}: ${outcome}`)
}
