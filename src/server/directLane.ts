import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { acceptedEncoding, compress, compressionFloor } from './compression.ts'
import { answerEffort, siteHeaders } from './delivery.ts'
import type { LightOperations } from './lightOperations.ts'
import type { Log } from './log.ts'
import { variablesDepthCap } from './refusals.ts'
import { depthOf } from './requestLimits.ts'

/** The media type of the answer, for what clients say that they accept; for anything else yoga finds it. */
const accepted: Readonly<Record<string, string>> = {
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
}

const contentTypes: ReadonlySet<unknown> = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
])

/** Longer bodies, in bytes, are left to yoga. */
const bodyCap = 65_536

/** The document of a query that is valid and within the limits; null for any other. */
type DocumentOf = (query: string) => DocumentNode | null

/** The header lines of an answer, but for its length and encoding. */
type Lines = readonly string[]

/**
 * The short way for the requests that most clients send most of the time: a POST of JSON with an operation that is light.
 * It makes none of the objects of the Fetch API, which take longer than the answer, and has answered before yoga is loaded.
 *
 * It only ever answers 200 with data. Whatever else there is to say of a request, be it a limit, an error, a tag or
 * another site's page, yoga says: the request is handed on to it whole.
 */
export class DirectLane {
  readonly #path: string
  readonly #light: LightOperations
  readonly #documentOf: DocumentOf
  readonly #baseUrl: string | undefined
  readonly #bodyCap: number
  readonly #log: Log
  readonly #lines: Readonly<Record<string, Lines>>
  readonly #origins = new LRUCache<string, string>({ max: 100 })

  constructor(
    path: string,
    light: LightOperations,
    documentOf: DocumentOf,
    {
      baseUrl,
      bodyLimit,
      isShared,
      log,
    }: {
      readonly baseUrl: string | undefined
      readonly bodyLimit: number
      readonly isShared: boolean
      readonly log: Log
    },
  ) {
    this.#path = path
    this.#light = light
    this.#documentOf = documentOf
    this.#baseUrl = baseUrl
    this.#bodyCap = Math.min(bodyCap, bodyLimit)
    this.#log = log
    const site = Object.entries(siteHeaders(isShared)).flat()
    this.#lines = Object.fromEntries(
      Object.entries(accepted).map(([accept, type]) => [
        accept,
        ['content-type', type, ...site, 'cache-control', 'no-store'],
      ]),
    )
  }

  /** Answers the request, or has `otherwise` answer it. */
  handle(request: IncomingMessage, response: ServerResponse, otherwise: () => void): void {
    const { headers, method, url } = request
    const lines = this.#lines[headers.accept ?? '']
    const length = Number(headers['content-length'])
    const isOurs =
      method === 'POST' &&
      url === this.#path &&
      lines !== undefined &&
      length > 0 &&
      length <= this.#bodyCap &&
      contentTypes.has(headers['content-type']) &&
      headers.origin === undefined &&
      headers['content-encoding'] === undefined &&
      headers['transfer-encoding'] === undefined
    if (!isOurs) {
      otherwise()
      return
    }

    const read = () => {
      const body: Buffer | null = request.read(length)
      if (body === null) return
      request.off('readable', read)
      const json = this.#answer(body, headers.host ?? 'localhost')
      if (json === null) {
        request.unshift(body)
        otherwise()
      } else {
        this.#send(json, headers['accept-encoding'], lines, response)
      }
    }
    request.on('readable', read)
  }

  #answer(body: Buffer, host: string): string | null {
    try {
      const asked: unknown = JSON.parse(body.toString())
      if (typeof asked !== 'object' || asked === null) return null
      const { query, variables, operationName, ...others }: Readonly<Record<string, unknown>> = { ...asked }
      if (typeof query !== 'string' || !isRecord(variables ?? {}) || Object.keys(others).length > 0) return null
      if ((operationName ?? null) !== null && typeof operationName !== 'string') return null
      if (depthOf(variables) > variablesDepthCap) return null
      const operation = {
        query,
        variables: isRecord(variables) ? variables : {},
        operationName: typeof operationName === 'string' ? operationName : undefined,
        baseUrl: this.#baseUrl ?? this.#originOf(host),
      }
      return this.#light.answer(operation, () => this.#documentOf(query))
    } catch (error) {
      // What is no JSON yoga explains; a fault of ours it masks, but here it would go unheard.
      if (!(error instanceof SyntaxError)) this.#log.error({ err: error }, 'internal fault')
      return null
    }
  }

  #originOf(host: string): string {
    const origin = this.#origins.get(host) ?? new URL(`http://${host}`).origin
    this.#origins.set(host, origin)
    return origin
  }

  async #send(json: string, encodings: string | undefined, lines: Lines, response: ServerResponse): Promise<void> {
    const length = Buffer.byteLength(json)
    const encoding = length < compressionFloor ? null : acceptedEncoding(encodings)
    if (encoding === null) {
      response.writeHead(200, [...lines, 'content-length', String(length)])
      // As a text: node:http then sends it in one piece with the headers.
      response.end(json)
      return
    }
    const body = await compress(encoding, Buffer.from(json), answerEffort)
    response.writeHead(200, [...lines, 'content-encoding', encoding, 'content-length', String(body.byteLength)])
    response.end(body)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
