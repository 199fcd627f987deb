import type { Failure, FailureCode } from '../model/failure.ts'

/** The exit codes of `dixit`. */
export const Exit = { DONE: 0, FAILED: 1, BAD_USAGE: 2, BAD_INPUT: 3 } as const

export type Exit = (typeof Exit)[keyof typeof Exit]

const badUsage: ReadonlySet<FailureCode> = new Set([
  'BAD_USAGE',
  'BAD_SETTING',
  'BAD_ARGUMENT',
  'BAD_COMPARISON',
  'BAD_DATE',
  'BAD_PAGE',
])
const badInput: ReadonlySet<FailureCode> = new Set(['BAD_INPUT', 'TEXT_CHANGED'])

/** The exit code of an expected failure. */
export function exitOf(failure: Failure): Exit {
  if (badUsage.has(failure.code)) return Exit.BAD_USAGE
  if (badInput.has(failure.code)) return Exit.BAD_INPUT
  return Exit.FAILED
}
