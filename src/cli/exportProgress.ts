import { Presets, SingleBar } from 'cli-progress'

/** A terminal is told once in so many things how far it is. */
const every = 500

/** Shows on a terminal how far an export is: a bar where it is known how much there is, else how much has left. */
export class ExportProgress {
  readonly #total: number | null = null
  readonly #bar: SingleBar | null = null
  #startedAt = 0
  #count = 0

  /** `things` is what is counted, and `count` says how many there are, if that is known: it is asked on a terminal alone. */
  constructor(things: string, count: () => number | null) {
    if (!process.stderr.isTTY) return
    const total = count()
    this.#total = total
    const format =
      total === null
        ? `{value} ${things}, {rate} a second`
        : `{bar} {percentage}% · {value} ${things}, {rate} a second · {eta_formatted} left`
    this.#bar = new SingleBar(
      { format, stream: process.stderr, hideCursor: true, clearOnComplete: true, stopOnComplete: false },
      Presets.shades_classic,
    )
  }

  /** Counts one more. */
  readonly add = (): void => {
    if (this.#count === 0) {
      this.#startedAt = performance.now()
      this.#bar?.start(this.#total ?? Number.MAX_SAFE_INTEGER, 0, { rate: 0 })
    }
    this.#count += 1
    if (this.#count % every !== 0) return
    const seconds = Math.max((performance.now() - this.#startedAt) / 1_000, 0.001)
    this.#bar?.update(this.#count, { rate: Math.round(this.#count / seconds) })
  }

  stop(): void {
    this.#bar?.stop()
  }
}
