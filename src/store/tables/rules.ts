import { sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, slugColumn } from './columns.ts'

/** A rule by which Dixit reads by itself, in one of its versions: what it read is AUTOMATIC, and leads here. */
export const rules = sqliteTable(
  'rules',
  {
    id: id(),
    slug: slugColumn(),
    name: text().notNull(),
    version: text().notNull(),
    meaning: text().notNull(),
  },
  t => [unique('rules_once').on(t.name, t.version)],
)
