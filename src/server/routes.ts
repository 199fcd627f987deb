import type { Plugin } from 'graphql-yoga'
import { schemaText } from '../graph/schemaText.ts'

/** The path of the API, and of GraphiQL for a browser. */
export const graphqlPath = '/graphql'

/** Leads from the root of the site to where it begins, and serves the schema as a file. */
export function useRoutes(home: string): Plugin {
  let sdl: string | undefined
  return {
    onRequest({ request: { method }, url: { pathname }, fetchAPI, endResponse }) {
      if (method !== 'GET' && method !== 'HEAD') return
      if (pathname === '/schema.graphql') {
        sdl ??= schemaText()
        const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' }
        endResponse(new fetchAPI.Response(sdl, { headers }))
      }
      if (pathname === '/') endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: home } }))
    },
  }
}
