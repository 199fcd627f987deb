import { orNone } from '../../model/records/whole.ts'
import { namesOfRelation } from '../../model/relationName.ts'
import { equalComparisons, ruleSlug } from '../../model/rules.ts'
import { quotedPieces, selectorOf } from '../../model/selector.ts'
import type { FigureEntry, RelationEntry } from '../dossier.ts'
import { figureRelationFields } from '../resolve/figureRelations.ts'
import { holdsWords } from '../resolve/figures.ts'
import { groundToSay, type LeavingDocument, type OfType, type WholeEntry } from './document.ts'

export function figureEntries(leaving: LeavingDocument): Record<string, WholeEntry<FigureEntry>> {
  const { keys, records } = leaving
  const relations = Map.groupBy(
    records.figureRelation.filter(record => !isDrawnAgain(record, leaving)),
    ({ subject }) => subject,
  )
  return Object.fromEntries(
    records.figure.map(record => {
      const { slug } = record
      const entry: WholeEntry<FigureEntry> = {
        label: record.label,
        value: record.value,
        lower: record.lower,
        upper: record.upper,
        unit: record.unit,
        population: populationOf(record, leaving),
        referent: record.referent,
        conditions: conditionsOf(record),
        asOf: record.timeRelation === 'AS_OF' ? timeOf(record, leaving) : undefined,
        during: record.timeRelation === 'DURING' ? timeOf(record, leaving) : undefined,
        rule: record.rule,
        slug: keys.figures.slugToSay(slug),
        note: leaving.noteAbout('figure', slug),
        relations: orNone(relations.get(slug)?.map(relation => relationEntry(relation, leaving))),
      }
      return [keys.figures.of(slug), entry]
    }),
  )
}

/** Whether the import of a curated dossier draws a comparison again. */
function isDrawnAgain(
  { kind, rule, objects }: OfType<'figureRelation'>,
  { dataset, records }: LeavingDocument,
): boolean {
  const isWithin = objects.every(object => records.figure.some(({ slug }) => slug === object))
  return dataset === null && kind === 'AS_COMPARABLE' && rule === ruleSlug(equalComparisons) && isWithin
}

/** What a part of an entry says of its ground, where that is not STATED. */
function partGround(basis: OfType<'figure'>['timeBasis'], reason: string | undefined) {
  if (basis === 'STATED') return {}
  return { basis: basis === 'INFERRED' ? undefined : (basis ?? null), reason }
}

function populationOf(
  { population, populationBasis, populationReason }: OfType<'figure'>,
  { article, dataset }: LeavingDocument,
): FigureEntry['population'] {
  if (population === undefined) return undefined
  const isVerbatim = dataset !== null || holdsWords(article.text, population)
  const ground = partGround(populationBasis, populationReason)
  return Object.keys(ground).length === 0 && isVerbatim ? population : { words: population, ...ground }
}

function timeOf({ time, timeBasis, timeReason }: OfType<'figure'>, { keys }: LeavingDocument): FigureEntry['asOf'] {
  if (time === undefined) return undefined
  const ground = partGround(timeBasis, timeReason)
  const key = keys.times.of(time)
  return Object.keys(ground).length === 0 ? key : { time: key, ...ground }
}

function conditionsOf({ conditions = [] }: OfType<'figure'>): FigureEntry['conditions'] {
  if (conditions.length === 0) return undefined
  return Object.fromEntries(
    conditions.map(({ aspect, value, ...ground }) => {
      return [aspect, ground.basis === 'STATED' ? value : { value, ...groundToSay(ground, null) }]
    }),
  )
}

function relationEntry(record: OfType<'figureRelation'>, leaving: LeavingDocument): WholeEntry<RelationEntry> {
  const { kind, objects } = record
  const [first = '', ...others] = objects.map(object => leaving.keys.figures.outside(object))
  const field = figureRelationFields[kind]
  const none = {
    ...{ sumOf: undefined, rounds: undefined, comparedWith: undefined },
    ...{ changedFrom: undefined, inTensionWith: undefined, asComparableAs: undefined },
  }
  return {
    ...none,
    [field]: field === 'sumOf' ? [first, ...others] : first,
    rounded: record.rounded,
    direction: record.direction,
    ...evidenceOf(record, leaving),
    ...groundToSay(record, 'STATED'),
    note: noteOf(namesOfRelation(record), leaving),
  }
}

/** The words that say so; those of another document by where they start there, since nobody looks for them in it. */
function evidenceOf(
  { document, span }: OfType<'figureRelation'>,
  leaving: LeavingDocument,
): { words: RelationEntry['words']; document: string | undefined } {
  if (span === undefined || document === leaving.slug) return { words: leaving.wordsOrNone(span), document: undefined }
  const [first, ...others] = quotedPieces(span.exact, selectorOf(span.at)).map(({ exact, start }) => ({ exact, start }))
  return { words: first === undefined || others.length === 0 ? first : [first, ...others], document }
}

/** The note about a relation, where it is the same about the relation to each of its objects. */
function noteOf(names: readonly string[], leaving: LeavingDocument): string | undefined {
  const texts = new Set(names.map(name => leaving.noteTextAbout('figureRelation', name)))
  const [text] = texts
  if (texts.size !== 1 || text === undefined) return undefined
  for (const name of names) leaving.noteAbout('figureRelation', name)
  return text
}
