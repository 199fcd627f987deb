import type { Stance, ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import type { FilterInput } from '../query/filter.ts'
import type { Period } from '../query/statementDate.ts'
import type { NetworkActors } from './networkActors.ts'

/** How far statements that repeat each other count: the same actor on the same claim, at the same level of agreement. */
export const Duplicates = {
  INCLUDE: 'Every statement counts.',
  DOCUMENT: 'Once a document.',
  WEEK: 'Once a week (ISO 8601). A statement that is not dated to the week repeats none.',
  MONTH: 'Once a month of a year. A statement that is not dated to the month repeats none.',
  YEAR: 'Once a year. A statement that is not dated to the year repeats none.',
  ACROSS: 'Once in all.',
} as const satisfies Vocabulary
export type Duplicates = ValueOf<typeof Duplicates>

/**
 * Which stances alone are counted, by what they rest on: those that are not in a reporter's wording (SPOKEN); those of which nothing
 * was concluded or read by a rule, neither the stance nor who takes it nor the role by which it counts for an actor (STATED); those
 * that count by no role that was (STATED_ROLE).
 */
export type StanceGround = 'SPOKEN' | 'STATED' | 'STATED_ROLE'

/** Which stances are counted, for whom, and how. */
export interface StanceQuestion {
  readonly filter: FilterInput | null
  readonly actors: NetworkActors
  /** The level of agreement that each stance counts as, from 0 to 1. A stance without one is left out. */
  readonly levels: Readonly<Partial<Record<Stance, number>>>
  readonly duplicates: Duplicates
  /** Whether two statements repeat each other only if they stand at the same level. */
  readonly perLevel: boolean
  /** Counted apart by the period that they were made in, if given; those that are not dated to it are then left out. */
  readonly period: Period | null
  /** Of these actors alone, if given. */
  readonly only?: readonly number[]
  readonly excludeActors: readonly number[]
  readonly excludeClaims: readonly number[]
  /** Whether stances of statements that others only report count too. */
  readonly nested: boolean
  readonly ground?: StanceGround
}

/** The levels at which a question counts, from disagreement up. */
export function levelsIn({ levels }: Pick<StanceQuestion, 'levels'>): number[] {
  return [...new Set(Object.values(levels))].sort((a, b) => a - b)
}
