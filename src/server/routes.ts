import type { Plugin } from 'graphql-yoga'
import { schemaText } from '../graph/schemaText.ts'
import { refusing } from './refusal.ts'

/** The path of the API, and of GraphiQL for a browser. */
export const graphqlPath = '/graphql'

const schemaPath = '/schema.graphql'
const asked: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** Leads from the root of the site to where it begins, serves the schema as a file, and refuses methods that neither it nor the API has. */
export function useRoutes(home: string): Plugin {
  let sdl: string | undefined
  return {
    onRequest({ request: { method }, url: { pathname }, fetchAPI, endResponse }) {
      const refuse = refusing(endResponse, fetchAPI.Response)
      if (pathname === graphqlPath && !asked.has(method)) {
        refuse(405, 'METHOD_NOT_ALLOWED', 'The API accepts GET and POST.', { allow: 'GET, POST' })
      }
      if (method !== 'GET' && method !== 'HEAD') {
        if (pathname !== schemaPath) return
        refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET to read the schema.', { allow: 'GET, HEAD' })
        return
      }
      if (pathname === schemaPath) {
        sdl ??= schemaText()
        const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' }
        endResponse(new fetchAPI.Response(sdl, { headers }))
      }
      if (pathname === '/') endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: home } }))
    },
  }
}
