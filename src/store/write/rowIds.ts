import type { Database } from '../engine/database.ts'
import { idsNamed } from '../schema/statementParts.ts'

/** The row id of the row with that slug; undefined if there is none. */
export function idOfSlug(database: Database, table: string, slug: string): number | undefined {
  return database.prepare<{ slug: string }[], { id: number }>(idsNamed(table, '@slug')).get({ slug })?.id
}

/** `idOfSlug` for one table, whose statement is prepared once: for whoever looks up many. */
export function slugLookup({ client }: Database, table: string): (slug: string) => number | undefined {
  const statement = client.prepare<{ slug: string }, number>(idsNamed(table, '@slug')).pluck()
  return slug => statement.get({ slug })
}

/** The greatest row id of a table; 0 if it is empty. */
export function lastId(database: Database, table: string): number {
  return database.value<number>(`select coalesce(max(id), 0) from "${table}"`) ?? 0
}
