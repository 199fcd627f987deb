/**
 * Quotation marks in running news text: which words stand inside them.
 *
 * Newspapers' typography is followed, paragraph by paragraph (a paragraph is a line). A quotation that runs over
 * several paragraphs opens anew in each and closes only in the last; or it opens once, and a closing mark further down
 * has no other opening one. Otherwise a mark left open reaches to the end of its paragraph and no further, and one
 * forgotten closing mark cannot turn the rest of a document inside out.
 */

import { insideOf } from '../../model/ownWords.ts'
import type { QuotationSpan, Span } from '../../model/span.ts'
import { intlTag } from '../language.ts'
import { dashSpeech } from './dashes.ts'
import { delimiterPairs, type Pairs } from './delimiters.ts'
import { ANY_MARK, isSingle, type QuotationMark, readMarks } from './marks.ts'

/**
 * The quotations of a text in the order in which they open, each from its opening mark to after its closing mark, by
 * the marks of its language and those that the world types. A closing mark that closes nothing is passed over, and so
 * is an opening mark still open when the quotation around it closes. A single mark is a quotation only if it closes or,
 * as ‘, opens a paragraph; otherwise it is an apostrophe. Takes time linear in the text.
 */
export function findQuotations(text: string, language: string): QuotationSpan[] {
  return readQuotations(text, language).quotations.map(({ start, end, closed, depth, markLength }) => {
    return { start, end, closed, depth, markLength }
  })
}

/** What stands inside the outermost of a text's quotations, without their marks. */
export function quotedSpans(quotations: readonly QuotationSpan[]): Span[] {
  return quotations.filter(({ depth }) => depth === 1).map(insideOf)
}

/** The quotation marks of a text that open and close nothing, or that are none of those known. */
export function unreadMarks(text: string, language: string): Span[] {
  return readQuotations(text, language).unread
}

/** A quotation with its opening mark, which is as long as its closing one. */
interface MarkedQuotation extends QuotationSpan {
  readonly mark: string
}

interface Read {
  readonly quotations: readonly MarkedQuotation[]
  readonly unread: Span[]
}

/** A paragraph with its quotations, and the closing marks that close none of them. */
interface Paragraph {
  readonly end: number
  readonly quotations: Ending[]
  readonly strays: QuotationMark[]
}

/** Marks that no rule knows, and those of a web page left as their code. */
const UNKNOWN = /[\p{Pi}\p{Pf}]|&(?:quot|[lrb]d?s?a?quo|#(?:34|39|x22|x27|8216|8217|8220|8221|171|187));/gu

function readQuotations(text: string, language: string): Read {
  const tag = intlTag(language)
  const pairs = delimiterPairs(tag)
  const read = paragraphs(text).map(paragraph => readParagraph(text, paragraph, tag, pairs))
  for (const index of read.keys()) goOn(read, index, pairs)
  const unread = read.flatMap(({ strays }) =>
    strays
      .filter(({ mark, at }) => !isSingle(mark) || endsSentence(text, at))
      .map(({ at, mark }) => ({ start: at, end: at + mark.length })),
  )
  const unknown = Array.from(text.matchAll(UNKNOWN)).flatMap(({ 0: mark, index }) =>
    ANY_MARK.test(mark) ? [] : [{ start: index, end: index + mark.length }],
  )
  return {
    quotations: read.flatMap(({ quotations }) => quotations),
    unread: unknown.length === 0 ? unread : [...unread, ...unknown].toSorted((one, other) => one.start - other.start),
  }
}

/** A single mark after a full stop is no apostrophe: ’It will hold.’ */
function endsSentence(text: string, at: number): boolean {
  return (
    /^[.,!?…]\S?\s*$/u.test(text.slice(Math.max(0, at - 1), at + 1)) && /^(?:\s|$)/.test(text.slice(at + 1, at + 2))
  )
}

function readParagraph(text: string, paragraph: Span, language: string, pairs: Pairs): Paragraph {
  const speech = dashSpeech(text, paragraph, language.split('-')[0] ?? language)
  if (speech.length > 0)
    return { end: paragraph.end, quotations: speech.map(span => ({ ...span, mark: '—' })), strays: [] }
  const marks = readMarks(text, paragraph, pairs)
  if (marks.length === 0) return { end: paragraph.end, quotations: [], strays: [] }
  const firstWord = firstWordOf(text, paragraph)
  const paired = pairMarks(marks, pairs)
  const below = new Map<string, boolean>()
  const goesOn = (mark: string) => {
    const known = below.get(mark) ?? goesOnBelow(text, paragraph.end, mark)
    below.set(mark, known)
    return known
  }
  const quotations = paired.quotations.filter(
    quotation => isQuotation(quotation, firstWord) || (announces(text, quotation) && goesOn(quotation.mark)),
  )
  return { end: paragraph.end, quotations: nest(quotations, paragraph.end), strays: paired.strays }
}

/** A quotation is rarely longer. */
const MOST_PARAGRAPHS = 30

/** Lets the quotation that a paragraph leaves open go on to a closing mark further down that has no other opening one. */
function goOn(read: readonly Paragraph[], index: number, pairs: Pairs): void {
  const first = read[index]
  const open = first?.quotations.findLast(
    ({ closed, depth, mark, end }) => !closed && depth === 1 && mark !== '—' && end === first.end,
  )
  if (open === undefined) return
  for (let next = index + 1; next < read.length && next <= index + MOST_PARAGRAPHS; next += 1) {
    const paragraph = read[next]
    if (paragraph === undefined) return
    const stray = paragraph.strays.findIndex(({ mark }) => isClosedBy(open.mark, mark, pairs))
    const closing = paragraph.strays[stray]
    const opened = paragraph.quotations.find(({ mark }) => mark === open.mark)
    if (opened !== undefined && (closing === undefined || opened.start < closing.at)) return
    if (closing === undefined) continue
    open.end = closing.at + closing.mark.length
    open.closed = true
    paragraph.strays.splice(stray, 1)
    enclose(
      open,
      read.slice(index + 1, next + 1).flatMap(({ quotations }) => quotations),
    )
    return
  }
}

/** Counts the depths anew of what comes after the opening of a quotation that goes on. */
function enclose(outer: Ending, later: readonly Ending[]): void {
  const enclosing = [outer]
  for (const quotation of later) {
    while (enclosing.length > 0 && (enclosing.at(-1)?.end ?? 0) <= quotation.start) enclosing.pop()
    quotation.end = Math.min(quotation.end, enclosing.at(-1)?.end ?? quotation.end)
    quotation.depth = enclosing.length + 1
    enclosing.push(quotation)
  }
}

/** The lines that hold anything. By hand: on a line of millions of characters a regular expression runs out of stack. */
function paragraphs(text: string): Span[] {
  const spans: Span[] = []
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end > start) spans.push({ start, end })
    start = end + 1
  }
  return spans
}

const FIRST_WORD = new RegExp(`[^\\s${ANY_MARK.source.slice(1)}`)

/** Where a paragraph's text begins, after spaces and quotation marks. */
function firstWordOf(text: string, { start, end }: Span): number {
  const offset = text.slice(start, end).search(FIRST_WORD)
  return offset === -1 ? end : start + offset
}

/** A quotation whose opening mark is found; `end` is null while no closing mark is. */
interface Opened {
  readonly mark: string
  readonly start: number
  end: number | null
}

/**
 * Pairs each closing mark with the innermost open quotation that it closes; what was open inside that one is dropped.
 */
function pairMarks(marks: readonly QuotationMark[], pairs: Pairs): { quotations: Opened[]; strays: QuotationMark[] } {
  const strays: QuotationMark[] = []
  const quotations: Opened[] = []
  const dropped = new Set<Opened>()
  const open: Opened[] = []
  // How many are open by each mark, so that a mark that closes none of them is passed over without a search.
  const counts = new Map<string, number>()

  for (const found of marks) {
    const { at, mark, closes, opens } = found
    if (closes && closesAny(open, counts, mark, pairs)) {
      for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
        counts.set(inner.mark, (counts.get(inner.mark) ?? 0) - 1)
        if (isClosedBy(inner.mark, mark, pairs)) {
          inner.end = at + mark.length
          break
        }
        dropped.add(inner)
      }
    } else if (opens) {
      const quotation = { mark, start: at, end: null }
      quotations.push(quotation)
      open.push(quotation)
      counts.set(mark, (counts.get(mark) ?? 0) + 1)
    } else if (closes) strays.push(found)
  }
  return { quotations: quotations.filter(quotation => !dropped.has(quotation)), strays }
}

/** A single mark closes only the innermost quotation: further out it is likelier an apostrophe. */
function closesAny(open: readonly Opened[], counts: ReadonlyMap<string, number>, mark: string, pairs: Pairs): boolean {
  if (isSingle(mark)) return isClosedBy(open.at(-1)?.mark, mark, pairs)
  for (const [opening, count] of counts) if (count > 0 && isClosedBy(opening, mark, pairs)) return true
  return false
}

function isClosedBy(opening: string | undefined, closing: string, pairs: Pairs): boolean {
  return opening !== undefined && pairs.get(opening)?.includes(closing) === true
}

/** A single mark that closes nowhere is an apostrophe, unless it is a ‘ before the first word of its paragraph. */
function isQuotation({ mark, start, end }: Opened, firstWord: number): boolean {
  return end !== null || !isSingle(mark) || (mark === '‘' && start < firstWord)
}

/** "He said: ‘We go on." before a paragraph that opens anew, or one further down that ends with the closing mark. */
function announces(text: string, { mark, start }: Opened): boolean {
  return (mark === '‘' || mark === "'") && /[:,]\s$/.test(text.slice(Math.max(0, start - 2), start))
}

function goesOnBelow(text: string, from: number, mark: string): boolean {
  const closing = mark === '‘' ? '’' : mark
  let start = from
  for (let count = 0; count < MOST_PARAGRAPHS && start >= 0 && start < text.length; count += 1) {
    const next = text.indexOf('\n', start + 1)
    const line = text.slice(start, next < 0 ? text.length : next).trim()
    if (line.startsWith(mark)) return true
    if (line.endsWith(closing)) return /[\p{P}]/u.test(line.at(-2) ?? '')
    if (line.includes(` ${mark}`)) return false
    start = next
  }
  return false
}

/** A quotation whose end may yet move forward. */
interface Ending extends MarkedQuotation {
  end: number
  closed: boolean
  depth: number
}

/**
 * Ends the quotations that were never closed and counts depths, for quotations in the order in which they open. One
 * that was never closed ends with its paragraph, or where the next one by the same mark opens directly inside it: marks
 * alternate when they nest, so that its closing mark has been forgotten.
 */
function nest(quotations: readonly Opened[], paragraphEnd: number): Ending[] {
  const nested: Ending[] = []
  // The unclosed ones come first here, each by another mark, since pairMarks drops those inside a closed quotation.
  const enclosing: Ending[] = []
  for (const { mark, start, end } of quotations) {
    while ((enclosing.at(-1)?.end ?? paragraphEnd) <= start) enclosing.pop()

    const unclosed = enclosing.slice(enclosing.findLastIndex(({ closed }) => closed) + 1)
    const forgotten = unclosed.findIndex(outer => outer.mark === mark)
    if (forgotten !== -1) {
      for (const outer of unclosed.slice(forgotten)) outer.end = start
      enclosing.length -= unclosed.length - forgotten
    }

    const markLength = mark.length
    const quotation = {
      mark,
      markLength,
      start,
      end: end ?? paragraphEnd,
      closed: end !== null,
      depth: enclosing.length + 1,
    }
    enclosing.push(quotation)
    nested.push(quotation)
  }
  return nested
}
