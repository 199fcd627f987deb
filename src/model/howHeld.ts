import { isDenying } from './denyingCue.ts'
import type { Polarity, StatementCertainty } from './vocabulary.ts'

/** What tells whether a statement affirms its words. */
export interface Held {
  readonly cue: string | null
  readonly polarity: Polarity | null
  readonly certainty: StatementCertainty | null
  /** How many claims it grants, to say something against them. */
  readonly concessions: number
}

/** How a statement holds words that it does not plainly affirm; null if it does, or if nobody has coded it. */
function reservation({ cue, polarity, certainty, concessions }: Held): string | null {
  const reserved = [
    // Words that say “not” themselves are negative too, and denied by nobody.
    polarity !== 'NEGATIVE' ? null : isDenying(cue ?? '') ? 'as a denial' : 'in the negative',
    concessions > 0 ? 'as a concession' : null,
    certainty === null || certainty === 'CERTAIN' ? null : UNCERTAIN[certainty],
  ].filter(each => each !== null)
  return reserved.length === 0 ? null : reserved.join(', ')
}

const UNCERTAIN: Readonly<Record<Exclude<StatementCertainty, 'CERTAIN'>, string>> = {
  PROBABLE: 'as probable',
  POSSIBLE: 'as possible',
  UNDERSPECIFIED: 'left open',
}

/** The same behind the words that introduce it: “denied”, as a denial. */
export function heldInWords(held: Held): string | null {
  const reserved = reservation(held)
  return reserved === null || held.cue === null ? reserved : `“${held.cue}”, ${reserved}`
}
