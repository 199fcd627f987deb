import type { EdtfReading } from './edtf.ts'
import { heldAt, isDated, isSameDay, type TermOfOffice } from './heldAt.ts'
import type { Certainty, RoleEvidence } from './vocabulary.ts'

/** When a statement was made: at the time of writing if nothing says otherwise. A null date is not known. */
export interface StatementTime {
  readonly asWritten: boolean
  readonly date: EdtfReading | null
  readonly published: EdtfReading | null
}

/** Whether a speaker held a role when a statement was made, by what kind of evidence; null if there is none for it. */
export function roleAt(term: TermOfOffice, time: StatementTime, evidence: RoleEvidence): Certainty | null {
  if (evidence === 'DATED') return time.date === null ? null : heldAt(term, time.date)
  return isDated(term) ? heldIfKnown(term, time) : heldAsStated(time)
}

/** A role that the document dates: it may be that of a statement whose time is not known. */
function heldIfKnown(term: TermOfOffice, { date }: StatementTime): Certainty | null {
  return date === null ? 'POSSIBLE' : heldAt(term, date)
}

/** A role that the document gives without a date: that of its speaker at the time of writing. */
function heldAsStated({ asWritten, date, published }: StatementTime): Certainty {
  if (asWritten) return 'CERTAIN'
  return date !== null && published !== null && isSameDay(date, published) ? 'CERTAIN' : 'POSSIBLE'
}
