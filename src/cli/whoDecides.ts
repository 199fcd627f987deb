import { isPlaceholder } from '../ingest/decisions.ts'
import { Failure } from '../model/failure.ts'

/** The option of every command by which people decide, and what it is for. */
export const BY = '--by <name>'
export const BY_MEANS = 'your name: it is recorded with every decision you make'

/** @throws Failure BAD_USAGE where what stands for a name is none */
export function requireName(by: string): void {
  if (isPlaceholder(by)) throw new Failure('BAD_USAGE', `“${by}” is not a name. --by needs ${BY_MEANS}.`)
}
