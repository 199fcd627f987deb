import { type DocumentNode, GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { requestId } from '../observe/requestRecord.ts'
import type { DocumentRefusal } from './check.ts'
import { extended } from './extended.ts'
import type { KnownOperations, Runnable } from './knownOperations.ts'
import type { Client, Operation } from './operation.ts'
import type { Runner } from './runner.ts'

/**
 * Has yoga ask what is known of operations instead of parsing and validating itself, and has them run by whoever is to.
 * Their answers are JSON already, which is passed on as it is.
 */
export function useOperations(
  known: KnownOperations,
  runner: Runner,
  baseUrlOf: (request: Request) => string,
  clientOf: (context: object) => Client,
): Plugin {
  const found = new WeakMap<object, Runnable | DocumentRefusal>()
  return {
    onParse({ context, setParseFn }) {
      const { query = '', operationName, variables } = context.params
      const finding = known.find({ query, operationName: operationName ?? undefined, variables: variables ?? {} })
      found.set(context.params, finding)
      setParseFn(() => documentOf(finding))
    },
    onValidate({ context, setResult }) {
      const finding = found.get(context.params)
      setResult(finding?.kind === 'invalid' ? [...finding.errors] : [])
    },
    onExecute({ args: { contextValue }, setExecuteFn }) {
      const { params, request } = contextValue
      const runnable = found.get(params)
      if (runnable?.kind !== 'runnable') return
      const { query = '', variables, operationName } = params
      const operation: Operation = {
        query,
        variables: variables ?? {},
        operationName: operationName ?? undefined,
        baseUrl: baseUrlOf(request),
        ...requestId(),
      }
      setExecuteFn(async () => {
        const { json, errors } = await runner.run(runnable, operation, clientOf(contextValue), request.signal)
        const whole = params.extensions?.cost === true ? extended(json, { cost: runner.costOf(runnable) }) : json
        const stringify = () => whole
        if (errors.length === 0) return { data: {}, stringify }
        return { data: {}, errors: errors.map(heard), stringify }
      })
    },
  }
}

function documentOf(finding: Runnable | DocumentRefusal): DocumentNode {
  switch (finding.kind) {
    case 'runnable':
      return finding.operation.document
    case 'invalid':
      return finding.outline
    case 'unreadable':
      throw finding.errors[0]
  }
}

/** An error as yoga takes its status from it: where nothing was run, such as for wrong variables, the request is at fault. */
function heard({ message, ...rest }: GraphQLFormattedError): GraphQLError {
  if (rest.path !== undefined || rest.extensions?.http !== undefined) return new GraphQLError(message, rest)
  const http = { status: 400, spec: true }
  return new GraphQLError(message, { ...rest, extensions: { ...rest.extensions, http } })
}
