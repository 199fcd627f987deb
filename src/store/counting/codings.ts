import type { SQL } from 'drizzle-orm'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { opaque } from '../engine/opaque.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { document, statement } from '../schema/entities.ts'
import { passages } from '../schema/passages.ts'
import type { Relation } from '../schema/relations.ts'
import { documents, documentTexts } from '../tables/documents.ts'
import { statements } from '../tables/statements.ts'

/** The roles of an attribution's spans (PARC 3). */
export const SpanRole = {
  SOURCE: 'The words that name the source.',
  CUE: 'The words that link source and content.',
  CONTENT: 'What is said.',
} as const satisfies Vocabulary
export type SpanRole = ValueOf<typeof SpanRole>

/** A document that two coders or more have coded. */
export interface CodedDocument {
  readonly id: number
  readonly text: string
  readonly language: string
}

/** A passage that a coder put in a role, as `start-end,start-end` in code points. */
export interface CodedSpan {
  readonly documentId: number
  readonly coder: number
  readonly role: SpanRole
  readonly selector: string
}

const coded = aliasedTable(statements, 'coded')

/** The documents under a filter whose statements come from two coders or more, by slug: `limit` of them, and how many. */
export function codedTwice(
  database: Database,
  filter: FilterInput | null,
  limit: number,
): { readonly documents: CodedDocument[]; readonly count: number } {
  const compiler = new FilterCompiler()
  const row = compiler.alias(document.table)
  // Row ids begin with 1, and a comparison is found in an index where "is not null" is not; the plus keeps SQLite from
  // walking through the statements of all documents, of which most have no coder, in the order of the groups.
  const from = sql`from ${documents} ${name(row)} where ${row.id} in (
      select ${coded.documentId} from ${statements} coded where ${coded.coderId} > 0
      group by +${coded.documentId} having count(distinct ${coded.coderId}) > 1)
    and ${compiler.condition(document, row, filter)}`
  const found = database.all<CodedDocument>(sql`
    select ids.id, ids.language, t.text from (select ${row.id} as id, ${row.language} as language, ${row.slug} as slug ${from}
      order by ${row.slug} limit ${opaque(limit)}) ids
    join ${documentTexts} t on t.documentId = ids.id order by ids.slug`)
  const [counted] = database.all<{ count: number }>(sql`select count(*) as count ${from}`)
  return { documents: found, count: counted?.count ?? 0 }
}

/** What every coder marked in the documents, role by role. */
export function codedSpans(database: Database, documentIds: readonly number[]): CodedSpan[] {
  const ids = eachOf(documentIds)
  const marked = (role: SpanRole, key: SQL) => sql`
    select ${coded.documentId} as documentId, ${coded.coderId} as coder, ${role} as role, p.selector as selector
    from ${statements} coded join ${passages} p on p.id = ${key}
    where ${coded.documentId} in (${ids}) and ${coded.coderId} is not null`
  return database.all<CodedSpan>(sql`
    ${marked('SOURCE', sql`${coded.sourceId}`)} union all ${marked('CUE', sql`${coded.cueId}`)}
    union all ${marked('CONTENT', sql`${coded.contentId}`)}`)
}

/** From two coders to their statements in the documents that both coded; the parent is the JSON of their row ids. */
export const pairStatements: Relation<typeof statements, 'POSITION'> = {
  name: 'pairStatements',
  target: statement,
  where: (parent, row) => {
    const by = (index: SQL) => sql`${row.documentId} in (
      select ${coded.documentId} from ${statements} coded where ${coded.coderId} = ${parent} ->> ${index})`
    return sql`${row.coderId} in (select value from json_each(${parent})) and ${by(sql`0`)} and ${by(sql`1`)}`
  },
}
