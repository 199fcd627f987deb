import { Failure } from '../../model/failure.ts'
import {
  type MatchPart,
  matchParts,
  type NumberWording,
  type SearchTerm,
  type SoughtNumber,
} from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'

/** The longest text that is searched for, in UTF-16 code units. */
export const longestQuery = 500
/** How many wordings that the graph holds a number is looked for in, the nearest first. */
const wordingsCap = 200

/** The SQL of the languages of the graph's documents, as a JSON array: each is looked up in an index. */
export const languages = sql.raw(`(
  with recursive known(language) as (
    select min(language) from documents
    union all select (select min(d.language) from documents d where d.language > known.language) from known
    where known.language is not null)
  select json_group_array(language) from known where language is not null)`)

/**
 * The terms as they are looked for in this graph.
 *
 * A number is looked for in its written forms and in every wording in which the graph has it, so that "435719" finds
 * "435,719" and "24" finds "two dozen"; one that is meant as rounded also finds the numbers that are called so, where the
 * graph has them as figures.
 */
export function partsIn(database: Database, terms: readonly SearchTerm[]): MatchPart[] {
  const [row] = database.all<{ languages: string }>(sql`select ${languages} as languages`)
  const numbers = terms.flatMap(term => (term.kind === 'NUMBER' ? [term.number] : []))
  return matchParts(terms, languagesOf(row?.languages), numbers.length === 0 ? [] : readWordings(database, numbers))
}

function languagesOf(json = '[]'): string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}

/**
 * Refuses a text that is too long to search for.
 *
 * @throws Failure SEARCH_TOO_LONG
 */
export function checkLength(text: string, argument: string): void {
  if (text.length <= longestQuery) return
  throw new Failure(
    'SEARCH_TOO_LONG',
    `${argument} is ${text.length} characters long; the limit is ${longestQuery}. Search for fewer words.`,
    { argument, excess: { limit: longestQuery, value: text.length } },
  )
}

/** How the graph words the numbers that are meant: looked up once, until something else is stored. */
function readWordings(database: Database, numbers: readonly SoughtNumber[]): NumberWording[] {
  const asked = JSON.stringify(numbers.map(({ value, low, high }) => [value, low, high]))
  const key = `wordings ${database.version()} ${asked}`
  const rows = database.keep(
    key,
    () => wordingsOf(database, asked),
    found => bytesOfWording * found.length,
  )
  return rows.flatMap(({ term, words, value }) => {
    const number = numbers[term]
    return number === undefined ? [] : [{ number, words, value }]
  })
}

/** About how many bytes a wording holds. */
const bytesOfWording = 150

function wordingsOf(database: Database, asked: string) {
  return database.all<{ term: number; words: string; value: number | null }>(sql`
    select sought.key as term, m.words as words, m.value
    from json_each(${asked}) sought join figureMentions m on m.id in (
      select min(n.id) from figureMentions n
      where sought.value ->> 0 is not null and n.value >= sought.value ->> 1 and n.value <= sought.value ->> 2
        and (n.value < sought.value ->> 2 or n.value = sought.value ->> 0)
      group by n.value, n.words
      order by abs(n.value - (sought.value ->> 0)), min(n.id) limit ${opaque(wordingsCap)})
    union all
    select sought.key, m.words, null
    from json_each(${asked}) sought join figureMentions m on m.id in (
      select min(n.id) from figures f join figureMentions n on n.figureId = f.id
      where sought.value ->> 0 is null and f.value is null
        and f.lower = sought.value ->> 1 and f.upper is sought.value ->> 2
      group by n.words order by min(n.id) limit ${opaque(wordingsCap)})`)
}
