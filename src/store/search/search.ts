import type { Placeholder, SQL } from 'drizzle-orm'
import { readSearchQuery } from '../../model/searchQuery.ts'
import { valuesOf } from '../../model/vocabulary.ts'
import { type Page, pageOf, readCursor, type StretchRequest, stretch, writeCursor } from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { unseen } from '../engine/parameter.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { checkLength, matchAll, matchParts } from '../query/searchMatch.ts'
import { readMarks, snippetOf, type TextFragment } from './marks.ts'
import { SearchType, searchIndexes } from './searchIndexes.ts'
import { type Weighed, weighedOf } from './searchWeight.ts'

/** How many words a snippet has at most; FTS5 allows 64. */
export const snippetWords = 32

/** What is searched where nothing is asked: the words of statements are passages too, and would be found twice. */
const defaultTypes = valuesOf(SearchType).filter(type => type !== 'PASSAGE')

type Filters = { readonly [Type in SearchType]?: FilterInput | null | undefined }

export interface SearchRequest extends StretchRequest {
  readonly query: string
  /** All but passages, if there are none. */
  readonly types?: readonly SearchType[] | null | undefined
  /** Which nodes of each type can be found; of those without a filter, all. */
  readonly filters: Filters
}

/** What was searched for: made once for a request, for all that is asked about its hits. */
export interface Search {
  readonly expression: string
  readonly weighed: Weighed
  readonly types: readonly SearchType[]
  readonly filters: Filters
}

/** A node that was found: by its type and row id. A higher score is a better match. */
export interface Hit {
  readonly type: SearchType
  readonly id: number
  readonly score: number
}

/**
 * Reads what is searched for.
 *
 * @throws Failure SEARCH_TOO_LONG
 */
export function prepareSearch(
  database: Database,
  { query, types: asked, filters }: Pick<SearchRequest, 'query' | 'types' | 'filters'>,
): Search {
  checkLength(query, 'query')
  const parts = matchParts(database, readSearchQuery(query))
  const types = searchedTypes(asked)
  return { expression: matchAll(parts), weighed: weighedOf(database, types, parts), types, filters }
}

/** The types that are searched, in their order. */
export function searchedTypes(types: SearchRequest['types']): SearchType[] {
  const asked = new Set(types?.length ? types : defaultTypes)
  return valuesOf(SearchType).filter(type => asked.has(type))
}

/** A stretch of the hits, the best first; equals in the order of the types, then in the order of import. */
export function readHits(database: Database, search: Search, request: SearchRequest): Page<Hit> {
  const asked = stretch(request)
  const { size, backward } = asked
  const order = { name: 'RANK', keys: ['rank', 'place', 'id'] }
  const keys = readCursor(asked, order)
  const direction = sql.raw(backward ? 'desc' : 'asc')
  const rows = database.all<{ rank: number; place: number; id: number }>(sql`
    select * from (${eachType(search, (type, matches, rank) => {
      const place = sql.raw(String(valuesOf(SearchType).indexOf(type)))
      return sql`select ${rank} as rank, ${place} as place, found.rowid as id ${matches}`
    })})
    where ${
      keys === null
        ? sql`true`
        : sql`(rank, place, id) ${sql.raw(backward ? '<' : '>')} (${sql.join(
            keys.map(key => sql`${key}`),
            sql`, `,
          )})`
    }
    order by rank ${direction}, place ${direction}, id ${direction} limit ${unseen(size + 1)}`)
  return pageOf(asked, rows, ({ rank, place, id }) => ({
    cursor: writeCursor(order.name, JSON.stringify([rank, place, id])),
    node: { type: valuesOf(SearchType)[place] ?? 'STATEMENT', id, score: -rank },
  }))
}

/** How many hits there are. */
export function countHits(database: Database, search: Search): number {
  const [row] = database.all<{ count: number }>(
    sql`select count(*) as count from (${eachType({ ...search, weighed: {} }, (_, matches) => sql`select found.rowid ${matches}`)})`,
  )
  return row?.count ?? 0
}

/** The stretch of each hit in which most is matched. */
export function readSnippets(database: Database, search: Search, hits: readonly Hit[]): TextFragment[][] {
  const rows = database.all<{ type: SearchType; id: number; marked: string }>(
    eachType({ ...search, filters: {}, weighed: {} }, (type, matches) => {
      const ids = JSON.stringify(hits.filter(hit => hit.type === type).map(({ id }) => id))
      const snippet = snippetOf(searchIndexes[type].name, snippetWords)
      // The plus keeps FTS5 from being asked anew for each of the rows.
      return sql`select ${type} as type, found.rowid as id, ${snippet} as marked
        ${matches} and +found.rowid in (select value from json_each(${ids}))`
    }),
  )
  const byHit = new Map(rows.map(({ type, id, marked }) => [`${type} ${id}`, readMarks(marked)]))
  return hits.map(({ type, id }) => byHit.get(`${type} ${id}`) ?? [])
}

/** A search, or one whose expressions are placeholders. */
interface Sought extends Pick<Search, 'types' | 'filters'> {
  readonly expression: string | Placeholder
  readonly weighed: { readonly [Type in SearchType]?: string | Placeholder }
}

/** One query for each type that is searched, put together; `select` says what of, and is given from where, and the rank. */
export function eachType(
  { types, filters, expression, weighed }: Sought,
  select: (type: SearchType, matches: SQL, rank: SQL) => SQL,
  compiler = new FilterCompiler(),
): SQL {
  return sql.join(
    types.map(type => {
      const { entity, name: index } = searchIndexes[type]
      const filter = filters[type]
      const row = compiler.alias(entity.table)
      const weighing = weighed[type]
      const weights = weighing === undefined ? sql`` : ranked(index, weighing, compiler)
      // A cross join keeps its order: first what is found, then whether it meets the filter.
      const narrowed = filter ? sql` cross join ${entity.table} ${name(row)} on ${row.id} = found.rowid` : sql``
      const condition = filter
        ? compiler.condition(entity, row, filter, { path: `filter.${type.toLowerCase()}`, hangs: true })
        : sql`true`
      const from = sql`from ${sql.identifier(index)}(${expression}) found${weights}${narrowed}`
      const rank = weighing === undefined ? sql`found.rank` : sql`weighed.rank`
      return select(type, sql`${from} where ${compiler.counting(sql`found.rowid`)}${condition}`, rank)
    }),
    sql` union all `,
  )
}

/**
 * What is found by the words that weigh, with its rank, to be joined to what is found by all: FTS5 itself ranks by all that
 * it looks for.
 */
function ranked(index: string, weighing: string | Placeholder, compiler: FilterCompiler): SQL {
  const rows = sql`select rowid as id, rank from ${sql.identifier(index)}(${weighing})`
  return sql` cross join (
    with ranked as materialized (${rows} where ${compiler.counting(sql`rowid`)}true) select * from ranked) weighed
    on weighed.id = found.rowid`
}
