/** What is counted or measured, as far as a sign or a word of measure says so: "%", "$", "EUR", "miles", "Prozent". */

import { easternMoney, easternMoneyNamed } from './easternMoney.ts'
import { foreignMeasureAt } from './foreignMeasures.ts'
import { foreignMoney } from './foreignMoney.ts'
import { isEnglish, percentWords } from './language.ts'
import { isMetre } from './metres.ts'
import { englishMoney, moneyCode, moneyNamed, moneyOfSign, namesOfMoney } from './money.ts'
import { afterPoints, pointsInWords } from './percentagePoints.ts'
import { scaleLetter, temperature } from './temperatures.ts'
import { follows, isSpaceless, nextWord, type Token, touches } from './tokens.ts'
import { BASIS_POINT, measureUnit, PERCENT, POINT, type Unit, type UnitAt } from './unit.ts'

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
  ['pint', 'pint'],
  ['pints', 'pint'],
  ['cent', 'cent'],
  ['cents', 'cent'],
  ['penny', 'penny'],
  ['pence', 'penny'],
  ['pennies', 'penny'],
  ['times', 'time'],
  ['degrees', 'degree'],
  ['hrs', 'hour'],
  ['hr', 'hour'],
  ['yrs', 'year'],
  ['mins', 'minute'],
  ['microgram', 'microgram'],
  ['micrograms', 'microgram'],
  ['milligram', 'milligram'],
  ['milligrams', 'milligram'],
  ['mg', 'milligram'],
  ['mcg', 'microgram'],
  ['knot', 'knot'],
  ['knots', 'knot'],
  ['bp', 'basis point'],
  ['bps', 'basis point'],
  ['pp', 'percentage point'],
  ['pct', 'percent'],
  ['khz', 'kilohertz'],
  ['mhz', 'megahertz'],
  ['ghz', 'gigahertz'],
  ['mph', 'mile per hour'],
  ['kph', 'kilometer per hour'],
  ['lbs', 'pound'],
  ['mw', 'megawatt'],
  ['gw', 'gigawatt'],
  ['kw', 'kilowatt'],
  ['kwh', 'kilowatt-hour'],
  ['mwh', 'megawatt-hour'],
  ['gwh', 'gigawatt-hour'],
  ['twh', 'terawatt-hour'],
  ['mpg', 'mile per gallon'],
  ['ppm', 'part per million'],
  ['ppb', 'part per billion'],
  ['h', 'hour'],
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

/** Short forms that are not words of their own, and may stand after a space: "25 km", "140 million kWh". */
const SPACED: ReadonlySet<string> = new Set(
  'km cm mm nm mi yd ft kg lb lbs oz mg ml kb mb gb tb kw mw gw kwh mwh gwh twh hz khz mhz ghz ha mph kph mpg ppm ppb h min'.split(
    ' ',
  ),
)
const POWERS: ReadonlyMap<string, string> = new Map([
  ['square', 'square'],
  ['sq', 'square'],
  ['cubic', 'cubic'],
  ['cu', 'cubic'],
  ['metric', 'metric'],
])

const LENGTHS: ReadonlySet<string> = new Set('m km cm mm mi ft yd nm'.split(' '))
const EXPONENTS: ReadonlyMap<string, string> = new Map([
  ['²', 'square'],
  ['2', 'square'],
  ['³', 'cubic'],
  ['3', 'cubic'],
])

/** "km²", "m³", "km2": a length with a power against it. */
export function poweredAt(tokens: readonly Token[], at: number): UnitAt | null {
  const [letters, exponent, after] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const power = touches(exponent) ? EXPONENTS.get(exponent?.text ?? '') : undefined
  if (letters === undefined || power === undefined || !LENGTHS.has(letters.text)) return null
  if (after !== undefined && touches(after) && after.kind !== 'SIGN') return null
  const length = letters.text === 'm' ? 'meter' : (abbreviatedUnit(letters.text) ?? letters.text)
  return { unit: measureUnit(`${power} ${length}`), start: at, next: at + 2 }
}

/** "Square kilometers", "sq. ft.", "metric tons", "km²", "km": a measure of several words, or a short one. */
function composedAt(tokens: readonly Token[], at: number): UnitAt | null {
  const text = tokens[at]?.text ?? ''
  const powered = poweredAt(tokens, at)
  if (powered !== null) return powered
  const years = text === 'light' ? nextWord(tokens, at + 1) : null
  if (years !== null && /^years?$/.test(tokens[years]?.text ?? '')) {
    return { unit: measureUnit('light-year'), start: at, next: years + 1 }
  }
  const power = POWERS.get(text)
  if (power === undefined) {
    const short = SPACED.has(text) ? (abbreviatedUnit(text) ?? text) : null
    return short === null ? null : { unit: measureUnit(short), start: at, next: at + 1 }
  }
  const point = tokens[at + 1]?.text === '.' && touches(tokens[at + 1]) ? at + 2 : at + 1
  const noun = nextWord(tokens, point)
  const of = noun === null ? null : measureOrShort(tokens[noun]?.text ?? '')
  return noun === null || of === null ? null : { unit: measureUnit(`${power} ${of}`), start: at, next: noun + 1 }
}

function measureOrShort(word: string): string | null {
  return measureOf(word) ?? (SPACED.has(word) ? abbreviatedUnit(word) : null)
}

function measureOf(word: string): string | null {
  return LONG_UNITS.get(word) ?? FURTHER.get(word) ?? prefixed(word)
}

const PREFIXED = /^((?:micro|milli|kilo|mega|giga|tera)(?:tonne|ton|watt|joule|hertz|litre|volt|pascal))s?$/

/** "Gigatonnes", "kilojoules": measures that CLDR has without their prefix, or not at all. */
function prefixed(word: string): string | null {
  return PREFIXED.exec(word)?.[1] ?? null
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
  const next = nextWord(tokens, index)
  const named = pointsInWords(tokens, next ?? index, language) ?? easternMoney(tokens, index, language)
  if (named !== null) return named
  const isTouching =
    touches(token) &&
    token.kind === 'WORD' &&
    (isUnitWord(token.text) || moneyCode(token) !== null || token.text === 'kr' || isSpaceless(token))
  const at = isTouching ? index : next
  return at === null ? null : wordAfter(tokens, at, language)
}

function signAfter(tokens: readonly Token[], index: number, sign: Token): UnitAt | null {
  const next = index + 1
  if (/^[%٪％]$/.test(sign.text) && follows(sign)) {
    const points = afterPoints(tokens, next)
    return points === null ? { unit: PERCENT, start: index, next } : { unit: POINT, start: index, next: points }
  }
  if (sign.text === '¢' && touches(sign)) return { unit: measureUnit('cent'), start: index, next }
  if (/\p{Sc}/u.test(sign.text) && follows(sign) && tokens[next]?.kind !== 'DIGITS') {
    return { unit: moneyOfSign(sign.text), start: index, next }
  }
  const measure = MEASURE_SIGNS.get(sign.text)
  // "5 °C" is set with a space, too.
  const scale = sign.text === '°' && touches(tokens[next]) ? temperature(tokens[next]) : null
  if (measure === undefined || !(touches(sign) || (scale !== null && follows(sign)))) return null
  if (scale !== null) return { unit: measureUnit(scale), start: index, next: next + 1 }
  return { unit: measureUnit(measure), start: index, next }
}

const MEASURE_SIGNS: ReadonlyMap<string, string> = new Map([
  ['°', 'degree'],
  ['‰', 'per mille'],
  ['′', 'foot'],
  ['″', 'inch'],
])

function wordAfter(tokens: readonly Token[], at: number, language: string): UnitAt | null {
  const word = tokens[at]
  if (word?.kind !== 'WORD') return null
  const code = moneyCode(word)
  if (code !== null) return { unit: code, start: at, next: at + 1 }
  return isEnglish(language) ? englishAfter(tokens, at) : foreignAfter(tokens, at, language)
}

function foreignAfter(tokens: readonly Token[], at: number, language: string): UnitAt | null {
  const word = tokens[at]?.text ?? ''
  const two = `${word} ${tokens[at + 1]?.text ?? ''}`
  const percents = percentWords(language)
  if (percents.has(two)) return { unit: PERCENT, start: at, next: at + 2 }
  if (percents.has(word)) return { unit: PERCENT, start: at, next: at + 1 }
  const money = foreignMoney(tokens, at, language)
  if (money !== null) return money
  const measure = foreignMeasureAt([word, tokens[at + 1]?.text ?? ''], language)
  return measure && { unit: measureUnit(measure.unit), start: at, next: at + measure.count }
}

function englishAfter(tokens: readonly Token[], at: number): UnitAt | null {
  const word = tokens[at]
  const text = word?.text ?? ''
  const after = nextWord(tokens, at + 1)
  const second = after === null ? '' : (tokens[after]?.text ?? '')
  const isPc = text === 'pc' && word?.capital === false
  if (isPc || text === 'percent' || text === 'pct' || (text === 'per' && (second === 'cent' || second === 'centum'))) {
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
  const money = englishMoney(tokens, at)
  if (money !== null) return money
  const letter = letterAt(tokens, at)
  if (letter !== null) return { unit: measureUnit(letter), start: at, next: at + 1 }
  const composed = composedAt(tokens, at)
  if (composed !== null) return composed
  const measure = measureOf(text)
  if (measure === null) return null
  const scale = measure === 'degree' && after !== null ? temperature(tokens[after]) : null
  if (scale !== null && after !== null) return { unit: measureUnit(scale), start: at, next: after + 1 }
  if ((text === 'second' || text === 'minute') && word?.gap !== '') return null
  return { unit: measureUnit(measure), start: at, next: at + 1 }
}

/** "33 m tall", "around −1 C" of a temperature. */
function letterAt(tokens: readonly Token[], at: number): string | null {
  if (isMetre(tokens, at)) return 'meter'
  const scale = scaleLetter(tokens, at)
  return scale === 'UNCLEAR' ? null : scale
}

/** A unit as a person names it in a dossier or a record: "USD", "euros", "percent", "%", "mile"; null for a thing counted. */
export function unitNamed(name: string): Unit | null {
  const words = name.trim().toLowerCase()
  if (/^(?:%|percent|per cent|pct|percentage)$/.test(words)) return PERCENT
  if (/^percentage points?$/.test(words)) return POINT
  if (/^basis points?$/.test(words)) return BASIS_POINT
  const money = moneyNamed(name.trim()) ?? easternMoneyNamed(name.trim())
  if (money !== null) return money
  const measure = measureOf(words) ?? abbreviatedUnit(words)
  return measure === null ? null : measureUnit(measure)
}

/** Every name by which a unit may stand: of "USD" also "$", which may be it; of "$" every code that it may be. */
export function namesOfUnit({ name, codes }: Unit): string[] {
  return [...new Set([name, ...codes, ...namesOfMoney(codes)])]
}

/** Whether two units may be one: the same name, or money of which some code is the same; "pound" may weigh or pay. */
export function mayBeSame(one: Unit, other: Unit): boolean {
  if (one.kind === 'CURRENCY' && other.kind === 'CURRENCY') {
    return one.codes.length === 0 || other.codes.length === 0 || one.codes.some(code => other.codes.includes(code))
  }
  if (one.name === other.name) return true
  return one.name.startsWith('pound') && other.name.startsWith('pound')
}
