import { fragmentsOf } from '../../model/selector.ts'
import type { QuotationSpan, Span } from '../../model/span.ts'
import { CodePoints } from '../../model/text.ts'
import type { Quotation, Voice, Wording } from '../../model/vocabulary.ts'
import { type QuotedSpan, type QuotedText, quotedStretches, type Worded, wordingOf } from '../../model/wording.ts'
import { findQuotations } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'

interface StatementRow {
  readonly id: number
  readonly quotation: Quotation | null
  readonly voice: Voice
  readonly cueWords: string | null
  readonly reportedInId: number | null
  readonly selector: string
}

/** A stored document's text with its quotations and its statements, each with the one around it: whose words stand where. */
export class DocumentWords implements QuotedText {
  readonly text: string
  readonly language: string
  readonly #points: CodePoints
  readonly #rows: ReadonlyMap<number, StatementRow>
  readonly #known = new Map<number, Worded>()
  #quotations: readonly QuotationSpan[] | null = null

  private constructor(text: string, language: string, rows: readonly StatementRow[]) {
    this.text = text
    this.language = language
    this.#points = new CodePoints(text)
    this.#rows = new Map(rows.map(row => [row.id, row]))
  }

  /** Null if there is no such document. */
  static read(database: Database, documentId: number): DocumentWords | null {
    const document = database
      .prepare<[number], { text: string; language: string }>(
        'select text, language from documents join documentTexts on documentId = id where id = ?',
      )
      .get(documentId)
    if (document === undefined) return null
    const rows = database
      .prepare<[number], StatementRow>(
        `select s.id, s.quotation, s.voice, s.cueWords, s.reportedInId, p.selector
         from statements s join passages p on p.id = s.contentId where s.documentId = ?`,
      )
      .all(documentId)
    return new DocumentWords(document.text, document.language, rows)
  }

  /** The statements, by row id. */
  get statementIds(): Iterable<number> {
    return this.#rows.keys()
  }

  /** Found when somebody asks for them first. */
  readonly quotations = (): readonly QuotationSpan[] => {
    this.#quotations ??= findQuotations(this.text, this.language)
    return this.#quotations
  }

  statement(id: number | null): Worded | null {
    const row = id === null ? undefined : this.#rows.get(id)
    if (row === undefined) return null
    const known = this.#known.get(row.id)
    if (known) return known
    const { quotation, voice, cueWords } = row
    const around = this.statement(row.reportedInId)
    const statement = { quotation, voice, cueWords, content: this.spansOf(row.selector), around }
    this.#known.set(row.id, statement)
    return statement
  }

  /** The stretches of a statement that are its speaker's own words, or may be, in code points, with those words. */
  ownWords(id: number): (QuotedSpan & { readonly exact: string })[] {
    const statement = this.statement(id)
    if (statement === null) return []
    return quotedStretches(statement, this).map(({ start, end, wording }) => ({
      start: this.#points.toCodePoint(start),
      end: this.#points.toCodePoint(end),
      exact: this.text.slice(start, end),
      wording,
    }))
  }

  /** Whose words a stretch of a statement is, in code points. */
  wordingAt(id: number, { start, end }: Span): Wording | null {
    const statement = this.statement(id)
    if (statement === null) return null
    return wordingOf([{ start: this.#points.toUtf16(start), end: this.#points.toUtf16(end) }], statement, this)
  }

  /** The pieces of a passage, in UTF-16 indices of the text. */
  spansOf(selector: string): Span[] {
    return fragmentsOf(selector).map(({ start, end }) => ({
      start: this.#points.toUtf16(start),
      end: this.#points.toUtf16(end),
    }))
  }
}
