import { type QuotationSpan, type Span, spansMeet } from './span.ts'
import type { Quotation } from './vocabulary.ts'

/** What of a statement is needed to tell the speaker's words from the reporter's. */
export interface Reported {
  /** Null where it is not known. */
  readonly quotation: Quotation | null
  /** The pieces of its content, in UTF-16 indices of the text. */
  readonly content: readonly Span[]
  /** The statement that it is reported inside of, if any. */
  readonly around: Reported | null
}

/**
 * The pieces of a statement's content that are the speaker's own words: all of it if it is quoted DIRECT, what stands
 * inside quotation marks if MIXED, nothing of a paraphrase or of what is quoted nobody knows how.
 *
 * Of a statement inside another, only those marks count that stand inside the content of the one around it, and deeper
 * than the marks that quote that one.
 */
export function ownWords(statement: Reported, quotations: readonly QuotationSpan[]): Span[] {
  const { quotation, content, around } = statement
  if (quotation === 'INDIRECT' || quotation === null) return []
  if (quotation === 'DIRECT') return [...content]
  const depth = depthOf(around)
  const insides = quotations.flatMap(found => {
    const isOurs =
      found.depth === depth + 1 && (around === null || around.content.some(piece => spansMeet(found, piece)))
    return isOurs ? [insideOf(found)] : []
  })
  return content.flatMap(piece =>
    insides
      .filter(inside => spansMeet(inside, piece))
      .map(inside => ({ start: Math.max(inside.start, piece.start), end: Math.min(inside.end, piece.end) })),
  )
}

/** How many quotations the words of a statement stand in for being quoted. */
export function depthOf(statement: Reported | null): number {
  let depth = 0
  // A loop, as a file may report a statement in another thousands of times, which is more than a stack holds.
  for (let each = statement; each !== null; each = each.around) if (each.quotation === 'DIRECT') depth += 1
  return depth
}

/** What stands inside a quotation, without its marks. */
export function insideOf({ start, end, closed, markLength }: QuotationSpan): Span {
  return { start: start + markLength, end: closed ? end - markLength : end }
}
