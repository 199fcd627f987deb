import { cutTo } from '../model/arithmetic.ts'
import { conjoined } from '../model/conjoined.ts'
import { TENSIONS } from '../model/figureRelation.ts'
import { type CommittedQuantity, describeQuantity, type IntervalRelation, relateIntervals } from '../model/intervals.ts'
import { withUnit } from '../model/numberWorded.ts'
import type { FigureVerdict } from '../model/vocabulary.ts'
import { weakerBasis } from '../model/whoSaid.ts'
import { unitNamed } from '../reading/index.ts'
import type { Reader } from '../store/reader.ts'
import {
  figure,
  figureMention,
  figureRelation,
  type RowOf,
  referent,
  timeExpression,
} from '../store/schema/entities.ts'
import { figureConditions } from '../store/tables/figures.ts'
import { type Aspect, type FigureFacts, type Ground, holdAgainst, isComparable } from './comparability.ts'
import { unitsNamed } from './numberSaid.ts'

/** Two wordings of numbers held against each other: computed and shown, never judged. */
export interface FigureComparison {
  readonly one: RowOf<typeof figureMention>
  readonly other: RowOf<typeof figureMention>
  readonly verdict: FigureVerdict
  /** See IntervalRelation.factor; null also where the two are not comparable. */
  readonly factor: number | null
  readonly isLeast: boolean
  readonly explanation: string
  readonly aspects: readonly Aspect[]
  /** The relation by which the document or a curator has set the two figures side by side. */
  readonly setSideBySide: RowOf<typeof figureRelation> | null
  /** Whether one of them has no figure, so that the words alone are compared: nobody has said what they count. */
  readonly isAsWorded: boolean
}

/** Whether two wordings have no number in common, and somebody has set them in tension or they count the same in every aspect. */
export function isInTension({ verdict, setSideBySide, aspects }: FigureComparison): boolean {
  if (verdict !== 'DISJOINT') return false
  return (
    (setSideBySide !== null && TENSIONS.includes(setSideBySide.kind)) ||
    aspects.every(aspect => aspect.verdict === 'SAME')
  )
}

/** Compares two mentions of figures; null if one of them is not there. */
export async function compareMentions(read: Reader, oneId: number, otherId: number): Promise<FigureComparison | null> {
  const [one, other] = await Promise.all([read.byId(figureMention, oneId), read.byId(figureMention, otherId)])
  if (!one || !other) return null
  const [oneFacts, otherFacts, relationId] = await Promise.all([
    factsOf(read, one),
    factsOf(read, other),
    one.figureId === null || other.figureId === null ? null : read.relationBetween(one.figureId, other.figureId),
  ])
  const aspects = holdAgainst(oneFacts, otherFacts)
  const setSideBySide = await read.byId(figureRelation, relationId)
  const isAsWorded = one.figureId === null || other.figureId === null
  const known = { one, other, aspects, setSideBySide, isAsWorded }
  const [ones, others] = [
    { mention: one, facts: oneFacts },
    { mention: other, facts: otherFacts },
  ]
  if (isAsWorded) return { ...known, ...verdictAsWorded(ones, others, aspects) }
  if (one.figureId === other.figureId) return { ...known, ...verdictOf(ones, others) }
  if (!isComparable(aspects, setSideBySide !== null)) return { ...known, ...notComparable(aspects) }
  return { ...known, ...withSilence(verdictOf(ones, others), aspects) }
}

/** How many times the greater of two numbers is the lesser, and whether it may be more often than that. */
export type Factor = Pick<IntervalRelation, 'isLeast'> & { readonly factor: number }

/** The factor between what two figures commit to; null where they overlap, and where a quotient says nothing. */
export async function factorBetween(
  read: Reader,
  one: RowOf<typeof figure>,
  other: RowOf<typeof figure>,
): Promise<Factor | null> {
  const [first, second] = await Promise.all([quantityOf(read, one), quantityOf(read, other)])
  const { factor = null, isLeast = false } = relateIntervals(first, second) ?? {}
  return factor === null ? null : { factor, isLeast }
}

/** A factor to four digits, never more than it is where words hedge or bound a number; nothing where it is no more than 1. */
function sayFactor({ factor, isLeast }: Factor): string {
  const times = isLeast ? cutTo(factor, 4) : Number(factor.toPrecision(4))
  return times === 1 ? '' : `: the larger is ${isLeast ? 'at least ' : ''}${times} times the smaller`
}

/** What a figure commits to, by its words; one without words is what it has. */
async function quantityOf(read: Reader, { id, value }: RowOf<typeof figure>): Promise<CommittedQuantity> {
  const { approximation, lower, upper } = await read.figureAsWorded(id)
  return { approximation: approximation ?? (value === null ? 'BETWEEN' : 'EXACT'), value, lower, upper }
}

interface Wording {
  readonly mention: RowOf<typeof figureMention>
  readonly facts: FigureFacts
}

type Verdict = Pick<FigureComparison, 'verdict' | 'factor' | 'isLeast' | 'explanation'>

function verdictOf(one: Wording, other: Wording): Verdict {
  const words = `${sayWording(one)}; ${sayWording(other)}`
  const related = relateIntervals(one.mention, other.mention)
  if (related === null) {
    const explanation = `${words}. A number that is only approximate commits to no bounds.`
    return { verdict: 'NOT_COMPARABLE', factor: null, isLeast: false, explanation }
  }
  const { relation, factor, isLeast } = related
  const times = factor === null ? '' : sayFactor({ factor, isLeast })
  return { verdict: relation, factor, isLeast, explanation: `${words}${times}.` }
}

/** What the words commit to, with its unit. */
function sayWording({ mention, facts: { unit } }: Wording): string {
  const number = describeQuantity(mention)
  return `“${mention.words}” is ${unit === null ? number : withUnit(number, mention.value, unit)}`
}

/** Words alone are compared where their unit is one; what they count may differ, and the explanation says so. */
function verdictAsWorded(one: Wording, other: Wording, aspects: readonly Aspect[]): Verdict {
  const [ones, others] = [measuresOf(one), measuresOf(other)]
  if (ones.length + others.length > 0 && !ones.some(name => others.includes(name))) {
    const explanation = `They differ in unit (${said(one.facts.unit)}; ${said(other.facts.unit)}).`
    return { verdict: 'NOT_COMPARABLE', factor: null, isLeast: false, explanation }
  }
  const { explanation, ...compared } = verdictOf(one, other)
  const differing = aspects.filter(({ aspect, verdict }) => aspect !== 'unit' && verdict === 'DIFFERENT')
  const differ = differing.length === 0 ? '' : ` What they count is worded differently: ${inWords(differing)}.`
  return { ...compared, explanation: `${explanation}${differ} Nobody has said that they count the same thing.` }
}

/** The measure of a number under all of its names. What a figure counts, such as people, is none to a reader of words. */
function measuresOf({ mention, facts: { unit } }: Wording): readonly string[] {
  if (unit === null) return []
  const isThing = mention.figureId !== null && unitNamed(unit.replace(/ per .*/, '')) === null
  return isThing ? [] : unitsNamed(unit)
}

/** Two that are set side by side need not count the same: in what it is not known is said. */
function withSilence(verdict: Verdict, aspects: readonly Aspect[]): Verdict {
  const silent = aspects.filter(each => each.verdict === 'SILENT')
  if (silent.length === 0) return verdict
  const names = conjoined(silent.map(({ aspect }) => aspect))
  return { ...verdict, explanation: `${verdict.explanation} It is not known whether they have the same ${names}.` }
}

function notComparable(aspects: readonly Aspect[]): Verdict {
  const differing = aspects.filter(({ verdict }) => verdict === 'DIFFERENT')
  const [verb, reasons] =
    differing.length > 0
      ? ['They are coded differently in', differing]
      : ['It is not known whether they have the same', aspects.filter(({ verdict }) => verdict === 'SILENT')]
  return { verdict: 'NOT_COMPARABLE', factor: null, isLeast: false, explanation: `${verb} ${inWords(reasons)}.` }
}

function inWords(aspects: readonly Aspect[]): string {
  return aspects.map(({ aspect, one, other }) => `${aspect} (${said(one)}; ${said(other)})`).join(', ')
}

/** What a curator has coded is not a quotation: labels and dates stand without marks. */
function said(words: string | null): string {
  return words ?? 'not said'
}

/** What a mention counts: as its figure has it, or as its own words were read where nobody has said which figure it is. */
async function factsOf(read: Reader, mention: RowOf<typeof figureMention>): Promise<FigureFacts> {
  const { figureId, unit, counted } = mention
  if (figureId === null) {
    const unsaid = { basis: null, reason: null }
    const known = { referent: null, conditions: new Map(), time: null, populationGround: unsaid, timeGround: unsaid }
    return { unit, population: counted, ...known }
  }
  const row = await read.byId(figure, figureId)
  if (!row) throw new Error('a figure has its row')
  const [time, conditions, named] = await Promise.all([
    read.byId(timeExpression, row.timeId),
    read.valuesOf(figureConditions, figureConditions.figureId, figureId, figureConditions.id),
    read.byId(referent, row.referentId),
  ])
  return {
    unit: row.unit,
    population: row.population,
    populationGround: { basis: row.populationBasis, reason: row.populationReason },
    referent: named,
    conditions: new Map(conditions.map(({ aspect, value, basis, reason }) => [aspect, { value, basis, reason }])),
    time,
    timeGround: timeGround(row, time),
  }
}

/** The day that a figure holds of is no better known than that it holds then. */
function timeGround(row: RowOf<typeof figure>, time: RowOf<typeof timeExpression> | null): Ground {
  const dated = time === null || time.basis === 'UNRESOLVED' ? null : time.basis
  const reasons = [row.timeReason, time?.reason].flatMap(reason => reason ?? [])
  return { basis: weakerBasis(row.timeBasis ?? dated, dated), reason: reasons.length === 0 ? null : reasons.join(' ') }
}
