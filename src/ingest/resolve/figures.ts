import type { DocumentRecords } from '../../store/write/records.ts'
import type { FigureEntry } from '../dossier.ts'
import type { Entry } from '../yaml.ts'
import { type Context, slugOf, slugOrNull } from './context.ts'

type FigureRecords = Pick<DocumentRecords, 'figures' | 'figureConditions'>

/** The quantities that the article gives. */
export function resolveFigures(context: Context): FigureRecords {
  const { dossier, root, keys } = context
  const figures: FigureRecords['figures'] = []
  const figureConditions: FigureRecords['figureConditions'] = []
  for (const [key, figure] of Object.entries(dossier.figures ?? {})) {
    const entry = root.in('figures', key)
    const slug = slugOf(context, key)
    checkAmount(figure, entry, context)
    const referent = keys.referents.check(figure.referent, entry.at('referent'))
    const asOf = keys.times.check(figure.asOf, entry.at('asOf'))
    const during = keys.times.check(figure.during, entry.at('during'))
    figures.push({
      slug,
      documentId: context.document,
      label: figure.label,
      value: figure.value ?? null,
      lower: figure.lower ?? null,
      upper: figure.upper ?? null,
      magnitude: figure.value ?? figure.lower ?? figure.upper ?? 0,
      unit: figure.unit,
      population: figure.population ?? null,
      referentId: referent,
      timeId: slugOrNull(context, asOf ?? during),
      timeRelation: timeRelationOf(asOf, during),
    })
    for (const [aspect, value] of Object.entries(figure.conditions ?? {})) {
      figureConditions.push({ figureId: slug, aspect, value })
    }
  }
  return { figures, figureConditions }
}

function timeRelationOf(asOf: string | null, during: string | null): 'AS_OF' | 'DURING' | null {
  if (asOf !== null) return 'AS_OF'
  return during === null ? null : 'DURING'
}

function checkAmount({ value, lower, upper, asOf, during }: FigureEntry, entry: Entry, { problems }: Context): void {
  const hasBounds = lower !== undefined || upper !== undefined
  if ((value !== undefined) === hasBounds) {
    problems.add(entry.key, 'a figure has either a value or bounds (lower, upper or both)')
  }
  if (lower !== undefined && upper !== undefined && lower > upper) {
    problems.add(entry.at('upper'), 'the upper bound is less than the lower bound', { words: String(upper) })
  }
  if (asOf !== undefined && during !== undefined) {
    problems.add(entry.at('during'), 'a figure is a count either as of a time or during a period', { words: during })
  }
}
