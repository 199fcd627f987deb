import type { Readable, Writable } from 'node:stream'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { type MessageFault, readMessage, tooLong } from './message.ts'

const lineEnd = 0x0a

/**
 * Messages over two streams, one a line. What is no message is answered with what is wrong with it: the library's own
 * transport says nothing, and closes after a long one.
 */
export class LineTransport implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: NonNullable<Transport['onmessage']>
  readonly #input: Readable
  readonly #output: Writable
  readonly #mostBytes: number

  constructor(input: Readable, output: Writable, mostBytes: number) {
    this.#input = input
    this.#output = output
    this.#mostBytes = mostBytes
  }

  async start(): Promise<void> {
    // What the client asked for before it closed its end is still answered: the program ends once nothing is left to do.
    this.#listen().catch(error => this.onerror?.(error))
  }

  async send(message: JSONRPCMessage | MessageFault): Promise<void> {
    const line = `${JSON.stringify(message)}\n`
    if (!this.#output.write(line)) await new Promise(resolve => this.#output.once('drain', resolve))
  }

  async close(): Promise<void> {
    this.#input.destroy()
    this.onclose?.()
  }

  async #listen(): Promise<void> {
    for await (const line of linesOf(this.#input, this.#mostBytes)) {
      if (line?.toString().trim() === '') continue
      const { message, fault } = line === null ? tooLong(this.#mostBytes) : readMessage(line)
      if (fault === undefined) this.onmessage?.(message)
      else await this.send(fault)
    }
  }
}

/** The lines of a stream; null for one that is too long, which is let go by. */
async function* linesOf(input: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let length = 0
  const keep = (bytes: Buffer) => {
    length += bytes.length
    if (length <= mostBytes) parts.push(bytes)
    else parts = []
  }
  const take = () => {
    const line = length > mostBytes ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    let from = 0
    for (let end = chunk.indexOf(lineEnd); end !== -1; end = chunk.indexOf(lineEnd, from)) {
      keep(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    keep(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
