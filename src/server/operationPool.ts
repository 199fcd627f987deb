import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Limits } from '../settings/limits.ts'
import type { Log } from './log.ts'
import type { Answer, Message, Operation } from './operationProcess.ts'
import { overLimit } from './refusals.ts'

const entry = fileURLToPath(new URL('./operationProcess.ts', import.meta.url))

/**
 * V8 gives back the memory that it does not need, instead of keeping it for the next time: of a process that has computed a
 * network that was the larger part. Such an operation takes a tenth longer.
 */
const smallHeap = ['--optimize-for-size', '--max-semi-space-size=2']
/** One arena of glibc's, as one thread does nearly all: each keeps what it has for the next time. */
const smallPool = { MALLOC_ARENA_MAX: '1' }

/**
 * What the start of a process takes, in milliseconds. So long an operation waits before another process is started for it,
 * and one whose client has gone goes on before its process is ended: neither waiting nor going on in vain costs more.
 */
const startCost = 300

/** How long a process stays without work, in milliseconds; one always stays. */
const restAfter = 30_000

/** How long after it failed to begin a process is started again, in milliseconds. */
const restartDelay = 1_000

interface Job {
  readonly operation: Operation
  /** Whether it has waited for as long as a start takes. */
  isOverdue: boolean
  resolve(answer: Answer): void
  reject(error: Error): void
}

interface Place {
  process: ChildProcess | null
  isReady: boolean
  job: Job | null
  /** Ends the process if its operation takes too long. */
  limit: NodeJS.Timeout | null
  /** Ends the process if it stays without work. */
  rest: NodeJS.Timeout | null
}

/**
 * Runs operations in processes of their own, one at a time in each, and ends a process whose operation takes too long.
 *
 * SQLite answers synchronously and better-sqlite3 cannot interrupt it: neither can a thread be stopped inside of it, so a
 * process is the smallest thing that can. The server itself goes on answering meanwhile. Processes only read, so that
 * ending one harms nothing; another takes its place at once. There is one at first, and another when an operation has waited.
 */
export class OperationPool {
  readonly #arguments: readonly string[]
  readonly #limits: Limits
  readonly #log: Log
  readonly #places: Place[]
  readonly #waiting = new Set<Job>()
  readonly #begun = Promise.withResolvers<void>()
  #isClosed = false

  constructor(
    path: string,
    { processes, usePlans }: { readonly processes: number; readonly usePlans: boolean },
    limits: Limits,
    log: Log,
  ) {
    this.#arguments = [path, ...(usePlans ? ['plans'] : [])]
    this.#limits = limits
    this.#log = log
    this.#places = Array.from({ length: processes }, () => ({
      process: null,
      isReady: false,
      job: null,
      limit: null,
      rest: null,
    }))
    this.#begun.promise.catch(() => undefined)
  }

  /** Whether a process is there to run an operation, now or after another one. */
  get isReady(): boolean {
    return this.#places.some(({ isReady }) => isReady)
  }

  /** Starts the first process and waits for it; rejects if it ends before it can do anything. */
  begin(): Promise<void> {
    const [first] = this.#places
    if (first) this.#start(first)
    return this.#begun.promise
  }

  /**
   * The answer to an operation. When the signal says that nobody wants it any more, one that waits is given up, and one that
   * runs is ended, unless it answers soon.
   *
   * @throws GraphQLError TOO_SLOW after the time limit, BUSY if too many wait
   */
  run(operation: Operation, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted()
    const waiting = this.#waiting.size
    if (waiting >= this.#limits.MAX_WAITING) throw overLimit('MAX_WAITING', waiting + 1, this.#limits.MAX_WAITING)
    return new Promise((resolve, reject) => {
      const job: Job = { operation, isOverdue: false, resolve, reject }
      this.#waiting.add(job)
      signal.addEventListener('abort', () => this.#abandon(job, signal.reason))
      this.#assign()
      if (!this.#waiting.has(job)) return
      const wait = () => {
        job.isOverdue = true
        this.#assign()
      }
      setTimeout(wait, startCost).unref()
    })
  }

  /** Ends the processes, whatever they do. */
  close(): void {
    this.#isClosed = true
    for (const { process } of this.#places) process?.kill('SIGKILL')
  }

  #assign(): void {
    for (const place of this.#places) {
      const [job] = this.#waiting
      if (job === undefined) return
      if (place.isReady && place.job === null) this.#run(place, job)
    }
    const [next] = this.#waiting
    const isComing = this.#places.some(({ process, isReady }) => process !== null && !isReady)
    const free = this.#places.find(({ process }) => process === null)
    if (next?.isOverdue && !isComing && free) this.#start(free)
  }

  /** Gives up an operation that nobody waits for. */
  #abandon(job: Job, reason: Error): void {
    if (this.#waiting.delete(job)) {
      job.reject(reason)
      return
    }
    setTimeout(() => {
      const place = this.#places.find(each => each.job === job)
      if (!place) return
      this.#log.warn({ query: job.operation.query }, 'an operation was ended, as its client had gone')
      this.#end(place, reason)
    }, startCost).unref()
  }

  /** Ends a process that has been without work for long, unless it is the one that always stays. */
  #rest(place: Place): void {
    if (place.job !== null || place === this.#places[0]) return
    const child = place.process
    place.process = null
    place.isReady = false
    child?.kill('SIGKILL')
  }

  #run(place: Place, job: Job): void {
    this.#waiting.delete(job)
    if (place.rest !== null) clearTimeout(place.rest)
    const begin = performance.now()
    const limit = this.#limits.MAX_OPERATION_MS
    place.job = job
    place.limit = setTimeout(() => {
      this.#log.warn({ query: job.operation.query, limit }, 'an operation took too long and was ended')
      this.#end(place, overLimit('MAX_OPERATION_MS', Math.ceil(performance.now() - begin), limit))
    }, limit)
    // That it could not be sent is said by the process's end.
    place.process?.send(job.operation, () => undefined)
  }

  /** Ends the process of a place, in the midst of its operation. */
  #end(place: Place, error: Error): void {
    place.isReady = false
    place.process?.kill('SIGKILL')
    place.job?.reject(error)
  }

  /** Takes from a place the operation that it is done with. */
  #settle(place: Place): Job | null {
    const { job } = place
    if (job === null) return null
    if (place.limit !== null) clearTimeout(place.limit)
    place.job = null
    this.#assign()
    place.rest = setTimeout(() => this.#rest(place), restAfter).unref()
    return job
  }

  #start(place: Place): void {
    if (this.#isClosed) return
    const child = fork(entry, this.#arguments, {
      execArgv: smallHeap,
      // What this process has compiled they need not compile again.
      env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir(), ...smallPool },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    giveWay(child)
    let hasBegun = false
    place.process = child
    child.on('message', (message: Message) => {
      if (!message.ready) return this.#settle(place)?.resolve(message)
      hasBegun = true
      place.isReady = true
      this.#begun.resolve()
      this.#assign()
    })
    child.on('error', error => this.#log.error({ err: error }, 'a process that runs operations is in trouble'))
    child.on('exit', (code, signal) => {
      const ended = new Error(`a process that runs operations ended: ${signal ?? code}`)
      // One that was let go because it had no work has no place any more.
      if (place.process !== child) return
      place.isReady = false
      this.#settle(place)?.reject(ended)
      if (this.#isClosed) return
      this.#begun.reject(ended)
      setTimeout(() => this.#start(place), hasBegun ? 0 : restartDelay).unref()
    })
  }
}

/** Lets the server's own work go before that of a process: a light request need not wait behind a heavy one for the processor. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the system does not allow it all are alike, as they were; a process that is gone already says so by its end.
  }
}
