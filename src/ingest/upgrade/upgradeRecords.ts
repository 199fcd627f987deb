import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { recordTypes } from '../../model/interchange.ts'
import { INTERCHANGE_VERSION } from '../../model/records/dataset.ts'
import { slugify } from '../../model/slug.ts'
import { isGzip } from '../encoding.ts'
import { readLines } from '../formats/lines.ts'

const record = z.looseObject({ type: z.enum(recordTypes) })

/**
 * The line that makes a file of version 1 one of version 2, null if it is one already; undefined if the file holds no records.
 * All that version 1 says it says as version 2 does: what came are records, fields, and the line that says which version it is.
 */
export async function missingFirstLine(file: string): Promise<string | null | undefined> {
  const { data } = record.safeParse(await firstValue(file))
  if (data === undefined) return undefined
  if (data.type === 'dataset') return null
  const slug = slugify(basename(file).replace(/\.jsonl(\.gz)?$/, '')) || 'records'
  return JSON.stringify({ type: 'dataset', slug, interchange: INTERCHANGE_VERSION })
}

async function firstValue(file: string): Promise<unknown> {
  for await (const lines of readLines(file, () => {})) {
    const line = lines.find(line => 'refused' in line || line.text.trim() !== '')
    if (line === undefined) continue
    if ('refused' in line) return undefined
    try {
      return JSON.parse(line.text)
    } catch {
      return undefined
    }
  }
  return undefined
}

const MARK = Buffer.from('\uFEFF')

/** Puts a line before all others of a file, packed with gzip or not: wholly or not at all, and without holding it in memory. */
export async function putFirst(line: string, file: string): Promise<void> {
  const part = `${file}.${process.pid}.part`
  try {
    await pipeline(
      Readable.from(withLine(`${line}\n`, createReadStream(file))),
      createWriteStream(part, { flush: true }),
    )
    renameSync(part, file)
  } finally {
    rmSync(part, { force: true })
  }
}

/** What gzip packs may be joined: each part is unpacked for itself. */
async function* withLine(line: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst) yield isGzip(chunk) ? gzipSync(line) : Buffer.from(line)
    yield isFirst && chunk.subarray(0, MARK.length).equals(MARK) ? chunk.subarray(MARK.length) : chunk
    isFirst = false
  }
}
