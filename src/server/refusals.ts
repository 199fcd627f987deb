import { GraphQLError } from 'graphql'
import { type LimitName, type Limits, limits } from '../settings/limits.ts'

/** How deep lists and objects may be nested in the variables, how many operations a request may hold: fixed. */
export const variablesDepthCap = 100
export const operationsCap = 1

/** Refuses what is over a limit: the error says the limit and the value. */
export function refuseOver(name: LimitName, value: number, allowed: Limits): void {
  if (value > allowed[name]) throw overLimit(name, value, allowed[name])
}

/** The error for a value over a limit that can be set. If counting stopped at the limit, the value is a minimum. */
export function overLimit(name: LimitName, value: number, limit: number, isLeast = false): GraphQLError {
  const { code, status, counts } = limits[name]
  const message = `Refused: ${isLeast ? `more than ${limit}` : value} ${counts}; the limit is ${limit}.`
  // As for any invalid query, a client that accepts application/json alone is told with status 200 what is not 413 to 503.
  return refusal(code, message, { status, spec: status === 400 }, { limit, value })
}

/** An error that refuses a request before any of it runs. */
export function refusal(
  code: string,
  message: string,
  http: { readonly status: number; readonly spec: boolean },
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details, http } })
}

/** The error for variables that are nested too deep. */
export function tooDeep(): GraphQLError {
  return refusal(
    'VARIABLES_TOO_DEEP',
    `Refused: more than ${variablesDepthCap} nested lists and objects in the variables; the limit is ${variablesDepthCap}.`,
    { status: 400, spec: true },
    { limit: variablesDepthCap, value: variablesDepthCap + 1 },
  )
}
