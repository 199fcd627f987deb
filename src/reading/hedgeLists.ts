import type { HedgeWording } from './english/hedges.ts'

/** The words of approximation of a language, before a number and after it. */
export interface ForeignHedges {
  readonly before: readonly HedgeWording[]
  readonly after: readonly HedgeWording[]
}

type Lists = Partial<Record<HedgeWording[1], string>>

/** From lists by approximation, each with commas between its wordings. */
export function hedges(before: Lists, after: Lists): ForeignHedges {
  return { before: wordings(before), after: wordings(after) }
}

function wordings(entries: Lists): HedgeWording[] {
  return Object.entries(entries)
    .flatMap(([approximation, words]) => words.split(', ').map(word => [word, approximation] as HedgeWording))
    .sort(([one], [other]) => other.length - one.length)
}
