import { execFile } from 'node:child_process'
import { request } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { readExamples } from '../../src/server/examples.ts'
import { seed, testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase(() => undefined)
const server = await testServer({ CORS_ORIGIN: 'https://one.example,https://two.example' }, path)
const documents = `/graphql?query=${encodeURIComponent('{ documents { nodes { slug } } }')}`
const introspection = `/graphql?query=${encodeURIComponent('{ __schema { types { name description } } }')}`

/** A response as its bytes came, not decoded. */
function raw(path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number; headers: Headers; body: Buffer }>((resolve, reject) => {
    request(`${server.address}${path}`, { headers }, async response => {
      const body = Buffer.concat(await response.toArray())
      const single = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)])
      resolve({ status: response.statusCode ?? 0, headers: new Headers(single), body })
    })
      .on('error', reject)
      .end()
  })
}

describe('a GET', () => {
  test('is not run again where the client has the answer, until another process has imported something', async () => {
    const first = await server.request(documents)
    const tag = first.headers.get('etag') ?? ''
    expect(first.data).toEqual({ documents: { nodes: [] } })
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)

    const again = await server.request(documents, { headers: { 'if-none-match': `"other", W/${tag}` } })
    expect({ status: again.status, tag: again.headers.get('etag') }).toEqual({ status: 304, tag })
    const other = await server.request(introspection, { headers: { 'if-none-match': tag } })
    expect(other.status).toBe(200)

    const cli = new URL('../../src/dixit.js', import.meta.url).pathname
    await promisify(execFile)(process.execPath, [cli, 'import', seed], { env: { DIXIT_DB: path } })
    const after = await server.request(documents, { headers: { 'if-none-match': tag } })
    expect(after).toMatchObject({ status: 200, data: { documents: { nodes: [{ slug: 'wane-ice-435000' }] } } })
    expect(after.headers.get('etag')).not.toBe(tag)
  })

  test('that fails has no tag, and a POST is not for caches', async () => {
    const failed = await server.request(`/graphql?query=${encodeURIComponent('{ figures(first: -1) { totalCount } }')}`)
    expect(failed.headers.get('etag')).toBeNull()
    expect(failed.headers.get('cache-control')).toBe('no-store')
    const posted = await server.post({ query: '{ __typename }' })
    expect(posted.headers.get('etag')).toBeNull()
    expect(posted.headers.get('cache-control')).toBe('no-store')
  })
})

describe('compression', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', null, (body: Buffer) => body],
    ['zstd', null, (body: Buffer) => body],
  ])('for a client that accepts %s is %s', async (accepted, encoding, decode) => {
    const { headers, body } = await raw(introspection, { 'accept-encoding': accepted })
    expect(headers.get('content-encoding')).toBe(encoding)
    expect(headers.get('vary')).toContain('Accept-Encoding')
    expect(headers.get('content-length')).toBe(String(body.byteLength))
    expect(headers.get('etag')).toMatch(encoding ? new RegExp(`-${encoding}"$`) : /^"[0-9a-f]{32}"$/)
    expect(JSON.parse(decode(body).toString())).toHaveProperty('data.__schema')
    const held = await raw(introspection, { 'accept-encoding': accepted, 'if-none-match': headers.get('etag') ?? '' })
    expect(held.status).toBe(304)
  })

  test('of one answer is no matter of the next', async () => {
    const long = await raw(`/id/Person/${'x'.repeat(3_000)}`, { 'accept-encoding': 'br' })
    expect([long.status, long.headers.get('content-encoding')]).toEqual([404, 'br'])
    const short = await raw('/id/Person/x', {})
    expect([short.status, short.headers.get('content-encoding')]).toEqual([404, null])
    expect(JSON.parse(short.body.toString())).toHaveProperty('errors')
  })

  test('is not for what is small', async () => {
    const { headers } = await raw('/health', { 'accept-encoding': 'br' })
    expect(headers.get('content-encoding')).toBeNull()
  })
})

describe('pages of other sites', () => {
  test.each([
    ['https://one.example', 'https://one.example'],
    ['https://two.example', 'https://two.example'],
    ['https://three.example', null],
    ['null', null],
  ])('at %s are allowed %s', async (origin, allowed) => {
    const preflight = await server.request('/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed)
    const answer = await server.post({ query: '{ __typename }' }, { origin })
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('vary')).toContain('Origin')
  })
})

test('what is said to a page of one site is not said to the next client', async () => {
  const { headers } = await raw('/graphql?query={__typename}', { origin: 'https://one.example' })
  expect(headers.get('access-control-allow-origin')).toBe('https://one.example')
  const next = await raw('/graphql?query={__typename}', {})
  expect(next.headers.get('access-control-allow-origin')).toBeNull()
  expect(next.headers.get('retry-after')).toBeNull()
})

describe('GraphiQL', () => {
  test('is a page that may run scripts of its own server alone, and is told the worked examples', async () => {
    const { status, headers, body } = await raw('/graphql', { accept: 'text/html', 'accept-encoding': 'br' })
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
    const page = brotliDecompressSync(body).toString()
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    const told = JSON.parse(/id="told">(.*?)<\/script>/.exec(page)?.[1] ?? '')
    expect(told.examples.map(({ query }: { query: string }) => query)).toEqual(readExamples().map(({ query }) => query))
    expect(told.endpoint).toBe('/graphql')
    // All of the root, each once; and what is written by a slug leads to where slugs are listed.
    const fields = told.roots.flatMap((group: { fields: { name: string }[] }) => group.fields.map(({ name }) => name))
    expect(fields.toSorted()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted())
    expect(told.slugs).toMatchObject({
      speaker: { list: 'agents', label: 'name' },
      person: { list: 'people', label: 'name' },
      figure: { list: 'figures', label: 'label' },
      document: { list: 'documents', label: 'title' },
    })
    const held = await raw('/graphql', { accept: 'text/html', 'if-none-match': headers.get('etag') ?? '' })
    expect(held.status).toBe(304)
  })

  test('is where the root of the site leads what takes no page', async () => {
    expect(await raw('/', { accept: 'application/json' })).toMatchObject({ status: 302 })
  })
})

test.each(['/graphql?query={__typename}', '/nothing', '/health', '/ready'])(
  '%s has the headers of a site that only answers',
  async path => {
    const { headers } = await server.request(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  },
)

test('a server that is started anew has the same tags and cursors', async () => {
  const copy = testDatabase()
  const one = await testServer({ BASE_URL: 'https://dixit.example' }, copy)
  const query = '/graphql?query={statements(first:3){edges{cursor}}}'
  const first = await one.request(query)
  await one.close()
  const again = await testServer({ BASE_URL: 'https://dixit.example', PORT: new URL(one.address).port }, copy)
  const held = await again.request(query, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
  expect(held.status).toBe(304)
  expect(await again.request(query)).toMatchObject({ data: first.data })
})

test('a browser that asks for what is not there gets a page, and everyone else the error', async () => {
  const page = await raw('/nosuch', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
  expect(page.status).toBe(404)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(String(page.body)).toMatch(/^<!doctype html>/i)
  const error = await raw('/nosuch', { accept: 'application/json' })
  expect(error.status).toBe(404)
  expect(JSON.parse(String(error.body))).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
})
