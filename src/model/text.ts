/**
 * Text as the graph keeps it: decoded from UTF-8, normalised, and addressed by Unicode code points.
 *
 * JavaScript indexes strings by UTF-16 code units; the W3C Web Annotation selectors count code points. The two differ
 * from the first character beyond the Basic Multilingual Plane on, such as an emoji.
 */

import { hash } from 'node:crypto'
import { firstIndex } from './bisect.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const REPLACEMENT = '\uFFFD'
const REPLACEMENT_BYTES = [0xef, 0xbf, 0xbd]

/**
 * What no text may hold: control characters, which XML cannot carry, and half a surrogate pair, which UTF-8 cannot. Tab and
 * line feed are text; C1 controls (U+0080 to U+009F) stand in real articles, for letters of another encoding.
 */
const FORBIDDEN = /[\p{Cc}--[\t\n\x80-\x9F]]|[\uFFFE\uFFFF\p{Cs}]/gv
const CONTROL = /[\p{Cc}--[\t\n]]|[\uFFFE\uFFFF\p{Cs}]/v

/** The first control character of a text, as U+0008, and its UTF-16 index; null if there is none. */
export function controlCharacter(text: string): { readonly name: string; readonly index: number } | null {
  const index = text.search(FORBIDDEN)
  return index === -1 ? null : { name: nameOf(text, index), index }
}

/** What may be one: nearly no text holds any, which is found out several times as fast. */
const PERHAPS_CONTROL = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/

/** The first control character of a name or another short text, C1 included, as U+0008; null if there is none. */
export function controlInName(text: string): string | null {
  if (!PERHAPS_CONTROL.test(text)) return null
  const index = text.search(CONTROL)
  return index === -1 ? null : nameOf(text, index)
}

function nameOf(text: string, index: number): string {
  return `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * The text in Unicode NFC, with LF as its only line break and without one leading byte order mark. Control characters
 * become U+FFFD, so that offsets hold; all else is kept.
 */
export function normaliseText(raw: string): string {
  const text = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(BYTE_ORDER_MARK.length) : raw
  return replaceControls(text.replace(/\r\n?/g, '\n')).normalize('NFC')
}

/** The text with U+FFFD for each control character that no text may hold. */
export function replaceControls(text: string): string {
  return text.replace(FORBIDDEN, REPLACEMENT)
}

/** Thrown for bytes that are not UTF-8; the place is that of the first byte of the first ill-formed sequence. */
export class NotUtf8Error extends Error {
  override readonly name = 'NotUtf8Error'
  /** In bytes, from 0. */
  readonly byteOffset: number
  /** From 1. */
  readonly line: number
  /** In code points, from 1. */
  readonly column: number

  constructor(byteOffset: number, place: LineAndColumn) {
    super(`not UTF-8: invalid byte at line ${place.line}, column ${place.column} (byte offset ${byteOffset})`)
    this.byteOffset = byteOffset
    this.line = place.line
    this.column = place.column
  }
}

/** Decodes UTF-8 (RFC 3629), keeping a byte order mark; throws NotUtf8Error for any other bytes. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw notUtf8At(bytes) ?? error
  }
}

/** A lenient decoding puts U+FFFD at the fault: the first one that the bytes do not themselves spell is the place. */
function notUtf8At(bytes: Uint8Array): NotUtf8Error | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let byteOffset = 0
  let from = 0
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) {
    byteOffset += Buffer.byteLength(text.slice(from, at))
    from = at
    const start = byteOffset
    const spelled = REPLACEMENT_BYTES.every((byte, index) => bytes[start + index] === byte)
    if (!spelled) return new NotUtf8Error(byteOffset, lineAndColumn(text, at))
  }
  return null
}

/**
 * The SHA-256 (FIPS 180-4) of the text in UTF-8: 64 lower-case hexadecimal digits. A lone surrogate, which UTF-8 cannot
 * express and decodeUtf8 never returns, counts as U+FFFD.
 */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

export interface LineAndColumn {
  /** From 1; a line ends after LF, CRLF or CR. */
  readonly line: number
  /** In code points, from 1. */
  readonly column: number
}

/** The place of a UTF-16 index, for people; throws RangeError for an index outside the text. */
export function lineAndColumn(text: string, utf16Index: number): LineAndColumn {
  checkOffset(utf16Index, text.length)
  let line = 1
  let lineStart = 0
  for (const lineBreak of text.matchAll(/\r\n?|\n/g)) {
    const lineEnd = lineBreak.index + lineBreak[0].length
    if (lineEnd > utf16Index) break
    line += 1
    lineStart = lineEnd
  }
  return { line, column: codePointLength(text.slice(lineStart, utf16Index)) + 1 }
}

/** The number of Unicode code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  return text.length - surrogatePairs(text).length
}

/** The UTF-16 index of each surrogate pair, ascending. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = []
  // Most texts have none, which is found out faster so.
  if (!/[\ud800-\udbff]/.test(text)) return pairs
  for (let index = 0; index + 1 < text.length; index += 1) {
    if (!isBetween(text.charCodeAt(index), 0xd800, 0xdbff)) continue
    if (!isBetween(text.charCodeAt(index + 1), 0xdc00, 0xdfff)) continue
    pairs.push(index)
    index += 1
  }
  return pairs
}

function isBetween(value: number, low: number, high: number): boolean {
  return low <= value && value <= high
}

/**
 * Translates between the UTF-16 indices and the code point offsets of one text.
 *
 * Construction is linear; each translation takes the logarithm of the number of surrogate pairs, so it costs nothing
 * for a text that has none. An offset outside the text, or one that is no whole number, throws RangeError.
 */
export class CodePoints {
  readonly text: string
  /** The text's length in code points. */
  readonly length: number
  readonly #pairs: readonly number[]

  constructor(text: string) {
    this.text = text
    this.#pairs = surrogatePairs(text)
    this.length = text.length - this.#pairs.length
  }

  /** The code point offset of a UTF-16 index; an index between the halves of a pair counts as the pair's start. */
  toCodePoint(utf16Index: number): number {
    checkOffset(utf16Index, this.text.length)
    if (this.#pairs.length === 0) return utf16Index
    return utf16Index - this.#pairsWhile(pair => pair < utf16Index)
  }

  /** How many leading pairs satisfy `holds`, which must be true up to some pair and false from there on. */
  #pairsWhile(holds: (pair: number, index: number) => boolean): number {
    return firstIndex(this.#pairs.length, index => !holds(this.#pairs[index] ?? 0, index))
  }

  /** The UTF-16 index of a code point offset. */
  toUtf16(codePointOffset: number): number {
    checkOffset(codePointOffset, this.length)
    if (this.#pairs.length === 0) return codePointOffset
    return codePointOffset + this.#pairsWhile((pair, pairsBefore) => pair - pairsBefore < codePointOffset)
  }

  /**
   * The text from a code point offset, included, to another, excluded; throws RangeError if the end is before the
   * start.
   */
  slice(start: number, end: number): string {
    if (end < start) throw new RangeError(`a passage cannot end at ${end}, before its start at ${start}`)
    return this.text.slice(this.toUtf16(start), this.toUtf16(end))
  }
}

function checkOffset(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`offset ${offset} is outside a text of length ${length}`)
  }
}

/** Words as they are counted: in lower case, normalised (NFC), each run of white space one space. */
export function foldWords(words: string): string {
  return words.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}
