import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableColumns, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { documents } from '../tables/documents.ts'
import { passagePlaces } from '../tables/passages.ts'

/**
 * The passages as they are read (W3C Web Annotation: TextQuoteSelector and TextPositionSelector): a view of `passagePlaces`,
 * which adds what follows from the document and from its statements. `selector` is `start-end`, or the pieces of a
 * discontinuous passage; `slug` is the document's, `@` and the selector.
 */
export const passages = sqliteTable('passages', {
  id: integer().primaryKey(),
  slug: text().notNull(),
  documentId: integer()
    .notNull()
    .references(() => documents.id, { onDelete: 'cascade' }),
  start: integer().notNull(),
  end: integer().notNull(),
  selector: text().notNull(),
  exact: text().notNull(),
})

/** Whether a row of the passages has that slug: found by its place, as no index holds the slugs. */
export function isPassageNamed(row: { [Column in 'documentId' | 'start' | 'slug']: SQLiteColumn }, slug: SQL): SQL {
  const beforeSelector = sql`rtrim(${slug}, '0123456789-,')`
  return sql`${row.documentId} = (select d.id from documents d where d.slug = substr(${slug}, 1, length(${beforeSelector}) - 1))
    and ${row.start} = cast(substr(${slug}, length(${beforeSelector}) + 1) as integer) and ${row.slug} = ${slug}`
}

/** The table or view in which the rows of a table are read whole: what foreign keys lead to may hold a part of them alone. */
export function readFrom(table: SQLiteTable): SQLiteTable {
  return table === passagePlaces ? passages : table
}

/** The column by which the rows of a table stand in the order in which they came: a view has no row ids of its own. */
export function rowKey(table: SQLiteTable): 'id' | '_rowid_' {
  return 'id' in getTableColumns(table) ? 'id' : '_rowid_'
}
