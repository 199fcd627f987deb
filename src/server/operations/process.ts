// The entry of a process that runs operations for the server: one after the other, each on a reader of its own.

import { flushCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../model/failure.ts'
import type { Database } from '../../store/engine/database.ts'
import { openReader } from '../../store/engine/openDatabase.ts'
import { standardErrorLog } from '../log.ts'
import { withinRequest } from '../observe/requestRecord.ts'
import { answerOf } from './answer.ts'
import { KnownOperations } from './knownOperations.ts'
import type { Operation, OperationAnswer, ServedFile } from './operation.ts'
import { type OperationUsage, usageOf } from './usage.ts'

/** What the process is told: to open a file, to answer from it, or to let go of it. */
export type Task = { readonly file: ServedFile } & (
  | { readonly does: 'open' }
  | { readonly does: 'forget' }
  | { readonly does: 'answer'; readonly operation: Operation }
)

/** What the process says: that it is ready, that a file is open, an answer and what it has used so far, or that the file is not there any more. */
export type Message =
  | { readonly is: 'ready' }
  | { readonly is: 'opened'; readonly number: number }
  | { readonly is: 'missing' }
  | ({ readonly is: 'answer'; readonly usage: OperationUsage } & OperationAnswer)

/** How much it keeps, in bytes: it runs less often than the server does, and there are several. */
const kept = { operations: 4_000_000, statements: 8_000_000 }

const log = standardErrorLog()
const [, , path = '', number = '', identity = '', ...ways] = process.argv
/** The files that are open, by their numbers: that which is served and, for a while, the one whose place it has taken. */
const readers = new Map<number, Database>()
/** What SQLite took in those that were let go of. */
let millisecondsBefore = 0
/** What was told first is done first, to its end. */
let done = Promise.resolve()
const known = new KnownOperations({ limits: null, usePlans: ways.includes('plans'), maxBytes: kept.operations })

process.on('message', (task: Task) => {
  done = done.then(async () => {
    if (task.does === 'forget') letGo(task.file)
    else if (task.does === 'open') {
      if (readerOf(task.file) !== null) say({ is: 'opened', number: task.file.number })
    } else {
      say(await answered(task.file, task.operation))
      keepCompiled()
    }
  })
})
// A signal that stops the server reaches its processes too: they end when the server lets go of them.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())
endWithServer()
// The first operation of a process takes longer than its successors; it shall not be a client's.
// The directive has no plan, so that it is the resolvers that are warmed up.
const first = '{ documents(first: 1) { nodes { slug @include(if: true) } } }'
const database = open(identity === '' ? null : identity)
readers.set(Number(number), database)
await answerFrom(database, { query: first, variables: {}, operationName: undefined, baseUrl: '' })
say({ is: 'ready' })
keepCompiled()

function open(identity: string | null): Database {
  return openReader(path, { isMapped: true, maxKeptBytes: kept.statements, identity })
}

function letGo({ number }: ServedFile): void {
  const database = readers.get(number)
  millisecondsBefore += database?.milliseconds ?? 0
  database?.close()
  readers.delete(number)
}

/** The reader of a file; null where it is not at its path any more. */
function readerOf({ number, identity }: ServedFile): Database | null {
  const known = readers.get(number)
  if (known) return known
  try {
    const reader = open(identity)
    readers.set(number, reader)
    return reader
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

async function answered(file: ServedFile, operation: Operation): Promise<Message> {
  const database = readerOf(file)
  if (database === null) return { is: 'missing' }
  const answer = await answerFrom(database, operation)
  return { is: 'answer', ...answer, usage: usageOf(database, known, millisecondsBefore) }
}

async function answerFrom(database: Database, operation: Operation): Promise<OperationAnswer> {
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

/**
 * Keeps what this process has compiled for its successors, modules loaded on demand too: it will end by being killed.
 * Node's stripper of types, which compiles what is not kept, takes 20 MB. Where nothing is new this takes 1 µs.
 */
function keepCompiled(): void {
  flushCompileCache()
}

function say(message: Message): void {
  // Where the server is gone there is nobody to hear of it, and the process ends.
  process.send?.(message, undefined, undefined, () => undefined)
}
