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
  readonly counts: Float64Array
  readonly paraphrased: Float64Array
  readonly concluded: Float64Array
}

function profileOf(cells: readonly GroundedCell[], placeOf: (cell: StanceCell) => number): Profile {
  return {
    places: Uint32Array.from(cells, placeOf),
    counts: Float64Array.from(cells, ({ count }) => count),
    paraphrased: Float64Array.from(cells, ({ paraphrased }) => paraphrased),
    concluded: Float64Array.from(cells, ({ concluded }) => concluded),
  }
}

const nobody = profileOf([], () => 0)

/**
 * What the ties of a one-mode network rest on: the cells of either actor that have a share in the weight of the two, as
 * `tiedCells` has them. A network has as many ties as the square of its actors, and each rests on hundreds of cells: so the cells of
 * one are marked by their places, and those of the other held against the marks.
 */
export class TieGrounds {
  readonly #profiles: ReadonlyMap<number, Profile>
  /** For each level those that tie to it. */
  readonly #tied: readonly (readonly number[])[]
  readonly #marks: Uint8Array

  constructor(cells: readonly GroundedCell[], aggregation: OneModeAggregation) {
    const claims = numbered(cells.map(({ claim }) => claim))
    const levels = numbered(cells.map(({ level }) => level))
    const placeOf = ({ claim, level }: StanceCell) => (claims.get(claim) ?? 0) * levels.size + (levels.get(level) ?? 0)
    this.#profiles = new Map(
      Array.from(
        Map.groupBy(cells, ({ actor }) => actor),
        ([actor, own]) => [actor, profileOf(own, placeOf)],
      ),
    )
    const all = [...levels.keys()]
    this.#tied = all.map(q => all.flatMap((r, level) => (areTied(q, r, aggregation) ? [level] : [])))
    this.#marks = new Uint8Array(claims.size * levels.size)
  }

  of(one: number, other: number): Grounds {
    const [first, second] = [this.#profiles.get(one) ?? nobody, this.#profiles.get(other) ?? nobody]
    const [ofFirst, ofSecond] = [this.#held(second, first), this.#held(first, second)]
    return {
      stances: ofFirst.stances + ofSecond.stances,
      paraphrased: ofFirst.paraphrased + ofSecond.paraphrased,
      concluded: ofFirst.concluded + ofSecond.concluded,
    }
  }

  /** What those cells of `held` rest on that are tied to one of `marked`. */
  #held(marked: Profile, held: Profile): Grounds {
    this.#mark(marked, 1)
    let [stances, paraphrased, concluded] = [0, 0, 0]
    for (let cell = 0; cell < held.places.length; cell += 1) {
      const mark = this.#marks[held.places[cell] ?? 0] ?? 0
      stances += mark * (held.counts[cell] ?? 0)
      paraphrased += mark * (held.paraphrased[cell] ?? 0)
      concluded += mark * (held.concluded[cell] ?? 0)
    }
    this.#mark(marked, 0)
    return { stances, paraphrased, concluded }
  }

  #mark({ places }: Profile, mark: 0 | 1): void {
    const levels = this.#tied.length
    for (let cell = 0; cell < places.length; cell += 1) {
      const place = places[cell] ?? 0
      const tied = this.#tied[place % levels] ?? []
      for (let at = 0; at < tied.length; at += 1) this.#marks[place - (place % levels) + (tied[at] ?? 0)] = mark
    }
  }
}

function countsOf(cells: readonly StanceCell[]): ReadonlyMap<string, number> {
  return new Map(cells.map(cell => [keyOf(cell), cell.count]))
}

function keyOf({ actor, claim, level }: StanceCell): string {
  return `${actor} ${claim} ${level}`
}
