import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { OperationPool } from './operationPool.ts'

/** Has operations run by the pool. Its answers are JSON already, which is passed on as it is. */
export function useOperationPool(pool: OperationPool, baseUrlOf: (request: Request) => string): Plugin {
  return {
    onExecute({ args: { contextValue }, setExecuteFn }) {
      const { params, request } = contextValue
      setExecuteFn(async () => {
        const { query = '', variables, operationName } = params
        const { json, errors } = await pool.run(
          { query, variables, operationName, baseUrl: baseUrlOf(request) },
          request.signal,
        )
        const stringify = () => json
        if (errors.length === 0) return { data: {}, stringify }
        return { data: {}, errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)), stringify }
      })
    },
  }
}
