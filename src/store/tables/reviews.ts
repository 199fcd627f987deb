import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, slugColumn } from './columns.ts'
import { datasets } from './datasets.ts'
import { statements } from './statements.ts'

/** What an agent published about a statement (schema.org ClaimReview). The rating is theirs, in their words. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: id(),
    slug: slugColumn(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    authorId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: 'restrict' }),
    rating: text().notNull(),
    url: text(),
    title: text(),
    /** When it was published (EDTF), and the first and last day that this covers. */
    published: text(),
    publishedEarliest: text(),
    publishedLatest: text(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
  },
  t => [
    index('reviews_by_statement').on(t.statementId),
    index('reviews_by_author').on(t.authorId),
    index('reviews_by_rating').on(t.rating),
    index('reviews_by_dataset').on(t.datasetId),
  ],
)
