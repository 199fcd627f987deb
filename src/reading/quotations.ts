/**
 * Quotation marks in running news text: which words stand inside them.
 *
 * Newspapers' typography is followed, paragraph by paragraph (a paragraph is a line). A quotation that runs over
 * several paragraphs opens anew in each and closes only in the last; so a mark left open reaches to the end of its
 * paragraph and no further, and one forgotten closing mark cannot turn the rest of a document inside out.
 */

import type { QuotationSpan, Span } from '../model/span.ts'
import type { Quotation } from '../model/vocabulary.ts'

/**
 * The marks that open a quotation, each with those that close it: its own partner, and what is typed in the partner's
 * place. Two straight single marks are one double mark, as news archives have them.
 */
const CLOSED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['“', ['”', '"', '“']],
  ['„', ['“', '”', '"']],
  ['«', ['»']],
  ['‘', ['’']],
  ['”', ['”']],
  ['»', ['«']],
  ['"', ['"', '”', '“']],
  ["''", ["''"]],
  ["'", ["'"]],
])
/**
 * In a run of three straight marks the single one is the inner one: it comes last where they open, first where they
 * close.
 */
const MARK = /(?<=\S)'(?=''(?!'))|''|[“”„«»‘’"']/g
const SINGLE: ReadonlySet<string> = new Set(['‘', '’', "'"])
const STRAIGHT: ReadonlySet<string> = new Set(['"', "''", "'"])
/** Marks that can open but mostly close; a French » has a space before it and may have a full stop after. */
const MOSTLY_CLOSING: ReadonlySet<string> = new Set(['”', '»'])

/**
 * A letter or number of a script that parts its words by spaces, so that a mark between two of them is an apostrophe.
 */
const WORD = /[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]/v
const ENDS_PHRASE = /[.,;:!?…)\]}”’»]/
/** Words that start with an apostrophe, which word processors turn into an opening mark: the '90s, rock 'n' roll. */
const ELISION = /^(?:\d\ds|em|n|tis|twas|til)(?![\p{L}\p{N}])/iu
const ELISION_LENGTH = 4

/**
 * The quotations of a text in the order in which they open, each from its opening mark to after its closing mark.
 *
 * Knows “ ”, „ “, « », » «, ‘ ’, ", '' and '. A closing mark that closes nothing is passed over, and so is an opening
 * mark still open when the quotation around it closes. A single mark is a quotation only if it closes or, as ‘, opens a
 * paragraph; otherwise it is an apostrophe. Takes time linear in the text.
 */
export function findQuotations(text: string, _language = 'en'): QuotationSpan[] {
  return readQuotations(text).map(({ start, end, closed, depth, markLength }) => ({
    start,
    end,
    closed,
    depth,
    markLength,
  }))
}

/** What stands inside the outermost quotations, without their marks. */
export function quotedSpans(text: string, _language = 'en'): Span[] {
  return readQuotations(text)
    .filter(({ depth }) => depth === 1)
    .map(({ mark, start, end, closed }) => ({ start: start + mark.length, end: closed ? end - mark.length : end }))
}

/**
 * How a content, made of one or more fragments of the text, is quoted: DIRECT if all of its words stand inside
 * quotation marks, INDIRECT if none does, MIXED otherwise. Spaces and punctuation count on neither side, so that a
 * content is DIRECT with or without its own marks. `quoted` is quotedSpans(text), to be passed by a caller who
 * classifies many contents. Throws RangeError for a fragment outside the text.
 */
export function classifyQuotation(
  text: string,
  fragments: readonly Span[],
  quoted: readonly Span[] = quotedSpans(text),
): Quotation {
  let wordsInside = false
  let wordsOutside = false
  for (const fragment of fragments) {
    checkSpan(fragment, text.length)
    let outsideFrom = fragment.start
    for (let index = firstEndingAfter(quoted, fragment.start); index < quoted.length; index += 1) {
      const inside = quoted[index]
      if (inside === undefined || inside.start >= fragment.end) break
      const start = Math.max(inside.start, fragment.start)
      const end = Math.min(inside.end, fragment.end)
      wordsOutside ||= hasWords(text.slice(outsideFrom, start))
      wordsInside ||= hasWords(text.slice(start, end))
      outsideFrom = end
    }
    wordsOutside ||= hasWords(text.slice(outsideFrom, fragment.end))
  }
  if (!wordsInside) return 'INDIRECT'
  return wordsOutside ? 'MIXED' : 'DIRECT'
}

/** Anything but spaces, punctuation and invisible characters. */
function hasWords(text: string): boolean {
  return /[^\s\p{P}\p{C}]/u.test(text)
}

function checkSpan({ start, end }: Span, length: number): void {
  if (!(0 <= start && start <= end && end <= length)) {
    throw new RangeError(`[${start}, ${end}) is no span of a text of length ${length}`)
  }
}

/** The index of the first of some ascending, disjoint spans that ends after a position. */
function firstEndingAfter(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** A quotation with its opening mark, which is as long as its closing one. */
interface MarkedQuotation extends QuotationSpan {
  readonly mark: string
}

function readQuotations(text: string): MarkedQuotation[] {
  return paragraphs(text).flatMap(paragraph => {
    const marks = readMarks(text, paragraph)
    if (marks.length === 0) return []
    const firstWord = firstWordOf(text, paragraph)
    const quotations = pairMarks(marks).filter(quotation => isQuotation(quotation, firstWord))
    return nest(quotations, paragraph.end)
  })
}

function paragraphs(text: string): Span[] {
  return Array.from(text.matchAll(/[^\n]+/g), line => ({ start: line.index, end: line.index + line[0].length }))
}

/** Where a paragraph's text begins, after spaces and quotation marks. */
function firstWordOf(text: string, { start, end }: Span): number {
  const offset = text.slice(start, end).search(/[^\s“”„«»‘’"']/)
  return offset === -1 ? end : start + offset
}

/** What a quotation mark may do where it stands. */
interface Mark {
  readonly at: number
  readonly mark: string
  readonly closes: boolean
  readonly opens: boolean
}

/** The quotation marks of a paragraph; apostrophes are left out. */
function readMarks(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = []
  // Read from the end, because whether boys’ is a possessive shows only by a better closing mark further on.
  let closesFurtherOn = false
  const found = Array.from(text.slice(paragraph.start, paragraph.end).matchAll(MARK)).reverse()
  for (const { 0: mark, index } of found) {
    const at = paragraph.start + index
    const before = at > paragraph.start ? characterBefore(text, at) : ''
    const after = at + mark.length < paragraph.end ? characterAfter(text, at + mark.length) : ''

    const opens = mayOpen(text, at, mark, before, after)
    const closing = closingOf(mark, before, after)
    const closes = closing === 'YES' || (closing === 'UNLESS_POSSESSIVE' && !closesFurtherOn)
    if (opens || closes) marks.push({ at, mark, closes, opens })

    if (opens || !SINGLE.has(mark)) closesFurtherOn = false
    else if (closing === 'YES') closesFurtherOn = true
  }
  return marks.reverse()
}

/** Whether a mark may close between two characters. */
function closingOf(mark: string, before: string, after: string): 'YES' | 'NO' | 'UNLESS_POSSESSIVE' {
  if (mark === '‘') return 'NO'
  if (SINGLE.has(mark)) {
    if (isSpace(before) || WORD.test(after)) return 'NO'
    return /s/i.test(before) && /\s/.test(after) ? 'UNLESS_POSSESSIVE' : 'YES'
  }
  if (mark === '“') return endsWord(before, after) ? 'YES' : 'NO'
  // Before a word it opens, even inside a quotation by the same mark, whose own closing mark has then been forgotten.
  if (STRAIGHT.has(mark)) return startsWord(before, after) ? 'NO' : 'YES'
  return 'YES'
}

/** Whether a mark may open between two characters. */
function mayOpen(text: string, at: number, mark: string, before: string, after: string): boolean {
  if (SINGLE.has(mark) && isElision(text, at + 1)) return false
  if (mark === '“') return !endsWord(before, after)
  if (MOSTLY_CLOSING.has(mark)) return WORD.test(after) && !WORD.test(before)
  if (STRAIGHT.has(mark)) {
    return !isSpace(after) && !WORD.test(before) && (WORD.test(after) || !ENDS_PHRASE.test(before))
  }
  return CLOSED_BY.has(mark)
}

function isElision(text: string, at: number): boolean {
  return ELISION.test(text.slice(at, at + ELISION_LENGTH + 1))
}

function startsWord(before: string, after: string): boolean {
  return (isSpace(before) || /[([{]/.test(before)) && !isSpace(after)
}

function endsWord(before: string, after: string): boolean {
  return (WORD.test(before) || ENDS_PHRASE.test(before)) && (isSpace(after) || /\p{P}/u.test(after))
}

/** Whether the character is a space or, as '', the edge of the paragraph. */
function isSpace(character: string): boolean {
  return /^\s?$/.test(character)
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
}

function characterAfter(text: string, at: number): string {
  return Array.from(text.slice(at, at + 2)).at(0) ?? ''
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
function pairMarks(marks: readonly Mark[]): Opened[] {
  const quotations: Opened[] = []
  const dropped = new Set<Opened>()
  const open: Opened[] = []
  // How many are open by each mark, so that a mark that closes none of them is passed over without a search.
  const counts = new Map<string, number>()

  for (const { at, mark, closes, opens } of marks) {
    if (closes && closesAny(open, counts, mark)) {
      for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
        counts.set(inner.mark, (counts.get(inner.mark) ?? 0) - 1)
        if (isClosedBy(inner.mark, mark)) {
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
    }
  }
  return quotations.filter(quotation => !dropped.has(quotation))
}

/** A single mark closes only the innermost quotation: further out it is likelier an apostrophe. */
function closesAny(open: readonly Opened[], counts: ReadonlyMap<string, number>, mark: string): boolean {
  if (SINGLE.has(mark)) return isClosedBy(open.at(-1)?.mark, mark)
  for (const [opening, count] of counts) if (count > 0 && isClosedBy(opening, mark)) return true
  return false
}

function isClosedBy(opening: string | undefined, closing: string): boolean {
  return opening !== undefined && CLOSED_BY.get(opening)?.includes(closing) === true
}

/** A single mark that closes nowhere is an apostrophe, unless it is a ‘ before the first word of its paragraph. */
function isQuotation({ mark, start, end }: Opened, firstWord: number): boolean {
  return end !== null || !SINGLE.has(mark) || (mark === '‘' && start < firstWord)
}

/** A quotation whose end may yet move forward. */
interface Ending extends MarkedQuotation {
  end: number
}

/**
 * Ends the quotations that were never closed and counts depths, for quotations in the order in which they open. One
 * that was never closed ends with its paragraph, or where the next one by the same mark opens directly inside it: marks
 * alternate when they nest, so that its closing mark has been forgotten.
 */
function nest(quotations: readonly Opened[], paragraphEnd: number): MarkedQuotation[] {
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
