import type { SQL } from 'drizzle-orm'
import type { SoughtWords } from '../../model/textMatches.ts'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import type { PageSlice } from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { opaque } from '../engine/opaque.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { rowOfCursor } from '../query/listCursor.ts'
import { document, statement } from '../schema/entities.ts'
import { passages } from '../schema/passages.ts'
import { agents } from '../tables/agents.ts'
import { isWithin, nestedStatements } from './nestedStatements.ts'
import { type SearchIndex, type SearchType, searchIndexes } from './searchIndexes.ts'
import { placesOverCap } from './searchWeight.ts'
import { countInIndex } from './termCounts.ts'

/** In which texts a concordance looks. */
export const ConcordanceScope = {
  STATEMENTS: 'The words of statements. Where one stands inside another, the outer one has the line.',
  DOCUMENTS: 'The whole texts of documents, whether a statement covers them or not.',
} as const satisfies Vocabulary
export type ConcordanceScope = ValueOf<typeof ConcordanceScope>

/** By which index the texts of a scope are found. */
const indexes = { STATEMENTS: 'STATEMENT', DOCUMENTS: 'DOCUMENT' } as const satisfies Record<
  ConcordanceScope,
  SearchType
>

/** What a concordance is of: an FTS5 expression, and the texts that it looks in. */
export interface ConcordanceSource {
  readonly expression: string
  /** What is marked in the texts that are found, as JSON. */
  readonly words: string
  /** The same. */
  readonly sought: readonly SoughtWords[]
  readonly scope: ConcordanceScope
  readonly filter: FilterInput | null | undefined
  readonly documentFilter: FilterInput | null | undefined
}

/** A text in which the term stands, with its matches marked. */
export interface MarkedText {
  /** The row id of the statement, or of the document. */
  readonly id: number
  readonly slug: string
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
  const { of, text, selector, matches } = isWalked(database, source, asked)
    ? walkedTexts(database, source)
    : textsOf(database, source)
  const keys = [...(bySpeaker ? ['speaker'] : []), 'documentId', 'start', 'id'].map(key => sql.raw(key))
  const direction = sql.raw(backward ? 'desc' : 'asc')
  const sorted = listOf(keys.map(key => sql`${key} ${direction}`))
  const begin =
    from === null
      ? sql`true`
      : sql`(${listOf(keys)}) ${sql.raw(backward ? '<=' : '>=')} (${listOf(from.map(key => sql`${key}`))})`
  return database.all<MarkedText>(sql`
    with kept as materialized (
      select * from (select ${text} ${matches}) where ${begin} order by ${sorted} limit ${opaque(limit)})
    select kept.*, ${selector} as selector, ${of('marked_matches', 'kept.id')} as marked
    from kept order by ${sorted}`)
}

/**
 * The keys of the text that a cursor names by its slug: documentId, start, id.
 *
 * @throws Failure BAD_CURSOR where it is no more
 */
export function keysOfText(
  database: Database,
  scope: ConcordanceScope,
  slug: string | number,
  asked: PageSlice,
): number[] {
  const id = rowOfCursor(database, scope === 'DOCUMENTS' ? document : statement, slug, asked)
  if (scope === 'DOCUMENTS') return [id, 0, id]
  const { documentId, start } = statement.table
  const [row] = database.all<{ documentId: number; start: number }>(
    sql`select ${documentId} as documentId, ${start} as start from ${statement.table} where ${statement.table.id} = ${id}`,
  )
  return [row?.documentId ?? 0, row?.start ?? 0, id]
}

/**
 * Whether statements are walked in their order, and looked up among those in which the term stands: of a common word the first are
 * found after a few. To find all and sort them takes a second among a million.
 */
function isWalked(database: Database, source: ConcordanceSource, { bySpeaker }: TextStretch): boolean {
  const { scope, filter, documentFilter, expression } = source
  if (scope !== 'STATEMENTS' || bySpeaker || filter || documentFilter) return false
  return placesOverCap(database, ['STATEMENT'], expression).length > 0
}

/** How often the term stands in the texts. */
export function countMatches(database: Database, source: ConcordanceSource): number {
  const { scope, sought, filter, documentFilter } = source
  const inIndex = filter || documentFilter ? null : countInIndex(database, searchIndexes[indexes[scope]], sought)
  if (inIndex !== null) return scope === 'DOCUMENTS' ? inIndex : inIndex - countNested(database, source)
  const { of, id, matches } = textsOf(database, source)
  // No more than the id of each: there may be very many.
  const [row] = database.all<{ count: number | null }>(sql`
    with found as materialized (select ${id} as id ${matches})
    select sum(${of('count_matches', 'found.id')}) as count from found`)
  return row?.count ?? 0
}

/** How often the term stands in statements that have no lines of their own. */
function countNested(database: Database, { expression, words }: ConcordanceSource): number {
  const nested = nestedStatements(database)
  if (nested.length === 0) return 0
  const matches = ofText(searchIndexes.STATEMENT, 'count_matches', 'found.rowid', words)
  // The plus has the found ones looked up among the nested, not the other way about.
  const [row] = database.all<{ count: number }>(sql`
    select total(${matches}) as count from statementSearch(${expression}) found
    where +found.rowid in (${eachOf(nested)})`)
  return row?.count ?? 0
}

/** The SQL of the texts of a scope. */
interface Texts {
  /** What a function makes of the text with an id, and of what is looked for in it. */
  readonly of: (called: string, id: string) => SQL
  readonly id: SQL
  /** What of a text is sorted by. */
  readonly text: SQL
  /** The pieces of the document that a kept text is. */
  readonly selector: SQL
  /** From where, and which. */
  readonly matches: SQL
}

function textsOf(database: Database, { scope, expression, words, filter, documentFilter }: ConcordanceSource): Texts {
  const compiler = new FilterCompiler()
  const inDocument = compiler.alias(document.table)
  const ofDocument = compiler.condition(document, inDocument, documentFilter, {
    path: 'documentFilter',
    isCorrelated: true,
  })
  if (scope === 'DOCUMENTS') {
    const inText = `{text stems} : (${expression})`
    return {
      of: (called, id) => ofText(searchIndexes.DOCUMENT, called, id, words),
      id: sql`${inDocument.id}`,
      text: sql`${inDocument.id} as id, ${inDocument.slug} as slug, ${inDocument.id} as documentId, 0 as start, '' as speaker`,
      selector: sql`(select '0-' || d.length from ${document.table} d where d.id = kept.id)`,
      matches: sql`from documentSearch(${inText}) found
        cross join ${document.table} ${name(inDocument)} on ${inDocument.id} = found.rowid where ${ofDocument}`,
    }
  }
  const row = compiler.alias(statement.table)
  const around = compiler.alias(statement.table)
  const meets = (each: typeof row) =>
    compiler.condition(statement, each, filter, { path: 'filter', isCorrelated: true })
  const within = isWithin(row, around, meets(around))
  const isCommon = placesOverCap(database, ['STATEMENT'], expression).length > 0
  return {
    of: (called, id) => ofText(searchIndexes.STATEMENT, called, id, words),
    id: sql`${row.id}`,
    text: sql`${row.id} as id, ${row.slug} as slug, ${row.documentId} as documentId, ${row.start} as start,
      case when ${agents.name} is null then '' else ${agents.name} end as speaker`,
    selector: sql`(select p.selector from ${statement.table} s join ${passages} p on p.id = s.contentId where s.id = kept.id)`,
    matches: sql`from statementSearch(${expression}) found
      cross join ${statement.table} ${name(row)} on ${row.id} = found.rowid
      left join ${agents} on ${agents.id} = ${row.speakerId}
      where ${meets(row)} and ${
        documentFilter
          ? sql`exists (select 1 from ${document.table} ${name(inDocument)} where ${inDocument.id} = ${row.documentId} and ${ofDocument})`
          : sql`true`
      } and not (${isCommon ? sql`+${row.id} in (${eachOf(nestedStatements(database))}) and ${within}` : within})`,
  }
}

/** `textsOf` statements, whatever they are, in the order of an index. */
function walkedTexts(database: Database, source: ConcordanceSource): Texts {
  const { table } = statement
  const { id, slug, documentId, start } = table
  return {
    ...textsOf(database, source),
    text: sql`${id} as id, ${slug} as slug, ${documentId} as documentId, ${start} as start, '' as speaker`,
    matches: sql`from ${table} where exists (
        select 1 from statementSearch(${source.expression}) found where found.rowid = ${id})
      and not ${isWithin(table, new FilterCompiler().alias(table), sql`true`)}`,
  }
}

function ofText({ content }: SearchIndex, called: string, id: string, words: string): SQL {
  return sql`(select ${sql.raw(called)}(c.text, c.language, ${words}) from ${sql.identifier(content)} c where c.id = ${sql.raw(id)})`
}

function listOf(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `)
}
