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
  /** Found when asked for: a network has many edges, of which few are looked into. */
  cells(): Cell[]
}

/** An actor, a claim, the weight between them, and the cells that the weight comes from. */
export interface ClaimEdge {
  readonly actor: number
  readonly claim: number
  readonly weight: number
  cells(): Cell[]
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
  const byActor = Map.groupBy(cells, ({ actor }) => actor)
  const profiles = actors.map(id => profileOf(id, byActor.get(id) ?? []))
  return profiles.flatMap((one, index) =>
    profiles.slice(index + 1).flatMap(other => {
      const { weight, isTied } = product(one, other, aggregation)
      if (!isTied) return []
      const norm = normOf(one, other, normalization)
      const cells = () => tiedCells(one, other, aggregation)
      return [{ one: one.actor, other: other.actor, weight: norm === 0 ? 0 : weight / norm, cells }]
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
  const edges = new Map<string, ClaimEdge & { readonly tied: Cell[] }>()
  for (const cell of cells) {
    const { actor, claim, level, count } = cell
    const key = `${actor} ${claim}`
    const known = edges.get(key)
    const tied = [...(known?.tied ?? []), cell]
    const weight = (aggregation === 'IGNORE' ? count : count * (2 * level - 1)) / total(cell)
    edges.set(key, { actor, claim, weight: (known?.weight ?? 0) + weight, tied, cells: () => tied })
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
  readonly actor: number
  readonly cells: readonly Cell[]
  readonly byClaim: ReadonlyMap<number, readonly Cell[]>
  readonly total: number
  readonly squares: number
}

function profileOf(actor: number, cells: readonly Cell[]): Profile {
  return {
    actor,
    cells,
    byClaim: Map.groupBy(cells, ({ claim }) => claim),
    total: sum(cells.map(({ count }) => count)),
    squares: sum(cells.map(({ count }) => count ** 2)),
  }
}

function product(first: Profile, second: Profile, aggregation: OneModeAggregation) {
  let weight = 0
  let isTied = false
  for (const [claim, cells] of first.byClaim) {
    const others = second.byClaim.get(claim)
    if (others === undefined) continue
    for (const one of cells) {
      for (const other of others) {
        weight += one.count * other.count * shareOf(Math.abs(one.level - other.level), aggregation)
        isTied ||= ties(one, other, aggregation)
      }
    }
  }
  return { weight, isTied }
}

/** The cells of either actor that have a share in the weight of the two. */
function tiedCells(first: Profile, second: Profile, aggregation: OneModeAggregation): Cell[] {
  const withPartner = (own: Profile, others: Profile) =>
    own.cells.filter(cell => others.byClaim.get(cell.claim)?.some(other => ties(cell, other, aggregation)))
  return [...withPartner(first, second), ...withPartner(second, first)]
}

/** Under SUBTRACT agreement and conflict both count, though they may cancel out. */
function ties(one: Cell, other: Cell, aggregation: OneModeAggregation): boolean {
  return aggregation === 'SUBTRACT' || shareOf(Math.abs(one.level - other.level), aggregation) !== 0
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
