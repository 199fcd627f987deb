import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { constants, getPriority, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { overLimit } from '../refusals.ts'
import type { ServedFile } from './operation.ts'
import { OperationClock } from './operationClock.ts'
import type { Message, Task } from './process.ts'
import type { Job } from './queue.ts'
import { type OperationUsage, unused } from './usage.ts'

const entry = fileURLToPath(new URL('./process.ts', import.meta.url))

/**
 * V8 gives back the memory that it does not need, instead of keeping it for the next time: of a process that has computed a
 * network that was the larger part. Such an operation takes a tenth longer.
 */
const smallHeap = ['--optimize-for-size', '--max-semi-space-size=2']
/**
 * One arena of glibc's, as one thread does nearly all: each keeps what it has for the next time. A threshold that is set stays, and
 * long texts go back to the system; else glibc raises it to the longest text that was freed.
 */
const smallPool = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '1000000' }

/**
 * How much lower than the server's the priority of a process is (added to its nice value): beside a server that is never idle Linux
 * then gives it a third of the one core that they share.
 */
const addedNiceness = 3

/** What the pool hears of a slot. */
export interface SlotEvents {
  /** Its process can run operations now. */
  onReady(): void
  /** It is done with an operation, which took so many milliseconds. */
  onDone(job: Job, milliseconds: number): void
  /** The file that a job asks about is no more at its path. */
  onMissing(job: Job): void
  /** Its process has ended, in the midst of a job if there is one. */
  onEnd(error: Error, job: Job | null, hadBegun: boolean): void
  /** An operation took too long and is ended. */
  onSlow(job: Job, milliseconds: number): void
  onTrouble(error: Error): void
}

/** Where one process runs, one operation at a time; another takes its place when it ends. */
export class ProcessSlot {
  readonly #path: string
  readonly #ways: readonly string[]
  /** The files that its process has open, by their numbers. */
  readonly #opened = new Set<number>()
  #process: ChildProcess | null = null
  #hasBegun = false
  #isEnding = false
  #onSlow: SlotEvents['onSlow'] = () => undefined
  #usage = unused
  /** How many seconds SQLite took in processes that have ended. */
  #sqlSecondsBefore = 0
  #work: { readonly job: Job; readonly clock: OperationClock } | null = null

  constructor(path: string, ways: readonly string[]) {
    this.#path = path
    this.#ways = ways
  }

  get isEmpty(): boolean {
    return this.#process === null
  }

  /** Whether its process can run operations, now or after another one. */
  get isReady(): boolean {
    return this.#process !== null && this.#hasBegun && !this.#isEnding
  }

  /** Whether its process can run operations on a file. */
  isReadyFor({ number }: ServedFile): boolean {
    return this.isReady && this.#opened.has(number)
  }

  get job(): Job | null {
    return this.#work?.job ?? null
  }

  /** What its processes have used so far and what the present one holds, as of its last answer. */
  get usage(): OperationUsage {
    return { ...this.#usage, sqlSeconds: this.#sqlSecondsBefore + this.#usage.sqlSeconds }
  }

  /** Starts its process, which opens a file first, and has its events heard. */
  start(events: SlotEvents, { number, identity }: ServedFile): void {
    const child = fork(entry, [this.#path, String(number), identity ?? '', ...this.#ways], {
      execArgv: smallHeap,
      // What this process has compiled they need not compile again.
      env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir(), ...smallPool },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#process = child
    this.#sqlSecondsBefore += this.#usage.sqlSeconds
    this.#usage = unused
    this.#hasBegun = false
    this.#isEnding = false
    this.#opened.clear()
    child.on('message', (message: Message) => {
      if (message.is === 'ready') {
        this.#hasBegun = true
        this.#opened.add(number)
        giveWay(child)
        events.onReady()
        return
      }
      if (message.is === 'opened') {
        this.#opened.add(message.number)
        return
      }
      if (message.is === 'missing') {
        // Another process may have it open; this one shall not be asked again.
        const job = this.#takeJob()
        this.#end()
        if (job !== null) events.onMissing(job)
        return
      }
      this.#usage = message.usage
      const milliseconds = this.#work?.clock.spent() ?? 0
      const job = this.#takeJob()
      if (job === null) return
      job.resolve(message, milliseconds)
      events.onDone(job, milliseconds)
    })
    child.on('error', error => events.onTrouble(error))
    child.on('exit', (code, signal) => {
      // A process that was let go has no slot any more.
      if (this.#process !== child) return
      const hadBegun = this.#hasBegun
      const job = this.#takeJob()
      this.#process = null
      events.onEnd(new Error(`a process that runs operations ended: ${signal ?? code}`), job, hadBegun)
    })
    this.#onSlow = events.onSlow
  }

  /** Has its process run an operation, for so many milliseconds at most. */
  run(job: Job, limit: number): void {
    const clock = new OperationClock(this.#process?.pid ?? 0, limit, milliseconds => {
      this.#onSlow(job, milliseconds)
      this.abort(overLimit('MAX_OPERATION_MS', milliseconds, limit))
    })
    this.#work = { job, clock }
    this.#send({ does: 'answer', file: job.file, operation: job.operation })
  }

  /** Has its process open a file, or let go of it. */
  tell(does: 'open' | 'forget', file: ServedFile): void {
    if (!this.isReady || this.isReadyFor(file) === (does === 'open')) return
    if (does === 'forget') this.#opened.delete(file.number)
    this.#send({ does, file })
  }

  /** Ends its process, in the midst of its operation. */
  abort(error: Error): void {
    this.#takeJob()?.reject(error)
    this.#end()
  }

  #end(): void {
    this.#isEnding = true
    this.#process?.kill('SIGKILL')
  }

  /** Lets its process go, if it has one. */
  empty(): void {
    const child = this.#process
    this.#process = null
    this.#takeJob()
    child?.kill('SIGKILL')
  }

  #send(task: Task): void {
    // That it could not be sent is said by the process's end.
    this.#process?.send(task, () => undefined)
  }

  #takeJob(): Job | null {
    const work = this.#work
    work?.clock.stop()
    this.#work = null
    return work?.job ?? null
  }
}

/** Lets the server's own work go before that of a process: a small request need not wait behind a heavy one for the processor. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    setPriority(pid, Math.min(getPriority() + addedNiceness, constants.priority.PRIORITY_LOW))
  } catch {
    // Where the system does not allow it all are alike, as they were; a process that is gone already says so by its end.
  }
}
