import { CodePoints } from '../../../model/text.ts'
import type { Piece } from '../spans.ts'
import type { TextSelection } from './project.ts'

/** How a program counts positions. The specification says code points, and leaves open what a line end is. */
export interface Counting {
  readonly unit: 'code points' | 'UTF-16'
  /** Whether CR LF is one character, as ATLAS.ti has it. */
  readonly lineEndIsOne: boolean
}

const countings: readonly Counting[] = [
  { unit: 'code points', lineEndIsOne: false },
  { unit: 'code points', lineEndIsOne: true },
  { unit: 'UTF-16', lineEndIsOne: false },
  { unit: 'UTF-16', lineEndIsOne: true },
]

/** The positions of a text as a program counts them, as code points of the text as it is. */
export class Positions {
  readonly #points: CodePoints
  /** For each position as counted, the UTF-16 index; null where the two are the same. */
  readonly #indices: readonly number[] | null

  constructor(text: string, { unit, lineEndIsOne }: Counting) {
    this.#points = new CodePoints(text)
    if (unit === 'UTF-16' && !lineEndIsOne) this.#indices = null
    else {
      const indices: number[] = []
      for (let index = 0; index < text.length; ) {
        indices.push(index)
        const isLineEnd = lineEndIsOne && text.startsWith('\r\n', index)
        const isPair = unit === 'code points' && (text.codePointAt(index) ?? 0) > 0xffff
        index += isLineEnd || isPair ? 2 : 1
      }
      indices.push(text.length)
      this.#indices = indices
    }
  }

  /** The piece in code points; null if it lies outside of the text. */
  piece(start: number, end: number): Piece | null {
    const [from, to] = this.#indices ? [this.#indices[start], this.#indices[end]] : [start, end]
    if (from === undefined || to === undefined || from >= to || to > this.#points.text.length) return null
    return [this.#points.toCodePoint(from), this.#points.toCodePoint(to)]
  }

  words(start: number, end: number): string {
    const piece = this.piece(start, end)
    return piece === null ? '' : this.#points.slice(...piece)
  }
}

/**
 * How the positions of a text are counted: by the specification, unless what the program has written down of the selections' words
 * (their names) fits another way of counting better.
 */
export function positionUnit(text: string, selections: readonly TextSelection[]): Counting {
  const differs = text.includes('\r\n') || /[\u{10000}-\u{10ffff}]/u.test(text)
  const [standard] = countings
  if (!standard) throw new Error('there is a way of counting')
  if (!differs) return standard
  const squeezed = (words: string) =>
    words
      .replace(/\s+/g, ' ')
      .replace(/(?:…|\.\.\.)$/, '')
      .trim()
  const scores = countings.map(counting => {
    const positions = new Positions(text, counting)
    return selections.filter(({ name, start, end }) => {
      const words = squeezed(name)
      const marked = positions.words(start, end)
      const found = squeezed(marked)
      // Names are the beginning of the words, or more than the words: a name that somebody gave fits none of the ways.
      return (
        words.length > 3 &&
        found.length > 3 &&
        marked === marked.trim() &&
        (found.startsWith(words) || words.startsWith(found))
      )
    }).length
  })
  const best = scores.indexOf(Math.max(...scores))
  return countings[best] ?? standard
}
