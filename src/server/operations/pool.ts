import type { Limits } from '../../settings/limits.ts'
import type { Log } from '../log.ts'
import { refusal } from '../refusals.ts'
import type { Runnable } from './knownOperations.ts'
import type { Client, Operation, OperationAnswer, ServedFile } from './operation.ts'
import { ProcessSlot, type SlotEvents } from './processSlot.ts'
import { type Job, Queue } from './queue.ts'
import type { OperationUsage } from './usage.ts'

/**
 * What the start of a process takes, in milliseconds. So long an operation waits before another process is started for it,
 * and one whose client has gone goes on before its process is ended: neither waiting nor going on in vain costs more.
 */
const startCost = 300

/** How long a process stays without work, in milliseconds; one always stays. */
const restAfter = 30_000

/** How long after it failed to begin a process is started again, in milliseconds. */
const restartDelay = 1_000

/** Operations that are known to take longer, in milliseconds, leave one process to all others. */
const longFrom = 500

interface PoolOptions {
  readonly processes: number
  readonly usePlans: boolean
}

/**
 * Runs operations in processes of their own, one at a time in each, and ends a process whose operation takes too long.
 *
 * SQLite answers synchronously and better-sqlite3 cannot interrupt it: neither can a thread be stopped inside of it, so a
 * process is the smallest thing that can. The server itself goes on answering meanwhile. Processes only read, so that
 * ending one harms nothing; another takes its place at once. There is one at first, and another when an operation has waited.
 * They stay when another file takes the place of the database: to begin takes a second of the processor, to open a file none.
 */
export class OperationPool {
  readonly #limits: Limits
  readonly #log: Log
  readonly #slots: readonly ProcessSlot[]
  readonly #queue: Queue
  readonly #files = new Set<ServedFile>()
  readonly #rests = new Map<ProcessSlot, NodeJS.Timeout>()
  readonly #begun = Promise.withResolvers<void>()
  /** How many milliseconds an operation takes in the middle. */
  #typical = 0
  /** Whether the last process that was started could not begin. */
  #isDown = false
  #isClosed = false

  constructor(path: string, { processes, usePlans }: PoolOptions, limits: Limits, log: Log) {
    this.#limits = limits
    this.#log = log
    this.#queue = new Queue(limits, () => this.isReady)
    this.#slots = Array.from({ length: processes }, () => new ProcessSlot(path, usePlans ? ['plans'] : []))
    this.#begun.promise.catch(() => undefined)
  }

  /** Whether a process is there to run an operation, now or after another one. */
  get isReady(): boolean {
    return this.#slots.some(({ isReady }) => isReady)
  }

  /** Whether a process has a file open, to answer from it now or after another operation. */
  isReadyFor(file: ServedFile): boolean {
    return this.#slots.some(slot => slot.isReadyFor(file))
  }

  /** Whether the next operation that has to wait is refused. */
  get isFull(): boolean {
    return this.waiting >= this.#limits.MAX_WAITING
  }

  /** How many operations wait for their turn. */
  get waiting(): number {
    return this.#queue.size
  }

  /** How many processes there are. */
  get processes(): number {
    return this.#slots.filter(({ isEmpty }) => !isEmpty).length
  }

  /** What the processes have used so far and what they hold, each as of its last answer. */
  get usage(): readonly OperationUsage[] {
    return this.#slots.map(({ usage }) => usage)
  }

  /** Starts the first process and waits for it; rejects if it ends before it can do anything. */
  begin(): Promise<void> {
    const [first] = this.#slots
    if (first?.isEmpty) this.#start(first)
    return this.#begun.promise
  }

  /**
   * The answer to an operation. When the signal says that nobody wants it any more, one that waits is given up, and one that
   * runs is ended, unless it answers soon.
   *
   * @throws GraphQLError TOO_SLOW over the time limit, BUSY if too many wait or for too long, NOT_READY if no process begins
   */
  run(
    { operation: known }: Runnable,
    operation: Operation,
    file: ServedFile,
    client: Client,
    signal: AbortSignal,
  ): Promise<OperationAnswer> {
    signal.throwIfAborted()
    if (this.#isDown) throw notReady()
    return new Promise((resolve, reject) => {
      const job: Job = {
        operation,
        file,
        client,
        expected: known.expected,
        isOverdue: false,
        isSecondTry: false,
        resolve: (answer, milliseconds) => {
          known.took(milliseconds)
          resolve(answer)
        },
        reject,
      }
      this.#queue.add(job, this.#typical / this.#slots.length)
      signal.addEventListener('abort', () => this.#abandon(job, signal.reason))
      this.#assign()
      setTimeout(() => this.#overdue(job), startCost).unref()
    })
  }

  /** Has the processes open a file from which operations will be answered, while it stands at its path. */
  serve(file: ServedFile): void {
    this.#files.add(file)
    for (const slot of this.#slots) slot.tell('open', file)
  }

  /** Has the processes let go of a file from which nothing is answered any more. */
  forget(file: ServedFile): void {
    this.#files.delete(file)
    for (const slot of this.#slots) slot.tell('forget', file)
  }

  /** Ends the processes, whatever they do. */
  close(): void {
    this.#isClosed = true
    for (const slot of this.#slots) slot.empty()
  }

  /** Gives each free process the operation whose turn it is, and starts another process where one has waited. */
  #assign(): void {
    for (const slot of this.#slots) {
      if (!slot.isReady || slot.job !== null) continue
      const isLast = !this.#slots.some(other => other !== slot && (other.job === null || !isLong(other.job)))
      const job = this.#queue.next(each => !isLong(each) || !isLast || this.#slots.length === 1)
      if (job === null) continue
      clearTimeout(this.#rests.get(slot))
      slot.run(job, this.#limits.MAX_OPERATION_MS)
    }
    const isComing = this.#slots.some(({ isEmpty, isReady }) => !isEmpty && !isReady)
    const free = this.#slots.find(({ isEmpty }) => isEmpty)
    if (this.#queue.isOverdue && !isComing && free) this.#start(free)
  }

  #overdue(job: Job): void {
    job.isOverdue = true
    this.#assign()
  }

  /** Gives up an operation that nobody waits for. */
  #abandon(job: Job, reason: Error): void {
    if (this.#queue.delete(job)) {
      job.reject(reason)
      return
    }
    setTimeout(() => {
      const slot = this.#slots.find(each => each.job === job)
      if (!slot) return
      this.#log.warn({ query: job.operation.query }, 'an operation was ended, as its client had gone')
      slot.abort(reason)
    }, startCost).unref()
  }

  /** Has a process go that stays without work, unless it is the one that always stays. */
  #rest(slot: ProcessSlot): void {
    clearTimeout(this.#rests.get(slot))
    if (slot === this.#slots[0]) return
    const go = () => {
      if (slot.job === null) slot.empty()
    }
    this.#rests.set(slot, setTimeout(go, restAfter).unref())
  }

  #start(slot: ProcessSlot): void {
    // An operation that waited may have had its successor started already.
    const latest = [...this.#files].at(-1)
    if (this.#isClosed || !slot.isEmpty || latest === undefined) return
    const limit = this.#limits.MAX_OPERATION_MS
    const events = {
      onReady: () => {
        this.#isDown = false
        for (const file of this.#files) slot.tell('open', file)
        this.#begun.resolve()
        this.#assign()
      },
      onDone: (job, milliseconds) => {
        this.#queue.charge(job.client, milliseconds)
        this.#typical = (this.#typical + milliseconds) / 2
        this.#assign()
        this.#rest(slot)
      },
      onMissing: job => {
        this.#tryAgain(job, notReady())
        this.#assign()
      },
      onSlow: (job, milliseconds) => {
        this.#queue.charge(job.client, milliseconds)
        this.#log.warn({ query: job.operation.query, limit }, 'an operation took too long and was ended')
      },
      onEnd: (error, job, hadBegun) => this.#ended(slot, error, job, hadBegun),
      onTrouble: error => this.#log.error({ err: error }, 'a process that runs operations is in trouble'),
    } satisfies SlotEvents
    slot.start(events, latest)
  }

  /** Has a job wait once more whose process could not run it. */
  #tryAgain(job: Job, error: Error): void {
    if (job.isSecondTry) job.reject(error)
    else {
      job.isSecondTry = true
      this.#queue.addAgain(job)
    }
  }

  /** Runs the operation of a process that has ended once more, and starts another process. */
  #ended(slot: ProcessSlot, error: Error, job: Job | null, hadBegun: boolean): void {
    if (job) this.#tryAgain(job, error)
    if (this.#isClosed) return
    if (!hadBegun) {
      this.#begun.reject(error)
      this.#isDown = !this.isReady
      if (this.#isDown) this.#queue.refuseAll(notReady())
    }
    this.#assign()
    setTimeout(() => this.#start(slot), hadBegun ? 0 : restartDelay).unref()
  }
}

function isLong({ expected }: Job): boolean {
  return expected !== null && expected > longFrom
}

function notReady(): Error {
  return refusal('NOT_READY', 'No process that runs operations can begin. Try again soon.', {
    status: 503,
    spec: false,
  })
}
