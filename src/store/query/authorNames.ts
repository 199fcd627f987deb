import { foldText } from '../../model/foldText.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { documentAuthors } from '../tables/documents.ts'
import { MOST_CANDIDATES, type NamePart } from './names.ts'
import { folded } from './textComparison.ts'

/** Whether a document may name such an author; of more authors than can be looked through in no time, one may be called so. */
export function isAuthor(
  database: Database,
  name: string,
  { as, isExact }: { as: NamePart; isExact: boolean },
): boolean {
  const authors = sql`(select name from ${documentAuthors} limit ${MOST_CANDIDATES + 1})`
  const [asked, text] = isExact ? [name, sql`name`] : [foldText(name), folded(sql`name`)]
  const fits = {
    WHOLE: sql`${text} = ${asked}`,
    PART: sql`instr(${text}, ${asked}) > 0`,
    START: sql`instr(${text}, ${asked}) = 1`,
  }
  const [found] = database.all<{ count: number; fitting: number | null }>(
    sql`select count(*) as count, sum(${fits[as]}) as fitting from ${authors}`,
  )
  return found === undefined || found.count > MOST_CANDIDATES || (found.fitting ?? 0) > 0
}

/** Names of authors that may be meant: those that begin alike, which an index finds, and as many others. */
export function authorsLike(database: Database, name: string): string[] {
  const start = name.slice(0, 2)
  const rows = database.all<{ name: string }>(sql`
    select name from (select name from ${documentAuthors} where name >= ${start} and name < ${`${start}\u{10ffff}`} limit ${MOST_CANDIDATES})
    union select name from (select name from ${documentAuthors} limit ${MOST_CANDIDATES})`)
  return rows.map(row => row.name)
}
