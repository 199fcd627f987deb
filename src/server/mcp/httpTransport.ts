import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js'
import { Failure } from '../../model/failure.ts'
import type { Settings } from '../../settings/settings.ts'
import { readBounded } from '../boundedBody.ts'
import { requestGuard } from '../front/guards.ts'
import { createHttpServer } from '../front/httpServer.ts'
import { ownHeaders, refuseRequest } from '../front/refuse.ts'
import { type MessageFault, readMessage } from './message.ts'

const path = '/mcp'

/**
 * Serves tools over streamable HTTP, without sessions: each request is answered by a server of its own, for those alone
 * whom the graph is for.
 *
 * @throws Failure BAD_SETTING
 */
export function serveMcp(create: () => Server, settings: Settings): Promise<string> {
  const guard = requestGuard(settings)
  const http = createHttpServer(settings, (request, response) => {
    const refusal = guard(request)
    if (refusal !== null) refuseRequest(response, refusal)
    else if (request.url?.split('?')[0] !== path) {
      refuseRequest(response, { status: 404, code: 'NOT_FOUND', message: `The tools are at ${path}.` })
    } else if (request.method !== 'POST') {
      const headers = { allow: 'POST' }
      refuseRequest(response, {
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        message: 'There are no sessions: use POST.',
        headers,
      })
    } else if (!isOwn(request, settings)) {
      refuseRequest(response, {
        status: 403,
        code: 'FORBIDDEN_ORIGIN',
        message: 'Pages of other sites may not call this server (CORS_ORIGIN).',
      })
    } else void answer(create, settings.MAX_BODY_BYTES, request, response)
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

async function answer(
  create: () => Server,
  mostBytes: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { bytes } = await readBounded(request, mostBytes)
    if (bytes === null) {
      const message = `Refused: more than ${mostBytes} bytes in the body of the request.`
      refuseRequest(response, { status: 413, code: 'BODY_TOO_LARGE', message })
      return
    }
    const { message, fault } = readMessage(bytes)
    if (fault !== undefined) {
      answerFault(response, fault)
      return
    }
    const server = create()
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    response.once('close', () => void server.close())
    await server.connect(transport)
    await transport.handleRequest(request, response, message)
  } catch {
    // The client has gone in the midst of its request, or of the answer.
    response.destroy()
  }
}

/** What is no message is a bad request; a message that asks for something in a wrong form was a good one. */
function answerFault(response: ServerResponse, fault: MessageFault): void {
  const body = JSON.stringify(fault)
  const status = fault.error.code === ErrorCode.InvalidParams ? 200 : 400
  response.writeHead(status, { ...ownHeaders, 'content-length': Buffer.byteLength(body) }).end(body)
}
