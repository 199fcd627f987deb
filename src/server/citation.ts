import { cslItem } from '../export/citation/cslItem.ts'
import type { CitationForm } from '../export/citation/forms.ts'
import { writeCitations } from '../export/citation/writeCitations.ts'
import type { Database } from '../store/engine/database.ts'

/** The citation of a node; null for a node of a type that is not cited. */
export function citation(
  database: Database,
  node: { readonly typename: string; readonly slug: string },
  form: CitationForm,
  url: string,
): string | null {
  const item = cslItem(database, node, url)
  return item === null ? null : writeCitations([item], form)
}
