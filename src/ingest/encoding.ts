import { decodeUtf8 } from '../model/text.ts'

/** The encodings that are read: UTF-8, and UTF-16 where a byte order mark says so. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Bytes that are not text in an encoding that is read. The message is a clause that names what they are. */
export class NotText extends Error {
  override readonly name = 'NotText'
}

/** As many bytes at the beginning of a file tell what it is. */
export const SNIFFED_BYTES = 4_096

/** Kinds of packed files, by their magic bytes and the offset of these. */
const packings: readonly (readonly [name: string, magic: readonly number[], at?: number])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['tar', [0x75, 0x73, 0x74, 0x61, 0x72], 257],
]

/**
 * The encoding of a text by its first bytes.
 *
 * @throws NotText for a packed file, UTF-32, and UTF-16 without a byte order mark
 */
export function encodingOf(start: Uint8Array): TextEncoding {
  const beginsWith = (bytes: readonly number[], at = 0) => bytes.every((byte, index) => start[at + index] === byte)
  const packing = packings.find(([, magic, at]) => beginsWith(magic, at))
  if (packing) throw new NotText(`this file is packed with ${packing[0]}: unpack it first`)
  if (beginsWith([0xff, 0xfe, 0, 0]) || beginsWith([0, 0, 0xfe, 0xff]) || looksLikeUtf32(start)) {
    throw new NotText('this file is in UTF-32: save it as UTF-8')
  }
  if (beginsWith([0xff, 0xfe])) return 'utf-16le'
  if (beginsWith([0xfe, 0xff])) return 'utf-16be'
  if (looksLikeUtf16(start)) throw new NotText('this file is in UTF-16 without a byte order mark: save it as UTF-8')
  return 'utf-8'
}

/** Whether the first bytes of a file are those of gzip. */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

/** Whether the first bytes of a file are those of bzip2. */
export function isBzip2(start: Uint8Array): boolean {
  return start[0] === 0x42 && start[1] === 0x5a && start[2] === 0x68
}

/**
 * Decodes the bytes of a whole file, keeping a byte order mark.
 *
 * @throws NotText; NotUtf8Error with the place
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes.subarray(0, SNIFFED_BYTES))
  return encoding === 'utf-8' ? decodeUtf8(bytes) : utf16Decoder(encoding)(bytes, true)
}

/** Decodes UTF-16 piece by piece; `isLast` says that nothing follows. */
export function utf16Decoder(encoding: Exclude<TextEncoding, 'utf-8'>): (bytes: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  return (bytes, isLast) => {
    try {
      return decoder.decode(bytes, { stream: !isLast })
    } catch {
      throw new NotText('this file starts as UTF-16 but is not well-formed: save it as UTF-8')
    }
  }
}

/** Characters in UTF-32 have a NUL for every fourth byte, and for most letters two or three. */
function looksLikeUtf32(start: Uint8Array): boolean {
  return start.filter(byte => byte === 0).length > start.length / 2
}

/** Latin letters in UTF-16 have a NUL for every other byte; UTF-8 text has none at all. */
function looksLikeUtf16(start: Uint8Array): boolean {
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > start.length / 8 && Math.min(even, odd) * 4 < Math.max(even, odd)
}
