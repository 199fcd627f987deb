import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorBody } from '../errors.ts'
import type { Observation } from '../observe/observation.ts'
import type { SiteFollower } from '../siteFollower.ts'
import { ownHeaders, refuse } from './refuse.ts'

export const metricsPath = '/metrics'

/**
 * Says whether the server lives (`/health`), and whether it can answer everything (`/ready`): to everyone, by whatever name,
 * and before anything that could be refused. False if it is not asked for that.
 */
export function health({ method, url }: IncomingMessage, response: ServerResponse, follower: SiteFollower): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (url === '/health') send(response, 200, '{"status":"alive"}')
  else if (url === '/ready') {
    const why = whyNotReady(follower)
    send(response, why === null ? 200 : 503, why === null ? '{"status":"ready"}' : errorBody('NOT_READY', why))
  } else return false
  return true
}

/** Why not everything can be answered now; null if it can. */
export function whyNotReady({ site, fault }: SiteFollower): string | null {
  if (fault !== null) return fault
  if (site === null || !site.isReady) return 'The database cannot be read now.'
  return site.isShedding ? 'Too many operations wait for their turn.' : null
}

/** Answers with the metrics. */
export async function sendMetrics(
  { method }: IncomingMessage,
  response: ServerResponse,
  observation: Observation,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    refuse(response, { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Metrics are read with GET.' })
    return
  }
  const { type, text } = await observation.metrics()
  response.writeHead(200, { ...ownHeaders, 'content-type': type }).end(text)
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...ownHeaders, 'content-length': Buffer.byteLength(body) }).end(body)
}
