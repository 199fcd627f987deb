import type { Plugin } from 'graphql-yoga'
import { acceptedEncoding, compress, compressionFloor } from './compression.ts'
import { errorBody } from './errors.ts'

/** Brotli's quality for answers, which are made anew each time. */
const effort = 4

/** What is said of a request that found nothing to answer it, by its HTTP status. */
const statusErrors: Readonly<Record<number, readonly [code: string, message: string]>> = {
  404: ['NOT_FOUND', 'There is nothing at this path. The API is at /graphql.'],
  405: ['METHOD_NOT_ALLOWED', 'The API is asked by GET or POST.'],
  406: ['NOT_ACCEPTABLE', 'The API answers in application/graphql-response+json or application/json.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The body is expected in application/json.'],
}

/** Sees to what every response has: errors in one shape, compression, and the headers of a public, read-only site. */
export function useDelivery({ isShared }: { readonly isShared: boolean }): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const { status } = response
      const headers = new fetchAPI.Headers(response.headers)
      headers.set('vary', isShared ? 'Origin, Accept, Accept-Encoding' : 'Accept, Accept-Encoding')
      headers.set('x-content-type-options', 'nosniff')
      headers.set('referrer-policy', 'no-referrer')
      headers.set('cross-origin-opener-policy', 'same-origin')
      headers.set('cross-origin-resource-policy', isShared ? 'cross-origin' : 'same-origin')
      if (!headers.has('content-security-policy')) {
        headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      }
      if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
      if (status === 503) headers.set('retry-after', '1')
      if (status === 204 || status === 304 || headers.has('content-encoding')) {
        setResponse(new fetchAPI.Response(response.body, { status, headers }))
        return
      }

      let text = await response.text()
      if (status >= 400 && !isJson(text)) {
        const [code, message] = statusErrors[status] ?? ['BAD_REQUEST', 'The request cannot be answered.']
        text = errorBody(code, message)
        headers.set('content-type', 'application/json; charset=utf-8')
      }
      const plain = Buffer.from(text)
      const encoding = plain.byteLength < compressionFloor ? null : acceptedEncoding(request)
      const body = encoding === null ? plain : await compress(encoding, plain, effort)
      if (encoding !== null) {
        headers.set('content-encoding', encoding)
        const tag = headers.get('etag')
        if (tag !== null) headers.set('etag', tag.replace(/"$/, `-${encoding}"`))
      }
      headers.set('content-length', String(body.byteLength))
      setResponse(new fetchAPI.Response(body, { status, headers }))
    },
  }
}

function isJson(text: string): boolean {
  return text.startsWith('{')
}
