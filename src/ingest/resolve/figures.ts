import type { DocumentRecords } from '../documentRecords.ts'
import type { FigureEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { basisOf, type DossierContext, slugOf, slugOrNull } from './context.ts'

type FigureRecords = Pick<DocumentRecords, 'figures' | 'figureConditions'>

/** The quantities that the article gives. */
export function resolveFigures(context: DossierContext): FigureRecords {
  const { dossier, root, keys } = context
  const figures: FigureRecords['figures'] = []
  const figureConditions: FigureRecords['figureConditions'] = []
  for (const [key, figure] of Object.entries(dossier.figures ?? {})) {
    const entry = root.in('figures', key)
    const slug = slugOf(context, key)
    checkAmount(figure, entry, context)
    const referent = keys.referents.check(figure.referent, entry.at('referent'))
    const asOf = readTime(figure.asOf)
    const during = readTime(figure.during)
    const asOfKey = keys.times.check(asOf?.value, entry.at('asOf'))
    const duringKey = keys.times.check(during?.value, entry.at('during'))
    const population = resolvePopulation(figure, entry, context)
    const time = asOf ?? during
    context.notes.add('figures', slug, figure.note)
    figures.push({
      slug,
      documentId: context.document,
      label: figure.label,
      value: figure.value ?? null,
      lower: figure.lower ?? null,
      upper: figure.upper ?? null,
      magnitude: figure.value ?? figure.lower ?? figure.upper ?? 0,
      unit: figure.unit,
      population: population?.value ?? null,
      populationBasis: population?.basis ?? null,
      populationReason: population?.reason ?? null,
      referentId: referent,
      timeId: slugOrNull(context, asOfKey ?? duringKey),
      timeRelation: timeRelationOf(asOfKey, duringKey),
      timeBasis: time?.basis ?? null,
      timeReason: time?.reason ?? null,
    })
    for (const [aspect, condition] of Object.entries(figure.conditions ?? {})) {
      const { value, reason } = typeof condition === 'string' ? { value: condition, reason: undefined } : condition
      figureConditions.push({ figureId: slug, aspect, value, ...basisOf(reason) })
    }
  }
  return { figures, figureConditions }
}

type TimeField = NonNullable<FigureEntry['asOf']>

function readTime(time: TimeField | undefined) {
  if (time === undefined) return undefined
  if (typeof time === 'string') return { value: time, ...basisOf(undefined) }
  return { value: time.time, ...basisOf(time.reason) }
}

/** Whom a figure counts: in words that stand in the article, or in a curator's. */
function resolvePopulation({ population }: FigureEntry, entry: YamlEntry, { article, problems }: DossierContext) {
  if (population === undefined) return null
  if (typeof population !== 'string') return { value: population.words, ...basisOf(population.reason) }
  if (!holdsWords(article.text, population)) {
    const message =
      'these words are not in the article: quote it, or give your own as words, with the reason why these people are meant'
    problems.add(entry.at('population'), message, { words: population })
  }
  return { value: population, ...basisOf(undefined) }
}

/** Whether a text holds words, whatever the whitespace between them and whether or not the first is capital. */
function holdsWords(text: string, words: string): boolean {
  const flat = (value: string) => value.replaceAll(/\s+/g, ' ').toLowerCase()
  return flat(text).includes(flat(words))
}

function timeRelationOf(asOf: string | null, during: string | null): 'AS_OF' | 'DURING' | null {
  if (asOf !== null) return 'AS_OF'
  return during === null ? null : 'DURING'
}

function checkAmount(
  { value, lower, upper, asOf, during }: FigureEntry,
  entry: YamlEntry,
  { problems }: DossierContext,
): void {
  const hasBounds = lower !== undefined || upper !== undefined
  const isOpen = value === undefined && !hasBounds
  if (isOpen ? !entry.has('value', 'lower', 'upper') : value !== undefined && hasBounds) {
    problems.add(entry.key, 'a figure has either a value or bounds (lower, upper or both)', { isOpen })
  }
  if (lower !== undefined && upper !== undefined && lower > upper) {
    problems.add(entry.at('upper'), 'the upper bound is less than the lower bound', { words: String(upper) })
  }
  if (asOf !== undefined && during !== undefined) {
    problems.add(entry.at('during'), 'a figure is a count either as of a time or during a period')
  }
}
