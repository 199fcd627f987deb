import { type EdtfReading, readEdtf } from '../model/edtf.ts'
import { roleAt, type StatementTime } from '../model/roleAt.ts'
import type { Certainty, RoleEvidence } from '../model/vocabulary.ts'
import type { Reader } from '../store/reader.ts'
import {
  channel,
  document,
  type membership,
  type RowOf,
  type statement,
  timeExpression,
} from '../store/schema/entities.ts'
import { memberships } from '../store/tables/memberships.ts'

type Membership = RowOf<typeof membership>
type Statement = RowOf<typeof statement>

/** A role that a statement's speaker held when it was made, and by what evidence. */
export interface SpeakerRole {
  readonly membership: Membership
  readonly why: RoleEvidence
  readonly certainty: Certainty
  /** The date (EDTF) for which it was asked; null if it is not known. */
  readonly date: string | null
}

/**
 * The roles of a statement's speaker at the time of the statement, by evidence alone: first those that the statement's
 * document gives, then those that other sources date to that time. docs/time.md has the table of cases.
 */
export async function speakerRoles(read: Reader, statement: Statement): Promise<SpeakerRole[]> {
  const { speakerId, documentId } = statement
  if (speakerId === null) return []
  const [time, held] = await Promise.all([
    timeOf(read, statement),
    read.valuesOf(memberships, memberships.memberId, speakerId, memberships.id),
  ])
  const date = time.date?.edtf ?? null
  const stated = held.filter(membership => membership.documentId === documentId)
  const others = held.filter(membership => membership.documentId !== documentId)
  return [
    ...stated.flatMap(membership => {
      const certainty = roleAt(membership, time, 'STATED_IN_DOCUMENT')
      return certainty === null ? [] : [{ membership, why: 'STATED_IN_DOCUMENT' as const, certainty, date }]
    }),
    ...others.flatMap(membership => {
      const certainty = roleAt(membership, time, 'DATED')
      return certainty === null ? [] : [{ membership, why: 'DATED' as const, certainty, date }]
    }),
  ]
}

/**
 * A statement's own time, or else that of the letter or other channel through which it came. A statement that is reported
 * inside another one was made at some time before; any other one counts as made when the document was published.
 */
async function timeOf(read: Reader, statement: Statement): Promise<StatementTime> {
  const [source, via] = await Promise.all([
    read.byId(document, statement.documentId),
    read.byId(channel, statement.timeId === null ? statement.channelId : null),
  ])
  const published = readDate(source?.published)
  const timeId = statement.timeId ?? via?.timeId ?? null
  if (timeId !== null) {
    const time = await read.byId(timeExpression, timeId)
    return { asWritten: false, date: readDate(time?.edtf), published }
  }
  if (statement.reportedInId !== null) return { asWritten: false, date: null, published }
  return { asWritten: true, date: published, published }
}

function readDate(edtf: string | null | undefined): EdtfReading | null {
  return edtf ? readEdtf(edtf) : null
}
