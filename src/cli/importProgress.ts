import { Presets, SingleBar } from 'cli-progress'
import type { Listener } from '../ingest/importCorpus.ts'

const LINE_EVERY_MS = 10_000

/** Shows how far an import is: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere. */
export class ImportProgress {
  #bar: SingleBar | null = null
  #source = ''
  #total = 0
  #startedAt = 0
  #lastLineAt = 0

  readonly listener: Omit<Listener, 'finished'> = {
    waiting: () => console.error('another program is writing to the database: waiting for it to finish'),
    started: (source, bytes) => this.#start(source, bytes),
    progressed: (bytes, records) => this.#progress(bytes, records),
    finishing: () => this.#finish(),
  }

  /** Ends what is shown; returns for how many seconds the source was read and written. */
  stop(): number {
    this.#bar?.stop()
    this.#bar = null
    const time = this.#startedAt === 0 ? 0 : (performance.now() - this.#startedAt) / 1000
    this.#startedAt = 0
    return time
  }

  #start(source: string, bytes: number): void {
    this.#source = source
    this.#total = Math.max(bytes, 1)
    this.#startedAt = performance.now()
    this.#lastLineAt = this.#startedAt
    if (!process.stderr.isTTY) return
    this.#bar = new SingleBar(
      {
        format: '{source} {bar} {percentage}% · {records} records, {rate} a second · {eta_formatted} left',
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
        stopOnComplete: false,
      },
      Presets.shades_classic,
    )
    this.#bar.start(this.#total, 0, { source, records: 0, rate: 0 })
  }

  #finish(): void {
    // What takes no time to read takes none to index.
    const isLong = performance.now() - this.#startedAt > LINE_EVERY_MS
    if (isLong && !this.#bar) console.error(`${this.#source}: 100%, now the indexes`)
    this.#bar?.update(this.#total, { source: `${this.#source}, now the indexes` })
  }

  #progress(bytes: number, records: number): void {
    const now = performance.now()
    const rate = Math.round(records / Math.max((now - this.#startedAt) / 1000, 0.001))
    this.#bar?.update(Math.min(bytes, this.#total), { records, rate })
    if (this.#bar || now - this.#lastLineAt < LINE_EVERY_MS) return
    this.#lastLineAt = now
    const share = Math.round((Math.min(bytes, this.#total) / this.#total) * 100)
    console.error(`${this.#source}: ${share}%, ${records} records, ${rate} a second`)
  }
}
