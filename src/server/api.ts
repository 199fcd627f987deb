import type { DocumentNode } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { schema } from '../graph/schema.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import type { Database } from '../store/engine/database.ts'
import { Reader } from '../store/reader.ts'
import { useConditionalGet } from './conditionalGet.ts'
import { useDelivery } from './delivery.ts'
import { useDocumentLimits } from './documentLimits.ts'
import { maskError } from './errors.ts'
import { useGraphiql } from './graphiql.ts'
import { LightOperations } from './lightOperations.ts'
import type { Log } from './log.ts'
import type { OperationPool } from './operationPool.ts'
import { permalinks } from './permalink.ts'
import { useRequestLimits } from './requestLimits.ts'
import { graphqlPath, useRoutes } from './routes.ts'
import { useTrustedDocuments } from './trustedDocuments.ts'
import { useOperations } from './useOperations.ts'

/** The characters of queries whose parsed form is kept. */
const documentCacheSize = 2_000_000

interface ApiOptions {
  readonly settings?: Settings
  /** Where operations run that are not light; in this process, without a time limit, if not given. */
  readonly pool?: OperationPool
  /** Runs those that are light. */
  readonly light?: LightOperations
}

/**
 * The site over one database: the GraphQL API, with its limits, its permalinks, and GraphiQL.
 *
 * Permalinks begin with BASE_URL; if it is not set, where the request was sent to.
 */
export function createApi(database: Database, log: Log, options: ApiOptions = {}) {
  const { settings = readSettings({}), pool } = options
  const light = options.light ?? new LightOperations(database, settings.LIGHT_COST)
  const baseUrlOf = (request: Request) => settings.BASE_URL ?? new URL(request.url).origin
  const isReady = () => database.isReadable() && (pool?.isReady ?? true)
  const plugins: Plugin[] = [
    useRoutes(graphqlPath, isReady),
    useGraphiql(graphqlPath),
    permalinks(database, graphqlPath, baseUrlOf),
    useRequestLimits(settings),
    useConditionalGet(database),
    useTrustedDocuments({ only: settings.TRUSTED_ONLY === 'true' }),
    useDocumentLimits(settings),
    useOperations(light, pool, baseUrlOf),
    useDelivery({ isShared: settings.CORS_ORIGIN !== 'none' }),
  ]
  return createYoga({
    schema,
    plugins,
    graphqlEndpoint: graphqlPath,
    context: ({ request }) => ({ read: new Reader(database), baseUrl: baseUrlOf(request) }),
    maskedErrors: { maskError: error => maskError(error, fault => log.error({ err: fault }, 'internal fault')) },
    cors: request => corsOptions(settings.CORS_ORIGIN, request.headers.get('origin')),
    parserAndValidationCache: {
      documentCache: new LRUCache<string, DocumentNode>({
        maxSize: documentCacheSize,
        sizeCalculation: (_, query) => query.length + 1,
      }),
    },
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

/** What a page of another site may do: ask without credentials, if its site is among those that are allowed. */
function corsOptions(allowed: string, origin: string | null) {
  if (origin === null || !(allowed === '*' || allowed.split(',').includes(origin))) return false
  return {
    // Named in a list of two, so that the response varies by it.
    origin: [origin, allowed],
    credentials: false,
    methods: ['GET', 'POST', 'OPTIONS'],
    exposedHeaders: ['ETag'],
    maxAge: 86_400,
  }
}
