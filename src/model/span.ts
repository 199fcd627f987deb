import { firstIndex } from './bisect.ts'

/** A stretch of text in UTF-16 indices, the start included and the end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface QuotationSpan extends Span {
  /**
   * Whether the quotation ends with its closing mark; if not, with its paragraph or where the next one of its kind
   * opens.
   */
  readonly closed: boolean
  /** 1 for a quotation that stands in no other, 2 for one inside it, and so on. */
  readonly depth: number
  /** How many UTF-16 units its opening mark takes, and as many its closing mark; 0 for a dash that opens a dialogue. */
  readonly markLength: number
}

/** Whether two spans have a character in common. */
export function spansMeet(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether a span lies within one of some others. */
export function liesWithin(span: Span, others: readonly Span[]): boolean {
  return others.some(other => other.start <= span.start && span.end <= other.end)
}

/** The index of the first span that ends after a position, of some in the order of their ends. */
export function firstEndingAfter(spans: readonly Span[], position: number): number {
  return firstIndex(spans.length, index => (spans[index]?.end ?? 0) > position)
}
