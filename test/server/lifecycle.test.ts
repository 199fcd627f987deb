import { once } from 'node:events'
import { request } from 'node:http'
import { Socket } from 'node:net'
import { json } from 'node:stream/consumers'
import { pino } from 'pino'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../src/server/server.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()

describe('a server', () => {
  test('lives, and is ready once it can answer', async () => {
    expect(await server.request('/health')).toMatchObject({ status: 200 })
    expect(await server.request('/ready')).toMatchObject({ status: 200 })
  })

  test('is not busy while its first process begins: what is asked meanwhile waits for that', async () => {
    // A process takes longer than this to begin.
    const settings = { PORT: '0', DIXIT_DB: testDatabase(), FAST_PATH_COST: '0', MAX_WAIT_MS: '20' }
    const fresh = await startServer(readSettings(settings), pino({ level: 'silent' }))
    onTestFinished(fresh.close)
    const body = JSON.stringify({ query: '{ documents { totalCount } }' })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${fresh.address}/graphql`, { method: 'POST', headers, body })
    expect(await answer.json()).toEqual({ data: { documents: { totalCount: 1 } } })
  })

  test('on an address that is taken says so', async () => {
    const port = new URL(server.address).port
    await expect(testServer({ PORT: port })).rejects.toMatchObject({ code: 'ADDRESS_UNUSABLE' })
  })

  test('that stops answers what is under way, and nothing more', async () => {
    const headers = { 'content-type': 'application/json', expect: '100-continue' }
    const underWay = request(`${server.address}/graphql`, { method: 'POST', headers })
    underWay.flushHeaders()
    await once(underWay, 'continue')
    const closed = server.close()
    underWay.end(JSON.stringify({ query: '{ documents { totalCount } }' }))
    const [response] = await once(underWay, 'response')
    expect(await json(response)).toEqual({ data: { documents: { totalCount: 1 } } })
    await closed
    await expect(server.request('/health')).rejects.toThrow('fetch failed')
  })

  test.each([
    ['asks for another protocol', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['takes it for a proxy', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['speaks no HTTP', 'EHLO\r\n\r\n'],
    ['has sent half of a request', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'],
    ['has sent nothing', ''],
  ])('that stops does not wait for a client that %s and never hangs up', async (_, text) => {
    const stopping = await testServer()
    const client = new Socket({ allowHalfOpen: true }).on('error', () => undefined)
    client.connect(Number(new URL(stopping.address).port), '127.0.0.1')
    await once(client, 'connect')
    client.write(text)
    await stopping.request('/health')
    await stopping.close()
    client.destroy()
  })

  test('has no more processes than it may, and none once it has stopped, however many of them it had to end', async () => {
    const path = testDatabase(writer => writeCorpus(writer))
    const processes = () => process.getActiveResourcesInfo().filter(name => name === 'ProcessWrap').length
    const before = processes()
    const busy = await testServer(
      { OPERATION_PROCESSES: '2', MAX_OPERATION_MS: '100', MAX_WAIT_MS: '60000', FAST_PATH_COST: '0' },
      path,
    )
    const answers = await Promise.all(Array.from({ length: 5 }, () => busy.post({ query: endlessQuery })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    await vi.waitFor(() => expect(processes() - before).toBeLessThanOrEqual(2), 10_000)
    await busy.close()
    await vi.waitFor(() => expect(processes()).toBeLessThanOrEqual(before), 10_000)
  })
})
