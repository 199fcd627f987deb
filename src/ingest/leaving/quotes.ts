import type { SpanRecord } from '../../model/records/fields.ts'
import type { Span } from '../../model/span.ts'
import type { Article } from '../article.ts'
import type { Quote, Words } from '../dossier.ts'
import { chosenOf, placesIn, type SearchScope } from '../placesOf.ts'
import { quoteFor } from '../quoteFor.ts'

/** The pieces of a span, in UTF-16 indices of the text. */
export function spansOfRecord({ at }: SpanRecord, { codePoints }: Article): Span[] {
  return at.map(([start, end]) => ({ start: codePoints.toUtf16(start), end: codePoints.toUtf16(end) }))
}

/**
 * The words by which a dossier names a span, as short as they lead there where they are looked for: alone, with what stands beside
 * them, by their occurrence or, where words cannot single them out, by where they start.
 */
export function wordsFor(article: Article, span: SpanRecord, scopes: readonly SearchScope[]): Words {
  const [first, ...others] = spansOfRecord(span, article).map(piece => quoteIn(article, piece, scopes))
  if (first === undefined) throw new Error('a span needs at least one piece')
  return others.length === 0 ? first : [first, ...others]
}

function quoteIn(article: Article, piece: Span, scopes: readonly SearchScope[]): Quote {
  const words = article.slice(piece)
  const exact = words.replaceAll(/\s+/g, ' ')
  const start = article.codePoints.toCodePoint(piece.start)
  const whole = article.wholeWords(piece)
  // Part of a word is named by where it starts: by its letters alone it would be taken for a slip.
  if (whole.start < piece.start || whole.end > piece.end) return { exact: words, start }
  const isMeant = (quote: Quote) => {
    const chosen = chosenOf(placesIn(article, quote, scopes)?.places ?? [], quote)
    return chosen?.start === piece.start && chosen.end === piece.end
  }
  const isFound = (quote: Quote) => placesIn(article, quote, scopes)?.places.some(({ start }) => start === piece.start)
  if (isMeant(exact)) return exact
  // What is nowhere found as whole words needs no looking for what stands beside it.
  if (isFound(exact)) {
    const singled = quoteFor(article, piece)
    if (isMeant(singled)) return singled
    const places = placesIn(article, exact, scopes)?.places ?? []
    const counted = { exact, occurrence: places.findIndex(place => place.start === piece.start) + 1 }
    if (isMeant(counted)) return counted
  }
  return { exact: words, start }
}
