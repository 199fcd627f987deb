import { explainRelation } from '../../model/figureRelation.ts'
import { kebab } from '../../model/slug.ts'
import type { ChangeDirection, FigureRelationKind } from '../../model/vocabulary.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { FigureEntry, RelationEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import type { YamlEntry } from '../yaml.ts'
import { basisOf, type DossierContext, slugOf } from './context.ts'

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
export function resolveFigureRelations(context: DossierContext): RelationRecord[] {
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
  entry: YamlEntry,
  seen: Set<string>,
  context: DossierContext,
): RelationRecord[] {
  const { anchor, passages, problems } = context
  if (relation.words === undefined && relation.reason === undefined) {
    problems.add(entry.at(), 'a relation has the words that say so, or the reason why it holds')
  }
  const span = relation.words === undefined ? null : anchor.anywhere(relation.words, entry.in('words'))

  const fields = FIELDS.filter(field => relation[field] !== undefined)
  const [field] = fields
  if (field === undefined || fields.length > 1) {
    problems.add(entry.at(), `a relation is exactly one of ${FIELDS.join(', ')}`)
    return []
  }
  const objects = resolveObjects(key, field, relation, entry, seen, context)
  const explanation = objects && explain(figure, field, objects, relation, entry, context)
  if (!objects || explanation === null) return []
  const direction = resolveDirection(figure, field, objects, relation, entry, context)
  return objects.map(object => ({
    slug: noted(`${slugOf(context, key)}/${kebab(KINDS[field])}/${object.key}`, relation, context),
    subjectId: slugOf(context, key),
    kind: KINDS[field],
    objectId: slugOf(context, object.key),
    explanation,
    passageId: span ? passages.of(span).slug : null,
    ...basisOf(relation.reason),
    direction,
    rounded: relation.rounded,
  }))
}

function noted(slug: string, { note }: RelationEntry, { notes }: DossierContext): string {
  notes.add('figureRelations', slug, note)
  return slug
}

/** Which way a change went: as the values have it, or as a curator says where one has none. */
function resolveDirection(
  figure: FigureEntry,
  field: Field,
  [object]: readonly FigureObject[],
  { direction }: RelationEntry,
  entry: YamlEntry,
  { problems }: DossierContext,
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
  entry: YamlEntry,
  seen: Set<string>,
  { dossier, keys, problems }: DossierContext,
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
  objects: readonly FigureObject[],
  relation: RelationEntry,
  entry: YamlEntry,
  { problems }: DossierContext,
): string | null {
  const others = objects.map(object => ({ ...object.figure, key: object.key }))
  const read = explainRelation(KINDS[field], figure, others, relation.rounded ?? false)
  if ('explanation' in read) return read.explanation
  problems.add(entry.at(field), read.problem, read.words === undefined ? {} : { words: read.words })
  return null
}
