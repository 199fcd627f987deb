import type { Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { Quote } from './dossier.ts'

/** The words of a quotation, without what singles them out. */
export function exactOf(quote: Quote): string {
  return typeof quote === 'string' ? quote : quote.exact
}

/** The places within a span where the words of a quotation stand, between its prefix and suffix; whatever its occurrence. */
export function findQuotation(article: Article, quote: Quote, within: Span): Span[] {
  return article.find(exactOf(quote), within).filter(place => hasContext(article, place, quote))
}

/** The one place for a quotation in an article; null for none and for several. */
export function placeOf(article: Article, quote: Quote): Span | null {
  const places = findQuotation(article, quote, article.whole)
  const occurrence = typeof quote === 'string' ? undefined : quote.occurrence
  if (occurrence !== undefined) return places[occurrence - 1] ?? null
  return places.length === 1 ? (places[0] ?? null) : null
}

function hasContext({ text }: Article, { start, end }: Span, quote: Quote): boolean {
  if (typeof quote === 'string') return true
  const { prefix, suffix } = quote
  // Whitespace between a context and the words is nobody's.
  return (
    (prefix === undefined ||
      flat(text.slice(Math.max(0, start - 2 * prefix.length - 2), start)).endsWith(flat(prefix))) &&
    (suffix === undefined || flat(text.slice(end, end + 2 * suffix.length + 2)).startsWith(flat(suffix)))
  )
}

function flat(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
