import { createHash } from 'node:crypto'
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { relayStylePagination } from '@apollo/client/utilities'
import { expect, test } from 'vitest'
import { servedSeed } from './statements.ts'

const { url, slugs } = await servedSeed()

const page = gql`
  query Page($after: String) {
    statements(first: 7, after: $after) {
      edges { cursor node { id slug speaker { id name ... on Person { memberships { totalCount } } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`

interface Page {
  statements: {
    edges: { node: { slug: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

function client(link = new HttpLink({ uri: url })) {
  const typePolicies = { Query: { fields: { statements: relayStylePagination(['filter', 'order']) } } }
  return new ApolloClient({
    link,
    cache: new InMemoryCache({
      typePolicies,
      possibleTypes: { Agent: ['Person', 'Organization', 'UnclassifiedAgent'] },
    }),
  })
}

test('Apollo: pages accumulate in the cache until the list is whole', async () => {
  const apollo = client()
  const asked = apollo.watchQuery<Page, { after?: string }>({ query: page })
  const subscription = asked.subscribe(() => undefined)
  await apollo.query({ query: page })
  for (;;) {
    const { pageInfo } = (apollo.readQuery<Page>({ query: page })?.statements ?? {
      pageInfo: null,
    }) as Page['statements']
    if (!pageInfo?.hasNextPage) break
    await asked.fetchMore({ variables: { after: pageInfo.endCursor } })
  }
  const whole = apollo.readQuery<Page>({ query: page })
  expect(whole?.statements.edges.map(({ node }) => node.slug)).toEqual(slugs)
  subscription.unsubscribe()
})

test('Apollo: persisted queries are declined once, and not tried again', async () => {
  const statuses: number[] = []
  const counting: typeof fetch = async (...given) => {
    const response = await fetch(...given)
    statuses.push(response.status)
    return response
  }
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const apollo = client(new PersistedQueryLink({ sha256 }).concat(new HttpLink({ uri: url, fetch: counting })))
  await apollo.query({ query: page })
  await apollo.query({ query: page, fetchPolicy: 'network-only' })
  expect(statuses.filter(status => status === 200)).toHaveLength(2)
  expect(statuses.length).toBeLessThanOrEqual(3)
})
