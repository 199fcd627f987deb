import { joint } from '../model/selector.ts'
import { liesWithin, type Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { Quote, Words } from './dossier.ts'

/** The words of a quotation, without what singles them out. */
export function exactOf(quote: Quote): string {
  return typeof quote === 'string' ? quote : quote.exact
}

/** All words, whether in one piece or several. */
export function allWordsOf(words: Words | readonly Quote[]): string {
  return [words].flat().map(exactOf).join(joint)
}

/** The places within a span where the words of a quotation stand, between its prefix and suffix; whatever its occurrence. */
function placesWithin(article: Article, quote: Quote, within: Span): Span[] {
  if (typeof quote !== 'string' && quote.start !== undefined) {
    const place = article.startingAt(quote.start, quote.exact)
    return place !== null && liesWithin(place, [within]) ? [place] : []
  }
  return article.find(exactOf(quote), within).filter(place => hasContext(article, place, quote))
}

/** Where words are looked for, and what that place is called. */
export interface SearchScope {
  readonly name: string
  readonly spans: readonly Span[]
}

/** The places for a quotation in the first scope that has any. */
export function placesIn(article: Article, quote: Quote, scopes: readonly SearchScope[]) {
  for (const scope of scopes) {
    const places = scope.spans.flatMap(span => placesWithin(article, quote, span))
    if (places.length > 0) return { scope, places }
  }
  return undefined
}

/** The place of several that a quotation means; undefined if it does not tell. */
export function chosenOf(places: readonly Span[], quote: Quote): Span | undefined {
  const occurrence = typeof quote === 'string' ? undefined : quote.occurrence
  if (occurrence !== undefined) return places[occurrence - 1]
  return places.length === 1 ? places[0] : undefined
}

/** The one place for a quotation in an article; null for none and for several. */
export function placeOf(article: Article, quote: Quote): Span | null {
  const places = placesWithin(article, quote, article.whole)
  return chosenOf(places, quote) ?? null
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
