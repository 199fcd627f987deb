import type { TadaDocumentNode } from 'gql.tada'
import { print } from 'graphql'

/** The errors of an answer, in one message: each with its code and the place in the query where it happened. */
export class QueryError extends Error {}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions?: { readonly code?: string }
  }[]
}

/**
 * Asks a server of Dixit. What comes back has the type that the query has.
 *
 * @throws QueryError if the server answers with errors
 */
export async function ask<Data, Variables>(
  address: string,
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const { data, errors }: Answer<Data> = await response.json()
  if (errors) {
    const lines = errors.map(
      ({ message, path, extensions }) => `${path?.join('.') ?? 'query'}: ${message} (${extensions?.code ?? 'no code'})`,
    )
    throw new QueryError(lines.join('\n'))
  }
  if (!data) throw new QueryError(`The server answered ${response.status} without data.`)
  return data
}
