/** Two numbers that belong together: a range ("10 to 20", "between 10 and 20"), or two that stand side by side. */

import { readAmount } from './amounts.ts'
import { isChange, isChangedBy, isForeignChange } from './changes.ts'
import { approximationOf, type Hedge, hedgeAfter, hedgesAt, requiredStartOf } from './hedging.ts'
import { baseLanguage } from './language.ts'
import { magnitudeBeside } from './magnitudes.ts'
import type { Tokens } from './number.ts'
import { BARE, between, type Described, nearBetween, type QuantityRead, type ReadAmount, ratioOf } from './quantity.ts'
import { readRate } from './rates.ts'
import { isTally } from './tallies.ts'
import { follows, nextWord, type Token, touches } from './tokens.ts'
import { mayBeSame } from './units.ts'

const DASHES: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011', '–', '—'])

export interface Second {
  readonly amount: ReadAmount
  /** What the two are: a range, two numbers of which each is read by itself, or nothing that can be told. */
  readonly kind: 'RANGE' | 'APART' | 'UNCLEAR'
}

/** The second number beside a first: "10 to 20", "10-20", "two or three", "218 to 214". */
export function readSecond(text: Tokens, first: ReadAmount): Second | null {
  const { tokens } = text
  const greater = magnitudeBeside(text, first)
  if (greater !== null) return { amount: greater, kind: 'UNCLEAR' }
  if (first.reading.kind !== 'CARDINAL' && first.reading.kind !== 'SHARE') return null
  const joint = jointAt(text, first.next)
  // "1898 through 1900" are years.
  const isThrough = joint?.word === 'through' && first.reading.isPlain && first.value?.gte(1000) === true
  if (joint === null || isThrough || isDated(tokens, first)) return null
  const amount = readAmount(text, joint.next)
  // "$1 out of every $5" is a share of money, which its two numbers are not.
  if (joint.word === 'of')
    return first.unit?.kind === 'CURRENCY' && amount?.unit != null ? { amount, kind: 'UNCLEAR' } : null
  // "1.435-1.067-m gauge": what cannot be read takes with it what it goes on from.
  if (amount?.reading.kind === 'UNCLEAR' && (joint.word === '-' || joint.word === 'to'))
    return { amount, kind: 'UNCLEAR' }
  if (amount === null || !mayPair(first, amount)) return null
  if (joint.word === '-' && goesOn(tokens, amount.next)) return { amount: toEnd(tokens, amount), kind: 'UNCLEAR' }
  const isTo = joint.word === 'to'
  // "Del 3,2% a 1,4 milioni", "un 5% a 20 millones": by how much, and to what.
  if (!text.english && first.unit?.kind === 'PERCENT' && amount.unit?.kind !== 'PERCENT') {
    return { amount, kind: 'APART' }
  }
  if (!text.english && isForeignChange(text, first.start)) {
    const isUnclear = UP_TO.has(joint.word) || (first.unit === null && sharesScale(first, amount))
    return { amount, kind: isUnclear ? 'UNCLEAR' : 'APART' }
  }
  // "From 5% to 6%" after "rose" names two numbers, of which one came after the other.
  if (isTo && tokens[first.start - 1]?.text === 'from' && isChange(tokens, first.start - 1)) {
    return { amount, kind: first.unit === null && sharesScale(first, amount) ? 'UNCLEAR' : 'APART' }
  }
  if (isTo && isChangedBy(tokens, first.start)) {
    const told = changed(first, amount)
    if (told !== null) return { amount, kind: told }
  }
  // "Two or three" is a range; "5 or 600" is none.
  if (joint.word === 'or') return isNear(first, amount) ? { amount, kind: 'RANGE' } : null
  if (text.english && isTally(tokens, first, amount)) return { amount, kind: 'APART' }
  // "52 to 38 percent" sets two numbers side by side.
  const isApart = amount.unit?.kind === 'PERCENT' && isLess(amount, first)
  return { amount, kind: isApart ? 'APART' : 'RANGE' }
}

/** Two numbers of things, two parts ("a third to a half"), or a number before a multiple: "two to three times as many". */
function mayPair(first: ReadAmount, second: ReadAmount): boolean {
  if (first.reading.kind === second.reading.kind) return true
  return first.reading.kind === 'CARDINAL' && second.reading.kind === 'MULTIPLE' && first.unit === null
}

/** "From 5% in 2010 to 3%": a year says when, and takes part in no range of quantities. */
function isDated(tokens: readonly Token[], { start, reading, unit }: ReadAmount): boolean {
  const isYear = reading.isPlain && unit === null && /^(?:1[4-9]|20)\d\d$/.test(tokens[start]?.text ?? '')
  return isYear && /^(?:in|since|by|during|of|until|after|before|en|em|nel)$/.test(tokens[start - 1]?.text ?? '')
}

/** "98-0-2", "555-12-1234": a third number hangs on the two. */
function goesOn(tokens: readonly Token[], index: number): boolean {
  const [dash, digits] = [tokens[index], tokens[index + 1]]
  return DASHES.has(dash?.text ?? '') && touches(dash) && digits?.kind === 'DIGITS' && touches(digits)
}

function toEnd(tokens: readonly Token[], amount: ReadAmount): ReadAmount {
  let { next } = amount
  while (goesOn(tokens, next)) next += 2
  return { ...amount, next, required: next }
}

/** "Rose from 5 to 6 million": what multiplies the second multiplies the first, whose words do not say so. */
function sharesScale(first: ReadAmount, second: ReadAmount): boolean {
  const range = between(first, second, BARE)
  return range !== null && first.value !== null && range.lower !== first.value.toNumber()
}

/** "Rose 20 percent to 5 million", "fell $3 to $45": by how much, and to what; null where it may as well be a range. */
function changed(first: ReadAmount, second: ReadAmount): Second['kind'] | null {
  if (first.unit === null) return null
  if (second.unit === null || !mayBeSame(first.unit, second.unit)) return 'APART'
  if (first.unit.kind !== 'CURRENCY') return null
  return isNear(first, second) ? 'UNCLEAR' : 'APART'
}

function isLess(one: ReadAmount, other: ReadAmount): boolean {
  return one.value !== null && other.value !== null && one.value.lt(other.value)
}

/** "Five or six" is a range, and "ten or a hundred" is not. */
const MOST_TIMES = 3

function isNear(first: ReadAmount, second: ReadAmount): boolean {
  if (first.unit !== null && second.unit === null) return false
  const range = between(first, second, BARE)
  return range?.lower != null && range.upper != null && range.upper <= MOST_TIMES * range.lower
}

interface Joint {
  readonly word: string
  readonly next: number
}

function jointAt({ tokens, english }: Tokens, index: number): Joint | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (DASHES.has(token.text)) {
    const after = tokens[index + 1]
    const isTo = after?.text === 'to' && touches(after) && DASHES.has(tokens[index + 2]?.text ?? '') && touches(token)
    if (isTo) return { word: 'to', next: index + 3 }
    // "5- to 11-year-olds".
    const isSuspended = english && touches(token) && after?.gap === ' ' && ENGLISH_TO.has(after.text)
    if (isSuspended) return { word: after.text, next: index + 2 }
    if (!follows(token) || !follows(after) || token.gap !== after?.gap) return null
    return { word: '-', next: index + 1 }
  }
  const ratio = english
    ? OUT_OF.findLast(words => words.every((word, at) => tokens[index + at]?.text === word))
    : undefined
  if (ratio !== undefined) return { word: 'of', next: index + ratio.length }
  const words = english ? ENGLISH_TO : FOREIGN_TO
  if (!follows(token) || !words.has(token.text) || !follows(tokens[index + 1])) return null
  // "15 or even 20".
  const isOrEven = token.text === 'or' && OR_EVEN.test(tokens[index + 1]?.text ?? '')
  return { word: token.text, next: isOrEven ? index + 2 : index + 1 }
}

const OUT_OF = ['out of', 'of every', 'in every', 'out of every'].map(words => words.split(' '))
const OR_EVEN = /^(?:even|perhaps|maybe|possibly)$/

const ENGLISH_TO: ReadonlySet<string> = new Set(['to', 'or', 'through'])
const FOREIGN_TO: ReadonlySet<string> = new Set([
  'bis',
  'à',
  'a',
  'tot',
  'till',
  'til',
  'do',
  'až',
  'до',
  'έως',
  'إلى',
  'עד',
  '至',
  '到',
  '~',
  '～',
  '〜',
])

/** "Steeg van 4 tot 5": the word for "to" is that for "up to" as well, which makes the second number another one. */
const UP_TO: ReadonlySet<string> = new Set(['bis', 'tot'])

// Announced ranges

/** The number that two amounts come to under hedges; null where nothing can be told. */
export function rangeUnder(
  first: ReadAmount,
  second: ReadAmount,
  hedges: readonly Hedge[],
  after: Hedge | null,
  of: Described,
): QuantityRead | null {
  const range = fits(first, second) ? between(first, second, of) : null
  if (range === null) return null
  switch (approximationOf(hedges, after)) {
    case 'EXACT':
      return range
    case 'ABOUT':
      return nearBetween(range)
    default:
      return null
  }
}

function fits(first: ReadAmount, second: ReadAmount): boolean {
  return first.unit === null || second.unit === null || mayBeSame(first.unit, second.unit)
}

export interface AnnouncedRange {
  readonly first: ReadAmount
  readonly quantity: QuantityRead | null
  readonly requiredStart: number
  readonly next: number
  readonly requiredNext: number
}

/** "Between 10 and 20", "from 10 to 20", "roughly between 10 and 20": words that take both numbers or neither. */
export function readAnnounced(text: Tokens, index: number): AnnouncedRange | null {
  const before = hedgesAt(text, index)
  for (let count = before.length; count >= 0; count -= 1) {
    const hedges = before.slice(0, count)
    const range = announcedAt(text, hedges.at(-1)?.next ?? index, hedges, index)
    if (range !== null) return range
  }
  return null
}

function announcedAt(text: Tokens, at: number, hedges: readonly Hedge[], start: number): AnnouncedRange | null {
  const { tokens } = text
  const opening = tokens[at]?.text ?? ''
  const joint = jointsOf(text).get(opening)
  if (joint === undefined || (at > start && !follows(tokens[at]))) return null
  const isSign = tokens[at + 1]?.kind === 'SIGN' && follows(tokens[at + 1])
  const begin = nextWord(tokens, at + 1) ?? (isSign ? at + 1 : null)
  if (begin === null || (opening === 'from' && isChange(tokens, at))) return null
  const found = jointsAfter(tokens, begin, joint).flatMap(to => rangeWith(text, begin, to, hedges) ?? [])
  const range = found.find(({ quantity }) => quantity !== null) ?? found[0]
  return range === undefined ? null : { ...range, requiredStart: requiredStartOf(hedges, start, at) }
}

/** No number takes more tokens, its hedges included. */
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
function rangeWith(
  text: Tokens,
  begin: number,
  at: number,
  before: readonly Hedge[],
): Omit<AnnouncedRange, 'requiredStart'> | null {
  const one = hedged({ ...text, tokens: tokensTo(text.tokens, begin, at) }, begin)
  // "From 15 up to 20".
  const isUp = text.tokens[at]?.text === 'to' && text.tokens[at - 1]?.text === 'up'
  if (one === null || one.amount.next !== (isUp ? at - 1 : at)) return null
  const other = hedged(text, at + 1)
  if (other === null) return null
  const [first, second] = [one.amount, other.amount]
  if (first.reading.kind === 'MULTIPLE' || !mayPair(first, second)) return null
  const rate = second.reading.kind === 'SHARE' ? null : readRate(text, second.next)
  const unit = second.unit ?? first.unit
  const described = { unit, per: rate?.per ?? null, ratio: unit === null ? ratioOf(second.reading.kind) : null }
  const after = hedgeAfter(text, rate?.next ?? second.next)
  // "Between about 10 and about 20" says it of each.
  const inner = [
    ...one.hedges,
    ...other.hedges.filter(({ wording }) => one.hedges.every(hedge => hedge.wording !== wording)),
  ]
  const quantity = rangeUnder(first, second, [...before, ...inner], after, described)
  const next = after?.next ?? rate?.next ?? second.next
  return { quantity, first, next, requiredNext: after?.next ?? rate?.next ?? second.required }
}

/** The tokens before `at`, in their places; none long before `begin`, so that they are not all copied for each range. */
function tokensTo(tokens: readonly Token[], begin: number, at: number): readonly Token[] {
  const near: Token[] = []
  for (let index = Math.max(0, begin - LONGEST_FIRST); index < at; index += 1) {
    const token = tokens[index]
    if (token !== undefined) near[index] = token
  }
  return near
}

/** A number with the words of approximation before it. */
function hedged(text: Tokens, index: number): { amount: ReadAmount; hedges: readonly Hedge[] } | null {
  const all = hedgesAt(text, index)
  for (let count = all.length; count >= 0; count -= 1) {
    const hedges = all.slice(0, count)
    const amount = readAmount(text, hedges.at(-1)?.next ?? index)
    const kind = amount?.reading.kind
    if (amount !== null && (kind === 'CARDINAL' || kind === 'SHARE' || kind === 'MULTIPLE')) return { amount, hedges }
  }
  return null
}

export function mayAnnounce(text: Tokens, word: string): boolean {
  return jointsOf(text).has(word)
}

type Joints = ReadonlyMap<string, string>

const ENGLISH: Joints = new Map([
  ['between', 'and'],
  ['from', 'to'],
])

/** "Von … bis" and its like are ranges by their second word alone. */
const FOREIGN: ReadonlyMap<string, Joints> = new Map([
  ['de', new Map([['zwischen', 'und']])],
  ['fr', new Map([['entre', 'et']])],
  ['es', new Map([['entre', 'y']])],
  [
    'it',
    new Map([
      ['tra', 'e'],
      ['fra', 'e'],
    ]),
  ],
  ['pt', new Map([['entre', 'e']])],
  ['nl', new Map([['tussen', 'en']])],
  ['sv', new Map([['mellan', 'och']])],
  ['da', new Map([['mellem', 'og']])],
  ['nb', new Map([['mellom', 'og']])],
  ['no', new Map([['mellom', 'og']])],
  ['pl', new Map([['między', 'a']])],
  ['ru', new Map([['между', 'и']])],
])
const NONE: Joints = new Map()

function jointsOf({ english, language }: Tokens): Joints {
  return english ? ENGLISH : (FOREIGN.get(baseLanguage(language)) ?? NONE)
}
