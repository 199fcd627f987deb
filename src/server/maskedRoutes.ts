import type { Plugin } from 'graphql-yoga'
import { maskError } from './errors.ts'
import { refusalOf, refusing } from './refusal.ts'

/**
 * The plugin, so that what goes wrong in a route of its own is masked as it is in the API: the server beneath would answer with
 * its stack.
 */
export function maskingRoutes(plugin: Plugin, report: (fault: unknown) => void): Plugin {
  const { onRequest } = plugin
  if (onRequest === undefined) return plugin
  return {
    ...plugin,
    async onRequest(given) {
      try {
        await onRequest(given)
      } catch (error) {
        const masked = maskError(error, report)
        const { status, code } = refusalOf(masked)
        refusing(given.endResponse, given.fetchAPI.Response)(status, code, masked.message)
      }
    },
  }
}
