/** Two counts set against each other: "voted 218 to 214", "a 5-4 decision", "won, 4-2". They are not a range. */

import type { ReadAmount } from './quantity.ts'
import { clauseBefore, nextWord, type Token, touches } from './tokens.ts'

/** What one side may do to the other, by the counts that follow. */
const CONTESTS =
  /^(?:vot(?:e|ed|es|ing)|pass(?:ed|es)?|approv(?:ed|es)|adopt(?:ed|s)|clear(?:ed|s)|confirm(?:ed|s)|reject(?:ed|s)|defeat(?:ed|s)?|fail(?:ed|s)|rul(?:ed|es|ing)|decid(?:ed|es)|split|win|wins|won|beat|beats|beating|beaten|los(?:t|es|e|ing)|end(?:ed|s)|finish(?:ed|es)|dr(?:ew|aws?|awing)|lead|leads|led|leading|trail(?:s|ed|ing)?|ti(?:ed|es)|tall(?:y|ied)|score[ds]?|prevail(?:ed|s)|upheld|overturned|struck|deadlock(?:ed|s)?|edg(?:ed|es)|carried|acquit(?:ted)?|convict(?:ed)?|elected|outvoted|ahead|behind|back(?:ed|s)?|favou?r(?:ed|s)?|oppos(?:ed|es?)|prefer(?:red|s)?|disapprov(?:ed?|es))$/

/** Those of the side that may have the lower count. */
const LOSING =
  /^(?:vot(?:e|ed|es|ing)|reject(?:ed|s)|defeat(?:ed|s)?|fail(?:ed|s)|los(?:t|es|e|ing)|trail(?:s|ed|ing)?|tall(?:y|ied)|score|behind)$/

/** What is named by its counts. */
const OUTCOMES =
  /^(?:votes?|voting|decisions?|rulings?|majorit(?:y|ies)|splits?|victor(?:y|ies)|wins?|loss(?:es)?|defeats?|ties?|tied|scores?|opinions?|judgments?|verdicts?|leads?|advantage|edge|draws?|result|deadlock|court|bench|tally|record|series|party-line|lines?|conservative|liberal|republican|democratic|supreme|senate|house|council|panel|basis|supermajority)$/

/** Those that may be named by the lower count first; "40,000 to 50,000 votes" are a range. */
const LOST = /^(?:vote|decision|ruling|split|loss|defeat|tie|score|verdict|result)$/

/** Whether two plain numbers are the counts of two sides. */
export function isTally(tokens: readonly Token[], first: ReadAmount, second: ReadAmount): boolean {
  if (first.value === null || second.value === null) return false
  if (first.reading.multipliers.length > 0 || second.reading.multipliers.length > 0) return false
  if (isRatio(tokens, first, second)) return false
  const isLower = first.value.lt(second.value)
  if (isOneOfScores(tokens, first, second)) return true
  if (isOutcome(tokens, second.next, isLower ? LOST : OUTCOMES)) return true
  if (isLower && isCounted(tokens, second)) return false
  return isContested(tokens, first.start, isLower ? LOSING : CONTESTS)
}

/** "Won 6-4, 3-6, 7-5": scores one after the other, in whichever order each has its counts. */
function isOneOfScores(tokens: readonly Token[], first: ReadAmount, second: ReadAmount): boolean {
  let start = first.start
  for (let before = scoreBefore(tokens, start); before !== null; before = scoreBefore(tokens, start)) start = before
  const comma = tokens[second.next]?.text === ',' ? second.next + 1 : second.next
  const after = tokens[comma]?.text === 'and' ? comma + 1 : comma
  const isRow = start < first.start || (after > second.next && isScore(tokens, after))
  return isRow && isContested(tokens, start, CONTESTS)
}

/** Where the score begins that stands before a comma or an "and" before the index. */
function scoreBefore(tokens: readonly Token[], index: number): number | null {
  const and = tokens[index - 1]?.text === 'and' ? index - 1 : index
  const end = tokens[and - 1]?.text === ',' ? and - 1 : and
  return end < index && isScore(tokens, end - 3) ? end - 3 : null
}

function isScore(tokens: readonly Token[], index: number): boolean {
  const [one, dash, other] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  const isPair = one?.kind === 'DIGITS' && /^[-‐‑–]$/.test(dash?.text ?? '') && other?.kind === 'DIGITS'
  return isPair && touches(dash) && touches(other)
}

/** "By 3 to 1", "a 3-1 margin" and "nearly 2-1" say how many times as many, and no count. */
function isRatio(tokens: readonly Token[], first: ReadAmount, second: ReadAmount): boolean {
  if (!second.value?.eq(1)) return false
  const after = nextWord(tokens, second.next)
  if (after !== null && /^(?:margin|ratio|odds|advantage|edge|majority)$/.test(tokens[after]?.text ?? '')) return true
  return /^(?:by|nearly|almost|about|around|roughly|over|than|some)$/.test(tokens[first.start - 1]?.text ?? '')
}

/** The word after the counts, or the one after that: "a 52-48 vote", "a 6-3 conservative majority". */
function isOutcome(tokens: readonly Token[], index: number, outcomes: RegExp): boolean {
  const after = nextWord(tokens, index)
  return after !== null && outcomes.test(tokens[after]?.text ?? '')
}

/** Whether one side does something to the other before the counts, with no other number between. */
function isContested(tokens: readonly Token[], index: number, words: RegExp): boolean {
  const found = clauseBefore(tokens, index).find(
    ({ kind, text }) => kind === 'DIGITS' || (kind === 'WORD' && words.test(text)),
  )
  return found?.kind === 'WORD'
}

/** "Lost 10 to 15 pounds": a thing that is counted follows, and a range is meant. */
function isCounted(tokens: readonly Token[], { next, unit }: ReadAmount): boolean {
  if (unit !== null && unit.kind !== 'PERCENT') return true
  const word = nextWord(tokens, next)
  return word !== null && tokens[word]?.kind === 'WORD' && !AFTER_TALLY.has(tokens[word]?.text ?? '')
}

const AFTER_TALLY: ReadonlySet<string> = new Set(
  'on in over against for that to among with and but as at after when while by last this yesterday today'.split(' '),
)
