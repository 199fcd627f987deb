import type { Reader } from '../store/reader.ts'
import { document, type RowOf, type statement, timeExpression } from '../store/schema/entities.ts'

/** When something was said, and how that is known: STATED by the document, or when that was PUBLISHED. */
export interface TimeSaid {
  readonly basis: 'STATED' | 'PUBLISHED' | 'UNKNOWN'
  readonly edtf: string | null
  readonly earliest: string | null
  readonly latest: string | null
}

export async function saidOf(row: RowOf<typeof statement>, read: Reader): Promise<TimeSaid> {
  const [time, source] = await Promise.all([read.byId(timeExpression, row.timeId), read.byId(document, row.documentId)])
  if (time && (time.earliest !== null || time.latest !== null)) {
    return { basis: 'STATED', edtf: time.edtf, earliest: time.earliest, latest: time.latest }
  }
  const { published = null, publishedEarliest = null, publishedLatest = null } = source ?? {}
  const isKnown = publishedEarliest !== null || publishedLatest !== null
  return {
    basis: isKnown ? 'PUBLISHED' : 'UNKNOWN',
    edtf: published,
    earliest: publishedEarliest,
    latest: publishedLatest,
  }
}
