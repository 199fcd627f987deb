import type { SQL } from 'drizzle-orm'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { unseen } from '../engine/parameter.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { document, statement } from '../schema/entities.ts'
import { agents } from '../tables/agents.ts'
import { passages } from '../tables/passages.ts'
import { countMarks, highlighted } from './marks.ts'

/** In which texts a concordance looks. */
export const ConcordanceScope = {
  STATEMENTS: 'The words of statements. Those of a statement that another one reports stand in both.',
  DOCUMENTS: 'The whole texts of documents, whether a statement covers them or not.',
} as const satisfies Vocabulary
export type ConcordanceScope = ValueOf<typeof ConcordanceScope>

/** What a concordance is of: an FTS5 expression, and the texts that it looks in. */
export interface ConcordanceSource {
  readonly expression: string
  readonly scope: ConcordanceScope
  readonly filter: FilterInput | null | undefined
  readonly documentFilter: FilterInput | null | undefined
}

/** A text in which the term stands, with its matches marked. */
export interface MarkedText {
  /** The row id of the statement, or of the document. */
  readonly id: number
  readonly documentId: number
  /** Where it begins in the document, in code points. */
  readonly start: number
  /** The name of the speaker; '' if there is none. */
  readonly speaker: string
  /** The pieces of the document that it is. */
  readonly selector: string
  readonly marked: string
}

/** Which texts to read: in which order, which way, from the text of a cursor on, and how many. */
export interface TextStretch {
  readonly bySpeaker: boolean
  readonly backward: boolean
  /** The keys of the text to begin with, which is read as well: [speaker,] documentId, start, id. */
  readonly from: readonly (string | number)[] | null
  readonly limit: number
}

/** The texts in which the term stands. They are found and sorted first; then the words of those that are kept are read. */
export function readTexts(database: Database, source: ConcordanceSource, asked: TextStretch): MarkedText[] {
  const { bySpeaker, backward, from, limit } = asked
  const { index, expression, words, text, selector, matches } = textsOf(source)
  const keys = [...(bySpeaker ? ['speaker'] : []), 'documentId', 'start', 'id'].map(key => sql.raw(key))
  const direction = sql.raw(backward ? 'desc' : 'asc')
  const sorted = listOf(keys.map(key => sql`${key} ${direction}`))
  const begin =
    from === null
      ? sql`true`
      : sql`(${listOf(keys)}) ${sql.raw(backward ? '<=' : '>=')} (${listOf(from.map(key => sql`${key}`))})`
  return database.all<MarkedText>(sql`
    with kept as materialized (
      select * from (select ${text} ${matches}) where ${begin} order by ${sorted} limit ${unseen(limit)})
    select kept.*, ${selector} as selector, ${words} as marked
    from ${sql.identifier(index)}(${expression}) found cross join kept on kept.id = +found.rowid
    order by ${sorted}`)
}

/** How often the term stands in the texts. */
export function countMatches(database: Database, source: ConcordanceSource): number {
  const { words, matches } = textsOf(source)
  const [row] = database.all<{ count: number | null }>(sql`
    with found as materialized (select ${words} as marked ${matches})
    select sum(${countMarks(sql.raw('marked'))}) as count from found`)
  return row?.count ?? 0
}

/** The SQL of the texts of a scope. */
interface Texts {
  readonly index: string
  readonly expression: string
  /** The text with its matches marked. */
  readonly words: SQL
  /** What of a text is sorted by. */
  readonly text: SQL
  /** The pieces of the document that a kept text is. */
  readonly selector: SQL
  /** From where, and which. */
  readonly matches: SQL
}

function textsOf({ scope, expression, filter, documentFilter }: ConcordanceSource): Texts {
  const compiler = new FilterCompiler()
  const inDocument = compiler.alias(document.table)
  const ofDocument = compiler.condition(document, inDocument, documentFilter, { path: 'documentFilter', hangs: true })
  if (scope === 'DOCUMENTS') {
    const index = 'documentSearch'
    const inText = `{text} : (${expression})`
    return {
      index,
      expression: inText,
      words: highlighted(index, 1),
      text: sql`${inDocument.id} as id, ${inDocument.id} as documentId, 0 as start, '' as speaker`,
      selector: sql`(select '0-' || d.length from ${document.table} d where d.id = kept.id)`,
      matches: sql`from ${sql.identifier(index)}(${inText}) found
        cross join ${document.table} ${name(inDocument)} on ${inDocument.id} = found.rowid where ${ofDocument}`,
    }
  }
  const index = 'statementSearch'
  const row = compiler.alias(statement.table)
  const ofStatement = compiler.condition(statement, row, filter, { path: 'filter', hangs: true })
  const speaker = sql`case when ${agents.name} is null then '' else ${agents.name} end`
  return {
    index,
    expression,
    words: highlighted(index, 0),
    text: sql`${row.id} as id, ${row.documentId} as documentId, ${row.start} as start, ${speaker} as speaker`,
    selector: sql`(select p.selector from ${statement.table} s join ${passages} p on p.id = s.contentId where s.id = kept.id)`,
    matches: sql`from ${sql.identifier(index)}(${expression}) found
      cross join ${statement.table} ${name(row)} on ${row.id} = found.rowid
      left join ${agents} on ${agents.id} = ${row.speakerId}
      where ${ofStatement} and ${
        documentFilter
          ? sql`exists (select 1 from ${document.table} ${name(inDocument)} where ${inDocument.id} = ${row.documentId} and ${ofDocument})`
          : sql`true`
      }`,
  }
}

function listOf(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `)
}
