import { once } from '../../../model/once.ts'
import type { SpanRecord } from '../../../model/records/fields.ts'
import { fragmentsOf, selectorOf } from '../../../model/selector.ts'
import type { QuotationSpan, Span } from '../../../model/span.ts'
import { CodePoints } from '../../../model/text.ts'
import type { Quotation, Voice } from '../../../model/vocabulary.ts'
import type { Worded } from '../../../model/wording.ts'
import { findNumbers, findQuotations, type NumberMention, quotedSpans } from '../../../reading/index.ts'
import type { Database } from '../../engine/database.ts'
import { passagePlaces } from '../../tables/passages.ts'
import type { Inserts } from '../inserts.ts'
import type { RecordNames } from './names.ts'
import { PlacedTimes } from './placedTimes.ts'
import { refuseRecord } from './refused.ts'

/** A document to which annotations are being written. */
export interface OpenDocument {
  readonly id: number
  readonly slug: string
  readonly text: CodePoints
  readonly language: string
  readonly datasetId: number | null
  /** These are found when they are asked for first. */
  readonly quotations: () => readonly QuotationSpan[]
  readonly numbers: () => readonly NumberMention[]
  /** What stands inside the outermost of the quotations. */
  readonly quoted: () => readonly Span[]
  readonly passages: Map<string, number>
  readonly times: () => PlacedTimes
  /** Those of its statements that others are reported inside of. */
  readonly statements: Map<number, Worded>
  /** Whether all of its passages are in `passages`: those of a document that was read back may be in the table alone. */
  readonly isNew: boolean
}

/** What is known of a document as it is opened. */
type Opened = Pick<OpenDocument, 'id' | 'slug' | 'language' | 'datasetId' | 'isNew'>

/** Whose records are written: they stand in documents of that dataset, or in those that the same import brought. */
interface Owner {
  readonly datasetId: number | null
  readonly importId: number | null
}

const MOST_OPEN = 16

/** The documents to which annotations come, and their passages. */
export class OpenDocuments {
  readonly #database: Database
  readonly #owner: Owner
  readonly #rows: Inserts
  readonly #names: RecordNames
  readonly #open = new Map<string, OpenDocument>()

  constructor(database: Database, owner: Owner, rows: Inserts, names: RecordNames) {
    this.#database = database
    this.#owner = owner
    this.#rows = rows
    this.#names = names
  }

  /** @throws RecordRefused UNKNOWN_REFERENCE if there is none of that name in the dataset; DEPENDENT if it was refused */
  of(slug: string): OpenDocument {
    this.#names.expectTaken('document', slug)
    const open = this.#open.get(slug)
    if (open) return open
    const stored = this.#database
      .prepare<[string], Omit<Opened, 'slug' | 'isNew'> & { text: string; importId: number | null }>(
        `select d.id, t.text, d.language, d.datasetId, d.importId from documents d join documentTexts t on t.documentId = d.id
         where d.slug = ?`,
      )
      .get(slug)
    const isOurs = stored?.importId != null && stored.importId === this.#owner.importId
    // A dossier, which is not an import, may quote any document for a relation between two.
    const isOfDossier = this.#owner.importId === null
    if (stored === undefined || !(isOurs || isOfDossier || stored.datasetId === this.#owner.datasetId)) {
      refuseRecord('UNKNOWN_REFERENCE', `there is no document ${slug}`)
    }
    const { id, text, language, datasetId } = stored
    return this.open({ id, slug, language, datasetId, isNew: false }, text)
  }

  open(opened: Opened, text: string): OpenDocument {
    const { id, slug, language, isNew } = opened
    if (this.#open.size >= MOST_OPEN) {
      const [oldest] = this.#open.keys()
      if (oldest !== undefined) this.#open.delete(oldest)
    }
    const quotations = once(() => findQuotations(text, language))
    const document = {
      ...opened,
      text: new CodePoints(text),
      quotations,
      numbers: once(() => findNumbers(text, language)),
      quoted: once(() => quotedSpans(quotations())),
      passages: new Map(),
      times: once(() => (isNew ? new PlacedTimes() : this.#timesOf(id, text))),
      statements: new Map(),
    }
    this.#open.set(slug, document)
    return document
  }

  #timesOf(documentId: number, text: string): PlacedTimes {
    const points = new CodePoints(text)
    const times = new PlacedTimes()
    const rows = this.#database
      .prepare<[number], { id: number; selector: string }>(
        'select t.id, p.selector from timeExpressions t join passages p on p.id = t.passageId where t.documentId = ?',
      )
      .all(documentId)
    for (const { id, selector } of rows) times.add(id, spansOf(selector, points))
    return times
  }

  /** The row id of the passage at a span. That of a statement's content leaves its words to the statement, if they are one piece. */
  passage(document: OpenDocument, { at, exact }: SpanRecord, { isContent = false } = {}): number {
    const selector = selectorOf(at)
    const known = document.passages.get(selector)
    if (known !== undefined) return known
    const start = at[0]?.[0] ?? 0
    const end = at.at(-1)?.[1] ?? 0
    const stored = document.isNew
      ? undefined
      : this.#database.value<number>(
          'select id from passages where documentId = ? and start = ? and end = ? and selector = ?',
          ...[document.id, start, end, selector],
        )
    const pieces = at.length > 1 ? selector : null
    const words = isContent && pieces === null ? null : exact
    const place = { documentId: document.id, start, end, pieces, exact: words }
    const id = stored ?? this.#rows.insert(passagePlaces, place)
    // 0 is a passage that is only compared, and does not stand.
    if (id > 0) document.passages.set(selector, id)
    return id
  }

  passageOrNull(document: OpenDocument, span: SpanRecord | undefined): number | null {
    return span === undefined ? null : this.passage(document, span)
  }

  /** What is known of a statement of the document by its row id, with those around it. */
  statement(document: OpenDocument, id: number | null): Worded | null {
    if (id === null) return null
    const known = document.statements.get(id)
    if (known) return known
    const stored = this.#database
      .prepare<
        [number],
        {
          quotation: Quotation | null
          voice: Voice
          cueWords: string | null
          selector: string
          reportedInId: number | null
        }
      >(
        `select s.quotation, s.voice, s.cueWords, p.selector, s.reportedInId
         from statements s join passages p on p.id = s.contentId where s.id = ?`,
      )
      .get(id)
    if (stored === undefined) return null
    const { quotation, voice, cueWords, selector, reportedInId } = stored
    const content = spansOf(selector, document.text)
    const statement = { quotation, voice, cueWords, content, around: this.statement(document, reportedInId) }
    document.statements.set(id, statement)
    return statement
  }
}

/** @throws RecordRefused NOT_VERBATIM if the words of a span do not stand at its offsets, its pieces in text order */
export function expectVerbatim(document: OpenDocument, span: SpanRecord | undefined): void {
  if (span === undefined || standsThere(span, document.text)) return
  refuseRecord('NOT_VERBATIM', `“${span.exact.slice(0, 80)}” does not stand at ${selectorOf(span.at)}`)
}

function standsThere({ at, exact }: SpanRecord, text: CodePoints): boolean {
  const [first] = at
  if (first && at.length === 1) {
    const [start, end] = first
    return start < end && end <= text.length && text.slice(start, end) === exact
  }
  let from = 0
  const pieces: string[] = []
  for (const [start, end] of at) {
    if (start < from || end <= start || end > text.length) return false
    pieces.push(text.slice(start, end))
    from = end
  }
  return pieces.join(' … ') === exact
}

/** The pieces of a span, in UTF-16 indices of the text. */
export function piecesOf({ at }: SpanRecord, { text }: OpenDocument): Span[] {
  return at.map(([start, end]) => ({ start: text.toUtf16(start), end: text.toUtf16(end) }))
}

function spansOf(selector: string, points: CodePoints): Span[] {
  return fragmentsOf(selector).map(({ start, end }) => ({ start: points.toUtf16(start), end: points.toUtf16(end) }))
}
