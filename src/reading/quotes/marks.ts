/** What each quotation mark of a paragraph may do where it stands: open, close, or stand for inches or a lost letter. */

import type { Span } from '../../model/span.ts'
import type { Pairs } from './delimiters.ts'
import { inchesOf } from './inches.ts'

/** Those of one character. */
const MARKS = '“”„‟«»‹›‘’‚‛"＂\'`´″״「」『』｢｣﹁﹂﹃﹄❝❞❛❜❮❯〝〞〟'

/**
 * In a run of three straight marks the single one is the inner one: it comes last where they open, first where they
 * close.
 */
const MARK = new RegExp(`(?<=\\S)'(?=''(?!'))|''|\`\`|(?<!,),,(?!,)|<<|>>|[${MARKS}]`, 'g')
/** Any of them, where a paragraph begins. */
export const ANY_MARK = new RegExp(`[${MARKS}]`)
const SINGLE: ReadonlySet<string> = new Set(['‘', '’', "'", '‚', '‛', '`', '´'])
const STRAIGHT: ReadonlySet<string> = new Set(['"', "''", "'", '＂', '″', '״'])
/** Marks that can open but mostly close; a French » has a space before it and may have a full stop after. */
const MOSTLY_CLOSING: ReadonlySet<string> = new Set(['”', '»', '›'])
/** Marks of scripts that put no spaces around them: each does one thing wherever it stands. */
const PAIRED_OPENING: ReadonlySet<string> = new Set(['「', '『', '｢', '﹁', '﹃', '❝', '❛', '❮', '〝', '``', '<<'])
const PAIRED_CLOSING: ReadonlySet<string> = new Set(['」', '』', '｣', '﹂', '﹄', '❞', '❜', '❯', '〞', '〟', '>>'])

/**
 * A letter or number of a script that parts its words by spaces, so that a mark between two of them is an apostrophe.
 */
const WORD = /[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]/v
const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const ENDS_PHRASE = /[.,;:!?…)\]}”’»]/
/** Words that start with an apostrophe, which word processors turn into an opening mark: the '90s, rock 'n' roll, 's avonds. */
const ELISION = /^(?:\d\ds|em|n|s|t|tis|twas|til)(?![\p{L}\p{N}])/iu
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
  const inTurn = marksInTurn(line)
  const marks: QuotationMark[] = []
  // Read from the end, because whether boys’ is a possessive shows only by a better closing mark further on.
  let closesFurtherOn = false
  const found = Array.from(line.matchAll(MARK)).reverse()
  for (const { 0: mark, index } of found) {
    if (inches.has(index) || isGershayim(line, index) || isAfterElidedN(line, index)) continue
    const at = paragraph.start + index
    const before = at > paragraph.start ? characterBefore(text, at) : ''
    const after = at + mark.length < paragraph.end ? characterAfter(text, at + mark.length) : ''

    const opens =
      mayOpen(text, at, mark, before, after, pairs) || (inTurn.has(mark) && EASTERN.test(after) && !WORD.test(before))
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

/** The second apostrophe of rock 'n' roll. */
function isAfterElidedN(line: string, index: number): boolean {
  return /\s['’‘][nN]['’]\s/.test(line.slice(Math.max(0, index - 3), index + 2)) && /[nN]/.test(line[index - 1] ?? '')
}

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

/** In scripts without spaces a mark that is its own partner opens and closes in turn: 说:"大坝". */
function marksInTurn(line: string): ReadonlySet<string> {
  const isEven = (mark: string) => line.split(mark).length % 2 === 1
  if (!EASTERN.test(line)) return new Set()
  const isPaired = /[“„]/.test(line)
  return new Set(['"', '”'].filter(mark => line.includes(mark) && isEven(mark) && (mark === '"' || !isPaired)))
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
