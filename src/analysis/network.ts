/**
 * Discourse networks, as Discourse Network Analyzer computes them (Leifeld 2017; DNA 3, Exporter.java): actors by the
 * claims to which they take a stance.
 *
 * A cell counts how often an actor took a stance to a claim at one level of agreement: 1 agrees, 0 disagrees.
 */

import { once } from '../model/once.ts'
import type {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from './networkVocabulary.ts'
import { sum } from './sum.ts'

/** `count` statements of one actor on one claim at one level of agreement, from 0 to 1. */
export interface StanceCell {
  readonly actor: number
  readonly claim: number
  readonly level: number
  readonly count: number
}

/** The cells of one actor by their claims. */
export type ActorCells<Cell = StanceCell> = ReadonlyMap<number, readonly Cell[]>

const noCells: ReadonlyMap<number, never[]> = new Map()

/** The cells of an actor, sorted on first use. */
export function cellsByActor<Cell extends StanceCell>(cells: readonly Cell[]): (actor: number) => ActorCells<Cell> {
  const byActor = once(() =>
    mapValues(
      Map.groupBy(cells, ({ actor }) => actor),
      own => Map.groupBy(own, ({ claim }) => claim),
    ),
  )
  return actor => byActor().get(actor) ?? noCells
}

/** All cells of one actor. */
export function allCells<Cell>(ofActor: ActorCells<Cell>): Cell[] {
  return [...ofActor.values()].flat()
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]))
}

/** Two actors, in the order given, and the weight of what ties them, which comes from their `tiedCells`. */
export interface ActorEdge {
  readonly one: number
  readonly other: number
  readonly weight: number
}

/** An actor, a claim, and the weight between them, which comes from the cells of both. */
export interface ClaimEdge {
  readonly actor: number
  readonly claim: number
  readonly weight: number
}

/**
 * The one-mode network: each pair of the actors that is tied, once.
 *
 * The weight of i and j is the sum over claims and over their levels q, r of `n_iq · n_jr · w(q, r)`, where w is 1 under
 * IGNORE, the nearness `1 - |q - r|` under CONGRUENCE, the distance `|q - r|` under CONFLICT, and nearness less distance
 * under SUBTRACT; divided by `normalization`. A pair without weight is not an edge, but under SUBTRACT one whose agreements
 * and conflicts cancel out is, with weight 0.
 *
 * One actor at a time is laid out, a place for each claim and level, and the cells of the others are held against it: a
 * network has as many pairs as the square of its actors, and looking each cell of each pair up would take seconds.
 */
export function oneModeEdges(
  cells: readonly StanceCell[],
  actors: readonly number[],
  aggregation: OneModeAggregation,
  normalization: OneModeNormalization,
): ActorEdge[] {
  const claims = numbered(cells.map(({ claim }) => claim))
  const levels = numbered(cells.map(({ level }) => level))
  const placeOf = ({ claim, level }: StanceCell) => (claims.get(claim) ?? 0) * levels.size + (levels.get(level) ?? 0)
  const byActor = Map.groupBy(cells, ({ actor }) => actor)
  const profiles = actors.map(actor => profileOf(actor, byActor.get(actor) ?? [], placeOf))
  const layout = new Layout(claims.size, [...levels.keys()], aggregation)
  return profiles.flatMap((one, index) => {
    layout.lay(one)
    return profiles.slice(index + 1).flatMap(other => {
      const { weight, isTied, jaccard } = layout.against(other)
      if (!isTied) return []
      const norm = normOf(one, other, normalization, jaccard)
      return [{ one: one.actor, other: other.actor, weight: norm === 0 ? 0 : weight / norm }]
    })
  })
}

/**
 * The two-mode network: each actor and claim that are tied.
 *
 * IGNORE counts the statements; SUBTRACT counts agreement less disagreement, a level between them in proportion.
 * ACTIVITY divides by all statements of the actor, PROMINENCE by all on the claim: those in the cells, unless more are
 * known of.
 */
export function twoModeEdges(
  cells: readonly StanceCell[],
  aggregation: TwoModeAggregation,
  normalization: TwoModeNormalization,
  onClaims: ReadonlyMap<number, number> = totalBy(cells, 'claim'),
): ClaimEdge[] {
  const ofActors = totalBy(cells, 'actor')
  const total = ({ actor, claim }: StanceCell) =>
    ({ NONE: 1, ACTIVITY: ofActors.get(actor) ?? 1, PROMINENCE: onClaims.get(claim) ?? 1 })[normalization]
  const edges = new Map<string, ClaimEdge>()
  for (const cell of cells) {
    const { actor, claim, level, count } = cell
    const key = `${actor} ${claim}`
    const weight = (aggregation === 'IGNORE' ? count : count * (2 * level - 1)) / total(cell)
    edges.set(key, { actor, claim, weight: (edges.get(key)?.weight ?? 0) + weight })
  }
  return [...edges.values()]
}

/** How many statements each actor, or each claim, has in the cells. */
function totalBy(cells: readonly StanceCell[], key: 'actor' | 'claim'): Map<number, number> {
  const totals = new Map<number, number>()
  for (const cell of cells) totals.set(cell[key], (totals.get(cell[key]) ?? 0) + cell.count)
  return totals
}

/** The cells of one actor: the place of each in a layout, and its count. */
interface Profile {
  readonly actor: number
  readonly places: Uint32Array
  readonly counts: Float64Array
  readonly total: number
  readonly squares: number
}

function profileOf(actor: number, cells: readonly StanceCell[], placeOf: (cell: StanceCell) => number): Profile {
  return {
    actor,
    places: Uint32Array.from(cells, placeOf),
    counts: Float64Array.from(cells, ({ count }) => count),
    total: sum(cells.map(({ count }) => count)),
    squares: sum(cells.map(({ count }) => count ** 2)),
  }
}

/** One actor laid out: a place for each claim and level, those of a claim side by side. */
class Layout {
  readonly #shares: readonly (readonly number[])[]
  /** How often the actor stands there, and what it adds to the weight of one who stands there once. */
  readonly #counts: Float64Array
  readonly #given: Float64Array
  /** Whether it is tied to one who stands there: under SUBTRACT agreement and conflict may cancel out, and tie all the same. */
  readonly #isTied: Uint8Array
  readonly #ties: boolean
  #laid: Profile | null = null

  constructor(claims: number, levels: readonly number[], aggregation: OneModeAggregation) {
    this.#shares = levels.map(q => levels.map(r => shareOf(Math.abs(q - r), aggregation)))
    this.#ties = aggregation === 'SUBTRACT'
    this.#counts = new Float64Array(claims * levels.length)
    this.#given = new Float64Array(claims * levels.length)
    this.#isTied = new Uint8Array(claims * levels.length)
  }

  /** Lays an actor out, in place of the one before. */
  lay(profile: Profile): void {
    const levels = this.#shares.length
    for (const place of this.#laid?.places ?? []) {
      const claim = place - (place % levels)
      for (const array of [this.#counts, this.#given, this.#isTied]) array.fill(0, claim, claim + levels)
    }
    for (const [cell, place] of profile.places.entries()) {
      const [claim, count] = [place - (place % levels), profile.counts[cell] ?? 0]
      this.#counts[place] = count
      for (const [level, share] of this.#shares[place % levels]?.entries() ?? []) {
        this.#given[claim + level] = (this.#given[claim + level] ?? 0) + count * share
        if (share !== 0 || this.#ties) this.#isTied[claim + level] = 1
      }
    }
    this.#laid = profile
  }

  /** Holds another actor against the one that is laid out; `jaccard` is what `normOf` divides by. */
  against({ places, counts, total }: Profile): { weight: number; isTied: boolean; jaccard: number } {
    let [weight, ties] = [0, 0]
    let jaccard = (this.#laid?.total ?? 0) + total
    for (let cell = 0; cell < places.length; cell += 1) {
      const [place, count] = [places[cell] ?? 0, counts[cell] ?? 0]
      const own = this.#counts[place] ?? 0
      weight += count * (this.#given[place] ?? 0)
      ties |= this.#isTied[place] ?? 0
      if (own > 0) jaccard += own * count - own - count
    }
    return { weight, isTied: ties > 0, jaccard }
  }
}

/** The cells of either actor that have a share in the weight of the two. */
export function tiedCells(first: ActorCells, second: ActorCells, aggregation: OneModeAggregation): StanceCell[] {
  const [ofFirst, ofSecond]: [StanceCell[], StanceCell[]] = [[], []]
  for (const [claim, own] of first) {
    const others = second.get(claim)
    if (others === undefined) continue
    addTied(ofFirst, own, others, aggregation)
    addTied(ofSecond, others, own, aggregation)
  }
  return [...ofFirst, ...ofSecond]
}

/** Adds the cells that are tied to one of the others, on the same claim. */
function addTied(
  to: StanceCell[],
  cells: readonly StanceCell[],
  others: readonly StanceCell[],
  aggregation: OneModeAggregation,
): void {
  for (const cell of cells) {
    for (const other of others) {
      if (!areTied(cell.level, other.level, aggregation)) continue
      to.push(cell)
      break
    }
  }
}

/** Whether stances to one claim at two levels tie those who take them. */
export function areTied(one: number, other: number, aggregation: OneModeAggregation): boolean {
  return aggregation === 'SUBTRACT' || shareOf(Math.abs(one - other), aggregation) !== 0
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
function normOf(first: Profile, second: Profile, normalization: OneModeNormalization, jaccard: number): number {
  switch (normalization) {
    case 'NONE':
      return 1
    case 'AVERAGE':
      return (first.total + second.total) / 2
    case 'DNA_COSINE':
      return first.total * second.total
    case 'COSINE':
      return Math.sqrt(first.squares * second.squares)
    case 'JACCARD':
      return jaccard
  }
}

/** Values, each with the number of its first coming. */
export function numbered(values: readonly number[]): Map<number, number> {
  const numbers = new Map<number, number>()
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size)
  return numbers
}
