import { defineConfig } from '@graphql-hive/gateway'
import { additionalResolvers } from './across.js'

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH ?? './supergraph.graphql',
  additionalResolvers,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => {
      const authorization = request.headers.get('authorization')
      return authorization ? { authorization } : undefined
    },
  },
})
