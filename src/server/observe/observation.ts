import type { Settings } from '../../settings/settings.ts'
import type { Metrics, Readings } from './metrics.ts'
import type { FinishedRequest, Observer } from './requestRecord.ts'

/** How many requests are kept until the metrics are loaded. */
const backlogCap = 10_000

/** Who hears of requests: the access log, the metrics and the traces, each loaded only where it is asked for. */
export class Observation {
  readonly observers: Observer[] = []
  readonly #read: () => Readings
  readonly #backlog: FinishedRequest[] = []
  #metrics: Promise<Metrics> | undefined
  #close = async (): Promise<void> => undefined

  private constructor(read: () => Readings) {
    this.#read = read
  }

  static async begin(
    settings: Settings,
    environment: Readonly<Record<string, string | undefined>>,
    read: () => Readings,
  ): Promise<Observation> {
    const observation = new Observation(read)
    if (settings.METRICS_PORT !== 'none') observation.observers.push(observation.#keep)
    if (settings.ACCESS_LOG === 'true') {
      const { accessLog } = await import('./accessLog.ts')
      observation.observers.push(accessLog())
    }
    const { isTraced, tracing } = await import('./tracing.ts')
    if (isTraced(environment)) {
      const { observe, close } = await tracing()
      observation.observers.push(observe)
      observation.#close = close
    }
    return observation
  }

  /** The metrics in the form that Prometheus reads, with its media type. */
  async metrics(): Promise<{ readonly type: string; readonly text: string }> {
    return (await this.load()).text()
  }

  /** Loads what counts, which no answer waits for. */
  load(): Promise<Metrics> {
    this.#metrics ??= import('./metrics.ts').then(({ Metrics }) => {
      const metrics = new Metrics(this.#read)
      for (const request of this.#backlog.splice(0)) metrics.observe(request)
      const index = this.observers.indexOf(this.#keep)
      if (index !== -1) this.observers[index] = metrics.observe
      return metrics
    })
    return this.#metrics
  }

  /** Sends what is not sent yet. */
  close(): Promise<void> {
    return this.#close()
  }

  readonly #keep: Observer = request => {
    if (this.#backlog.length < backlogCap) this.#backlog.push(request)
  }
}
