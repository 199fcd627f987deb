import { IncomingMessage, ServerResponse } from 'node:http'
import { createYoga, type Plugin } from 'graphql-yoga'
import { schema } from '../graph/schema.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import type { Database } from '../store/engine/database.ts'
import { useConditionalGet } from './conditionalGet.ts'
import { type Core, createCore } from './core.ts'
import { corsOptions } from './cors.ts'
import { useDelivery } from './delivery.ts'
import { maskError } from './errors.ts'
import { useExplorer } from './explorer.ts'
import { useExport } from './export/useExport.ts'
import { useFeed } from './feed/feed.ts'
import { isRestricted } from './front/access.ts'
import { useGraphiql } from './graphiql.ts'
import { usePublications } from './linked/usePublications.ts'
import type { Log } from './log.ts'
import { maskingRoutes } from './maskedRoutes.ts'
import { requestId } from './observe/requestRecord.ts'
import { useObservation } from './observe/useObservation.ts'
import type { Client } from './operations/operation.ts'
import { useOperations } from './operations/yoga.ts'
import { permalinks } from './permalink.ts'
import { useRequestLimits } from './requestLimits.ts'
import { graphqlPath, useRoutes } from './routes.ts'
import { useTrustedDocuments } from './trustedDocuments.ts'

interface ApiOptions {
  readonly settings?: Settings
  readonly core?: Core
}

/**
 * The site over one database: the GraphQL API, with its limits, its permalinks, and GraphiQL.
 *
 * Permalinks begin with BASE_URL; if it is not set, where the request was sent to.
 */
export function createApi(database: Database, log: Log, options: ApiOptions = {}) {
  const { settings = readSettings({}) } = options
  const { known, runner, tags, trusted, explorer } = options.core ?? createCore(database, log, settings)
  const baseUrlOf = (request: Request) =>
    settings.BASE_URL ?? `${new URL(request.url).origin}${settings.BASE_PATH ?? ''}`
  const report = (fault: unknown) => log.error({ err: fault, ...requestId() }, 'internal fault')
  /** Ends an answer that has begun: its status is sent, and nobody shall take a part for the whole. */
  const cutOff = (error: unknown, context: object) => {
    maskError(error, report)
    if ('res' in context && context.res instanceof ServerResponse) context.res.destroy()
  }
  const plugins: Plugin[] = [
    useExplorer(explorer),
    useRoutes(`${settings.BASE_PATH ?? ''}${graphqlPath}`),
    useGraphiql(graphqlPath, `${settings.BASE_PATH ?? ''}${graphqlPath}`),
    permalinks({ database, graphqlPath, baseUrlOf, explorer, tags }),
    usePublications(tags),
    useExport(database, { known, runner, tags }, baseUrlOf, clientOf, cutOff),
    useFeed({ known, runner, tags }, baseUrlOf, clientOf),
    useRequestLimits(settings),
    useConditionalGet(tags),
    useTrustedDocuments(trusted, { only: settings.TRUSTED_ONLY === 'true' }),
    useOperations(known, runner, baseUrlOf, clientOf),
    useObservation(trusted),
    useDelivery({
      isShared: settings.CORS_ORIGIN !== 'none',
      isPrivate: isRestricted(settings),
      explorerPage: () => explorer?.().build.page ?? null,
    }),
  ]
  return createYoga({
    schema,
    plugins: plugins.map(plugin => maskingRoutes(plugin, report)),
    graphqlEndpoint: graphqlPath,
    maskedErrors: {
      maskError: error => maskError(error, report),
    },
    cors: request => corsOptions(settings.CORS_ORIGIN, request.headers.get('origin')),
    // What is known of operations is kept by KnownOperations.
    parserAndValidationCache: false,
    extraParamNames: ['documentId'],
    multipart: false,
    graphiql: false,
    landingPage: false,
    // Served by useRoutes; this one would take any URL that ends so.
    healthCheckEndpoint: '\n',
    // Bounded by useRequestLimits, which says the limit.
    maxRequestBodySize: false,
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: (...args) => log.warn({ args }, 'yoga warns'),
      // Faults of ours are logged where they are masked; yoga would log what clients do wrong as well.
      error: () => undefined,
    },
  })
}

/** Who asks, by the socket that the request came over; where there is none, all are one. */
function clientOf(context: object): Client {
  const socket = 'req' in context && context.req instanceof IncomingMessage ? context.req.socket : null
  const address = socket?.remoteAddress ?? ''
  return { address, connection: `${address} ${socket?.remotePort ?? ''}` }
}
