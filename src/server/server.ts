import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { flushCompileCache } from 'node:module'
import { Failure } from '../model/failure.ts'
import type { Settings } from '../settings/settings.ts'
import { openReader } from '../store/engine/database.ts'
import { createCore } from './core.ts'
import { errorBody } from './errors.ts'
import { readExplorer } from './explorer.ts'
import type { Log } from './log.ts'
import { Lane } from './operations/lane.ts'
import { OperationPool } from './operations/pool.ts'

// Not by `import`: that reads every name which the module has, and the name of one of them, WebSocket, loads Node's client.
const { createServer } = process.getBuiltinModule('node:http')

/** How many bytes of headers a request may have besides its URL: Node's own default. */
const headerBytes = 16_384

/** How long after it listens the server loads what the first light operations do not need, in milliseconds. */
const quietDelay = 250

type CreateApi = typeof import('./api.ts').createApi

/** A server that listens. */
export interface RunningServer {
  readonly address: string
  /** Takes no more requests, and resolves once those under way are answered. */
  close(): Promise<void>
}

/**
 * Serves the database that the settings name.
 *
 * @throws Failure ADDRESS_UNUSABLE, or one of `openReader`
 */
export async function startServer(settings: Settings, log: Log): Promise<RunningServer> {
  const database = openReader(settings.DIXIT_DB, { isMapped: true })
  const pool = new OperationPool(
    settings.DIXIT_DB,
    { processes: settings.OPERATION_PROCESSES, usePlans: settings.LIGHT_COST > 0 },
    settings,
    log,
  )
  const release = () => {
    pool.close()
    database.close()
  }
  const core = createCore(database, log, settings, { pool, explorer: readExplorer() })
  const lane = settings.LIGHT_COST > 0 && settings.TRUSTED_ONLY === 'false' ? new Lane(core, settings, log) : null
  let api: ReturnType<typeof loadApi> | undefined
  // Light operations need neither yoga nor the processes: both come when something else is asked, or in a quiet moment.
  const whole = () => {
    if (api === undefined) {
      pool.begin().catch((error: unknown) => log.error({ err: error }, 'no process that runs operations could begin'))
      api = loadApi(database, log, { settings, core, arePoolsReady: () => pool.isReady })
    }
    return api
  }
  const server = createHttpServer((request, response) => {
    // The address of a request is made of this header, and what is no address would be a fault further in.
    if (URL.canParse(`http://${request.headers.host ?? 'localhost'}/`)) {
      const otherwise = async () => (await whole())(request, response)
      if (lane === null) return otherwise()
      return lane.handle(request, response, otherwise)
    }
    const type = { 'content-type': 'application/json; charset=utf-8' }
    response.writeHead(400, type).end(errorBody('BAD_REQUEST', 'The header Host is no address.'))
  }, settings)
  try {
    const address = await listen(server, settings.HOST, settings.PORT)
    const moment = setTimeout(whole, quietDelay)
    return {
      address,
      close: () => {
        clearTimeout(moment)
        return stop(server).finally(release)
      },
    }
  } catch (error) {
    server.close()
    release()
    throw error
  }
}

async function loadApi(...given: Parameters<CreateApi>) {
  const { createApi } = await import('./api.ts')
  // Whoever is killed keeps nothing of what was compiled, unless it is written down before.
  flushCompileCache()
  return createApi(...given)
}

function createHttpServer(listener: RequestListener, settings: Settings): Server {
  const server = createServer({ maxHeaderSize: settings.MAX_URL_BYTES + headerBytes }, listener)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return
    const [status, code, message] =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', 'HEADERS_TOO_LARGE', 'Refused: the URL and headers are too long.']
        : ['400 Bad Request', 'BAD_REQUEST', 'This is no HTTP request.']
    const body = errorBody(code, message)
    const type = 'content-type: application/json; charset=utf-8'
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
  })
  return server
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection that is kept alive is idle once its answer is out, and nothing else would close it then.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearInterval(sweep)
}

/** Listens; resolves to the address once the server does. */
function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(addressUnusable(host, port, error)))
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
    })
  })
}

function addressUnusable(host: string, port: number, error: NodeJS.ErrnoException): Failure {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: PORT=${port + 1}.`,
    EACCES: `Port ${port} is reserved: this user may not listen on it. Choose one from 1024 up: PORT=4000.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Set HOST to one that is, such as 127.0.0.1.`,
    ENOTFOUND: `${host} is a host name that nobody knows. Set HOST to one that is known, such as 127.0.0.1.`,
  }
  const message = why[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}.`
  return new Failure('ADDRESS_UNUSABLE', message, { cause: error })
}
