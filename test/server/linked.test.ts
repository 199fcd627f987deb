import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createApi } from '../../src/server/api.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { root } from '../support/cli.ts'
import { graphOfEverything } from '../support/corpora.ts'
import { dataOf } from '../support/graph.ts'
import { quadsIn, sorted, triplesOfJsonLd } from '../support/linked.ts'

const graph = await graphOfEverything()
const green = '/id/Person/mark-green'

describe('a permalink is answered in the form', () => {
  test.each([
    ['application/ld+json', 200, 'application/ld+json'],
    ['text/turtle', 200, 'text/turtle; charset=utf-8'],
    ['application/n-quads', 200, 'application/n-quads'],
    ['application/n-triples', 200, 'application/n-quads'],
    ['application/ld+json;q=0.5, text/turtle', 200, 'text/turtle; charset=utf-8'],
    ['text/turtle;q=0.9, */*;q=0.1', 200, 'text/turtle; charset=utf-8'],
    ['application/json', 303, null],
    ['*/*', 303, null],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 303, null],
    ['image/png', 303, null],
  ])('that is accepted: %s', async (accept, status, type) => {
    const response = await graph.get(green, { accept })
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
    expect(response.headers.get('vary')).toContain('Accept')
  })

  test.each([
    ['.jsonld', 200, 'application/ld+json'],
    ['.ttl', 200, 'text/turtle; charset=utf-8'],
    ['.nq', 200, 'application/n-quads'],
    ['.json', 303, null],
    ['.html', 303, null],
  ])('that stands behind a dot, whatever is accepted: %s', async (ending, status, type) => {
    const response = await graph.get(green + ending, { accept: 'application/pdf' })
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  })

  test('.json leads to the node, as JSON', async () => {
    const response = await graph.get(`${green}.json`)
    const answer = await graph.get(response.headers.get('location') ?? '', { accept: 'application/json' })
    expect(await answer.json()).toMatchObject({ data: { node: { name: 'Mark Green' } } })
  })
})

test('the forms say the same, with the words that the node stands on', async () => {
  const path = '/id/Statement/wane-ice-435000/docket'
  const [jsonld, turtle, nquads] = await Promise.all(
    ['.jsonld', '.ttl', '.nq'].map(async ending => (await graph.get(path + ending)).text()),
  )
  const triples = sorted(quadsIn(nquads ?? ''))
  expect(sorted(quadsIn(turtle ?? ''))).toEqual(triples)
  expect(await triplesOfJsonLd(jsonld ?? '')).toEqual(triples)
  expect(triples.filter(line => line.includes('oa#exact>')).map(line => line.split('"')[1])).toEqual([
    'ICE Deputy Director Patrick Lechleitner',
    'saying',
    'as of July 21, there were 662,566 noncitizens with criminal histories on the agency’s non-detained docket (NDD)',
  ])
})

test('every node of the graph has a description of its own, in which its parts are', async () => {
  const { agents } = Object(
    dataOf(await graph.ask('{ agents(first: 100) { nodes { uri name otherNames identifiers { value } } } }')),
  )
  expect(agents.nodes.length).toBeGreaterThan(20)
  for (const { uri, name, otherNames, identifiers } of agents.nodes) {
    const text = await (await graph.get(`${uri}.jsonld`)).text()
    const node = JSON.parse(text)
    expect([node.id, node.name, [node.otherNames ?? []].flat()]).toEqual([uri, name, otherNames])
    const values = [node.identifier ?? []].flat().map(({ textValue }: { textValue: string }) => textValue)
    expect(values.toSorted()).toEqual(identifiers.map(({ value }: { value: string }) => value).toSorted())
  }
})

test('a client that has it already is told so; another form has another tag', async () => {
  const tagOf = async (ending: string) => (await graph.get(green + ending)).headers.get('etag') ?? ''
  const tag = await tagOf('.ttl')
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
  expect(tag).not.toBe(await tagOf('.jsonld'))
  const again = await graph.get(`${green}.ttl`, { 'if-none-match': tag })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
})

test.each(['/id/Person/nobody.ttl', '/id/Person/ice.jsonld', '/id/Rule/x.ttl', '/id/.ttl'])(
  '%s is not found',
  async path => {
    const response = await graph.get(path)
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND'])
  },
)

test('addresses begin with BASE_URL if it is set', async () => {
  const settings = readSettings({ BASE_URL: 'https://dixit.example.org/graph' })
  const api = createApi(graph.database, pino({ level: 'silent' }), { settings })
  const text = await (await api.fetch(`http://localhost${green}.nq`)).text()
  expect(new Set(text.match(/(?<=^<)[^>#]+/gm))).toEqual(new Set([`https://dixit.example.org/graph${green}`]))
})

test('the context, the vocabulary and the shapes are served as they are committed', async () => {
  for (const [name, type] of [
    ['context.jsonld', 'application/ld+json'],
    ['vocabulary.ttl', 'text/turtle; charset=utf-8'],
    ['shapes.ttl', 'text/turtle; charset=utf-8'],
  ]) {
    const response = await graph.get(`/ns/${name}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(await response.text()).toBe(readFileSync(join(root, 'docs/linked', name ?? ''), 'utf8'))
  }
  expect((await graph.get('/ns/nothing')).status).toBe(404)
})
