import { firstIndex } from '../../model/bisect.ts'
import { CodePoints } from '../../model/text.ts'

/** How lines end in the texts of a project: LF as Dixit keeps them, or CR LF, as MAXQDA and NVivo write them. */
export const lineEnds = ['lf', 'crlf'] as const
export type LineEnds = (typeof lineEnds)[number]

/** A text as it is written, and the positions in it, in code points, as REFI-QDA has them (10.2). */
export class WrittenText {
  readonly text: string
  /** The positions of the line breaks, if each is two characters. */
  readonly #breaks: readonly number[]

  constructor(text: string, ends: LineEnds) {
    const points = new CodePoints(text)
    this.text = ends === 'lf' ? text : text.replaceAll('\n', '\r\n')
    this.#breaks = ends === 'lf' ? [] : Array.from(text.matchAll(/\n/g), ({ index }) => points.toCodePoint(index))
  }

  /** Where a position of the text as Dixit keeps it stands in the text as it is written. */
  position(offset: number): number {
    return offset + firstIndex(this.#breaks.length, index => (this.#breaks[index] ?? 0) >= offset)
  }
}
