import { firstIndex } from './bisect.ts'
import type { Span } from './span.ts'

/** Spans joined where they overlap, so that a question about them takes no walk through all. */
export class SpanIndex {
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
    return this.#spans[firstIndex(this.#spans.length, at => (this.#spans[at]?.start ?? 0) > index) - 1]
  }
}

function join(one: Span, other: Span): Span {
  return { start: one.start, end: Math.max(one.end, other.end) }
}
