import type { Piece } from './spans.ts'

/** A marked span of brat's stand-off format: its pieces in code points of the text, and the words as brat copied them. */
export interface BratSpan {
  readonly label: string
  readonly pieces: readonly Piece[]
  readonly words: string
}

/** An event: its type, and the spans that fill its roles, by their ids. A role that repeats is numbered: Content2. */
export interface BratEvent {
  readonly id: string
  readonly type: string
  readonly line: number
  readonly text: string
  readonly roles: readonly { readonly role: string; readonly span: string }[]
}

export interface BratFile {
  readonly spans: ReadonlyMap<string, BratSpan>
  readonly events: readonly BratEvent[]
  /** Lines that begin as a span does, and cannot be read as one. */
  readonly broken: readonly { readonly line: number; readonly text: string }[]
}

const SPAN = /^(T\d+)\t(\S+) (\d+ \d+(?:; ?\d+ \d+)*)\t(.*)$/
const EVENT = /^(E\d+)\t(.+)$/
const OTHER = /^[A-Z#*][\w*]*\t/

/** Reads brat's stand-off format. A line that begins nothing goes on with the words of the span before it. */
export function readBrat(text: string): BratFile {
  const spans = new Map<string, BratSpan>()
  const events: BratEvent[] = []
  const broken: { line: number; text: string }[] = []
  let last: string | null = null
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, id, label, offsets, words] = SPAN.exec(line) ?? []
    if (id !== undefined && label !== undefined && offsets !== undefined && words !== undefined) {
      spans.set(id, { label, pieces: offsets.split(/; ?/).map(pieceOf), words })
      last = id
      continue
    }
    const [, event, content] = line.startsWith('E') ? (EVENT.exec(line) ?? []) : []
    if (event !== undefined && content !== undefined) {
      const [type = '', ...roles] = content.trim().split(/\s+/)
      events.push({ id: event, type: partsOf(type).role, line: index + 1, text: line, roles: roles.map(partsOf) })
      last = null
      continue
    }
    if (/^T\d+\t/.test(line)) broken.push({ line: index + 1, text: line })
    const open = last === null || OTHER.test(line) ? undefined : spans.get(last)
    if (last !== null && open) spans.set(last, { ...open, words: `${open.words}\n${line}` })
    else last = null
  }
  // The line ends after the last line of all are nobody's words.
  for (const [id, span] of spans) if (span.words.endsWith('\n')) spans.set(id, { ...span, words: span.words.trimEnd() })
  return { spans, events, broken }
}

function pieceOf(offsets: string): Piece {
  const space = offsets.indexOf(' ')
  return [Number(offsets.slice(0, space)), Number(offsets.slice(space + 1))]
}

function partsOf(text: string): { role: string; span: string } {
  const [role = '', span = ''] = text.split(':')
  return { role, span }
}
