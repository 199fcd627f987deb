import { gapsOf, wordsBeyond } from '../model/coverage.ts'
import type { SegmentedText } from '../model/segment.ts'
import { fragmentsOf } from '../model/selector.ts'
import type { Span } from '../model/span.ts'
import type { UncoveredKind } from '../model/vocabulary.ts'
import { findNumbers, findQuotations, readTimes, unreadMarks } from '../reading/index.ts'
import type { CoveringRow } from '../store/query/covering.ts'

/** Words of a document that no annotation accounts for, in code points. */
export interface Uncovered extends Span {
  readonly kind: UncoveredKind
  readonly words: string
}

/**
 * What no annotation of a document covers, in the order of its text. Numbers and quotations are those of `dixit check`;
 * the address of the document, where its text gives it, needs no annotation.
 */
export async function uncoveredOf(
  segmented: SegmentedText,
  url: string | null,
  covering: readonly CoveringRow[],
): Promise<Uncovered[]> {
  const { points, text, language } = segmented
  const spansOf = (rows: readonly CoveringRow[]) =>
    rows.flatMap(({ selector }) =>
      fragmentsOf(selector).map(({ start, end }) => ({ start: points.toUtf16(start), end: points.toUtf16(end) })),
    )
  const at = url === null ? -1 : text.indexOf(url)
  const setAside = url === null || at < 0 ? [] : [{ start: at, end: at + url.length }]
  const gaps = gapsOf(
    {
      numbers: findNumbers(text, language),
      get times() {
        return readTimes(text, language)
      },
      quotations: findQuotations(text, language),
      unreadMarks: unreadMarks(text, language),
    },
    {
      numbers: spansOf(covering.filter(({ kind }) => kind === 'FIGURE_MENTION' || kind === 'TIME_EXPRESSION')),
      contents: spansOf(covering.filter(({ kind }) => kind === 'STATEMENT')),
      setAside,
    },
  )
  // The lists are large, and few ask.
  const { functionWordsOf } = await import('./functionWords.ts')
  const words = uncoveredWords(text, functionWordsOf(language), [...spansOf(covering), ...setAside, ...gaps])
  return [...gaps, ...words.map(span => ({ kind: 'WORDS', ...span }) as const)]
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ kind, start, end }) => ({
      kind,
      start: points.toCodePoint(start),
      end: points.toCodePoint(end),
      words: text.slice(start, end),
    }))
}

/** The stretches of a text, in UTF-16 indices, that no span covers, without those of function words alone: “that”, “on the”. */
export function uncoveredWords(
  text: string,
  isFunctionWord: ((word: string) => boolean) | null,
  spans: readonly Span[],
): Span[] {
  return wordsBeyond(text, spans).filter(({ start, end }) => {
    const words =
      text
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu) ?? []
    // A letter alone is what is left of “Moss’s”.
    return !words.every(word => isFunctionWord?.(word) || /^[a-z]$/.test(word))
  })
}
