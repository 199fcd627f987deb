import type { Database } from '../../src/store/engine/database.ts'
import { type DossierOptions, type WriteOutcome, writeDossier } from '../../src/store/write/writeDossier.ts'
import type { DocumentRecords } from './documentRows.ts'
import { recordsOf } from './recordsOf.ts'

/** Writes a document as the import of its dossier does. How its sentences are quoted is left open: they have no marks. */
export function writeAsDossier(database: Database, rows: DocumentRecords, options: DossierOptions): WriteOutcome {
  const statements = rows.statements.map(row => ({ ...row, quotation: null }))
  return writeDossier(database, recordsOf({ ...rows, statements }), {
    digest: rows.documents[0]?.digest ?? '',
    ...options,
  })
}
