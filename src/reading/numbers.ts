/**
 * The numbers of a text one at a time, without their hedges and units: in digits ("662,566", "1.2 million", "2½", "21st")
 * or in words. Each looks at a bounded number of tokens, so that reading a whole text takes time linear in its length.
 */

import Big from 'big.js'
import { withUnreadHalf } from './andHalf.ts'
import { endOfCitation } from './citations.ts'
import { readDigits } from './digits.ts'
import { readEasternShare, readKoreanTimes } from './easternShares.ts'
import { readSpelledEnglish } from './english/spelled.ts'
import { readForeignMultiple, readForeignTimes } from './foreignMultiples.ts'
import { isUnreadPart, unreadHalf } from './foreignParts.ts'
import { readForeignQuantity, readForeignTail } from './foreignQuantities.ts'
import { readFractionSign, readSlash, vulgar } from './fractionSigns.ts'
import { readHanNumber } from './hanNumbers.ts'
import { endOfJoined, isShopName } from './joinedDigits.ts'
import { withLowerParts } from './lowerParts.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { endOfPhone } from './phones.ts'
import { endOfPower } from './powersInWords.ts'
import { readPluralScale, readScale } from './scales.ts'
import { readSpelled } from './spelled.ts'
import { endOfFold, readSuffix } from './suffixes.ts'
import { follows, isHyphen, isSpaceless, nextWord, type Token, touches } from './tokens.ts'
import { readUnreadShare } from './unreadShares.ts'

/** The number that begins with the token at `index`, as far as it goes; null if none begins there. */
export function readNumberAt(text: Tokens, index: number, hasMoney = false): NumberReading | null {
  const first = readOneAt(text, index, hasMoney)
  if (first?.kind !== 'CARDINAL') return first
  const whole = withLowerParts(text, index, first, at => readOneAt(text, at, false))
  const power = endOfPower(text, whole, at => readOneAt(text, at, false))
  if (power !== null) return reading('UNCLEAR', null, power)
  const half = withUnreadHalf(text, whole)
  if (half !== null) return half
  return (
    readRatio(text, whole) ??
    readKoreanTimes(text, whole) ??
    readForeignTimes(text, whole) ??
    readForeignTail(text, whole) ??
    whole
  )
}

function readOneAt(text: Tokens, index: number, hasMoney: boolean): NumberReading | null {
  const token = text.tokens[index]
  if (token === undefined) return null
  const share = text.english ? null : (readEasternShare(text, index) ?? readUnreadShare(text, index))
  if (share !== null) return share
  const powers = readHanNumber(text, index)
  if (powers !== null) return powers
  if (token.kind === 'DIGITS') return readDigitsAt(text, index, hasMoney)
  if (token.kind === 'SIGN') return readLetteredFraction(text, index, hasMoney) ?? readFractionSign(text, index)
  if (text.english) return multiplied(text, readSpelledEnglish(text, index))
  const half = unreadHalf(text.tokens, index)
  if (half !== null) return unreadFrom(text, half)
  const read =
    readForeignMultiple(text, index) ??
    readForeignQuantity(text, index) ??
    readHundredths(text, index) ??
    readSpelled(text, index)
  return read ?? (isUnreadPart(token.text, text.language) ? unreadFrom(text, index + 1) : null)
}

/** مئتا ألف: a part that is not read takes the multiplier behind it, which would be a piece by itself. */
function unreadFrom(text: Tokens, next: number): NumberReading {
  const rest = readHanNumber(text, next) ?? readScale(text, next) ?? readSpelled(text, next)
  return reading('UNCLEAR', null, rest?.next ?? next)
}

/** "A five-fold rise" counts no five things. */
function multiplied(text: Tokens, read: NumberReading | null): NumberReading | null {
  const next = read?.kind === 'CARDINAL' && read.value !== null ? endOfFold(text.tokens, read.next) : null
  return read === null || next === null ? read : reading('MULTIPLE', read.value, next)
}

// Digits

function readDigitsAt(text: Tokens, index: number, hasMoney = false): NumberReading {
  const { tokens, marks } = text
  if (!hasMoney && isPartOfName(tokens, index)) return reading('NAME', null, endOfName(tokens, index))
  const named = hasMoney || !text.english ? null : (endOfPhone(text, index) ?? endOfCitation(text, index))
  if (named !== null) return reading('NAME', null, named)
  const run = readDigits(tokens, index, marks)
  const sign = vulgar(tokens[run.next])
  if (sign !== null && run.value !== null && follows(tokens[run.next])) {
    return withSuffix(text, run.value.plus(sign), run.next + 1, hasMoney)
  }
  if (text.english && isShopName(tokens, run.next)) return reading('NAME', null, run.next + 2)
  const joined = endOfJoined(tokens, index, run.next)
  if (joined !== null) return reading('UNCLEAR', null, joined)
  const slash = readSlash(text, index, run.next)
  if (slash !== null) return slash
  const suffix = readSuffix(text, run.next, { hasMoney, hasDecimals: run.decimals > 0 })
  if (suffix !== null) {
    switch (suffix.kind) {
      case 'ORDINAL':
      case 'NAME':
      case 'UNCLEAR':
        return reading(suffix.kind, null, suffix.next)
      case 'MULTIPLE':
        return run.value === null
          ? reading('UNCLEAR', null, suffix.next)
          : reading('MULTIPLE', run.value, suffix.next, { decimals: run.decimals })
      case 'UNIT':
        return run.value === null
          ? reading('UNCLEAR', null, suffix.next)
          : reading('CARDINAL', run.value, suffix.next, { unit: suffix.unit, decimals: run.decimals })
      case 'SCALE':
        return run.value === null
          ? reading('UNCLEAR', null, suffix.next)
          : reading('CARDINAL', run.value.times(suffix.factor), suffix.next, {
              multipliers: [suffix.factor.toNumber()],
              decimals: run.decimals,
            })
    }
  }
  // "1.5 Millionen" in German: the multiplier belongs to what cannot be read.
  if (run.value === null) return reading('UNCLEAR', null, readScale(text, run.next)?.next ?? run.next)
  return scaled(text, run.value, run.next, run.isPlain, run.decimals)
}

/** "½m", "½kg": a fraction alone is a share, unless letters against it count or measure. */
function readLetteredFraction(text: Tokens, index: number, hasMoney: boolean): NumberReading | null {
  const value = vulgar(text.tokens[index])
  const suffix = value === null ? null : readSuffix(text, index + 1, { hasMoney, hasDecimals: true })
  return value === null || suffix === null ? null : withSuffix(text, value, index + 1, hasMoney)
}

/** "1½m", "2½kg", "5½x": a number with a fraction, and the letters against it. */
function withSuffix(text: Tokens, value: Big, next: number, hasMoney: boolean): NumberReading {
  const suffix = readSuffix(text, next, { hasMoney, hasDecimals: true })
  if (suffix === null) return scaled(text, value, next)
  const { kind } = suffix
  if (kind === 'SCALE') {
    const multipliers = [suffix.factor.toNumber()]
    return reading('CARDINAL', value.times(suffix.factor), suffix.next, { multipliers })
  }
  if (kind === 'UNIT') return reading('CARDINAL', value, suffix.next, { unit: suffix.unit })
  return kind === 'MULTIPLE' ? reading(kind, value, suffix.next) : reading('UNCLEAR', null, suffix.next)
}

/** A coefficient with the multiplier that follows it. */
function scaled(text: Tokens, coefficient: Big, next: number, isPlain = false, decimals = 0): NumberReading {
  const half = readHalfAfter(text, next)
  const value = half === null ? coefficient : coefficient.plus(half.value)
  const after = half?.next ?? next
  const scale = readScale(text, after) ?? (decimals > 0 ? readPluralScale(text, after) : null)
  if (scale === null) return reading('CARDINAL', value, after, { isPlain: isPlain && half === null, decimals })
  const { multipliers } = scale
  const tail = readHalfAfter(text, scale.next)
  if (tail !== null) {
    // "2 million and a half" is two and a half million.
    return reading('CARDINAL', value.plus(tail.value).times(scale.value), tail.next, { multipliers, decimals })
  }
  return reading('CARDINAL', value.times(scale.value), scale.next, { multipliers, decimals })
}

/** "And a half", "and a quarter". */
export function readHalfAfter({ tokens, english }: Tokens, index: number): { value: number; next: number } | null {
  if (!english) return null
  const [and, a, half] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (and?.text !== 'and' || !follows(and) || a?.text !== 'a' || !half) return null
  if (half.text === 'half') return { value: 0.5, next: index + 3 }
  return half.text === 'quarter' ? { value: 0.25, next: index + 3 } : null
}

/** Whether letters stand right before the digits, or letters and a hyphen: "G20", "F-16", "COVID-19". */
function isPartOfName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  if (!touches(tokens[index]) || before === undefined) return false
  if (before.kind === 'WORD') return !isSpaceless(before) && !CLITICS.has(before.text)
  if (before.text === '@' || before.text === '_') return true
  if (before.text !== '-' || !touches(before)) return false
  const word = tokens[index - 2]
  // "2m-3m" goes on from a number.
  const isSuffix =
    tokens[index - 3]?.kind === 'DIGITS' &&
    (touches(word) ? /^(?:k|m|mn|b|bn|tn|kg|km|cm|mm|mg)$/ : GOES_ON).test(word?.text ?? '')
  return word?.kind === 'WORD' && !isSuffix && !NUMERIC_PREFIXES.has(word.text)
}

/** "5 percent-10 percent", "$5 million-$10 million". */
const GOES_ON =
  /^(?:percent|cent|pct|thousand|[mbtr]+illion|lakh|crore|bn|mn|tn|dollars|euros|pounds|miles|years|days|hours)$/

/** Arabic writes "and", "by" and "to" against the number. */
const CLITICS: ReadonlySet<string> = new Set('و ب ل ف ك وب ال'.split(' '))

/** Words that a hyphen may join to a number; Hebrew writes its short words so. */
const NUMERIC_PREFIXES: ReadonlySet<string> = new Set(
  'mid pre post sub under over nearly almost minus plus to and or ב ה ו כ ל מ ש בכ וב וה וכ ול ומ לכ מכ שב שה של'.split(
    ' ',
  ),
)

/** The end of the code: "H1N1" and "B-52s" go on as long as letters, digits and hyphens touch. */
function endOfName(tokens: readonly Token[], index: number): number {
  let next = index + 1
  for (;;) {
    const isPoint =
      /^[.,]$/.test(tokens[next]?.text ?? '') && touches(tokens[next]) && tokens[next + 1]?.kind === 'DIGITS'
    const at = isPoint ? next + 1 : next
    if (!touches(tokens[at]) || tokens[at]?.kind === 'SIGN') break
    next = at + 1
  }
  return next
}

// Ratios

/** "One in five", "9 out of 10": a share where the first is the smaller of two whole numbers. */
function readRatio(text: Tokens, first: NumberReading): NumberReading | null {
  const { tokens, english } = text
  if (!english) return readPartsOf(text, first)
  if (first.value === null || first.unit !== null || first.multipliers.length > 0) return null
  const start = ratioSecond(tokens, first.next) ?? ratioAfterNoun(tokens, first)
  if (start === null) return null
  const second =
    tokens[start.index]?.kind === 'DIGITS'
      ? readDigitsAt(text, start.index, isHyphen(tokens[start.index - 1]))
      : oneOf(readSpelledEnglish(text, start.index))
  if (second?.kind !== 'CARDINAL' || second.value === null || second.unit !== null) return null
  if (!isWhole(first.value) || !isWhole(second.value) || first.value.gte(second.value)) return null
  if (start.isBare && !mayBeRatio(text, first, second)) return null
  if (start.isAfterNoun && !endsRatio(tokens, second)) return null
  // A third has no last digit: as many are kept as a double holds.
  return reading('SHARE', new Big(first.value.toNumber() / second.value.toNumber()), second.next)
}

/** "Two in every hundred". */
function oneOf(second: NumberReading | null): NumberReading | null {
  const [one] = second?.multipliers ?? []
  return second?.kind !== 'UNCLEAR' || one === undefined ? second : { ...second, kind: 'CARDINAL', value: new Big(one) }
}

/** Beyond these a ratio by "in" or "of" alone is more likely a time or a part of a list. */
const MOST_IN = 20
const ROUND: ReadonlySet<string> = new Set(['100', '1000', '10000', '100000', '1000000'])

function mayBeRatio({ tokens }: Tokens, first: NumberReading, { value, next }: NumberReading): boolean {
  const unit = tokens[next]?.text ?? ''
  if (value === null || first.value === null || TIME_WORDS.test(unit)) return false
  return value.lte(MOST_IN) || ROUND.has(value.toFixed()) || first.value.eq(1)
}

const TIME_WORDS = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|%|percent|cases?)$/

interface RatioSecond {
  readonly index: number
  readonly isBare: boolean
  readonly isAfterNoun?: boolean
}

/** "One child in five", "nine voters in ten", but neither "one man in 2016" nor "two men in five cities". */
function ratioAfterNoun(tokens: readonly Token[], { next, value }: NumberReading): RatioSecond | null {
  const noun = nextWord(tokens, next)
  if (noun === null || tokens[noun]?.kind !== 'WORD' || tokens[noun]?.gap !== ' ' || value?.gt(9)) return null
  const word = tokens[noun + 1]
  if (/^(?:of|out|in|times?)$/.test(tokens[noun]?.text ?? '') || word?.text !== 'in' || !follows(word)) return null
  const every = tokens[noun + 2]?.text === 'every'
  return { index: every ? noun + 3 : noun + 2, isBare: !every, isAfterNoun: true }
}

function endsRatio(tokens: readonly Token[], { value, next }: NumberReading): boolean {
  if (value === null || !(value.lte(MOST_IN) || ROUND.has(value.toFixed()))) return false
  const after = tokens[next]
  if (after === undefined || !follows(after)) return true
  if (after.kind === 'SIGN') return !/^[-–%\p{Sc}]$/u.test(after.text)
  // "One person in 20 came", and no "one man in 20 cities".
  return AFTER_RATIO.test(after.text) || !/s$|^(?:people|men|women|children)$/.test(after.text)
}

const AFTER_RATIO =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|lives?|lived|goes|go|says?|said|who|that|and|or|but|gets?|got|does|do|did|dies|died|suffers?|believes?|thinks?|supports?|under|over|now|still|nationwide|worldwide|today)$/

/** 三分之二, 3分の1: the whole comes first. */
function readPartsOf(text: Tokens, below: NumberReading): NumberReading | null {
  const { tokens } = text
  const isParts = tokens[below.next]?.text === '分' && /^(?:之|の)$/.test(tokens[below.next + 1]?.text ?? '')
  if (!isParts || below.value === null) return null
  const at = below.next + 2
  const over =
    tokens[at]?.kind === 'DIGITS' ? readDigitsAt(text, at) : (readSpelled(text, at) ?? readSpelledOne(tokens, at))
  if (over?.value == null || over.value.gt(below.value)) return null
  return reading('SHARE', new Big(over.value.toNumber() / below.value.toNumber()), over.next)
}

/** 百分之五十. */
function readHundredths(text: Tokens, index: number): NumberReading | null {
  const { tokens } = text
  return tokens[index]?.text === '百' ? readPartsOf(text, reading('CARDINAL', new Big(100), index + 1)) : null
}

/** One is an article in many languages, and so read only here. */
function readSpelledOne(tokens: readonly Token[], at: number): NumberReading | null {
  return tokens[at]?.text === '一' ? reading('CARDINAL', new Big(1), at + 1) : null
}

function ratioSecond(tokens: readonly Token[], index: number): RatioSecond | null {
  const hyphens = nextWord(tokens, index)
  if (hyphens === null) return null
  const word = tokens[hyphens]?.text
  const after = nextWord(tokens, hyphens + 1)
  if (after === null) return null
  if (word === 'in')
    return tokens[after]?.text === 'every' ? { index: after + 1, isBare: false } : { index: after, isBare: true }
  if (word === 'of') return tokens[after]?.text === 'every' ? { index: after + 1, isBare: false } : null
  if (word !== 'out' || tokens[after]?.text !== 'of') return null
  const next = nextWord(tokens, after + 1)
  // "Three out of the 18".
  const number = next !== null && tokens[next]?.text === 'the' ? nextWord(tokens, next + 1) : next
  if (number === null) return null
  return tokens[number]?.text === 'every' ? { index: number + 1, isBare: false } : { index: number, isBare: false }
}

function isWhole(value: Big): boolean {
  return value.gt(0) && value.eq(value.round(0))
}
