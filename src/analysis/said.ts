import type { Reader } from '../store/reader.ts'
import { document, type RowOf, type statement, timeExpression } from '../store/schema/entities.ts'

/** When something was said, and how that is known: as its own time is, or else because the document was PUBLISHED then. */
export interface TimeSaid {
  readonly basis: 'STATED' | 'INFERRED' | 'AUTOMATIC' | 'PUBLISHED' | 'UNRESOLVED' | 'UNKNOWN'
  /** Why its own time was concluded, or is open. */
  readonly reason: string | null
  readonly edtf: string | null
  readonly earliest: string | null
  readonly latest: string | null
}

export async function saidOf(row: RowOf<typeof statement>, read: Reader): Promise<TimeSaid> {
  const [time, source] = await Promise.all([read.byId(timeExpression, row.timeId), read.byId(document, row.documentId)])
  if (time && (time.earliest !== null || time.latest !== null)) {
    const { edtf, earliest, latest, reason } = time
    return { basis: time.basis, reason, edtf, earliest, latest }
  }
  const { published = null, publishedEarliest = null, publishedLatest = null } = source ?? {}
  const isKnown = publishedEarliest !== null || publishedLatest !== null
  if (!isKnown && time) return { basis: 'UNRESOLVED', reason: time.reason, edtf: null, earliest: null, latest: null }
  return {
    basis: isKnown ? 'PUBLISHED' : 'UNKNOWN',
    reason: null,
    edtf: published,
    earliest: publishedEarliest,
    latest: publishedLatest,
  }
}
