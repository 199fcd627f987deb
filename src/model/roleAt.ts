import type { EdtfReading } from './edtf.ts'
import { heldAt, isDated, isSameDay, type TermOfOffice } from './heldAt.ts'
import type { Certainty, RoleEvidence } from './vocabulary.ts'

/** When a statement was made: at the time of writing if nothing says otherwise. A null date is not known. */
export interface StatementTime {
  readonly asWritten: boolean
  readonly date: EdtfReading | null
  readonly published: EdtfReading | null
}

/** A role with the time of it, and how it is known. */
export interface KnownRole extends TermOfOffice {
  readonly basis: string | null
}

/**
 * Whether a speaker held a role when a statement was made, by what kind of evidence; null if there is none for it. A role that was
 * concluded is never certain.
 */
export function roleAt(role: KnownRole, time: StatementTime, evidence: RoleEvidence): Certainty | null {
  const certainty = roleByDates(role, time, evidence)
  const isConcluded = role.basis !== null && role.basis !== 'STATED'
  return certainty === 'CERTAIN' && isConcluded ? 'POSSIBLE' : certainty
}

function roleByDates(term: TermOfOffice, time: StatementTime, evidence: RoleEvidence): Certainty | null {
  if (evidence === 'DATED') return time.date === null ? null : heldAt(term, time.date)
  return isDated(term) ? heldIfKnown(term, time) : heldAsStated(time)
}

/** A role that the document dates: it may be that of a statement whose time is not known. */
function heldIfKnown(term: TermOfOffice, { date }: StatementTime): Certainty | null {
  return date === null ? 'POSSIBLE' : heldAt(term, date)
}

/** A role that the document gives without a date: that of its speaker at the time of writing, if it is known when that was. */
function heldAsStated({ asWritten, date, published }: StatementTime): Certainty {
  if (asWritten && published !== null) return 'CERTAIN'
  return date !== null && published !== null && isSameDay(date, published) ? 'CERTAIN' : 'POSSIBLE'
}
