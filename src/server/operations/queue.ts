import { LRUCache } from 'lru-cache'
import type { Limits } from '../../settings/limits.ts'
import { overLimit } from '../refusals.ts'
import type { Client, Operation, OperationAnswer, ServedFile } from './operation.ts'

/** An operation that waits for a process, or is run by one. */
export interface Job {
  readonly operation: Operation
  readonly file: ServedFile
  readonly client: Client
  /** How many milliseconds it takes, if it has been run before. */
  readonly expected: number | null
  /** Whether it has waited for as long as the start of a process takes. */
  isOverdue: boolean
  /** Whether a process has ended under it already. */
  isSecondTry: boolean
  resolve(answer: OperationAnswer, milliseconds: number): void
  reject(error: Error): void
}

/** How long an operation waits at most for the first process, in milliseconds: a start takes so long only on a starved machine. */
const longestStart = 60_000

/** How long what a client has used is held against him, in milliseconds, and of how many it is remembered. */
const remembered = { max: 10_000, ttl: 60_000 }

/**
 * The operations that wait for their turn. It goes to the client that has used least: to the address, and among the
 * connections of one address to the connection. Who waits too long is told so.
 */
export class Queue {
  readonly #limits: Limits
  readonly #isServed: () => boolean
  readonly #jobs = new Map<Job, NodeJS.Timeout>()
  /** Milliseconds that addresses and connections have used of late. */
  readonly #used = new LRUCache<string, number>(remembered)

  /** `isServed` says whether a process is there that takes jobs. */
  constructor(limits: Limits, isServed: () => boolean) {
    this.#limits = limits
    this.#isServed = isServed
  }

  get size(): number {
    return this.#jobs.size
  }

  /** Whether any has waited for as long as the start of a process takes. */
  get isOverdue(): boolean {
    return this.#jobs.keys().some(({ isOverdue }) => isOverdue)
  }

  /**
   * Has a job wait. `pace` is how many milliseconds pass between one turn and the next.
   *
   * @throws GraphQLError BUSY if too many wait, or it would have to wait too long
   */
  add(job: Job, pace: number): void {
    const { MAX_WAITING, MAX_WAIT_MS } = this.#limits
    if (this.#jobs.size >= MAX_WAITING) throw overLimit('MAX_WAITING', this.#jobs.size + 1, MAX_WAITING)
    const before = this.#jobs.keys().reduce((count, other) => count + (this.#isBefore(job, other) ? 0 : 1), 0)
    if (before * pace > MAX_WAIT_MS) throw overLimit('MAX_WAIT_MS', Math.ceil(before * pace), MAX_WAIT_MS)
    this.#wait(job)
  }

  /** Has a job wait again whose process has ended. */
  addAgain(job: Job): void {
    this.#wait(job)
  }

  /** Takes a job out; false if it does not wait. */
  delete(job: Job): boolean {
    clearTimeout(this.#jobs.get(job))
    return this.#jobs.delete(job)
  }

  /** Takes the job out whose turn it is, among those that may have it. */
  next(isAllowed: (job: Job) => boolean): Job | null {
    let first: Job | null = null
    for (const job of this.#jobs.keys()) {
      if (isAllowed(job) && (first === null || this.#isBefore(job, first))) first = job
    }
    if (first !== null) this.delete(first)
    return first
  }

  /** Notes that a client has used so many milliseconds. */
  charge({ address, connection }: Client, milliseconds: number): void {
    for (const key of [address, connection]) this.#used.set(key, (this.#used.get(key) ?? 0) + milliseconds)
  }

  /** Gives all of them up. */
  refuseAll(error: Error): void {
    for (const job of [...this.#jobs.keys()]) {
      this.delete(job)
      job.reject(error)
    }
  }

  #wait(job: Job): void {
    const limit = this.#limits.MAX_WAIT_MS
    const begin = performance.now()
    const wait = () => this.#jobs.set(job, setTimeout(giveUp, limit).unref())
    const giveUp = () => {
      const waited = performance.now() - begin
      // While a process only begins, nobody is before it: the server is not busy.
      if (!this.#isServed() && waited < longestStart) {
        wait()
        return
      }
      this.#jobs.delete(job)
      job.reject(overLimit('MAX_WAIT_MS', Math.ceil(waited), limit))
    }
    wait()
  }

  #isBefore(one: Job, other: Job): boolean {
    if (one.isSecondTry !== other.isSecondTry) return one.isSecondTry
    const used = (key: string) => this.#used.get(key) ?? 0
    const difference =
      one.client.address === other.client.address
        ? used(one.client.connection) - used(other.client.connection)
        : used(one.client.address) - used(other.client.address)
    return difference < 0
  }
}
