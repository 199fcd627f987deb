import Big from 'big.js'
import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { rulesOf } from './rbnf.ts'
import { readScale } from './scales.ts'
import { follows, isHyphen, type Token, touches } from './tokens.ts'

/** How the numbers of a language are spelled, and what each spelling means; null for one that means two. */
interface Spellings {
  readonly values: ReadonlyMap<string, number | null>
  /** Every word with which a spelling begins. */
  readonly first: ReadonlySet<string>
}

/** All of these are spelled and kept; a longer number in words is found, and not read. */
const HIGHEST = 9_999
const LONGEST = 8
const NONE: Spellings = { values: new Map(), first: new Set() }

const spellings = new Map<string, Spellings>()

function spellingsOf(language: string): Spellings {
  const base = baseLanguage(language)
  const known = spellings.get(base)
  if (known !== undefined) return known
  const made = makeSpellings(base)
  spellings.set(base, made)
  return made
}

function makeSpellings(language: string): Spellings {
  const rules = rulesOf(language)
  if (rules === null) return NONE
  const values = new Map<string, number | null>()
  for (const set of rules.cardinals) {
    // One is an article in many languages: what a single one counts, digits say.
    for (let number = 2; number <= HIGHEST; number += number < 1000 ? 1 : number < 2000 ? 1 : 100) {
      const words = rules.spell(number, set)
      if (words === null) continue
      const folded = fold(words)
      values.set(folded, values.has(folded) && values.get(folded) !== number ? null : number)
    }
  }
  return { values, first: new Set([...values.keys()].map(words => firstWord(words))) }
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\s\u2010\u2011-]+/g, ' ')
    .trim()
}

function firstWord(words: string): string {
  const space = words.indexOf(' ')
  const first = space === -1 ? words : words.slice(0, space)
  return /^\p{Script=Han}/u.test(first) ? (Array.from(first)[0] ?? first) : first
}

/** A number in the words of a language other than English, from the token at `index` on. */
export function readSpelled(text: Tokens, index: number): NumberReading | null {
  const { tokens, language } = text
  const { values, first } = spellingsOf(language)
  const start = tokens[index]
  if (start === undefined || !first.has(start.text)) return null
  const found = longest(tokens, index, values)
  if (found === null) return null
  // A word of a number that goes on is a piece: "drei" of "drei Komma fünf" or of a spelling not kept.
  const after = tokens[found.next]
  const goesOn = follows(after) && after !== undefined && first.has(after.text)
  if (goesOn || found.value === null) return reading('UNCLEAR', null, goesOn ? found.next + 1 : found.next)
  const scale = readScale(text, found.next)
  if (scale === null) return reading('CARDINAL', new Big(found.value), found.next)
  return reading('CARDINAL', scale.value.times(found.value), scale.next, { multipliers: scale.multipliers })
}

function longest(
  tokens: readonly Token[],
  index: number,
  values: Spellings['values'],
): { value: number | null; next: number } | null {
  let best: { value: number | null; next: number } | null = null
  let words = ''
  for (let at = index, count = 0; count < LONGEST; count += 1) {
    const token = tokens[at]
    if (token?.kind !== 'WORD') break
    const isJoined = count > 0 && touches(token) && !isHyphen(tokens[at - 1])
    words = count === 0 ? token.text : isJoined ? words + token.text : `${words} ${token.text}`
    const value = values.get(words)
    if (value !== undefined) best = { value, next: at + 1 }
    at += isHyphen(tokens[at + 1]) && touches(tokens[at + 1]) ? 2 : 1
    if (!follows(tokens[at]) || tokens[at]?.gap.includes('\n')) break
  }
  return best
}
