import type { Approximation } from './vocabulary.ts'

/** What neither approximates a number nor bounds it. */
export const UNHEDGED: readonly Approximation[] = ['EXACT', 'NO_NUMBER']

/** Whether words approximate a number or bound it. Those that name neither do not. */
export function isHedged(approximation: Approximation): boolean {
  return !UNHEDGED.includes(approximation)
}
