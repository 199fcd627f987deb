import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/model/text.ts'
import { readExamples } from '../../src/server/examples.ts'
import { testServer } from '../support/server.ts'

const server = await testServer({ TRUSTED_ONLY: 'true' })
const [example] = readExamples()
if (!example) throw new Error('there is no example')
const { name, query } = example
const answer = { status: 200, errors: [], data: { figures: { nodes: [{ value: 435_719 }] } } }

describe('a trusted document', () => {
  test.each([
    ['its digest', sha256(query)],
    ['its digest with its kind', `sha256:${sha256(query)}`],
    ['the name of its file', name],
    ['the name of its file without the ending', name.replace('.graphql', '')],
  ])('is asked for by %s', async (_, documentId) => {
    expect(await server.post({ documentId })).toMatchObject(answer)
    const got = await server.request(`/graphql?documentId=${encodeURIComponent(documentId)}`)
    expect(got).toMatchObject(answer)
    const tag = got.headers.get('etag') ?? ''
    const held = await server.request(`/graphql?documentId=${encodeURIComponent(documentId)}`, {
      headers: { 'if-none-match': tag },
    })
    expect(held.status).toBe(304)
  })

  test('is asked for as Apollo clients do', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } }
    expect(await server.post({ extensions })).toMatchObject(answer)
    const got = await server.request(`/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`)
    expect(got).toMatchObject(answer)
  })

  test('that is not known is said not to be found', async () => {
    expect(await server.post({ documentId: 'constructor' })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
  })
})

describe('under TRUSTED_ONLY', () => {
  test('the text of a trusted document is as good as its id', async () => {
    expect(await server.post({ query })).toMatchObject(answer)
  })

  test('introspection is answered', async () => {
    expect(await server.post({ query: getIntrospectionQuery() })).toMatchObject({ status: 200, errors: [] })
  })

  test.each([
    '{ documents { totalCount } }',
    '{ __typename documents { totalCount } }',
    '{ ... { documents { totalCount } } }',
  ])('%s is not', async query => {
    expect(await server.post({ query })).toMatchObject({
      status: 403,
      data: null,
      errors: [{ extensions: { code: 'UNTRUSTED_DOCUMENT' } }],
    })
  })
})
