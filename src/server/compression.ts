import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

/** What a client may be sent instead of the plain bytes. */
export type ContentEncoding = 'br' | 'gzip'

/** Below this size, in bytes, compressing costs more than it saves. */
export const compressionFloor = 1_024

/**
 * Up to this size, in bytes, answers are compressed at once: to hand them to another thread and back takes ten times as
 * long. Longer ones would keep the server for more than some milliseconds.
 */
const atOnce = 65_536

/**
 * How answers are compressed, which are made anew each time: with little effort, brotli in half of the time of gzip, and with
 * small windows, since to get memory for large ones takes longer than to compress.
 */
const brotliForAnswers = { params: { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 16 } }
const gzipForAnswers = { level: 1, windowBits: 14, memLevel: 6 }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const encodings = new LRUCache<string, { readonly accepted: readonly string[] }>({ max: 100 })

/** Brotli where the client takes it, by its Accept-Encoding, else gzip where it takes that; null for the plain bytes. */
export function acceptedEncoding(accept: string | null | undefined): ContentEncoding | null {
  const accepted = acceptedBy(accept)
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

/** In which encoding an answer of so many bytes is sent. */
export function answerEncoding(accept: string | null | undefined, bytes: number): ContentEncoding | null {
  return bytes < compressionFloor ? null : acceptedEncoding(accept)
}

function acceptedBy(accept: string | null | undefined): readonly string[] {
  if (!accept) return []
  const known = encodings.get(accept)
  if (known) return known.accepted
  const accepted = new Negotiator({ headers: { 'accept-encoding': accept } }).encodings(['br', 'gzip'])
  encodings.set(accept, { accepted })
  return accepted
}

/** An answer in that encoding: now if it is short. */
export function compressAnswer(
  encoding: ContentEncoding,
  bytes: Uint8Array,
): Buffer<ArrayBuffer> | Promise<Buffer<ArrayBuffer>> {
  if (bytes.byteLength > atOnce) {
    return encoding === 'gzip' ? zip(bytes, gzipForAnswers) : brotli(bytes, brotliForAnswers)
  }
  return encoding === 'gzip' ? gzipSync(bytes, gzipForAnswers) : brotliCompressSync(bytes, brotliForAnswers)
}

/** The bytes in that encoding; `effort` is brotli's quality, 0 to 11. */
export function compress(encoding: ContentEncoding, bytes: Uint8Array, effort: number): Promise<Buffer<ArrayBuffer>> {
  return encoding === 'gzip' ? zip(bytes) : brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } })
}

/** The strong entity tag of a representation: that of the plain one with the encoding's name. */
export function tagOf(stamp: string, encoding: ContentEncoding | null): string {
  return encoding === null ? `"${stamp}"` : `"${stamp}-${encoding}"`
}

/** The tag, of those in If-None-Match, that stands for what the stamp does, in whatever encoding; null if none does. */
export function tagHeld(ifNoneMatch: string | null | undefined, stamp: string): string | null {
  const held = (ifNoneMatch ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  const tags: readonly string[] = [tagOf(stamp, null), tagOf(stamp, 'br'), tagOf(stamp, 'gzip')]
  return held.find(tag => tags.includes(tag)) ?? null
}
