import { setImmediate } from 'node:timers/promises'
import { GraphQLError } from 'graphql'
import type { Database } from '../../store/engine/database.ts'
import type { Core } from '../core.ts'
import { requestId } from '../observe/requestRecord.ts'
import type { Client } from '../operations/operation.ts'

/** Who asks, and how long they wait. */
export interface Asking {
  readonly core: Pick<Core, 'known' | 'runner'>
  /** For what is no operation. */
  readonly database: Database
  readonly client: Client
  readonly baseUrl: string
  readonly signal: AbortSignal
}

/**
 * Answers an operation with the limits that any operation has: cost, queue, time.
 *
 * @throws GraphQLError for what is refused, or found wrong
 */
export async function ask(
  { core: { known, runner }, client, baseUrl, signal }: Asking,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  // What the server answers by itself it answers at once: from one page to the next nobody else would have a turn.
  await setImmediate()
  const operation = { query, operationName: 'Export', variables, baseUrl, ...requestId() }
  const runnable = known.find(operation)
  if (runnable.kind !== 'runnable') throw runnable.errors[0] ?? new GraphQLError('The export could not be made.')
  const answer = await runner.run(runnable, operation, client, signal)
  const [error] = answer.errors
  if (error) throw new GraphQLError(error.message, { extensions: error.extensions ?? null })
  return JSON.parse(answer.json)
}

type Node = Readonly<Record<string, unknown>>

interface ListAnswer {
  readonly data: Readonly<
    Record<
      string,
      { readonly nodes: readonly Node[]; readonly pageInfo: { hasNextPage: boolean; endCursor: string | null } }
    >
  >
}

/** The most rows of a page of the API. */
const pageSize = 100

/** The nodes of a list, page by page, `most` of them if that is given. */
export async function* pagesOf(
  asking: Asking,
  { name, query }: { readonly name: string; readonly query: string },
  { filter, order, most }: { readonly filter: unknown; readonly order: unknown; readonly most: number | null },
): AsyncGenerator<readonly Node[]> {
  let left = most ?? Number.POSITIVE_INFINITY
  let after: string | null = null
  for (;;) {
    const first = Math.min(pageSize, left)
    // The query says what its answer holds.
    const { data } = (await ask(asking, query, { filter, order, first, after })) as ListAnswer
    const page = data[name]
    if (page === undefined) return
    yield page.nodes
    left -= page.nodes.length
    after = page.pageInfo.endCursor
    if (!page.pageInfo.hasNextPage || left <= 0) return
  }
}
