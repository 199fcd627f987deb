import { formatNumber } from '../model/arithmetic.ts'
import { Failure } from '../model/failure.ts'
import { leavesOut } from '../model/intervals.ts'
import { Approximation, type NumberFit, valuesOf } from '../model/vocabulary.ts'
import {
  namesOfUnit,
  readQuantity,
  readSoughtNumber,
  type SoughtNumber,
  unitNamed,
  unitsOfMoney,
} from '../reading/index.ts'
import { readsRepeats } from '../store/counting/soundness.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'

/** A number that is asked for: what was understood, and the wordings that fit it, each in the first of the ways alone. */
export interface NumberSaid {
  /** Null where the words commit to bounds alone, such as “tens of thousands”. */
  readonly value: number | null
  readonly unit: string | null
  /** How the words hedge the number, which no wording is asked for: “about 435,000” is looked for as 435,000. */
  readonly hedge: Approximation | null
  /** The condition on a number that it is the one. */
  readonly isIt: FilterInput
  readonly fits: readonly { readonly fit: NumberFit; readonly filter: FilterInput }[]
}

export interface NumberScope {
  /** The unit, by any of its names; null for that of the words. */
  readonly unit: string | null
  /** Whether what rules have read counts too. */
  readonly automatic: boolean
  /** Whether repeated documents count each, and every coder's reading of a document. */
  readonly repeats: boolean
}

/** What a reader of wordings of one number must know. */
const CAUTION =
  'The same number in the same unit may count different things: check what each counts, and when. Dixit does not say which is right.'

/** What a reader of wordings of that number must know. */
export function numberNotes(said: NumberSaid, words: string): string[] {
  const note = hedgeNote(said, words)
  return note === null ? [CAUTION] : [CAUTION, note]
}

/** That the hedge of what is asked for was left aside; null where there is none. */
export function hedgeNote({ value, hedge }: NumberSaid, words: string): string | null {
  if (hedge === null || value === null) return null
  return `“${words.trim()}” was searched as ${formatNumber(value)} with any hedge: each approximation says which.`
}

/** That wordings are in several units, of which one can be asked for; null where they are not, or one was. */
export function unitsNote({ unit }: NumberSaid, words: string, found: readonly (string | null)[]): string | null {
  const units = new Set(found.map(each => (each === null ? null : (unitsNamed(each)[0] ?? each))))
  const named = [...units].filter(each => each !== null)
  const [first] = named
  if (unit !== null || first === undefined || units.size < 2) return null
  const others = units.has(null) ? [...named, 'no unit'] : named
  return `The matches are in different units: ${others.join(', ')}. dixit number "${words.trim()}" --unit "${first}" shows only those in ${first}.`
}

/**
 * Who said a number: the filters of the wordings that fit it.
 *
 * @throws Failure BAD_ARGUMENT for words that are not a number
 */
export async function numberSaid(read: Reader, words: string, scope: NumberScope): Promise<NumberSaid> {
  // Nothing is asked of each wording where nothing repeats.
  const isOnce = !scope.repeats && (await read.ask(readsRepeats))
  return numberAsked(words, { ...scope, repeats: !isOnce })
}

/**
 * The same, without looking whether anything repeats.
 *
 * @throws Failure BAD_ARGUMENT for words that are not a number
 */
export function numberAsked(words: string, { unit, automatic, repeats }: NumberScope): NumberSaid {
  const { sought, hedge } = soughtIn(words)
  const names = unit === null ? unitsIn(words) : unitsNamed(unit)
  const only = [
    ...(names === null ? [] : [unitIs({ in: names })]),
    ...(automatic ? [] : [{ not: AUTOMATIC }]),
    ...(repeats ? [] : [{ not: { statementMatches: { hasRepeat: true } } }]),
  ]
  return {
    value: sought.value,
    unit: names?.[0] ?? null,
    hedge,
    isIt: isSought(sought),
    fits: fitsOf(sought).map(({ fit, filter }) => {
      const apart = names === null && fit === 'OPEN_BOUNDS' ? ofNoCount : []
      return { fit, filter: { and: [filter, ...only, ...apart] } }
    }),
  }
}

/** The unit of the words under all of its names, with what it is for each of: “$15 an hour” is in "$ per hour". */
function unitsIn(words: string): readonly string[] | null {
  const { unit = null, per = null, ratio = null } = readQuantity(words, 'en') ?? {}
  if (unit === null) return ratio === 'SHARE' ? ['share'] : ratio === 'MULTIPLE' ? ['time'] : null
  return namesOfUnit(unit).map(name => (per === null ? name : `${name} per ${per}`))
}

/** A unit under all of its names. */
export function unitsNamed(typed: string): readonly string[] {
  const [, name = typed, rest = ''] = /^(.+?)( per .+)?$/.exec(typed) ?? []
  const unit = unitNamed(name)
  return unit === null ? [typed] : namesOfUnit(unit).map(known => `${known}${rest}`)
}

/** Units of parts, multiples and money: “more than 30 percent”, “at least three times”, “no more than $3.2 million”. */
const NO_COUNT = [
  'share',
  'time',
  'multiple',
  ...['percent', 'percentage point', 'basis point'].flatMap(unitsNamed),
  ...unitsOfMoney(),
]

/** What lies beyond nearly every number without a unit, and is meant by none; so do rates, “up to $15 per hour”. */
const ofNoCount: readonly FilterInput[] = [
  { not: unitIs({ exactly: { in: NO_COUNT } }, { exactly: { contains: ' per ' } }) },
]

const AUTOMATIC: FilterInput = { basis: 'AUTOMATIC' }

/** Whether words are a number that can be asked for. */
export function isNumber(words: string): boolean {
  return readSought(words) !== null
}

function soughtIn(words: string): Sought {
  const found = readSought(words)
  if (found !== null) return found
  throw new Failure('BAD_ARGUMENT', `“${words}” is not a number that Dixit can read.`, { argument: 'words' })
}

interface Sought {
  readonly sought: SoughtNumber
  readonly hedge: Approximation | null
}

function readSought(words: string): Sought | null {
  const sought = readSoughtNumber(words)
  if (sought !== null) return { sought, hedge: null }
  const { value = null, lower = null, upper = null, approximation = 'EXACT' } = readQuantity(words, 'en') ?? {}
  if (value !== null)
    return { sought: { value, low: value, high: value }, hedge: approximation === 'EXACT' ? null : approximation }
  return lower === null ? null : { sought: { value, low: lower, high: upper }, hedge: null }
}

/** What the unit is, in one of these ways, where the wording or its figure has it. */
function unitIs(...ways: readonly FilterInput[]): FilterInput {
  const some = { or: ways.map(unit => ({ unit })) }
  return { or: [some, { unit: { isNull: true }, figureMatches: some }] }
}

/** The ways in which words fit a number; each leaves out what those before it found. */
function fitsOf(sought: SoughtNumber): NumberSaid['fits'] {
  const { value, low, high } = sought
  const isIt = isSought(sought)
  const named = { value: isIt }
  // An index tells whether the words name a number, and few leave it out.
  const cited = { value: { isNull: true }, figureMatches: { value: isIt } }
  const others = { not: { or: [named, cited] } }
  // Bounds fit where they hold the number that is asked for, or have a part of the bounds that are asked for in them.
  const fromBelow = value !== null ? { lte: value } : high === null ? { isNull: false } : { lt: high }
  const fromAbove = { gte: value ?? low }
  // No other words have two ends ("about 10 to 20" is near both), and an index finds these.
  const bounded = { approximation: ['BETWEEN', 'ORDER_OF_MAGNITUDE', 'ABOUT'] }
  const within = { ...bounded, lower: fromBelow, upper: fromAbove }
  const beyond = { lower: fromBelow, upper: { isNull: true }, approximation: openAbove(value) }
  const below = { upper: fromAbove, lower: { isNull: true }, approximation: ['UNDER', 'UP_TO'] }
  // Ends that words leave out hold nothing: 100,000 is not among “tens of thousands”.
  const ends = [leftOut('upper', value ?? low), ...(value === null ? [] : [leftOut('lower', value)])]
  const held = { not: { or: ends } }
  return [
    { fit: 'NUMBER', filter: named },
    { fit: 'FIGURE', filter: cited },
    { fit: 'BOUNDS', filter: { and: [within, held, others] } },
    { fit: 'OPEN_BOUNDS', filter: { and: [{ or: [beyond, below] }, held, others] } },
  ]
}

function isSought({ value, low, high }: SoughtNumber): FilterInput {
  if (value !== null && (high === null || high === low)) return { eq: value }
  return high === null ? { gte: low } : { gte: low, lt: high }
}

/** That the number is an end which the words leave out, as “under 5” leaves 5. */
function leftOut(end: 'lower' | 'upper', value: number): FilterInput {
  return { approximation: valuesOf(Approximation).filter(each => leavesOut(each, end)), [end]: { eq: value } }
}

/** “Millions” has no upper bound: whoever asks for them finds them said. */
function openAbove(value: number | null): readonly string[] {
  return ['OVER', 'AT_LEAST', ...(value === null ? ['ORDER_OF_MAGNITUDE'] : [])]
}
