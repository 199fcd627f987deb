import { isObjectType } from 'graphql'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { createApi } from '../../src/server/api.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { graphOfEverything } from '../support/corpora.ts'
import { dataOf } from '../support/graph.ts'

const graph = await graphOfEverything()

const nodeTypes = Object.values(schema.getTypeMap()).flatMap(type =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node') ? [type.name] : [],
)

/** One node of each type, by walking over the graph. */
async function nodes(): Promise<Map<string, { id: string; uri: string }>> {
  const named = '__typename id uri'
  const list = `nodes { ${named} }`
  const answer = await graph.ask(`{
    people(first: 1) { ${list} } organizations(first: 1) { ${list} } claims(first: 1) { ${list} }
    figures(first: 1) { ${list} } referents(first: 1) { ${list} } times(first: 1) { ${list} }
    channels(first: 1) { ${list} } statements(first: 1) { ${list} } documents(first: 1) { ${list} }
    agents(first: 100) { ${list} } datasets(first: 1) { ${list} } coders(first: 1) { ${list} }
    mentions(first: 1) { ${list} } reviews(first: 1) { ${list} }
    notes(first: 1) { ${list} } statementRelations(first: 1) { ${list} }
    walks: documents { nodes {
      memberships(first: 1) { ${list} } passages(first: 1) { ${list} }
      annotations(first: 100) { nodes { node { ${named} } } }
    } }
  }`)
  const found = new Map<string, { id: string; uri: string }>()
  collect(dataOf(answer))
  return found

  function collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    const { __typename, id, uri } = Object(value)
    if (__typename) found.set(__typename, { id, uri })
    for (const inner of Object.values(value)) collect(inner)
  }
}

describe('permalinks', () => {
  test('lead from every type of node to its query, and from there to its fields', async () => {
    const found = await nodes()
    expect([...found.keys()].sort()).toEqual(nodeTypes.sort())
    for (const [typename, { id, uri }] of found) {
      expect(uri).toMatch(new RegExp(`^http://dixit.test/id/${typename}/`))
      const response = await graph.get(uri)
      expect(response.status).toBe(303)
      const location = response.headers.get('location') ?? ''
      const answer = await (await graph.get(location, { accept: 'application/json' })).json()
      expect(answer).toMatchObject({ data: { node: { id, uri } } })
      expect(Object.keys(answer.data.node).length).toBeGreaterThan(3)
    }
  })

  test('open GraphiQL in a browser, with the query in the address', async () => {
    const response = await graph.get('/id/Person/mark-green', { accept: 'text/html' })
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.pathname).toBe('/graphql')
    expect(location.searchParams.get('query')).toContain('... on Person {')
    const page = await graph.get(location.href, { accept: 'text/html' })
    expect(page.headers.get('content-type')).toContain('text/html')
  })

  test('give the permalinks of related nodes', async () => {
    const response = await graph.get('/id/Statement/wane-ice-435000/docket')
    const answer = await (await graph.get(response.headers.get('location') ?? '')).json()
    expect(answer.data.node).toMatchObject({
      quotation: 'INDIRECT',
      speaker: { uri: 'http://dixit.test/id/Person/patrick-lechleitner' },
      content: { uri: 'http://dixit.test/id/Passage/wane-ice-435000@325-436' },
    })
  })

  test.each([
    ['/id/Person/nobody', 'There is no Person “nobody” in this graph.'],
    ['/id/Person/mark-gren', 'There is no Person “mark-gren” in this graph. Did you mean mark-green?'],
    ['/id/Person/ice', 'There is no Person “ice” in this graph.'],
    ['/id/Query/x', 'There is no Query “x” in this graph.'],
    ['/id/PageInfo/x', 'There is no PageInfo “x” in this graph.'],
    ['/id/Person/%E0%A4', 'This is no permalink.'],
    ['/id/Person/', 'This is no permalink.'],
    ['/id/', 'This is no permalink.'],
  ])('%s is not found', async (path, sentence) => {
    const seen = await graph.get(path, { accept: 'text/html' })
    expect([seen.status, await seen.json()]).toEqual([
      404,
      { errors: [{ message: sentence, extensions: { code: 'NOT_FOUND' } }] },
    ])
  })

  test('are read and nothing else', async () => {
    const api = createApi(graph.database, pino({ level: 'silent' }))
    const response = await api.fetch('http://dixit.test/id/Person/mark-green', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const head = await api.fetch('http://dixit.test/id/Person/mark-green', { method: 'HEAD', redirect: 'manual' })
    expect(head.status).toBe(303)
  })

  test('begin with BASE_URL if it is set', async () => {
    const settings = readSettings({ BASE_URL: 'https://dixit.example.org/graph/' })
    const api = createApi(graph.database, pino({ level: 'silent' }), { settings })
    const query = encodeURIComponent('{ person(slug: "mark-green") { uri } }')
    const response = await api.fetch(`http://localhost/graphql?query=${query}`, {
      headers: { accept: 'application/json' },
    })
    expect(await response.json()).toEqual({
      data: { person: { uri: 'https://dixit.example.org/graph/id/Person/mark-green' } },
    })
    const link = await api.fetch('http://localhost/id/Person/mark-green', { redirect: 'manual' })
    expect(link.headers.get('location')).toMatch(/^https:\/\/dixit\.example\.org\/graph\/graphql\?query=/)
  })

  test.each(['dixit.example.org', 'ftp://dixit.example.org', 'https://dixit.example.org/?a=b'])(
    'cannot begin with %s',
    address => {
      expect(() => readSettings({ BASE_URL: address })).toThrow(/^BASE_URL must be the public address/)
    },
  )
})
