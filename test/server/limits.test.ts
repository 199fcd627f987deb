import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readExamples } from '../../src/server/examples.ts'
import { rawConnection } from '../support/rawHttp.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()

/** What a refusal says: its code, the limit and the value. */
async function refusalOf(operation: Readonly<Record<string, unknown>>) {
  const { status, data, errors } = await server.post(operation)
  const { code, limit, value } = errors[0]?.extensions ?? {}
  return { status, data, message: errors[0]?.message ?? '', code, limit, value }
}

function nested(levels: number, open: string, inner: string, close: string): string {
  return open.repeat(levels) + inner + close.repeat(levels)
}

function nestedFilter(levels: number): unknown {
  return JSON.parse(nested(levels, '{"not":', '{}', '}'))
}

const filterQuery = 'query ($filter: FigureFilter) { figures(filter: $filter) { totalCount } }'

describe('what is within the limits', () => {
  test.each(readExamples())('$name is answered', async ({ query }) => {
    expect(await server.post({ query })).toMatchObject({ status: 200, errors: [] })
  })

  test('introspection is answered', async () => {
    const { status, data } = await server.post({ query: getIntrospectionQuery() })
    expect(status).toBe(200)
    expect(data).toHaveProperty('__schema.queryType.name', 'Query')
  })

  test('a list of 10,000 values is answered', async () => {
    const values = Array.from({ length: 10_000 }, (_, n) => n + 430_000)
    const { data } = await server.post({ query: filterQuery, variables: { filter: { value: { in: values } } } })
    expect(data).toEqual({ figures: { totalCount: 2 } })
  })

  test.each([
    ['a hundred levels', nested(99, '[', '1', ']')],
    ['brackets in a text', JSON.stringify(`"${'['.repeat(200)}\\`)],
    ['two hundred lists beside each other', `[${Array(200).fill('[]').join()}]`],
  ])('variables of %s are answered', async (_, value) => {
    const body = `{"query":"{ __typename }","variables":{"a":${value}}}`
    const headers = { 'content-type': 'application/json' }
    for (const long of ['', ' '.repeat(90_000)]) {
      const seen = await server.request('/graphql', { method: 'POST', headers, body: long + body })
      expect(seen).toMatchObject({ status: 200, data: { __typename: 'Query' } })
    }
  })

  test('a page of no rows is answered', async () => {
    const { data } = await server.post({ query: '{ figures(first: 0) { nodes { label } pageInfo { hasNextPage } } }' })
    expect(data).toEqual({ figures: { nodes: [], pageInfo: { hasNextPage: true } } })
  })
})

describe('what is over a limit is refused with the limit and the value', () => {
  const inner = '{ label mentions(first: 100) { nodes { statement { figures(first: 100) { nodes { label } } } } } }'
  const hostile = `{ a: nodes { statement { figures(first: 100) { nodes ${inner} } } } }`

  test.each([
    ['braces without end', { query: '{a'.repeat(45_000) }, 400, 'TOO_MANY_TOKENS', 2_000, 2_001],
    [
      'five thousand aliases',
      { query: `{ ${Array.from({ length: 5_000 }, (_, n) => `a${n}: id`).join(' ')} }` },
      400,
      'TOO_MANY_TOKENS',
      2_000,
      2_001,
    ],
    [
      'a hundred aliases below a field',
      { query: `{ figures { ${Array.from({ length: 100 }, (_, n) => `a${n}: __typename`).join(' ')} } }` },
      400,
      'TOO_MANY_ALIASES',
      50,
      100,
    ],
    [
      'a flood of directives',
      { query: `{ __typename ${'@include(if: true)'.repeat(200)} }` },
      400,
      'TOO_MANY_DIRECTIVES',
      50,
      200,
    ],
    [
      'many fields at the root, by fragments',
      { query: `{ ...F ...F ...F } fragment F on Query { ${'__typename '.repeat(7)} }` },
      400,
      'TOO_MANY_ROOT_FIELDS',
      20,
      21,
    ],
    [
      'fields inside fields',
      { query: `{ figures ${nested(15, '{ nodes { document { figures ', '{ totalCount }', '} } }')} }` },
      400,
      'TOO_DEEP',
      20,
      47,
    ],
    [
      'full pages inside full pages',
      { query: `{ figures(first: 100) { nodes { mentions(first: 100) ${hostile} } } }` },
      400,
      'TOO_COSTLY',
      200_000,
      1_696_921,
    ],
    [
      'full pages by variables',
      {
        query: `query ($n: Int) { figures(first: $n) { nodes { mentions(first: $n) ${hostile.replaceAll('100', '$n')} } } }`,
        variables: { n: 100 },
      },
      400,
      'TOO_COSTLY',
      200_000,
      1_696_921,
    ],
    [
      'very many ids',
      {
        query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ${Array.from({ length: 40 }, (_, n) => `a${n}: id`).join(' ')} } }`,
        variables: { ids: Array(5_000).fill(Buffer.from('Person:x').toString('base64url')) },
      },
      400,
      'TOO_COSTLY',
      200_000,
      205_001,
    ],
    ['a page over the cap', { query: '{ figures(first: 101) { totalCount } }' }, 200, 'BAD_PAGE', 100, 101],
    [
      'a filter nested in the query',
      { query: `{ figures(filter: ${nested(400, '{not:', '{}', '}')}) { totalCount } }` },
      200,
      'FILTER_TOO_DEEP',
      20,
      21,
    ],
    [
      'a filter nested in the variables',
      { query: filterQuery, variables: { filter: nestedFilter(60) } },
      200,
      'FILTER_TOO_DEEP',
      20,
      21,
    ],
    [
      'variables nested 500 deep',
      { query: filterQuery, variables: { filter: nestedFilter(500) } },
      400,
      'VARIABLES_TOO_DEEP',
      100,
      101,
    ],
    [
      'very many conditions',
      { query: filterQuery, variables: { filter: { or: Array(4_000).fill({ value: { eq: 1 } }) } } },
      200,
      'FILTER_TOO_LONG',
      200,
      201,
    ],
  ])('%s', async (_, operation, status, code, limit, value) => {
    const refusal = await refusalOf(operation)
    expect(refusal).toMatchObject({ status, code, limit, value })
    expect(refusal.message).toContain(String(limit))
  })

  test.each([
    [
      'units around a passage',
      'figureMentions(first: 1) { nodes { passage { context(before: 101) { start } } } }',
      100,
      101,
    ],
    ['dimensions to count by', 'statementStats(groupBy: [SPEAKER, CUE, VOICE, MONTH, YEAR]) { totalCount }', 4, 5],
    ['facets of a list', 'statements { facets(by: [VOICE], first: 101) { valueCount } }', 100, 101],
    ['words of a window', 'concordance(term: "ice", window: 51) { totalCount }', 50, 51],
    ['characters of a search', `search(query: "${'x'.repeat(501)}") { totalCount }`, 500, 501],
    [
      'speakers side by side',
      `compareFraming(speakers: [${Array.from({ length: 13 }, (_, n) => `"s${n}"`).join(' ')}]) { about: __typename }`,
      12,
      13,
    ],
    ['actors of a network', 'discourseNetwork(most: 501) { formula }', 500, 501],
    ['edges of a network', 'discourseNetwork { edges(first: 2001) { weight } }', 2_000, 2_001],
    ['distinctive words', 'distinctiveWording(one: { speaker: "mark-green" }, first: 201) { formula }', 200, 201],
    ['verbs', 'reportingVerbs(first: 201) { cueCount }', 200, 201],
  ])('more than may be asked of %s', async (_, field, limit, value) => {
    expect(await refusalOf({ query: `{ ${field} }` })).toMatchObject({ status: 200, limit, value })
  })

  test.each([
    ['variables nested deeper than any stack', nested(15_000, '{"a":', '1', '}')],
    ['variables nested a level too deep', `{"a":${nested(100, '[', '1', ']')}}`],
    ['variables nested too deep behind a text that holds brackets', `{"a":"\\"]]]","b":${nested(100, '[', '1', ']')}}`],
  ])('%s', async (_, variables) => {
    const body = `{"query":"{ __typename }","variables":${variables}}`
    const seen = await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body,
    })
    expect(seen).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'VARIABLES_TOO_DEEP', value: 101 } }],
    })
  })

  test('operations in an array', async () => {
    const seen = await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Array(3).fill({ query: '{ __typename }' })),
    })
    expect(seen).toMatchObject({ status: 400, errors: [{ extensions: { code: 'NO_BATCHING', limit: 1, value: 3 } }] })
  })

  test('a body whose length is announced', async () => {
    const seen = await server.post({ query: '{ __typename }', variables: { a: 'x'.repeat(100_000) } })
    const { code, limit, value } = seen.errors[0]?.extensions ?? {}
    expect({ status: seen.status, code, limit }).toEqual({ status: 413, code: 'BODY_TOO_LARGE', limit: 100_000 })
    expect(value).toBeGreaterThan(100_000)
  })

  test('a long body, also to a client that reads the answer once it has sent all of it', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nconnection: close\r\n'
    for (let n = 0; n < 3; n += 1) {
      const { socket, ended } = rawConnection(server.address)
      const faults: string[] = []
      socket.on('error', ({ message }) => faults.push(message))
      socket.write(`${head}content-length: 5000000\r\n\r\n`)
      socket.write(' '.repeat(5_000_000))
      expect(await ended).toMatch(/^HTTP\/1\.1 413 .*"code":"BODY_TOO_LARGE"/s)
      expect(faults).toEqual([])
    }
  })

  test('a body that comes in chunks', async () => {
    const chunks = new Blob(Array(20).fill(' '.repeat(10_000))).stream()
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    }
    const seen = await server.request('/graphql', init)
    expect(seen).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE', limit: 100_000 } }] })
  })

  test('a long URL', async () => {
    const seen = await server.request(`/graphql?query={__typename}%23${'x'.repeat(16_000)}`)
    expect(seen).toMatchObject({ status: 414, errors: [{ extensions: { code: 'URL_TOO_LONG', limit: 16_000 } }] })
  })

  test('a URL too long for HTTP', async () => {
    const seen = await server.request(`/graphql?query=${'x'.repeat(60_000)}`)
    expect(seen).toMatchObject({ status: 431, errors: [{ extensions: { code: 'HEADERS_TOO_LARGE' } }] })
  })
})

test.each([
  ['{ people(first: 100) { nodes { name statements { nodes { text } } } } }', 1 + 100 * (1 + 1 + 20)],
  ['{ people(filter: { name: { eq: "Ann" } }) { nodes { name } } }', 1 + 20 + 10 + 10],
  ['{ people(filter: { name: { contains: "Ann" } }) { nodes { name } } }', 1 + 20 + 10 + 2_000],
  ['{ people { totalCount } }', 1 + 20 * 10],
  ['{ people(first: 0) { totalCount } }', 1],
  ['{ statementStats(groupBy: [SPEAKER, VOICE]) { nodes { count } } }', 1 + 20 + 2 * 500],
  ['{ discourseNetwork { formula } }', 1 + 10_000],
  [
    '{ compareFraming(speakers: ["a", "b"]) { figures(first: 10) { lines { keys { label } cells { count } } } } }',
    1 + 1 + 2 * 500 + 10 * (1 + 4 + 1 + 12),
  ],
])('%s costs what docs/limits.md says', async (query, cost) => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ query, extensions: { cost: true } })
  const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({ extensions: { cost: { value: cost, limit: 200_000 } } })
})

test('a refusal names a list and a page with which it passes, and a cost can be asked for', async () => {
  const query = (first: number) =>
    `{ figures(first: ${first}) { nodes { mentions(first: 100) { nodes { statement { figures(first: 100) { nodes {
      id document { statements(first: 100) { nodes { id text } } } } } } } } } } }`
  const { errors } = await server.post({ query: query(100) })
  const { list, first } = Object(errors[0]?.extensions)
  expect(errors[0]?.message).toContain(
    `The list figures costs most. It would pass with first: ${first} on figures, or with`,
  )
  expect(list).toBe('figures')
  expect((await server.post({ query: query(first) })).errors).toEqual([])
  expect((await server.post({ query: query(first + 1) })).errors).toMatchObject([
    { extensions: { code: 'TOO_COSTLY' } },
  ])

  for (const asked of [
    '{ people(first: 100) { nodes { name } } }',
    '{ people(first: 100) { nodes { name @include(if: true) } } }',
  ]) {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: asked, extensions: { cost: true } }),
    })
    expect(await response.json()).toMatchObject({
      data: { people: {} },
      extensions: { cost: { value: 101, limit: 200_000 } },
    })
  }
})
