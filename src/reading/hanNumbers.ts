/** Numbers of Chinese, Japanese and Korean, whole: 3兆5000億, 1万2345, 三百四十五, 1천만, 数百, 3割, 六成, 2.5倍. */

import Big from 'big.js'
import { readDigits } from './digits.ts'
import { readEasternShare } from './easternShares.ts'
import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { type Token, touches } from './tokens.ts'

const LANGUAGES: ReadonlySet<string> = new Set(['zh', 'yue', 'ja', 'ko'])

const ONES: ReadonlyMap<string, number> = new Map(
  Array.from('〇零一二三四五六七八九', (sign, index) => [sign, Math.max(0, index - 1)] as const).concat([
    ['两', 2],
    ['兩', 2],
  ]),
)
const TENS: ReadonlyMap<string, number> = signs({ 十: 10, 百: 100, 千: 1e3, 십: 10, 백: 100, 천: 1e3 })
const MYRIADS: ReadonlyMap<string, number> = signs({
  万: 1e4,
  萬: 1e4,
  億: 1e8,
  亿: 1e8,
  兆: 1e12,
  만: 1e4,
  억: 1e8,
  조: 1e12,
})
const SEVERAL: ReadonlySet<string> = new Set('数數几幾何')

function signs(values: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(values))
}

/** The number from the token at `index` on where it is written with its powers of ten; null where none of these languages writes so. */
export function readHanNumber(text: Tokens, index: number): NumberReading | null {
  if (text.english || !LANGUAGES.has(baseLanguage(text.language))) return null
  const before = touches(text.tokens[index]) ? text.tokens[index - 1]?.text : undefined
  const found = readEasternShare(text, index) ?? readSeveral(text.tokens, index) ?? readPowers(text, index)
  // 第3回 and 제3조 say which one.
  if (before === '第' || before === '제')
    return found === null ? ordinal(text, index) : reading('ORDINAL', null, found.next)
  return found
}

function ordinal({ tokens, marks }: Tokens, index: number): NumberReading | null {
  const token = tokens[index]
  if (token?.kind === 'DIGITS') return reading('ORDINAL', null, readDigits(tokens, index, marks).next)
  return ONES.has(token?.text ?? '') ? reading('ORDINAL', null, index + 1) : null
}

/** 数百, 几十万: several of what follows. */
function readSeveral(tokens: readonly Token[], index: number): NumberReading | null {
  if (!SEVERAL.has(tokens[index]?.text ?? '')) return null
  let unit = 1
  let next = index + 1
  for (;;) {
    const by = touches(tokens[next]) ? powerOf(tokens[next]) : undefined
    if (by === undefined) break
    unit *= by
    next += 1
  }
  if (unit === 1) return null
  return reading('MAGNITUDE', null, next, { lower: 2 * unit, upper: 10 * unit })
}

function powerOf(token: Token | undefined): number | undefined {
  return TENS.get(token?.text ?? '') ?? MYRIADS.get(token?.text ?? '')
}

/** What has been read so far of a number. */
interface Sum {
  readonly total: Big
  /** What stands before the next 万. */
  readonly section: Big
  /** What stands before the next 十. */
  readonly digits: Big | null
  /** What the last sign multiplied by; the next one is smaller. */
  readonly ceiling: number | null
  readonly isUnclear: boolean
}

function readPowers(text: Tokens, index: number): NumberReading | null {
  const { tokens } = text
  let sum: Sum = {
    total: new Big(0),
    section: new Big(0),
    digits: null,
    ceiling: null,
    isUnclear: false,
  }
  const multipliers: number[] = []
  let at = index
  while (at === index || goesOn(text, at)) {
    const next = step(text, at, sum, multipliers)
    if (next === null) break
    sum = next.sum
    at = next.at
  }
  if (at === index) return null
  // 十几 is some more than ten.
  const isMore = multipliers.length > 0 && SEVERAL.has(tokens[at]?.text ?? '') && touches(tokens[at])
  if (isMore) return reading('UNCLEAR', null, at + 1)
  // 二〇二四 is said digit by digit, as years are.
  const isNumeral = tokens[index]?.kind === 'WORD'
  if (multipliers.length === 0 && isNumeral && at > index + 2) return reading('UNCLEAR', null, at)
  const hasPowers = multipliers.length > 0 && !(isNumeral && at === index + 1)
  if (!hasPowers && !isCompared(tokens, at)) return null
  // 三百五 is 350 to a speaker and 305 by its signs.
  const isColloquial =
    sum.digits !== null && tokens[at - 1]?.kind === 'WORD' && tokens[at - 2]?.text !== '零' && (sum.ceiling ?? 0) >= 100
  if (sum.isUnclear || isColloquial) return reading('UNCLEAR', null, at)
  const value = sum.total.plus(sum.section).plus(sum.digits ?? 0)
  return compared(text, value, at) ?? reading('CARDINAL', value, at, { multipliers: multipliers.slice(-1) })
}

/** Whether the number goes on at the index: its signs touch, and Korean puts a space after 만 and 억. */
function goesOn({ tokens, language }: Tokens, at: number): boolean {
  const token = tokens[at]
  if (touches(token)) return true
  return baseLanguage(language) === 'ko' && token?.gap === ' ' && MYRIADS.has(tokens[at - 1]?.text ?? '')
}

function step(text: Tokens, at: number, sum: Sum, multipliers: number[]): { sum: Sum; at: number } | null {
  const token = text.tokens[at]
  if (token?.kind === 'DIGITS') {
    const run = readDigits(text.tokens, at, text.marks)
    const isUnclear =
      sum.isUnclear || run.value === null || sum.digits !== null || (sum.ceiling !== null && run.value.gte(sum.ceiling))
    return { sum: { ...sum, digits: run.value, isUnclear }, at: run.next }
  }
  const word = token?.text ?? ''
  const one = ONES.get(word)
  if (one !== undefined) {
    // 三四十 is thirty or forty.
    const isUnclear = sum.isUnclear || (sum.digits !== null && !sum.digits.eq(0))
    return { sum: { ...sum, digits: new Big(one), isUnclear }, at: at + 1 }
  }
  const ten = TENS.get(word)
  if (ten !== undefined) {
    multipliers.push(ten)
    const isUnclear = sum.isUnclear || (sum.ceiling !== null && ten >= sum.ceiling)
    const section = sum.section.plus((sum.digits ?? new Big(1)).times(ten))
    return { sum: { ...sum, section, digits: null, ceiling: ten, isUnclear }, at: at + 1 }
  }
  const myriad = MYRIADS.get(word)
  if (myriad === undefined) return null
  multipliers.push(myriad)
  const section = sum.section.plus(sum.digits ?? 0)
  // 3万亿 multiplies all that stands before.
  const isAgain = section.eq(0) && sum.total.gt(0)
  const total = isAgain ? sum.total.times(myriad) : sum.total.plus((section.eq(0) ? new Big(1) : section).times(myriad))
  const isUnclear = sum.isUnclear || (!isAgain && sum.total.gt(0) && sum.total.lt(section.times(myriad)))
  return { sum: { total, section: new Big(0), digits: null, ceiling: myriad, isUnclear }, at: at + 1 }
}

const TENTHS = /^[割成]$/
/** 割合 is a ratio, 成功 success. */
const AFTER_TENTHS = /^[合引為为功員员立長长果本分績绩品]$/

function isCompared(tokens: readonly Token[], at: number): boolean {
  const sign = touches(tokens[at]) ? (tokens[at]?.text ?? '') : ''
  if (sign === '倍') return true
  return TENTHS.test(sign) && !(touches(tokens[at + 1]) && AFTER_TENTHS.test(tokens[at + 1]?.text ?? ''))
}

/** 3割 and 六成 are tenths, 2割5分 has hundredths, and 2.5倍 is so many times as much. */
function compared({ tokens, marks }: Tokens, value: Big, at: number): NumberReading | null {
  if (!isCompared(tokens, at)) return null
  if (tokens[at]?.text === '倍') return reading('MULTIPLE', value, at + 1)
  const after = touches(tokens[at + 1]) ? tokens[at + 1] : undefined
  const more = after?.kind === 'DIGITS' ? readDigits(tokens, at + 1, marks) : null
  if (more === null && !ONES.has(after?.text ?? '')) return reading('SHARE', value.div(10), at + 1)
  const isHundredths = more?.value != null && tokens[more.next]?.text === '分' && touches(tokens[more.next])
  if (!isHundredths) return reading('UNCLEAR', null, more?.next ?? at + 2)
  return reading('SHARE', value.div(10).plus((more.value ?? new Big(0)).div(100)), more.next + 1)
}
