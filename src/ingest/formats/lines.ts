import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import unbzip2 from 'unbzip2-stream'
import { Failure } from '../../model/failure.ts'
import { encodingOf, isBzip2, isGzip, SNIFFED_BYTES, utf16Decoder } from '../encoding.ts'
import type { OnBytes } from './format.ts'

/** The longest line that is read, in bytes; a longer one is passed over in pieces, never held as a whole. */
export const MOST_LINE_BYTES = 16_000_000
/** Text shrinks by 3 to 20 times. What grows by more than this when unpacked, beyond the allowance, is a zip bomb. */
const MOST_EXPANSION = 200
const EXPANSION_ALLOWANCE = 64_000_000

/** A line without its line end, or why it cannot be read. */
export type FileLine =
  | { readonly number: number; readonly text: string }
  | {
      readonly number: number
      readonly refused: 'NOT_UTF8' | 'LINE_TOO_LONG'
      /** How the line begins, with U+FFFD for what is not UTF-8. */
      readonly found: string
    }

/** As many bytes of a refused line are shown. */
const SHOWN_BYTES = 1_000

const LF = 10
const CR = 13

/**
 * The lines of a file in UTF-8, or in UTF-16 with its mark, plain, gzip or bzip2 by its first bytes, in batches. Memory is bounded whatever the file holds.
 * Lines end with LF or CRLF; a byte order mark at the beginning is not part of the first.
 *
 * @throws Failure BAD_INPUT if the file cannot be read, is corrupt, or is a zip bomb
 */
export async function* readLines(file: string, onBytes: OnBytes): AsyncGenerator<FileLine[]> {
  const split = new LineSplitter()
  try {
    for await (const chunk of utf8Chunks(file, onBytes)) {
      const lines = split.push(chunk)
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    throw whyUnread(file, error)
  }
  yield split.end()
}

/** The bytes of a file in UTF-8, unpacked, as they are read. */
export function utf8Chunks(file: string, onBytes: OnBytes): AsyncGenerator<Buffer> {
  return inUtf8(chunks(file, onBytes))
}

/** Failure BAD_INPUT for what went wrong with a file; what is not a fault of the file as it is. */
export function whyUnread(file: string, error: unknown): unknown {
  if (error instanceof Failure || (error instanceof Error && error.name === 'AbortError')) return error
  return new Failure('BAD_INPUT', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
}

async function* chunks(file: string, onBytes: OnBytes): AsyncGenerator<Buffer> {
  // Without NONBLOCK, opening a named pipe would wait for ever for someone to write into it.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw new Failure('BAD_INPUT', `${file} cannot be read: it is not a regular file.`)
    if (stat.size > 0) yield* unpacked(file, handle, stat.size, onBytes)
  } finally {
    await handle.close()
  }
}

/** So many bytes of a file, unpacked: one that grows while it is read has an end all the same. */
async function* unpacked(file: string, handle: FileHandle, size: number, onBytes: OnBytes): AsyncGenerator<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0)
  const start = buffer.subarray(0, bytesRead)
  const raw: AsyncIterable<Buffer> = handle.createReadStream({
    start: 0,
    end: size - 1,
    highWaterMark: 1 << 18,
    autoClose: false,
  })
  let read = 0
  const counted = async function* () {
    for await (const chunk of raw) {
      read += chunk.length
      onBytes(chunk.length)
      yield chunk
    }
  }
  if (!isGzip(start) && !isBzip2(start)) {
    yield* counted()
    return
  }
  let written = 0
  const grow = (bytes: number) => {
    written += bytes
    if (written <= EXPANSION_ALLOWANCE || written <= read * MOST_EXPANSION) return
    throw new Failure(
      'BAD_INPUT',
      `${basename(file)} grows more than ${MOST_EXPANSION} times when decompressed: this is not a corpus.`,
    )
  }
  yield* isGzip(start) ? gunzipped(counted(), grow) : bunzipped(counted(), grow)
}

async function* gunzipped(packed: AsyncIterable<Buffer>, grow: (bytes: number) => void): AsyncGenerator<Buffer> {
  const unpacked = createGunzip({ chunkSize: 1 << 18 })
  // Whatever goes wrong destroys `unpacked`, and is thrown to its reader.
  pipeline(Readable.from(packed), unpacked, () => {})
  for await (const chunk of unpacked) {
    grow(chunk.length)
    yield chunk
  }
}

/** The library unpacks all that it was given at once, whoever waits: what it makes is counted block by block, in its midst. */
async function* bunzipped(packed: AsyncIterable<Buffer>, grow: (bytes: number) => void): AsyncGenerator<Buffer> {
  const made: Buffer[] = []
  const faults: unknown[] = []
  const unpack = unbzip2()
    .on('data', (chunk: Buffer) => {
      // What is thrown here ends the unpacking, and comes as its error.
      grow(chunk.length)
      made.push(chunk)
    })
    .on('error', error => faults.push(error))
  const settled = () => {
    const [fault] = faults
    if (fault instanceof Failure) throw fault
    // What the library says of bytes that it cannot read is of its own insides.
    if (fault !== undefined) throw new Error('it is packed with bzip2, and damaged', { cause: fault })
    return made.splice(0)
  }
  for await (const chunk of packed) {
    unpack.write(chunk)
    yield* settled()
  }
  unpack.end()
  yield* settled()
}

/**
 * The bytes of a text in UTF-8, whatever encoding its first bytes show.
 *
 * @throws NotText
 */
async function* inUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decode: ReturnType<typeof utf16Decoder> | null | undefined
  for await (const chunk of chunks) {
    if (decode === undefined) {
      const encoding = encodingOf(chunk.subarray(0, SNIFFED_BYTES))
      decode = encoding === 'utf-8' ? null : utf16Decoder(encoding)
    }
    yield decode ? Buffer.from(decode(chunk, false)) : chunk
  }
  if (decode) yield Buffer.from(decode(new Uint8Array(), true))
}

/** Cuts bytes into lines. */
class LineSplitter {
  #number = 0
  #rest: Buffer[] = []
  #restLength = 0
  #isTooLong = false

  push(chunk: Buffer): FileLine[] {
    const lines: FileLine[] = []
    let from = 0
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      this.#keep(chunk.subarray(from, end))
      lines.push(this.#take())
      from = end + 1
    }
    this.#keep(chunk.subarray(from))
    return lines
  }

  /** The last line, if the file does not end with a line end. */
  end(): FileLine[] {
    return this.#restLength > 0 || this.#isTooLong ? [this.#take()] : []
  }

  #keep(bytes: Buffer): void {
    if (!this.#isTooLong && this.#restLength + bytes.length > MOST_LINE_BYTES) {
      this.#isTooLong = true
      // The beginning, copied, so that the rest of the line does not stay with it.
      this.#rest = [Buffer.from(Buffer.concat([...this.#rest, bytes]).subarray(0, SHOWN_BYTES))]
      this.#restLength = SHOWN_BYTES
    }
    if (this.#isTooLong || bytes.length === 0) return
    this.#rest.push(bytes)
    this.#restLength += bytes.length
  }

  #take(): FileLine {
    this.#number += 1
    const number = this.#number
    const [first = Buffer.alloc(0)] = this.#rest
    const bytes = this.#rest.length > 1 ? Buffer.concat(this.#rest) : first
    const isTooLong = this.#isTooLong
    this.#rest = []
    this.#restLength = 0
    this.#isTooLong = false
    if (isTooLong) return { number, refused: 'LINE_TOO_LONG', found: beginningOf(bytes) }
    const content = bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
    const text = decode(content)
    if (text === null) return { number, refused: 'NOT_UTF8', found: beginningOf(content) }
    return { number, text: number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text }
  }
}

function beginningOf(bytes: Buffer): string {
  return bytes.toString('utf8', 0, SHOWN_BYTES)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
