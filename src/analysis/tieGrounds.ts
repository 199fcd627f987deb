import { areTied, numbered, type StanceCell } from './network.ts'
import type { OneModeAggregation } from './networkVocabulary.ts'
import { sum } from './sum.ts'

/** How many stances something rests on, and how many of them are neither in the speaker's own words nor stated. */
export interface Grounds {
  readonly stances: number
  /** In a reporter's wording. */
  readonly paraphrased: number
  /** Concluded by a coder or read by a rule: the stance, who takes it, or the role by which it counts for a party. */
  readonly concluded: number
}

/** A cell with what its stances are. */
export interface GroundedCell extends StanceCell {
  readonly paraphrased: number
  readonly concluded: number
}

/** The cells, by the same without paraphrase (`spoken`), and without what is concluded (`stated`). */
export function groundedCells(
  cells: readonly StanceCell[],
  spoken: readonly StanceCell[],
  stated: readonly StanceCell[],
): GroundedCell[] {
  const [ofSpoken, ofStated] = [countsOf(spoken), countsOf(stated)]
  return cells.map(cell => {
    const { actor, claim, level, count } = cell
    const key = keyOf(cell)
    const without = (counts: ReadonlyMap<string, number>) => count - (counts.get(key) ?? 0)
    return { actor, claim, level, count, paraphrased: without(ofSpoken), concluded: without(ofStated) }
  })
}

/** What all of the cells rest on. */
export function groundsOfCells(cells: readonly GroundedCell[]): Grounds {
  return {
    stances: sum(cells.map(({ count }) => count)),
    paraphrased: sum(cells.map(({ paraphrased }) => paraphrased)),
    concluded: sum(cells.map(({ concluded }) => concluded)),
  }
}

/** The cells of one actor, a column for each of their numbers: those of a claim have places side by side, one for each level. */
interface Profile {
  readonly places: Uint32Array
  /** The numbers of their levels, as finding them by their places would take as long as all else. */
  readonly levels: Uint32Array
  readonly counts: Float64Array
  readonly paraphrased: Float64Array
  readonly concluded: Float64Array
}

function profileOf(
  cells: readonly GroundedCell[],
  placeOf: (cell: StanceCell) => number,
  levelOf: (cell: StanceCell) => number,
): Profile {
  return {
    places: Uint32Array.from(cells, placeOf),
    levels: Uint32Array.from(cells, levelOf),
    counts: Float64Array.from(cells, ({ count }) => count),
    paraphrased: Float64Array.from(cells, ({ paraphrased }) => paraphrased),
    concluded: Float64Array.from(cells, ({ concluded }) => concluded),
  }
}

const nobody = profileOf(
  [],
  () => 0,
  () => 0,
)

/**
 * What the ties of a one-mode network rest on: the cells of either actor that have a share in the weight of the two, as
 * `tiedCells` has them. A network has as many ties as the square of its actors, and each rests on hundreds of cells: so the cells of
 * one are laid out by their places, which ties in a row have in common, and those of the other held against them.
 */
export class TieGrounds {
  readonly #profiles: ReadonlyMap<number, Profile>
  /** For each level how far from its place those stand that are tied to it. */
  readonly #tied: readonly (readonly number[])[]
  /** The cell that the actor laid out has at a place, counted from 1; and for which comparison it was last counted. */
  readonly #cellAt: Uint32Array
  readonly #countedFor: Uint32Array
  #laid = nobody
  #comparison = 0

  constructor(cells: readonly GroundedCell[], aggregation: OneModeAggregation) {
    const claims = numbered(cells.map(({ claim }) => claim))
    const levels = numbered(cells.map(({ level }) => level))
    const levelOf = ({ level }: StanceCell) => levels.get(level) ?? 0
    const placeOf = (cell: StanceCell) => (claims.get(cell.claim) ?? 0) * levels.size + levelOf(cell)
    this.#profiles = new Map(
      Array.from(
        Map.groupBy(cells, ({ actor }) => actor),
        ([actor, own]) => [actor, profileOf(own, placeOf, levelOf)],
      ),
    )
    const all = [...levels.keys()]
    this.#tied = all.map((q, from) => all.flatMap((r, to) => (areTied(q, r, aggregation) ? [to - from] : [])))
    this.#cellAt = new Uint32Array(claims.size * levels.size)
    this.#countedFor = new Uint32Array(claims.size * levels.size)
  }

  of(one: number, other: number): Grounds {
    this.#lay(this.#profiles.get(one) ?? nobody)
    this.#comparison += 1
    const laid = this.#laid
    const held = this.#profiles.get(other) ?? nobody
    let [stances, paraphrased, concluded] = [0, 0, 0]
    for (let cell = 0; cell < held.places.length; cell += 1) {
      const place = held.places[cell] ?? 0
      const tied = this.#tied[held.levels[cell] ?? 0] ?? []
      let isTied = false
      for (let at = 0; at < tied.length; at += 1) {
        const tiedPlace = place + (tied[at] ?? 0)
        const own = (this.#cellAt[tiedPlace] ?? 0) - 1
        if (own < 0) continue
        isTied = true
        if (this.#countedFor[tiedPlace] === this.#comparison) continue
        this.#countedFor[tiedPlace] = this.#comparison
        stances += laid.counts[own] ?? 0
        paraphrased += laid.paraphrased[own] ?? 0
        concluded += laid.concluded[own] ?? 0
      }
      if (!isTied) continue
      stances += held.counts[cell] ?? 0
      paraphrased += held.paraphrased[cell] ?? 0
      concluded += held.concluded[cell] ?? 0
    }
    return { stances, paraphrased, concluded }
  }

  #lay(profile: Profile): void {
    if (this.#laid === profile) return
    for (const place of this.#laid.places) this.#cellAt[place] = 0
    for (const [cell, place] of profile.places.entries()) this.#cellAt[place] = cell + 1
    this.#laid = profile
  }
}

function countsOf(cells: readonly StanceCell[]): ReadonlyMap<string, number> {
  return new Map(cells.map(cell => [keyOf(cell), cell.count]))
}

function keyOf({ actor, claim, level }: StanceCell): string {
  return `${actor} ${claim} ${level}`
}
