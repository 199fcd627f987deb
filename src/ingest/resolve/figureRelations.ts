import { explainRelation } from '../../model/figureRelation.ts'
import type { SpanRecord } from '../../model/records/fields.ts'
import type { FigureRelationRecord } from '../../model/records/figure.ts'
import { nameOfRelation } from '../../model/relationName.ts'
import { joint } from '../../model/selector.ts'
import type { ChangeDirection, FigureRelationKind } from '../../model/vocabulary.ts'
import type { FigureEntry, RelationEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import { exactOf } from '../placesOf.ts'
import type { YamlEntry } from '../yaml.ts'
import { type DossierContext, nameOutside, slugOf, spanOfWords } from './context.ts'
import { provenanceIn } from './grounds.ts'
import { relationKind } from './relationKind.ts'

/** The field of a dossier for each kind of relation. */
export const figureRelationFields = {
  SUM_OF: 'sumOf',
  ROUNDS: 'rounds',
  COMPARED_WITH: 'comparedWith',
  CHANGED_FROM: 'changedFrom',
  AS_COMPARABLE: 'asComparableAs',
  IN_TENSION_WITH: 'inTensionWith',
} as const satisfies Record<FigureRelationKind, keyof RelationEntry>
type Field = (typeof figureRelationFields)[FigureRelationKind]

/** How the figures stand to each other, with the arithmetic checked. */
export function resolveFigureRelations(context: DossierContext): FigureRelationRecord[] {
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
): FigureRelationRecord[] {
  const { slips } = context
  if (relation.words === undefined && relation.reason === undefined && relation.rule === undefined) {
    slips.add(entry.at(), 'a relation needs the words that say so, or the reason why it holds')
  }
  const isElsewhere = relation.document !== undefined && relation.document !== context.document
  const span = isElsewhere
    ? spanElsewhere(relation, entry, context)
    : spanOfWords(relation.words, entry.in('words'), context)
  const kind = relationKind(figureRelationFields, relation, entry, context)
  if (kind === null) return []
  const objects = resolveObjects(key, figureRelationFields[kind], relation, entry, seen, context)
  if (!objects || !explains(figure, kind, objects, relation, entry, context)) return []
  const direction = resolveDirection(figure, kind, objects, relation, entry, context)
  const subject = slugOf(context, 'figures', key)
  for (const { slug } of objects) {
    context.notes.add('figureRelation', nameOfRelation({ subject, kind, object: slug }), relation.note)
  }
  return [
    {
      type: 'figureRelation',
      subject,
      kind,
      objects: objects.map(({ slug }) => slug),
      document: span && (relation.document ?? context.document),
      span,
      rounded: relation.rounded,
      direction,
      ...provenanceIn(relation, entry, context),
    },
  ]
}

/** Words of another document, which are held against its text when the relation is written: they say where they start. */
function spanElsewhere(
  { words = [] }: RelationEntry,
  entry: YamlEntry,
  { problems }: DossierContext,
): SpanRecord | undefined {
  const pieces = [words].flat().flatMap(quote => {
    if (typeof quote !== 'string' && quote.start !== undefined) return [{ exact: quote.exact, start: quote.start }]
    problems.add(entry.at('words'), 'words of another document need their start', { words: exactOf(quote) })
    return []
  })
  if (pieces.length === 0) return undefined
  return {
    at: pieces.map(({ exact, start }) => [start, start + [...exact].length]),
    exact: pieces.map(({ exact }) => exact).join(joint),
  }
}

/** Which way a change went: as the values have it, or as a curator says where one has none. */
function resolveDirection(
  figure: FigureEntry,
  kind: FigureRelationKind,
  [object]: readonly FigureObject[],
  { direction }: RelationEntry,
  entry: YamlEntry,
  { problems }: DossierContext,
): ChangeDirection | undefined {
  if (kind !== 'CHANGED_FROM') {
    if (direction !== undefined)
      problems.add(entry.at('direction'), 'only a change has a direction', { words: direction })
    return undefined
  }
  const before = object?.figure?.value
  const after = figure.value
  if (before === undefined || after === undefined) {
    if (direction === undefined) problems.add(entry.at(), 'the direction cannot be told from these figures: give it')
    return direction
  }
  const went = after > before ? 'UP' : after < before ? 'DOWN' : 'UNCHANGED'
  if (direction !== undefined && direction !== went) {
    problems.add(entry.at('direction'), `by the values it went ${went}`, { words: direction, suggestion: went })
  }
  return went
}

interface FigureObject {
  readonly key: string
  readonly slug: string
  /** Null for one of another document, which is looked at when the relation is written. */
  readonly figure: FigureEntry | null
}

/** The figures that the relation leads to; null if any of them cannot be had. */
function resolveObjects(
  subject: string,
  field: Field,
  relation: RelationEntry,
  entry: YamlEntry,
  seen: Set<string>,
  context: DossierContext,
): FigureObject[] | null {
  const { dossier, keys, problems } = context
  const objects: FigureObject[] = []
  let whole = true
  for (const [index, name] of [relation[field] ?? []].flat().entries()) {
    const place = entry.at(field, index)
    const outside = nameOutside(name)
    const isKnown = isTwice(subject, field, name, seen)
    if (isKnown) problems.add(place, 'this relation appears twice here', { words: name })
    if (outside !== null) {
      objects.push({ key: name, slug: outside, figure: null })
      continue
    }
    const key = keys.figures.check(name, place)
    if (key === subject) problems.add(place, 'a figure cannot relate to itself', { words: key })
    // A figure that does not fit the schema has been reported, and is not there to be looked at.
    const figure = key === null ? undefined : ownProperty(dossier.figures, key)
    if (key === null || !figure || key === subject || isKnown) whole = false
    else objects.push({ key, slug: slugOf(context, 'figures', key), figure })
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

/** Whether the arithmetic of the relation holds; if it does not, the problem is noted. */
function explains(
  figure: FigureEntry,
  kind: FigureRelationKind,
  objects: readonly FigureObject[],
  relation: RelationEntry,
  entry: YamlEntry,
  { problems }: DossierContext,
): boolean {
  const others = objects.flatMap(object => (object.figure === null ? [] : { ...object.figure, key: object.key }))
  if (others.length < objects.length) return true
  const read = explainRelation(kind, figure, others, relation.rounded ?? false)
  if ('explanation' in read) return true
  const place = entry.at(figureRelationFields[kind])
  problems.add(place, read.problem, read.words === undefined ? {} : { words: read.words })
  return false
}
