import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Settings } from '../../settings/settings.ts'
import { failureOfSqlite } from '../../store/engine/unusable.ts'
import { answerEncoding, type ContentEncoding, compressAnswer, tagHeld, tagOf } from '../compression.ts'
import type { Core } from '../core.ts'
import { corsHeaders } from '../cors.ts'
import { siteHeaders } from '../delivery.ts'
import { revalidate } from '../entityTags.ts'
import { isRestricted } from '../front/access.ts'
import type { Log } from '../log.ts'
import { contentTypeFor } from '../mediaType.ts'
import { idHeader, type RequestRecord } from '../observe/requestRecord.ts'
import { graphqlPath } from '../routes.ts'
import type { DocumentRefusal } from './check.ts'
import { refusedAnswer } from './refusedDocument.ts'
import { type AskedOf, readBody, readUrl } from './requested.ts'

/** What the fast path found: the answer, or why the document is refused. */
type Answered = { readonly refused: null; readonly json: Buffer } | { readonly refused: DocumentRefusal }

/**
 * The fast path for the requests that most clients send most of the time: a GET, or a POST of JSON, with an operation that is
 * small. It makes none of the objects of the Fetch API, which take longer than the answer, and has answered before yoga is
 * loaded.
 *
 * It answers 200 with data, 304, or that a posted document is refused: what is sent again and again shall not cost more than
 * an answer. Whatever else there is to say of a request, be it a limit or an error, yoga says: the request is handed on to it whole.
 */
export class FastPath {
  readonly #core: Core
  readonly #settings: Settings
  readonly #log: Log
  readonly #site: readonly string[]
  readonly #revalidate: string
  readonly #origins = new LRUCache<string, string>({ max: 100 })

  constructor(core: Core, settings: Settings, log: Log) {
    this.#core = core
    this.#settings = settings
    this.#log = log
    // What one client may see, a cache must not give to another.
    this.#revalidate = isRestricted(settings) ? revalidate.replace('public', 'private') : revalidate
    this.#site = Object.entries(siteHeaders(settings.CORS_ORIGIN !== 'none')).flat()
  }

  /** Answers the request, or has `otherwise` answer it. */
  handle(request: IncomingMessage, response: ServerResponse, record: RequestRecord, otherwise: () => void): void {
    const { method, headers } = request
    if (headers['content-encoding'] !== undefined || headers['access-control-request-headers'] !== undefined)
      otherwise()
    else if (method === 'GET') this.#get(request, response, record, otherwise)
    else if (method === 'POST') this.#post(request, response, record, otherwise)
    else otherwise()
  }

  #get(request: IncomingMessage, response: ServerResponse, record: RequestRecord, otherwise: () => void): void {
    const { headers, url = '' } = request
    const type = contentTypeFor(headers.accept)
    const isOurs =
      url.startsWith(`${graphqlPath}?`) &&
      url.length <= this.#settings.MAX_URL_BYTES &&
      type !== null &&
      !headers.accept?.includes('text/html')
    if (!isOurs) {
      otherwise()
      return
    }
    const origin = this.#originOf(headers.host ?? 'localhost')
    const stamp = this.#core.tags.stampOf(headers.accept ?? null, `${origin}${url}`)
    const held = tagHeld(headers['if-none-match'], stamp)
    if (held !== null) {
      response
        .writeHead(304, [...this.#lines(record, headers.origin), 'etag', held, 'cache-control', this.#revalidate])
        .end()
      return
    }
    const answer = this.#answer(record, () => readUrl(url), origin)
    if (answer === null || answer.refused) {
      otherwise()
      return
    }
    const lines = [...this.#lines(record, headers.origin), 'content-type', type, 'cache-control', this.#revalidate]
    const tagged = (encoding: ContentEncoding | null) => [...lines, 'etag', tagOf(stamp, encoding)]
    this.#send(200, answer.json, headers['accept-encoding'], response, tagged)
  }

  #post(request: IncomingMessage, response: ServerResponse, record: RequestRecord, otherwise: () => void): void {
    const { headers, url } = request
    const type = contentTypeFor(headers.accept)
    const length = Number(headers['content-length'])
    const isOurs =
      url === graphqlPath &&
      url.length <= this.#settings.MAX_URL_BYTES &&
      type !== null &&
      length > 0 &&
      length <= this.#settings.MAX_BODY_BYTES &&
      isJson(headers['content-type']) &&
      headers['transfer-encoding'] === undefined
    if (!isOurs) {
      otherwise()
      return
    }

    const lines = [...this.#lines(record, headers.origin), 'content-type', type, 'cache-control', 'no-store']
    const read = () => {
      const body: Buffer | null = request.read(length)
      if (body === null) return
      request.off('readable', read)
      const answer = this.#answer(record, () => readBody(body), this.#originOf(headers.host ?? 'localhost'))
      if (answer === null) {
        request.unshift(body)
        otherwise()
      } else if (answer.refused) {
        const { status, code, json } = refusedAnswer(answer.refused, type)
        record.code = code
        this.#send(status, json, headers['accept-encoding'], response, () => lines)
      } else {
        this.#send(200, answer.json, headers['accept-encoding'], response, () => lines)
      }
    }
    request.on('readable', read)
  }

  #answer(record: RequestRecord, read: () => AskedOf | null, origin: string): Answered | null {
    try {
      const asked = read()
      if (asked === null) return null
      const query =
        asked.query ?? (asked.documentId === null ? undefined : this.#core.trusted.queryOf(asked.documentId))
      if (query === undefined) return null
      record.document = this.#core.trusted.nameOf(query)
      const found = this.#core.known.find({ ...asked, query })
      if (found.kind !== 'runnable') return { refused: found }
      const json = this.#core.runner.runHere(found, this.#settings.BASE_URL ?? origin)
      return json === null ? null : { refused: null, json }
    } catch (error) {
      if (error instanceof GraphQLError) return { refused: { kind: 'unreadable', errors: [error] } }
      // What is no JSON yoga explains, and what SQLite cannot read fails there again; a fault of ours would go unheard.
      if (!(error instanceof SyntaxError) && failureOfSqlite(error) === error)
        this.#log.error({ err: error, requestId: record.id }, 'internal fault')
      return null
    }
  }

  #lines({ id }: RequestRecord, origin: string | undefined): readonly string[] {
    return origin === undefined
      ? [...this.#site, idHeader, id]
      : [...this.#site, ...corsHeaders(this.#settings.CORS_ORIGIN, origin), idHeader, id]
  }

  #originOf(host: string): string {
    const origin = this.#origins.get(host) ?? `${new URL(`http://${host}`).origin}${this.#settings.BASE_PATH ?? ''}`
    this.#origins.set(host, origin)
    return origin
  }

  #send(
    status: number,
    json: Buffer,
    encodings: string | undefined,
    response: ServerResponse,
    lines: (encoding: ContentEncoding | null) => readonly string[],
  ): void {
    const encoding = answerEncoding(encodings, json.length)
    const send = (body: Buffer) => {
      const said = encoding === null ? [] : ['content-encoding', encoding]
      response.writeHead(status, [...lines(encoding), ...said, 'content-length', String(body.length)])
      // As a text, of a character a byte: node:http then sends it in one piece with the headers.
      response.end(body.toString('latin1'), 'latin1')
    }
    const body = encoding === null ? json : compressAnswer(encoding, json)
    if (body instanceof Promise) void body.then(send)
    else send(body)
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType === 'application/json' || /^application\/json; ?charset=utf-8$/i.test(contentType ?? '')
}
