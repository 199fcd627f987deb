import { hash } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import { acceptedEncoding, compress, type Encoding, tagHeld, tagOf } from './compression.ts'
import { readExamples } from './examples.ts'

/** The page is made once, so that it is worth some effort. */
const effort = 8

/**
 * GraphiQL for browsers, at the path of the API, which a proxy may have under another (`endpoint`): one page with its scripts and styles in it, which opens with the worked
 * examples.
 *
 * Its Content-Security-Policy names its one script by digest and lets it connect to this server alone.
 */
export function useGraphiql(path: string, endpoint: string): Plugin {
  let page: Promise<Page> | undefined
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== path) return
      if (!request.headers.get('accept')?.includes('text/html')) return
      page ??= makePage(endpoint)
      const { stamp, policy, encoded } = await page
      const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy }
      const held = tagHeld(request.headers.get('if-none-match'), stamp)
      if (held !== null) {
        endResponse(new fetchAPI.Response(null, { status: 304, headers: { ...headers, etag: held } }))
        return
      }
      const encoding = acceptedEncoding(request.headers.get('accept-encoding'))
      const body = await encoded(encoding)
      endResponse(
        new fetchAPI.Response(body, {
          headers: {
            ...headers,
            'content-type': 'text/html; charset=utf-8',
            'content-length': String(body.byteLength),
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
  encoded(encoding: Encoding | null): Promise<Buffer<ArrayBuffer>>
}

async function makePage(endpoint: string): Promise<Page> {
  // Nine megabytes of scripts, which take half a second to load: whoever asks first waits for them, and not every start.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const rendered = renderGraphiQL({
    title: 'Dixit',
    endpoint,
    defaultTabs: readExamples().map(({ query }) => ({ query })),
  })
  // Its app is as high and as wide as the window, and what it keeps out of sight is beyond: both would get scroll bars.
  const page = rendered.replace('</head>', '<style>body { overflow: hidden }</style></head>')
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
  const made = new Map<Encoding | null, Promise<Buffer<ArrayBuffer>>>([[null, Promise.resolve(bytes)]])
  return {
    stamp: hash('sha256', page, 'hex').slice(0, 32),
    policy,
    encoded(encoding) {
      const body = made.get(encoding) ?? compress(encoding ?? 'gzip', bytes, effort)
      made.set(encoding, body)
      return body
    },
  }
}

/** What stands between the tags of the page's one script. */
function scriptOf(page: string): string {
  return page.slice(page.indexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'))
}
