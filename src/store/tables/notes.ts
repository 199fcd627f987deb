import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { id, slugColumn } from './columns.ts'
import { documents } from './documents.ts'

/**
 * What a curator notes about an annotation of a document: why it is coded so, and not otherwise.
 *
 * `aboutTable` and `aboutId` are its row, in any table of the graph; no foreign key can say so. It goes with its document.
 */
export const notes = sqliteTable(
  'notes',
  {
    id: id(),
    slug: slugColumn(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    aboutTable: text().notNull(),
    aboutId: integer().notNull(),
    text: text().notNull(),
  },
  t => [
    index('notes_by_document').on(t.documentId),
    // The notes about one annotation.
    index('notes_by_about').on(t.aboutTable, t.aboutId),
  ],
)
