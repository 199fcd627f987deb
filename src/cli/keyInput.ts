import type { ReadStream } from 'node:tty'

const escapeKey = '\x1b'
const keys = new RegExp(`${escapeKey}[[O][\\d;]*[A-Za-z~]|.`, 'gsu')

/** Keys and lines from a terminal, or the characters of what is piped in. */
export class KeyInput {
  readonly #input: ReadStream
  readonly #characters: AsyncIterator<string>

  constructor(input: ReadStream) {
    this.#input = input
    input.setEncoding('utf8')
    if (input.isTTY) input.setRawMode(true)
    this.#characters = charactersOf(input)
  }

  /** The next key that is not a line end; null when there are no more, or at Ctrl-C and Ctrl-D. */
  async key(): Promise<string | null> {
    for (;;) {
      const next = await this.#next()
      if (next !== '\n' && next !== '\r') return next
    }
  }

  /** What is typed up to the end of a line, after a question; null at Escape, and when there is no more. */
  async line(question: string): Promise<string | null> {
    process.stdout.write(`${question} [Escape: back] `)
    let text = ''
    for (;;) {
      const next = await this.#next()
      if (next === null) return null
      if (next === escapeKey) {
        process.stdout.write('\n')
        return null
      }
      if (next.startsWith(escapeKey)) continue
      if (next === '\n' || next === '\r') break
      const isErased = next === '\b' || next === '\x7f'
      text = isErased ? [...text].slice(0, -1).join('') : text + next
      if (this.#input.isTTY) process.stdout.write(isErased ? '\b \b' : next)
    }
    process.stdout.write('\n')
    return text.trim()
  }

  close(): void {
    if (this.#input.isTTY) this.#input.setRawMode(false)
    this.#input.destroy()
  }

  async #next(): Promise<string | null> {
    const { done, value } = await this.#characters.next()
    return done === true || value === '\x03' || value === '\x04' ? null : value
  }
}

/** One by one; what an arrow key sends, which begins as Escape does, is one of them. */
async function* charactersOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of input) yield* chunk.match(keys) ?? []
}
