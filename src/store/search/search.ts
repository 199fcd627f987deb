import type { Placeholder, SQL } from 'drizzle-orm'
import { valuesOf } from '../../model/vocabulary.ts'
import { matchAll, matchExactly, readSearchQuery } from '../../reading/index.ts'
import {
  type Page,
  type PageSlice,
  pageOf,
  readCursor,
  type StretchRequest,
  stretch,
  writeCursor,
} from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { rowOfCursor } from '../query/listCursor.ts'
import { missingText } from '../query/missingText.ts'
import { checkLength, partsIn } from '../query/searchMatch.ts'
import { statements } from '../tables/statements.ts'
import { beginningsOf, type TypedOut, typedOut } from './beginnings.ts'
import { firstOfContents } from './contents.ts'
import { readHighlights, type TextFragment } from './marks.ts'
import {
  indexAt,
  placesOf,
  type SearchPlace,
  SearchType,
  searchIndexes,
  searchPlaces,
  typeAt,
} from './searchIndexes.ts'
import { placesOverCap, type Weighed, weighedOf } from './searchWeight.ts'

/** How many words a snippet has at most. */
const snippetWords = 32

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
  /** The same in the forms that were typed; null where no other forms are looked for. */
  readonly exact: string | null
  /** What is marked in the texts that are found, as JSON. */
  readonly words: string
  readonly weighed: Weighed
  /** The places in which so much is found that nothing is ranked, and those where that is so of the forms that were typed. */
  readonly common: readonly SearchPlace[]
  readonly commonExactly: readonly SearchPlace[]
  /** What finds the first rows of a place that are found as they were typed, for places where nothing is ranked. */
  readonly beginnings: { readonly [Place in SearchPlace]?: string }
  /** The expressions of places for which a word that is only begun stands typed out in them. */
  readonly typedOut: { readonly [Place in SearchPlace]?: TypedOut }
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
  const parts = partsIn(database, readSearchQuery(query))
  const types = searchedTypes(asked)
  const places = placesOf(types)
  const [expression, exact] = [matchAll(parts), matchExactly(parts)]
  const weighed = weighedOf(database, places, parts)
  const typed = typedOut(database, places, parts, place => weighed[place] !== undefined)
  const maybeCommon = places.filter(place => weighed[place] === undefined && typed[place] === undefined)
  const begun = beginningsOf(database, maybeCommon, parts)
  const common = parts.length === 0 ? [] : placesOverCap(database, maybeCommon, expression, begun)
  const commonExactly = exact === null ? [] : placesOverCap(database, common, exact, begun)
  const asTyped = exact === null ? common : commonExactly
  return {
    expression,
    exact,
    words: JSON.stringify(parts.map(part => part.words)),
    weighed,
    common,
    commonExactly,
    beginnings: Object.fromEntries(asTyped.flatMap(place => (begun[place] ? [[place, begun[place].all]] : []))),
    typedOut: typed,
    types,
    filters,
  }
}

/** The types that are searched, in their order. */
export function searchedTypes(types: SearchRequest['types']): SearchType[] {
  const asked = new Set(types?.length ? types : defaultTypes)
  return valuesOf(SearchType).filter(type => asked.has(type))
}

/**
 * A stretch of the hits: first those in which every word stands in the form that was typed, the best first; equals in the
 * order of the types, then in the order of import.
 */
export function readHits(database: Database, search: Search, request: SearchRequest): Page<Hit> {
  const asked = stretch(request)
  const { size, backward } = asked
  const order = { name: 'RANK', keys: ['form', 'rank', 'place', 'id'] }
  const keys = keysOfCursor(database, asked, order)
  const direction = sql.raw(backward ? 'desc' : 'asc')
  const first = keys === null && !backward ? sql`${opaque(size + 1)}` : null
  const rows = database.all<{ form: number; rank: number; place: number; id: number; node: number; slug: string }>(sql`
    select * from (${eachPlace(
      search,
      (at, matches, { form, rank }) => {
        const { table } = searchIndexes[typeAt(at)].entity
        const slug = sql`(select ${table.slug} from ${table} where ${table.id} = ${nodeIdAt(at, sql`found.rowid`)})`
        return sql`select ${form} as form, ${rank} as rank, ${numberOfPlace(at)} as place, found.rowid as id,
          ${nodeIdAt(at, sql`found.rowid`)} as node, ${slug} as slug ${matches}`
      },
      { first },
    )})
    where ${
      keys === null
        ? sql`true`
        : sql`(form, rank, place, id) ${sql.raw(backward ? '<' : '>')} (${sql.join(
            keys.map(key => sql`${key}`),
            sql`, `,
          )})`
    }
    order by form ${direction}, rank ${direction}, place ${direction}, id ${direction} limit ${opaque(size + 1)}`)
  return pageOf(asked, rows, ({ form, rank, place, node, slug }) => ({
    cursor: writeCursor(order.name, [form, rank, place, slug]),
    node: { type: typeAt(placeNumbered(place)), id: node, score: -rank },
  }))
}

/** What the keys of the hit are that a cursor names by its type and slug; null where there is none. */
function keysOfCursor(database: Database, asked: PageSlice, order: Parameters<typeof readCursor>[1]) {
  const keys = readCursor(asked, order)
  if (keys === null) return null
  const [form, rank, place, slug] = keys
  const at = placeNumbered(Number(place))
  const node = rowOfCursor(database, searchIndexes[typeAt(at)].entity, slug, asked)
  return [form, rank, place, at === 'CONTENT' ? firstOfContent(database, node) : node]
}

/** The number of a place, by which what ranks alike is sorted. */
export function numberOfPlace(place: SearchPlace): SQL {
  return sql.raw(String(searchPlaces.indexOf(place)))
}

function placeNumbered(place: number): SearchPlace {
  return searchPlaces[place] ?? 'STATEMENT'
}

/** The first statement whose content a passage is: by it the passage stands in the index of statements. */
function firstOfContent(database: Database, passageId: number): number {
  return database.value<number>('select min(id) from statements where contentId = ?', passageId) ?? 0
}

/** The row id of the node that is found in a place, where a row of its index was. */
export function nodeIdAt(place: SearchPlace, id: SQL): SQL {
  return place === 'CONTENT' ? sql`(select whose.contentId from ${statements} whose where whose.id = ${id})` : id
}

/** What an expression finds in a place, from `found` on: of a passage that is kept with its own words, not its statement. */
export function matchesAt(place: SearchPlace, expression: string | Placeholder, more = sql``): SQL {
  const from = sql`from ${sql.identifier(indexAt(place).name)}(${expression}) found${more}`
  return place === 'CONTENT' ? sql`${from}${firstOfContents(sql`found.rowid`)}` : from
}

/** How many hits there are. */
export function countHits(database: Database, search: Search): number {
  const [row] = database.all<{ count: number }>(
    sql`select count(*) as count from (${eachPlace({ ...search, weighed: {}, common: [] }, (_, matches) => sql`select found.rowid ${matches}`)})`,
  )
  return row?.count ?? 0
}

/** The stretch of each hit in which most is matched. */
export function readSnippets(database: Database, search: Search, hits: readonly Hit[]): TextFragment[][] {
  const rows = database.all<{ type: SearchType; id: number; marked: string | null }>(
    sql.join(
      search.types.map(type => {
        const ids = JSON.stringify(hits.filter(hit => hit.type === type).map(({ id }) => id))
        const id = sql`asked.value`
        return sql`select ${type} as type, ${id} as id, ${snippet(type, id, search.words)} as marked from json_each(${ids}) asked`
      }),
      sql` union all `,
    ),
  )
  const byHit = new Map(
    rows.map(({ type, id, marked }) => {
      if (marked === null && type === 'DOCUMENT') throw missingText(database, id)
      return [`${type} ${id}`, readHighlights(marked ?? '')]
    }),
  )
  return hits.map(({ type, id }) => byHit.get(`${type} ${id}`) ?? [])
}

/** The wordings of a figure as its index has them, but of no more than its first thousand mentions: it may have any number. */
const firstWordings = `(select group_concat(words, ' · ') from (select words from
  (select id, words from figureMentions where figureId = content.id order by id limit 1000) group by words order by min(id)))`

/** The SQL of the stretch of a row in which most is matched, with the matches marked. */
export function snippet(type: SearchType, id: SQL, words: string | Placeholder): SQL {
  const { whole, texts } = searchIndexes[type]
  const columns = sql.raw(texts.map(text => (text === 'verbatim' ? firstWordings : `content.${text}`)).join(', '))
  const excerpt = sql`marked_excerpt(content.language, ${words}, ${sql.raw(String(snippetWords))}, ${columns})`
  return sql`(select ${excerpt} from ${sql.identifier(whole)} content where content.id = ${id})`
}

/** A search, or one whose expressions are placeholders. */
interface Sought extends Pick<Search, 'types' | 'filters' | 'common' | 'commonExactly'> {
  readonly expression: string | Placeholder
  readonly exact: string | Placeholder | null
  readonly weighed: { readonly [Place in SearchPlace]?: string | Placeholder }
  readonly beginnings: { readonly [Place in SearchPlace]?: string | Placeholder }
  readonly typedOut: {
    readonly [Place in SearchPlace]?: {
      readonly expression: string | Placeholder
      readonly exact: string | Placeholder
    }
  }
}

/** How a row is ranked: whether the words stand in it in another form than was typed, 0 or 1, and how well they match. */
interface Ranks {
  readonly form: SQL
  readonly rank: SQL
}

interface EachPlaceOptions {
  readonly compiler?: FilterCompiler
  /** How many of each place are enough, if they are the first ones; null if all are looked through. */
  readonly first?: SQL | null
}

/** Queries for each place that is searched, put together; `select` says what of, and is given from where, and the ranks. */
export function eachPlace(
  { types, filters, common, commonExactly, weighed, beginnings, ...sought }: Sought,
  select: (place: SearchPlace, matches: SQL, ranks: Ranks) => SQL,
  { compiler = new FilterCompiler(), first = null }: EachPlaceOptions = {},
): SQL {
  return sql.join(
    placesOf(types).flatMap(place => {
      const type = typeAt(place)
      const { entity } = searchIndexes[type]
      const { name: index } = indexAt(place)
      const filter = filters[type]
      const { expression } = sought.typedOut[place] ?? sought
      const exact = sought.exact === null ? null : (sought.typedOut[place]?.exact ?? sought.exact)
      const row = compiler.alias(entity.table)
      const weighing = weighed[place]
      const weights = weighing === undefined ? sql`` : ranked(index, weighing, compiler)
      // A cross join keeps its order: first what is found, then whether it meets the filter.
      const narrowed = filter
        ? sql` cross join ${entity.table} ${name(row)} on ${row.id} = ${nodeIdAt(place, sql`found.rowid`)}`
        : sql``
      const condition = filter
        ? compiler.condition(entity, row, filter, { path: `filter.${type.toLowerCase()}`, isCorrelated: true })
        : sql`true`
      const from = (looked: string | Placeholder) =>
        sql`${matchesAt(place, looked, weights)}${narrowed} where ${compiler.counting(sql`found.rowid`)}${condition}`
      const isCommon = common.includes(place)
      const rank = isCommon ? sql`0` : weighing === undefined ? sql`found.rank` : sql`weighed.rank`
      const form = exact === null ? sql`0` : otherForm(index, exact, compiler)
      if (!isCommon || first === null) return [select(place, from(expression), { form, rank })]
      // Without ranks, the first of either form are the first in the index, and no more are read.
      const few = (matches: SQL, ofForm: SQL) =>
        sql`select * from (${select(place, matches, { form: ofForm, rank })} order by found.rowid limit ${first})`
      const beginning = beginnings[place]
      if (beginning !== undefined && !filter) return [few(from(beginning), sql`0`)]
      if (exact === null) return [few(from(expression), form)]
      const typed = few(from(exact), sql`0`)
      if (commonExactly.includes(place) && !filter) return [typed]
      return [typed, few(sql`${from(expression)} and ${form}`, sql`1`)]
    }),
    sql` union all `,
  )
}

function otherForm(index: string, exact: string | Placeholder, compiler: FilterCompiler): SQL {
  const rows = sql`select rowid from ${sql.identifier(index)}(${exact}) where ${compiler.counting(sql`rowid`)}true`
  return sql`(found.rowid not in (${rows}))`
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
