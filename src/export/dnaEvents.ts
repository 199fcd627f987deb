import { CodePoints } from '../model/text.ts'
import type { Database } from '../store/engine/database.ts'
import { textOfMarked } from '../store/query/documentMarks.ts'
import { type EventScope, stanceEvents } from '../store/query/stanceEvents.ts'
import type { TextFile } from './textFile.ts'
import { turns } from './turns.ts'

/** The columns of an event list, as Discourse Network Analyzer 3 writes it; the last six are ours. */
const columns = [
  ...['statement_id', 'time', 'person', 'organization', 'concept', 'agreement', 'start_position', 'stop_position'],
  ...['text', 'coder', 'document_id', 'document_title', 'document_author', 'document_source', 'document_section'],
  ...['document_type', 'coder_name', 'statement', 'speaker_basis', 'wording', 'basis', 'manner'],
] as const

/**
 * Writes an event list of Discourse Network Analyzer: a row a person or organization and concept, in numbers of its own, parted by
 * semicolons. Positions count UTF-16 units, as Java does. Returns how many rows.
 */
export async function writeDnaEvents(
  database: Database,
  scope: EventScope,
  file: TextFile,
  onRow: () => void,
): Promise<number> {
  const pause = turns()
  const coders = new Numbers()
  const documents = new Numbers()
  let opened: number | null = null
  let points = new CodePoints('')
  let count = 0
  file.write(lineOf(columns))
  for (const event of stanceEvents(database, scope)) {
    const { documentId, day, speaker, isOrganization, onBehalfOf, coder } = event
    if (opened !== documentId) {
      opened = documentId
      points = new CodePoints(textOfMarked(database, { id: documentId }))
    }
    count += 1
    const cells: Record<(typeof columns)[number], string | number | null> = {
      statement_id: count,
      time: day === null ? null : `${day} 00:00:00`,
      person: isOrganization ? '' : speaker,
      organization: isOrganization ? speaker : (onBehalfOf ?? ''),
      concept: event.claim,
      agreement: event.supports,
      start_position: points.toUtf16(event.start),
      stop_position: points.toUtf16(event.end),
      text: event.words,
      coder: coder === null ? 0 : coders.of(coder),
      document_id: documents.of(documentId),
      document_title: event.title ?? '',
      document_author: '',
      document_source: event.publisher ?? '',
      document_section: '',
      document_type: '',
      coder_name: coder ?? '',
      statement: event.statement,
      speaker_basis: event.speakerBasis ?? '',
      wording: event.wording ?? '',
      basis: event.basis ?? '',
      manner: event.manner ?? '',
    }
    file.write(lineOf(columns.map(column => cells[column])))
    onRow()
    await pause()
  }
  return count
}

/** Numbers for things, from 1, in order of appearance. */
class Numbers {
  readonly #given = new Map<string | number, number>()

  of(thing: string | number): number {
    const given = this.#given.get(thing) ?? this.#given.size + 1
    this.#given.set(thing, given)
    return given
  }
}

/** Texts in quotation marks, which are doubled within: the words stay as they are, and every reader of CSV knows it. */
function lineOf(cells: readonly (string | number | null)[]): string {
  const written = cells.map(cell => (typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : (cell ?? '')))
  return `${written.join(';')}\n`
}
