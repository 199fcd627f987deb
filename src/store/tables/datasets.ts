import { index, integer, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, slugColumn } from './columns.ts'

/** A corpus that was imported (schema.org Dataset), with its licence and version in the words of its source. */
export const datasets = sqliteTable('datasets', {
  id: id(),
  slug: slugColumn(),
  name: text().notNull(),
  /** The format by which it was read. */
  format: text().notNull(),
  licence: text(),
  version: text(),
  url: text(),
  /** The language of its texts (BCP 47), if it is one and the dataset says so. */
  language: text(),
  /** When a source of it was last written: ISO 8601, UTC. */
  importedAt: text().notNull(),
  /** The version of the rules by which its speakers were read; null where they were not since a source came. */
  speakersRead: text(),
  /** The version of the rules by which its quantities and times were read; null where they were not. */
  numbersRead: text(),
  /** The version of the rules by which its repeated documents and codings were found; null where they were not. */
  repeatsRead: text(),
})

/** One source of a dataset, a file or a folder, that was written in one transaction. */
export const imports = sqliteTable(
  'imports',
  {
    id: id(),
    datasetId: integer()
      .notNull()
      .references(() => datasets.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** SHA-256 of everything that the import read and of how it was asked to read it. */
    digest: text().notNull(),
    importedAt: text().notNull(),
    /** SHA-256 of the path that it was read from: another file of the same name is another source. */
    origin: text(),
  },
  t => [unique('imports_once').on(t.datasetId, t.name)],
)

/** How many records of a kind a source gave (`kind`), or how many were refused and why (`reason`). */
export const importCounts = sqliteTable(
  'importCounts',
  {
    id: id(),
    importId: integer()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    datasetId: integer()
      .notNull()
      .references(() => datasets.id, { onDelete: 'cascade' }),
    kind: text(),
    reason: text(),
    count: integer().notNull(),
  },
  t => [index('import_counts_by_dataset').on(t.datasetId), index('import_counts_by_import').on(t.importId)],
)
