import type { Plugin } from 'graphql-yoga'

/** The path of the API, and of GraphiQL for a browser. */
export const graphqlPath = '/graphql'

/** Leads from the root of the site to where it begins. */
export function useRoutes(home: string): Plugin {
  return {
    onRequest({ request: { method }, url: { pathname }, fetchAPI, endResponse }) {
      if (pathname !== '/' || (method !== 'GET' && method !== 'HEAD')) return
      endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: home } }))
    },
  }
}
