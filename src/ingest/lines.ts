import { firstIndex } from '../model/bisect.ts'
import { codePointLength } from '../model/text.ts'

export interface Position {
  /** From 1. */
  readonly line: number
  /** In code points, from 1. */
  readonly column: number
}

/** Where the lines of a text with LF line ends begin: finds the place of an index without reading the text again. */
export class Lines {
  readonly #text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  positionOf(index: number): Position {
    const line = this.lineOf(index)
    const start = this.startOf(line)
    return { line, column: codePointLength(this.#text.slice(start, index)) + 1 }
  }

  /** The stretch of whole lines that a stretch of text touches, without the last line's end. */
  around(start: number, end: number): { start: number; end: number } {
    const next = this.#starts[this.lineOf(Math.max(start, end - 1))]
    return { start: this.startOf(this.lineOf(start)), end: next === undefined ? this.#text.length : next - 1 }
  }

  /** Where a line begins, counted from 1. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? 0
  }

  /** The line of an index, counted from 1. */
  lineOf(index: number): number {
    return firstIndex(this.#starts.length, line => (this.#starts[line] ?? 0) > index)
  }
}
