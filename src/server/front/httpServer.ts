import type { RequestListener, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Settings } from '../../settings/settings.ts'
import { errorBody } from '../errors.ts'
import { refuseRequest } from './refuse.ts'

// Not by `import`: that reads every name which the module has, and the name of one of them, WebSocket, loads Node's client.
const { createServer } = process.getBuiltinModule('node:http')

/** How many bytes of headers a request may have besides its URL: Node's own default. */
const headerBytes = 16_384

/** How long a connection is kept without a request, and how long one may stand still in the midst of one, in milliseconds. */
const keptAlive = 10_000
const stillness = 60_000

/** How long a client that was refused may take to close his end, in milliseconds: until then he has a place. */
const lingering = 1_000

/** What is said of a request that Node cannot read, by the code of its error. */
const unreadable: Readonly<Record<string, readonly [status: string, code: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'HEADERS_TOO_LARGE',
    'Refused: the URL and headers are too long.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_TIMEOUT', 'The request took too long to arrive.'],
}
const notHttp = ['400 Bad Request', 'BAD_REQUEST', 'This is no HTTP request.'] as const

/** A server that does not wait for ever for anybody, and says what is wrong in the one shape that errors have. */
export function createHttpServer(settings: Settings, listener: RequestListener): Server {
  const { MAX_URL_BYTES, MAX_CONNECTIONS, MAX_REQUEST_MS } = settings
  const server = createServer(
    {
      maxHeaderSize: MAX_URL_BYTES + headerBytes,
      headersTimeout: Math.min(MAX_REQUEST_MS, 10_000),
      requestTimeout: MAX_REQUEST_MS,
      keepAliveTimeout: keptAlive,
      connectionsCheckingInterval: Math.min(MAX_REQUEST_MS, 1_000),
      // Node would answer without a body.
      requireHostHeader: false,
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    listener,
  )
  server.maxConnections = MAX_CONNECTIONS
  server.setTimeout(stillness)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    say(socket, ...(unreadable[error.code ?? ''] ?? notHttp))
  })
  server.on('checkExpectation', (_, response) => {
    refuseRequest(response, {
      status: 417,
      code: 'EXPECTATION_FAILED',
      message: 'Expect may only be 100-continue.',
    })
  })
  server.on('connect', (_, socket) => {
    say(socket, '405 Method Not Allowed', 'METHOD_NOT_ALLOWED', 'This is no proxy.')
  })
  server.on('upgrade', (_, socket) => {
    const message = 'There are no WebSockets, because there are no subscriptions. Use HTTP: POST /graphql.'
    say(socket, '426 Upgrade Required', 'NO_WEBSOCKETS', message)
  })
  return server
}

function say(socket: Duplex, status: string, code: string, message: string): void {
  if (!socket.writable) return
  const body = errorBody(code, message)
  const type = 'content-type: application/json; charset=utf-8'
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
  setTimeout(() => socket.destroy(), lingering).unref()
}
