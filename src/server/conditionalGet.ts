import { hash, randomUUID } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import type { Database } from '../store/engine/database.ts'
import { tagHeld, tagOf } from './compression.ts'

/** Lets a cache keep an answer, and has it ask every time whether that is still right. */
const revalidate = 'public, no-cache'

/**
 * Gives the answer to a GET an entity tag, and says 304 where the client has that answer already, without running it.
 *
 * An answer follows from the request, its host included, and the content of the database; SQLite's data_version says when that has changed.
 * It is a count of this connection alone: so the tags of one run of the server say nothing to the next.
 */
export function useConditionalGet(database: Database): Plugin {
  const run = randomUUID()
  const stamps = new WeakMap<Request, string>()
  const answered = new WeakSet<Request>()

  return {
    onRequestParse({ request, fetchAPI, endResponse }) {
      if (request.method !== 'GET') return
      // Read before the operation runs: should an import come between, a newer answer has an older tag, which never fits.
      const version = database.version()
      const parts = [run, version, request.headers.get('accept'), request.url]
      const stamp = hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32)
      const held = tagHeld(request, stamp)
      if (held === null) {
        stamps.set(request, stamp)
      } else {
        const headers = { etag: held, 'cache-control': revalidate }
        endResponse(new fetchAPI.Response(null, { status: 304, headers }))
      }
    },
    onResultProcess({ request, result }) {
      if ('errors' in result && result.errors !== undefined) return
      answered.add(request)
    },
    onResponse({ request, response }) {
      const stamp = stamps.get(request)
      if (stamp === undefined || response.status !== 200 || !answered.has(request)) return
      response.headers.set('etag', tagOf(stamp, null))
      response.headers.set('cache-control', revalidate)
    },
  }
}
