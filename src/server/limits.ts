import { GraphQLError } from 'graphql'

/** A limit that can be set: its default, the code and the HTTP status of its refusal, and what it counts. */
interface Limit {
  readonly initial: number
  readonly code: string
  readonly status: number
  readonly counts: string
}

/** Every limit that can be set, by the name of its setting. */
export const limits = {
  MAX_URL_BYTES: {
    initial: 16_000,
    code: 'URL_TOO_LONG',
    status: 414,
    counts: 'bytes in the path and query string of the URL',
  },
  MAX_BODY_BYTES: {
    initial: 1_000_000,
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
  MAX_DEPTH: { initial: 20, code: 'TOO_DEEP', status: 400, counts: 'levels of fields inside fields' },
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
    counts: 'fields to answer if every page were full (the cost)',
  },
  MAX_OPERATION_MS: {
    initial: 5_000,
    code: 'TOO_SLOW',
    status: 503,
    counts: 'milliseconds spent on the operation',
  },
  MAX_WAITING: { initial: 100, code: 'BUSY', status: 503, counts: 'operations waiting for their turn' },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof limits

/** How much is allowed of each. */
export type Limits = Readonly<Record<LimitName, number>>

/** How deep lists and objects may be nested in the variables, how many operations a request may hold: fixed. */
export const variablesDepthCap = 100
export const operationsCap = 1

/** Refuses what is over a limit: the error says the limit and the value. */
export function refuseOver(name: LimitName, value: number, allowed: Limits): void {
  if (value > allowed[name]) throw overLimit(name, value, allowed[name])
}

/** The error for a value over a limit that can be set. */
export function overLimit(name: LimitName, value: number, limit: number): GraphQLError {
  const { code, status, counts } = limits[name]
  const message = `Refused: ${value} ${counts}; the limit is ${limit}.`
  // As for any invalid query, a client that accepts application/json alone is told with status 200 what is not 413 to 503.
  return refusal(code, message, { status, spec: status === 400 }, { limit, value })
}

/** An error that refuses a request, before anything of it is run. */
export function refusal(
  code: string,
  message: string,
  http: { readonly status: number; readonly spec: boolean },
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details, http } })
}
