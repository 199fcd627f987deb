import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { buildSchema, getIntrospectionQuery, isInputObjectType, isScalarType, printSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { sha256 } from '../../src/model/text.ts'
import { testServer } from '../support/server.ts'

// What programs that nobody here wrote rely on.
const server = await testServer({ CORS_ORIGIN: '*' })
const json = { 'content-type': 'application/json' }

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  })
}

test('the introspection has directive locations of the specification only', async () => {
  const { data } = await server.post({ query: getIntrospectionQuery() })
  const { __schema } = data as { __schema: { directives: { name: string; locations: string[] }[] } }
  const locations = new Set(__schema.directives.flatMap(directive => directive.locations))
  expect(locations).not.toContain('DIRECTIVE_DEFINITION')
  expect(__schema.directives.map(({ name }) => name)).toContain('deprecated')
})

test('the schema is served as a file that builds', async () => {
  const response = await fetch(`${server.address}/schema.graphql`)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const built = buildSchema(await response.text())
  expect(Object.keys(built.getTypeMap()).sort()).toEqual(Object.keys(schema.getTypeMap()).sort())
})

test('no input type is used nowhere, and scalars of our own say what specifies them', () => {
  const types = Object.values(schema.getTypeMap())
  const sdl = printSchema(schema)
  for (const type of types) {
    if (isInputObjectType(type)) expect(sdl, type.name).toMatch(new RegExp(`: \\[?${type.name}\\b`))
    if (isScalarType(type) && ['EDTF', 'Reference'].includes(type.name)) expect(type.specifiedByURL).toMatch(/^https:/)
  }
})

test('accept: multipart/mixed alone is answered in well-formed HTTP', async () => {
  const response = await post({ query: '{ __typename }' }, { accept: 'multipart/mixed' })
  expect(response.headers.has('content-length') && response.headers.has('transfer-encoding')).toBe(false)
  expect(await response.text()).toContain('"__typename":"Query"')
})

describe('automatic persisted queries', () => {
  const query = '{ people(first: 1) { totalCount } }'
  const persistedQuery = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

  test('are declined, so that clients stop sending hashes', async () => {
    const response = await post(persistedQuery(sha256(query)))
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    })
  })

  test('have the hash of their text', async () => {
    const right = await post({ query, ...persistedQuery(sha256(query)) })
    expect(await right.json()).toMatchObject({ data: { people: {} } })
    const wrong = await post({ query, ...persistedQuery(sha256('something else')) })
    expect(await wrong.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_MISMATCH' } }] })
  })
})

test('aliases that clients add themselves do not count', async () => {
  const own = Array.from({ length: 60 }, (_, n) => `__is${n}: __typename`).join(' ')
  expect((await server.post({ query: `{ agents(first: 1) { nodes { ${own} } } }` })).errors).toEqual([])
})

test('wrong variables are 400 to who accepts application/graphql-response+json, and 200 to others', async () => {
  const wrong = { query: 'query ($slug: String!) { person(slug: $slug) { name } }' }
  for (const [accept, status] of [
    ['application/graphql-response+json', 400],
    ['application/json', 200],
  ] as const) {
    const response = await post(wrong, { accept })
    expect(response.status).toBe(status)
    expect(Object.keys(Object(await response.json()))).toEqual(['errors'])
  }
})

test('pages of other sites may read when to try again', async () => {
  const response = await post({ query: '{ __typename }' }, { origin: 'https://example.org' })
  expect(response.headers.get('access-control-expose-headers')).toBe('ETag, Retry-After')
})

test('a WebSocket is refused in a sentence', async () => {
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  const key = 'dGhlIHNhbXBsZSBub25jZQ=='
  socket.write(
    `GET /graphql HTTP/1.1\r\nhost: ${hostname}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-key: ${key}\r\nsec-websocket-version: 13\r\n\r\n`,
  )
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 426 /)
  expect(answer).toContain('POST /graphql')
})
