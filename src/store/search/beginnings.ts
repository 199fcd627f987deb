import { searchWords } from '../../model/searchTokens.ts'
import { type MatchPart, matchAll, matchAny } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { firstOfContents } from './contents.ts'
import { indexAt, type SearchPlace } from './searchIndexes.ts'

/** The words of the first rows that begin as is asked: in place of "w*", of which FTS5 would put together every row of every word. */
export interface Beginning {
  /** Of the first rows of "w*", as many as any page has, these words find the same. */
  readonly all: string
  /** The most frequent of them. */
  readonly frequent: string
}

export type Beginnings = { readonly [Place in SearchPlace]?: Beginning }

/** How many rows are found by the words, one more than a page has at most, and how many are read for that, in portions. */
const [enough, mostRows, portion] = [101, 1_000, 50]
const mostFrequent = 5

/** The places whose texts are read as they stand; those of figures are put together from their mentions. */
const readable: readonly SearchPlace[] = ['STATEMENT', 'PASSAGE', 'CONTENT', 'DOCUMENT']

/** The beginnings of a search in which one word is not typed out, by place; none where it finds too little for them. */
export function beginningsOf(
  database: Database,
  places: readonly SearchPlace[],
  parts: readonly MatchPart[],
): Beginnings {
  const begun = begunIn(parts)
  if (begun === null) return {}
  const { phrases } = begun
  const others = begun.others.map(({ exact }) => exact)
  const found = places
    .filter(place => readable.includes(place))
    .map(place => {
      const key = `beginning ${database.version()} ${place} ${JSON.stringify([phrases, others])}`
      const make = () => ({ beginning: beginningOf(database, place, phrases, others) })
      const { beginning } = database.keep(key, make, made => 100 + 4 * (made.beginning?.all.length ?? 0))
      return [place, beginning] as const
    })
  return Object.fromEntries(found.filter(([, beginning]) => beginning !== null))
}

/** A search in which a word is not typed out, with the words that it stands for: all that begin so in what the others find. */
export interface TypedOut {
  readonly expression: string
  /** In the forms that were typed. */
  readonly exact: string
}

/** Of how many texts the words are looked up. */
const mostTexts: { readonly [Place in SearchPlace]?: number } = {
  STATEMENT: 1_000,
  PASSAGE: 1_000,
  CONTENT: 1_000,
  DOCUMENT: 200,
}

/**
 * A search in which one word is not typed out, typed out for the places in which the other words find little, and which are ranked by
 * those; or of which they find nothing.
 */
export function typedOut(
  database: Database,
  places: readonly SearchPlace[],
  parts: readonly MatchPart[],
  isRankedByOthers: (place: SearchPlace) => boolean,
): { readonly [Place in SearchPlace]?: TypedOut } {
  const begun = begunIn(parts)
  if (begun === null || begun.others.length === 0) return {}
  const { phrases, others } = begun
  const found = places.flatMap(place => {
    if (!readable.includes(place)) return []
    const most = isRankedByOthers(place) ? (mostTexts[place] ?? 0) : 0
    const key = `typed out ${database.version()} ${place} ${most} ${JSON.stringify([phrases, matchAll(others)])}`
    const make = () => ({ words: wordsBeside(database, place, phrases, others, most) })
    const { words } = database.keep(key, make, made => 100 + 20 * (made.words?.length ?? 0))
    if (words === null) return []
    const any = words.length === 0 ? '""' : matchAny(words.map(word => `"${word}"`))
    const beside = (each: readonly string[]) => [...each, any].join(' AND ')
    const typed = {
      expression: beside(others.map(({ expression }) => expression)),
      exact: beside(others.map(({ exact }) => exact)),
    }
    return [[place, typed] as const]
  })
  return Object.fromEntries(found)
}

/** The one word that is not typed out, in its forms, and the other words; null where there is none or several, or it is of several words. */
function begunIn(parts: readonly MatchPart[]) {
  const [begun, ...more] = parts.filter(({ isPrefix }) => isPrefix)
  if (!begun || more.length > 0) return null
  const { phrases } = begun.words
  if (phrases.some(phrase => phrase.includes(' '))) return null
  return { phrases, others: parts.filter(part => part !== begun) }
}

/** The words that begin so in the texts that the others find; null where these are more than `most`. */
function wordsBeside(
  database: Database,
  place: SearchPlace,
  phrases: readonly string[],
  others: readonly MatchPart[],
  most: number,
): readonly string[] | null {
  const texts = textsAfter(database, place, [matchAll(others)], 0, most + 1)
  if (texts.length > most) return null
  const words = texts.flatMap(text => wordsBegun(text.words, phrases))
  return [...new Set(words)]
}

function beginningOf(
  database: Database,
  place: SearchPlace,
  phrases: readonly string[],
  others: readonly string[],
): Beginning | null {
  const counts = new Map<string, number>()
  let rows = 0
  let after = 0
  for (let read = 0; read < mostRows && rows < enough; read += portion) {
    const texts = textsAfter(database, place, others, after)
    for (const { words, id } of texts) {
      const begun = wordsBegun(words, phrases)
      for (const word of begun) counts.set(word, (counts.get(word) ?? 0) + 1)
      if (begun.length > 0) rows += 1
      after = id
    }
    if (texts.length < portion) break
  }
  if (rows < enough) return null
  const words = [...counts].toSorted(([, one], [, other]) => other - one).map(([word]) => `"${word}"`)
  const beside = (some: readonly string[]) => [...others, matchAny(some)].join(' AND ')
  return { all: beside(words), frequent: beside(words.slice(0, mostFrequent)) }
}

function wordsBegun(words: readonly string[], phrases: readonly string[]): string[] {
  return words.filter(word => phrases.some(phrase => word.startsWith(phrase)))
}

/** The next texts in which the other words stand. */
function textsAfter(
  database: Database,
  place: SearchPlace,
  others: readonly string[],
  after: number,
  most: number = portion,
) {
  const { content, texts, name } = indexAt(place)
  // By lines: a number may go on behind a space.
  const columns = sql.raw(texts.join(', char(10), '))
  const [from, id] =
    others.length === 0
      ? [sql`${sql.identifier(content)} found`, sql.raw('found.id')]
      : [sql`${sql.identifier(name)}(${others.join(' AND ')}) found`, sql.raw('found.rowid')]
  const once = place === 'CONTENT' ? firstOfContents(id) : sql``
  const rows = database.all<{ id: number; text: string; language: string }>(sql`
    select id, concat(${columns}) as text, language from ${sql.identifier(content)} where id in (
      select ${id} from ${from}${once} where ${id} > ${opaque(after)} order by ${id} limit ${opaque(most)}) order by id`)
  return rows.map(row => ({ id: row.id, words: searchWords(row.text, row.language) }))
}
