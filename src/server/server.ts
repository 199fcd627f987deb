import { createServer, type Server } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga } from 'graphql-yoga'
import type { Logger } from 'pino'
import { schema } from '../graph/schema.ts'
import { Failure } from '../model/failure.ts'
import type { Database } from '../store/database.ts'
import { Reader } from '../store/reader.ts'
import { maskError } from './errors.ts'
import { readExamples } from './examples.ts'
import { permalinks } from './permalink.ts'

/** The path of the API, and of GraphiQL for a browser. */
export const graphqlPath = '/graphql'

/**
 * The GraphQL API over one database, with its permalinks: every request reads through loaders of its own.
 *
 * `baseUrl` is where permalinks begin; if it is not given, they begin where the request was sent to.
 */
export function createApi(
  database: Database,
  log: Logger,
  { baseUrl }: { readonly baseUrl?: string | undefined } = {},
) {
  const baseUrlOf = (request: Request) => baseUrl ?? new URL(request.url).origin
  return createYoga({
    schema,
    graphqlEndpoint: graphqlPath,
    context: ({ request }) => ({ read: new Reader(database), baseUrl: baseUrlOf(request) }),
    plugins: [permalinks(database, graphqlPath, baseUrlOf)],
    maskedErrors: { maskError: error => maskError(error, fault => log.error({ err: fault }, 'internal fault')) },
    graphiql: {
      title: 'Dixit',
      defaultTabs: readExamples().map(({ query }) => ({ query })),
    },
    renderGraphiQL,
    landingPage: false,
    logging: {
      debug: (...args) => log.debug(args),
      info: (...args) => log.info(args),
      warn: (...args) => log.warn(args),
      // Faults of ours are logged where they are masked; yoga would log what clients do wrong as well.
      error: (...args) => log.debug(args),
    },
  })
}

/** The HTTP server of the API. The root of the site leads to GraphiQL. */
export function createHttpServer(api: ReturnType<typeof createApi>): Server {
  return createServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(302, { location: graphqlPath }).end()
      return
    }
    void api(request, response)
  })
}

/**
 * Listens; resolves to the address once the server does.
 *
 * @throws Failure ADDRESS_UNUSABLE if it cannot
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
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
