/** What a person types into a search field, taken apart. No text is an error: whatever means nothing is let be. */

import { readSoughtNumber, type SoughtNumber } from './numberForms.ts'
import { findNumbers } from './numbers.ts'

/** Words that follow each other, the last of them perhaps only begun; or a number, in whatever form. */
export type SearchTerm =
  | { readonly kind: 'WORDS'; readonly words: string; readonly isPrefix: boolean }
  | { readonly kind: 'NUMBER'; readonly words: string; readonly number: SoughtNumber }

/**
 * The terms of a query, each of which must be found: `"words in quotation marks"` follow each other, a `word*` is only
 * begun, a number outside of quotation marks is found in any form. Nothing else has a meaning of its own.
 */
export function readSearchQuery(query: string): SearchTerm[] {
  // Every second piece stands between quotation marks; one that is never closed reaches to the end. The star of
  // `"a phr*"` and of `"a phr"*` is the same.
  const pieces = query.replaceAll(/["“”]\*/g, '*"').split(/["“”]/)
  return pieces.flatMap((piece, index) => (index % 2 === 1 ? wordsTerms(piece) : looseTerms(piece)))
}

/** The one term of a concordance: all words follow each other, with or without quotation marks; or it is a number. */
export function readConcordanceTerm(term: string): SearchTerm[] {
  const words = term.replaceAll(/["“”]/g, ' ').trim()
  const number = words === term.trim() ? readSoughtNumber(words) : null
  return number === null ? wordsTerms(words) : [{ kind: 'NUMBER', words, number }]
}

function looseTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  let from = 0
  for (const { start, end, words } of findNumbers(text)) {
    const number = text[end] === '*' ? null : readSoughtNumber(words)
    if (number === null) continue
    terms.push(...looseWords(text.slice(from, start)), { kind: 'NUMBER', words, number })
    from = end
  }
  return [...terms, ...looseWords(text.slice(from))]
}

function looseWords(text: string): SearchTerm[] {
  return text.split(/\s+/u).flatMap(wordsTerms)
}

function wordsTerms(text: string): SearchTerm[] {
  const words = text.trim()
  const isPrefix = /[\p{L}\p{M}\p{N}\p{Co}]\*$/u.test(words)
  return tokensOf(words).length === 0 ? [] : [{ kind: 'WORDS', words: isPrefix ? words.slice(0, -1) : words, isPrefix }]
}

/** The words of a text as the full-text index has them: runs of letters and digits. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{Co}][\p{L}\p{M}\p{N}\p{Co}]*/gu) ?? []
}
