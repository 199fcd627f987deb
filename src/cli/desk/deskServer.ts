/**
 * The small server of a page of the desk: on this machine alone, for whoever has the token of its address. It has nothing to do with
 * the server of the graph, which is read-only and may be public.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { DecidedElsewhere } from '../../draft/desk/decisionLog.ts'
import { Failure } from '../../model/failure.ts'
import { mediaTypeOf } from '../../server/builtFiles.ts'
import { builtFolder, pagePolicy } from '../../server/explorer.ts'

const loopback = '127.0.0.1'
const mostBytes = 200_000

export interface DeskServer {
  /** The address with its token: who has it can decide. */
  readonly address: string
  close(): Promise<void>
}

/** What stands on the desk: what is shown, and what a person can do. */
export interface OnServer<Action> {
  readonly page: 'desk.html' | 'settle.html'
  readonly actions: z.ZodType<Action>
  readonly state: () => unknown
  /** @throws Failure where it cannot be done (yet) */
  readonly perform: (action: Action, revision: string) => string | null
  /** The address at which differences with another coder are settled; not there where nothing is to be settled. */
  readonly settle?: (coder: string) => Promise<string>
}

export interface DeskServerOptions {
  readonly port: number
  /** Brings what was decided into the graph, and says what became of it. */
  readonly importNow: () => string
  /** Where the pages were built. */
  readonly pages?: string
}

/** @throws Failure BAD_USAGE where the page was not built */
export async function startDeskServer<Action>(desk: OnServer<Action>, options: DeskServerOptions): Promise<DeskServer> {
  const { port, importNow, pages = builtFolder } = options
  const asked = z.strictObject({ revision: z.string(), action: desk.actions })
  const page = join(pages, desk.page)
  if (!existsSync(page)) throw new Failure('BAD_USAGE', 'The desk page has not been built. Run npm run build.')
  const assets = new Set(readdirSync(join(pages, 'assets')))
  const token = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => {
    void answer(request).then(
      found => send(response, found),
      (error: unknown) => {
        console.error(error)
        send(response, plain(500, 'Something went wrong. See the terminal for details.'))
      },
    )
  })
  server.listen(port, loopback)
  await once(server, 'listening')
  const bound = server.address()
  const origins = [loopback, 'localhost'].map(name => `http://${name}:${typeof bound === 'object' ? bound?.port : ''}`)

  async function answer(request: IncomingMessage): Promise<Answer> {
    // A page of another site may have its own name lead to this machine: its browser still sends that name.
    if (!origins.includes(`http://${request.headers.host}`))
      return plain(421, 'This server does not answer to that host name.')
    const url = URL.parse(request.url ?? '/', origins[0])
    const [, given = '', ...rest] = url?.pathname.split('/') ?? []
    if (!isSame(given, token)) return plain(404, 'There is nothing here. The terminal shows the full address.')
    const path = rest.join('/')
    if (request.method === 'GET' && path === 'settle') return settle(url?.searchParams.get('with') ?? '')
    if (request.method === 'GET') return read(path)
    if (request.method !== 'POST') return plain(405, 'Only GET and POST are allowed.')
    const { origin, 'content-type': type = '' } = request.headers
    if (origin === undefined || !origins.includes(origin))
      return plain(403, 'Only the desk’s own page may send decisions.')
    if (!type.startsWith('application/json')) return plain(415, 'Expected JSON.')
    return write(path, await bodyOf(request))
  }

  async function settle(coder: string): Promise<Answer> {
    if (desk.settle === undefined) return plain(404, 'There is nothing to settle here.')
    try {
      return { ...plain(303, ''), location: await desk.settle(coder) }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return plain(404, error.message)
    }
  }

  function read(path: string): Answer {
    if (path === '') return { status: 200, type: 'text/html; charset=utf-8', body: readFileSync(page) }
    if (path === 'state') return json(200, { state: desk.state(), said: null })
    const file = path.slice('assets/'.length)
    if (!path.startsWith('assets/') || !assets.has(file)) return plain(404, 'No such file.')
    return { status: 200, type: mediaTypeOf(file), body: readFileSync(join(pages, 'assets', file)) }
  }

  function write(path: string, body: unknown): Answer {
    try {
      if (path === 'import') return json(200, { state: desk.state(), said: importNow() })
      if (path !== 'act') return plain(404, 'There is no action of that name.')
      const { data, error } = asked.safeParse(body)
      if (error) return json(400, { state: desk.state(), said: 'Expected a revision and an action.' })
      const said = desk.perform(data.action, data.revision)
      return json(200, { state: desk.state(), said })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const status = error instanceof DecidedElsewhere ? 409 : 422
      return json(status, { state: desk.state(), said: error.message })
    }
  }

  return {
    address: `${origins[0]}/${token}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly location?: string
}

function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) }
}

function send(response: ServerResponse, { status, type, body, location }: Answer): void {
  response.writeHead(status, {
    ...(location !== undefined && { location }),
    'content-type': type,
    'content-security-policy': pagePolicy,
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // The token stands in the address.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

/** The body as JSON; null if it is not JSON, is too long, or did not arrive whole. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      // Read to its end all the same: a connection that is cut takes the answer with it.
      if (length <= mostBytes) chunks.push(bytes)
    }
    if (length > mostBytes) return null
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}

function isSame(given: string, token: string): boolean {
  const one = Buffer.from(given)
  const other = Buffer.from(token)
  return one.length === other.length && timingSafeEqual(one, other)
}
