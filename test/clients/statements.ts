import { expect } from 'vitest'
import { testServer } from '../support/server.ts'

/** A served seed, and the slugs of its statements as a plain request has them: what each client is held to. */
export async function servedSeed() {
  const server = await testServer()
  const { data } = await server.post({ query: '{ statements(first: 100) { totalCount nodes { slug } } }' })
  const { statements } = data as { statements: { totalCount: number; nodes: { slug: string }[] } }
  expect(statements.nodes).toHaveLength(statements.totalCount)
  return { ...server, url: `${server.address}/graphql`, slugs: statements.nodes.map(({ slug }) => slug) }
}
