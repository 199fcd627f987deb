/** So many of so many in Chinese, Japanese and Korean: 3人に1人, 10人のうち7人, 10人中有7人, 10명 중 7명. */

import Big from 'big.js'
import { readDigits } from './digits.ts'
import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { follows, type Token, touches } from './tokens.ts'

const COUNTER = /^(?:[人个個名軒戸户社家件校台店枚本匹]|명)$/u
/** What stands between the two, sign by sign: Han and kana are tokens of one sign each. */
const AMONG: readonly (readonly string[])[] = [
  ['に'],
  ['中'],
  ['中', '有'],
  ['里', '有'],
  ['裡', '有'],
  ['の', 'う', 'ち'],
  ['중'],
  ['중에'],
  ['중에서'],
  ['가운데'],
]
const NUMERALS = '一二三四五六七八九十'

/** The share that begins at the index; null where the first is not the greater of two whole numbers. */
export function readEasternShare(text: Tokens, index: number): NumberReading | null {
  if (isHalf(text.tokens, index)) return reading('SHARE', new Big(0.5), index + 2)
  const whole = wholeAt(text, index)
  if (whole === null) return null
  const { tokens } = text
  const counter = tokens[whole.next]?.text ?? ''
  if (!COUNTER.test(counter)) return null
  const at = whole.next + 1
  const among = AMONG.findLast(words => words.every((word, offset) => tokens[at + offset]?.text === word))
  const part = among === undefined ? null : wholeAt(text, at + among.length)
  if (part === null || part.value >= whole.value || tokens[part.next]?.text !== counter) return null
  return reading('SHARE', new Big(part.value / whole.value), part.next + 1)
}

/** 一半 and 半分 are half. */
function isHalf(tokens: readonly Token[], index: number): boolean {
  const [first, second] = [tokens[index], tokens[index + 1]]
  return touches(second) && /^(?:一半|半分)$/.test(`${first?.text}${second?.text}`)
}

/** 두 배, 3배: so many times as many. */
export function readKoreanTimes({ tokens, language }: Tokens, { value, next }: NumberReading): NumberReading | null {
  const times = tokens[next]
  const isTimes =
    baseLanguage(language) === 'ko' &&
    follows(times) &&
    /^배(?:로|가|나|는|를|의|이상|쯤|정도)?$/.test(times?.text ?? '')
  return isTimes && value !== null ? reading('MULTIPLE', value, next + 1) : null
}

function wholeAt({ tokens, marks }: Tokens, index: number): { readonly value: number; readonly next: number } | null {
  const token = tokens[index]
  if (token?.kind === 'DIGITS') {
    const { value, decimals, next } = readDigits(tokens, index, marks)
    return value === null || decimals > 0 || value.eq(0) ? null : { value: value.toNumber(), next }
  }
  const numeral = token === undefined ? -1 : NUMERALS.indexOf(token.text)
  return numeral === -1 ? null : { value: numeral + 1, next: index + 1 }
}
