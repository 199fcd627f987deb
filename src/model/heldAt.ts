import { type Bounds, type EdtfReading, OPEN, overlaps, readEdtf } from './edtf.ts'
import type { Certainty } from './vocabulary.ts'

/**
 * A role's interval: its two ends as written, each an EDTF date, `..` for an end that is said to be open, or null for one
 * that is not known; and the first day of the one and the last day of the other.
 */
export interface TermOfOffice extends Bounds {
  readonly startDate: string | null
  readonly endDate: string | null
}

/** Whether an interval names a day at all. */
export function isDated({ earliest, latest }: Bounds): boolean {
  return (earliest ?? latest) !== null
}

/**
 * Whether a role was held at a date; null where its dates exclude that, or where it has none.
 *
 * CERTAIN needs both ends of the term: its start over, and its end not begun, on every day for which the date may stand.
 * Both ends are included, so that on a day on which one term ends and the next begins both are held. What is uncertain
 * or approximate (`?`, `~`, `%`), in the date or at the end concerned, is never certain.
 */
export function heldAt(term: TermOfOffice, date: EdtfReading): Certainty | null {
  if (!isDated(term) || !overlaps(term, date)) return null
  return isPlain(date) && begunBy(term, date.earliest) && lastsTo(term, date.latest) ? 'CERTAIN' : 'POSSIBLE'
}

/** Whether two dates stand for one and the same day. */
export function isSameDay(a: EdtfReading, b: EdtfReading): boolean {
  return isPlain(a) && isPlain(b) && isDay(a) && isDay(b) && a.earliest === b.earliest
}

function isDay({ earliest, latest }: Bounds): boolean {
  return earliest !== null && earliest === latest
}

function isPlain({ uncertain, approximate }: EdtfReading): boolean {
  return !uncertain && !approximate
}

function begunBy({ startDate }: TermOfOffice, day: string | null): boolean {
  if (startDate === OPEN) return true
  const start = readEnd(startDate)
  return day !== null && start !== null && start.latest !== null && start.latest <= day
}

function lastsTo({ endDate }: TermOfOffice, day: string | null): boolean {
  if (endDate === OPEN) return true
  const end = readEnd(endDate)
  return day !== null && end !== null && end.earliest !== null && day <= end.earliest
}

/** An end of a term that is known without reserve. */
function readEnd(date: string | null): EdtfReading | null {
  const reading = date === null ? null : readEdtf(date)
  return reading !== null && isPlain(reading) ? reading : null
}
