import type { FigureRecord } from '../../model/records/figure.ts'
import type { FigureEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { type DossierContext, slugOf, slugOrNone } from './context.ts'
import { partGround, provenanceIn } from './grounds.ts'

/** The quantities that the article gives. */
export function resolveFigures(context: DossierContext): FigureRecord[] {
  const { dossier, root, keys } = context
  return Object.entries(dossier.figures ?? {}).map(([key, figure]) => {
    const entry = root.in('figures', key)
    const slug = slugOf(context, 'figures', key)
    checkAmount(figure, entry, context)
    const referent = keys.referents.check(figure.referent, entry.at('referent'))
    const rule = keys.rules.check(figure.rule, entry.at('rule')) ?? undefined
    const time = resolveTime(figure, entry, context)
    const population = resolvePopulation(figure, entry, context)
    context.notes.add('figure', slug, figure.note)
    return {
      type: 'figure',
      slug,
      document: context.document,
      label: figure.label,
      value: figure.value,
      lower: figure.lower,
      upper: figure.upper,
      unit: figure.unit,
      population: population?.words,
      populationBasis: population?.basis,
      populationReason: population?.reason,
      referent: referent ?? undefined,
      time: slugOrNone(context, 'times', time?.time ?? null),
      timeRelation: time?.time == null ? undefined : time.relation,
      timeBasis: time?.basis,
      timeReason: time?.reason,
      rule,
      conditions: Object.entries(figure.conditions ?? {}).map(([aspect, condition]) => {
        const { value, ...ground } = typeof condition === 'string' ? { value: condition } : condition
        return { aspect, value, ...provenanceIn(ground, entry.in('conditions', aspect), context) }
      }),
    }
  })
}

/** The time that a figure is the count of. */
function resolveTime({ asOf, during, rule }: FigureEntry, entry: YamlEntry, context: DossierContext) {
  const asOfKey = context.keys.times.check(timeOf(asOf), entry.at('asOf'))
  const duringKey = context.keys.times.check(timeOf(during), entry.at('during'))
  const given = asOf ?? during
  if (given === undefined) return null
  const relation: FigureRecord['timeRelation'] = asOf === undefined ? 'DURING' : 'AS_OF'
  const ground = typeof given === 'string' ? {} : given
  const field = asOf === undefined ? 'during' : 'asOf'
  return { time: asOfKey ?? duringKey, relation, ...partGround(ground, rule, entry.in(field), context) }
}

function timeOf(time: FigureEntry['asOf']): string | undefined {
  return typeof time === 'object' ? time.time : time
}

/** Whom a figure counts: in words that stand in the article, or in a curator's. */
function resolvePopulation({ population, rule }: FigureEntry, entry: YamlEntry, context: DossierContext) {
  if (population === undefined) return null
  if (typeof population !== 'string') {
    const { words, ...ground } = population
    return { words, ...partGround(ground, rule, entry.in('population'), context) }
  }
  if (!holdsWords(context.article.text, population)) {
    const message =
      'these words are not in the article: quote the article, or give your own words with the reason why these people are meant'
    context.slips.add(entry.at('population'), message, { words: population })
  }
  return { words: population, ...partGround({}, rule, entry, context) }
}

/** Whether a text holds words, whatever the whitespace between them and whether or not the first is capital. */
export function holdsWords(text: string, words: string): boolean {
  const flat = (value: string) => value.replaceAll(/\s+/g, ' ').toLowerCase()
  return flat(text).includes(flat(words))
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
    problems.add(entry.at('during'), 'a figure counts either as of a time or during a period')
  }
}
