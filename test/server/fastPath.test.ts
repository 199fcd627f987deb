import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { serverAudits } from 'graphql-http'
import { describe, expect, test } from 'vitest'
import { encodeId } from '../../src/model/nodeNames.ts'
import { writeCorpus } from '../support/corpus.ts'
import { documentedQueries } from '../support/documentation.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer)
})
const settings = { CORS_ORIGIN: 'https://one.example', BASE_URL: 'https://dixit.example' }
const plain = await testServer({ ...settings, FAST_PATH_COST: '0' }, path)
const fast = await testServer(settings, path)

type Headers = Readonly<Record<string, string>>

/** A response as it came: its status, its bytes and all of its headers but those that differ each time. */
function raw(address: string, method: string, headers: Headers, body: string | Buffer, path = '/graphql') {
  return new Promise<unknown>((resolve, reject) => {
    request(`${address}${path}`, { method, headers }, async response => {
      const { date, 'x-request-id': id, ...others } = response.headers
      resolve({
        status: response.statusCode,
        headers: others,
        body: Buffer.concat(await response.toArray()).toString('latin1'),
      })
    })
      .on('error', reject)
      .end(body)
  })
}

const json: Headers = { 'content-type': 'application/json', accept: 'application/json' }
const next: Headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }

/** Sends the same to both, three times to the fast one, which knows it by the second; all answers must be the same. */
async function sameAnswers(headers: Headers, body: string | Buffer, method = 'POST', path = '/graphql') {
  const expected = await raw(plain.address, method, headers, body, path)
  for (let time = 0; time < 3; time += 1) {
    expect(await raw(fast.address, method, headers, body, path)).toEqual(expected)
  }
}

const small = `query Small($id: ID!, $first: Int) {
  node(id: $id) { id uri ... on Statement { text speaker { name } figureMentions(first: $first) { nodes { words } } } }
}`
const variables = { id: encodeId('Statement', 'corpus-1/s111'), first: 5 }
const operation = JSON.stringify({ query: small, variables })

describe('the short way gives the same answer as the whole one, to the byte and the header', () => {
  test.each(documentedQueries())('$place', async ({ query }) => {
    await sameAnswers(json, JSON.stringify({ query }))
  })

  test.each<[string, Headers]>([
    ['in JSON', json],
    ['in the newer media type', next],
    ['in anything', { ...json, accept: '*/*' }],
    ['in either', { ...json, accept: 'application/graphql-response+json, application/json;q=0.9' }],
    ['in what is not there', { ...json, accept: 'text/csv' }],
    ['in whatever, unsaid', { 'content-type': 'application/json' }],
    ['with a charset', { ...json, 'content-type': 'application/json; charset=utf-8' }],
    ['in another charset', { ...json, 'content-type': 'application/json; charset=latin1' }],
    ['as a form', { ...json, 'content-type': 'application/x-www-form-urlencoded' }],
    ['as GraphQL', { ...json, 'content-type': 'application/graphql' }],
    ['from a page of a site that may', { ...json, origin: 'https://one.example' }],
    ['from a page of a site that may not', { ...json, origin: 'https://two.example' }],
    ['in chunks', { ...json, 'transfer-encoding': 'chunked' }],
    ['compressed', { ...json, 'accept-encoding': 'br, gzip' }],
    ['zipped', { ...json, 'accept-encoding': 'gzip' }],
    ['with a tag', { ...json, 'if-none-match': '"x"' }],
    ['to another host', { ...json, host: 'elsewhere.example:81' }],
    ['to a host that is none', { ...json, host: 'a b[c' }],
    ['with its encoding said', { ...json, 'content-encoding': 'gzip' }],
  ])('asked %s', async (_, headers) => {
    await sameAnswers(headers, operation)
    const large = '{ statements(first: 50) { nodes { slug text speaker { name } } } }'
    await sameAnswers(headers, JSON.stringify({ query: large }))
  })

  test.each<[string, unknown]>([
    ['no variables', { query: small }],
    ['null for variables', { query: '{ __typename }', variables: null }],
    ['a list of variables', { query: small, variables: [1] }],
    ['a variable of another type', { query: small, variables: { id: 7, first: 'x' } }],
    ['a variable too many', { query: small, variables: { ...variables, more: 1 } }],
    ['a page too long', { query: small, variables: { ...variables, first: 101 } }],
    ['a page of less than nothing', { query: small, variables: { ...variables, first: -1 } }],
    ['an id that is none', { query: small, variables: { ...variables, id: 'x' } }],
    ['an id of nothing', { query: small, variables: { ...variables, id: encodeId('Claim', 'none') } }],
    ['a name too long', { query: small, variables: { ...variables, id: encodeId('Claim', 'x'.repeat(60_000)) } }],
    [
      'a value that is nested',
      { query: small, variables: { ...variables, first: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) } },
    ],
    ['its name', { query: small, variables, operationName: 'Small' }],
    ['another name', { query: small, variables, operationName: 'Heavy' }],
    ['no name', { query: small, variables, operationName: null }],
    ['an empty name', { query: small, variables, operationName: '' }],
    ['a name that is none', { query: small, variables, operationName: 7 }],
    ['extensions', { query: small, variables, extensions: {} }],
    ['what nobody knows', { query: small, variables, unknown: 1 }],
    ['a document by id', { documentId: '2-every-number-mark-green-cites' }],
    ['two operations', [{ query: small, variables }]],
    ['no query', {}],
    ['a query that is none', { query: 7 }],
    ['a query that does not parse', { query: '{' }],
    ['a query that is not valid', { query: '{ nothing }' }],
    ['a query that is twice not valid', { query: '{ nothing statements { nothing } }' }],
    ['a query of too many tokens', { query: '{a'.repeat(45_000) }],
    ['a query that is too deep', { query: `{ a ${'{ a '.repeat(30)}${'}'.repeat(31)}` }],
    ['a null', null],
    ['a cursor that is none', { query: '{ statements(after: "x") { nodes { slug } } }' }],
    [
      'what costs too much',
      {
        query:
          '{ statements(first: 100) { nodes { reports(first: 100) { nodes { reports(first: 100) { nodes { slug } } } } } } }',
      },
    ],
  ])('with %s', async (_, body) => {
    await sameAnswers(json, JSON.stringify(body))
    await sameAnswers(next, JSON.stringify(body))
  })

  test.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a mark before it', `\uFEFF${operation}`],
    ['no UTF-8', Buffer.from(`{"query":"{ claim(slug: \\"\xff\\") { slug } }"}`, 'latin1')],
    ['much space', `${' '.repeat(70_000)}${operation}`],
    ['too much', ' '.repeat(100_001)],
  ])('of %s', async (_, body) => {
    await sameAnswers(json, body)
  })

  test.each(['GET', 'PUT', 'OPTIONS', 'DELETE'])('by %s', async method => {
    await sameAnswers({ ...json, origin: 'https://one.example' }, '', method)
  })

  test.each(['/graphql?', '/graphql/', '//graphql', '/GRAPHQL', '/graphql?query={__typename}'])(
    'at %s',
    async place => {
      await sameAnswers(json, operation, 'POST', place)
    },
  )

  test('through one connection, one after the other', async () => {
    for (const server of [plain, fast]) {
      for (let time = 0; time < 3; time += 1) {
        expect(await server.post({ query: small, variables })).toMatchObject({
          status: 200,
          data: { node: { id: variables.id } },
        })
        expect(await server.post({ query: '{ nothing }' })).toMatchObject({ status: 400 })
      }
    }
  })
})

describe.each([
  ['short', fast.address],
  ['whole', plain.address],
])('every audit of GraphQL over HTTP, the %s way', (_, address) => {
  test.each(serverAudits({ url: `${address}/graphql`, fetchFn: fetch }).map(({ id, name, fn }) => ({ id, name, fn })))(
    '$id $name',
    async ({ fn }) => {
      expect(await fn()).toMatchObject({ status: 'ok' })
    },
  )
})

describe('while all processes are at work', async () => {
  const one = await testServer({ MAX_OPERATION_MS: '4000', MAX_WAIT_MS: '60000' }, path)
  const walk = 'claims: { statements: { '
  const query = `{ statements(filter: { ${walk.repeat(3)} text: { contains: "zzz" } ${'} }'.repeat(3)} }) { totalCount } }`

  test('what is small is answered, and what is not waits', async () => {
    const order: string[] = []
    const heavy = one.post({ query }).then(() => order.push('heavy'))
    await setTimeout(200)
    const waiting = [
      { query: '{ document(slug: "corpus-1") { annotations { totalCount } } }' },
      { query: '{ search(query: "roads") { totalCount } }' },
      { query: '{ concordance(term: "roads") { totalCount } }' },
      { query: '{ reportingVerbs { lemmaCount } }' },
    ].map(body => one.post(body).then(({ status, errors }) => order.push(`${status} ${errors.length}`)))
    for (let time = 0; time < 2; time += 1) {
      expect(await one.post({ query: small, variables })).toMatchObject({ status: 200, errors: [] })
      order.push('small')
    }
    expect(await one.request('/graphql?query={agent(slug:"speaker-1"){name}}')).toMatchObject({
      status: 200,
      errors: [],
    })
    order.push('small')
    await Promise.all([heavy, ...waiting])
    expect(order).toEqual(['small', 'small', 'small', 'heavy', '200 0', '200 0', '200 0', '200 0'])
  })
})

test('none of it was a fault of ours', () => {
  expect([...plain.log, ...fast.log]).toEqual([])
})
