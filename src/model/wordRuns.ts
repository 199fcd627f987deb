/**
 * The words of a text, for counting: segmented as Unicode says (UAX #29, by Intl.Segmenter, which knows languages that
 * write without spaces), in lower case, with one kind of apostrophe.
 */

import { remembered } from './remembered.ts'

/** Marks that end a clause: a run of words does not reach over them. Inside a number or a word they part nothing. */
const ENDS_RUN = /[.!?…;:\n。！？；：]/u

/**
 * What most English text is written in: ASCII, the letters of Latin that are one character in lower case too, and the marks of
 * typeset text. None of it is a combining mark, so that all of it is in NFC.
 */
const HAS_OTHER_THAN_PLAIN = /[^\0-\x7f\xa0À-ÖØ-öø-įı-ſ–—―‘’“”…]/

/**
 * The words of UAX #29 in plain text that is in lower case and has straight apostrophes, and the marks that end a clause.
 * Intl.Segmenter finds the same words, at several times the cost.
 */
const PLAIN_WORD =
  /[a-z0-9_ß-öø-ſ]+(?:(?:(?<=[a-zß-öø-ſ])[.':‘](?=[a-zß-öø-ſ])|(?<=[0-9])[.,;'‘](?=[0-9]))[a-z0-9_ß-öø-ſ]+)*/y
const PLAIN_TOKENS = new RegExp(`${PLAIN_WORD.source}|[.!?…;:\\n]`, 'g')
const NO_PLAIN_WORD = /[^a-z0-9_ß-öø-ſ]*/y

const ENGLISH = /^en\b/i

/**
 * The runs of words of a text, each the words between two marks that end a clause. A language that is no BCP 47 tag is
 * taken for English.
 */
export function wordRuns(text: string, language: string): string[][] {
  // Other languages may divide it otherwise: Swedish has words with a colon in them.
  const runs = isPlain(text, language) ? plainRuns(text) : anyRuns(text, language)
  return runs.filter(run => run.length > 0)
}

function isPlain(text: string, language: string): boolean {
  return ENGLISH.test(language) && !HAS_OTHER_THAN_PLAIN.test(text)
}

function anyRuns(text: string, language: string): string[][] {
  const runs: string[][] = [[]]
  for (const { segment, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike) runs.at(-1)?.push(foldWord(segment))
    else if (ENDS_RUN.test(segment)) runs.push([])
  }
  return runs
}

function plainRuns(text: string): string[][] {
  let run: string[] = []
  const runs = [run]
  for (const token of withStraightApostrophes(text.toLowerCase()).match(PLAIN_TOKENS) ?? []) {
    if (token.length === 1 && ENDS_RUN.test(token)) {
      run = []
      runs.push(run)
      // A low line alone is not a word to ICU, several are.
    } else if (token !== '_') run.push(token)
  }
  return runs
}

/** Where the words of a text stand, in UTF-16 indices, the end excluded. */
export function wordSpans(text: string, language: string): { start: number; end: number }[] {
  if (isPlain(text, language)) return plainSpans(text)
  return Array.from(segmenterOf(language).segment(text)).flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  )
}

function plainSpans(text: string): { start: number; end: number }[] {
  const folded = withStraightApostrophes(text.toLowerCase())
  const spans: { start: number; end: number }[] = []
  // Where each expression ends is all that is asked of it: to make matches takes twice as long as to find them.
  for (let end = 0; ; ) {
    const start = endOf(NO_PLAIN_WORD, folded, end)
    end = endOf(PLAIN_WORD, folded, start)
    if (end === start) return spans
    if (end > start + 1 || folded[start] !== '_') spans.push({ start, end })
  }
}

/** Where a sticky expression ends that is held to a text at a place; there, if it does not match. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}

/** A word as it is counted: in lower case, with a straight apostrophe. */
export function foldWord(word: string): string {
  return withStraightApostrophes(word.normalize('NFC').toLowerCase())
}

function withStraightApostrophes(text: string): string {
  return text.replaceAll('’', "'")
}

/** Writes runs of words as one text: a space around each word, a line for each run, so that ` two words ` finds a phrase. */
export function writeRuns(runs: readonly (readonly string[])[]): string {
  return runs.map(run => ` ${run.join(' ')} `).join('\n')
}

const segmenterOf = remembered(
  language => new Intl.Segmenter(isTag(language) ? language : 'en', { granularity: 'word' }),
)

function isTag(language: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(language).length > 0
  } catch {
    return false
  }
}
