import { afterEach, expect, test, vi } from 'vitest'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'
import { type TestServer, testServer } from '../support/server.ts'

const path = testDatabase(writer => writeCorpus(writer))
// With FAST_PATH_COST=0 nothing is small enough for the server itself.
const settings = { FAST_PATH_COST: '0', OPERATION_PROCESSES: '2', MAX_OPERATION_MS: '600000', MAX_WAIT_MS: '600000' }
const small = { query: '{ statements { totalCount } }' }

afterEach(() => vi.useRealTimers())

async function metric({ address }: TestServer, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(new RegExp(`^dixit_${name} (\\d+)`, 'm').exec(text)?.[1])
}

test('another process starts for who has waited 300 ms, and ends after half a minute without work', async () => {
  const server = await testServer(settings, path)
  const processes = () => metric(server, 'operation_processes')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const client = new AbortController()
  const endless = server.post({ query: endlessQuery }, {}, client.signal).catch(() => null)
  while ((await metric(server, 'operations_waiting')) > 0) {}
  const answer = server.post(small)
  while ((await metric(server, 'operations_waiting')) === 0) {}
  vi.advanceTimersByTime(299)
  expect(await processes()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await processes()).toBe(2)
  expect(await answer).toMatchObject({ status: 200 })
  vi.advanceTimersByTime(29_999)
  expect(await processes()).toBe(2)
  vi.advanceTimersByTime(1)
  expect(await processes()).toBe(1)
  vi.useRealTimers()
  client.abort()
  await endless
})
