/** What a person types into a search field, taken apart. No text is an error: whatever means nothing is let be. */

import { searchTokens } from '../model/searchTokens.ts'
import { findBareNumbers, readSoughtNumber, type SoughtNumber } from './numberForms.ts'

/**
 * Words that follow each other, the last of them perhaps only begun, in the form in which they are typed or in any; or a
 * number, in whatever form.
 */
export type SearchTerm =
  | { readonly kind: 'WORDS'; readonly words: string; readonly isPrefix: boolean; readonly anyForm: boolean }
  | { readonly kind: 'NUMBER'; readonly words: string; readonly number: SoughtNumber }

/**
 * The terms of a query, each of which must be found: `"words in quotation marks"` follow each other in that form, a `word*`
 * is only begun, a number outside of quotation marks is found in any form. Nothing else has a meaning of its own.
 */
export function readSearchQuery(query: string): SearchTerm[] {
  // Every second piece stands between quotation marks; one that is never closed reaches to the end. The star of
  // `"a phr*"` and of `"a phr"*` is the same.
  const pieces = query.replaceAll(STAR_BEHIND, '*"').split(QUOTATION_MARK)
  return pieces.flatMap((piece, index) => (index % 2 === 1 ? wordsTerms(piece, false) : looseTerms(piece)))
}

const QUOTATION_MARK = /["“”„«»「」『』]/
const STAR_BEHIND = new RegExp(`${QUOTATION_MARK.source}\\*`, 'g')

/**
 * The one term of a concordance: all words follow each other, with or without quotation marks; or it is a number. A single
 * word is found in the form in which it is typed or, if `anyForm`, in any.
 */
export function readConcordanceTerm(term: string, anyForm: boolean): SearchTerm[] {
  const isQuoted = QUOTATION_MARK.test(term)
  const words = term.replaceAll(STAR_BEHIND, '*').split(QUOTATION_MARK).join(' ').trim()
  const number = isQuoted ? null : readSoughtNumber(words)
  return number === null ? wordsTerms(words, anyForm && !isQuoted) : [{ kind: 'NUMBER', words, number }]
}

function looseTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  let from = 0
  for (const { start, end, words } of findBareNumbers(text)) {
    const number = text[end] === '*' ? null : readSoughtNumber(words)
    if (number === null) continue
    terms.push(...looseWords(text.slice(from, start)), { kind: 'NUMBER', words, number })
    from = end
  }
  return [...terms, ...looseWords(text.slice(from))]
}

function looseWords(text: string): SearchTerm[] {
  return text.split(/\s+/u).flatMap(word => wordsTerms(word, true))
}

function wordsTerms(text: string, anyForm: boolean): SearchTerm[] {
  const words = text.trim()
  const isPrefix = /[\p{L}\p{M}\p{N}\p{Co}]\*$/u.test(words)
  if (searchTokens(words, 'en').length === 0) return []
  return [{ kind: 'WORDS', words: isPrefix ? words.slice(0, -1) : words, isPrefix, anyForm: anyForm && !isPrefix }]
}
