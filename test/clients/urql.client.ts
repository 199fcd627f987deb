import { Client, fetchExchange, gql } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { getIntrospectionQuery } from 'graphql'
import { expect, test, vi } from 'vitest'
import { servedSeed } from './statements.ts'

const { url, slugs, post } = await servedSeed()

test('urql with graphcache, which knows the schema: pages accumulate, without a warning', async () => {
  const warn = vi.spyOn(console, 'warn')
  const { data: schema } = await post({ query: getIntrospectionQuery() })
  const cache = cacheExchange({ schema: Object(schema), resolvers: { Query: { statements: relayPagination() } } })
  const urql = new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] })
  const query = gql`
    query Page($after: String) {
      statements(first: 9, after: $after) {
        edges { node { id slug } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `
  for (let after: string | undefined; ; ) {
    const { data, error } = await urql.query(query, { after }).toPromise()
    expect(error).toBeUndefined()
    if (!data.statements.pageInfo.hasNextPage) {
      expect(data.statements.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(slugs)
      break
    }
    after = data.statements.pageInfo.endCursor
  }
  expect(warn).not.toHaveBeenCalled()
})
