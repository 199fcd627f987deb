import { countPairs, hasMoreMentions } from '../store/counting/comparablePairs.ts'
import { type Aside, type Asked, pathOf } from './aside.ts'

/** The verdicts that are asked for where none is given, and those which are then left out. */
export const verdictsByDefault = ['DISJOINT', 'OVERLAPS'] as const
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

/**
 * Looks for what a list of comparisons with the verdicts of the default leaves out, unless counting it would take too long; null of
 * any other field. The innermost field comes last.
 */
export function unlistedNote(asked: readonly Asked[]): Aside<UnlistedNote> | null {
  const { name, arguments: given } = asked.at(-1)?.node ?? {}
  const isGiven = (argument: string) => given?.some(({ name }) => name.value === argument)
  if (name?.value !== 'figureComparisons' || isGiven('verdicts') || isGiven('inTension')) return null
  const path = pathOf(asked, 'verdicts')
  return database => {
    if (hasMoreMentions(database, MOST_MENTIONS)) return null
    const count = countPairs(database, { verdicts: others })
    if (count === 0) return null
    const are = count === 1 ? '1 more pair agrees or is a rounding' : `${count} more pairs agree or are roundings`
    const message = `${are} (in the whole graph): verdicts: [${[...verdictsByDefault, ...others].join(', ')}] lists all.`
    return { code: 'UNLISTED', message, path, unlistedCount: count }
  }
}
