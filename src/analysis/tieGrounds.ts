import type { StanceCell } from './network.ts'
import { sum } from './sum.ts'

/** How many stances something rests on, and how many of them are neither in the speaker's own words nor stated. */
export interface Grounds {
  readonly stances: number
  /** In a reporter's wording. */
  readonly paraphrased: number
  /** Concluded by a coder or read by a rule: the stance, or who takes it. */
  readonly concluded: number
}

/** What the ties and the actors of a network rest on, by the cells that they come from. */
export type GroundsOf = (cells: readonly StanceCell[]) => Grounds

/** Tells it of cells: `spoken` are the same without paraphrase, `stated` without what is concluded. */
export function tieGrounds(spoken: readonly StanceCell[], stated: readonly StanceCell[]): GroundsOf {
  const [ofSpoken, ofStated] = [countsOf(spoken), countsOf(stated)]
  return cells => {
    const without = (counts: ReadonlyMap<string, number>) =>
      sum(cells.map(cell => cell.count - (counts.get(keyOf(cell)) ?? 0)))
    return {
      stances: sum(cells.map(({ count }) => count)),
      paraphrased: without(ofSpoken),
      concluded: without(ofStated),
    }
  }
}

function countsOf(cells: readonly StanceCell[]): ReadonlyMap<string, number> {
  return new Map(cells.map(cell => [keyOf(cell), cell.count]))
}

function keyOf({ actor, claim, level }: StanceCell): string {
  return `${actor} ${claim} ${level}`
}
