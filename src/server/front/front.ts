import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Settings } from '../../settings/settings.ts'
import type { Observation } from '../observe/observation.ts'
import { answerWithin, recordRequest } from '../observe/requestRecord.ts'
import type { Site } from '../site.ts'
import type { SiteFollower } from '../siteFollower.ts'
import { requestGuard } from './guards.ts'
import { type Copy, isHealth, metricsPath, sendHealth, sendMetrics } from './health.ts'
import { type RequestRefusal, refuseRequest } from './refuse.ts'

const outside: RequestRefusal = { status: 404, code: 'NOT_FOUND', message: 'The site is not at this path.' }

/**
 * What every request passes before anything of it is read: it gets an id, and is refused if it is not meant for this
 * server, not allowed, or of no form that is read here.
 *
 * @throws Failure BAD_SETTING
 */
export function createFront(
  settings: Settings,
  follower: SiteFollower,
  copy: Copy | null,
  observation: Observation,
): RequestListener {
  const guard = requestGuard(settings)
  const hasMetrics = settings.METRICS_PORT === undefined

  function refusalOf(request: IncomingMessage): RequestRefusal | null {
    const path = withoutBase(request.url ?? '', settings.BASE_PATH ?? '')
    if (path === null) return outside
    request.url = path
    return guard(request)
  }

  /** What is answered before the site is asked; null if the site is to answer. */
  function ownAnswer(request: IncomingMessage, response: ServerResponse): (() => unknown) | null {
    if (isHealth(request)) return () => sendHealth(request, response, follower, copy)
    const refusal = refusalOf(request)
    if (refusal !== null) return () => refuseRequest(response, refusal)
    if (hasMetrics && request.url === metricsPath) return () => sendMetrics(request, response, observation)
    const { site, fault } = follower
    const lack = site === null ? notReady(fault) : behind(request, response, site)
    return lack === null ? null : () => refuseRequest(response, lack)
  }

  return (request, response) => {
    const record = recordRequest(request, response, observation.observers)
    const answer = ownAnswer(request, response)
    if (answer !== null) answerWithin(record, response, answer)
    else follower.site?.handle(request, response, record)
  }
}

/** The path within the site; null if it is outside of that. */
function withoutBase(url: string, base: string): string | null {
  if (base === '') return url
  if (url === base) return '/'
  return url.startsWith(`${base}/`) ? url.slice(base.length) : null
}

function notReady(fault: string | null): RequestRefusal {
  const message = fault ?? 'The database cannot be read right now.'
  return { status: 503, code: 'NOT_READY', message, headers: { 'retry-after': '1' } }
}

/**
 * Refuses whoever has seen more than this server shows, as one of several copies may be older than another: the client
 * says the least revision that it takes, and is told which one this is.
 */
function behind(request: IncomingMessage, response: ServerResponse, site: Site): RequestRefusal | null {
  const asked = request.headers['dixit-at-least']
  if (asked === undefined) return null
  const shown = site.revision()?.id ?? 0
  response.setHeader('dixit-revision', String(shown))
  if (shown >= Number(asked)) return null
  const message = `This server shows revision ${shown}, but the request asks for a later one.`
  return { status: 503, code: 'BEHIND', message, headers: { 'retry-after': '1' } }
}
