import { Failure } from '../../model/failure.ts'
import { digitsOf, type SoughtNumber, writtenForms } from '../../model/numberForms.ts'
import { type SearchTerm, tokensOf } from '../../model/searchQuery.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { unseen } from '../engine/parameter.ts'

/** The longest text that is searched for, in UTF-16 code units. */
export const longestQuery = 500
/** How many wordings that the graph holds a number is looked for in, the nearest first. */
export const wordingsCap = 200

/** Nothing: an expression that no row matches. */
const nothing = '""'

/** A part of an FTS5 expression, beside others that must be found too. */
export interface MatchPart {
  readonly expression: string
  /** Of a beginning of words FTS5 cannot tell how many there are without going through all of them. */
  readonly isPrefix: boolean
}

/** The FTS5 expression of parts, every one of which must be found. */
export function matchAll(parts: readonly MatchPart[]): string {
  return parts.length === 0 ? nothing : parts.map(({ expression }) => expression).join(' AND ')
}

/**
 * The FTS5 expressions of terms. All that a person typed stands in them between quotation marks, so that nothing of it is
 * read as an operator.
 *
 * A number is looked for in its written forms and in every wording in which the graph has it, so that "435719" finds
 * "435,719" and "24" finds "two dozen"; one that is meant as rounded also finds the numbers that are called so, where the
 * graph has them as figures. Without a database a number is looked for in its written forms alone.
 */
export function matchParts(database: Database | null, terms: readonly SearchTerm[]): MatchPart[] {
  const numbers = terms.flatMap(term => (term.kind === 'NUMBER' ? [term.number] : []))
  const wordings = database === null || numbers.length === 0 ? [] : readWordings(database, numbers)
  const parts = terms.map(term => {
    if (term.kind === 'WORDS') {
      return { expression: phrase(term.words) + (term.isPrefix ? ' *' : ''), isPrefix: term.isPrefix }
    }
    const { value } = term.number
    const known = wordings.filter(({ term: index }) => numbers[index] === term.number)
    const forms = [
      term.words,
      ...(value === null ? [] : writtenForms(value)),
      ...known.flatMap(({ verbatim, value: other }) => [verbatim, ...(other === null ? [] : digitsOf(other))]),
    ]
    return { expression: anyOf(forms), isPrefix: false }
  })
  // A word that is typed twice would be looked for, and weigh, twice.
  return [...new Map(parts.map(part => [part.expression, part])).values()]
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

interface Wording {
  /** Which of the numbers it words. */
  readonly term: number
  readonly verbatim: string
  readonly value: number | null
}

/** How the graph words the numbers that are meant. */
function readWordings(database: Database, numbers: readonly SoughtNumber[]): Wording[] {
  const asked = JSON.stringify(numbers.map(({ value, low, high }) => [value, low, high]))
  return database.all<Wording>(sql`
    select sought.key as term, m.verbatim, m.value
    from json_each(${asked}) sought join figureMentions m on m.id in (
      select min(n.id) from figureMentions n
      where sought.value ->> 0 is not null and n.value >= sought.value ->> 1 and n.value <= sought.value ->> 2
        and (n.value < sought.value ->> 2 or n.value = sought.value ->> 0)
      group by n.value, n.verbatim
      order by abs(n.value - (sought.value ->> 0)), min(n.id) limit ${unseen(wordingsCap)})
    union all
    select sought.key, m.verbatim, null
    from json_each(${asked}) sought join figureMentions m on m.id in (
      select min(n.id) from figures f join figureMentions n on n.figureId = f.id
      where sought.value ->> 0 is null and f.value is null
        and f.lower = sought.value ->> 1 and f.upper is sought.value ->> 2
      group by n.verbatim order by min(n.id) limit ${unseen(wordingsCap)})`)
}

/** One of the phrases; those that hold another one add nothing, and would count a match twice. */
function anyOf(phrases: readonly string[]): string {
  const texts = new Set(phrases.map(text => tokensOf(text).join(' ')))
  const shortest = [...texts].filter(
    text =>
      text !== '' && ![...texts].some(other => other !== text && other !== '' && ` ${text} `.includes(` ${other} `)),
  )
  return `(${shortest.map(phrase).join(' OR ')})`
}

function phrase(words: string): string {
  // FTS5 reads up to the first NUL.
  return `"${words.replaceAll('\0', ' ').replaceAll('"', ' ')}"`
}
