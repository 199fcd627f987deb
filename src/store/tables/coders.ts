import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { id, slugColumn } from './columns.ts'
import { datasets, imports } from './datasets.ts'

/** Who read a document and wrote its statements down: one coder's reading stands beside another's. */
export const coders = sqliteTable(
  'coders',
  {
    id: id(),
    slug: slugColumn(),
    name: text().notNull(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    importId: integer().references(() => imports.id, { onDelete: 'set null' }),
  },
  t => [index('coders_by_dataset').on(t.datasetId), index('coders_by_import').on(t.importId)],
)
