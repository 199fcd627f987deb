import type { Element } from '../xml.ts'

/**
 * Where spaces stand in a text that is marked up token by token: between two tokens, unless one of them says that it is joined to
 * the other. White space beside the tokens is layout.
 */
export class TokenSpaces {
  #isJoined = true

  begin(): void {
    this.#isJoined = true
  }

  /** What stands before an element that opens. Tokens within a token are its parts, and have no words of their own. */
  before({ name, attributes }: Element, path: readonly Element[]): '' | ' ' {
    if (!isToken(name) || path.slice(0, -1).some(element => isToken(element.name))) return ''
    const { join = '' } = attributes
    const isJoined = this.#isJoined || join === 'left' || join === 'both'
    this.#isJoined = join === 'right' || join === 'both'
    return isJoined ? '' : ' '
  }

  isLayout(text: string, path: readonly Element[]): boolean {
    const inside = path.at(-1)?.name ?? ''
    return !isToken(inside) && text.trim() === '' && path.some(({ name }) => name === 's')
  }
}

function isToken(name: string): boolean {
  return name === 'w' || name === 'pc'
}
