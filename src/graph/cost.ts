import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, getOperationAST, getVariableValues, Kind } from 'graphql'
import type { RowsHeld } from '../store/query/rowsHeld.ts'
import { schema } from './schema.ts'

/**
 * What an operation costs before it is run: one for each field that it would answer if every page were full. A list
 * multiplies what is selected of its nodes by the size of its page; introspection costs next to nothing. No page is weighed
 * fuller than the rows that are held make it, where these are known.
 *
 * Null if there is nothing to weigh: no such operation, or variables that the execution will refuse.
 */
export function costOf(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  held?: RowsHeld,
): number | null {
  const operation = getOperationAST(document, operationName)
  // One error is enough: to word each of a hundred thousand would keep the server for seconds.
  const options = { maxErrors: 1, hideSuggestions: true }
  if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], variables, options).errors)
    return null
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  return complexityFromQuery(
    { ...document, definitions: [operation, ...fragments] },
    { schema, variables, ...(held && { ctx: held }) },
  ).complexity
}
