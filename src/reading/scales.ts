import Big from 'big.js'
import type { Tokens } from './number.ts'
import { nextWord, touches } from './tokens.ts'

/** What a number is multiplied by. */
export interface Scale {
  readonly value: Big
  readonly multipliers: readonly number[]
  readonly next: number
}

/** The multiplier from `index` on: "million", "hundred thousand", "Millionen", "万". */
export function readScale(text: Tokens, index: number): Scale | null {
  const { tokens, english } = text
  const at = touches(tokens[index]) && tokens[index]?.kind === 'WORD' ? index : nextWord(tokens, index)
  if (at === null) return null
  if (english) return readEnglishScale(text, at)
  const value = text.scales.get(tokens[at]?.text ?? '')
  if (value === undefined) return null
  const point = tokens[at + 1]
  // "Mio." has its point.
  const next = point?.text === '.' && touches(point) && (tokens[at]?.text.length ?? 0) <= 4 ? at + 2 : at + 1
  return { value, multipliers: [value.toNumber()], next }
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
  ['tn', 1e12],
  ['trn', 1e12],
])

function readEnglishScale({ tokens }: Tokens, index: number): Scale | null {
  const first = SCALES.get(tokens[index]?.text ?? '')
  if (first === undefined) return null
  const after = nextWord(tokens, index + 1)
  const second = after === null ? undefined : SCALES.get(tokens[after]?.text ?? '')
  const mayFollow = (first === 100 && (second ?? 0) >= 1000) || (first === 1e5 && second === 1e7)
  if (after === null || second === undefined || !mayFollow) {
    return { value: new Big(first), multipliers: [first], next: index + 1 }
  }
  return { value: new Big(first).times(second), multipliers: [first * second, second], next: after + 1 }
}
