import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { documentAuthors } from '../tables/documents.ts'
import { fits, MOST_CANDIDATES, type NameComparison, namesLike } from './names.ts'

/** Whether a document may name such an author; of more authors than can be looked through in no time, one may be called so. */
export function isAuthor(database: Database, name: string, comparison: NameComparison): boolean {
  const authors = sql`(select name from ${documentAuthors} limit ${MOST_CANDIDATES + 1})`
  const [found] = database.all<{ count: number; fitting: number | null }>(
    sql`select count(*) as count, sum(${fits(sql`name`, name, comparison)}) as fitting from ${authors}`,
  )
  return found === undefined || found.count > MOST_CANDIDATES || (found.fitting ?? 0) > 0
}

/** Names of authors that may be meant. */
export function authorsLike(database: Database, name: string): string[] {
  return namesLike(database, { entity: { table: documentAuthors }, column: 'name' }, name)
}
