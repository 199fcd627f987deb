import { processorTime } from './processorTime.ts'

/** How many times its limit an operation may take by the clock on the wall: it may have to wait for the processor or the disk. */
const patience = 10

/** How long it waits at least before it looks again, in milliseconds. */
const leastWait = 20

/**
 * Measures how long a process is at an operation, in milliseconds of the processor (of the clock on the wall where the
 * system does not tell), and says when it is over the limit.
 */
export class OperationClock {
  readonly #pid: number
  readonly #processor: number | null
  readonly #wall = performance.now()
  #timer: NodeJS.Timeout

  constructor(pid: number, limit: number, onOver: (milliseconds: number) => void) {
    this.#pid = pid
    this.#processor = processorTime(pid)
    const look = () => {
      const spent = this.spent()
      const isOver = spent >= limit || performance.now() - this.#wall >= patience * limit
      if (isOver) onOver(Math.ceil(Math.max(spent, limit + 1)))
      else this.#timer = setTimeout(look, Math.max(limit - spent, leastWait))
    }
    this.#timer = setTimeout(look, limit)
  }

  /** How many milliseconds it has been so far. */
  spent(): number {
    const now = this.#processor === null ? null : processorTime(this.#pid)
    return now === null || this.#processor === null ? performance.now() - this.#wall : now - this.#processor
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
