import type { Article } from '../../ingest/article.ts'
import type { Span } from '../../model/span.ts'

/** A word with what joins its parts, or a mark. */
const step = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

/** A stretch whose beginning or end stands a word or a mark further to the left (-1) or to the right (1); null where it cannot. */
export function moved({ text }: Article, { start, end }: Span, edge: 'START' | 'END', by: -1 | 1): Span | null {
  const steps = Array.from(text.matchAll(step), ({ index, 0: word }) => ({ start: index, end: index + word.length }))
  const places = steps.map(each => (edge === 'START' ? each.start : each.end))
  const from = edge === 'START' ? start : end
  const to = by < 0 ? places.findLast(place => place < from) : places.find(place => place > from)
  if (to === undefined) return null
  const span = edge === 'START' ? { start: to, end } : { start, end: to }
  return span.start < span.end ? span : null
}
