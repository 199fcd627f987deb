import { closeSync, createReadStream, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Failure } from '../model/failure.ts'
import type { RecordRefusal } from '../model/records/refusal.ts'
import type { RecordItem } from './formats/format.ts'

/**
 * The refused records of one source, in a file of JSON lines that other sources may share: what it has of this source is
 * replaced, and what it has of others stays.
 */
export class Rejects {
  readonly #path: string
  readonly #source: { readonly dataset: string; readonly source: string }
  #part: number | null = null

  constructor(path: string, dataset: string, source: string) {
    this.#path = path
    this.#source = { dataset, source }
  }

  /** @throws Failure BAD_ARGUMENT if the file cannot be written */
  add(item: RecordItem, { reason, why }: RecordRefusal): void {
    const { file, line } = item
    const record = 'record' in item ? item.record : 'claimed' in item ? item.claimed : item.found
    this.#write(toldOf({ ...this.#source, file, line, reason, why }, record))
  }

  /**
   * Puts what was refused in its place. Done before the source is committed, so that a crash between loses nothing.
   *
   * @throws Failure BAD_ARGUMENT if the file cannot be written
   */
  async settle(): Promise<void> {
    try {
      if (existsSync(this.#path)) for await (const line of this.#ofOthers()) this.#write(line)
      if (this.#close()) renameSync(this.#partPath, this.#path)
      else rmSync(this.#path, { force: true })
    } catch (error) {
      throw this.#failure(error)
    }
  }

  /** Forgets what was not settled: the file is as it was. */
  discard(): void {
    if (this.#close()) rmSync(this.#partPath, { force: true })
  }

  /** Whether there was anything to close. */
  #close(): boolean {
    if (this.#part === null) return false
    closeSync(this.#part)
    this.#part = null
    return true
  }

  async *#ofOthers(): AsyncGenerator<string> {
    const { dataset, source } = this.#source
    const start = jsonLine({ dataset, source }).slice(0, -1)
    const lines = createInterface({ input: createReadStream(this.#path), crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) if (!line.startsWith(`${start},`)) yield line
  }

  #write(line: string): void {
    try {
      this.#part ??= this.#open()
      writeSync(this.#part, `${line}\n`)
    } catch (error) {
      throw this.#failure(error)
    }
  }

  #failure(cause: unknown): Failure {
    if (cause instanceof Failure) return cause
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `The refused records cannot be written to ${this.#path}: ${why}.`
    return new Failure('BAD_ARGUMENT', message, { argument: 'rejects', cause })
  }

  #open(): number {
    mkdirSync(dirname(this.#path), { recursive: true })
    return openSync(this.#partPath, 'w')
  }

  get #partPath(): string {
    return `${this.#path}.part`
  }
}

/** A line of JSON with the record, or without one that nests too deep to be written. */
function toldOf(refused: object, record: unknown): string {
  try {
    return jsonLine({ ...refused, record })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return jsonLine({ ...refused, record: null })
  }
}

/** JSON on one line, for readers too that take U+2028 and U+2029 for the end of one. */
function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, mark => (mark === '\u2028' ? '\\u2028' : '\\u2029'))
}
