import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { testServer } from '../support/server.ts'

const server = await testServer()
const strict = await testServer({
  MAX_URL_BYTES: '300',
  MAX_BODY_BYTES: '2000',
  MAX_TOKENS: '60',
  MAX_DEPTH: '3',
  MAX_ROOT_FIELDS: '2',
  MAX_ALIASES: '2',
  MAX_DIRECTIVES: '2',
  MAX_COST: '50',
})

describe('a limit is what its setting says', () => {
  test.each([
    ['TOO_MANY_TOKENS', 60, { query: `{ ${'__typename '.repeat(70)}}` }],
    ['TOO_DEEP', 3, { query: '{ people { nodes { memberships { nodes { role } } } } }' }],
    ['TOO_MANY_ROOT_FIELDS', 2, { query: '{ __typename __typename __typename }' }],
    ['TOO_MANY_ALIASES', 2, { query: '{ people { a: totalCount b: totalCount c: totalCount } }' }],
    ['TOO_MANY_DIRECTIVES', 2, { query: `{ __typename ${'@include(if: true) '.repeat(3)}}` }],
    ['TOO_COSTLY', 50, { query: '{ statements(first: 100) { nodes { text slug voice quotation } } }' }],
    ['BODY_TOO_LARGE', 2_000, { query: '{ __typename }', variables: { a: 'x'.repeat(2_000) } }],
  ])('%s: %i', async (code, limit, operation) => {
    expect((await strict.post(operation)).errors).toMatchObject([{ extensions: { code, limit } }])
  })

  test('URL_TOO_LONG: 300', async () => {
    const { errors } = await strict.request(`/graphql?query={__typename}%23${'x'.repeat(300)}`)
    expect(errors).toMatchObject([{ extensions: { code: 'URL_TOO_LONG', limit: 300 } }])
  })
})

test('at most 20 validation errors are told', async () => {
  const unknown = Array.from({ length: 30 }, (_, n) => `zz${n}`).join(' ')
  const { errors } = await server.post({ query: `{ people { ${unknown} } }` })
  expect(errors).toHaveLength(20)
})

test('lists inside each other are counted in extensions too', async () => {
  const { errors } = await server.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":"{ __typename }","extensions":{"a":${'['.repeat(100)}1${']'.repeat(100)}}}`,
  })
  expect(errors).toMatchObject([{ extensions: { code: 'VARIABLES_TOO_DEEP', limit: 100, value: 101 } }])
})

test('aliases of a fragment count once, however often it is spread', async () => {
  const aliases = Array.from({ length: 30 }, (_, n) => `a${n}: name`).join(' ')
  const query = `{ person(slug: "mark-green") { ...F ...F } } fragment F on Person { ${aliases} }`
  expect(await server.post({ query })).toMatchObject({ status: 200, errors: [] })
})

test.each([
  [1_023, undefined],
  [1_024, 'br'],
])('an answer of %i bytes is sent as %s', async (bytes, encoding) => {
  const bare = Buffer.byteLength(JSON.stringify({ data: { '': 'Query' } }))
  const query = encodeURIComponent(`{ ${'a'.repeat(bytes - bare)}: __typename }`)
  const headers = { 'accept-encoding': 'br', accept: 'application/json' }
  const seen = await new Promise((resolve, reject) => {
    request(`${server.address}/graphql?query=${query}`, { headers }, response => {
      response.resume()
      resolve([response.statusCode, response.headers['content-encoding']])
    })
      .on('error', reject)
      .end()
  })
  expect(seen).toEqual([200, encoding])
})

test('CORS_ORIGIN=* lets the pages of every site ask', async () => {
  const open = await testServer({ CORS_ORIGIN: '*' })
  const { headers } = await open.post({ query: '{ __typename }' }, { origin: 'https://any.example' })
  expect(headers.get('access-control-allow-origin')).toMatch(/^(\*|https:\/\/any\.example)$/)
  expect(headers.get('access-control-allow-credentials')).toBeNull()
})
