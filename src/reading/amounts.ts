import Big from 'big.js'
import { isLeadingPoint, readDigits } from './digits.ts'
import { mayBeginSpelled } from './english/spelled.ts'
import { readRough } from './foreignQuantities.ts'
import { baseLanguage } from './language.ts'
import { isDashBeside, isEnglishMinus, isGraded, isSign, MINUS_SIGN, minusWord } from './minus.ts'
import { isLocalSign, MONEY_REACH, moneyFrom } from './money.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { readHalfAfter, readNumberAt } from './numbers.ts'
import type { ReadAmount } from './quantity.ts'
import { readScale } from './scales.ts'
import { scaleLetter } from './temperatures.ts'
import { follows, nextWord, type Token, touches } from './tokens.ts'
import { measureUnit, PERCENT, type Unit, type UnitAt } from './unit.ts'
import { abbreviatedUnit, isMeasure, unitAfter } from './units.ts'

/** A number with its sign, money and unit from the token at `index` on; null if none begins there. */
export function readAmount(text: Tokens, index: number): ReadAmount | null {
  const { tokens } = text
  const unknown = unknownMoney(text, index)
  if (unknown !== null) return unknown
  const number = numberStart(text, index)
  const vague = readVague(text, index)
  if (vague !== null || number === null) return vague
  const { at, isNegative, money } = number
  const isLeading = isLeadingPoint(tokens, at + 1, text.marks)
  const found = readNumberAt(text, isLeading ? at + 1 : at, money !== null)
  if (found === null) return null
  const scaled = money === null ? found : scaledByLetter(text, found)
  const value = isNegative ? (scaled.value?.neg() ?? null) : scaled.value
  const amount = withUnit(text, scaled, value, index, money)
  if (number.isLessOrMinus) return isGraded(amount.unit) ? amount : null
  return text.english ? belowZero(tokens, withHalf(text, amount)) : amount
}

/** "Two years and a half"; "two days and a half of the crops" and "3 miles and a half pint" are two numbers. */
function withHalf(text: Tokens, amount: ReadAmount): ReadAmount {
  const half = amount.unit === null || amount.reading.decimals > 0 ? null : readHalfAfter(text, amount.next)
  const isNumber = amount.value !== null && amount.reading.kind === 'CARDINAL'
  if (half === null || !isNumber) return amount
  const [after, determiner] = [text.tokens[half.next], text.tokens[half.next + 1]]
  const isPart = after?.text === 'of' && /^(?:the|its|their|his|her|our|all|those|these)$/.test(determiner?.text ?? '')
  if (isPart || isMeasure(after?.text ?? '')) return amount
  return { ...amount, value: amount.value.plus(half.value), next: half.next, required: half.next }
}

/** "12 below zero", "5 degrees below zero" is under it; how far freezing is from zero, the scale says. */
function belowZero(tokens: readonly Token[], amount: ReadAmount): ReadAmount {
  const [below, zero] = [tokens[amount.next], tokens[amount.next + 1]]
  if (below?.text !== 'below' || amount.value === null || !follows(below) || !follows(zero)) return amount
  const next = amount.next + 2
  if (zero?.text === 'zero') return { ...amount, value: amount.value.abs().neg(), next, required: next }
  if (zero?.text !== 'freezing') return amount
  return { ...amount, reading: reading('UNCLEAR', null, next), value: null, next, required: next }
}

/** "BTC1,500", "ETH0.5", "usd34.6 million": letters that are no money that a rule knows, against what can only be an amount. */
function unknownMoney(text: Tokens, index: number): ReadAmount | null {
  const { tokens, marks } = text
  if (!isGlued(tokens, index) || !/^\p{Script=Latin}+$/u.test(tokens[index]?.text ?? '')) return null
  const run = readDigits(tokens, index + 1, marks)
  const scale = readScale(text, run.next)
  const isGrouped = run.value?.gte(1000) === true && !run.isPlain
  // "ETH0.5"; of one and more it may be a version: "TLS1.3".
  const isPart = run.decimals > 0 && run.value?.lt(1) === true
  if ((!isGrouped && !isPart && scale === null) || moneyFrom(tokens, index) !== null) return null
  const next = scale?.next ?? run.next
  const unread = reading('UNCLEAR', null, next)
  return { reading: unread, value: null, unit: null, start: index, next, required: next, isVague: false }
}

/** Whether a word stands against the digits after it. */
function isGlued(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.kind === 'WORD' && tokens[index + 1]?.kind === 'DIGITS' && touches(tokens[index + 1])
}

function withUnit(text: Tokens, read: NumberReading, value: Big | null, start: number, money: Unit | null): ReadAmount {
  const { tokens, language } = text
  const base = { reading: read, value, start, isVague: false }
  if (read.kind === 'ORDINAL' || read.kind === 'NAME' || read.kind === 'MULTIPLE') {
    return { ...base, unit: null, next: read.next, required: read.next }
  }
  if (read.unit !== null) {
    return { ...base, unit: measureUnit(read.unit), next: read.next, required: read.next }
  }
  const after = unitAfter(tokens, beforeUnit(tokens, read), language)
  if (money !== null) {
    // "US$5 dollars" and "$20 USD" say it twice.
    const again = after !== null && after.unit.kind === 'CURRENCY' ? after.next : read.next
    const abbreviated = after === null ? endOfAbbreviation(tokens, read.next) : null
    if (abbreviated !== null) {
      const unread = reading('UNCLEAR', null, abbreviated)
      return { ...base, reading: unread, value: null, unit: money, next: abbreviated, required: abbreviated }
    }
    return { ...base, unit: money, next: again, required: read.next }
  }
  if (after === null) return { ...base, unit: null, next: read.next, required: read.next, ...unclear(tokens, read) }
  if (text.english && after.unit.name === 'time' && COMPARED.test(tokens[after.next]?.text ?? '')) {
    const multiple = { ...read, kind: 'MULTIPLE' as const }
    return { ...base, reading: multiple, unit: null, next: after.next, required: after.next }
  }
  const isSign = tokens[after.start]?.kind === 'SIGN'
  const isPart = isSign || (text.english && after.unit.kind !== 'MEASURE')
  return { ...base, unit: after.unit, next: after.next, required: isPart ? after.next : read.next }
}

/** "Three times the size", "20 times as many": what follows is compared, and no times are counted. */
const COMPARED =
  /^(?:the|as|more|less|higher|lower|larger|bigger|greater|smaller|faster|slower|longer|shorter|taller|deeper|wider|thicker|heavier|lighter|stronger|weaker|richer|poorer|wealthier|cheaper|costlier|pricier|older|younger|hotter|warmer|colder|brighter|denser|closer|safer|deadlier|likelier|better|worse|its|their|what|that|those|these|this|our|your|his|her)$/

/** "5 m" and "30-m" may be metres or millions, "5 C" degrees or a class: they are neither unless something shows it. */
function unclear(tokens: readonly Token[], read: NumberReading): Partial<ReadAmount> {
  const letter = unclearLetter(tokens, read)
  if (letter === null) return {}
  const next = letter + 1
  return { reading: reading('UNCLEAR', null, next), value: null, next, required: next }
}

function unclearLetter(tokens: readonly Token[], { next, kind }: NumberReading): number | null {
  const at = kind === 'CARDINAL' ? nextWord(tokens, next) : null
  if (at === null) return null
  if (scaleLetter(tokens, at) === 'UNCLEAR') return at
  // Mexico counts millions of dollars and of pesos so: "3.500 mdd".
  if (/^m{1,2}d[dpe]$/.test(tokens[at]?.text ?? '')) return at
  // "1046 B.C."
  if (tokens[at + 1]?.text === '.' && /^[ce]$/.test(tokens[at + 2]?.text ?? '')) return null
  const isHyphened = at > next
  return (isHyphened || tokens[at]?.gap === ' ') && /^(?:[mbk]|mil)$/.test(tokens[at]?.text ?? '') ? at : null
}

/** "€3 zn", "US$ 5 mm": after money, letters that make no word may multiply it, by what no rule knows. */
function endOfAbbreviation(tokens: readonly Token[], index: number): number | null {
  const word = tokens[index]
  if (word?.kind !== 'WORD' || word.gap !== ' ' || word.capital || !/^[b-df-hj-np-tv-xz]{2,4}$/.test(word.text))
    return null
  return isMeasure(word.text) || abbreviatedUnit(word.text) !== null || word.text === 'vs' ? null : index + 1
}

function scaledByLetter(text: Tokens, read: NumberReading): NumberReading {
  const letter = LETTERS.get(text.tokens[read.next]?.text ?? '')
  if (letter === undefined || text.tokens[read.next]?.gap !== ' ' || read.value === null || read.multipliers.length > 0)
    return read
  return { ...read, value: read.value.times(letter), multipliers: [letter], next: read.next + 1 }
}

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
  ['mm', 1e6],
  ['mil', 1e6],
  ['mill', 1e6],
  ['thou', 1e3],
  ['grand', 1e3],
])

/** A number whose multiplier or unit stands apart from it, from the index on; null where none stands there. */
export function amountAcross(text: Tokens, amount: ReadAmount, index: number): ReadAmount | null {
  if (amount.value === null || amount.unit?.kind === 'PERCENT') return null
  const scale = readScale(text, index)
  if (scale === null) {
    const unit = amount.unit === null ? unitAfter(text.tokens, index, text.language) : null
    return unit === null ? null : { ...amount, unit: unit.unit, next: unit.next, required: index }
  }
  const { next, multipliers, value } = scale
  const scaled = { ...amount.reading, value: amount.value.times(value), multipliers, next, isPlain: false }
  return withUnit(text, scaled, scaled.value, amount.start, amount.unit)
}

/** Where the unit of a number begins, after what joins them: "half an hour", "hundreds of dollars". */
function beforeUnit(tokens: readonly Token[], { kind, next }: NumberReading): number {
  if (kind === 'SHARE') return afterArticle(tokens, next)
  return kind === 'MAGNITUDE' && tokens[next]?.text === 'of' && follows(tokens[next]) ? next + 1 : next
}

/** "Half an hour", "a quarter of a percentage point" and "one-tenth of 1 percent" have their unit after an article or a one. */
function afterArticle(tokens: readonly Token[], index: number): number {
  const hasOf = tokens[index]?.text === 'of' && follows(tokens[index])
  const at = hasOf ? index + 1 : index
  const article = tokens[at]
  const noun = tokens[at + 1]
  const isArticle =
    article !== undefined && (hasOf ? /^(?:an?|one|1)$/ : /^an?$/).test(article.text) && follows(article)
  if (!isArticle || noun === undefined) return index
  if (noun.text === '%' && follows(noun)) return at + 1
  return noun.gap === ' ' && (isMeasure(noun.text) || /^(?:percent|percentage|per|pct)$/.test(noun.text))
    ? at + 1
    : index
}

interface NumberStart {
  /** The index of its digits, of the point before them, or of its first word. */
  readonly at: number
  readonly isNegative: boolean
  /** Whether the word before it may be "less" as well: "moins 5". */
  readonly isLessOrMinus: boolean
  /** Its money, or the percent of "%45" and ٪٥٠. */
  readonly money: Unit | null
}

/** Where the digits or the words of a number begin, after its sign and its money. */
function numberStart({ tokens, language }: Tokens, index: number): NumberStart | null {
  const first = tokens[index]
  if (first === undefined) return null
  const isMinus = MINUS_SIGN.test(first.text) && isSign(tokens, index) && !isDashBeside(tokens, index)
  const isPlus = first.text === '+' && isSign(tokens, index)
  const word = minusWord(tokens, index, language)
  const isWord = word !== null
  const from = word?.next ?? (isMinus || isPlus ? index + 1 : index)
  const money = moneyFrom(tokens, from) ?? percentBefore(tokens, from, language)
  const isLessOrMinus = word?.isLessOrMinus === true
  if (money === null) return { at: from, isNegative: isMinus || isWord, isLessOrMinus, money: null }
  const dash = tokens[money.next]
  const isAfter = (dash?.text === '-' || dash?.text === '−') && touches(dash) && touches(tokens[money.next + 1])
  if (isAfter) return { at: money.next + 1, isNegative: true, isLessOrMinus, money: money.unit }
  return { at: money.next, isNegative: isMinus || isWord, isLessOrMinus, money: money.unit }
}

const PERCENT_FIRST = /^(?:ar|fa|tr|az|eu|ku)$/

/** "%45", "yüzde 45", ٪٥٠: languages that put percent first. */
function percentBefore(tokens: readonly Token[], index: number, language: string): UnitAt | null {
  if (!PERCENT_FIRST.test(baseLanguage(language))) return null
  const [first, number] = [tokens[index], tokens[index + 1]]
  if (first === undefined || number?.kind !== 'DIGITS' || !follows(number)) return null
  const isSign = /^[%٪]$/.test(first.text) && touches(number) && tokens[index - 1]?.kind !== 'DIGITS'
  const isWord = first.text === 'yüzde'
  return isSign || isWord ? { unit: PERCENT, start: index, next: index + 1 } : null
}

/** Whether a number, or its sign or its money, may begin with the English word at the index. */
export function mayBeginAmount(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]
  if (word === undefined) return false
  if (mayBeginSpelled(word.text) || FEW.has(word.text) || isGlued(tokens, index)) return true
  const isNextTo = (reach: number) =>
    tokens.slice(index + 1, index + 1 + reach).some(({ kind }) => kind === 'DIGITS' || kind === 'SIGN')
  // "USD 5", "us$5", "minus 5".
  if (word.capital) return isNextTo(MONEY_REACH) || isEnglishMinus(tokens, index)
  // "kr500", "kr 500".
  if (isLocalSign(word.text, touches(tokens[index + 1])) && isNextTo(MONEY_REACH)) return true
  return tokens[index + 1]?.kind === 'SIGN' || isEnglishMinus(tokens, index)
}

// Numbers that begin with a word of their own

const FEW: ReadonlySet<string> = new Set(['several', 'many', 'multiple', 'countless'])

/** "Several hundred", "a few thousand", "a couple of dozen": a multiplier of no certain number. */
function readVague(text: Tokens, index: number): ReadAmount | null {
  const { tokens, english } = text
  if (!english) {
    const rough = readRough(text, index)
    return rough === null ? null : twoOrSo(text, index, rough.next, rough.value)
  }
  const first = tokens[index]?.text ?? ''
  const second = nextWord(tokens, index + 1)
  const word = second === null ? '' : (tokens[second]?.text ?? '')
  const isFew = FEW.has(first) || (first === 'a' && word === 'few')
  const isCouple = first === 'a' && word === 'couple'
  if (!isFew && !isCouple) return null
  let at = FEW.has(first) ? index + 1 : (second ?? index) + 1
  const of = tokens[at]
  const hasOf = of?.text === 'of' && follows(of)
  if (isCouple && hasOf) at += 1
  const scale = readScale(text, at)
  if (scale === null) {
    const plural = isCouple || !follows(tokens[at]) ? null : readNumberAt(text, at)
    // "Many thousands" may be more than the tens of thousands that nobody called them.
    if (plural?.kind === 'MAGNITUDE') {
      const upper = first === 'several' || first === 'a' ? plural.upper : null
      return withUnit(text, { ...plural, upper }, null, index, null)
    }
    if (!isCouple || !hasOf) return null
    return twoOrSo(text, index, at, new Big(2))
  }
  if (isCouple) return twoOrSo(text, index, scale.next, scale.value.times(2))
  const one = scale.value.toNumber()
  const lower = one * 2
  const upper = UPPER.get(one) ?? (scale.multipliers.length > 1 ? one * 10 : null)
  return withUnit(text, reading('MAGNITUDE', null, scale.next, { lower, upper }), null, index, null)
}

/** As the plurals commit to: "several thousand" is thousands. */
const UPPER: ReadonlyMap<number, number> = new Map([
  [12, 100],
  [100, 1e3],
  [1e3, 1e4],
])

/** "A couple" is two or so. */
function twoOrSo(text: Tokens, start: number, next: number, value: Big): ReadAmount {
  return { ...withUnit(text, reading('CARDINAL', value, next), value, start, null), isVague: true }
}
