import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { json as readJson } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { testServer } from '../support/server.ts'

const server = await testServer()
const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }

describe('what cannot be read or does not hold is the fault of the request, and said so', () => {
  test.each([
    ['JSON that is none', { method: 'POST', headers: json, body: '{"query":' }, 400, 'BAD_REQUEST'],
    ['JSON of another kind', { method: 'POST', headers: json, body: '"query"' }, 400, 'BAD_REQUEST'],
    ['an empty body', { method: 'POST', headers: json, body: '' }, 400, 'BAD_REQUEST'],
    [
      'another media type',
      { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a,b' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['another method', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    ['an answer in another media type', { headers: { accept: 'image/png' } }, 406, 'NOT_ACCEPTABLE'],
  ])('%s', async (_, init, status, code) => {
    expect(await server.request('/graphql', init)).toMatchObject({ status, errors: [{ extensions: { code } }] })
  })

  test('variables in a URL that are no JSON', async () => {
    const seen = await server.request('/graphql?query={__typename}&variables={', {
      headers: { accept: 'application/graphql-response+json' },
    })
    expect(seen).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  test('a host that is none', async () => {
    const sent = request(`${server.address}/`, { headers: { host: 'a b[c' } }).end()
    const [response] = await once(sent, 'response')
    expect([response.statusCode, await readJson(response)]).toEqual([
      400,
      {
        errors: [
          {
            message: 'A request must have exactly one Host header with a valid address.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ])
  })

  test('a path without anything', async () => {
    const seen = await server.request('/nothing/here')
    expect(seen).toMatchObject({ status: 404, errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })

  test.each([
    ['a fragment that spreads itself', '{ ...F } fragment F on Query { ...F }'],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    [
      'a fragment in a circle below fields',
      '{ figures { nodes { ...F } } } fragment F on Figure { referent { figures { nodes { ...F } } } }',
    ],
    ['a number that no Int holds', '{ figures(first: 2147483648) { totalCount } }'],
    ['a mutation', 'mutation { __typename }'],
    ['no query', ''],
  ])('%s', async (_, query) => {
    const { status, errors } = await server.post({ query })
    expect(status).toBe(400)
    expect(errors.map(({ message }) => message).join()).not.toContain('Something went wrong')
    expect(errors).not.toEqual([])
  })

  test.each([
    ['a negative page', '{ figures(first: -1) { totalCount } }', 'BAD_PAGE'],
    ['a page both ways', '{ figures(first: 1, last: 1) { totalCount } }', 'BAD_PAGE'],
    ['garbage for a cursor', '{ figures(after: "garbage") { totalCount } }', 'BAD_CURSOR'],
    ['an empty cursor', '{ figures(after: "") { totalCount } }', 'BAD_CURSOR'],
    [
      'a cursor of objects',
      `{ figures(after: "${Buffer.from('IMPORTED[{}]').toString('base64url')}") { totalCount } }`,
      'BAD_CURSOR',
    ],
    ['garbage for an id', '{ node(id: "\\u0000") { id } }', 'BAD_ID'],
    [
      'a negative distance',
      '{ figures(filter: {value: {near: {value: 1, within: -1}}}) { totalCount } }',
      'BAD_FILTER',
    ],
  ])('%s', async (_, query, code) => {
    expect(await server.post({ query })).toMatchObject({ status: 200, errors: [{ extensions: { code } }] })
  })
})

describe('strange values are only values', () => {
  const byText = 'query ($text: TextFilter) { statements(filter: {text: $text}) { totalCount } }'
  const byValue = 'query ($value: NumberFilter) { figures(filter: {value: $value}) { totalCount } }'

  test.each([
    ['a NUL', { contains: '\0' }],
    ['a NUL at the start', { startsWith: '\0' }],
    ['a NUL in a list', { in: ['\0', 'a\0b'] }],
    ['half a surrogate pair', { eq: '\ud800' }],
    ['the last code point', { startsWith: '\u{10FFFF}' }],
    ['as long as a body may be', { contains: 'x'.repeat(99_000) }],
    ['SQL', { eq: "'; drop table statements; --" }],
    ['an empty list', { in: [] }],
  ])('%s in a text', async (_, text) => {
    const { data, errors } = await server.post({ query: byText, variables: { text } })
    expect(errors).toEqual([])
    expect(data).toEqual({ statements: { totalCount: 0 } })
  })

  test.each([
    ['the greatest double', { gt: 1e308 }],
    ['its neighbourhood', { near: { value: 1e308, within: 1e308 } }],
    ['less than the least', { lt: -1e308 }],
    ['next to nothing', { near: { value: 5e-324, within: 1 } }],
  ])('%s for a number', async (_, value) => {
    const { data, errors } = await server.post({ query: byValue, variables: { value } })
    expect(errors).toEqual([])
    expect(data).toHaveProperty('figures.totalCount')
  })
})

test('what cannot be read is not repeated', async () => {
  const init = { method: 'POST', headers: json, body: `{"query":${'x'.repeat(90_000)}` }
  const { status, errors } = await server.request('/graphql', init)
  expect(status).toBe(400)
  expect(JSON.stringify(errors).length).toBeLessThan(300)
})

test('a client that goes away in the middle of its body leaves no trace', async () => {
  const heads = 'host: localhost\r\ncontent-type: application/json\r\ncontent-length: 100'
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
  socket.write(`POST /graphql HTTP/1.1\r\n${heads}\r\n\r\n{`)
  // By the answers to others the server has begun to read, and has seen the end.
  expect(await server.post({ query: '{ statements(first: 0) { totalCount } }' })).toMatchObject({ status: 200 })
  socket.destroy()
  expect(await server.post({ query: '{ statements(first: 0) { totalCount } }' })).toMatchObject({ status: 200 })
})

// To say what is wrong with each would take longer than a test may.
test('twenty thousand values of the wrong type are refused for the first', async () => {
  const query = 'query ($filter: FigureFilter) { figures(filter: $filter) { totalCount } }'
  const variables = { filter: { value: { in: Array(20_000).fill('x') } } }
  const { data, errors } = await server.post({ query, variables })
  expect(data).toBeNull()
  expect(errors.length).toBeLessThan(100)
  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } })
})

test('none of it was a fault of ours', () => {
  expect(server.log).toEqual([])
})
