import { Failure } from '../model/failure.ts'
import type { Database } from '../store/engine/database.ts'
import { markedDocuments } from '../store/query/documentMarks.ts'
import type { ExportScope } from '../store/query/exportTables.ts'

/** How many texts leave, and how many stay as their dataset states no licence. */
export interface TextCount {
  readonly leaving: number
  readonly staying: number
}

/**
 * Counts the texts of a form in which a document has no place without its text.
 *
 * @throws Failure BAD_USAGE where none leaves
 */
export function countTexts(database: Database, scope: ExportScope): TextCount {
  let [leaving, staying] = [0, 0]
  for (const { hasText } of markedDocuments(database, scope)) {
    if (hasText === 1) leaving += 1
    else staying += 1
  }
  if (leaving > 0) return { leaving, staying }
  const why = staying === 0 ? 'no document is left' : noLicence(staying)
  throw new Failure('BAD_USAGE', `No text leaves: ${why}.`)
}

/** What is said of them. */
export function textsSaid({ leaving, staying }: TextCount): string {
  return `${leaving} texts${staying === 0 ? '' : `; left out: ${staying}, whose dataset states no licence (--texts takes them along)`}`
}

/** Why texts stay, and what a person can do who may pass them on. */
export function noLicence(documents: number): string {
  return (
    `no licence is stated under which ${documents === 1 ? 'its text' : `the texts of ${documents} documents`} may be passed on. ` +
    'If you may, add --texts; or state the licence, in a dossier as that of its dataset (datasets, and document.dataset)'
  )
}
