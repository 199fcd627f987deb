import type { RequestListener, Server } from 'node:http'
import { Failure } from '../model/failure.ts'
import type { Settings } from '../settings/settings.ts'
import { Drain } from './front/drain.ts'
import { createFront } from './front/front.ts'
import { type Copy, metricsPath, secondsSince, sendMetrics, whyNotReady } from './front/health.ts'
import { createHttpServer } from './front/httpServer.ts'
import { refuseRequest } from './front/refuse.ts'
import type { Log } from './log.ts'
import { Observation } from './observe/observation.ts'
import { SiteFollower } from './siteFollower.ts'

/** How long after it listens the server loads what counts requests, in milliseconds. */
const quietDelay = 1_000

/** A server that listens. */
export interface RunningServer {
  readonly address: string
  /** The address of the metrics, where they have a port of their own. */
  readonly metricsAddress: string | null
  /** Takes no more requests, and resolves once those under way are answered, or after a while. */
  close(): Promise<void>
}

/**
 * Serves the database that the settings name, and says how old it is where it is a copy.
 *
 * @throws Failure ADDRESS_UNUSABLE, BAD_SETTING, or one of `openReader`
 */
export async function startServer(settings: Settings, log: Log, copy: Copy | null = null): Promise<RunningServer> {
  const follower = new SiteFollower(settings, log)
  const release: (() => Promise<void> | void)[] = [() => follower.close()]
  try {
    const observation = await Observation.begin(settings, process.env, () => readings(follower, copy, drain))
    release.push(() => observation.close())
    const front = createFront(settings, follower, copy, observation)
    const server = createHttpServer(settings, (request, response) => {
      drain.begin(request, response)
      front(request, response)
    })
    const drain = new Drain(server)
    const address = await listen(server, settings.HOST, settings.PORT)
    release.unshift(() => drain.stop(settings.SHUTDOWN_MS))
    const metricsAddress = await listenForMetrics(settings, observation, release)
    const moment = setTimeout(() => void observation.load(), quietDelay).unref()
    release.unshift(() => clearTimeout(moment))
    return { address, metricsAddress, close: () => inOrder(release) }
  } catch (error) {
    await inOrder(release)
    throw error
  }
}

function readings(follower: SiteFollower, copy: Copy | null, { connections }: Drain) {
  const { site } = follower
  const revision = site?.revision() ?? null
  return {
    connections,
    isReady: whyNotReady(follower) === null,
    waiting: site?.waiting ?? 0,
    processes: site?.processes ?? 0,
    revision: revision?.id ?? 0,
    age: revision === null ? 0 : (Date.now() - Date.parse(revision.committedAt)) / 1_000,
    usage: site?.usage ?? {},
    copyAge: copy === null ? 0 : secondsSince(copy.asOf),
  }
}

/** Serves the metrics on a port of their own, if they have one. */
async function listenForMetrics(
  settings: Settings,
  observation: Observation,
  release: (() => Promise<void> | void)[],
): Promise<string | null> {
  const { METRICS_PORT, HOST } = settings
  if (METRICS_PORT === undefined || METRICS_PORT === 'none') return null
  const listener: RequestListener = (request, response) => {
    if (request.url === metricsPath) void sendMetrics(request, response, observation)
    else refuseRequest(response, { status: 404, code: 'NOT_FOUND', message: 'The metrics are at /metrics.' })
  }
  const server = createHttpServer(settings, listener)
  const address = await listen(server, HOST, Number(METRICS_PORT))
  release.unshift(() => {
    server.close()
    server.closeAllConnections()
  })
  return address
}

async function inOrder(steps: readonly (() => Promise<void> | void)[]): Promise<void> {
  for (const step of steps) await step()
}

/** Listens; resolves to the address once the server does. */
function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(addressUnusable(host, port, error)))
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
    })
  })
}

function addressUnusable(host: string, port: number, error: NodeJS.ErrnoException): Failure {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program. Stop it, or choose another port: PORT=${port + 1}.`,
    EACCES: `Port ${port} is reserved: this user may not listen on it. Choose 1024 or higher: PORT=4000.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Set HOST to one that is, such as 127.0.0.1.`,
    ENOTFOUND: `${host} is an unknown host name. Set HOST to a known one, such as 127.0.0.1.`,
  }
  const message = why[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}.`
  return new Failure('ADDRESS_UNUSABLE', message, { cause: error })
}
