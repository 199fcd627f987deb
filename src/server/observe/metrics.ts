import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { OperationUsage } from '../operations/usage.ts'
import type { FinishedRequest } from './requestRecord.ts'

/** How many different codes and documents are counted by name: whoever asks cannot make more. */
const labelsCap = 100

/** What is read of the server when somebody asks for the metrics. */
export interface Readings {
  readonly connections: number
  readonly isReady: boolean
  readonly waiting: number
  readonly processes: number
  /** The number of the last committed change, and how many seconds ago it was committed. */
  readonly revision: number
  readonly age: number
  /** What the server and its processes have used, and what they hold. */
  readonly usage: Readonly<Record<string, readonly OperationUsage[]>>
  /** Of a copy: how many seconds ago it was last known to lack nothing; else 0. */
  readonly copyAge: number
}

/** What the server counts of itself, in the form that Prometheus reads. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter<'method' | 'status' | 'document'>
  readonly #seconds: Histogram<'document'>
  readonly #refusals: Counter<'code'>
  readonly #documents = new Labels()
  readonly #codes = new Labels()

  constructor(read: () => Readings) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Counter({
      name: 'dixit_requests_total',
      help: 'Requests answered, by method, HTTP status and trusted document.',
      labelNames: ['method', 'status', 'document'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'dixit_request_seconds',
      help: 'How long requests took, by trusted document.',
      labelNames: ['document'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    })
    this.#refusals = new Counter({
      name: 'dixit_errors_total',
      help: 'Answers with an error, by the code of the first one.',
      labelNames: ['code'],
      registers,
    })
    const gauges = {
      connections: 'Connections that are open.',
      ready: 'Whether the server can answer everything (1) or not (0).',
      operations_waiting: 'Operations waiting in the queue.',
      operation_processes: 'Processes that run operations.',
      revision: 'The number of the last change that was committed to the graph.',
      data_age_seconds: 'How long ago that was.',
      copy_age_seconds: 'How long ago this copy was last known to be complete; 0 if the database is not a copy.',
    }
    const values = () => {
      const { connections, isReady, waiting, processes, revision, age, copyAge } = read()
      return [connections, Number(isReady), waiting, processes, revision, age, copyAge]
    }
    for (const [index, [name, help]] of Object.entries(gauges).entries()) {
      new Gauge({
        name: `dixit_${name}`,
        help,
        registers,
        collect() {
          this.set(values()[index] ?? 0)
        },
      })
    }
    this.#addUsage(read)
  }

  /** SQLite's time and the bytes of the caches: the server's own, and those of the processes that run operations. */
  #addUsage(read: () => Readings): void {
    const sum = (of: readonly OperationUsage[], name: keyof OperationUsage) =>
      of.reduce((total, usage) => total + usage[name], 0)
    const registers = [this.#registry]
    new Counter({
      name: 'dixit_sql_seconds_total',
      help: 'Seconds that SQLite took for the queries of answered operations.',
      labelNames: ['by'],
      registers,
      collect() {
        this.reset()
        for (const [by, usage] of Object.entries(read().usage)) this.inc({ by }, sum(usage, 'sqlSeconds'))
      },
    })
    new Gauge({
      name: 'dixit_cache_bytes',
      help: 'Bytes that the caches of known operations and of prepared statements hold.',
      labelNames: ['by', 'cache'],
      registers,
      collect() {
        for (const [by, usage] of Object.entries(read().usage)) {
          this.set({ by, cache: 'operations' }, sum(usage, 'operationBytes'))
          this.set({ by, cache: 'statements' }, sum(usage, 'statementBytes'))
        }
      },
    })
  }

  readonly observe = ({ method, status, document, code, milliseconds }: FinishedRequest): void => {
    const label = document === null ? 'other' : this.#documents.of(document)
    this.#requests.inc({ method: methods.has(method) ? method : 'other', status, document: label })
    this.#seconds.observe({ document: label }, milliseconds / 1_000)
    if (code !== null) this.#refusals.inc({ code: this.#codes.of(code) })
  }

  /** The media type of the text, and the text. */
  async text(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() }
  }
}

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'HEAD', 'OPTIONS'])

/** The names that are counted by themselves; all after so many are one. */
class Labels {
  readonly #known = new Set<string>()

  of(name: string): string {
    if (this.#known.has(name)) return name
    if (this.#known.size >= labelsCap) return 'other'
    this.#known.add(name)
    return name
  }
}
