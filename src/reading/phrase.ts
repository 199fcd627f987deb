/** A quantity as a whole: hedges, sign, money, number, unit, a second number, and what it is for each of. */

import type { Approximation } from '../model/vocabulary.ts'
import { mayBeginAmount, readAmount } from './amounts.ts'
import { approximationOf, type Hedge, hedgeAfter, hedgesAt, isOptional, mayBeginHedge } from './hedging.ts'
import type { NumberReading, Tokens } from './number.ts'
import { between, oneNumber, orderOfMagnitude, type QuantityRead, type ReadAmount } from './quantity.ts'
import { readRate } from './rates.ts'
import { follows, nextWord, type Token, touches } from './tokens.ts'
import { isDuration, mayBeSame } from './units.ts'

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
  readonly first: ReadAmount
}

/** Whether a quantity may begin with the English word at the index: most begin none, which is found out faster so. */
export function mayBeginPhrase(text: Tokens, index: number): boolean {
  const word = text.tokens[index]?.text ?? ''
  return JOINTS.has(word) || mayBeginHedge(text, word) || mayBeginAmount(text.tokens, index)
}

/** The quantity that begins with the token at `index`, with its hedges or without; null if none begins there. */
export function readPhraseAt(text: Tokens, index: number): Phrase | null {
  const range = readRange(text, index)
  if (range !== null) return range
  const hedges = hedgesAt(text, index)
  // The longest row of hedges that leads to a number: "some" alone may be none.
  for (let count = hedges.length; count >= 0; count -= 1) {
    const used = hedges.slice(0, count)
    const at = used.at(-1)?.next ?? index
    if (used.length > 0 && !follows(text.tokens[at])) continue
    const phrase = readHedged(text, index, used, at)
    if (phrase === null) continue
    return count === 1 && isDuring(text.tokens, index, phrase, used) ? readHedged(text, at, [], at) : phrase
  }
  return null
}

function readHedged(text: Tokens, start: number, hedges: readonly Hedge[], at: number): Phrase | null {
  const first = readAmount(text, at)
  if (first === null) return null
  const { kind } = first.reading
  const telling = hedges.findIndex(hedge => !isOptional(hedge))
  const requiredStart = telling === -1 ? at : telling === 0 ? start : (hedges[telling - 1]?.next ?? start)
  if (kind === 'ORDINAL' || kind === 'NAME' || first.reading.kind === 'UNCLEAR') {
    return unread(first, start, requiredStart)
  }
  const found = readSecond(text, first)
  const second = found?.isApart ? null : found
  const amount = second?.amount ?? first
  // "Half a year" is a part of one.
  const rate = kind === 'SHARE' ? null : readRate(text, amount.next)
  const next = rate?.next ?? amount.next
  const suffix = hedgeAfter(text, next) ?? (rate === null ? hedgeAfterNoun(text, next) : null)
  const unit = amount.unit ?? first.unit ?? found?.amount.unit ?? null
  const described = {
    unit,
    per: rate?.per ?? null,
    ratio: unit === null || unit.kind === 'PERCENT' ? ratioOf(kind) : null,
  }
  const whole = {
    kind,
    first,
    start,
    requiredStart,
    next: suffix?.next ?? next,
    requiredNext: suffix?.next ?? rate?.next ?? amount.required,
  }
  const approximation = approximationOf(hedges, suffix)
  if (second !== null) {
    // "About 10 to 20" cannot be told in bounds.
    const isPlain = approximation === 'EXACT' && kind === 'CARDINAL' && second.amount.reading.kind === 'CARDINAL'
    return {
      ...whole,
      quantity: isPlain && fits(first, second.amount) ? between(first, second.amount, described) : null,
    }
  }
  if (kind === 'MAGNITUDE') {
    return { ...whole, quantity: approximation === 'EXACT' ? orderOfMagnitude(first.reading, described) : null }
  }
  const about = first.isVague ? vaguely(approximation) : approximation
  return { ...whole, quantity: about === null ? null : oneNumber(about, first.value, described) }
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

const COUNTING: ReadonlySet<string> = new Set(
  'for of in after with took taken lasted spent than is was been be by'.split(' '),
)

function unread(first: ReadAmount, start: number, requiredStart: number): Phrase {
  const { next, required, reading } = first
  return { quantity: null, kind: reading.kind, start, next, requiredStart, requiredNext: required, first }
}

function ratioOf(kind: NumberReading['kind']): 'SHARE' | 'MULTIPLE' | null {
  return kind === 'SHARE' || kind === 'MULTIPLE' ? kind : null
}

function fits(first: ReadAmount, second: ReadAmount): boolean {
  return first.unit === null || second.unit === null || mayBeSame(first.unit, second.unit)
}

/** "900 homes or more", "12 years or so": the hedge may stand after the thing that is counted. */
function hedgeAfterNoun(text: Tokens, index: number): Hedge | null {
  const noun = text.tokens[index]
  if (noun?.kind !== 'WORD' || noun.gap !== ' ' || STOP.has(noun.text)) return null
  const hedge = hedgeAfter(text, index + 1)
  return hedge !== null && / (?:so|more|fewer|less|above|over|older|thereabouts)$/.test(hedge.wording) ? hedge : null
}

const STOP: ReadonlySet<string> = new Set(
  'and or of to in on at is are was were that for the a by from with'.split(' '),
)

// Two numbers

const DASHES: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011', '–', '—'])

/** The second number of a range: "10 to 20", "10-20", "two or three". */
function readSecond(text: Tokens, first: ReadAmount): { amount: ReadAmount; isApart: boolean } | null {
  if (first.reading.kind !== 'CARDINAL') return null
  const joint = jointAt(text.tokens, first.next, text.english)
  if (joint === null) return null
  const amount = readAmount(text, joint.next)
  if (amount === null || amount.reading.kind !== 'CARDINAL') return null
  const isOr = joint.word === 'or'
  // "From 5% to 6%" after "rose" names two numbers, of which one came after the other.
  if (joint.word === 'to' && text.tokens[first.start - 1]?.text === 'from' && isChange(text.tokens, first.start - 1))
    return null
  // "Two or three" is a range; "5 or 600" is none.
  if (isOr && !isNear(first, amount)) return null
  // "52 to 38 percent" sets two numbers side by side.
  return { amount, isApart: amount.unit?.kind === 'PERCENT' && isLess(amount, first) }
}

function isLess(one: ReadAmount, other: ReadAmount): boolean {
  return one.value !== null && other.value !== null && one.value.lt(other.value)
}

/** "Five or six" is a range, and "ten or a hundred" is not. */
const MOST_TIMES = 3

function isNear(first: ReadAmount, second: ReadAmount): boolean {
  if (first.unit !== null && second.unit === null) return false
  const range = between(first, second, { unit: null, per: null, ratio: null })
  return range?.lower != null && range.upper != null && range.upper <= MOST_TIMES * range.lower
}

interface Joint {
  readonly word: string
  readonly next: number
}

function jointAt(tokens: readonly Token[], index: number, english: boolean): Joint | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (DASHES.has(token.text)) {
    const after = tokens[index + 1]
    const isTo = after?.text === 'to' && touches(after) && DASHES.has(tokens[index + 2]?.text ?? '') && touches(token)
    if (isTo) return { word: 'to', next: index + 3 }
    if (!follows(token) || !follows(after) || token.gap !== after?.gap) return null
    return { word: '-', next: index + 1 }
  }
  const words = english ? ENGLISH_TO : FOREIGN_TO
  return follows(token) && words.has(token.text) && follows(tokens[index + 1])
    ? { word: token.text, next: index + 1 }
    : null
}

const ENGLISH_TO: ReadonlySet<string> = new Set(['to', 'or'])
const FOREIGN_TO: ReadonlySet<string> = new Set(['bis', 'à', 'a', 'tot', 'до', 'till'])

/** "Between 10 and 20", "from 10 to 20": the words that announce a range, which take both numbers or neither. */
function readRange(text: Tokens, index: number): Phrase | null {
  const { tokens, english } = text
  const opening = tokens[index]?.text ?? ''
  const joint = english ? JOINTS.get(opening) : undefined
  const at = joint === undefined ? null : nextWord(tokens, index + 1)
  const begin =
    at ?? (joint !== undefined && tokens[index + 1]?.kind === 'SIGN' && follows(tokens[index + 1]) ? index + 1 : null)
  if (joint === undefined || begin === null) return null
  if (opening === 'from' && isChange(tokens, index)) return null
  const found = jointsAfter(tokens, begin, joint).flatMap(at => rangeWith(text, index, begin, at) ?? [])
  const [range] = found.filter(({ quantity }) => quantity !== null)
  return range ?? found[0] ?? null
}

/** No number takes more tokens. */
const LONGEST_FIRST = 16

/** Where the word that joins the two numbers may stand: there is an "and" within "a hundred and two", too. */
function jointsAfter(tokens: readonly Token[], begin: number, joint: string): number[] {
  const found: number[] = []
  for (let at = begin + 1; at < begin + LONGEST_FIRST && follows(tokens[at]); at += 1) {
    if (tokens[at]?.text === joint) found.push(at)
  }
  return found
}

/** The range whose numbers a word joins at `at`; null where it has no number on either side. */
function rangeWith(text: Tokens, start: number, begin: number, at: number): Phrase | null {
  const first = readAmount({ ...text, tokens: text.tokens.slice(0, at) }, begin)
  if (first?.reading.kind !== 'CARDINAL' || first.next !== at) return null
  const second = readAmount(text, at + 1)
  if (second?.reading.kind !== 'CARDINAL') return null
  const rate = readRate(text, second.next)
  const described = { unit: second.unit ?? first.unit, per: rate?.per ?? null, ratio: null }
  const quantity = fits(first, second) ? between(first, second, described) : null
  const next = rate?.next ?? second.next
  const requiredNext = rate?.next ?? second.required
  return { kind: 'CARDINAL', quantity, first, start, next, requiredStart: start, requiredNext }
}

const JOINTS: ReadonlyMap<string, string> = new Map([
  ['between', 'and'],
  ['from', 'to'],
])

const CHANGES =
  /^(?:ris|rose|increas|grow|grew|climb|jump|surg|soar|up|rais|rebound|expand|fall|fell|drop|declin|decreas|down|shr[iau]nk|cut|reduc|lower|slip|plung|plummet|slid|dip|tumbl|chang|mov|went|going|go|shift|swung|swing|doubl|tripl|improv|widen|narrow|shrunk|edg|tick)/

/** How far back a verb of change may stand. */
const REACH = 8

/** Whether what comes is a change from one number to another, and no range: "rose from 5% to 6%". */
export function isChange(tokens: readonly Token[], index: number): boolean {
  for (let back = index - 1; back >= 0 && back >= index - REACH; back -= 1) {
    const token = tokens[back]
    if (token === undefined || /^[.;:!?]$/.test(token.text)) return false
    if (token.kind === 'WORD' && CHANGES.test(token.text)) return true
  }
  return false
}
