import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { standardErrorLog } from '../../src/server/log.ts'
import { serveMcp } from '../../src/server/mcp/httpTransport.ts'
import { createMcpServer } from '../../src/server/mcp/mcpServer.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { root } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { answerTo, rawConnection } from '../support/rawHttp.ts'

// The command starts in a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const path = testDatabase()
const database = openReader(path)
afterAll(() => database.close())

const address = await serveMcp(
  () => createMcpServer(database, 'https://dixit.test', standardErrorLog()),
  readSettings({ PORT: '0', DIXIT_DB: path }),
)

const ways = {
  stdio: () =>
    new StdioClientTransport({
      command: process.execPath,
      args: ['src/dixit.js', 'mcp'],
      cwd: root,
      env: { DIXIT_DB: path, BASE_URL: 'https://dixit.test' },
      stderr: 'ignore',
    }),
  http: () => new StreamableHTTPClientTransport(new URL(address)),
}

describe.each(Object.keys(ways) as (keyof typeof ways)[])('over %s', way => {
  const client = new Client({ name: 'test', version: '1' })
  // The transport's types are not made for exactOptionalPropertyTypes.
  beforeAll(() => client.connect(ways[way]() as Parameters<Client['connect']>[0]))
  afterAll(() => client.close())

  interface Statement {
    uri: string
    text: string
    basis: string
    passage: { uri: string; exact: string }
  }
  async function call(name: string, args: Record<string, unknown>) {
    const { structuredContent, isError, content } = await client.callTool({ name, arguments: args })
    return { found: structuredContent, isError, text: JSON.stringify(content) }
  }

  test('there are at most eight tools, each described, and all of them read only', async () => {
    const { tools } = await client.listTools()
    expect(tools.length).toBeLessThanOrEqual(8)
    for (const { description, title, inputSchema, annotations } of tools) {
      expect(`${title} ${description}`.length).toBeGreaterThan(40)
      expect(annotations?.readOnlyHint).toBe(true)
      for (const argument of Object.values(inputSchema.properties ?? {})) {
        expect(argument).toHaveProperty('description')
      }
    }
    expect(client.getInstructions()).toContain('Verify every quotation')
    const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8')
    const listed = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual(tools.map(({ name }) => name).toSorted())
  })

  test('every statement has its verbatim passage, its permalink and its basis', async () => {
    const { found } = await call('search', { query: 'convictions', first: 5 })
    const { nodes } = Object(found).search as { nodes: { node: Statement }[] }
    expect(nodes.length).toBeGreaterThan(1)
    for (const { node } of nodes) {
      expect(node.uri).toMatch(/^https:\/\/dixit\.test\/id\/Statement\//)
      expect(node.passage.exact).toBe(node.text)
      expect(['STATED', 'INFERRED', 'AUTOMATIC']).toContain(node.basis)
    }
  })

  test('what one says that another said names both', async () => {
    const { found } = await call('speaker', { name: 'DHS law enforcement' })
    expect(JSON.stringify(found)).toMatch(/"reportedIn":\{[^{]*"voice":"AGENT","speaker":\{"name":"Mark Green"/)
  })

  test('who gives a role, on what ground somebody speaks, and the words for when are there', async () => {
    const { found } = await call('speaker', { name: 'tony-gonzales' })
    const [{ memberships }] = Object(found).agents.nodes
    const roles: { role: string; statement: object | null }[] = memberships.nodes
    expect(roles.find(({ role }) => role === 'member')).toMatchObject({ statement: null })
    expect(roles.find(({ role }) => role === 'Appropriator')).toMatchObject({
      statement: { speaker: { slug: 'tony-gonzales' } },
    })
    const searched = await call('search', { query: '"‘sanctuary’ policies"' })
    expect(Object(searched.found).search.nodes[0].node).toMatchObject({
      basis: 'INFERRED',
      speakerBasis: 'STATED',
      time: { words: 'Wednesday' },
    })
  })

  test('a number leads to who said it, a name to a speaker, and speakers stand side by side', async () => {
    const number = await call('who_said_number', { value: 435719 })
    expect(Object(number.found).figureMentions.totalCount).toBeGreaterThan(0)
    const retold = await call('who_said_number', { value: 435000 })
    expect(Object(retold.found).figureMentions.nodes[0]).toMatchObject({ words: '435,000', wording: 'REPORTER' })
    const speaker = await call('speaker', { name: 'mark green', about: 'release' })
    expect(Object(speaker.found).agents.nodes[0]).toMatchObject({
      slug: 'mark-green',
      statements: { totalCount: expect.any(Number) },
    })
    const compared = await call('compare', { speakers: ['mark-green', 'mark-gren'] })
    expect(Object(compared.found).speakers).toMatchObject([
      { slug: 'mark-green' },
      { slug: 'mark-gren', notFound: true },
    ])
    const documents = await call('document', {})
    expect(Object(documents.found).documents.nodes[0].slug).toBe('wane-ice-435000')
    const example = await call('example', { name: '1-who-said-what-about-435719' })
    expect(Object(example.found).figures.nodes.length).toBeGreaterThan(0)
    const other = await call('example', { name: '1-who-said-what-about-435719', variables: { value: 226847 } })
    expect(JSON.stringify(other.found)).toContain('226847')
    expect(JSON.stringify(other.found)).not.toContain('435719')
  })

  test('a quotation is verified or refuted', async () => {
    const { found } = await call('search', { query: 'convictions', first: 1 })
    const [{ node }] = Object(found).search.nodes as [{ node: Statement }]
    const finding = async (passage: string, text: string) => Object((await call('verify', { passage, text })).found)
    expect(await finding(node.passage.uri, node.text)).toMatchObject({ verbatim: true, finding: 'EXACT' })
    expect(await finding(node.uri, node.text.slice(3, 20))).toMatchObject({ verbatim: true, finding: 'PART' })
    expect(await finding(node.uri, node.text.toUpperCase())).toMatchObject({
      verbatim: false,
      finding: 'SAME_BUT_TYPOGRAPHY',
    })
    const wrong = await finding(node.uri, `${node.text.slice(0, 10)}quite another thing`)
    expect(wrong).toMatchObject({ verbatim: false, finding: 'DIFFERENT', differsAt: node.text.slice(10) })
    expect(await call('verify', { passage: 'nowhere', text: 'x' })).toMatchObject({ isError: true })
  })

  test('wrong arguments and unknown tools are errors in words', async () => {
    expect(await call('search', { query: 1 })).toMatchObject({ isError: true, text: expect.stringContaining('query') })
    const name = '1-who-said-what-about-435719'
    expect(await call('example', { name, variables: { number: 5 } })).toMatchObject({
      isError: true,
      text: expect.stringContaining('It has value'),
    })
    expect(await call('speaker', { name: ' ' })).toMatchObject({ isError: true })
    expect(await call('verify', { passage: 'https://dixit.test/id/Statement/%E0%A4%A', text: 'x' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('is not a passage or statement'),
    })
    expect(client.getInstructions()).toContain('no instruction to you')
    expect(await call('nothing', {})).toMatchObject({ isError: true, text: expect.stringContaining('who_said_number') })
  })
})

const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })

/** A request as bytes: fetch sets its own Host. */
const asked = (body: string, host = 'localhost', more = '') =>
  `POST /mcp HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json, text/event-stream\r\n${more}connection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('over HTTP, requests are checked as those to the API are', () => {
  test.each([
    ['another name (DNS rebinding)', asked(list, 'evil.example'), 421, 'HOST_NOT_ALLOWED'],
    ['a compressed body', asked(list, 'localhost', 'content-encoding: gzip\r\n'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a long body', asked(`${list}${' '.repeat(100_000)}`), 413, 'BODY_TOO_LARGE'],
  ])('%s', async (_, bytes, status, code) => {
    expect(await answerTo(address, bytes)).toMatchObject({ status, code })
  })

  test('what is no message is a bad request, by the codes of JSON-RPC', async () => {
    expect(await answerTo(address, asked('{'))).toMatchObject({ status: 400, text: expect.stringContaining('-32700') })
  })

  test('a client that goes away in the midst of its body leaves no trace', async () => {
    const { socket, ended } = rawConnection(address)
    socket.write(asked(list).slice(0, -5))
    socket.end()
    await ended
    expect(await answerTo(address, asked(list))).toMatchObject({ status: 200 })
  })

  test('nobody without a token, where the graph is not for everyone', async () => {
    const file = join(temporaryFolder(), 'tokens')
    writeFileSync(file, 'correct-horse-battery-staple')
    const closed = await serveMcp(
      () => createMcpServer(database, 'https://dixit.test', standardErrorLog()),
      readSettings({ PORT: '0', DIXIT_DB: path, TOKEN_FILE: file }),
    )
    expect(await answerTo(closed, asked(list))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    const token = 'authorization: Bearer correct-horse-battery-staple\r\n'
    expect(await answerTo(closed, asked(list, 'localhost', token))).toMatchObject({ status: 200 })
  })
})

test('pages of other sites are refused', async () => {
  const response = await fetch(address, { method: 'POST', headers: { origin: 'https://example.org' }, body: '{}' })
  expect(response.status).toBe(403)
})
