/**
 * Discourse networks, as Discourse Network Analyzer computes them (Leifeld 2017; DNA 3, Exporter.java): actors by the
 * claims to which they take a stance.
 *
 * A cell counts how often an actor took a stance to a claim at one level of agreement: 1 agrees, 0 disagrees.
 */

import type {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from './networkVocabulary.ts'

/** `count` statements of one actor on one claim at one level of agreement, from 0 to 1. */
export interface Cell {
  readonly actor: number
  readonly claim: number
  readonly level: number
  readonly count: number
}

/** Two actors, in the order given, the weight of what ties them, and the cells that the weight comes from. */
export interface ActorEdge {
  readonly one: number
  readonly other: number
  readonly weight: number
  readonly cells: readonly Cell[]
}

/** An actor, a claim, the weight between them, and the cells that the weight comes from. */
export interface ClaimEdge {
  readonly actor: number
  readonly claim: number
  readonly weight: number
  readonly cells: readonly Cell[]
}

/**
 * The one-mode network: each pair of the actors that is tied, once.
 *
 * The weight of i and j is the sum over claims and over their levels q, r of `n_iq · n_jr · w(q, r)`, where w is 1 under
 * IGNORE, the nearness `1 - |q - r|` under CONGRUENCE, the distance `|q - r|` under CONFLICT, and nearness less distance
 * under SUBTRACT; divided by `normalization`. A pair without weight is no edge, but under SUBTRACT one whose agreements
 * and conflicts cancel out is, with weight 0.
 */
export function oneModeEdges(
  cells: readonly Cell[],
  actors: readonly number[],
  aggregation: OneModeAggregation,
  normalization: OneModeNormalization,
): ActorEdge[] {
  const profiles = new Map(
    Array.from(
      Map.groupBy(cells, ({ actor }) => actor),
      ([id, own]) => [id, profileOf(own)],
    ),
  )
  return actors.flatMap((one, index) =>
    actors.slice(index + 1).flatMap(other => {
      const [first, second] = [profiles.get(one), profiles.get(other)]
      if (first === undefined || second === undefined) return []
      const { weight, tied } = product(first, second, aggregation)
      const norm = normOf(first, second, normalization)
      return tied.size === 0 ? [] : [{ one, other, weight: norm === 0 ? 0 : weight / norm, cells: [...tied] }]
    }),
  )
}

/**
 * The two-mode network: each actor and claim that are tied.
 *
 * IGNORE counts the statements; SUBTRACT counts agreement less disagreement, a level between them in proportion.
 * ACTIVITY divides by all statements of the actor, PROMINENCE by all on the claim.
 */
export function twoModeEdges(
  cells: readonly Cell[],
  aggregation: TwoModeAggregation,
  normalization: TwoModeNormalization,
): ClaimEdge[] {
  const totals = normalization === 'NONE' ? null : totalBy(cells, normalization === 'ACTIVITY' ? 'actor' : 'claim')
  const total = ({ actor, claim }: Cell) => totals?.get(normalization === 'ACTIVITY' ? actor : claim) ?? 1
  const edges = new Map<string, ClaimEdge>()
  for (const cell of cells) {
    const { actor, claim, level, count } = cell
    const key = `${actor} ${claim}`
    const known = edges.get(key) ?? { actor, claim, weight: 0, cells: [] }
    const weight = (aggregation === 'IGNORE' ? count : count * (2 * level - 1)) / total(cell)
    edges.set(key, { ...known, weight: known.weight + weight, cells: [...known.cells, cell] })
  }
  return [...edges.values()]
}

/** How many statements each actor, or each claim, has in the cells. */
export function totalBy(cells: readonly Cell[], key: 'actor' | 'claim'): Map<number, number> {
  const totals = new Map<number, number>()
  for (const cell of cells) totals.set(cell[key], (totals.get(cell[key]) ?? 0) + cell.count)
  return totals
}

/** The cells of one actor, by claim. */
interface Profile {
  readonly cells: readonly Cell[]
  readonly byClaim: ReadonlyMap<number, readonly Cell[]>
  readonly total: number
  readonly squares: number
}

function profileOf(cells: readonly Cell[]): Profile {
  return {
    cells,
    byClaim: Map.groupBy(cells, ({ claim }) => claim),
    total: sum(cells.map(({ count }) => count)),
    squares: sum(cells.map(({ count }) => count ** 2)),
  }
}

function product(
  first: Profile,
  second: Profile,
  aggregation: OneModeAggregation,
): { weight: number; tied: Set<Cell> } {
  let weight = 0
  const tied = new Set<Cell>()
  for (const [claim, cells] of first.byClaim) {
    for (const one of cells) {
      for (const other of second.byClaim.get(claim) ?? []) {
        const share = shareOf(Math.abs(one.level - other.level), aggregation)
        if (share === 0 && aggregation !== 'SUBTRACT') continue
        weight += one.count * other.count * share
        tied.add(one).add(other)
      }
    }
  }
  return { weight, tied }
}

function shareOf(distance: number, aggregation: OneModeAggregation): number {
  switch (aggregation) {
    case 'IGNORE':
      return 1
    case 'CONGRUENCE':
      return 1 - distance
    case 'CONFLICT':
      return distance
    case 'SUBTRACT':
      return 1 - 2 * distance
  }
}

/**
 * What a weight is divided by. AVERAGE: the mean number of statements of the two. JACCARD: `m10 + m01 + m11`, the
 * statements at a claim and level where the other has none, on either side, and the products where both have some.
 * DNA_COSINE: the product of the two totals, which DNA calls cosine. COSINE: the product of the Euclidean lengths of the
 * two vectors of counts by claim and level.
 */
function normOf(first: Profile, second: Profile, normalization: OneModeNormalization): number {
  switch (normalization) {
    case 'NONE':
      return 1
    case 'AVERAGE':
      return (first.total + second.total) / 2
    case 'DNA_COSINE':
      return first.total * second.total
    case 'COSINE':
      return Math.sqrt(first.squares * second.squares)
    case 'JACCARD': {
      const alone = (own: Profile, other: Profile) =>
        sum(own.cells.map(cell => (matching(other, cell) === undefined ? cell.count : 0)))
      const both = sum(first.cells.map(cell => cell.count * (matching(second, cell)?.count ?? 0)))
      return alone(first, second) + alone(second, first) + both
    }
  }
}

function matching(profile: Profile, { claim, level }: Cell): Cell | undefined {
  return profile.byClaim.get(claim)?.find(cell => cell.level === level)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
