import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

/** What a client may be sent instead of the plain bytes. */
export type Encoding = 'br' | 'gzip'

/** Below this size, in bytes, compressing costs more than it saves. */
export const compressionFloor = 1_024

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Brotli where the client takes it, by its Accept-Encoding, else gzip where it takes that; null for the plain bytes. */
export function acceptedEncoding(accept: string | null | undefined): Encoding | null {
  const headers = { 'accept-encoding': accept ?? 'identity' }
  const accepted = new Negotiator({ headers }).encodings(['br', 'gzip'])
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

/** The bytes in that encoding; `effort` is brotli's quality, 0 to 11. */
export function compress(encoding: Encoding, bytes: Uint8Array, effort: number): Promise<Buffer<ArrayBuffer>> {
  return encoding === 'gzip' ? zip(bytes) : brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } })
}

/** The strong entity tag of a representation: that of the plain one with the encoding's name. */
export function tagOf(stamp: string, encoding: Encoding | null): string {
  return encoding === null ? `"${stamp}"` : `"${stamp}-${encoding}"`
}

/** The tag by which the client says that it has what the stamp stands for, in whatever encoding; null if it has not. */
export function tagHeld(request: Request, stamp: string): string | null {
  const held = (request.headers.get('if-none-match') ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  const tags: readonly string[] = [tagOf(stamp, null), tagOf(stamp, 'br'), tagOf(stamp, 'gzip')]
  return held.find(tag => tags.includes(tag)) ?? null
}
