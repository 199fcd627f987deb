import { endsInAbbreviation } from './abbreviations.ts'
import { isLatin } from './latin.ts'
import { remembered } from './remembered.ts'
import type { Fragment } from './selector.ts'
import type { Span } from './span.ts'
import { CodePoints } from './text.ts'
import type { TextUnit } from './vocabulary.ts'
import { wordSpans } from './wordRuns.ts'

/** A unit in UTF-16 indices, and whether the passage begins or ends inside of it. */
interface Unit extends Span {
  readonly cut: boolean
}

/** A piece of a line ends at the first space behind each so many characters. */
const shortPiece = 64

function orEnd(text: string, found: number): number {
  return found === -1 ? text.length : found
}

/** How many units stand around a passage. */
export interface TextWindow {
  readonly before: number
  readonly after: number
  readonly unit: TextUnit
}

/**
 * A text that can be walked by words, sentences and paragraphs (Unicode UAX #29, through Intl.Segmenter). What has been
 * segmented once is kept, so that all passages of a document share it.
 *
 * A paragraph is a line that is not blank; sentences and words do not cross lines. A sentence that ends in an
 * abbreviation is joined to the next one.
 */
export class SegmentedText {
  readonly points: CodePoints
  readonly language: string
  readonly isLatin: boolean
  readonly #units = new Map<string, readonly Span[]>()

  constructor(text: string, language: string) {
    this.points = new CodePoints(text)
    this.language = language
    this.isLatin = isLatin(text)
  }

  get text(): string {
    return this.points.text
  }

  /**
   * The stretch, in code points, that holds a passage with some units before and after it. A unit that the passage cuts
   * is made whole on that side and not counted, so that 0 gives the sentence of which the passage is a part.
   */
  around(passage: Fragment, { before, after, unit }: TextWindow): Fragment {
    const from = this.points.toUtf16(passage.start)
    const to = this.points.toUtf16(passage.end)
    return {
      start: this.points.toCodePoint(reach(this.#before(from, unit), before, from, ({ start }) => start)),
      end: this.points.toCodePoint(reach(this.#after(to, unit), after, to, ({ end }) => end)),
    }
  }

  /** The units that begin before a UTF-16 index, from the nearest on. */
  *#before(index: number, unit: TextUnit): Generator<Unit> {
    for (let pieceEnd = this.#pieceEnd(index, unit); ; ) {
      const pieceStart = this.#pieceStart(pieceEnd, unit)
      for (const { start, end } of this.#unitsOf(pieceStart, pieceEnd, unit).toReversed()) {
        if (start < index) yield { start, end, cut: end > index }
      }
      if (pieceStart === 0) return
      pieceEnd = pieceStart - 1
    }
  }

  /** The units that end after a UTF-16 index, from the nearest on. */
  *#after(index: number, unit: TextUnit): Generator<Unit> {
    for (let pieceStart = this.#pieceStart(index, unit); ; ) {
      const pieceEnd = this.#pieceEnd(pieceStart, unit)
      for (const { start, end } of this.#unitsOf(pieceStart, pieceEnd, unit)) {
        if (end > index) yield { start, end, cut: start < index }
      }
      if (pieceEnd === this.text.length) return
      pieceStart = pieceEnd + 1
    }
  }

  /**
   * Where the piece ends that an index stands in, or ends: a line, or for words, which no space is a part of, some of it. Of a long
   * line only the words near a passage are segmented; not of scripts without spaces, for which ICU looks further.
   */
  #pieceEnd(index: number, unit: TextUnit): number {
    const lineEnd = orEnd(this.text, this.text.indexOf('\n', index))
    if (unit !== 'WORD' || !this.isLatin) return lineEnd
    for (let place = index - (index % shortPiece); place < lineEnd; place += shortPiece) {
      const space = orEnd(this.text, this.text.indexOf(' ', place))
      if (space >= index) return Math.min(space, lineEnd)
    }
    return lineEnd
  }

  #pieceStart(index: number, unit: TextUnit): number {
    const lineStart = index === 0 ? 0 : this.text.lastIndexOf('\n', index - 1) + 1
    if (unit !== 'WORD' || !this.isLatin) return lineStart
    for (let place = index - (index % shortPiece); place >= lineStart; place -= shortPiece) {
      const space = orEnd(this.text, this.text.indexOf(' ', place))
      if (space < index) return Math.max(space + 1, lineStart)
    }
    return lineStart
  }

  #unitsOf(pieceStart: number, pieceEnd: number, unit: TextUnit): readonly Span[] {
    const key = `${unit} ${pieceStart}`
    const known = this.#units.get(key)
    if (known) return known
    const units = unitsOf(this.text.slice(pieceStart, pieceEnd), unit, this.language).map(({ start, end }) => ({
      start: start + pieceStart,
      end: end + pieceStart,
    }))
    this.#units.set(key, units)
    return units
  }
}

/** How far so many units lead, and the one that is cut besides. */
function reach(units: Iterable<Unit>, count: number, from: number, edge: (unit: Span) => number): number {
  let reached = from
  let left = count
  for (const unit of units) {
    if (!unit.cut && left === 0) break
    if (!unit.cut) left -= 1
    reached = edge(unit)
  }
  return reached
}

/** The units of one line, without the whitespace around them. */
function unitsOf(line: string, unit: TextUnit, language: string): Span[] {
  if (unit === 'PARAGRAPH') return trimmed(line, [{ start: 0, end: line.length }])
  if (unit === 'WORD') return wordSpans(line, language)
  const sentences: { start: number; end: number }[] = []
  let last = ''
  for (const { index, segment } of segmenter(language).segment(line)) {
    const end = index + segment.length
    const open = sentences.at(-1)
    // Only the last piece is looked at: a line of initials is one sentence of very many.
    if (open && endsInAbbreviation(last.trimEnd(), language)) open.end = end
    else sentences.push({ start: index, end })
    last = segment
  }
  return trimmed(line, sentences)
}

function trimmed(line: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const words = line.slice(start, end)
    const from = start + words.length - words.trimStart().length
    const to = start + words.trimEnd().length
    return from < to ? [{ start: from, end: to }] : []
  })
}

/** Segmenters are dear to make. A language that is no BCP 47 tag is segmented by the root locale's rules. */
const segmenter = remembered(
  language => new Intl.Segmenter(isLanguageTag(language) ? language : 'und', { granularity: 'sentence' }),
)

/** Whether it is a well-formed BCP 47 tag; whether anybody speaks it is not known here. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
