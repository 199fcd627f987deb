import { nearestWords } from '../../model/nearest.ts'
import { type MatchPart, matchAll, readConcordanceTerm, readSearchQuery, type SearchTerm } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { longestQuery, partsIn } from '../query/searchMatch.ts'
import { matchesAt, searchedTypes } from './search.ts'
import { indexAt, placesOf, type SearchType } from './searchIndexes.ts'
import { wordsFrom } from './termCounts.ts'

/** What is looked for: one word, several that follow each other, the beginning of the last of them, or a number. */
export type TermKind = 'WORD' | 'WORDS' | 'BEGINNING' | 'NUMBER'

/** Why a search finds nothing. */
export interface WordsNotFound {
  /** The terms that stand nowhere, each with the words of the graph that are spelt much like it. */
  readonly missing: readonly { readonly term: string; readonly kind: TermKind; readonly nearest: readonly string[] }[]
  /** Those that stand somewhere, if there are several in all, and in how many things they stand together. */
  readonly found: readonly string[]
  readonly foundCount: number
  /** Where all of them stand, if not in what was searched. */
  readonly elsewhere: readonly SearchType[]
}

/** How words are looked for: as `search` takes them, or as one term of a concordance. */
export type WordsAs = 'SEARCH' | 'TERM'

/** How many words are suggested for one that stands nowhere, and how many of each index are compared with it. */
const mostNearest = 3
const mostCompared = 5_000
/** For how many words that stand nowhere others are suggested: to read words out of an index takes 10 ms where they stand often. */
const mostSuggestedFor = 3
/** About how many bytes a word holds. */
const bytesOfWord = 50
/** More than so many things are not counted: a note says only that there are more. */
export const mostCounted = 1_000

/** Why these words are found in none of those types; null where they are found, or are none. */
export function wordsNotFound(
  database: Database,
  query: string,
  as: WordsAs,
  asked: readonly SearchType[] | null,
): WordsNotFound | null {
  if (query.length > longestQuery) return null
  const terms = as === 'SEARCH' ? readSearchQuery(query) : readConcordanceTerm(query, true)
  const types = searchedTypes(asked)
  const all = partsIn(database, terms)
  if (all.length === 0 || stands(database, types, all)) return null
  const each = terms.map(term => ({ term: term.words, kind: kindOf(term), parts: partsIn(database, [term]) }))
  const elsewhere = searchedTypes(null).filter(type => !types.includes(type) && stands(database, [type], all))
  if (elsewhere.length > 0) return { missing: [], found: each.map(({ term }) => term), foundCount: 0, elsewhere }
  const found = each.filter(({ parts }) => stands(database, types, parts))
  const missing = each.filter(term => !found.includes(term))
  const isPartFound = found.length > 0 && missing.length > 0
  const partsFound = found.flatMap(({ parts }) => parts)
  return {
    missing: missing.map(({ term, kind }, index) => ({
      term,
      kind,
      nearest: index < mostSuggestedFor ? nearestIn(database, types, term) : [],
    })),
    found: found.map(({ term }) => term),
    foundCount: isPartFound ? count(database, types, partsFound) : 0,
    elsewhere,
  }
}

function kindOf(term: SearchTerm): TermKind {
  if (term.kind === 'NUMBER') return 'NUMBER'
  if (term.isPrefix) return 'BEGINNING'
  return /\s/u.test(term.words) ? 'WORDS' : 'WORD'
}

function stands(database: Database, types: readonly SearchType[], parts: readonly MatchPart[]): boolean {
  return types.some(type => rowsOf(database, type, parts, 1) > 0)
}

function count(database: Database, types: readonly SearchType[], parts: readonly MatchPart[]): number {
  return types.reduce((sum, type) => sum + rowsOf(database, type, parts, mostCounted + 1), 0)
}

function rowsOf(database: Database, type: SearchType, parts: readonly MatchPart[], most: number): number {
  const found = placesOf([type]).map(place => sql`select 1 ${matchesAt(place, matchAll(parts))}`)
  const [row] = database.all<{ count: number }>(
    sql`select count(*) as count from (${sql.join(found, sql` union all `)} limit ${most})`,
  )
  return row?.count ?? 0
}

/** Words of the indexes that begin like that one and are spelt much like it. */
function nearestIn(database: Database, types: readonly SearchType[], term: string): string[] {
  const start = term.slice(0, 2).toLowerCase()
  const indexes = new Set(placesOf(types).map(indexAt))
  const words = [...indexes].flatMap(index =>
    database.keep(
      `words ${database.version()} ${index.name} ${start}`,
      () => wordsFrom(database, index, start, mostCompared),
      found => bytesOfWord * found.length,
    ),
  )
  return nearestWords(term, new Set(words), mostNearest)
}
