/** What each quotation mark of a paragraph may do where it stands: open, close, or stand for inches or a lost letter. */

import type { Span } from '../../model/span.ts'
import type { Pairs } from './delimiters.ts'

/**
 * In a run of three straight marks the single one is the inner one: it comes last where they open, first where they
 * close.
 */
const MARK = /(?<=\S)'(?=''(?!'))|''|``|(?<!,),,(?!,)|<<|>>|[“”„‟«»‹›‘’‚‛"＂'`´″״「」『』｢｣﹁﹂﹃﹄❝❞❛❜〝〞〟]/g
/** Any of them, where a paragraph begins. */
export const ANY_MARK = /[“”„‟«»‹›‘’‚‛"＂'`´″״「」『』｢｣﹁﹂﹃﹄❝❞❛❜〝〞〟]/
const SINGLE: ReadonlySet<string> = new Set(['‘', '’', "'", '‚', '‛', '`', '´'])
const STRAIGHT: ReadonlySet<string> = new Set(['"', "''", "'", '＂', '″', '״'])
/** Marks that can open but mostly close; a French » has a space before it and may have a full stop after. */
const MOSTLY_CLOSING: ReadonlySet<string> = new Set(['”', '»', '›'])
/** Marks of scripts that put no spaces around them: each does one thing wherever it stands. */
const PAIRED_OPENING: ReadonlySet<string> = new Set(['「', '『', '｢', '﹁', '﹃', '❝', '❛', '〝', '``', '<<'])
const PAIRED_CLOSING: ReadonlySet<string> = new Set(['」', '』', '｣', '﹂', '﹄', '❞', '❜', '〞', '〟', '>>'])

/**
 * A letter or number of a script that parts its words by spaces, so that a mark between two of them is an apostrophe.
 */
const WORD = /[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]/v
const ENDS_PHRASE = /[.,;:!?…)\]}”’»]/
/** Words that start with an apostrophe, which word processors turn into an opening mark: the '90s, rock 'n' roll. */
const ELISION = /^(?:\d\ds|em|n|tis|twas|til)(?![\p{L}\p{N}])/iu
const ELISION_LENGTH = 4

/** A quotation mark and what it may do. */
export interface QuotationMark {
  readonly at: number
  readonly mark: string
  readonly closes: boolean
  readonly opens: boolean
}

export function isSingle(mark: string): boolean {
  return SINGLE.has(mark)
}

/** The quotation marks of a paragraph; apostrophes, feet and inches are left out. */
export function readMarks(text: string, paragraph: Span, pairs: Pairs): QuotationMark[] {
  const line = text.slice(paragraph.start, paragraph.end)
  const inches = inchesOf(line)
  const marks: QuotationMark[] = []
  // Read from the end, because whether boys’ is a possessive shows only by a better closing mark further on.
  let closesFurtherOn = false
  const found = Array.from(line.matchAll(MARK)).reverse()
  for (const { 0: mark, index } of found) {
    if (inches.has(index) || isGershayim(line, index)) continue
    const at = paragraph.start + index
    const before = at > paragraph.start ? characterBefore(text, at) : ''
    const after = at + mark.length < paragraph.end ? characterAfter(text, at + mark.length) : ''

    const opens = mayOpen(text, at, mark, before, after, pairs)
    const closing = closingOf(mark, before, after)
    const closes = closing === 'YES' || (closing === 'UNLESS_POSSESSIVE' && !closesFurtherOn)
    if (opens || closes) marks.push({ at, mark, closes, opens })

    if (opens || !SINGLE.has(mark)) closesFurtherOn = false
    else if (closing === 'YES') closesFurtherOn = true
  }
  return marks.reverse()
}

/** Before the last letter of a Hebrew acronym: ארה"ב. */
function isGershayim(line: string, index: number): boolean {
  return /["״]/.test(line[index] ?? '') && HEBREW.test(line[index - 1] ?? '') && HEBREW.test(line[index + 1] ?? '')
}

const HEBREW = /\p{Script=Hebrew}/u

/** Whether a mark may close between two characters. */
function closingOf(mark: string, before: string, after: string): 'YES' | 'NO' | 'UNLESS_POSSESSIVE' {
  if (PAIRED_OPENING.has(mark) || mark === '‚' || mark === '‛') return 'NO'
  if (PAIRED_CLOSING.has(mark)) return 'YES'
  if (mark === '‘') return endsWord(before, after) ? 'YES' : 'NO'
  if (mark === '`') return 'NO'
  if (SINGLE.has(mark)) {
    if (isSpace(before) || WORD.test(after)) return 'NO'
    return /s/i.test(before) && /\s/.test(after) ? 'UNLESS_POSSESSIVE' : 'YES'
  }
  // German marks that close together: „Er sagt: ‚Nein‘“, so Wessels.
  if (mark === '“') return endsWord(before, after) || (before === '‘' && endsWord(')', after)) ? 'YES' : 'NO'
  if (mark === ',,') return 'NO'
  // Before a word it opens, even inside a quotation by the same mark, whose own closing mark has then been forgotten.
  if (STRAIGHT.has(mark)) return startsWord(before, after) ? 'NO' : 'YES'
  return 'YES'
}

/** Whether a mark may open between two characters. */
function mayOpen(text: string, at: number, mark: string, before: string, after: string, pairs: Pairs): boolean {
  if (PAIRED_OPENING.has(mark)) return true
  if (SINGLE.has(mark) && isElision(text, at + 1)) return false
  if (PAIRED_CLOSING.has(mark)) return false
  if (mark === '“' && before === '‘' && pairs.get('„')?.includes('“')) return !endsWord(')', after)
  if (mark === '“' || mark === '‘' || mark === '«' || mark === '‹') return !endsWord(before, after)
  if (mark === ',,' || mark === '`' || mark === '´') return startsWord(before, after)
  // A paragraph that goes on with a quotation may begin with its closing mark: » Il est construit.
  if (MOSTLY_CLOSING.has(mark)) return before === '' ? after !== '' : WORD.test(after) && !WORD.test(before)
  if (STRAIGHT.has(mark)) {
    return !isSpace(after) && !WORD.test(before) && (WORD.test(after) || !ENDS_PHRASE.test(before))
  }
  return pairs.has(mark)
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

// Feet and inches

const FEET_AND_INCHES = /(?<=\d)(['’′]) ?\d{1,2}(?:\.\d+)?(["”″]|'')?/g
const INCHES =
  /(?<=\d)(?:["″]|'')(?=(?:[- ]?(?:wide|long|tall|deep|thick|high|across|screen|tv|pipe|gun|snow|diameter|in|x|by|×)\b)|[x×])/gi
const FEET = /(?<=\d)['’′](?= (?:wide|long|tall|deep|thick|high|across)\b)/gi
const AFTER_DIGIT = /(?<=\d)["″]/g

function countOf(line: string, mark: string): number {
  return line.split(mark).length
}

/** Where marks after digits stand for feet and inches: 6' 2", 6" wide, and the odd one among straight marks. */
function inchesOf(line: string): ReadonlySet<number> {
  const found = new Set<number>()
  if (!/\d['’′"″]/.test(line)) return found
  for (const match of line.matchAll(FEET_AND_INCHES)) {
    // “In ’08” has no feet.
    const hasInches = match[2] !== undefined
    if (!hasInches && match[1] !== '′') continue
    found.add(match.index)
    if (hasInches) found.add(match.index + match[0].length - (match[2]?.length ?? 0))
  }
  for (const match of line.matchAll(INCHES)) found.add(match.index)
  for (const match of line.matchAll(FEET)) found.add(match.index)
  for (const mark of ['"', '″']) {
    const all = Array.from(line.matchAll(new RegExp(mark, 'g')), match => match.index).filter(at => !found.has(at))
    const afterDigit = Array.from(line.matchAll(AFTER_DIGIT), match => match.index).filter(
      at => line[at] === mark && !found.has(at),
    )
    const [only] = afterDigit
    // None can open right after a digit: “a 3/4" crack and a 5" gap”.
    const isOver = countOf(line, '“') <= countOf(line, '”')
    if (afterDigit.length === all.length && isOver) for (const at of afterDigit) found.add(at)
    // Quotation marks come in twos: where one is over and one stands against a digit, it is that.
    if (all.length % 2 === 1 && afterDigit.length === 1 && only !== undefined) found.add(only)
  }
  return found
}
