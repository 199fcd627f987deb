import type { ReadStream } from 'node:tty'

/** The keys that are pressed in a terminal, or the characters of what is piped in, one after another; line ends are none. */
export class Keys {
  readonly #input: ReadStream
  readonly #characters: AsyncIterator<string>

  constructor(input: ReadStream) {
    this.#input = input
    input.setEncoding('utf8')
    if (input.isTTY) input.setRawMode(true)
    this.#characters = charactersOf(input)
  }

  /** The next key; null when there are no more. */
  async next(): Promise<string | null> {
    const { done, value } = await this.#characters.next()
    return done === true ? null : value
  }

  close(): void {
    if (this.#input.isTTY) this.#input.setRawMode(false)
    this.#input.destroy()
  }
}

async function* charactersOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of input) {
    for (const character of chunk) if (character !== '\n' && character !== '\r') yield character
  }
}
