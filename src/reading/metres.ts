/** Whether the letter m after a number stands for metres: "33 m tall" does, "£33m" does not, and "5 m" alone may. */

import { FUNCTION_WORDS } from './english/functionWords.ts'
import { isHyphen, nextWord, type Token, touches } from './tokens.ts'

/** What is so many metres: said after the letter. */
const DIMENSIONS = /^(?:tall|high|deep|long|wide|thick|across|away|apart)$/
const DIMENSION_NOUNS = /^(?:height|length|depth|width|diameter|altitude|elevation)$/
const EVENTS =
  /^(?:sprint|dash|race|races|hurdles|freestyle|backstroke|breaststroke|butterfly|medley|relay|steeplechase|runner|swimmer|champion|final|finals|heats?|semi-?finals?)$/

/** "33 m tall", "30-m-high", "2.5m thick", "the 100m final", "2,000 m above sea level". */
export function isMetre(tokens: readonly Token[], letter: number): boolean {
  if (tokens[letter]?.text !== 'm') return false
  const at = nextWord(tokens, letter + 1)
  if (at === null) return false
  const [word, after] = [tokens[at]?.text ?? '', tokens[at + 1]]
  if (EVENTS.test(word)) return true
  if (word === 'in') return DIMENSION_NOUNS.test(after?.text ?? '')
  if (word === 'above' || word === 'below') return after?.text === 'sea'
  // "5m long-term unemployed" and "5m high earners" count people.
  return DIMENSIONS.test(word) && !isHyphen(after) && !isPluralNoun(after)
}

function isPluralNoun(token: Token | undefined): boolean {
  return token?.kind === 'WORD' && !FUNCTION_WORDS.has(token.text) && /[^su]s$|^(?:people|men|women)$/.test(token.text)
}

const DISTANCES: ReadonlySet<string> = new Set('50 60 100 200 400 800 1500 3000 5000 10000'.split(' '))

/** "The 100m in 10.8 seconds", "the women's 400m": a distance to run or to swim, and a hundred million to nobody. */
export function mayBeDistance(tokens: readonly Token[], digits: number, letter: number): boolean {
  if (tokens[letter]?.text !== 'm' || letter !== digits + 1 || !DISTANCES.has(tokens[digits]?.text ?? '')) return false
  const before = tokens[digits - 1]?.text ?? ''
  return /^(?:the|s|ran|swam|and)$/.test(before) && !isPluralNoun(tokens[letter + 1]) && !touches(tokens[digits])
}
