import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/graph.ts'
import { servedSeed } from './statements.ts'

const { url, slugs, request } = await servedSeed()
const { Environment, fetchQuery, Network, RecordSource, Store } = createRequire(import.meta.url)('relay-runtime')

interface Statements {
  edges: { node: { slug: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

const source = `
const { graphql } = require('relay-runtime')
module.exports = graphql\`
  query pagesQuery($first: Int!, $after: String) {
    statements(first: $first, after: $after) {
      edges { node { id slug speaker { ...pages_agent } } }
      pageInfo { hasNextPage endCursor }
    }
  }
\`
graphql\`fragment pages_agent on Agent @refetchable(queryName: "pagesRefetch") { id name }\`
`

test('Relay: the compiler takes the schema as served, with a refetchable fragment on an interface, and its pages are whole', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'src'))
  const schema = await (await fetch(url.replace('/graphql', '/schema.graphql'))).text()
  writeFileSync(join(folder, 'schema.graphql'), schema)
  writeFileSync(join(folder, 'src/pages.js'), source)
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: false }),
  )
  const compiler: string = createRequire(import.meta.url)('relay-compiler')
  const { status, stdout, stderr } = spawnSync(compiler, ['relay.config.json'], { cwd: folder, encoding: 'utf8' })
  expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' })
  const made = readFileSync(join(folder, 'src/__generated__/pagesQuery.graphql.js'), 'utf8')
  // The compiler asks an interface for the type itself, under an alias of its own.
  expect(made).toContain('__isAgent')
  const query = { exports: {} }
  new Function('module', 'require', made)(query, createRequire(import.meta.url))

  const send = async ({ text }: { text: string }, variables: object) =>
    request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    })
  const environment = new Environment({ network: Network.create(send), store: new Store(new RecordSource()) })
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const { statements }: { statements: Statements } = await fetchQuery(environment, query.exports, {
      first: 8,
      after,
    }).toPromise()
    found.push(...statements.edges.map(({ node }) => node.slug))
    if (!statements.pageInfo.hasNextPage) break
    after = statements.pageInfo.endCursor
  }
  expect(found).toEqual(slugs)
})
