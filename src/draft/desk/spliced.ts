/** A YAML text after a change of what it says: what the change does not touch stays byte for byte. */

import { isDeepStrictEqual } from 'node:util'
import { Document, isMap, isNode, isPair, isScalar, isSeq, type Pair, parseDocument, YAMLMap, YAMLSeq } from 'yaml'

/** The text with what `changed`, which was read from it and then changed, says now. */
export function spliced(text: string, changed: Document): string {
  // Where something stands is counted without it.
  if (text.startsWith(byteOrderMark)) return byteOrderMark + spliced(text.slice(1), changed)
  const before = parseDocument(text)
  const said = changed.toJS()
  if (isDeepStrictEqual(before.toJS(), said)) return text
  const lines = new Lines(text)
  const whole = { start: 0, end: text.length }
  const written =
    isMap(before.contents) && isMap(changed.contents) && spliceMap(lines, before.contents, changed.contents, whole)
  if (typeof written === 'string' && says(written, said)) return written
  // Where what stands there is of no form that can be taken apart by lines, it is written anew.
  return changed.toString(format)
}

const format = { lineWidth: 120 }
const byteOrderMark = '\uFEFF'

function says(text: string, said: unknown): boolean {
  const read = parseDocument(text)
  return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), said)
}

interface Stretch {
  readonly start: number
  readonly end: number
}

class Lines {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  slice({ start, end }: Stretch): string {
    return this.text.slice(start, end)
  }

  /** How far from the beginning of its line something stands. */
  columnOf(at: number): number {
    return at - (this.text.lastIndexOf('\n', at - 1) + 1)
  }

  /** One entry that is new, so far from the beginning of its lines. */
  written(holder: YAMLMap | YAMLSeq, column: number): string {
    const document = new Document<YAMLMap | YAMLSeq>()
    document.contents = holder
    const text = document.toString(format).replaceAll(/^(?=.)/gm, ' '.repeat(column))
    return this.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
  }

  /** Where the next line begins after something that ends there. */
  after(end: number): number {
    if (this.text[end - 1] === '\n') return end
    const line = this.text.indexOf('\n', end)
    return line < 0 ? this.text.length : line + 1
  }
}

/** An entry of a map or a list with the lines that are its own: comments above it, and behind it in its last line. */
interface Part extends Stretch {
  /** Where the entry itself begins. */
  readonly at: number
  readonly value: unknown
}

function spliceMap(lines: Lines, before: YAMLMap, after: YAMLMap, within: Stretch): string | null {
  const pairs = before.items.filter(isPair)
  const parts = partsOf(lines, pairs, within)
  if (parts === null) return null
  const byKey = new Map(pairs.map((pair, index) => [keyOf(pair), parts[index]]))
  const column = lines.columnOf(parts[0]?.at ?? 0)
  const texts = after.items.map(pair => {
    const part = byKey.get(keyOf(pair))
    if (part === undefined) return lines.written(mapOf(pair), column)
    return pairText(lines, part, pair, column)
  })
  return around(lines, parts, within, texts)
}

function pairText(lines: Lines, part: Part, pair: Pair, column: number): string {
  const { value } = part
  if (isSame(value, pair.value)) return lines.slice(part)
  if (isBlock(value) && isBlock(pair.value)) {
    const from = startOf(value)
    const start = from === null ? part.start : from - lines.columnOf(from)
    const inner = { start, end: part.end }
    const spliced =
      isMap(value) && isMap(pair.value)
        ? spliceMap(lines, value, pair.value, inner)
        : isSeq(value) && isSeq(pair.value)
          ? spliceSeq(lines, value, pair.value, inner)
          : null
    if (spliced !== null) return lines.slice({ start: part.start, end: start }) + spliced
  }
  // What is written behind a value is of what it is about, and stays with the next one.
  if (isScalar(value) && isScalar(pair.value)) pair.value.comment ??= value.comment ?? null
  return lines.slice({ start: part.start, end: part.at - column }) + lines.written(mapOf(bare(pair)), column)
}

function spliceSeq(lines: Lines, before: YAMLSeq, after: YAMLSeq, within: Stretch): string | null {
  const parts = partsOf(lines, before.items, within)
  if (parts === null) return null
  const column = lines.columnOf(parts[0]?.at ?? 0)
  const left = [...parts]
  const texts = after.items.map(item => {
    const place = left.findIndex(({ value }) => isSame(value, item))
    const [part] = place < 0 ? [] : left.splice(0, place + 1).slice(-1)
    return part === undefined ? lines.written(seqOf(item), column) : lines.slice(part)
  })
  return around(lines, parts, within, texts)
}

/** What stands before the first part and behind the last one, comments, stays. */
function around(lines: Lines, parts: readonly Part[], { start, end }: Stretch, texts: readonly string[]): string {
  const written = texts.map((text, at) => (at < texts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text)).join('')
  const first = parts[0]?.start ?? start
  return lines.slice({ start, end: first }) + written + lines.slice({ start: parts.at(-1)?.end ?? first, end })
}

/** The lines of each entry; null where two of them share one, or nothing says where one stands. */
function partsOf(lines: Lines, items: readonly unknown[], within: Stretch): Part[] | null {
  const parts: Part[] = []
  let from: number | null = null
  for (const item of items) {
    const node = isPair(item) ? item.key : item
    const first = startOf(node)
    const end = endOf(item)
    if (first === null || end === null) return null
    const at = isPair(item) ? first : dashBefore(lines.text, first)
    if (at === null || at < within.start) return null
    // The comments that stand above the first entry stay there.
    const start: number = from ?? at - lines.columnOf(at)
    if (start > at) return null
    from = lines.after(end)
    parts.push({ start, end: from, at, value: isPair(item) ? item.value : item })
  }
  return parts.length === 0 ? null : parts
}

/** Where the dash of an item stands. */
function dashBefore(text: string, at: number): number | null {
  const line = text.lastIndexOf('\n', at - 1) + 1
  const dash = /^\s*-\s+$/.test(text.slice(line, at)) ? text.indexOf('-', line) : -1
  return dash < 0 ? null : dash
}

function startOf(node: unknown): number | null {
  if (!isNode(node)) return null
  if (isMap(node) && node.flow !== true) return startOf(node.items[0]?.key)
  return node.range?.[0] ?? null
}

/** Where the content of an entry ends. */
function endOf(item: unknown): number | null {
  if (isPair(item)) return endOf(item.value) ?? endOf(item.key)
  if (isBlock(item)) return endOf(item.items.at(-1))
  return isNode(item) ? (item.range?.[1] ?? null) : null
}

function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}

function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(isNode(one) ? one.toJSON() : one, isNode(other) ? other.toJSON() : other)
}

/** An entry without the comments above it, which stand in the text. */
function bare(pair: Pair): Pair {
  if (isNode(pair.key)) {
    pair.key.commentBefore = null
    pair.key.spaceBefore = false
  }
  return pair
}

function mapOf(pair: Pair): YAMLMap {
  const map = new YAMLMap()
  map.items.push(pair)
  return map
}

function seqOf(item: unknown): YAMLSeq {
  const list = new YAMLSeq()
  list.items.push(item)
  return list
}
