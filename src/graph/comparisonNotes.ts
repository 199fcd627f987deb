import type { FieldNode } from 'graphql'
import { countPairs, hasMoreMentions } from '../store/counting/comparablePairs.ts'
import type { Aside } from './aside.ts'

/** The verdicts that are asked for where none is given, and those which are then left out. */
export const verdictsInTension = ['DISJOINT', 'OVERLAPS'] as const
const others = ['AGREE', 'ROUNDS'] as const

/** What a list of comparisons leaves out by default. */
export interface UnlistedNote {
  readonly code: 'UNLISTED'
  readonly message: string
  /** The argument that lists them. */
  readonly path: string
  /** How many there are in the whole graph, whatever the other arguments ask for. */
  readonly unlistedCount: number
}

/** In a graph with more wordings of figures than this, pairs take too long to count for a note. */
const MOST_MENTIONS = 2_000

/** Whether a field lists comparisons with the verdicts of the default. */
export function isDefaultComparison({ name, arguments: given }: FieldNode): boolean {
  return name.value === 'figureComparisons' && !given?.some(argument => argument.name.value === 'verdicts')
}

/** The note on a list of comparisons; null where it leaves nothing out, or counting what it leaves out would take too long. */
export function unlistedNote(path: string): Aside<UnlistedNote> {
  return database => {
    if (hasMoreMentions(database, MOST_MENTIONS)) return null
    const count = countPairs(database, { verdicts: others })
    if (count === 0) return null
    const are = count === 1 ? '1 more pair agrees or is a rounding' : `${count} more pairs agree or are roundings`
    const message = `${are} (in the whole graph): verdicts: [${[...verdictsInTension, ...others].join(', ')}] lists all.`
    return { code: 'UNLISTED', message, path, unlistedCount: count }
  }
}
