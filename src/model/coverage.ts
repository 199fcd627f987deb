import { liesWithin, type QuotationSpan, type Span } from './span.ts'
import { SpanIndex } from './spanIndex.ts'

export interface Covered {
  /** Where figures are mentioned, times worded, and the document's url given. */
  readonly numbers: readonly Span[]
  /** The fragments of statements' contents. */
  readonly contents: readonly Span[]
  /** What is left out on purpose. */
  readonly setAside: readonly Span[]
}

/** What a text has that annotations should account for. */
export interface Countable {
  readonly numbers: readonly (Span & { readonly isQuantity: boolean; readonly quantity: unknown })[]
  /** Dates and times of day, which hold numbers. */
  readonly times: readonly Span[]
  readonly quotations: readonly QuotationSpan[]
  /** Quotation marks that cannot be read. */
  readonly unreadMarks: readonly Span[]
}

/** A number or a quotation of a text that no annotation accounts for; `isUnread` if it cannot be read. */
export interface Gap extends Span {
  readonly kind: 'NUMBER' | 'QUOTATION'
  readonly isUnread: boolean
}

/**
 * Numbers that nothing covers whole, a time once for all of its numbers, outermost quotations that no statement touches, and quotation marks that cannot be
 * read, in the order of the text.
 */
export function gapsOf(text: Countable, { numbers: given, contents, setAside }: Covered): Gap[] {
  const covered = new SpanIndex([...given, ...setAside])
  const said = new SpanIndex(contents)
  const aside = new SpanIndex(setAside)
  const gap = (kind: Gap['kind'], { start, end }: Span, isUnread: boolean): Gap => ({ kind, start, end, isUnread })
  const numbers = text.numbers.filter(number => !covered.covers(number))
  // Without an uncovered number no time is asked for, since times take long to read.
  const times =
    numbers.length === 0 ? [] : text.times.filter(time => numbers.some(number => liesWithin(number, [time])))
  return [
    ...times.map(time => gap('NUMBER', time, false)),
    ...numbers
      .filter(number => !liesWithin(number, times))
      .map(number => gap('NUMBER', number, number.isQuantity && number.quantity === null)),
    ...text.unreadMarks.map(mark => gap('QUOTATION', mark, true)),
    ...text.quotations
      .filter(quotation => quotation.depth === 1 && !said.touches(quotation) && !aside.covers(quotation))
      .map(quotation => gap('QUOTATION', quotation, false)),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** The stretches of words of a text that no span covers; one ends with its line. */
export function wordsBeyond(text: string, spans: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let from = 0
  for (const { start, end } of [
    ...spans.toSorted((a, b) => a.start - b.start),
    { start: text.length, end: text.length },
  ]) {
    if (start > from) gaps.push({ start: from, end: start })
    from = Math.max(from, end)
  }
  return gaps.flatMap(gap => linesOf(text, gap).flatMap(line => trimmed(text, line)))
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  for (let from = start; from < end; ) {
    const found = text.indexOf('\n', from)
    const to = found < 0 || found > end ? end : found
    lines.push({ start: from, end: to })
    from = to + 1
  }
  return lines
}

/** A stretch without the spaces and marks at its ends; none if there is no letter or digit in it. */
function trimmed(text: string, { start, end }: Span): Span[] {
  const stretch = text.slice(start, end)
  const first = stretch.search(/[\p{L}\p{N}]/u)
  if (first < 0) return []
  let last = stretch.length
  while (!/[\p{L}\p{N}]$/u.test(stretch.slice(Math.max(0, last - 2), last))) last -= 1
  return [{ start: start + first, end: start + last }]
}
