import Big from 'big.js'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { isSpaceless, nextWord, touches } from './tokens.ts'

/** What a number is multiplied by. */
export interface Scale {
  readonly value: Big
  readonly multipliers: readonly number[]
  readonly next: number
}

/** The multiplier from `index` on: "million", "hundred thousand", "mil millones", "万". One after the other multiply: "thousand million". */
export function readScale(text: Tokens, index: number): Scale | null {
  let scale: Scale | null = null
  for (let one = oneScale(text, index); one !== null; one = oneScale(text, one.next)) {
    const before: Scale | null = scale
    const value: Big = before === null ? one.value : before.value.times(one.value)
    const last = one.value.toNumber()
    scale = { value, multipliers: before === null ? [last] : [value.toNumber(), last], next: one.next }
  }
  return scale
}

/** How many: so many of a multiplier. */
export function multiplied(value: Big, scale: Scale): NumberReading {
  return reading('CARDINAL', value.times(scale.value), scale.next, { multipliers: scale.multipliers })
}

function oneScale(text: Tokens, index: number): { readonly value: Big; readonly next: number } | null {
  const { tokens, english } = text
  const at = touches(tokens[index]) && tokens[index]?.kind === 'WORD' ? index : nextWord(tokens, index)
  if (at === null) return null
  const word = tokens[at]?.text ?? ''
  if (english) {
    const factor = SCALES.get(word)
    return factor === undefined ? null : { value: new Big(factor), next: at + 1 }
  }
  if (isSpaceless(tokens[at])) return longestScale(text, at)
  const value = text.scales.get(word)
  if (value === undefined) return null
  const point = tokens[at + 1]
  // "Mio." has its point.
  return { value, next: point?.text === '.' && touches(point) && word.length <= 4 ? at + 2 : at + 1 }
}

/** Longer than any in CLDR. */
const LONGEST = 8

/** Where every letter is a word of its own, the scale is made of several: ล้าน. */
function longestScale({ tokens, scales }: Tokens, at: number): { readonly value: Big; readonly next: number } | null {
  let found: { readonly value: Big; readonly next: number } | null = null
  let word = ''
  for (let next = at; next < at + LONGEST && (next === at || touches(tokens[next])); next += 1) {
    word += tokens[next]?.text ?? ''
    const value = scales.get(word)
    if (value !== undefined) found = { value, next: next + 1 }
  }
  return found
}

const PLURALS: ReadonlyMap<string, number> = new Map([
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/** "1.5 millions": after decimals the plural multiplies; after whole digits it may be another number, "on July 4 thousands came". */
export function readPluralScale({ tokens, english }: Tokens, index: number): Scale | null {
  const factor = english ? PLURALS.get(tokens[index]?.text ?? '') : undefined
  if (factor === undefined || tokens[index]?.gap !== ' ') return null
  return { value: new Big(factor), multipliers: [factor], next: index + 1 }
}

/** Whether the word multiplies a number in English, against it as well: "5million", "€5mln". */
export function isEnglishScale(word: string): boolean {
  return word.length > 1 && SCALES.has(word)
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['dozen', 12],
  ['bn', 1e9],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bln', 1e9],
  ['bil', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['quintillion', 1e18],
  ['sextillion', 1e21],
  // As English is written in India, and from Zurich to Warsaw.
  ['lac', 1e5],
  ['lacs', 1e5],
  ['cr', 1e7],
  ['crs', 1e7],
  ['mio', 1e6],
  ['mrd', 1e9],
  ['mld', 1e9],
])
