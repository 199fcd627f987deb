import { Failure } from '../model/failure.ts'
import type { Stance, ValueOf, Vocabulary } from '../model/vocabulary.ts'
import type { NetworkActors } from '../store/counting/networkActors.ts'
import type { Duplicates, StanceQuestion } from '../store/counting/stanceQuestion.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Period } from '../store/query/statementDate.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim } from '../store/schema/entities.ts'
import { type CountingScope, countedByDefault, withoutRepeats } from './countedOnce.ts'

/** What a stance that is neither support nor opposition counts as. */
export const StanceReading = {
  LEFT_OUT: 'It is not counted; the result says how many were left out.',
  AGREEMENT: 'As support.',
  MIDDLE: 'As halfway between: it is half congruent and half in conflict with either, and congruent with its like.',
  DISAGREEMENT: 'As opposition.',
} as const satisfies Vocabulary
export type StanceReading = ValueOf<typeof StanceReading>

/** Which stances make a network, and how they count. */
export interface NetworkSettings {
  readonly filter: FilterInput | null
  readonly actors: NetworkActors
  readonly duplicates: Duplicates
  readonly qualifies: StanceReading
  readonly questions: StanceReading
  /** Slugs of agents and of claims. */
  readonly excludeActors: readonly string[]
  readonly excludeClaims: readonly string[]
  /** How many actors at most, those with the most stances. */
  readonly most: number
  readonly counting: CountingScope
}

export const defaultNetworkSettings: NetworkSettings = {
  filter: null,
  actors: 'PERSON',
  duplicates: 'INCLUDE',
  qualifies: 'LEFT_OUT',
  questions: 'LEFT_OUT',
  excludeActors: [],
  excludeClaims: [],
  most: 100,
  counting: countedByDefault,
}

/** The most actors that one network holds: a matrix of them has the square of that many cells. */
export const actorCap = 500

const levelOfReading: Readonly<Record<StanceReading, number | undefined>> = {
  LEFT_OUT: undefined,
  AGREEMENT: 1,
  MIDDLE: 0.5,
  DISAGREEMENT: 0,
}

/** The level of agreement that each stance counts as; none where it is left out. */
export function levelsOf({
  qualifies,
  questions,
}: Pick<NetworkSettings, 'qualifies' | 'questions'>): Partial<Record<Stance, number>> {
  const read = { QUALIFIES: levelOfReading[qualifies], QUESTIONS: levelOfReading[questions] }
  return {
    SUPPORTS: 1,
    OPPOSES: 0,
    ...(read.QUALIFIES === undefined ? {} : { QUALIFIES: read.QUALIFIES }),
    ...(read.QUESTIONS === undefined ? {} : { QUESTIONS: read.QUESTIONS }),
  }
}

/** @throws Failure BAD_ARGUMENT for a number of actors out of bounds */
export function checkMost(most: number): void {
  if (Number.isInteger(most) && most >= 2 && most <= actorCap) return
  throw new Failure('BAD_ARGUMENT', `most: ${most} is not a whole number from 2 to ${actorCap}.`, {
    argument: 'most',
    ...(most > actorCap && { excess: { limit: actorCap, value: most } }),
  })
}

/**
 * The question that settings put to the store.
 *
 * @throws Failure BAD_ARGUMENT for a slug that names nothing, or a number of actors out of bounds
 */
export async function stanceQuestion(
  read: Reader,
  settings: NetworkSettings,
  perLevel: boolean,
  period: Period | null,
): Promise<StanceQuestion> {
  const { actors, duplicates, most, counting } = settings
  checkMost(most)
  const idOf = async (entity: typeof agent | typeof claim, slug: string, argument: string) => {
    const row = await read.bySlug(entity, slug)
    if (row !== null) return row.id
    const kind = entity === agent ? 'person or organization' : 'claim'
    throw new Failure('BAD_ARGUMENT', `${argument}: there is no ${kind} with the slug “${slug}”.`, { argument })
  }
  const [excludeActors, excludeClaims] = await Promise.all([
    Promise.all(settings.excludeActors.map(slug => idOf(agent, slug, 'excludeActors'))),
    Promise.all(settings.excludeClaims.map(slug => idOf(claim, slug, 'excludeClaims'))),
  ])
  return {
    filter: await withoutRepeats(read, settings.filter, counting),
    actors,
    levels: levelsOf(settings),
    duplicates,
    perLevel,
    period,
    excludeActors,
    excludeClaims,
    nested: counting.nested,
  }
}
