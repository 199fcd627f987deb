/** A quantity as a whole: hedges, sign, money, number, unit, a second number, and what it is for each of. */

import type { Approximation } from '../model/vocabulary.ts'
import { amountAcross, mayBeginAmount, readAmount } from './amounts.ts'
import { isDeniedBound } from './deniedBounds.ts'
import { rateBefore } from './foreignRates.ts'
import {
  approximationOf,
  type Hedge,
  hedgeAfter,
  hedgesAt,
  knowsHedges,
  mayBeginHedge,
  requiredStartOf,
} from './hedging.ts'
import { baseLanguage } from './language.ts'
import { GROWN } from './negatedHedges.ts'
import type { NumberReading, Tokens } from './number.ts'
import { roleOf } from './prepositions.ts'
import { oneNumber, orderOfMagnitude, type QuantityRead, type ReadAmount, ratioOf } from './quantity.ts'
import { mayAnnounce, rangeUnder, readAnnounced, readSecond } from './ranges.ts'
import { type CountedRate, readRate, readRateAfterNouns } from './rates.ts'
import { follows, isSpaceless, nextWord, type Token, touches } from './tokens.ts'
import { measureUnit } from './unit.ts'
import { isDuration } from './units.ts'

export interface Phrase {
  /** Null where the words cannot be read. */
  readonly quantity: QuantityRead | null
  readonly kind: NumberReading['kind']
  /** The tokens of all of it. */
  readonly start: number
  readonly next: number
  /** The tokens of what no mention of it may leave out. */
  readonly requiredStart: number
  readonly requiredNext: number
  /** Whether it cannot be read since a negation elsewhere in its clause may turn its bound round. */
  readonly isDenied: boolean
  readonly first: ReadAmount
  /** The tokens of what is counted, where a rate follows them. */
  readonly counted: CountedRate['counted'] | null
}

/** Whether a quantity may begin with the English word at the index: most begin none, which is found out faster so. */
export function mayBeginPhrase(text: Tokens, index: number): boolean {
  const word = text.tokens[index]?.text ?? ''
  return mayAnnounce(text, word) || mayBeginHedge(text, word) || mayBeginAmount(text.tokens, index)
}

/** The quantity that begins with the token at `index`, with its hedges or without; null if none begins there. */
export function readPhraseAt(text: Tokens, index: number): Phrase | null {
  const phrase = readStated(text, index)
  if (phrase?.quantity == null || GROWN.test(text.tokens[phrase.first.start]?.text ?? '')) return phrase
  const bound = {
    approximation: phrase.quantity.approximation,
    start: text.tokens[phrase.start]?.start ?? 0,
    end: text.tokens[phrase.next - 1]?.end ?? 0,
    lasts: isDuration(phrase.first.unit),
  }
  return isDeniedBound(text, bound) ? { ...phrase, quantity: null, isDenied: true } : phrase
}

/** Of a quantity with two rates before it neither is read, and more than two say no more. */
const MOST_RATES = 2

/** The same without the rest of its clause, which may deny it. */
function readStated(text: Tokens, index: number, rates = MOST_RATES): Phrase | null {
  const each = rates === 0 ? null : rateBefore(text, index)
  const inner = each === null ? null : readStated(text, each.next, rates - 1)
  if (each !== null && inner !== null) return underRate(inner, index, each.per)
  const range = readAnnounced(text, index)
  if (range !== null) return { kind: range.first.reading.kind, start: index, counted: null, isDenied: false, ...range }
  const hedges = hedgesAt(text, index)
  // The longest row of hedges that leads to a number: "some" alone may be none.
  for (let count = hedges.length; count >= 0; count -= 1) {
    const used = hedges.slice(0, count)
    const end = used.at(-1)?.next ?? index
    if (used.length > 0 && !follows(text.tokens[end])) continue
    const isTelling = used.some(({ approximation }) => approximation !== 'EXACT')
    const at = isTelling && isOpeningMark(text.tokens, end) ? end + 1 : end
    const phrase = readHedged(text, index, used, at)
    if (phrase === null) continue
    const isNone =
      count === 1 && (isDuring(text.tokens, index, phrase, used) || isPlace(phrase, used) || isOvercome(phrase, used))
    const [hedge] = used
    const role = count === 1 && hedge !== undefined ? roleOf(text, index, hedge.wording, phrase) : 'HEDGE'
    if (isNone || role === 'PREPOSITION' || (count > 0 && mayBeYear(text, phrase))) return readHedged(text, at, [], at)
    return role === 'EITHER' ? { ...phrase, requiredStart: at } : phrase
  }
  return null
}

/** “Nearly "900 homes"”: the word of approximation is the reporter's, before the quotation, and belongs to the number. */
function isOpeningMark(tokens: readonly Token[], index: number): boolean {
  return /^[“"‘„«]$/.test(tokens[index]?.text ?? '') && !touches(tokens[index]) && touches(tokens[index + 1])
}

/** "1人につき500円": what it is for each of stands before it. */
function underRate(phrase: Phrase, start: number, per: string): Phrase {
  const { quantity } = phrase
  const rated = quantity === null || quantity.per !== null ? null : { ...quantity, per }
  return { ...phrase, quantity: rated, start, requiredStart: start }
}

function readHedged(text: Tokens, start: number, hedges: readonly Hedge[], at: number): Phrase | null {
  const alone = readAmount(text, at)
  if (alone === null) return null
  const inner = hedgeInside(text, alone)
  const first = inner?.amount ?? alone
  const { kind } = first.reading
  const requiredStart = requiredStartOf(hedges, start, at)
  if (kind === 'ORDINAL' || kind === 'NAME' || kind === 'UNCLEAR') return unread(first, start, requiredStart)
  const goneOn = countOfDigits(text, first) ?? endOfCompound(text, first)
  if (goneOn !== null) return unread({ ...first, next: goneOn, required: goneOn }, start, requiredStart)
  const found = readSecond(text, first)
  const second = found?.kind === 'APART' ? null : found
  const amount = second?.amount ?? first
  // "Half a year" is a part of one.
  const perNoun = kind === 'CARDINAL' && amount.unit === null ? readRateAfterNouns(text, amount.next) : null
  const rate = kind === 'SHARE' ? null : (readRate(text, amount.next) ?? perNoun)
  const next = rate?.next ?? amount.next
  const behind = inner?.hedge ?? hedgeAfter(text, next) ?? (rate === null ? hedgeAfterNoun(text, next) : null)
  const suffix = behind !== null && isStrange(behind, first) ? null : behind
  // Of two numbers side by side the first shares the percent of the second: "52 to 38 percent".
  const shared = found?.amount.unit?.kind === 'PERCENT' ? found.amount.unit : null
  // "Twice a day" counts times, and multiplies nothing.
  const isOften = rate !== null && /^(?:twice|thrice)$/.test(text.tokens[first.start]?.text ?? '')
  const unit = isOften ? measureUnit('time') : (amount.unit ?? first.unit ?? shared)
  const described = {
    unit,
    per: rate?.per ?? null,
    ratio: unit === null ? ratioOf(amount.reading.kind) : null,
  }
  const whole = {
    kind,
    first,
    counted: perNoun?.counted ?? null,
    isDenied: false,
    start,
    requiredStart,
    next: Math.max(suffix?.next ?? 0, next),
    requiredNext: Math.max(suffix?.next ?? 0, rate?.next ?? amount.required),
  }
  const approximation = isDenied(text, hedges, whole.next) ? null : approximationOf(hedges, suffix)
  if (second !== null) {
    const isRange = second.kind === 'RANGE' && !first.isVague && !second.amount.isVague
    return { ...whole, quantity: isRange ? rangeUnder(first, second.amount, hedges, suffix, described) : null }
  }
  if (kind === 'MAGNITUDE') {
    return { ...whole, quantity: approximation === 'EXACT' ? orderOfMagnitude(first.reading, described) : null }
  }
  const about = first.isVague ? vaguely(approximation) : approximation
  return { ...whole, quantity: about === null ? null : oneNumber(about, first.value, described) }
}

/** "40-odd thousand dollars", "30-odd years": a hedge between the number and its multiplier or its unit. */
function hedgeInside(text: Tokens, alone: ReadAmount): { amount: ReadAmount; hedge: Hedge } | null {
  // 5万多美元 has its multiplier before the hedge.
  if (alone.reading.kind !== 'CARDINAL' || (text.english && alone.reading.multipliers.length > 0)) return null
  const hedge = hedgeAfter(text, alone.next)
  if (hedge !== null && isStrange(hedge, alone)) return null
  const amount = hedge === null ? null : amountAcross(text, alone, hedge.next)
  return hedge === null || amount === null ? null : { amount, hedge }
}

/** "Two odd homes" are strange ones, and "20 odd homes" about so many. */
function isStrange({ wording }: Hedge, { value }: ReadAmount): boolean {
  return wording === 'odd' && (value === null || value.lt(20) || !value.mod(10).eq(0))
}

/** A couple is about two, unless another word says in which way. */
function vaguely(approximation: Approximation | null): Approximation | null {
  return approximation === 'EXACT' ? 'ABOUT' : approximation
}

/** "Over three days" says during which, unless something else shows that it counts: "for over three days", "ago". */
function isDuring(
  tokens: readonly Token[],
  index: number,
  { first, next }: Phrase,
  [hedge]: readonly Hedge[],
): boolean {
  if (index === 0 || hedge?.wording !== 'over' || !isDuration(first.unit)) return false
  return !COUNTING.has(tokens[index - 1]?.text ?? '') && !/^(?:ago|old|later|earlier)$/.test(tokens[next]?.text ?? '')
}

/** In Swedish "under 2020" is in that year: where no rule reads numbers by itself, four digits alone may be one. */
function mayBeYear(text: Tokens, { first }: Phrase): boolean {
  const isYear =
    first.reading.isPlain && first.unit === null && /^(?:1[5-9]|20)\d\d$/.test(text.tokens[first.start]?.text ?? '')
  return isYear && !knowsHedges(text)
}

/** "Near $80" is about that; near 5 villages is where they are. */
function isPlace({ first, kind }: Phrase, [hedge]: readonly Hedge[]): boolean {
  return hedge?.wording === 'near' && first.unit === null && kind !== 'SHARE'
}

/** "Superó dos pruebas" is overcame two; "superó los 200" is more than that. */
function isOvercome({ first, kind }: Phrase, [hedge]: readonly Hedge[]): boolean {
  const isFew = kind === 'CARDINAL' && first.unit === null && first.value?.lt(20) === true
  return (
    isFew &&
    /(?:^| )(?:super|supér|eccede|exced|excèd|excéd|oltrepass|ultrapass|sobrepas|rebas|dépass)/.test(
      hedge?.wording ?? '',
    )
  )
}

/** "Übersteigt 55 Prozent nicht": the negation stands after the number, and how far it reaches is not told. */
function isDenied({ tokens }: Tokens, [hedge]: readonly Hedge[], next: number): boolean {
  if (hedge === undefined || !/^über(?:st|sch|tr)\S+(?: die)?$/.test(hedge.wording)) return false
  const after = tokens.slice(next, next + 6)
  const end = after.findIndex(({ kind }) => kind === 'SIGN')
  return after.slice(0, end === -1 ? after.length : end).some(({ text }) => /^(?:nicht|nie|niemals|kaum)$/.test(text))
}

const COUNTING: ReadonlySet<string> = new Set(
  'for of in after with took taken lasted spent than is was been be by'.split(' '),
)

function unread(first: ReadAmount, start: number, requiredStart: number): Phrase {
  const { next, required, reading } = first
  return {
    quantity: null,
    kind: reading.kind,
    start,
    next,
    requiredStart,
    requiredNext: required,
    first,
    counted: null,
    isDenied: false,
  }
}

/** "Six figures", "a seven-figure sum": how many digits a sum has, which is no count of anything. */
function countOfDigits({ tokens, english }: Tokens, { next, value, unit }: ReadAmount): number | null {
  if (!english || unit !== null || value === null || value.lt(4) || value.gt(12)) return null
  const word = nextWord(tokens, next)
  return word !== null && /^figures?$/.test(tokens[word]?.text ?? '') ? word + 1 : null
}

/** The lesser measure that goes on from a greater one: "6 feet 2 inches", "two hours and 15 minutes". */
const LESSER: ReadonlyMap<string, string> = new Map([
  ['foot', 'inch'],
  ['pound', 'ounce'],
  ['hour', 'minute'],
  ['minute', 'second'],
  ['year', 'month'],
  ['week', 'day'],
])

/** A measure in two numbers is one quantity, which has no one unit; the index of the token after it. */
function endOfCompound(text: Tokens, { next, unit }: ReadAmount): number | null {
  const { tokens } = text
  const lesser = unit === null ? undefined : LESSER.get(unit.name)
  if (lesser === undefined) return null
  const hyphen = tokens[next]
  // "6-foot-2".
  if (hyphen?.text === '-' && touches(hyphen) && tokens[next + 1]?.kind === 'DIGITS') return next + 2
  const and = tokens[next]?.text === 'and' || tokens[next]?.text === ','
  const at = tokens[next]?.text === ',' && tokens[next + 1]?.text === 'and' ? next + 2 : and ? next + 1 : next
  // "6 ft 2 in": beside feet, "in" is no preposition.
  const isInches = lesser === 'inch' && tokens[at]?.kind === 'DIGITS' && tokens[at + 1]?.text === 'in'
  if (isInches && follows(tokens[at]) && Number(tokens[at]?.text) < 12) return at + 2
  const second = follows(tokens[at]) ? readAmount(text, at) : null
  return second?.unit?.name === lesser ? second.next : null
}

/** "900 homes or more", "12 years or so": the hedge may stand after the thing that is counted. */
function hedgeAfterNoun(text: Tokens, index: number): Hedge | null {
  // Romanian counts "300 de oameni".
  const isOf = text.tokens[index]?.text === 'de' && baseLanguage(text.language) === 'ro'
  if (isOf) return hedgeAfterNoun(text, index + 1)
  const noun = text.tokens[index]
  if (noun?.kind === 'WORD' && follows(noun) && isSpaceless(noun)) return hedgeAfterCounter(text, index)
  const than = turkishThan(text, index)
  if (than !== null) return than
  if (noun?.kind !== 'WORD' || noun.gap !== ' ' || STOP.has(noun.text)) return null
  const hedge = hedgeAfter(text, index + 1)
  if (!text.english) return hedge?.wording === '+' ? null : hedge
  return hedge !== null &&
    /(?: (?:so|more|fewer|less|above|over|older|thereabouts|most|least|counting|it|outside|guess)|^[,(].*)$/.test(
      hedge.wording,
    )
    ? hedge
    : null
}

/** "500 liradan fazla", "500 kişiden az": than is an ending of the noun, which is in the unit or follows it. */
function turkishThan({ tokens, language }: Tokens, index: number): Hedge | null {
  if (baseLanguage(language) !== 'tr') return null
  for (const at of [index, index + 1]) {
    const more = tokens[at]
    const approximation = TURKISH_MORE.get(more?.text ?? '')
    if (approximation === undefined || !follows(more) || !/\p{L}[dt][ae]n$/u.test(tokens[at - 1]?.text ?? '')) continue
    return { wording: `-den ${more?.text}`, approximation, next: at + 1 }
  }
  return null
}

const TURKISH_MORE: ReadonlyMap<string, Approximation> = new Map([
  ['fazla', 'OVER'],
  ['çok', 'OVER'],
  ['az', 'UNDER'],
])

/** The words for what is counted in 300人以上, 500か国余り and 300명 이상. */
const LONGEST_COUNTER = 3

function hedgeAfterCounter(text: Tokens, index: number): Hedge | null {
  for (let at = index + 1; at <= index + LONGEST_COUNTER; at += 1) {
    const word = text.tokens[at]
    if (word === undefined || !isSpaceless(word)) return null
    const hedge = hedgeAfter(text, at)
    if (hedge !== null) return hedge
    if (!touches(word)) return null
  }
  return null
}

const STOP: ReadonlySet<string> = new Set(
  'and or of to in on at is are was were that for the a by from with und oder et ou y o e en i och og a и או و'.split(
    ' ',
  ),
)
