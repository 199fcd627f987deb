import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sql } from '../engine/drizzle.ts'
import { documentAuthors } from '../tables/documents.ts'

/** Between authors: “Jane Doe; Joe Roe”. */
const between = sql.raw("'; '")

/** The authors of a document in its order, as one text; null if it names nobody. */
export function authorsOfDocument(documentId: SQLiteColumn): SQL {
  return sql`(select group_concat(a.name, ${between} order by a.position) from ${documentAuthors} a where a.documentId = ${documentId})`
}

/** The documents by the authors of such a text: an index finds those by the first of them, with which it begins. */
export function documentsByAuthors(value: SQL): SQL {
  const names = sql`group_concat(b.name, ${between} order by b.position)`
  return sql`select a.documentId from ${documentAuthors} a
    where a.name between substr(${value}, 1, 1) and ${value} and a.position = 1 and instr(${value}, a.name) = 1
    and (select ${names} from ${documentAuthors} b where b.documentId = a.documentId) = ${value}`
}
