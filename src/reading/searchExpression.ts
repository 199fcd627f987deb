/** What a search looks for, as an expression of SQLite's FTS5 over the words and stems of texts, and as words to be marked. */

import { searchTokens } from '../model/searchTokens.ts'
import type { SoughtWords } from '../model/textMatches.ts'
import { stemsOf } from '../model/wordForms.ts'
import { digitsOf, type SoughtNumber, writtenForms } from './numberForms.ts'
import type { SearchTerm } from './searchQuery.ts'

/** A term of a query, which must be found beside the others. */
export interface MatchPart {
  readonly expression: string
  /** The same, without other forms of the word. */
  readonly exact: string
  readonly isPrefix: boolean
  readonly words: SoughtWords
}

/** A wording that the graph has of a number that is looked for. */
export interface NumberWording {
  readonly number: SoughtNumber
  readonly words: string
  readonly value: number | null
}

/** Nothing: an expression that no row matches. */
const nothing = '""'

/** The expression of parts, every one of which must be found. */
export function matchAll(parts: readonly MatchPart[]): string {
  return parts.length === 0 ? nothing : parts.map(({ expression }) => expression).join(' AND ')
}

/** The expression of parts, every one of which must be found in the form that was typed; null where there are no others. */
export function matchExactly(parts: readonly MatchPart[]): string | null {
  const hasForms = parts.some(({ expression, exact }) => expression !== exact)
  return hasForms ? parts.map(({ exact }) => exact).join(' AND ') : null
}

/**
 * The terms of a query as they are looked for. All that a person typed stands in the expressions between quotation marks,
 * and without any sign of its own, so that nothing of it is read as an operator.
 *
 * How numbers are read and which forms a word has depends on the language, of which a query says nothing: it is any of
 * those that the graph has.
 */
export function matchParts(
  terms: readonly SearchTerm[],
  languages: readonly string[],
  wordings: readonly NumberWording[] = [],
): MatchPart[] {
  const parts = terms.flatMap(term => {
    const isPrefix = term.kind === 'WORDS' && term.isPrefix
    const { typed, written } = term.kind === 'WORDS' ? { typed: [term.words], written: [] } : formsOf(term, wordings)
    const phrases = shortest([
      ...typed.flatMap(text => readings(text, ['en', ...languages])),
      ...written.flatMap(text => readings(text, ['en'])),
    ])
    const stems = term.kind === 'WORDS' && term.anyForm ? stemsIn(term.words, languages) : []
    return phrases.length === 0 ? [] : [partOf({ phrases, isPrefix, stems })]
  })
  // A word that is typed twice would be looked for, and weigh, twice.
  return [...new Map(parts.map(part => [part.expression, part])).values()]
}

function partOf(words: SoughtWords): MatchPart {
  const { phrases, isPrefix, stems } = words
  const quoted = phrases.map(phrase => `"${phrase}"${isPrefix ? ' *' : ''}`)
  const exact = matchAny(quoted)
  return { expression: matchAny([...quoted, ...stems.map(stem => `"${stem}"`)]), exact, isPrefix, words }
}

/** The expression of what one of several expressions finds. */
export function matchAny(expressions: readonly string[]): string {
  return expressions.length === 1 ? expressions.join() : `(${expressions.join(' OR ')})`
}

/** A number as it was typed and as the graph words it, in whatever language, and as English writes it in digits. */
function formsOf({ words, number }: SearchTerm & { kind: 'NUMBER' }, wordings: readonly NumberWording[]) {
  const known = wordings.filter(wording => wording.number === number)
  return {
    typed: [words, ...known.map(wording => wording.words)],
    written: [
      ...(number.value === null ? [] : writtenForms(number.value)),
      ...known.flatMap(({ value }) => (value === null ? [] : digitsOf(value))),
    ],
  }
}

/** The words of a text, in each of the ways in which its numbers can be read. */
function readings(text: string, languages: readonly string[]): string[] {
  const all = languages.map(language =>
    searchTokens(text, language)
      .map(({ token }) => token)
      .join(' '),
  )
  return [...new Set(all)].filter(words => words !== '')
}

/** The stems of a text that is one word, in each of the languages. */
function stemsIn(text: string, languages: readonly string[]): string[] {
  const [token, ...others] = searchTokens(text, 'und')
  if (!token || others.length > 0) return []
  const word = text.slice(token.start, token.end)
  return [...new Set(languages.flatMap(language => stemsOf(word, language)))]
}

/** Phrases without those that hold another one, which would add nothing and count a match twice. */
function shortest(phrases: readonly string[]): string[] {
  const all = [...new Set(phrases)]
  return all.filter(phrase => !all.some(other => other !== phrase && ` ${phrase} `.includes(` ${other} `)))
}
