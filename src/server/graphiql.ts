import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'graphql-yoga'
import { rootGroups } from '../graph/rootGroups.ts'
import { slugLists } from '../graph/slugLists.ts'
import {
  type BuiltPage,
  beingBuilt,
  builtFile,
  followBuild,
  htmlType,
  type LatestBuild,
  readBuilt,
} from './builtFiles.ts'
import { acceptedEncoding, type ContentEncoding, compress, tagHeld, tagOf } from './compression.ts'
import { readExamples, textsOf } from './examples.ts'

/** Where `npm run build` puts GraphiQL. */
const builtFolder = fileURLToPath(new URL('../../dist/graphiql', import.meta.url))
const assets = 'graphiql-assets'
const name = 'GraphiQL'

/** The page is made once of each build, so that it is worth some effort. */
const effort = 8

/** GraphiQL as it was built last. */
type Graphiql = () => LatestBuild<BuiltPage>

/** Reads GraphiQL, and follows later builds; null where it was not built. */
export function readGraphiql(folder: string = builtFolder): Graphiql | null {
  const file = join(folder, 'index.html')
  if (!existsSync(file)) return null
  return followBuild(folder, ['index.html', assets], () => ({
    page: readFileSync(file, 'utf8'),
    ...readBuilt(join(folder, assets)),
  }))
}

/** No script or style but the files of the page, and no request to anywhere but this server. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Monaco, the editor in GraphiQL, makes its styles while it runs.
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * GraphiQL for browsers, at the path of the API, which a proxy may have under another (`endpoint`): its page, in which the server
 * tells of the worked examples and of what can be named, and the files of the page, which are loaded when they are needed.
 */
export function useGraphiql(path: string, endpoint: string, graphiql: Graphiql | null = readGraphiql()): Plugin {
  let page: Page | undefined
  return {
    async onRequest({ request, url: { pathname }, fetchAPI: { Response }, endResponse }) {
      if (request.method !== 'GET') return
      if (graphiql && pathname.startsWith(`/${assets}/`)) {
        const { build, isWhole } = graphiql()
        const file = pathname.slice(assets.length + 2)
        if (!isWhole) endResponse(beingBuilt(name, policy, Response))
        else if (build.files.has(file)) endResponse(builtFile(build, file, request, Response))
        return
      }
      if (pathname !== path || !request.headers.get('accept')?.includes('text/html')) return
      const latest = graphiql?.()
      if (latest?.isWhole === false) {
        endResponse(beingBuilt(name, policy, Response))
        return
      }
      const built = latest?.build.page ?? notBuilt
      if (page?.built !== built) page = makePage(built, endpoint)
      const { stamp, encoded } = page
      const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy }
      const held = tagHeld(request.headers.get('if-none-match'), stamp)
      if (held !== null) {
        endResponse(new Response(null, { status: 304, headers: { ...headers, etag: held } }))
        return
      }
      const encoding = acceptedEncoding(request.headers.get('accept-encoding'))
      const body = await encoded(encoding)
      endResponse(
        new Response(body, {
          headers: {
            ...headers,
            'content-type': htmlType,
            'content-length': String(body.byteLength),
            etag: tagOf(stamp, encoding),
            ...(encoding === null ? {} : { 'content-encoding': encoding }),
          },
        }),
      )
    },
  }
}

const notBuilt = `<!doctype html>
<html lang="en">
<title>Dixit</title>
<h1>GraphiQL is not built</h1>
<p><code>npm run build</code> builds it. The API at this address takes a POST, and <a href="schema.graphql">says what it has</a>.</p>
<script type="application/json" id="told">{}</script>
</html>
`

interface Page {
  /** What it was made from. */
  readonly built: string
  readonly stamp: string
  encoded(encoding: ContentEncoding | null): Promise<Buffer<ArrayBuffer>>
}

function makePage(built: string, endpoint: string): Page {
  const examples = readExamples().map(example => ({ ...example, ...textsOf(example) }))
  const told = { endpoint, examples, roots: rootGroups(), slugs: slugLists() }
  // No text in it ends the element.
  const json = JSON.stringify(told).replaceAll('<', '\\u003c')
  const page = built.replace('id="told">{}<', () => `id="told">${json}<`)
  const bytes = Buffer.from(page)
  const made = new Map<ContentEncoding | null, Promise<Buffer<ArrayBuffer>>>([[null, Promise.resolve(bytes)]])
  return {
    built,
    stamp: hash('sha256', page, 'hex').slice(0, 32),
    encoded(encoding) {
      const body = made.get(encoding) ?? compress(encoding ?? 'gzip', bytes, effort)
      made.set(encoding, body)
      return body
    },
  }
}
