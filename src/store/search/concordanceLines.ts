import { type Fragment, fragmentsOf, offsetInDocument } from '../../model/selector.ts'
import { CodePoints } from '../../model/text.ts'
import { firstWords, lastWords, wordsOf } from '../../model/words.ts'
import type { ConcordanceScope, MarkedText } from './concordanceTexts.ts'
import { readHighlights } from './marks.ts'

/** One place where the term stands: `left`, `keyword` and `right` put together are the words of the text. */
export interface ConcordanceLine {
  readonly left: string
  readonly keyword: string
  readonly right: string
  readonly documentId: number
  /** The statement whose words were looked in; null in the scope DOCUMENTS. */
  readonly statementId: number | null
  /** Where the keyword begins in the document, in code points; included. */
  readonly start: number
  /** Where it ends; not included. */
  readonly end: number
}

/** A text taken apart: its words, and where in them the matches are (UTF-16). */
class Text {
  readonly source: MarkedText
  readonly words: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly fragments: readonly Fragment[]
  readonly points: CodePoints

  constructor(source: MarkedText) {
    const pieces = readHighlights(source.marked)
    let at = 0
    this.source = source
    this.spans = pieces.flatMap(({ text, matched }) => {
      const start = at
      at += text.length
      return matched ? [{ start, end: at }] : []
    })
    this.words = pieces.map(({ text }) => text).join('')
    this.fragments = fragmentsOf(source.selector)
    this.points = new CodePoints(this.words)
  }
}

export type Keys = readonly (string | number)[]

/** One match in a text, and its keys in the order; the last is the number of the match in its text. */
export interface ConcordanceMatch {
  readonly text: Text
  readonly start: number
  readonly end: number
  readonly keys: Keys
}

type Match = Omit<ConcordanceMatch, 'keys'>

/** The matches in a text, in its order; `keysOf` gives the keys but the last. */
export function linesOf(marked: MarkedText, keysOf: (match: Match) => Keys): ConcordanceMatch[] {
  const text = new Text(marked)
  return text.spans.map(({ start, end }, number) => ({
    text,
    start,
    end,
    keys: [...keysOf({ text, start, end }), number],
  }))
}

/** The words on one side of a match, the nearest first, as they are sorted. */
export function contextWords({ text, start, end }: Match, side: 'LEFT' | 'RIGHT', window: number): string {
  const words =
    side === 'LEFT'
      ? wordsOf(lastWords(text.words.slice(0, start), window)).reverse()
      : wordsOf(firstWords(text.words.slice(end), window))
  return words.join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Compares keys of the same order, one after the other. */
export function compare(one: Keys, other: Keys): number {
  for (const [index, key] of one.entries()) {
    const against = other[index] ?? ''
    if (key < against) return -1
    if (key > against) return 1
  }
  return 0
}

/** The line with its windows. */
export function written(
  { text, start, end }: ConcordanceMatch,
  scope: ConcordanceScope,
  window: number,
): ConcordanceLine {
  const { words, source, fragments, points } = text
  const last = offsetInDocument(fragments, points.toCodePoint(end) - 1)
  return {
    left: lastWords(words.slice(0, start), window),
    keyword: words.slice(start, end),
    right: firstWords(words.slice(end), window),
    documentId: source.documentId,
    statementId: scope === 'STATEMENTS' ? source.id : null,
    start: offsetInDocument(fragments, points.toCodePoint(start)),
    end: last + 1,
  }
}
