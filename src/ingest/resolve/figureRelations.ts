import { compareFigures, sayAmount } from '../../model/amounts.ts'
import { excessOf, explainSum, formatNumber, readRounding, roundingMargin, sumsTo } from '../../model/arithmetic.ts'
import type { ChangeDirection, FigureRelationKind } from '../../model/vocabulary.ts'
import type { DocumentRecords } from '../../store/write/records.ts'
import type { FigureEntry, RelationEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import type { Entry } from '../yaml.ts'
import { basisOf, type Context, kebab, slugOf } from './context.ts'

type RelationRecord = DocumentRecords['figureRelations'][number]

const FIELDS = ['sumOf', 'rounds', 'comparedWith', 'changedFrom', 'inTensionWith'] as const
type Field = (typeof FIELDS)[number]

const KINDS: Readonly<Record<Field, FigureRelationKind>> = {
  sumOf: 'SUM_OF',
  rounds: 'ROUNDS',
  comparedWith: 'COMPARED_WITH',
  changedFrom: 'CHANGED_FROM',
  inTensionWith: 'IN_TENSION_WITH',
}

/** How the figures stand to each other, with the arithmetic checked. */
export function resolveFigureRelations(context: Context): RelationRecord[] {
  const { dossier, root } = context
  const seen = new Set<string>()
  return Object.entries(dossier.figures ?? {}).flatMap(([key, figure]) =>
    (figure.relations ?? []).flatMap((relation, index) => {
      return resolveRelation(key, figure, relation, root.in('figures', key, 'relations', index), seen, context)
    }),
  )
}

function resolveRelation(
  key: string,
  figure: FigureEntry,
  relation: RelationEntry,
  entry: Entry,
  seen: Set<string>,
  context: Context,
): RelationRecord[] {
  const { anchor, passages, problems } = context
  if (relation.evidence === undefined && relation.inferred === undefined) {
    problems.add(entry.at(), 'a relation has evidence or, as inferred, the reason why it holds')
  }
  const span = relation.evidence === undefined ? null : anchor.anywhere(relation.evidence, entry.in('evidence'))

  const fields = FIELDS.filter(field => relation[field] !== undefined)
  const [field] = fields
  if (field === undefined || fields.length > 1) {
    problems.add(entry.at(), `a relation is exactly one of ${FIELDS.join(', ')}`)
    return []
  }
  const objects = resolveObjects(key, field, relation, entry, seen, context)
  const explanation = objects && explain(figure, field, relation, objects, entry, context)
  if (!objects || explanation === null) return []
  const direction = resolveDirection(figure, field, objects, relation, entry, context)
  return objects.map(object => ({
    slug: noted(`${slugOf(context, key)}/${kebab(KINDS[field])}/${object.key}`, relation, context),
    subjectId: slugOf(context, key),
    kind: KINDS[field],
    objectId: slugOf(context, object.key),
    explanation,
    passageId: span ? passages.of(span).slug : null,
    ...basisOf(relation.inferred),
    direction,
  }))
}

function noted(slug: string, { note }: RelationEntry, { notes }: Context): string {
  notes.add('figureRelations', slug, note)
  return slug
}

/** Which way a change went: as the values have it, or as a curator says where one has none. */
function resolveDirection(
  figure: FigureEntry,
  field: Field,
  [object]: readonly FigureObject[],
  { direction }: RelationEntry,
  entry: Entry,
  { problems }: Context,
): ChangeDirection | null {
  if (field !== 'changedFrom') {
    if (direction !== undefined)
      problems.add(entry.at('direction'), 'only a change has a direction', { words: direction })
    return null
  }
  const before = object?.figure.value
  const after = figure.value
  if (before === undefined || after === undefined) {
    if (direction === undefined) problems.add(entry.at(), 'the direction cannot be read off these figures: give it')
    return direction ?? null
  }
  const went = after > before ? 'UP' : after < before ? 'DOWN' : 'UNCHANGED'
  if (direction !== undefined && direction !== went) {
    problems.add(entry.at('direction'), `by the values it went ${went}`, { words: direction, suggestion: went })
  }
  return went
}

interface FigureObject {
  readonly key: string
  readonly figure: FigureEntry
}

/** The figures that the relation leads to; null if any of them cannot be had. */
function resolveObjects(
  subject: string,
  field: Field,
  relation: RelationEntry,
  entry: Entry,
  seen: Set<string>,
  { dossier, keys, problems }: Context,
): FigureObject[] | null {
  const named = relation[field] ?? []
  const objects: FigureObject[] = []
  let whole = true
  for (const [index, name] of (typeof named === 'string' ? [named] : named).entries()) {
    const place = entry.at(field, index)
    const key = keys.figures.check(name, place)
    if (key === subject) problems.add(place, 'a figure has no relation to itself', { words: key })
    const isKnown = isTwice(subject, field, name, seen)
    if (isKnown) problems.add(place, 'this relation stands here twice', { words: name })
    // A figure that does not fit the schema has been reported, and is not there to be looked at.
    const figure = key === null ? undefined : ownProperty(dossier.figures, key)
    if (key === null || !figure || key === subject || isKnown) whole = false
    else objects.push({ key, figure })
  }
  return whole ? objects : null
}

/** Notes a relation; true if it is noted already, for those that read the same both ways also the other way round. */
function isTwice(subject: string, field: Field, object: string, seen: Set<string>): boolean {
  const isSymmetric = field === 'comparedWith' || field === 'inTensionWith'
  const pair = isSymmetric ? [subject, object].toSorted() : [subject, object]
  const identity = `${field} ${pair.join(' ')}`
  if (seen.has(identity)) return true
  seen.add(identity)
  return false
}

/** The arithmetic of the relation; null, with the problem noted, if it does not hold. */
function explain(
  figure: FigureEntry,
  field: Field,
  relation: RelationEntry,
  objects: readonly FigureObject[],
  entry: Entry,
  context: Context,
): string | null {
  const isDerived = field === 'sumOf' || field === 'rounds' || field === 'changedFrom'
  const stranger = isDerived && objects.find(object => object.figure.unit !== figure.unit)
  if (stranger) {
    const message = `a sum, a rounding or a change is of one unit, and ${stranger.key} is in ${stranger.figure.unit}`
    context.problems.add(entry.at(field), message, { words: figure.unit })
    return null
  }
  switch (field) {
    case 'sumOf':
      return explainParts(figure, objects, relation.rounded ?? false, entry, context)
    case 'rounds':
      return explainRounding(figure, objects, entry, context)
    default:
      return objects.map(object => compareFigures(figure, object.figure)).join('; ')
  }
}

function explainParts(
  figure: FigureEntry,
  objects: readonly FigureObject[],
  isRounded: boolean,
  entry: Entry,
  { problems }: Context,
): string | null {
  const total = figure.value
  const parts = objects.flatMap(object => object.figure.value ?? [])
  if (total === undefined || parts.length < objects.length) {
    problems.add(entry.at('sumOf'), 'only figures with a value can be added up, and not all of these have one')
    return null
  }
  const sum = explainSum(total, parts)
  if (sumsTo(total, parts)) return sum
  const margin = roundingMargin(total, parts)
  const excess = excessOf(total, parts)
  const amount = formatNumber(Math.abs(excess))
  if (Math.abs(excess) > margin) {
    const side = excess > 0 ? 'much' : 'little'
    problems.add(entry.at('sumOf'), `the parts do not add up: ${sum} (${amount} too ${side})`)
    return null
  }
  if (isRounded) return `${sum}: rounded, they may differ by up to ${formatNumber(margin)}`
  const message = `the parts do not add up: ${sum} (by ${amount}); if they are rounded, say rounded: true`
  problems.add(entry.at('sumOf'), message)
  return null
}

const METHODS = {
  NEAREST: 'rounded to the nearest',
  DOWN: 'rounded down to a multiple of',
  UP: 'rounded up to a multiple of',
} as const

function explainRounding(
  figure: FigureEntry,
  [object]: readonly FigureObject[],
  entry: Entry,
  { problems }: Context,
): string | null {
  const rounded = figure.value
  const exact = object?.figure.value
  if (rounded === undefined || exact === undefined) {
    problems.add(entry.at('rounds'), 'only a figure with a value can be rounded, and to a value')
    return null
  }
  const rounding = readRounding(rounded, exact)
  if (!rounding) {
    problems.add(entry.at('rounds'), `${sayAmount(figure)} is no rounding of ${formatNumber(exact)}`)
    return null
  }
  const how = `${METHODS[rounding.method]} ${formatNumber(rounding.place)}`
  return `${formatNumber(exact)}, ${how}, is ${formatNumber(rounded)}`
}
