import { writeFileSync } from 'node:fs'

/** Text that is gathered before it goes to the disk, in characters. */
const chunk = 1 << 16

/** An open file that is written as UTF-8, in large parts. Whoever opened it closes it, after a last `flush`. */
export class TextFile {
  readonly #handle: number
  #text = ''

  constructor(handle: number) {
    this.#handle = handle
  }

  write(text: string): void {
    this.#text += text
    if (this.#text.length > chunk) this.flush()
  }

  flush(): void {
    // Not writeSync, which may write a part and say so.
    writeFileSync(this.#handle, this.#text)
    this.#text = ''
  }
}
