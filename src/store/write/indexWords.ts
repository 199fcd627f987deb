import type { Reported } from '../../model/ownWords.ts'
import { fragmentsOf } from '../../model/selector.ts'
import type { QuotationSpan } from '../../model/span.ts'
import { statementWords } from '../../model/statementWords.ts'
import { CodePoints } from '../../model/text.ts'
import type { Quotation } from '../../model/vocabulary.ts'
import { findQuotations } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'

interface StatementRow {
  readonly id: number
  readonly quotation: Quotation | null
  readonly reportedInId: number | null
  readonly selector: string
}

/** Derives the words of every statement of a document that has none yet, within the transaction that is open. */
export function indexWords(database: Database, documentId: number): void {
  const document = database
    .prepare<[number], { text: string; language: string }>(
      'select text, language from documents join documentTexts on documentId = id where id = ?',
    )
    .get(documentId)
  if (document === undefined) return
  const rows = database
    .prepare<[number], StatementRow>(
      `select s.id, s.quotation, s.reportedInId, p.selector from statements s join passages p on p.id = s.contentId
       where s.documentId = ? and not exists (select 1 from statementWords w where w.statementId = s.id)`,
    )
    .all(documentId)
  const insert = database.prepare<[number, string | null, string | null]>(
    'insert into statementWords (statementId, own, whole) values (?, ?, ?)',
  )

  const { text, language } = document
  const points = new CodePoints(text)
  const reported = new ReportedStatements(rows, points)
  let found: readonly QuotationSpan[] | null = null
  const quotations = () => {
    found ??= findQuotations(text, language)
    return found
  }
  for (const { id } of rows) {
    const statement = reported.of(id)
    if (statement === null) continue
    const { own, whole } = statementWords(statement, text, language, quotations)
    insert.run(id, own, whole)
  }
}

/** The statements of one document, each with the one around it. */
class ReportedStatements {
  readonly #rows: ReadonlyMap<number, StatementRow>
  readonly #points: CodePoints
  readonly #known = new Map<number, Reported>()

  constructor(rows: readonly StatementRow[], points: CodePoints) {
    this.#rows = new Map(rows.map(row => [row.id, row]))
    this.#points = points
  }

  of(id: number | null): Reported | null {
    const row = id === null ? undefined : this.#rows.get(id)
    if (row === undefined) return null
    const known = this.#known.get(row.id)
    if (known) return known
    const content = fragmentsOf(row.selector).map(({ start, end }) => ({
      start: this.#points.toUtf16(start),
      end: this.#points.toUtf16(end),
    }))
    const statement = { quotation: row.quotation, content, around: this.of(row.reportedInId) }
    this.#known.set(row.id, statement)
    return statement
  }
}
