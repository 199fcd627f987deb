import type { Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { Place } from './problems.ts'

/** A number or a quotation of the article that no annotation accounts for. */
export interface CoverageGap extends Place {
  readonly kind: 'NUMBER' | 'QUOTATION'
  readonly words: string
  /** Whether it is a number, or a quotation mark, that cannot be read. */
  readonly isUnread: boolean
}

export interface Covered {
  /** Where figures are mentioned, times worded, and the document's url given. */
  readonly numbers: readonly Span[]
  /** The fragments of statements' contents. */
  readonly contents: readonly Span[]
  /** What is left out on purpose. */
  readonly setAside: readonly Span[]
}

/** What the annotations leave out: numbers that none covers whole, and outermost quotations that no statement touches. */
export function findGaps(article: Article, { numbers, contents, setAside }: Covered): CoverageGap[] {
  const gaps: (Span & Pick<CoverageGap, 'kind' | 'isUnread'>)[] = []
  const covered = new SpanIndex([...numbers, ...setAside])
  for (const number of article.numbers) {
    if (covered.covers(number)) continue
    const { start, end } = number
    gaps.push({ kind: 'NUMBER', start, end, isUnread: number.isQuantity && number.quantity === null })
  }
  for (const { start, end } of article.unreadMarks) gaps.push({ kind: 'QUOTATION', start, end, isUnread: true })
  const said = new SpanIndex(contents)
  const aside = new SpanIndex(setAside)
  for (const { start, end, depth } of article.quotations) {
    if (depth === 1 && !said.touches({ start, end }) && !aside.covers({ start, end })) {
      gaps.push({ kind: 'QUOTATION', start, end, isUnread: false })
    }
  }
  return gaps
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ kind, isUnread, ...span }) => ({
      kind,
      isUnread,
      ...article.placeOf(span.start),
      words: article.slice(span),
    }))
}

/** Spans joined where they overlap, so that a question about them takes no walk through all. */
class SpanIndex {
  readonly #spans: Span[] = []

  constructor(spans: readonly Span[]) {
    for (const span of spans.toSorted((a, b) => a.start - b.start)) {
      const last = this.#spans.at(-1)
      if (last && span.start <= last.end) this.#spans[this.#spans.length - 1] = join(last, span)
      else this.#spans.push(span)
    }
  }

  covers({ start, end }: Span): boolean {
    const span = this.#lastFrom(start)
    return span !== undefined && end <= span.end
  }

  touches({ start, end }: Span): boolean {
    const span = this.#lastFrom(end - 1)
    return span !== undefined && start < span.end
  }

  /** The last span that starts at an index or before it. */
  #lastFrom(index: number): Span | undefined {
    let low = 0
    let high = this.#spans.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#spans[middle]?.start ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return this.#spans[low - 1]
  }
}

function join(one: Span, other: Span): Span {
  return { start: one.start, end: Math.max(one.end, other.end) }
}
