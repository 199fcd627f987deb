// The entry of a process that runs operations for the server: one after the other, each on a reader of its own.

import { flushCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { openReader } from '../../store/engine/openDatabase.ts'
import { standardErrorLog } from '../log.ts'
import { withinRequest } from '../observe/requestRecord.ts'
import { answerOf } from './answer.ts'
import { KnownOperations } from './knownOperations.ts'
import type { Operation, OperationAnswer } from './operation.ts'
import { type OperationUsage, usageOf } from './usage.ts'

/** What the process says: that it is ready, or an answer and what it has used so far. */
export type Message =
  | { readonly ready: true }
  | ({ readonly ready: false; readonly usage: OperationUsage } & OperationAnswer)

/** How much it keeps, in bytes: it runs less often than the server does, and there are several. */
const kept = { operations: 4_000_000, statements: 8_000_000 }

const log = standardErrorLog()
const [, , path = '', identity = '', ...ways] = process.argv
const database = openReader(path, {
  isMapped: true,
  maxKeptBytes: kept.statements,
  identity: identity === '' ? null : identity,
})
const known = new KnownOperations({ limits: null, usePlans: ways.includes('plans'), maxBytes: kept.operations })

process.on('message', async (operation: Operation) => {
  const answered = await answer(operation)
  say({ ready: false, ...answered, usage: usageOf(database, known) })
})
// A signal that stops the server reaches its processes too: they end when the server lets go of them.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())
endWithServer()
// The first operation of a process takes longer than its successors; it shall not be a client's.
// The directive has no plan, so that it is the resolvers that are warmed up.
const first = '{ documents(first: 1) { nodes { slug @include(if: true) } } }'
await answer({ query: first, variables: {}, operationName: undefined, baseUrl: '' })
say({ ready: true })
// It will end by being killed, and what it has compiled is for its successors.
flushCompileCache()

async function answer(operation: Operation): Promise<OperationAnswer> {
  const runnable = known.find(operation)
  if (runnable.kind !== 'runnable') throw new Error('the server checks operations before it passes them on')
  const { requestId = '' } = operation
  return withinRequest(requestId, () => database.atOneMoment(() => answerOf(database, runnable, operation, log)))
}

/**
 * Ends this process once the server is gone without a word, killed perhaps: in the midst of an SQL statement it hears of
 * nothing, and would go on. A thread of its own looks whose child it is.
 */
function endWithServer(): void {
  const parent = process.ppid
  const watch = `setInterval(() => process.ppid === ${parent} || process.kill(process.pid, 'SIGKILL'), 1000)`
  new Worker(watch, { eval: true }).unref()
}

function say(message: Message): void {
  // Where the server is gone there is nobody to hear of it, and the process ends.
  process.send?.(message, undefined, undefined, () => undefined)
}
