import { once } from 'node:events'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { serveMcp } from '../../src/server/mcp/httpTransport.ts'
import { createMcpServer } from '../../src/server/mcp/mcpServer.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { entry, start } from '../support/cli.ts'
import { testDatabase } from '../support/graph.ts'

// The command starts in a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Message {
  readonly id: unknown
  readonly result?: { readonly isError?: boolean; readonly content?: readonly { readonly text: string }[] }
  readonly error?: { readonly code: number; readonly message: string }
}

interface Way {
  /** The answer to what is sent. */
  send(message: string | Uint8Array): Promise<Message>
  /** What the server has logged. */
  logged(): string
}

function overStdio(path: string): Way {
  const { child, ended } = start(process.execPath, [entry, 'mcp'], { DIXIT_DB: path })
  const { stdin, stdout, stderr } = child
  if (!stdin || !stdout || !stderr) throw new Error('there are no pipes')
  let log = ''
  stderr.on('data', text => (log += text))
  afterAll(async () => {
    stdin.end()
    expect(await ended).toMatchObject({ code: 0 })
  })
  let rest = ''
  return {
    logged: () => log,
    async send(message) {
      stdin.write(message)
      stdin.write('\n')
      while (!rest.includes('\n')) rest += (await once(stdout, 'data'))[0]
      const [line = '', ...more] = rest.split('\n')
      rest = more.join('\n')
      return JSON.parse(line)
    },
  }
}

async function overHttp(path: string): Promise<Way> {
  const database = openReader(path)
  afterAll(() => database.close())
  const log: string[] = []
  const add = (details: object, message: string) => void log.push(`${message} ${Object.entries(details)}`)
  const address = await serveMcp(
    () => createMcpServer(database, 'https://dixit.test', { error: add, warn: add }),
    readSettings({ PORT: '0', DIXIT_DB: path }),
  )
  return {
    logged: () => log.join('\n'),
    async send(message) {
      const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
      return JSON.parse(await (await fetch(address, { method: 'POST', headers, body: Buffer.from(message) })).text())
    },
  }
}

const request = (fields: object) => JSON.stringify({ jsonrpc: '2.0', id: 7, ...fields })
const callOf = (name: string, given: object) => request({ method: 'tools/call', params: { name, arguments: given } })
const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`

const ways = { stdio: overStdio, http: overHttp }

describe.each(Object.keys(ways) as (keyof typeof ways)[])('over %s', async way => {
  const path = testDatabase()
  const { send, logged } = await ways[way](path)

  test.each<[what: string, sent: string | Uint8Array, id: unknown, code: number, says: string]>([
    ['no JSON', '{', null, -32_700, 'not JSON'],
    ['no UTF-8', Buffer.from('7b22ff223a317d', 'hex'), null, -32_700, 'not JSON'],
    ['JSON nested deeper than any stack', deep, null, -32_600, 'nested'],
    ['a text', '"tools/list"', null, -32_600, 'a JSON object'],
    ['a batch', `[${request({ method: 'ping' })}]`, null, -32_600, 'one message at a time'],
    ['an empty batch', '[]', null, -32_600, 'one message at a time'],
    ['no version', '{"id":7,"method":"ping"}', 7, -32_600, 'jsonrpc must be "2.0"'],
    ['no method', request({}), 7, -32_600, 'method must say'],
    ['a number for a method', request({ method: 1 }), 7, -32_600, 'method must say'],
    ['null for an id', request({ method: 'ping', id: null }), null, -32_600, 'id must be'],
    ['a list for an id', request({ method: 'ping', id: [] }), null, -32_600, 'id must be'],
    ['a list of parameters', request({ method: 'ping', params: [1] }), 7, -32_600, 'params: '],
    ['a field that no message has', request({ method: 'ping', more: 1 }), 7, -32_600, 'more'],
    ['an unknown method', request({ method: 'tools/do' }), 7, -32_601, 'Method not found'],
    [
      'a call without a name',
      request({ method: 'tools/call', params: {} }),
      7,
      -32_602,
      'params.name: expected string',
    ],
    ['a call without parameters', request({ method: 'tools/call' }), 7, -32_602, 'params: expected object'],
    [
      'a list for arguments',
      request({ method: 'tools/call', params: { name: 'search', arguments: [] } }),
      7,
      -32_602,
      'params.arguments: expected record',
    ],
    ['a number for a cursor', request({ method: 'tools/list', params: { cursor: 1 } }), 7, -32_602, 'params.cursor'],
    ['an empty greeting', request({ method: 'initialize', params: {} }), 7, -32_602, 'params.protocolVersion'],
  ])('%s is answered with what is wrong', async (_, sent, id, code, says) => {
    const { error, ...answer } = await send(sent)
    expect(answer).toEqual({ jsonrpc: '2.0', id })
    expect(error).toEqual({ code, message: expect.stringContaining(says) })
    expect(error?.message).not.toMatch(/[{}[\]\n]/)
    expect(await send(request({ method: 'ping' }))).toMatchObject({ id: 7, result: {} })
  })

  test('the task of a request is ignored where there are no tasks', async () => {
    const params = { name: 'document', arguments: {}, task: { ttl: 1 } }
    expect(await send(request({ method: 'tools/call', params }))).toMatchObject({ id: 7, result: { content: [{}] } })
  })

  test.each<[what: string, tool: string, given: object, says: string]>([
    ['an unknown speaker', 'search', { query: 'convictions', speaker: 'mark-gren' }, 'Did you mean mark-green?'],
    ['an unknown name', 'speaker', { name: 'Marc Green' }, 'Mark Green'],
    ['an unknown document', 'document', { slug: 'wane-ice' }, 'wane-ice-435000'],
    ['a blank slug', 'document', { slug: '' }, 'expected a slug'],
    ['a cursor of nothing', 'document', { after: 'x' }, 'cursor'],
    [
      'an argument that there is not',
      'search',
      { query: 'convictions', who: 'x' },
      'There are query, speaker, and first',
    ],
  ])('%s is an error in words', async (_, tool, given, says) => {
    const { result } = await send(callOf(tool, given))
    expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining(says) }] })
    expect(result?.content?.[0]?.text).not.toContain('\n')
  })

  test('a worked question about somebody unknown says so, as the API does', async () => {
    const { result } = await send(
      callOf('example', { name: '2-every-number-mark-green-cites', variables: { speaker: 'mark-gren' } }),
    )
    expect(JSON.stringify(result)).toContain('Did you mean mark-green?')
  })

  // The last of them: it breaks the database.
  test('a fault of ours is masked, and logged', async () => {
    const breaking = new Sqlite(path)
    breaking.pragma('foreign_keys = off')
    breaking.exec('drop table figureMentions')
    breaking.close()
    const { result } = await send(callOf('who_said_number', { value: 435719 }))
    expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringMatching(/^Something went wrong/) }] })
    expect(logged()).toContain('no such table')
  })
})

test('over stdio, a line that is too long is refused, and what comes after it answered until the client closes its end', async () => {
  const { child, ended } = start(process.execPath, [entry, 'mcp'], { DIXIT_DB: testDatabase(), MAX_BODY_BYTES: '1000' })
  child.stdin?.end(`${' '.repeat(1_001)}\n\n${callOf('document', {})}\n${request({ id: 8, method: 'ping' })}`)
  const { code, out } = await ended
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line): Message => JSON.parse(line))
  expect(code).toBe(0)
  expect(answers[0]).toMatchObject({
    id: null,
    error: { code: -32_600, message: 'The message has more than 1000 bytes.' },
  })
  expect(
    answers
      .slice(1)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([7, 8])
})
