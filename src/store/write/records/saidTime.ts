import type { EdtfReading } from '../../../model/edtf.ts'
import { timeExpressions } from '../../tables/times.ts'
import type { WriteContext } from './context.ts'
import type { OpenDocument } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'

/** The time at which a corpus says that a statement was made, which the document does not word: one row a date and document. */
export function saidTime(
  { edtf, earliest, latest }: EdtfReading,
  document: OpenDocument,
  context: WriteContext,
): number {
  const slug = `${document.slug}/said/${edtf}`
  const stored = context.names.lookUp('time', slug)
  if (stored !== undefined) return expectUnworded(stored, slug, context)
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

/** @throws RecordRefused BAD_RECORD where the name is taken by a time that the document words */
function expectUnworded(id: number, slug: string, { database }: WriteContext): number {
  const isWorded = database.value<number>('select passageId is not null from timeExpressions where id = ?', id) === 1
  if (isWorded) refuseRecord('BAD_RECORD', `when it was said is the time ${slug}, and words of a text have that name`)
  return id
}
