import type { StanceCell } from './network.ts'

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
  // A cell has a share in as many ties as there are actors: it is looked up once.
  const known = new Map<StanceCell, Grounds>()
  const groundsOf = (cell: StanceCell): Grounds => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const key = keyOf(cell)
    const without = (counts: ReadonlyMap<string, number>) => cell.count - (counts.get(key) ?? 0)
    const found = { stances: cell.count, paraphrased: without(ofSpoken), concluded: without(ofStated) }
    known.set(cell, found)
    return found
  }
  return cells => {
    let [stances, paraphrased, concluded] = [0, 0, 0]
    for (const cell of cells) {
      const grounds = groundsOf(cell)
      stances += grounds.stances
      paraphrased += grounds.paraphrased
      concluded += grounds.concluded
    }
    return { stances, paraphrased, concluded }
  }
}

function countsOf(cells: readonly StanceCell[]): ReadonlyMap<string, number> {
  return new Map(cells.map(cell => [keyOf(cell), cell.count]))
}

function keyOf({ actor, claim, level }: StanceCell): string {
  return `${actor} ${claim} ${level}`
}
