import type { IncomingMessage } from 'node:http'
import { graphqlPath } from '../routes.ts'
import type { RequestRefusal } from './refuse.ts'

const address: RequestRefusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The address of a request must start with a slash.',
}
const encoding: RequestRefusal = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'The request body must not have a Content-Encoding.',
  headers: { 'accept-encoding': 'identity' },
}
const type: RequestRefusal = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'The request body must be application/json in UTF-8.',
  headers: { 'accept-post': 'application/json' },
}

/**
 * Refuses what the API does not read: a body that is compressed, or of another type than JSON. A page of any site may
 * send a form or plain text without asking first, and would have the server work for it.
 */
export function shapeGuard({ headers, method, url = '' }: IncomingMessage): RequestRefusal | null {
  if (!url.startsWith('/') && url !== '*') return address
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return encoding
  if (method !== 'POST' || !isApi(url)) return null
  return /^application\/json *(;|$)(?!.*charset *= *(?!"?utf-8"?))/i.test(headers['content-type'] ?? '') ? null : type
}

function isApi(url: string): boolean {
  return url === graphqlPath || url.startsWith(`${graphqlPath}?`) || url.startsWith(`${graphqlPath}/`)
}
