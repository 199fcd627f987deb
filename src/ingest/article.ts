import { firstIndex } from '../model/bisect.ts'
import type { SpanRecord } from '../model/records/fields.ts'
import { joint } from '../model/selector.ts'
import type { QuotationSpan, Span } from '../model/span.ts'
import { CodePoints } from '../model/text.ts'
import {
  findNumbers,
  findQuotations,
  type NumberMention,
  quotedSpans,
  readTimes,
  type TimeMention,
  unreadMarks,
} from '../reading/index.ts'
import { Lines } from './lines.ts'
import type { FilePosition } from './problems.ts'

/** More places than this are not counted one by one. */
const MOST_PLACES = 1_000

/** The normalised text of an article, and where words stand in it. Spans are in UTF-16 indices. */
export class Article {
  readonly file: string
  readonly text: string
  /** A BCP 47 tag. */
  readonly language: string
  readonly codePoints: CodePoints
  readonly quotations: readonly QuotationSpan[]
  /** What stands inside the outermost quotations, without their marks. */
  readonly quoted: readonly Span[]
  readonly #lines: Lines
  #numbers: readonly NumberMention[] | null = null
  #times: readonly TimeMention[] | null = null
  /** The text with each run of whitespace as one space, so that words are found across line breaks. */
  readonly #flat: string
  /** For each index in the flat text the index in the text that it comes from. */
  readonly #origins: Uint32Array

  constructor(file: string, text: string, language: string) {
    this.file = file
    this.text = text
    this.language = language
    this.codePoints = new CodePoints(text)
    this.quotations = findQuotations(text, language)
    this.quoted = quotedSpans(this.quotations)
    this.#lines = new Lines(text)
    this.#flat = text.replace(/\s+/g, ' ')
    this.#origins = origins(text, this.#flat.length)
  }

  /** The numbers of the text, each whole. */
  get numbers(): readonly NumberMention[] {
    this.#numbers ??= findNumbers(this.text, this.language)
    return this.#numbers
  }

  /** The dates and times of day of the text. */
  get times(): readonly TimeMention[] {
    this.#times ??= readTimes(this.text, this.language)
    return this.#times
  }

  /** The quotation marks that open and close nothing. */
  get unreadMarks(): readonly Span[] {
    return unreadMarks(this.text, this.language)
  }

  get whole(): Span {
    return { start: 0, end: this.text.length }
  }

  /** The span of words that start at a code point, if they do. */
  startingAt(point: number, words: string): Span | null {
    if (point >= this.codePoints.length) return null
    const start = this.codePoints.toUtf16(point)
    return this.text.startsWith(words, start) ? { start, end: start + words.length } : null
  }

  /** Pieces of the text as a record has them. */
  record(pieces: readonly Span[]): SpanRecord {
    return {
      at: pieces.map(({ start, end }) => [this.codePoints.toCodePoint(start), this.codePoints.toCodePoint(end)]),
      exact: this.words(pieces),
    }
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end)
  }

  /** The words of several pieces, with a mark between them. */
  words(pieces: readonly Span[]): string {
    return pieces.map(piece => this.slice(piece)).join(joint)
  }

  placeOf(index: number): FilePosition {
    return { file: this.file, ...this.#lines.positionOf(index) }
  }

  lineOf(index: number): number {
    return this.#lines.lineOf(index)
  }

  /** The paragraphs (lines) that a span touches. */
  paragraphsOf({ start, end }: Span): Span {
    return this.#lines.around(start, end)
  }

  /**
   * Where words stand within a span, in order. If they stand anywhere as whole words, then only there: a 5 is not sought
   * inside 435,719.
   */
  find(words: string, within: Span): Span[] {
    const sought = words.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (sought === '') return []
    const from = this.#flatIndex(within.start)
    const flat = this.#flat.slice(from, this.#flatIndex(within.end))

    const whole: Span[] = []
    const inside: Span[] = []
    for (let at = flat.indexOf(sought); at !== -1; at = flat.indexOf(sought, at + 1)) {
      const span = {
        start: this.#origins[from + at] ?? 0,
        end: (this.#origins[from + at + sought.length - 1] ?? 0) + 1,
      }
      const isWhole = !cutsWord(this.text, span.start) && !cutsWord(this.text, span.end)
      const spans = isWhole ? whole : inside
      if (spans.length < MOST_PLACES) spans.push(span)
    }
    return whole.length > 0 ? whole : inside
  }

  /** A span with the rest of the words that it cuts; itself where it cuts none, or in a script that writes no spaces or joins words. */
  wholeWords({ start, end }: Span): Span {
    const first = joinsWord(this.text, start) ? lettersBefore(this.text, start) : start
    const [after = ''] = joinsWord(this.text, end) ? (/^[\p{L}\p{M}]+/u.exec(this.text.slice(end)) ?? []) : []
    return { start: first, end: end + after.length }
  }

  /** Whether a span begins or ends within a word. */
  cutsWords(span: Span): boolean {
    const whole = this.wholeWords(span)
    return whole.start < span.start || span.end < whole.end
  }

  /** The first index in the flat text that comes from an index of the text or a later one. */
  #flatIndex(index: number): number {
    return firstIndex(this.#origins.length, flat => (this.#origins[flat] ?? 0) >= index)
  }
}

function origins(text: string, length: number): Uint32Array {
  const indices = new Uint32Array(length)
  let flat = 0
  for (const piece of text.matchAll(/\s+|\S+/g)) {
    const isSpace = /^\s/.test(piece[0])
    const count = isSpace ? 1 : piece[0].length
    for (let step = 0; step < count; step += 1) {
      indices[flat] = piece.index + step
      flat += 1
    }
  }
  return indices
}

/** Whether an index lies inside a word or a number such as 435,719. */
function cutsWord(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - 2), index + 2)
  const at = Math.min(2, index)
  const before = around.slice(0, at)
  const after = around.slice(at)
  if (/[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after)) return true
  return (/\d[.,]$/.test(before) && /^\d/.test(after)) || (/\d$/.test(before) && /^[.,]\d/.test(after))
}

/** Whether an index lies between two letters of a script in which a word stands between spaces. */
function joinsWord(text: string, index: number): boolean {
  return endsInLetter.test(text.slice(Math.max(0, index - 4), index)) && goesOn.test(text.slice(index, index + 2))
}

const endsInLetter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*$/u
const goesOn = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u

/** From the first start to the last end of spans that stand in text order. */
export function hullOf(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
}

/** Where the letters begin that end at an index: step by step, as an expression that ends with `$` is tried from every place before. */
function lettersBefore(text: string, end: number): number {
  let start = end
  for (;;) {
    const [letter] = /[\p{L}\p{M}]$/u.exec(text.slice(Math.max(0, start - 2), start)) ?? []
    if (letter === undefined) return start
    start -= letter.length
  }
}
