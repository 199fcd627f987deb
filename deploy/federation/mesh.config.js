import { createPrefixTransform, defineConfig, loadGraphQLHTTPSubgraph } from '@graphql-mesh/compose-cli'
import { across } from './across.graphql.js'
import { servers } from './servers.js'

/**
 * Each server's whole graph, its names with the server's before them, and beside them what is asked across.
 *
 * Without a prefix the composition takes each root field from one server and leaves out what the others hold, without a
 * word of warning.
 */
export const composeConfig = defineConfig({
  subgraphs: servers.map(({ name, endpoint }) => ({
    sourceHandler: loadGraphQLHTTPSubgraph(name, { endpoint }),
    transforms: [createPrefixTransform({ value: `${name}_`, includeTypes: true, includeRootOperations: true })],
  })),
  additionalTypeDefs: across,
})
