import { hash } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import { acceptedEncoding, compress, type Encoding, tagHeld, tagOf } from './compression.ts'
import { readExamples } from './examples.ts'

/** The page is made once, so that it is worth some effort. */
const effort = 8

/**
 * GraphiQL for browsers, at the path of the API: one page with its scripts and styles in it, which opens with the worked
 * examples.
 *
 * Its Content-Security-Policy names its one script by digest and lets it connect to this server alone.
 */
export function useGraphiql(path: string): Plugin {
  let made: Promise<Page> | null = null
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== path) return
      if (!request.headers.get('accept')?.includes('text/html')) return
      made ??= makePage(path)
      const { stamp, policy, bytes, encoded } = await made
      const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy }
      const held = tagHeld(request, stamp)
      if (held !== null) {
        endResponse(new fetchAPI.Response(null, { status: 304, headers: { ...headers, etag: held } }))
        return
      }
      const encoding = acceptedEncoding(request.headers.get('accept-encoding'))
      const body = encoded.get(encoding) ?? compress(encoding ?? 'gzip', bytes, effort)
      encoded.set(encoding, body)
      endResponse(
        new fetchAPI.Response(await body, {
          headers: {
            ...headers,
            'content-type': 'text/html; charset=utf-8',
            'content-length': String((await body).byteLength),
            etag: tagOf(stamp, encoding),
            ...(encoding === null ? {} : { 'content-encoding': encoding }),
          },
        }),
      )
    },
  }
}

interface Page {
  readonly stamp: string
  readonly policy: string
  readonly bytes: Buffer<ArrayBuffer>
  readonly encoded: Map<Encoding | null, Promise<Buffer<ArrayBuffer>>>
}

/** Made when it is asked for first: the package is nine megabytes of script, which a program that only asks never needs. */
async function makePage(path: string): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const page = renderGraphiQL({
    title: 'Dixit',
    endpoint: path,
    defaultTabs: readExamples().map(({ query }) => ({ query })),
  })
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash('sha256', scriptOf(page), 'base64')}'`,
    // Monaco, the editor in GraphiQL, makes its styles while it runs, and its workers of blobs.
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const bytes = Buffer.from(page)
  return {
    stamp: hash('sha256', page, 'hex').slice(0, 32),
    policy,
    bytes,
    encoded: new Map([[null, Promise.resolve(bytes)]]),
  }
}

/** What stands between the tags of the page's one script. */
function scriptOf(page: string): string {
  return page.slice(page.indexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'))
}
