/** Money after a number in the words of a language besides English, by CLDR's names: "Euro", "d'euros", "Türk lirası", "kronor". */

import { remembered } from '../model/remembered.ts'
import { baseLanguage, intlTag } from './language.ts'
import { MONEY_OR_MEASURE, namesOfCurrency, signAfterNumber, signOf, signOfMoney } from './money.ts'
import { follows, isHyphen, type Token } from './tokens.ts'
import { money, type UnitAt } from './unit.ts'

/** Money that newspapers name; leks, lats, wons and bats are words of many languages. */
const MONEYS =
  'EUR USD CAD AUD NZD HKD SGD TWD GBP CHF JPY SEK NOK DKK ISK PLN CZK HUF RUB UAH CNY INR PKR TRY BRL MXN ARS CLP COP PHP EGP LBP SYP SAR QAR IRR AED MAD KWD JOD IQD TND DZD RSD ILS IDR XOF XAF'.split(
    ' ',
  )
/** What a language itself pays with, whatever its name means elsewhere. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['ro', 'RON'],
  ['bg', 'BGN'],
  ['vi', 'VND'],
])
/** The languages in which what money it is stands before whose: "dollars canadiens", ليرة تركية. */
const HEAD_FIRST = /^(?:fr|es|it|pt|ca|ro|pl|el|ar|fa|he|id|ms|vi)$/
/** Words of such names that are not what money it is, or mean something else by themselves: Turkish "new", Czech "only" and "dog". */
const NO_HEAD: ReadonlyMap<string, RegExp> = new Map([
  [
    '',
    /^(?:n[eo]u\p{L}*|no[uv][aoieéyý]?s?|nov\p{L}{1,2}|now[ey]|nowych|ny[ae]?|nuev[oa]s?|nuov[oi]|νέ[οα]|ji?n[eéa]|real|bat|[(]?[bв][cс][eе]a[oо][)]?|[(]?[bв][eе]a[cс][)]?|веас|всеао|сша|оаэ|оае|уае|емирства|стерлингов)$/u,
  ],
  ['tr', /^yeni$/],
  ['cs', /^(?:jen|pes|pesa)$/],
  ['sk', /^(?:jen|pes)$/],
  ['vi', /^(?!đồng$|euro$)/],
])

/** As newspapers have it, and CLDR has not. */
const MORE: ReadonlyMap<string, readonly (readonly [word: string, currency: string])[]> = new Map([
  ['tr', [['lira', 'TRY']]],
  ['hi', [['रुपये', 'INR']]],
])
/** Turkish joins to its nouns whose they are, and "from", "to" and "worth": "doları", "liradan fazla", "liralık". */
const TURKISH_ENDING = /(?:(?:y|n|s)?[ıiuüae]|(?:s[ıiuü]n|n)?[dt][ae]n?|l[ıiuü]k)$/

interface Names {
  /** By the one word that says what money it is, all whose it may be. */
  readonly heads: ReadonlyMap<string, readonly string[]>
  /** By the whole name: "svenska kronor". */
  readonly whole: ReadonlyMap<string, string>
}

const namesIn = remembered((tag): Names => {
  const base = baseLanguage(tag)
  const heads = new Map<string, readonly string[]>()
  const whole = new Map<string, string>()
  for (const currency of [...MONEYS, OWN.get(base) ?? []].flat()) {
    for (const name of namesOfCurrency(tag, currency, [1, 2, 5, 11])) {
      const words = name.split(/[\s-]+/)
      if (words.length > 1) whole.set(words.join(' '), currency)
      const mayBeHead = words.filter(word => !NO_HEAD.get('')?.test(word) && !NO_HEAD.get(base)?.test(word))
      const head = (HEAD_FIRST.test(base) ? mayBeHead[0] : mayBeHead.at(-1)) ?? ''
      for (const form of base === 'tr' ? [head, head.replace(TURKISH_ENDING, '')] : [head]) {
        const before = heads.get(form) ?? []
        if (form.length > 1 && !before.includes(currency)) heads.set(form, [...before, currency])
      }
    }
  }
  for (const word of ['euro', 'euros']) heads.set(word, ['EUR'])
  for (const [word, currency] of MORE.get(base) ?? []) heads.set(word, [currency])
  if (base === 'tr') whole.set('türk lirası', 'TRY')
  return { heads, whole }
})

const LONGEST_NAME = 4

/** The money whose words begin at the index, behind a number. */
export function foreignMoney(tokens: readonly Token[], at: number, language: string): UnitAt | null {
  const { heads, whole } = namesIn(intlTag(language))
  const word = tokens[at]?.text ?? ''
  const named = wholeName(tokens, at, whole)
  if (named !== null) return named
  const isSign = word.length > 1 && (!MONEY_OR_MEASURE.has(word) || tokens[at]?.capital === true)
  const sign = isSign ? signOfMoney(word) : undefined
  if (sign !== undefined) return { unit: money(sign, word), start: at, next: at + 1 }
  const codes =
    heads.get(word) ?? (baseLanguage(language) === 'tr' ? heads.get(word.replace(TURKISH_ENDING, '')) : undefined)
  if (codes !== undefined) return { unit: money(codes, signOf(word)), start: at, next: at + 1 }
  const after = signAfterNumber(tokens, at)
  if (after !== null) return after
  if (!/^(?:d|de|di)$/.test(word)) return null
  const of = word === 'd' ? at + 2 : at + 1
  const noun = tokens[of]?.text ?? ''
  const ofMoney = follows(tokens[of]) ? heads.get(noun) : undefined
  return ofMoney === undefined ? null : { unit: money(ofMoney, signOf(noun)), start: at, next: of + 1 }
}

function wholeName(tokens: readonly Token[], at: number, whole: Names['whole']): UnitAt | null {
  let found: UnitAt | null = null
  let name = ''
  for (let next = at; next < at + 2 * LONGEST_NAME; next += 1) {
    const token = tokens[next]
    if (token === undefined || (next > at && !follows(token))) break
    if (isHyphen(token)) continue
    if (token.kind !== 'WORD') break
    name = name === '' ? token.text : `${name} ${token.text}`
    const code = whole.get(name)
    if (code !== undefined) found = { unit: money([code], code), start: at, next: next + 1 }
  }
  return found
}
