import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { Failure } from '../../model/failure.ts'
import type { Settings } from '../../settings/settings.ts'
import { createHttpServer } from '../front/httpServer.ts'
import { refuseRequest } from '../front/refuse.ts'

const path = '/mcp'

/** Serves tools over streamable HTTP, without sessions: each request is answered by a server of its own. */
export function serveMcp(create: () => Server, settings: Settings): Promise<string> {
  const http = createHttpServer(settings, (request, response) => {
    if (request.url?.split('?')[0] !== path) {
      refuseRequest(response, { status: 404, code: 'NOT_FOUND', message: `The tools are at ${path}.` })
    } else if (request.method !== 'POST') {
      const headers = { allow: 'POST' }
      refuseRequest(response, {
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        message: 'There are no sessions: POST alone.',
        headers,
      })
    } else if (!isOwn(request, settings)) {
      refuseRequest(response, {
        status: 403,
        code: 'FORBIDDEN_ORIGIN',
        message: 'Pages of other sites may not ask here (CORS_ORIGIN).',
      })
    } else void answer(create(), request, response)
  })
  return new Promise((resolve, reject) => {
    http.once('error', error =>
      reject(new Failure('ADDRESS_UNUSABLE', `Cannot listen on ${settings.HOST}:${settings.PORT}: ${error.message}.`)),
    )
    http.listen(settings.PORT, settings.HOST, () => {
      const address = http.address()
      const port = typeof address === 'object' && address !== null ? address.port : settings.PORT
      resolve(`http://${settings.HOST}:${port}${path}`)
    })
  })
}

/** A browser says from which page it asks: one of another site could reach a server that listens for this machine alone. */
function isOwn({ headers }: IncomingMessage, { CORS_ORIGIN }: Settings): boolean {
  const { origin } = headers
  return origin === undefined || CORS_ORIGIN === '*' || CORS_ORIGIN.split(',').includes(origin)
}

async function answer(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
  response.once('close', () => void server.close())
  await server.connect(transport)
  await transport.handleRequest(request, response)
}
