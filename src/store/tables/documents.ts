import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { AgentKind } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, oneOf, ordered, slugColumn, sparse, term } from './columns.ts'
import { datasets, imports } from './datasets.ts'

/** A text that may be unknown, as a text that sorts: drizzle-kit cannot read an index expression with a comma in it. */
export const knownOrEmpty = (column: string) => `case when ${column} is null then '' else ${column} end`

/** A published text (schema.org Article, PROV Entity). What the text does not say of itself, its date too, is null. */
export const documents = sqliteTable(
  'documents',
  {
    id: id(),
    slug: slugColumn(),
    title: text(),
    publisherId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    url: text(),
    language: text().notNull(),
    published: text(),
    publishedEarliest: text(),
    publishedLatest: text(),
    /** SHA-256 of the normalised text, hex. */
    sha256: text().notNull(),
    /** Length of the normalised text in Unicode code points. */
    length: integer().notNull(),
    /** SHA-256 of everything that the import read: the same digest again means there is nothing to do. */
    digest: text().notNull(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    importId: integer().references(() => imports.id, { onDelete: 'set null' }),
    /** The earlier document of the dataset that has nearly the same text. Derived when a dataset is read. */
    repeatOfId: integer().references((): AnySQLiteColumn => documents.id, { onDelete: 'set null' }),
  },
  t => [
    check('documents_sha256', sql`length(${t.sha256}) = 64`),
    check('documents_length', sql`${t.length} > 0`),
    ordered('documents_published', t.publishedEarliest, t.publishedLatest),
    index('documents_by_publisher').on(t.publisherId),
    index('documents_by_dataset').on(t.datasetId),
    index('documents_by_import').on(t.importId),
    index('documents_by_published').on(sql.raw(knownOrEmpty('publishedEarliest'))),
    index('documents_by_latest').on(t.publishedLatest, t.publishedEarliest),
    sparse('documents_by_repeat_of', t.repeatOfId),
    index('documents_by_language').on(t.language),
    index('documents_by_title').on(sql.raw(knownOrEmpty('title'))),
  ],
)

/** Who wrote a document (schema.org author), by the names that its byline or its source gives, in that order. */
export const documentAuthors = sqliteTable(
  'documentAuthors',
  {
    id: id(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    /** From 1. */
    position: integer().notNull(),
    name: text().notNull(),
    kind: term(AgentKind).notNull(),
  },
  t => [
    unique('document_authors_once').on(t.documentId, t.position),
    oneOf('document_authors_kind', t.kind, AgentKind),
    index('document_authors_by_name').on(t.name, t.documentId),
  ],
)

/** The normalised texts, apart from `documents`, so that listing documents does not read them. */
export const documentTexts = sqliteTable('documentTexts', {
  documentId: integer()
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  text: text().notNull(),
})
