import type { Plugin } from 'graphql-yoga'
import { errorBody } from './errors.ts'

/** The path of the API, and of GraphiQL for a browser. */
export const graphqlPath = '/graphql'

/** What answers besides the API: the root of the site, and whether the server lives (`/health`) and can answer (`/ready`). */
export function useRoutes(home: string, isReady: () => boolean): Plugin {
  return {
    onRequest({ request: { method }, url: { pathname }, fetchAPI, endResponse }) {
      if (method !== 'GET' && method !== 'HEAD') return
      // Of each response its own: plugins that set a header of one change the object.
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      if (pathname === '/') endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: home } }))
      if (pathname === '/health') endResponse(new fetchAPI.Response('{"status":"alive"}', { headers }))
      if (pathname === '/ready') {
        const body = isReady() ? '{"status":"ready"}' : errorBody('NOT_READY', 'The database cannot be read now.')
        endResponse(new fetchAPI.Response(body, { status: isReady() ? 200 : 503, headers }))
      }
    },
  }
}
