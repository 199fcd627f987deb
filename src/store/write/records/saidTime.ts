import type { EdtfReading } from '../../../model/edtf.ts'
import { timeExpressions } from '../../tables/times.ts'
import type { WriteContext } from './context.ts'
import type { OpenDocument } from './openDocuments.ts'

/** The time at which a corpus says that a statement was made, which the document does not word: one row a date and document. */
export function saidTime(
  { edtf, earliest, latest }: EdtfReading,
  document: OpenDocument,
  context: WriteContext,
): number {
  const slug = `${document.slug}/said/${edtf}`
  const stored = context.names.lookUp('time', slug)
  if (stored !== undefined) return stored
  return context.rows.insert(timeExpressions, {
    slug,
    documentId: document.id,
    passageId: null,
    words: edtf,
    edtf,
    earliest,
    latest,
    basis: 'STATED',
    reason: null,
    ruleId: null,
  })
}
