import { check, index, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { id, slugColumn } from './columns.ts'
import { documents } from './documents.ts'

/**
 * The words of a document that support an annotation (W3C Web Annotation: TextQuoteSelector and TextPositionSelector).
 *
 * Offsets count Unicode code points; `start` is included, `end` is not. A discontinuous passage keeps its pieces in
 * `selector` as `start-end,start-end`; its `start` and `end` are those of the whole, and `exact` joins the pieces
 * with ` … `.
 */
export const passages = sqliteTable(
  'passages',
  {
    id: id(),
    slug: slugColumn(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    end: integer().notNull(),
    selector: text().notNull(),
    exact: text().notNull(),
  },
  t => [
    check('passages_interval', sql`0 <= ${t.start} and ${t.start} < ${t.end}`),
    check('passages_exact', sql`${t.exact} <> ''`),
    index('passages_by_document').on(t.documentId, t.start, t.end),
  ],
)
