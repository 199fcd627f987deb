/** What is counted or measured, as far as a sign or a word of measure says so: "%", "$", "EUR", "miles", "Prozent". */

import { isEnglish, percentWords } from './language.ts'
import { follows, isHyphen, nextWord, type Token, touches } from './tokens.ts'

export interface Unit {
  readonly kind: 'PERCENT' | 'POINT' | 'CURRENCY' | 'MEASURE'
  /** One name for all wordings: "percent", "percentage point", "mile"; for money what the codes or the sign say. */
  readonly name: string
  /** The ISO 4217 codes of which the sign or the word may be one: "$" is many, "€" is EUR alone. */
  readonly codes: readonly string[]
}

const PERCENT: Unit = { kind: 'PERCENT', name: 'percent', codes: [] }
const POINT: Unit = { kind: 'POINT', name: 'percentage point', codes: [] }
const BASIS_POINT: Unit = { kind: 'POINT', name: 'basis point', codes: [] }

/** A unit that begins or ends at a token. */
export interface UnitAt {
  readonly unit: Unit
  /** The index of its first token. */
  readonly start: number
  /** The index of the first token after it. */
  readonly next: number
}

// Money

const CODES = Intl.supportedValuesOf('currency')
const CODE_SET: ReadonlySet<string> = new Set(CODES)

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
  // A dollar is anyone's where no country is named; so CLDR's "en" has it, but for its own.
  found.set('us$', ['USD'])
  found.set('au$', ['AUD'])
  found.set('c$', ['CAD'])
  return found
}

/** Words of money in the singular and plural, in English: the last word of CLDR's names, "dollars" of "US dollars". */
const WORDS: ReadonlyMap<string, readonly string[]> = currencyWords()

function currencyWords(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const currency of CODES) {
    const format = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      currencyDisplay: 'name',
      maximumFractionDigits: 0,
    })
    for (const count of [1, 2]) {
      const name = format.formatToParts(count).find(part => part.type === 'currency')?.value ?? ''
      if (/[()\d]/.test(name)) continue
      const word = name.split(' ').at(-1)?.toLowerCase() ?? ''
      const codes = found.get(word) ?? []
      if (!codes.includes(currency)) found.set(word, [...codes, currency])
    }
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

function money(codes: readonly string[], written: string): Unit {
  const [code = written] = codes
  return { kind: 'CURRENCY', name: codes.length === 1 ? code : written, codes }
}

/** The money before the digits at `index`: "$", "US$", "USD", "Rs.", "€ ". */
export function moneyBefore(tokens: readonly Token[], index: number): UnitAt | null {
  const number = tokens[index]
  const last = tokens[index - 1]
  if (number === undefined || last === undefined || !follows(number) || number.gap.includes('\n')) return null
  const dotted = last.text === '.' && touches(last) ? index - 2 : index - 1
  const sign = tokens[dotted]
  if (sign === undefined) return null
  const before = tokens[dotted - 1]
  if (sign.kind === 'SIGN') {
    if (dotted !== index - 1 || !/\p{Sc}/u.test(sign.text)) return null
    const joined = before?.kind === 'WORD' && touches(sign) ? SIGNS.get(before.text + sign.text) : undefined
    if (joined !== undefined)
      return { unit: money(joined, (before?.text ?? '') + sign.text), start: dotted - 1, next: index }
    const isCode =
      before?.kind === 'WORD' && before.capitals && touches(sign) && CODE_SET.has(before.text.toUpperCase())
    if (isCode) return { unit: money([before.text.toUpperCase()], sign.text), start: dotted - 1, next: index }
    return { unit: money(SIGNS.get(sign.text) ?? [], sign.text), start: dotted, next: index }
  }
  if (sign.kind !== 'WORD' || !sign.capital) return null
  const upper = sign.text.toUpperCase()
  // "AR-15" is no money.
  if (number.kind === 'SIGN') return null
  if (sign.capitals && CODE_SET.has(upper) && dotted === index - 1)
    return { unit: money([upper], upper), start: dotted, next: index }
  const codes = sign.text.length >= 2 ? SIGNS.get(sign.text) : undefined
  return codes === undefined ? null : { unit: money(codes, sign.text), start: dotted, next: index }
}

// Measures

const LANGUAGE_FREE = ['percent']
const LONG_UNITS: ReadonlyMap<string, string> = measures('long')
const SHORT_UNITS: ReadonlyMap<string, string> = new Map([...measures('short'), ...measures('narrow')])

/** The words of CLDR's units in English, each with the unit's name: "miles" → "mile", "km" → "kilometer". */
function measures(unitDisplay: 'long' | 'short' | 'narrow'): Map<string, string> {
  const found = new Map<string, string>()
  for (const unit of Intl.supportedValuesOf('unit')) {
    if (LANGUAGE_FREE.includes(unit)) continue
    for (const locale of ['en', 'en-GB']) {
      for (const count of [1, 2]) {
        const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
        const written =
          format
            .formatToParts(count)
            .find(part => part.type === 'unit')
            ?.value.toLowerCase() ?? ''
        if (/^\p{L}{2,}$/u.test(written)) found.set(written, unit)
      }
    }
  }
  return found
}

/** Measures that CLDR's short list leaves out. */
const FURTHER: ReadonlyMap<string, string> = new Map([
  ['ton', 'ton'],
  ['tons', 'ton'],
  ['tonne', 'tonne'],
  ['tonnes', 'tonne'],
  ['barrel', 'barrel'],
  ['barrels', 'barrel'],
  ['decade', 'decade'],
  ['decades', 'decade'],
  ['century', 'century'],
  ['centuries', 'century'],
  ['watt', 'watt'],
  ['watts', 'watt'],
  ['kilowatts', 'kilowatt'],
  ['megawatt', 'megawatt'],
  ['megawatts', 'megawatt'],
  ['gigawatts', 'gigawatt'],
  ['cent', 'cent'],
  ['cents', 'cent'],
  ['times', 'time'],
  ['degrees', 'degree'],
  ['hrs', 'hour'],
  ['hr', 'hour'],
  ['yrs', 'year'],
  ['mins', 'minute'],
  ['mph', 'mile per hour'],
  ['kph', 'kilometer per hour'],
  ['lbs', 'pound'],
  ['mw', 'megawatt'],
  ['gw', 'gigawatt'],
  ['kw', 'kilowatt'],
])

const TIMES: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
])

/** Whether a word is one of a unit that may be written against the digits by mistake: "5percent", "10years". */
export function isUnitWord(word: string): boolean {
  return /^per(?:cent|centage)$/.test(word) || (word.length > 3 && measureOf(word) !== null)
}

export function isMeasure(word: string): boolean {
  return measureOf(word) !== null
}

/** Whether a measure is one of time, so that "over two days" may be during them. */
export function isDuration(unit: Unit | null): boolean {
  return unit?.kind === 'MEASURE' && TIMES.has(unit.name)
}

function measureOf(word: string): string | null {
  return LONG_UNITS.get(word) ?? FURTHER.get(word) ?? null
}

/** What letters stand for against digits: "5kg", "70mph". */
export function abbreviatedUnit(letters: string): string | null {
  return SHORT_UNITS.get(letters) ?? FURTHER.get(letters) ?? null
}

/** The unit that follows a number: "%", " percent", " dollars", "-mile". */
export function unitAfter(tokens: readonly Token[], index: number, language: string): UnitAt | null {
  const token = tokens[index]
  if (token === undefined) return null
  const sign = token.kind === 'SIGN' ? signAfter(tokens, index, token) : null
  if (sign !== null) return sign
  const isTouching = touches(token) && token.kind === 'WORD' && isUnitWord(token.text)
  const at = isTouching ? index : nextWord(tokens, index)
  return at === null ? null : wordAfter(tokens, at, language)
}

function signAfter(tokens: readonly Token[], index: number, sign: Token): UnitAt | null {
  const next = index + 1
  if (/^[%٪％]$/.test(sign.text) && follows(sign)) {
    const point = nextWord(tokens, next)
    const isPoint = point !== null && /^points?$/.test(tokens[point]?.text ?? '')
    return isPoint ? { unit: POINT, start: index, next: point + 1 } : { unit: PERCENT, start: index, next }
  }
  if (/\p{Sc}/u.test(sign.text) && follows(sign) && tokens[next]?.kind !== 'DIGITS') {
    return { unit: money(SIGNS.get(sign.text) ?? [], sign.text), start: index, next }
  }
  const measure = MEASURE_SIGNS.get(sign.text)
  if (measure === undefined || !touches(sign)) return null
  return { unit: { kind: 'MEASURE', name: measure, codes: [] }, start: index, next }
}

const MEASURE_SIGNS: ReadonlyMap<string, string> = new Map([
  ['°', 'degree'],
  ['′', 'foot'],
  ['″', 'inch'],
])

function wordAfter(tokens: readonly Token[], at: number, language: string): UnitAt | null {
  const word = tokens[at]
  if (word?.kind !== 'WORD') return null
  const isCode = word.capitals && CODE_SET.has(word.text.toUpperCase())
  if (isCode) return { unit: money([word.text.toUpperCase()], word.text), start: at, next: at + 1 }
  return isEnglish(language) ? englishAfter(tokens, at) : foreignAfter(tokens, at, language)
}

function foreignAfter(tokens: readonly Token[], at: number, language: string): UnitAt | null {
  const word = tokens[at]?.text ?? ''
  const two = `${word} ${tokens[at + 1]?.text ?? ''}`
  const percents = percentWords(language)
  if (percents.has(two)) return { unit: PERCENT, start: at, next: at + 2 }
  if (percents.has(word)) return { unit: PERCENT, start: at, next: at + 1 }
  const codes = word.length > 1 ? SIGNS.get(word) : undefined
  if (codes !== undefined) return { unit: money(codes, word), start: at, next: at + 1 }
  if (word === 'euro' || word === 'euros') return { unit: money(['EUR'], word), start: at, next: at + 1 }
  return null
}

const NATIONS: ReadonlySet<string> = new Set(
  'american canadian australian british mexican hong us swiss danish swedish norwegian japanese indian turkish'.split(
    ' ',
  ),
)
const NATIONAL: ReadonlyMap<string, string> = new Map([
  ['american', 'USD'],
  ['us', 'USD'],
  ['canadian', 'CAD'],
  ['australian', 'AUD'],
  ['british', 'GBP'],
  ['mexican', 'MXN'],
])

function englishAfter(tokens: readonly Token[], at: number): UnitAt | null {
  const word = tokens[at]
  const text = word?.text ?? ''
  const after = nextWord(tokens, at + 1)
  const second = after === null ? '' : (tokens[after]?.text ?? '')
  if (text === 'percent' || text === 'pct' || (text === 'per' && (second === 'cent' || second === 'centum'))) {
    const next = text === 'per' && after !== null ? after + 1 : at + 1
    const point = nextWord(tokens, next)
    if (point !== null && /^points?$/.test(tokens[point]?.text ?? ''))
      return { unit: POINT, start: at, next: point + 1 }
    return { unit: PERCENT, start: at, next }
  }
  if (after !== null && /^points?$/.test(second)) {
    if (text === 'percentage') return { unit: POINT, start: at, next: after + 1 }
    if (text === 'basis') return { unit: BASIS_POINT, start: at, next: after + 1 }
  }
  if (NATIONS.has(text) && after !== null && WORDS.has(second)) {
    const code = NATIONAL.get(text)
    return {
      unit: money(code === undefined ? (WORDS.get(second) ?? []) : [code], signOf(second)),
      start: at,
      next: after + 1,
    }
  }
  const codes = WORDS.get(text)
  if (codes !== undefined && text !== 'pound' && !isHyphen(tokens[at + 1]))
    return { unit: money(codes, signOf(text)), start: at, next: at + 1 }
  const measure = measureOf(text)
  if (measure === null) return null
  if (text === 'second' || text === 'minute' ? word?.gap !== '' : false) return null
  return { unit: { kind: 'MEASURE', name: measure, codes: [] }, start: at, next: at + 1 }
}

/** The sign by which the money of a word is written, so that "5 dollars" and "$5" are in one unit. */
function signOf(word: string): string {
  const one = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
  return one === 'dollar' ? '$' : one
}

/** A unit as a person names it in a dossier or a record: "USD", "euros", "percent", "%", "mile"; null for a thing counted. */
export function unitNamed(name: string): Unit | null {
  const words = name.trim().toLowerCase()
  if (CODE_SET.has(name.trim().toUpperCase()) && name.trim().length === 3 && name === name.toUpperCase())
    return money([name], name)
  if (/^(?:%|percent|per cent|pct|percentage)$/.test(words)) return PERCENT
  if (/^percentage points?$/.test(words)) return POINT
  const codes = SIGNS.get(words) ?? currencyNamed(words)
  if (codes !== undefined) return money(codes, words)
  const measure = measureOf(words) ?? abbreviatedUnit(words)
  return measure === null ? null : { kind: 'MEASURE', name: measure, codes: [] }
}

/** Every name by which a unit may stand: of "USD" also "$", which may be it; of "$" every code that it may be. */
export function namesOfUnit({ name, codes }: Unit): string[] {
  const [code] = codes
  const signs =
    codes.length === 1 && code !== undefined ? [...SIGNS, ...WORDS].filter(([, of]) => of.includes(code)) : []
  return [...new Set([name, ...codes, ...signs.map(([sign]) => sign)])]
}

function currencyNamed(words: string): readonly string[] | undefined {
  const [nation = '', last = ''] = words.split(' ')
  const code = NATIONAL.get(nation)
  if (code !== undefined && WORDS.has(last)) return [code]
  return WORDS.get(words)
}

/** Whether two units may be one: the same name, or money of which some code is the same; "pound" may weigh or pay. */
export function mayBeSame(one: Unit, other: Unit): boolean {
  if (one.kind === 'CURRENCY' && other.kind === 'CURRENCY') {
    return one.codes.length === 0 || other.codes.length === 0 || one.codes.some(code => other.codes.includes(code))
  }
  if (one.name === other.name) return true
  return one.name.startsWith('pound') && other.name.startsWith('pound')
}
