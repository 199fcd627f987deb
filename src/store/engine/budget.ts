/** How much statements that count what they read may read: rows, and in how many milliseconds of the processor. */
export interface Budget {
  readonly rows: number
  readonly milliseconds: number
}

export const unlimited: Budget = { rows: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY }

/** The clock is looked at once in so many times that rows are counted: to look takes longer than to count. */
const countsBetweenLooks = 8

/** Thrown where statements that count what they read would read more than they may. */
export class OverBudget extends Error {}

/** How many milliseconds of the processor this thread has had. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** What is left of the budget of the work that runs. */
export class BudgetLeft {
  #rows = Number.POSITIVE_INFINITY
  #milliseconds = Number.POSITIVE_INFINITY
  /** In the processor's time; null until the clock is looked at. */
  #endsAt: number | null = null
  #counts = 0

  /** @throws OverBudget where the rows or the time are used up */
  spend(rows: number): void {
    this.#rows -= rows
    this.#counts += 1
    const isLate = this.#counts % countsBetweenLooks === 0 && this.#isLate()
    if (this.#rows < 0 || isLate) throw new OverBudget('more than may be read at once')
  }

  /** Runs `work` with a budget, and without one afterwards. */
  within<T>({ rows, milliseconds }: Budget, work: () => T): T {
    if (rows === Number.POSITIVE_INFINITY) return work()
    this.#rows = rows
    this.#milliseconds = milliseconds
    this.#endsAt = null
    this.#counts = 0
    try {
      return work()
    } finally {
      this.#rows = Number.POSITIVE_INFINITY
      this.#milliseconds = Number.POSITIVE_INFINITY
    }
  }

  /** The time runs from the first look: what is done before would not be worth one. */
  #isLate(): boolean {
    if (this.#milliseconds === Number.POSITIVE_INFINITY) return false
    const now = threadTime()
    this.#endsAt ??= now + this.#milliseconds
    return now > this.#endsAt
  }
}
