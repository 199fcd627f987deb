import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { standardErrorLog } from '../../src/server/log.ts'
import { serveMcp } from '../../src/server/mcp/httpTransport.ts'
import { createMcpServer } from '../../src/server/mcp/mcpServer.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { root } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { answerTo } from '../support/rawHttp.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase()
const server = await testServer({}, path)
const query = '{ documents { totalCount } }'

const tokens = join(temporaryFolder(), 'tokens')
writeFileSync(tokens, 'correct-horse-battery-staple\n')
const closed = await testServer({ TOKEN_FILE: tokens }, path)
const trusted = await testServer({ TRUSTED_ONLY: 'true' }, path)
const tools = await serveMcp(
  () => createMcpServer(openReader(path), 'https://dixit.test', standardErrorLog()),
  readSettings({ PORT: '0', DIXIT_DB: path }),
)

const persisted = (more: object) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
  ...more,
})
const bytes = (head: string, ...lines: string[]) =>
  answerTo(server.address, `${head} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${lines.join('')}\r\n`)

/** What a refusal says: its status, and its body as text. */
interface Refused {
  readonly status: number
  readonly text: string
}

async function got(address: string, init?: RequestInit): Promise<Refused> {
  const response = await fetch(address, init)
  return { status: response.status, text: await response.text() }
}

function posted({ address }: { readonly address: string }, operation: object): Promise<Refused> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
  return got(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify(operation) })
}

/** A request for each code of docs/errors.md that is about how something is asked. */
const asked: Readonly<Record<string, readonly [status: number, () => Promise<Refused>]>> = {
  NOT_FOUND: [404, () => got(`${server.address}/nowhere`)],
  METHOD_NOT_ALLOWED: [405, () => got(`${server.address}/graphql`, { method: 'DELETE' })],
  NOT_ACCEPTABLE: [406, () => got(`${server.address}/graphql?query=${query}`, { headers: { accept: 'image/png' } })],
  UNSUPPORTED_MEDIA_TYPE: [415, () => got(`${server.address}/graphql`, { method: 'POST', body: query })],
  NO_WEBSOCKETS: [426, () => bytes('GET /graphql', 'connection: upgrade\r\n', 'upgrade: websocket\r\n')],
  EXPECTATION_FAILED: [417, () => bytes('GET /graphql', 'expect: 200-ok\r\n')],
  PERSISTED_QUERY_NOT_SUPPORTED: [400, () => posted(server, persisted({}))],
  PERSISTED_QUERY_NOT_FOUND: [400, () => posted(server, { documentId: 'nowhere' })],
  PERSISTED_QUERY_MISMATCH: [400, () => posted(server, persisted({ query }))],
  UNTRUSTED_DOCUMENT: [403, () => posted(trusted, { query })],
  UNAUTHENTICATED: [401, () => posted(closed, { query })],
  HOST_NOT_ALLOWED: [421, () => answerTo(server.address, 'GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n')],
  FORBIDDEN_ORIGIN: [
    403,
    () => got(tools, { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' }),
  ],
  BEHIND: [503, () => got(`${server.address}/graphql?query=${query}`, { headers: { 'dixit-at-least': '9999' } })],
}

/** These need a fault or time: lifecycle.test.ts, graph/errors.test.ts and front.test.ts have them. */
const faults = ['NOT_READY', 'INTERNAL_SERVER_ERROR', 'REQUEST_TIMEOUT']

describe('docs/errors.md, how it is asked', () => {
  const page = readFileSync(join(root, 'docs/errors.md'), 'utf8').split('## How it is asked')[1] ?? ''
  const codes = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, code = '']) => code)

  test('each code has its request here', () => {
    expect(codes.filter(code => !faults.includes(code)).toSorted()).toEqual(Object.keys(asked).toSorted())
  })

  test.each(Object.entries(asked))('%s', async (code, [status, ask]) => {
    const refused = await ask()
    expect(refused.status).toBe(status)
    const body = refused.text.slice(refused.text.indexOf('{"errors"'))
    expect(JSON.parse(body)).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] })
  })
})

test.each([
  ['/graphql', 'DELETE', 'GET, POST'],
  ['/schema.graphql', 'POST', 'GET, HEAD'],
  ['/ready', 'PUT', 'GET, HEAD'],
  ['/health', 'POST', 'GET, HEAD'],
  ['/metrics', 'POST', 'GET, HEAD'],
  ['/export/statements.csv', 'POST', 'GET, HEAD'],
  ['/id/Person/mark-green', 'POST', 'GET, HEAD'],
])('%s says what it takes instead of %s', async (path, method, allowed) => {
  const response = await fetch(`${server.address}${path}`, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allowed)
  expect(await response.text()).toContain('"code":"METHOD_NOT_ALLOWED"')
})

test('the server says when its content came by the name that the API has for it', async () => {
  const { importedAt, ...ready } = await (await fetch(`${server.address}/ready`)).json()
  expect(ready).toEqual({ status: 'ready', revision: expect.any(Number) })
  const { data } = await server.post({ query: '{ graph { importedAt } }' })
  expect(data).toEqual({ graph: { importedAt } })
})
