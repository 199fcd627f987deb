import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { Failure } from '../model/failure.ts'

/** What a client sees of a fault of ours: that there was one, and nothing of its insides. */
const fault = 'Something went wrong inside Dixit. The server has logged it.'

/**
 * Turns whatever was thrown into what a client may see: an expected failure with its code, the argument at fault and
 * what was too much; a GraphQL error as it is; a fault of ours masked, after `report` has heard of it.
 */
export function maskError(error: unknown, report: (fault: unknown) => void): GraphQLError {
  const original = originalOf(error)
  if (original instanceof Failure) {
    const { code, argument, excess } = original
    return located(error, original.message, { code, ...(argument === null ? {} : { argument }), ...excess })
  }
  if (error instanceof GraphQLError && original === undefined) return error
  report(original)
  return located(error, fault, { code: 'INTERNAL_SERVER_ERROR' })
}

/** What was thrown first: a bad variable comes wrapped in more than one error; undefined if GraphQL itself found it. */
function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError ? originalOf(error.originalError) : error
}

/** An error at the place in the query where the other one happened. */
function located(error: unknown, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  if (!(error instanceof GraphQLError)) {
    // It was thrown outside of any field: nothing was run.
    const status = extensions.code === 'INTERNAL_SERVER_ERROR' ? 500 : 400
    return new GraphQLError(message, { extensions: { ...extensions, http: { status, spec: status === 400 } } })
  }
  return new GraphQLError(message, { nodes: error.nodes ?? null, path: error.path ?? null, extensions })
}

/** The one shape that errors have on every path of the site. */
export function errorBody(code: string, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] })
}
