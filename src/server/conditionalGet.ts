import type { Plugin } from 'graphql-yoga'
import { tagHeld, tagOf } from './compression.ts'
import { type EntityTags, revalidate } from './entityTags.ts'

/** Gives the answer to a GET an entity tag, and says 304 where the client has that answer already, without running it. */
export function useConditionalGet(tags: EntityTags): Plugin {
  const stamps = new WeakMap<Request, string>()
  const answered = new WeakSet<Request>()

  return {
    onRequestParse({ request, fetchAPI, endResponse }) {
      if (request.method !== 'GET') return
      // Made before the operation runs: should an import come between, a newer answer has an older tag, which never fits.
      const stamp = tags.stampOf(request.headers.get('accept'), request.url)
      const held = tagHeld(request.headers.get('if-none-match'), stamp)
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
