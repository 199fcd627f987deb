import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { LightOperations } from './lightOperations.ts'
import type { OperationPool } from './operationPool.ts'

/**
 * Has light operations run here, and all others by the pool, if there is one. Their answers are JSON already, which is
 * passed on as it is.
 */
export function useOperations(
  light: LightOperations,
  pool: OperationPool | undefined,
  baseUrlOf: (request: Request) => string,
): Plugin {
  return {
    onExecute({ args: { contextValue, document }, setExecuteFn }) {
      const { params, request } = contextValue
      const { query = '', variables, operationName } = params
      const baseUrl = baseUrlOf(request)
      const answer = light.answer({ query, variables: variables ?? {}, operationName, baseUrl }, () => document)
      if (answer !== null) setExecuteFn(() => ({ data: {}, stringify: () => answer }))
      else if (pool) {
        setExecuteFn(async () => {
          const { json, errors } = await pool.run({ query, variables, operationName, baseUrl }, request.signal)
          const stringify = () => json
          if (errors.length === 0) return { data: {}, stringify }
          return { data: {}, errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)), stringify }
        })
      }
    },
  }
}
