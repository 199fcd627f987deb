// The entry of a process that runs operations for the server: one after the other, each on a reader of its own.

import { flushCompileCache } from 'node:module'
import { type DocumentNode, execute, type GraphQLFormattedError, parse } from 'graphql'
import { LRUCache } from 'lru-cache'
import { type Plan, planOf } from '../graph/plan.ts'
import { schema } from '../graph/schema.ts'
import { openReader } from '../store/engine/database.ts'
import { Reader } from '../store/reader.ts'
import { maskError } from './errors.ts'
import { standardErrorLog } from './log.ts'
import { operationKey } from './operationKey.ts'

/** What the server asks of the process: an operation that is valid and within the limits. */
export interface Operation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly operationName: string | undefined
  /** Where permalinks begin. */
  readonly baseUrl: string
}

/** What the process says: that it is ready, or the answer as JSON, with its errors apart. */
export type Message = { readonly ready: true } | Answer

export interface Answer {
  readonly ready: false
  readonly json: string
  readonly errors: readonly GraphQLFormattedError[]
}

const log = standardErrorLog()
const [, , path = '', ...ways] = process.argv
const usePlans = ways.includes('plans')
const database = openReader(path, { isMapped: true })
const known = new LRUCache<string, Known>({ max: 1_000, maxSize: 2_000_000, sizeCalculation: sizeOf })

/** An operation that was run before: its document and, if it has one, its plan, which is faster than its resolvers. */
interface Known {
  readonly document: DocumentNode
  readonly plan: Plan | null
}

process.on('message', async (operation: Operation) => say(await answer(operation)))
// A signal that stops the server reaches its processes too: they end when the server lets go of them.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())
// The first operation of a process takes longer than its successors; it shall not be a client's.
// The directive has no plan, so that it is the resolvers that are warmed up.
const first = '{ documents(first: 1) { nodes { slug @include(if: true) } } }'
await answer({ query: first, variables: undefined, operationName: undefined, baseUrl: '' })
say({ ready: true })
// It will end by being killed, and what it has compiled is for its successors.
flushCompileCache()

async function answer({ query, variables, operationName, baseUrl }: Operation): Promise<Answer> {
  const { document, plan } = recall(query, operationName)
  const planned = plan?.run(database, variables ?? {}, baseUrl) ?? null
  if (planned !== null) return { ready: false, json: planned, errors: [] }
  const result = await database.atOneMoment(async () =>
    execute({
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: { read: new Reader(database), baseUrl },
    }),
  )
  const errors = result.errors?.map(error => maskError(error, fault => log.error({ err: fault }, 'internal fault')))
  const json = JSON.stringify(errors ? { ...result, errors } : result)
  return { ready: false, json, errors: errors?.map(error => error.toJSON()) ?? [] }
}

function recall(query: string, operationName: string | undefined): Known {
  const key = operationKey(query, operationName)
  const recalled = known.get(key)
  if (recalled) return recalled
  const document = parse(query)
  const fresh = { document, plan: usePlans ? planOf(document, operationName) : null }
  known.set(key, fresh)
  return fresh
}

function say(message: Message): void {
  // Where the server is gone there is nobody to hear of it, and the process ends.
  process.send?.(message, undefined, undefined, () => undefined)
}

function sizeOf(_: Known, query: string): number {
  return query.length + 1
}
