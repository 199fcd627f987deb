import { integer, sqliteTable, text } from '../engine/drizzle.ts'
import { id } from './columns.ts'

/** What was taken out of the graph on purpose, so that whoever follows its changes learns what went. */
export const removals = sqliteTable('removals', {
  id: id(),
  /** `document` or `dataset`. */
  what: text().notNull(),
  slug: text().notNull(),
  /** The dataset that it belonged to; null for a dossier's document. */
  dataset: text(),
  /** ISO 8601, UTC. */
  at: text().notNull(),
  reason: text(),
  /** How many documents and statements went with it. */
  documents: integer().notNull(),
  statements: integer().notNull(),
})
