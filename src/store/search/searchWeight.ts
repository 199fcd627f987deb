import { LRUCache } from 'lru-cache'
import { type MatchPart, matchAll } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'
import type { Beginnings } from './beginnings.ts'
import { indexAt, type SearchPlace } from './searchIndexes.ts'

/**
 * A word weighs nothing in the rank beside one that stands in so many times fewer rows. BM25 gives it little weight, and to
 * know how little, FTS5 goes through every row in which it stands: of a common word that takes longer than all else.
 */
const timesRarer = 50

/** In how many rows a word may stand for others to weigh nothing beside it. Where every word is commoner, all weigh. */
const rareCaps = [100, 1_000] as const

/** The words of a longer text are not counted: all of them weigh. */
const mostParts = 32

/** The expressions by which what is found is ranked, for the places where some of the words weigh nothing. */
export type Weighed = { readonly [Place in SearchPlace]?: string }

/** Which parts of what is searched for weigh in the rank, for the places where not all of them do. */
export function weighedOf(database: Database, places: readonly SearchPlace[], parts: readonly MatchPart[]): Weighed {
  if (parts.length < 2 || parts.length > mostParts) return {}
  const common = commonWords(database)
  const indexes = new Set(places.map(indexAt))
  const weighed = new Map(Array.from(indexes, index => [index, weighedIn(database, index.name, parts, common)]))
  const found = places.map(place => [place, weighed.get(indexAt(place)) ?? null] as const)
  return Object.fromEntries(found.filter(([, expression]) => expression !== null))
}

function weighedIn(database: Database, index: string, parts: readonly MatchPart[], common: CommonWords): string | null {
  const keyOf = ({ expression }: MatchPart) => `${index} ${expression}`
  const isKnownOver = (most: number, word: MatchPart) => (common.get(keyOf(word)) ?? 0) > most
  const counting = `select count(*) from (select 1 from ${index}(?) limit likely(?))`
  const countUpTo = (most: number, word: MatchPart) =>
    isKnownOver(most, word) ? most : (database.value<number>(counting, word.expression, most) ?? 0)
  // To pass by so many rows is cheaper than to count them.
  const passing = `select 1 from ${index}(?) limit 1 offset likely(?)`
  const isOver = (most: number, word: MatchPart) => {
    if (isKnownOver(most, word)) return true
    const isFound = database.value(passing, word.expression, most) !== undefined
    if (isFound) common.set(keyOf(word), most + 1)
    return isFound
  }
  const words = parts.filter(({ isPrefix }) => !isPrefix)
  for (const cap of rareCaps) {
    const counts = new Map(words.map(word => [word, countUpTo(cap + 1, word)]))
    const rarest = Math.min(...counts.values())
    if (rarest === 0) return null
    if (rarest > cap) continue
    const most = rarest * timesRarer
    const isCommon = (part: MatchPart) => {
      // Whatever begins so would have to be put together to know how little it weighs.
      if (part.isPrefix) return true
      const count = counts.get(part) ?? 0
      return count > most || (count > cap && isOver(most, part))
    }
    const weighed = parts.filter(part => !isCommon(part))
    return weighed.length === parts.length ? null : matchAll(weighed)
  }
  return null
}

/**
 * Of more rows than so many, none is ranked: FTS5 would read each of them, and give about the same rank to all. They come in the
 * order of import.
 */
const rankedCap = 10_000

/**
 * The places in which more is found by an expression than is ranked. Where some of the words that it is for find as much, that
 * settles it.
 */
export function placesOverCap(
  database: Database,
  places: readonly SearchPlace[],
  expression: string,
  beginnings: Beginnings = {},
): SearchPlace[] {
  const common = commonWords(database)
  return places.filter(place => {
    const { name } = indexAt(place)
    const key = `${name} over ${rankedCap} ${expression}`
    const known = common.get(key)
    if (known !== undefined) return known > rankedCap
    const passing = `select 1 from ${name}(?) limit 1 offset likely(?)`
    const { frequent, all } = beginnings[place] ?? {}
    const isOver = [frequent, all, expression].some(
      sought => sought !== undefined && database.value(passing, sought, rankedCap) !== undefined,
    )
    common.set(key, isOver ? rankedCap + 1 : 0)
    return isOver
  })
}

/** In how many rows, at least, words stand that earlier searches found common, by index and word. */
type CommonWords = LRUCache<string, number>

/** Common words are searched for again and again: what is known of them holds until something else is stored. */
function commonWords(database: Database): CommonWords {
  const version = database.version()
  const last = known.get(database)
  if (last?.version === version) return last.words
  const words = new LRUCache<string, number>({ max: 1_000 })
  known.set(database, { version, words })
  return words
}
const known = new WeakMap<Database, { readonly version: number; readonly words: CommonWords }>()
