import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is known of a request while it is answered. */
export interface RequestRecord {
  readonly id: string
  /** The trusted document that it asks for. */
  document: string | null
  /** The code of its first error. */
  code: string | null
}

/** A request that was answered, or whose client has gone. */
export interface FinishedRequest extends RequestRecord {
  readonly begun: Date
  readonly milliseconds: number
  readonly method: string
  /** Without the query string, which may hold what somebody looks for. */
  readonly path: string
  readonly status: number
  /** Whether the answer went out whole. */
  readonly isWhole: boolean
  readonly headers: IncomingMessage['headers']
}

/** Hears of each request that is done with. */
export type Observer = (request: FinishedRequest) => void

const records = new AsyncLocalStorage<RequestRecord>()
const run = randomBytes(5).toString('hex')
let count = 0

/** The request that is answered now; undefined outside of any. */
export function currentRequest(): RequestRecord | undefined {
  return records.getStore()
}

/** The id of that request, as a detail of a line of the log or of an error. */
export function requestId(): { readonly requestId?: string } {
  const request = currentRequest()
  return request === undefined ? {} : { requestId: request.id }
}

/** Does the work within the record of an operation that another process was sent. */
export function withinRequest<T>(id: string, work: () => T): T {
  return records.run({ id, document: null, code: null }, work)
}

/** The header that says the id of a request. */
export const idHeader = 'x-request-id'

/**
 * Answers within the record of a request, and with its id. Small operations are handed their record instead: what an
 * asynchronous context binds outlives its request, and collecting that takes longer than answering.
 */
export function answerWithin(record: RequestRecord, response: ServerResponse, answer: () => void): void {
  response.setHeader(idHeader, record.id)
  records.run(record, answer)
}

/** The record of a request, with the id that a proxy gave it or one of its own; it is observed once the request is done. */
export function recordRequest(
  request: IncomingMessage,
  response: ServerResponse,
  observers: readonly Observer[],
): RequestRecord {
  const given = request.headers[idHeader]
  count += 1
  const id = typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : `${run}-${count.toString(36)}`
  const record: RequestRecord = { id, document: null, code: null }
  if (observers.length > 0) {
    const begin = performance.now()
    const { method = '', url = '', headers } = request
    const [path = ''] = url.split('?', 1)
    response.once('close', () => {
      const milliseconds = performance.now() - begin
      const finished = {
        ...record,
        begun: new Date(Date.now() - milliseconds),
        milliseconds,
        method,
        path,
        status: response.statusCode,
        isWhole: response.writableFinished,
        headers,
      }
      for (const observe of observers) observe(finished)
    })
  }
  return record
}
