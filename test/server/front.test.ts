import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { answerTo, rawConnection } from '../support/rawHttp.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase()
const server = await testServer({ BASE_URL: 'https://dixit.example/graph', ALLOWED_HOSTS: 'db.example,web' }, path)
const body = JSON.stringify({ query: '{ documents { totalCount } }' })

/** A request for the number of documents, as bytes. */
function asked({ host = 'host: localhost', type = 'application/json', more = '', method = 'POST', url = '/graphql' }) {
  const lines = [host, `content-type: ${type}`, `content-length: ${body.length}`, 'connection: close', more]
  const head = [`${method} ${url} HTTP/1.1`, ...lines.filter(line => line !== '')].join('\r\n')
  return `${head}\r\n\r\n${body}`
}

describe('a request is answered by the name of the server alone', () => {
  const name = new URL(server.address).host
  test.each([
    'localhost',
    'localhost:4000',
    'any.localhost',
    name,
    '[::1]:80',
    '192.0.2.7',
    'dixit.example',
    'DB.example:9',
    'web',
  ])('as %s', async host => {
    expect(await answerTo(server.address, asked({ host: `host: ${host}` }))).toMatchObject({ status: 200 })
  })

  test.each([
    'evil.example',
    'evil.example:4140',
    'localhost.evil.example',
    'dixit.example.evil',
    'xn--fsq.example',
    '0x7f.evil',
  ])('not as %s', async host => {
    const seen = await answerTo(server.address, asked({ host: `host: ${host}` }))
    expect(seen).toMatchObject({ status: 421, code: 'HOST_NOT_ALLOWED' })
    expect(seen.text).not.toContain('totalCount')
  })

  test('by any name where that is set', async () => {
    const open = await testServer({ ALLOWED_HOSTS: '*' }, path)
    expect(await answerTo(open.address, asked({ host: 'host: evil.example' }))).toMatchObject({ status: 200 })
  })
})

describe('what is of no form that is read here is refused in the one shape of errors', () => {
  test.each([
    ['two hosts', asked({ host: 'host: localhost\r\nHost: localhost' }), 400, 'BAD_REQUEST'],
    ['a user in the host', asked({ host: 'host: evil.example@localhost' }), 400, 'BAD_REQUEST'],
    ['a fragment in the host', asked({ host: 'host: localhost#evil.example' }), 400, 'BAD_REQUEST'],
    ['a path in the host', asked({ host: 'host: localhost/evil.example' }), 400, 'BAD_REQUEST'],
    ['JSON in UTF-16', asked({ type: 'application/json; charset=utf-16' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no host', asked({ host: '' }), 400, 'BAD_REQUEST'],
    ['an address of another site', asked({ url: 'http://evil.example/graphql' }), 400, 'BAD_REQUEST'],
    ['a form', asked({ type: 'application/x-www-form-urlencoded' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['plain text', asked({ type: 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['many parts', asked({ type: 'multipart/form-data; boundary=x' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no type', asked({ type: '' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a type that begins like JSON', asked({ type: 'application/jsonp' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', asked({ more: 'content-encoding: gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['an expectation', asked({ more: 'expect: 200-ok' }), 417, 'EXPECTATION_FAILED'],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
    ['no HTTP', 'HELO there\r\n\r\n', 400, 'BAD_REQUEST'],
    ['two lengths', asked({ more: 'content-length: 1' }), 400, 'BAD_REQUEST'],
    ['a length and chunks', asked({ more: 'transfer-encoding: chunked' }), 400, 'BAD_REQUEST'],
    ['long headers', asked({ more: `x: ${'x'.repeat(50_000)}` }), 431, 'HEADERS_TOO_LARGE'],
  ])('%s', async (_, bytes, status, code) => {
    expect(await answerTo(server.address, bytes)).toMatchObject({ status, code })
  })
})

test.each(['application/json;charset=utf-8', 'application/json; charset="UTF-8"'])('JSON as %s is read', async type => {
  expect(await answerTo(server.address, asked({ type }))).toMatchObject({ status: 200 })
})

describe('a request has an id', () => {
  test('of its own', async () => {
    const ids = await Promise.all([1, 2].map(async () => (await server.request('/health')).headers.get('x-request-id')))
    expect(ids[0]).toMatch(/^[0-9a-f]{10}-\w+$/)
    expect(ids[0]).not.toBe(ids[1])
  })

  test('or that which a proxy gave it, if that can stand in a line of a log', async () => {
    const given = async (id: string) =>
      (await server.request('/health', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await given('edge-7:1')).toBe('edge-7:1')
    expect(await given('x"} {"level":50')).not.toContain('"')
  })
})

test('a site under a path is found there, and its own addresses begin there', async () => {
  const under = await testServer({ BASE_PATH: '/dixit' }, path)
  const get = (url: string, headers = {}) => fetch(`${under.address}${url}`, { redirect: 'manual', headers })
  const json = { accept: 'application/json' }
  expect((await get('/dixit/', json)).headers.get('location')).toBe('/dixit/graphql')
  expect((await get('/dixit', json)).headers.get('location')).toBe('/dixit/graphql')
  expect((await get('/graphql')).status).toBe(404)
  expect((await get('/dixitx/graphql')).status).toBe(404)
  const asked = `${under.address}/dixit/graphql?query={person(slug:"mark-green"){uri}}`
  const { data } = JSON.parse(await (await fetch(asked)).text())
  expect(data.person.uri).toBe(`${under.address}/dixit/id/Person/mark-green`)
  const posted = await under.request('/dixit/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{person(slug:"mark-green"){uri}}' }),
  })
  expect(posted.data).toEqual(data)
  const link = await get('/dixit/id/Person/mark-green')
  expect(link.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/dixit\/graphql\?query=/)
  expect(await (await get('/dixit/graphql', { accept: 'text/html' })).text()).toContain('"/dixit/graphql"')
})

describe('a graph that is not for everyone', async () => {
  const token = 'correct-horse-battery-staple'
  const file = join(temporaryFolder(), 'tokens')
  writeFileSync(file, `another-token-of-ours\n${token}\n`)
  const closed = await testServer({ TOKEN_FILE: file, USER_HEADER: 'X-Forwarded-User', ACCESS_LOG: 'false' }, path)
  const ask = (headers: Record<string, string>) => closed.post({ query: '{ documents { totalCount } }' }, headers)
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

  test.each([
    ['a token', { authorization: `Bearer ${token}` }],
    ['a token as the password', { authorization: basic(`me:${token}`) }],
    ['a user whom the proxy let in', { 'x-forwarded-user': 'joan' }],
  ])('is open to %s', async (_, headers) => {
    expect(await ask(headers)).toMatchObject({ status: 200, data: { documents: { totalCount: 1 } } })
  })

  test.each([
    ['nobody', {}],
    ['another token', { authorization: `Bearer ${token}x` }],
    ['a part of it', { authorization: `Bearer ${token.slice(0, -1)}` }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['two of them', { authorization: `Bearer another-token-of-ours ${token}` }],
    ['another password', { authorization: basic(`${token}:me`) }],
    ['a user without a name', { 'x-forwarded-user': '' }],
  ])('is closed to %s', async (_, headers) => {
    const { status, data, headers: said } = await ask(headers)
    expect({ status, data }).toEqual({ status: 401, data: null })
    expect(said.get('www-authenticate')).toContain('Bearer')
  })

  test('believes no other machine who a user is', async () => {
    const strict = await testServer({ USER_HEADER: 'X-Forwarded-User', PROXIES: '192.0.2.0/24' }, path)
    const answer = await strict.post({ query: '{ __typename }' }, { 'x-forwarded-user': 'joan' })
    expect(answer.status).toBe(401)
  })

  test('has no page, permalink or metrics for strangers, but says that it lives', async () => {
    for (const url of ['/', '/graphql', '/id/Person/mark-green', '/metrics']) {
      expect(await closed.request(url)).toMatchObject({ status: 401 })
    }
    expect(await closed.request('/health')).toMatchObject({ status: 200 })
  })

  test('keeps its answers from shared caches', async () => {
    const url = '/graphql?query={__typename}'
    const { headers } = await closed.request(url, { headers: { authorization: `Bearer ${token}` } })
    expect(headers.get('cache-control')).toContain('private')
  })

  test('says what is wrong with its settings, and no token', async () => {
    const short = join(temporaryFolder(), 'short')
    writeFileSync(short, 'secret')
    await expect(testServer({ TOKEN_FILE: short }, path)).rejects.toMatchObject({ code: 'BAD_SETTING' })
    await expect(testServer({ TOKEN_FILE: short }, path)).rejects.not.toThrow('secret')
    await expect(testServer({ TOKEN_FILE: `${short}s` }, path)).rejects.toMatchObject({ code: 'BAD_SETTING' })
    await expect(testServer({ USER_HEADER: 'x', PROXIES: 'proxy' }, path)).rejects.toMatchObject({
      code: 'BAD_SETTING',
    })
  })
})

describe('nobody is waited for without end', () => {
  test('not who sends headers or a body slowly', async () => {
    const hasty = await testServer({ MAX_REQUEST_MS: '400' }, path)
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'
    for (const sent of [head, `${head}content-length: 100\r\n\r\n{`]) {
      const { socket, ended } = rawConnection(hasty.address)
      socket.write(sent)
      const drip = globalThis.setInterval(() => socket.writable && socket.write('x'), 50)
      const text = await ended
      clearInterval(drip)
      if (text !== '') expect(text).toMatch(/^HTTP\/1\.1 408 .*"REQUEST_TIMEOUT"/s)
    }
    expect(await hasty.post({ query: '{ __typename }' })).toMatchObject({ status: 200 })
  })

  test('not who announces a longer body than he sends', async () => {
    const hasty = await testServer({ MAX_REQUEST_MS: '400' }, path)
    const { socket, ended } = rawConnection(hasty.address)
    socket.write(asked({}).replace(/content-length: \d+/, 'content-length: 1000'))
    expect(await ended).toMatch(/^HTTP\/1\.1 408 .*"REQUEST_TIMEOUT"/s)
  })

  test('not who is refused and does not close his end', async () => {
    const { address } = await testServer({}, path)
    const { hostname, port } = new URL(address)
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    socket.write('HELO there\r\n\r\n')
    socket.resume()
    await once(socket, 'end')
    // What is sent to an end that is gone comes back as an error, with which the socket closes.
    socket.on('error', () => undefined)
    const closed = new Promise(resolve => socket.once('close', resolve))
    const sending = setInterval(() => socket.write('more'), 50)
    await closed
    clearInterval(sending)
  })

  test('not more than so many at a time', async () => {
    const small = await testServer({ MAX_CONNECTIONS: '20' }, path)
    const idle = Array.from({ length: 60 }, () => rawConnection(small.address))
    await setTimeout(300)
    const open = idle.filter(({ socket }) => !socket.destroyed)
    expect(open.length).toBeLessThanOrEqual(20)
    for (const { socket } of idle) socket.destroy()
    while (!(await fetch(`${small.address}/health`).catch(() => null))?.ok) await setTimeout(50)
  })

  test('a server that stops is not held by what is half-sent', async () => {
    const stopping = await testServer({ SHUTDOWN_MS: '60000' }, path)
    const half = ['POST /graphql HTTP/1.1\r\nhost: loc', `${asked({}).slice(0, -5)}`].map(bytes => {
      const connection = rawConnection(stopping.address)
      connection.socket.write(bytes)
      return connection
    })
    await setTimeout(100)
    const begin = performance.now()
    await stopping.close()
    expect(performance.now() - begin).toBeLessThan(30_000)
    await Promise.all(half.map(({ ended }) => ended))
  })

  test('but what was sent before it stops is answered', async () => {
    const stopping = await testServer({}, path)
    const clients = Array.from({ length: 30 }, () => rawConnection(stopping.address))
    await Promise.all(clients.map(({ socket }) => once(socket, 'connect')))
    const closed = stopping.close()
    for (const { socket } of clients) socket.write(asked({}))
    const answers = await Promise.all(clients.map(({ ended }) => ended))
    await closed
    expect(answers.filter(text => text.includes('"totalCount":1'))).toHaveLength(30)
  })
})
