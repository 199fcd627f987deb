/**
 * What can go wrong for a reason that a person can mend, each with its code. Everything else that is thrown is a fault
 * of ours.
 */
export const failureCodes = [
  'BAD_SETTING',
  'BAD_USAGE',
  'BAD_INPUT',
  'BAD_CURSOR',
  'BAD_PAGE',
  'BAD_FILTER',
  'FILTER_TOO_DEEP',
  'FILTER_TOO_LONG',
  'BAD_ID',
  'BAD_COMPARISON',
  'BAD_DATE',
  'BAD_ARGUMENT',
  'BAD_GROUPING',
  'BAD_SEARCH',
  'SEARCH_TOO_LONG',
  'TOO_MANY_HITS',
  'TEXT_CHANGED',
  'STOPPED',
  'DATABASE_MISSING',
  'DATABASE_EMPTY',
  'DATABASE_BUSY',
  'DATABASE_FOREIGN',
  'DATABASE_OLDER',
  'DATABASE_NEWER',
  'DATABASE_UNUSABLE',
  'ADDRESS_UNUSABLE',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** A limit, and the value that is over it. */
export interface Excess {
  readonly limit: number
  readonly value: number
}

interface FailureOptions extends ErrorOptions {
  readonly argument?: string
  readonly excess?: Excess
}

/** An expected failure: its message says what is wrong, where, and what would be right. */
export class Failure extends Error {
  readonly code: FailureCode
  /** The argument or setting that is at fault, as a path: `filter.value.near.within`. */
  readonly argument: string | null
  /** What is too much, if that is what is wrong. */
  readonly excess: Excess | null

  constructor(code: FailureCode, message: string, options?: FailureOptions) {
    super(message, options)
    this.name = 'Failure'
    this.code = code
    this.argument = options?.argument ?? null
    this.excess = options?.excess ?? null
  }
}
