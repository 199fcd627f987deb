import { headName } from '../names/headName.ts'
import { isSamePerson } from '../speakers/documentNames.ts'
import type { Chain } from './coreNlp.ts'
import type { NormalisedText, Piece } from './spans.ts'

/** The names to which the coreference of a text leads from other words in it. */
export class Antecedents {
  readonly #text: NormalisedText
  /** By where the mentions of the chain begin, in code points of the raw text. */
  readonly #chains = new Map<number, { readonly end: number; readonly name: Piece }[]>()

  constructor(text: NormalisedText, chains: readonly Chain[]) {
    this.#text = text
    for (const chain of chains) {
      const pieces = chain.map(piece => text.fromUtf16(piece)).filter(piece => piece !== null)
      const name = this.#nameIn(pieces)
      if (name === null) continue
      for (const [start, end] of pieces) {
        this.#chains.set(start, [...(this.#chains.get(start) ?? []), { end, name }])
      }
    }
  }

  /** The name to which the words at a piece lead; null for none, and for themselves. */
  of([start, end]: Piece): Piece | null {
    const found = this.#chains.get(start)?.filter(mention => this.#isHead(mention.end, end)) ?? []
    const [only] = found
    return found.length === 1 && only && only.name[0] !== start ? only.name : null
  }

  /** Whether what is between the end of a mention and that of the words is only beside it: "Clinton, who …". */
  #isHead(mentionEnd: number, end: number): boolean {
    if (mentionEnd === end) return true
    const rest = mentionEnd < end ? this.#text.rawWords([[mentionEnd, end]], '') : null
    return rest !== null && /^(?:\W*$|\s*[,(–—-]|\s+who\b)/u.test(rest)
  }

  /** The first full name in a chain; null if there is none, or if two are of different people. */
  #nameIn(pieces: readonly Piece[]): Piece | null {
    const named = pieces.flatMap(piece => {
      const words = this.#text.rawWords([piece], '')
      const head = words === null ? null : headName(words)
      return head?.kind === 'PERSON' || head?.kind === 'ORGANIZATION' ? [{ piece, head }] : []
    })
    const [first] = named
    if (!first) return null
    const agree = named.every(
      ({ head }) =>
        head.kind === first.head.kind &&
        (head.kind !== 'PERSON' || first.head.kind !== 'PERSON' || isSamePerson(head.name, first.head.name)),
    )
    return agree ? first.piece : null
  }
}
