import type { SpanRecord } from '../../model/records/fields.ts'
import { CodePoints, codePointLength, normaliseText } from '../../model/text.ts'

/** One piece of a passage in a raw text: UTF-16 indices or code points, as the corpus counts. */
export type Piece = readonly [start: number, end: number]

/**
 * A text as the graph keeps it, and the way from offsets in the text as the corpus has it to offsets in that.
 *
 * The words at the new offsets are compared with the old ones when the record is written, so that a boundary inside of
 * what normalisation joins is refused and not guessed.
 */
export class NormalisedText {
  readonly text: string
  readonly #raw: CodePoints
  readonly #points: CodePoints
  /** The annotators of a text mark the same words. */
  readonly #offsets = new Map<number, number>()

  constructor(raw: string) {
    this.#raw = new CodePoints(raw)
    this.text = normaliseText(raw)
    this.#points = this.text === raw ? this.#raw : new CodePoints(this.text)
  }

  /** Whether the raw text has CRLF line breaks. */
  get hasCarriageReturns(): boolean {
    return this.#raw.text.includes('\r')
  }

  /** Offsets that count UTF-16 units, as Java and JavaScript do, as offsets that count code points. */
  fromUtf16([start, end]: Piece): Piece | null {
    const { length } = this.#raw.text
    return start >= 0 && end <= length ? [this.#raw.toCodePoint(start), this.#raw.toCodePoint(end)] : null
  }

  /** The words of the raw text at some pieces; null if they lie outside of it. */
  rawWords(pieces: readonly Piece[], separator: string): string | null {
    if (pieces.some(([start, end]) => !(start < end && end <= this.#raw.length))) return null
    return pieces.map(([start, end]) => this.#raw.slice(start, end)).join(separator)
  }

  /** The passage at some pieces (in code points of the raw text), with the words that stand there in the raw text. */
  span(pieces: readonly Piece[]): SpanRecord | null {
    const ordered = pieces.toSorted((a, b) => a[0] - b[0])
    if (ordered.length === 0 || ordered.some(([start, end]) => !(start < end && end <= this.#raw.length))) return null
    const exact = ordered.map(([start, end]) => this.#exact(start, end)).join(' … ')
    return { at: ordered.map(([start, end]) => [this.#offset(start), this.#offset(end)]), exact }
  }

  /** The piece of the normalised text in UTF-16 indices. */
  utf16({ at }: SpanRecord): { start: number; end: number }[] {
    return at.map(([start, end]) => ({ start: this.#points.toUtf16(start), end: this.#points.toUtf16(end) }))
  }

  /** What is cut out of a normalised text is normalised. */
  #exact(start: number, end: number): string {
    const words = this.#raw.slice(start, end)
    return this.#points === this.#raw ? words : normaliseText(words)
  }

  #offset(raw: number): number {
    if (this.#points === this.#raw) return raw
    const known = this.#offsets.get(raw)
    if (known !== undefined) return known
    const offset = codePointLength(normaliseText(this.#raw.slice(0, raw)))
    this.#offsets.set(raw, offset)
    return offset
  }
}
