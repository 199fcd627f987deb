import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Database } from '../../store/engine/database.ts'
import { tagHeld, tagOf } from '../compression.ts'
import type { Core } from '../core.ts'
import { revalidate } from '../entityTags.ts'
import type { Client } from '../operations/operation.ts'
import { refusalOf, refusing } from '../refusal.ts'
import { exportPath, licenceLinks } from './links.ts'
import { type ExportAnswer, ExportRefused } from './outcome.ts'
import type { Asking } from './pages.ts'

/**
 * Answers `/export/statements.csv?filter={…}` and the like: lists as CSV or JSON lines, networks as files and pictures. Each page
 * is an operation with the limits of any other.
 */
export function useExport(
  database: Database,
  core: Pick<Core, 'known' | 'runner' | 'tags'>,
  baseUrlOf: (request: Request) => string,
  clientOf: (context: object) => Client,
  cutOff: (error: unknown, context: object) => void,
): Plugin {
  return {
    async onRequest({ request, url, endResponse, serverContext, fetchAPI: { Response, ReadableStream } }) {
      if (!url.pathname.startsWith(exportPath)) return
      const refuse = refusing(endResponse, Response)
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET to read an export.', { allow: 'GET, HEAD' })
        return
      }
      const stamp = core.tags.stampOf('export', request.url)
      const held = tagHeld(request.headers.get('if-none-match'), stamp)
      const cached = { 'cache-control': revalidate, etag: held ?? tagOf(stamp, null) }
      if (held !== null) {
        endResponse(new Response(null, { status: 304, headers: cached }))
        return
      }
      const baseUrl = baseUrlOf(request)
      const asking: Asking = { core, database, client: clientOf(serverContext), baseUrl, signal: request.signal }
      try {
        // Loaded where it is asked for: what draws takes longer to load than all else.
        const { answerExport } = await import('./exported.ts')
        const { type, leftOut, body } = await answerExport(
          url.pathname.slice(exportPath.length),
          url.searchParams,
          asking,
        )
        const first = await body.next()
        const headers = {
          ...cached,
          'content-type': type,
          'content-disposition': `attachment; filename="${url.pathname.slice(exportPath.length)}"`,
          link: licenceLinks(baseUrl, url),
          ...(leftOut.length === 0 ? {} : { 'dixit-left-out': leftOut.join(', ') }),
        }
        endResponse(
          new Response(
            streamOf(first, body, ReadableStream, error => cutOff(error, serverContext)),
            { headers },
          ),
        )
      } catch (error) {
        if (error instanceof ExportRefused) refuse(error.status, error.code, error.message)
        else if (error instanceof GraphQLError) {
          const { status, code } = refusalOf(error)
          refuse(status, code, error.message)
        } else throw error
      }
    },
  }
}

/** What is left of a body whose first part is known, at the pace of whoever reads it. */
function streamOf(
  first: IteratorResult<string | Uint8Array<ArrayBuffer>>,
  body: ExportAnswer['body'],
  Stream: typeof ReadableStream,
  cutOff: (error: unknown) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next: IteratorResult<string | Uint8Array<ArrayBuffer>> | null = first
  return new Stream({
    async pull(controller) {
      try {
        const part = next ?? (await body.next())
        next = null
        if (part.done) controller.close()
        else controller.enqueue(typeof part.value === 'string' ? Buffer.from(part.value) : part.value)
      } catch (error) {
        // Thrown from here, it would end the server.
        cutOff(error)
      }
    },
    async cancel() {
      await body.return(undefined)
    },
  })
}
