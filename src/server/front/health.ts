import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorBody } from '../errors.ts'
import type { Observation } from '../observe/observation.ts'
import type { SiteFollower } from '../siteFollower.ts'
import { ownHeaders, refuseRequest } from './refuse.ts'

export const metricsPath = '/metrics'

/** A database that is a copy of another, kept up with it. */
export interface Copy {
  /** When it was last known to show all that the other does; null if that was never known. */
  readonly asOf: Date | null
}

/** Whether a request asks about the server: that is answered to everyone, by whatever name, before anything is refused. */
export function isHealth({ url }: IncomingMessage): boolean {
  return url === '/health' || url === '/ready'
}

/** Says whether the server lives (`/health`), or whether it can answer everything (`/ready`). */
export function sendHealth(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  follower: SiteFollower,
  copy: Copy | null,
): void {
  if (!isRead(method)) {
    refuseMethod(response, 'Use GET to read the health of the server.')
    return
  }
  if (url === '/health') {
    send(response, 200, '{"status":"alive"}')
    return
  }
  const why = whyNotReady(follower)
  if (why === null) send(response, 200, JSON.stringify({ status: 'ready', ...shown(follower, copy) }))
  else send(response, 503, errorBody('NOT_READY', why))
}

/** Why not everything can be answered now; null if it can. */
export function whyNotReady({ site, fault }: SiteFollower): string | null {
  if (fault !== null) return fault
  if (site === null || !site.isReady) return 'The database cannot be read right now.'
  return site.isShedding ? 'Too many operations are waiting.' : null
}

/** The last change that is shown, when it came, and, of a copy, until when it is known to lack nothing. */
function shown({ site }: SiteFollower, copy: Copy | null) {
  const revision = site?.revision() ?? null
  const change = revision === null ? {} : { revision: revision.id, importedAt: revision.committedAt }
  if (copy === null) return change
  return { ...change, asOf: copy.asOf?.toISOString() ?? null, age: Math.floor(secondsSince(copy.asOf)) }
}

/** How many seconds ago that was; if it never was, since this program began. */
export function secondsSince(moment: Date | null): number {
  return moment === null ? process.uptime() : (Date.now() - moment.getTime()) / 1_000
}

/** Answers with the metrics. */
export async function sendMetrics(
  { method }: IncomingMessage,
  response: ServerResponse,
  observation: Observation,
): Promise<void> {
  if (!isRead(method)) {
    refuseMethod(response, 'Metrics are read with GET.')
    return
  }
  const { type, text } = await observation.metrics()
  response.writeHead(200, { ...ownHeaders, 'content-type': type }).end(text)
}

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD'
}

function refuseMethod(response: ServerResponse, message: string): void {
  refuseRequest(response, { status: 405, code: 'METHOD_NOT_ALLOWED', message, headers: { allow: 'GET, HEAD' } })
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...ownHeaders, 'content-length': Buffer.byteLength(body) }).end(body)
}
