import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { hinted } from '../graph/hints.ts'
import { Failure } from '../model/failure.ts'
import { failureOfSqlite } from '../store/engine/unusable.ts'
import { requestId } from './observe/requestRecord.ts'

/** What a client sees of a fault of ours: that there was one, by which name the log has it, and nothing of its insides. */
const fault = 'Something went wrong inside Dixit. The server has logged the error.'

/** The same where the file, or the disk that it is on, is damaged: no fault of ours, and perhaps not for long. */
const unreadable = 'The database cannot be read right now. The server has logged why.'

/**
 * Turns whatever was thrown into what a client may see: an expected failure with its code, the argument at fault and
 * what was too much; a GraphQL error as it is; a fault of ours masked, after `report` has heard of it.
 */
export function maskError(error: unknown, report: (fault: unknown) => void): GraphQLError {
  const original = originalOf(error)
  if (original instanceof Failure) {
    const { code, excess } = original
    const variable = variableAt(error)
    const argument = original.argument ?? variable
    const message = variable === null ? original.message : hinted(messageOf(error), variable.split('.').at(-1))
    return located(error, message, { code, ...(argument === null ? {} : { argument }), ...excess })
  }
  if (error instanceof GraphQLError && original === undefined) return coded(error)
  report(original)
  if (failureOfSqlite(original) !== original) return located(error, unreadable, { code: 'NOT_READY', ...requestId() })
  return located(error, fault, { code: 'INTERNAL_SERVER_ERROR', ...requestId() })
}

function messageOf(error: unknown): string {
  return error instanceof GraphQLError ? error.message : ''
}

/** What the execution itself refuses, such as a variable that does not fit its type, comes without a code. */
function coded(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return error
  return located(error, hinted(error.message), { ...error.extensions, code: 'BAD_REQUEST' })
}

/** What was thrown first: a bad variable comes wrapped in more than one error; undefined if GraphQL itself found it. */
function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError ? originalOf(error.originalError) : error
}

/** The path of the value at fault in a variable, such as `filter.or.0.speaker`: GraphQL gives it in its message alone. */
function variableAt(error: unknown): string | null {
  if (!(error instanceof GraphQLError) || !error.originalError) return null
  const [, name = '', path = ''] = /^Variable "\$(\w+)" has invalid value(?: at ([^:]+))?: /.exec(error.message) ?? []
  return name === '' ? null : `${name}${path.replaceAll(/\[(\d+)\]/g, '.$1')}`
}

/** The statuses of what is not the client's fault. */
const statuses: ReadonlyMap<unknown, number> = new Map([
  ['INTERNAL_SERVER_ERROR', 500],
  ['NOT_READY', 503],
])

/** The status of what is refused with a code. */
export function statusOf(code: unknown): number {
  return statuses.get(code) ?? 400
}

/** An error at the place in the query where the other one happened. */
function located(error: unknown, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  if (!(error instanceof GraphQLError)) {
    // It was thrown outside of any field: nothing was run.
    const status = statusOf(extensions.code)
    return new GraphQLError(message, { extensions: { ...extensions, http: { status, spec: status === 400 } } })
  }
  return new GraphQLError(message, { nodes: error.nodes ?? null, path: error.path ?? null, extensions })
}

/** The one shape that errors have on every path of the site. */
export function errorBody(code: string, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] })
}
