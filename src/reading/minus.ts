/** What puts a number below zero: a sign before it ("−5", "–£5m"), or a word ("minus five", "negative $2 billion", "moins 5 %"). */

import { mayBeginSpelled } from './english/spelled.ts'
import { baseLanguage, isEnglish } from './language.ts'
import { moneyFrom } from './money.ts'
import { follows, isHyphen, type Token, touches } from './tokens.ts'
import type { Unit } from './unit.ts'

/** A hyphen, the sign itself, and the dash that is set for it. */
export const MINUS_SIGN = /^[-−–]$/

/** Whether a minus sign stands at the index, and not a hyphen ("R-13") or a dash ("10-20"). */
export function isSign(tokens: readonly Token[], index: number): boolean {
  const [sign, after, before] = [tokens[index], tokens[index + 1], tokens[index - 1]]
  if (after === undefined || !touches(after)) return false
  const isBefore = after.kind === 'DIGITS' || BEGINS_NUMBER.test(after.text)
  if (!isBefore && !(after.capital && moneyFrom(tokens, index + 1) !== null)) return false
  return !touches(sign) || before === undefined || /^[\p{Sc}(["“‘'~<>≤≥≈]$/u.test(before.text)
}

const BEGINS_NUMBER = /^[\p{Sc}.\u00bc-\u00be\u2150-\u215e]$/u

/** An insertion between dashes is no longer: "los vecinos –12 en total– se fueron". */
const LONGEST_INSERTION = 12

/** Whether the dash at the index opens an insertion, which another one closes, or goes on from a number: "10 –20". */
export function isDashBeside(tokens: readonly Token[], index: number): boolean {
  const dash = tokens[index]
  if (dash?.text !== '–') return false
  if (tokens[index - 1]?.kind === 'DIGITS') return true
  return tokens
    .slice(index + 2, index + LONGEST_INSERTION)
    .some((token, at) => token.text === '–' && touches(token) && !touches(tokens[index + at + 3]))
}

interface MinusWord {
  /** Where the number or its money begins. */
  readonly next: number
  /** Whether the word may be "less" as well. */
  readonly isLessOrMinus: boolean
}

/** The word at the index that puts what follows below zero. */
export function minusWord(tokens: readonly Token[], index: number, language: string): MinusWord | null {
  const word = tokens[index]
  if (word?.kind !== 'WORD') return null
  if (MINUS.has(word.text) && isEnglishMinus(tokens, index)) {
    const hyphen = isHyphen(tokens[index + 1]) && touches(tokens[index + 1])
    return { next: hyphen ? index + 2 : index + 1, isLessOrMinus: false }
  }
  if (isEnglish(language) || tokens[index + 1]?.kind !== 'DIGITS' || !follows(tokens[index + 1])) return null
  const isLessOrMinus = LESS.get(baseLanguage(language)) === word.text
  if (isLessOrMinus && OTHER_WORD.test(tokens[index - 1]?.text ?? '')) return null
  return isLessOrMinus || MINUS_ELSEWHERE.has(word.text) ? { next: index + 1, isLessOrMinus } : null
}

/** Whether "minus" or "negative" at the index stands before a number: "minus five", "negative $2", "minus-5"; "negative one" may be a test. */
export function isEnglishMinus(tokens: readonly Token[], index: number): boolean {
  const [word, after] = [tokens[index], tokens[index + 1]]
  if (word === undefined || !MINUS.has(word.text)) return false
  if (after?.kind === 'DIGITS' || moneyFrom(tokens, index + 1) !== null) return true
  if (word.text !== 'minus' || after === undefined) return false
  if (isHyphen(after)) return touches(after) && touches(tokens[index + 2]) && tokens[index + 2]?.kind === 'DIGITS'
  return after.kind === 'WORD' && follows(after) && mayBeginSpelled(after.text)
}

const MINUS: ReadonlySet<string> = new Set(['minus', 'negative'])

/** The same in languages in which it is no word for anything else. */
const MINUS_ELSEWHERE: ReadonlySet<string> = new Set(
  'минус мінус mínus mínusz mīnus miinus eksi μείον माइनस 마이너스 マイナス'.split(' '),
)

/** Where minus and less are one word, it is minus before what is counted from zero: degrees and percent. */
const LESS: ReadonlyMap<string, string> = new Map([
  ['fr', 'moins'],
  ['es', 'menos'],
  ['pt', 'menos'],
  ['it', 'meno'],
  ['nl', 'min'],
])

/** What makes another word of it: "au moins", "por lo menos", "más o menos". */
const OTHER_WORD = /^(?:au|du|le|ou|al|lo|o|ni|nem|pelo|ao|cuando|quando|quanto|il|e|y|et|no|non|pas|não)$/

/** Whether the unit is one in which there is a below zero. */
export function isGraded(unit: Unit | null): boolean {
  return unit?.kind === 'PERCENT' || /^(?:degree|celsius|fahrenheit)$/.test(unit?.name ?? '')
}
