import type { ServerResponse } from 'node:http'
import { siteHeaders } from '../delivery.ts'
import { errorBody } from '../errors.ts'
import { currentRequest } from '../observe/requestRecord.ts'

/** A request that is refused before anything of it is read. */
export interface RequestRefusal {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

/** The headers of what is answered before the API is asked. */
export const ownHeaders = {
  ...siteHeaders(false),
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
} as const

/** Answers a request with why it is refused, in the one shape that errors have. */
export function refuseRequest(response: ServerResponse, { status, code, message, headers = {} }: RequestRefusal): void {
  const record = currentRequest()
  if (record) record.code = code
  const body = errorBody(code, message)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.writeHead(status, { ...ownHeaders, 'content-length': Buffer.byteLength(body) }).end(body)
}
