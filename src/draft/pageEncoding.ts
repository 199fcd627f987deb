import { isAscii, isUtf8 } from 'node:buffer'
import { SNIFFED_BYTES } from '../ingest/encoding.ts'

/** How a page begins. */
const page = /^\s*(?:<!doctype html|<!--|<html|<\?xml|<head|<body|<meta)/i

/** Where a page says its encoding: in its XML declaration, in <meta charset> or in <meta http-equiv>. */
const declaration = /<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i

/**
 * The text of a page that declares another encoding than UTF-8; null where it declares none that is known, or where its bytes are
 * UTF-8 all the same, as those of a page that was saved anew.
 */
export function decodedAsDeclared(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1')
  const [, ofXml, ofMeta] = page.test(start) ? (declaration.exec(start) ?? []) : []
  const label = ofXml ?? ofMeta
  if (label === undefined) return null
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    // A page of UTF-16 has its mark; whoever reads the declaration byte by byte has none of that.
    if (/^utf-/.test(decoder.encoding)) return null
    // Text of another encoding is hardly ever UTF-8 that holds more than ASCII.
    if (isUtf8(bytes) && !isAscii(bytes)) return null
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
