/** A configurable limit: its default, the code and HTTP status of its refusal, and what it counts. */
interface Limit {
  readonly initial: number
  readonly code: string
  readonly status: number
  readonly counts: string
}

/** Every configurable limit, by the name of its setting. */
export const limits = {
  MAX_URL_BYTES: {
    initial: 16_000,
    code: 'URL_TOO_LONG',
    status: 414,
    counts: 'bytes in the path and query string of the URL',
  },
  MAX_BODY_BYTES: {
    initial: 100_000,
    code: 'BODY_TOO_LARGE',
    status: 413,
    counts: 'bytes in the body of the request',
  },
  MAX_TOKENS: {
    initial: 2_000,
    code: 'TOO_MANY_TOKENS',
    status: 400,
    counts: 'tokens (names, values, brackets) in the query',
  },
  MAX_DEPTH: { initial: 20, code: 'TOO_DEEP', status: 400, counts: 'levels of nested fields' },
  MAX_ROOT_FIELDS: {
    initial: 20,
    code: 'TOO_MANY_ROOT_FIELDS',
    status: 400,
    counts: 'fields at the root of the operation',
  },
  MAX_ALIASES: { initial: 50, code: 'TOO_MANY_ALIASES', status: 400, counts: 'aliases in the query' },
  MAX_DIRECTIVES: { initial: 50, code: 'TOO_MANY_DIRECTIVES', status: 400, counts: 'directives in the query' },
  MAX_COST: {
    initial: 200_000,
    code: 'TOO_COSTLY',
    status: 400,
    counts: 'fields in the answer if every page were as full as the graph can make it (the cost)',
  },
  MAX_OPERATION_MS: {
    initial: 5_000,
    code: 'TOO_SLOW',
    status: 503,
    counts: 'milliseconds of CPU time for the operation',
  },
  MAX_WAITING: { initial: 100, code: 'BUSY', status: 503, counts: 'operations waiting in the queue' },
  MAX_WAIT_MS: { initial: 3_000, code: 'BUSY', status: 503, counts: 'milliseconds of waiting in the queue' },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof limits

/** The values of the limits. */
export type Limits = Readonly<Record<LimitName, number>>
