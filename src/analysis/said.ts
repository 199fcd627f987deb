import { labelledReasons } from '../model/reasons.ts'
import type { Basis } from '../model/vocabulary.ts'
import { weakerBasis } from '../model/whoSaid.ts'
import type { Reader } from '../store/reader.ts'
import { channel, document, type RowOf, type statement, timeExpression } from '../store/schema/entities.ts'

/** When something was said, and how that is known: as its own time is, or else because the document was PUBLISHED then. */
export interface TimeSaid {
  readonly basis: 'STATED' | 'INFERRED' | 'AUTOMATIC' | 'PUBLISHED' | 'UNRESOLVED' | 'UNKNOWN'
  /** Whether it is stated that its own time is the one when it was said: no better known than a channel that it is the time of. */
  readonly timeBasis: Basis | null
  /** Why its own time was concluded, or is open, and why it is that of its channel. */
  readonly reason: string | null
  readonly edtf: string | null
  readonly earliest: string | null
  readonly latest: string | null
}

export async function saidOf(row: RowOf<typeof statement>, read: Reader): Promise<TimeSaid> {
  const [time, through, source] = await Promise.all([
    read.byId(timeExpression, row.timeId),
    row.timeId === null ? null : read.byId(channel, row.channelId),
    read.byId(document, row.documentId),
  ])
  const isOfChannel = time !== null && through?.timeId === time.id
  const channelBasis = isOfChannel ? weakerBasis(row.channelBasis, through.basis) : null
  const timeBasis = time === null ? null : (channelBasis ?? (time.basis === 'AUTOMATIC' ? 'AUTOMATIC' : 'STATED'))
  const whyOfChannel = isOfChannel && channelBasis !== 'STATED' ? (row.channelReason ?? through.reason) : null
  const reason =
    whyOfChannel === null
      ? (time?.reason ?? null)
      : labelledReasons([
          { name: 'time', reason: time?.reason ?? null },
          { name: 'channel', reason: whyOfChannel },
        ])
  if (time && (time.earliest !== null || time.latest !== null)) {
    const { edtf, earliest, latest } = time
    const basis = time.basis === 'STATED' && timeBasis !== null ? timeBasis : time.basis
    return { basis, timeBasis, reason, edtf, earliest, latest }
  }
  const { published = null, publishedEarliest = null, publishedLatest = null } = source ?? {}
  const isKnown = publishedEarliest !== null || publishedLatest !== null
  if (!isKnown && time) return { basis: 'UNRESOLVED', timeBasis, reason, edtf: null, earliest: null, latest: null }
  return {
    basis: isKnown ? 'PUBLISHED' : 'UNKNOWN',
    timeBasis,
    reason: null,
    edtf: published,
    earliest: publishedEarliest,
    latest: publishedLatest,
  }
}
