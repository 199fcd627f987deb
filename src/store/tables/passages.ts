import { check, index, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { id } from './columns.ts'
import { documents } from './documents.ts'

/**
 * Where the words of a document stand that support an annotation (W3C Web Annotation: TextPositionSelector). Most rows of a
 * graph are of this table, and so it holds what nothing else does. What is read is the view `passages` (schema/passages.ts).
 *
 * Offsets count Unicode code points; `start` is included, `end` is not. A discontinuous passage has its `pieces`, as
 * `start-end,start-end`; its `start` and `end` are those of the whole, and `exact` joins the pieces with ` … `.
 */
export const passagePlaces = sqliteTable(
  'passagePlaces',
  {
    id: id(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    end: integer().notNull(),
    pieces: text(),
    /** Its words, so that the text of the document need not be read; null where they are those of the statement of which it is the content. */
    exact: text(),
  },
  t => [
    check('passages_interval', sql`0 <= ${t.start} and ${t.start} < ${t.end}`),
    check('passages_exact', sql`${t.exact} <> '' and (${t.pieces} is null or ${t.exact} is not null)`),
    index('passages_by_document').on(t.documentId, t.start, t.end),
  ],
)
