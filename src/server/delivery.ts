import type { Plugin } from 'graphql-yoga'
import { htmlType } from './builtFiles.ts'
import { answerEncoding, compressAnswer } from './compression.ts'
import { errorBody } from './errors.ts'
import { acceptsPage, pagePolicy } from './explorer.ts'

/** What is said of a request that found nothing to answer it, by its HTTP status. */
const statusErrors: Readonly<Record<number, readonly [code: string, message: string]>> = {
  404: ['NOT_FOUND', 'There is nothing at this path. The API is at /graphql.'],
  405: ['METHOD_NOT_ALLOWED', 'The API accepts GET and POST.'],
  406: ['NOT_ACCEPTABLE', 'The API answers in application/graphql-response+json or application/json.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The request body must be application/json.'],
}

/** What a browser is told where nothing is found and no explorer was built. */
const plainPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not found · Dixit</title>
<h1>Not found</h1>
<p>There is nothing at this path. The API is at <code>/graphql</code>.</p>
</html>
`

/** The headers of a public, read-only site. */
export function siteHeaders(isShared: boolean): Readonly<Record<string, string>> {
  return {
    vary: isShared ? 'Origin, Accept, Accept-Encoding' : 'Accept, Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': isShared ? 'cross-origin' : 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  }
}

/** Sees to what every response has: errors in one shape, compression, and the headers of a public, read-only site. */
export function useDelivery({
  isShared,
  isPrivate,
  explorerPage,
}: {
  readonly isShared: boolean
  readonly isPrivate: boolean
  /** The page of the explorer, which says itself that nothing is found; null where none was built. */
  readonly explorerPage: () => string | null
}): Plugin {
  const site = Object.entries(siteHeaders(isShared))
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const { status } = response
      // Copied one by one: Headers made of an object, or of others, change that when they are changed.
      const headers = new fetchAPI.Headers(Object.fromEntries(response.headers))
      for (const [name, value] of site) {
        if (name !== 'content-security-policy' || !headers.has(name)) headers.set(name, value)
      }
      // The length is told below; both together are no HTTP (RFC 9112, 6.2).
      headers.delete('transfer-encoding')
      if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
      // What one client may see, a cache must not give to another.
      if (isPrivate) headers.set('cache-control', String(headers.get('cache-control')).replace('public', 'private'))
      if (status === 503) headers.set('retry-after', '1')
      // Fonts and pictures are not text, and compressed as they are. Files to take away are written as they are read.
      const isPacked = /^(font|image)\//.test(headers.get('content-type') ?? '') || headers.has('content-disposition')
      if (status === 204 || status === 304 || isPacked || headers.has('content-encoding')) {
        setResponse(new fetchAPI.Response(response.body, { status, headers }))
        return
      }

      let text = await response.text()
      // A page has a policy of its own, and says itself that nothing was found.
      const isPage = response.headers.has('content-security-policy')
      if (status >= 400 && !isPage && !isJson(text)) {
        const isForPeople = status === 404 && acceptsPage(request)
        const [code, message] = statusErrors[status] ?? ['BAD_REQUEST', 'The request could not be answered.']
        text = isForPeople ? (explorerPage() ?? plainPage) : errorBody(code, message)
        headers.set('content-type', isForPeople ? htmlType : 'application/json; charset=utf-8')
        if (isForPeople) headers.set('content-security-policy', pagePolicy)
      }
      const plain = Buffer.from(text)
      const encoding = answerEncoding(request.headers.get('accept-encoding'), plain.byteLength)
      const body = encoding === null ? plain : await compressAnswer(encoding, plain)
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
