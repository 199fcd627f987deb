/** The signs, codes and words of money, by CLDR's names for it: "$", "US$", "USD", "euros", "dólares". */

import { LONGEST_PARTED, partedMoney } from './partedMoney.ts'
import { follows, isHyphen, nextWord, type Token, touches, touchesWord } from './tokens.ts'
import { money, type Unit, type UnitAt } from './unit.ts'

const CODES = Intl.supportedValuesOf('currency')
const CODE_SET: ReadonlySet<string> = new Set(CODES)

/** Dollars and pesos whose letters CLDR has only for the countries that use them. */
const LOCAL_DOLLARS: readonly (readonly [letters: string, code: string])[] = [
  ['s', 'SGD'],
  ['n', 'NAD'],
  ['j', 'JMD'],
  ['b', 'BND'],
  ['bds', 'BBD'],
  ['tt', 'TTD'],
  ['ec', 'XCD'],
  ['rd', 'DOP'],
  ['fj', 'FJD'],
  ['col', 'COP'],
]

/** Letters that mean money right before a number, and are rarely an English word: "kr500", "Tk500". */
const LOCAL_SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['tk', ['BDT']],
  ['ksh', ['KES']],
  ['kshs', ['KES']],
  ['tsh', ['TZS']],
  ['ush', ['UGX']],
  ['rp', ['IDR']],
  ['fr', ['CHF']],
  ['sfr', ['CHF']],
  ['dh', ['AED', 'MAD']],
  ['dhs', ['AED', 'MAD']],
  ['sr', ['SAR']],
  ['php', ['PHP']],
  ['tl', ['TRY']],
  ['nis', ['ILS']],
  ['rmb', ['CNY']],
  ['sh', ['KES', 'TZS', 'UGX']],
  ['fcfa', ['XAF', 'XOF']],
  ['лв', ['BGN']],
  ['руб', ['RUB']],
  ['грн', ['UAH']],
  ['euro', ['EUR']],
  ['euros', ['EUR']],
])

/** The letters of money after a number, of any language: "5 kr", "20 Fr", "5 zł", "20 د.إ". */
export function signAfterNumber(tokens: readonly Token[], at: number): UnitAt | null {
  const parted = partedMoney(tokens, at, null)
  if (parted !== null) return parted
  const word = tokens[at]
  if (word === undefined) return null
  const isLetters = /^[a-z]+$/.test(word.text)
  // In small letters they may be words; "500 Ft" may be feet.
  const isSign = !isLetters || word.text === 'kr' || (word.capital && !/^euros?$/.test(word.text))
  const codes = isSign ? (LOCAL_SIGNS.get(word.text) ?? (isLetters ? undefined : SIGNS.get(word.text))) : undefined
  return codes === undefined ? null : { unit: money(codes, word.text), start: at, next: at + 1 }
}

/** Capitals that are money before digits that go on as an amount does, "R2,000", "N1.5bn": "R2" may be anything. */
const LETTER_MONEY: ReadonlyMap<string, readonly string[]> = new Map([
  ['r', ['ZAR']],
  ['n', ['NGN']],
  ['p', ['PHP']],
])

/** The money of the capital before the number at the index. */
function letterMoney(tokens: readonly Token[], index: number): readonly string[] | undefined {
  const [sign, digits, after] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (!sign?.capital || !touches(digits) || digits?.kind !== 'DIGITS') return undefined
  const isJoined =
    touches(after) &&
    /^[.,]$/.test(after?.text ?? '') &&
    touches(tokens[index + 2]) &&
    tokens[index + 2]?.kind === 'DIGITS'
  const goesOn =
    isJoined || (follows(after) && /^(?:[mbk]|mn|ml?n|bl?n|trn?|tn|[mbtr]+illion|lakh|crore)$/.test(after?.text ?? ''))
  // South Africa parts thousands by a space: "R1 500".
  const isSpaced = sign.text === 'r' && after?.kind === 'DIGITS' && after.gap === ' ' && after.text.length === 3
  return goesOn || isSpaced ? LETTER_MONEY.get(sign.text) : undefined
}

/** Whether the word may stand for money before the number after it, in small letters too: against it, or "kr 500", "zł 5". */
export function isLocalSign(word: string, isTouching: boolean): boolean {
  return isTouching ? LOCAL_SIGNS.has(word) : word === 'kr' || (SIGNS.has(word) && /\P{ASCII}/u.test(word))
}

/** The signs of money with their codes, as CLDR has them for English: "$", "US$", "Rs", "zł". */
const SIGNS: ReadonlyMap<string, readonly string[]> = signs()

function signs(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const code of CODES) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const parts = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay }).formatToParts(1)
      const sign = parts.find(part => part.type === 'currency')?.value.toLowerCase() ?? code
      const codes = found.get(sign) ?? []
      // A code that stands for itself is written in capitals: "ALL 12", and not "All 12".
      if (sign !== code.toLowerCase() && !codes.includes(code)) found.set(sign, [...codes, code])
    }
  }
  found.set('fcfa', ['XAF', 'XOF'])
  // India has a sign of its own, and is written about in these letters.
  found.set('rs', [...(found.get('rs') ?? []), 'INR'])
  for (const [wide, sign] of [
    ['￥', '¥'],
    ['＄', '$'],
    ['￡', '£'],
    ['￦', '₩'],
  ] as const)
    found.set(wide, found.get(sign) ?? [])
  // A dollar is anyone's where no country is named; so CLDR's "en" has it, but for its own.
  found.set('us$', ['USD'])
  found.set('au$', ['AUD'])
  found.set('c$', ['CAD'])
  for (const [sign, codes] of LOCAL_DOLLARS) found.set(`${sign}$`, [codes])
  return found
}

/** How English calls each currency, in the singular and the plural, by CLDR: "swiss francs". */
const ENGLISH_NAMES: readonly (readonly [name: string, code: string])[] = CODES.flatMap(code =>
  namesOfCurrency('en', code, [1, 2]).flatMap(name => (/[()\d]/.test(name) ? [] : [[name, code] as const])),
)

/** Words of money in the singular and plural, in English: the last word of CLDR's names, "dollars" of "US dollars". */
const WORDS: ReadonlyMap<string, readonly string[]> = currencyWords()

function currencyWords(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, code] of ENGLISH_NAMES) {
    const word = name.split(' ').at(-1) ?? ''
    const codes = found.get(word) ?? []
    if (!codes.includes(code)) found.set(word, [...codes, code])
  }
  for (const [word, code] of [
    ['bucks', 'USD'],
    ['buck', 'USD'],
    ['quid', 'GBP'],
  ] as const)
    found.set(word, [code])
  for (const word of ['unit', 'units', 'currency', 'gold', 'silver', 'sol', 'som', 'real', 'leu', 'pa'])
    found.delete(word)
  return found
}

/** The whole names of money in English by CLDR, and some more: "Swiss francs", "New Zealand dollars", "pounds sterling". */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...ENGLISH_NAMES.filter(([name]) => name.includes(' ')),
  ['american dollar', 'USD'],
  ['american dollars', 'USD'],
  ['pounds sterling', 'GBP'],
  ['japanese yen', 'JPY'],
])
const FIRST_WORDS: ReadonlySet<string> = new Set(['u', ...NAMES.keys().map(name => name.split(' ')[0] ?? '')])
const MOST_WORDS = 3

/** The name of money in several words from the index on: "Hong Kong dollars". */
function namedMoney(tokens: readonly Token[], at: number): UnitAt | null {
  if (!FIRST_WORDS.has(tokens[at]?.text ?? '')) return null
  const isDotted = /^u\.s\.$/.test(
    tokens
      .slice(at, at + 4)
      .map(({ text }) => text)
      .join(''),
  )
  let [name, next] = isDotted ? ['us', at + 4] : [tokens[at]?.text ?? '', at + 1]
  for (let count = 1; count < MOST_WORDS; count += 1) {
    const word = nextWord(tokens, next)
    if (word === null) return null
    name += ` ${tokens[word]?.text ?? ''}`
    next = word + 1
    const code = NAMES.get(name)
    if (code !== undefined) return { unit: money([code], code), start: at, next }
  }
  return null
}

/** How a language calls a currency beside so many of it, in lower case. */
export function namesOfCurrency(language: string, currency: string, counts: readonly number[]): string[] {
  const style = { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 } as const
  const format = new Intl.NumberFormat(language, style)
  return counts.map(count => {
    const name = format.formatToParts(count).find(part => part.type === 'currency')
    return name?.value.toLowerCase() ?? ''
  })
}

/** The money before the digits at `index`: "$", "US$", "USD", "Rs.", "€ ". */
export function moneyBefore(tokens: readonly Token[], index: number): UnitAt | null {
  const number = tokens[index]
  const last = tokens[index - 1]
  if (number === undefined || last === undefined || !follows(number) || number.gap.includes('\n')) return null
  const dotted = last.text === '.' && touches(last) ? index - 2 : index - 1
  const sign = tokens[dotted]
  if (sign === undefined) return null
  for (let start = index - 2; start > index - LONGEST_PARTED; start -= 1) {
    const parted = partedMoney(tokens, start, index)
    if (parted !== null) return parted
  }
  const before = tokens[dotted - 1]
  if (sign.kind === 'SIGN') {
    if (dotted !== index - 1 || !/\p{Sc}/u.test(sign.text)) return null
    const joined = before?.kind === 'WORD' && touches(sign) ? SIGNS.get(before.text + sign.text) : undefined
    if (joined !== undefined)
      return { unit: money(joined, (before?.text ?? '') + sign.text), start: dotted - 1, next: index }
    const isCode =
      before?.kind === 'WORD' && before.capitals && touches(sign) && CODE_SET.has(before.text.toUpperCase())
    if (isCode) return { unit: money([before.text.toUpperCase()], sign.text), start: dotted - 1, next: index }
    // "Bds$5": whose dollars they are, the letters say.
    const isForeign = before?.kind === 'WORD' && touches(sign) && before.capital && before.text.length <= 3
    if (isForeign) return { unit: money([], before.text + sign.text), start: dotted - 1, next: index }
    return { unit: money(SIGNS.get(sign.text) ?? [], sign.text), start: dotted, next: index }
  }
  if (sign.kind !== 'WORD') return null
  const local = touches(number) ? (LOCAL_SIGNS.get(sign.text) ?? letterMoney(tokens, index)) : undefined
  if (local !== undefined && dotted === index - 1 && !touchesWord(tokens, dotted)) {
    return { unit: money(local, sign.text), start: dotted, next: index }
  }
  const apart = LOCAL_SIGNS.get(sign.text)
  if (apart !== undefined && isSignApart(sign) && !touchesWord(tokens, dotted) && number.kind === 'DIGITS') {
    return { unit: money(apart, sign.text), start: dotted, next: index }
  }
  if (!sign.capital && /^[a-z]+$/.test(sign.text)) return null
  const upper = sign.text.toUpperCase()
  // "AR-15" is not money.
  if (number.kind === 'SIGN') return null
  if (sign.capitals && CODE_SET.has(upper) && dotted === index - 1)
    return { unit: money([upper], upper), start: dotted, next: index }
  const name = isRupee(tokens, index, sign) ? 'rs' : sign.text
  const codes = name.length >= 2 ? SIGNS.get(name) : undefined
  return codes === undefined ? null : { unit: money(codes, name), start: dotted, next: index }
}

/** One rupee is Re: "Re1", "Re 1.50", "Re. 1"; "re 5 homes" is about them, and "Re 1 May" about a day. */
function isRupee(tokens: readonly Token[], index: number, sign: Token): boolean {
  return sign.text === 're' && tokens[index]?.text === '1' && tokens[index + 1]?.capital !== true
}

/** A number stands so many tokens after the beginning of its money at most. */
export const MONEY_REACH = 4

/** The signs and codes of money from the index on, before a number: "US$", "USD", "Rs.", "€ ". */
export function moneyFrom(tokens: readonly Token[], index: number): UnitAt | null {
  for (let at = index + 1; at <= index + MONEY_REACH; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    // The point of "Fr. 20" and "Kr.500" ends the letters; that of "$.50" begins the number.
    const isPoint = token.text === '.' && /^\p{Sc}$/u.test(tokens[at - 1]?.text ?? '') && touches(tokens[at + 1])
    const isSign = token.kind === 'SIGN' && (isPoint || /^[-−\p{No}]$/u.test(token.text))
    const isNumber = token.kind === 'DIGITS' || isSign
    const money = isNumber ? moneyBefore(tokens, at) : null
    if (money?.start === index) return money
  }
  return null
}

/** "Kr 1 000", "Fr. 20", "Tk 500": letters before a space, which are no English word. */
function isSignApart({ text, capital }: Token): boolean {
  return text === 'kr' || (capital && !/^euros?$/.test(text))
}

/** The sign by which the money of a word is written, so that "5 dollars" and "$5" are in one unit. */
export function signOf(word: string): string {
  const one = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
  return one === 'dollar' || /^(?:d[oóòô]lar|доллар)/.test(one) ? '$' : one
}

function currencyNamed(words: string): readonly string[] | undefined {
  const code = NAMES.get(words)
  return code === undefined ? WORDS.get(words) : [code]
}

/** The money of a sign: "$" is anyone's, "€" the euro. */
export function moneyOfSign(sign: string): Unit {
  return money(SIGNS.get(sign) ?? [], sign)
}

/** The money of a code in capitals: "USD". */
export function moneyCode({ text, capitals }: Token): Unit | null {
  const code = text.toUpperCase()
  return capitals && CODE_SET.has(code) ? money([code], code) : null
}

/** Money as an English word after a number: "dollars", "Canadian dollars", "pounds sterling". */
export function englishMoney(tokens: readonly Token[], at: number): UnitAt | null {
  const text = tokens[at]?.text ?? ''
  const after = nextWord(tokens, at + 1)
  const second = after === null ? '' : (tokens[after]?.text ?? '')
  const named = namedMoney(tokens, at) ?? signAfterNumber(tokens, at)
  if (named !== null) return named
  const codes = WORDS.get(text)
  // "The 50,000 mark" is a line that is crossed; marks are paid.
  if (codes === undefined || text === 'pound' || text === 'mark' || isHyphen(tokens[at + 1])) return null
  // "In 2017 won by Moon", "5 won the award".
  const isVerb = /^(?:by|the|an?|his|her|its|their|in|at|as|with|over|against|to|on|or|and)$/.test(second)
  if (text === 'won' && (isVerb || /^(?:19|20)\d\d$/.test(tokens[at - 1]?.text ?? ''))) return null
  return { unit: money(codes, signOf(text)), start: at, next: at + 1 }
}

/** Signs of money that are measures in small letters: marks are KM, and km kilometres. */
export const MONEY_OR_MEASURE: ReadonlySet<string> = new Set(['km', 'ft', 'l'])

/** Money as a person names it: "USD", "euros", "US dollars". */
export function moneyNamed(name: string): Unit | null {
  if (name.length === 3 && name === name.toUpperCase() && CODE_SET.has(name)) return money([name], name)
  if (MONEY_OR_MEASURE.has(name)) return null
  const words = name.toLowerCase()
  const codes = SIGNS.get(words) ?? currencyNamed(words)
  return codes === undefined ? null : money(codes, words)
}

/** Money by the sign, as words of another language come to it: "zł", "$". */
export function signOfMoney(word: string): readonly string[] | undefined {
  return SIGNS.get(word)
}

/** All that a unit of money may be called: codes, signs and words. */
export function unitsOfMoney(): string[] {
  return [...CODES, ...SIGNS.keys(), ...WORDS.keys()]
}

/** The signs and words of the money that has the one code. */
export function namesOfMoney(codes: readonly string[]): string[] {
  const [code] = codes
  if (code === undefined || codes.length > 1) return []
  return [...SIGNS, ...WORDS].flatMap(([name, of]) => (of.includes(code) ? [name] : []))
}
