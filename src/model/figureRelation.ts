import { type Amount, sayAmount } from './amounts.ts'
import { excessOf, explainSum, formatNumber, readRounding, roundingMargin, sumsTo } from './arithmetic.ts'
import type { FigureRelationKind } from './vocabulary.ts'

/** The relations that set two figures in tension: that of a curator, and that of the rule that chooses no side. */
export const TENSIONS: readonly FigureRelationKind[] = ['AS_COMPARABLE', 'IN_TENSION_WITH']

/** The relations that set two figures side by side; to be parts of one sum is something else. */
export const SIDE_BY_SIDE: readonly FigureRelationKind[] = ['ROUNDS', 'COMPARED_WITH', ...TENSIONS]

/** A figure as its relations need it. */
export interface RelatedFigure extends Amount {
  readonly label: string
  readonly unit: string
  /** What people know it by. */
  readonly key?: string
}

/** The arithmetic of a sum or a rounding, empty for other relations; or why it does not hold. */
export type Explained = { readonly explanation: string } | { readonly problem: string; readonly words?: string }

/**
 * How a figure comes from others, in numbers. Sums and roundings are checked; nothing else is judged: how figures compare
 * follows from the words for them (`compareFigures`). `isRounded` says that the numbers of a sum are rounded, each for itself.
 */
export function explainRelation(
  kind: FigureRelationKind,
  figure: RelatedFigure,
  objects: readonly RelatedFigure[],
  isRounded: boolean,
): Explained {
  if (isRounded && kind !== 'SUM_OF') return { problem: 'only a sum is of rounded numbers: leave rounded out' }
  const isOfOneUnit = kind !== 'COMPARED_WITH' && kind !== 'AS_COMPARABLE'
  const stranger = isOfOneUnit ? objects.find(object => object.unit !== figure.unit) : undefined
  if (stranger) {
    const name = stranger.key ?? `“${stranger.label}”`
    const problem = `a sum, a rounding, a change or a tension needs one unit, but ${name} is in ${stranger.unit}`
    return { problem, words: figure.unit }
  }
  switch (kind) {
    case 'SUM_OF':
      return explainParts(figure, objects, isRounded)
    case 'ROUNDS':
      return explainRounding(figure, objects)
    case 'COMPARED_WITH':
    case 'CHANGED_FROM':
    case 'AS_COMPARABLE':
    case 'IN_TENSION_WITH':
      return { explanation: '' }
  }
}

function explainParts(figure: RelatedFigure, objects: readonly RelatedFigure[], isRounded: boolean): Explained {
  const total = figure.value ?? null
  const parts = objects.flatMap(object => object.value ?? [])
  if (total === null || parts.length < objects.length) {
    return { problem: 'only figures with a value can be added up, but some of these have none' }
  }
  const sum = explainSum(total, parts)
  if (sumsTo(total, parts)) return { explanation: sum }
  const margin = roundingMargin(total, parts)
  const excess = excessOf(total, parts)
  const amount = formatNumber(Math.abs(excess))
  if (Math.abs(excess) > margin) {
    return { problem: `the parts do not add up: ${sum} (${amount} too ${excess > 0 ? 'much' : 'little'})` }
  }
  if (isRounded) return { explanation: `${sum}: rounded, they may differ by up to ${formatNumber(margin)}` }
  return { problem: `the parts do not add up: ${sum} (by ${amount}); if they are rounded, say rounded: true` }
}

const METHODS = {
  NEAREST: 'rounded to the nearest',
  DOWN: 'rounded down to a multiple of',
  UP: 'rounded up to a multiple of',
} as const

function explainRounding(figure: RelatedFigure, [object]: readonly RelatedFigure[]): Explained {
  const rounded = figure.value ?? null
  const exact = object?.value ?? null
  if (rounded === null || exact === null) return { problem: 'a rounding needs two figures with a value' }
  const rounding = readRounding(rounded, exact)
  if (!rounding) return { problem: `${sayAmount(figure)} is not a rounding of ${formatNumber(exact)}` }
  const how = `${METHODS[rounding.method]} ${formatNumber(rounding.place)}`
  return { explanation: `${formatNumber(exact)}, ${how}, is ${formatNumber(rounded)}` }
}
