import type { FigureRelationRecord } from '../../model/records/figure.ts'
import { equalComparisons, ruleSlug } from '../../model/rules.ts'
import type { FigureEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import { type DossierContext, slugOf } from './context.ts'

/**
 * If one comparison is drawn, its equals are drawn too: of a figure that a curator sets in tension with another, its comparisons
 * with all that are no less comparable, whether they agree or not.
 */
export function drawEquals(drawn: readonly FigureRelationRecord[], context: DossierContext): FigureRelationRecord[] {
  if (!context.isCurated) return []
  const { figures = {} } = context.dossier
  const tensions = Object.entries(figures).flatMap(([key, { relations = [] }]) =>
    relations.flatMap(({ inTensionWith }) => (inTensionWith === undefined ? [] : { key, other: inTensionWith })),
  )
  const paired = new Set(
    drawn.flatMap(({ subject, objects }) => objects.map(object => [subject, object].toSorted().join(' '))),
  )
  return tensions.flatMap(({ key, other }) => {
    const [one, against] = [ownProperty(figures, key), ownProperty(figures, other)]
    if (!one || !against) return []
    return Object.entries(figures).flatMap(([candidate, figure]) => {
      const [subject, object] = [slugOf(context, 'figures', key), slugOf(context, 'figures', candidate)]
      const pair = [subject, object].toSorted().join(' ')
      if (candidate === key || paired.has(pair) || !isAsComparable(one, against, figure)) return []
      paired.add(pair)
      const ground = { basis: 'AUTOMATIC', rule: ruleSlug(equalComparisons) } as const
      return { type: 'figureRelation', subject, kind: 'AS_COMPARABLE', objects: [object], ...ground }
    })
  })
}

/** Whether a figure can be compared with `one` as well as `other` can. */
function isAsComparable(one: FigureEntry, other: FigureEntry, figure: FigureEntry): boolean {
  if (figure.unit !== one.unit || figure.referent === undefined || figure.referent !== one.referent) return false
  const [ours, theirs, its] = [one, other, figure].map(conditionsOf)
  const aspects = [...(ours?.keys() ?? [])]
  const agrees = (held: ReadonlyMap<string, string> | undefined, aspect: string) =>
    held?.get(aspect) === ours?.get(aspect)
  const differs = aspects.some(aspect => its?.has(aspect) === true && !agrees(its, aspect))
  const needed = aspects.filter(aspect => agrees(theirs, aspect))
  return !differs && aspects.some(aspect => agrees(its, aspect)) && needed.every(aspect => agrees(its, aspect))
}

function conditionsOf({ conditions = {} }: FigureEntry): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(conditions).map(([aspect, held]) => [aspect, typeof held === 'string' ? held : held.value]),
  )
}
