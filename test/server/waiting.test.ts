import { request } from 'node:http'
import { platform } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase(writer => writeCorpus(writer))
// With FAST_PATH_COST=0 nothing is small enough for the server itself.
const settings = { FAST_PATH_COST: '0', OPERATION_PROCESSES: '1', MAX_OPERATION_MS: '500' }
const small = { query: '{ statements { totalCount } }' }
const heavy = { query: endlessQuery }

test('who has waited for as long as one may is told so, and when to ask again', async () => {
  const server = await testServer({ ...settings, MAX_WAIT_MS: '200' }, path)
  const slow = server.post(heavy)
  await setTimeout(100)
  const { status, headers, errors } = await server.post(small)
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toBe('1')
  expect(errors).toMatchObject([{ extensions: { code: 'BUSY', limit: 200, value: expect.any(Number) } }])
  expect(errors[0]?.message).toContain('milliseconds of waiting in the queue; the limit is 200')
  await slow
})

// Linux has as many addresses of its own as a test needs.
test.skipIf(platform() !== 'linux')('who asks for much does not keep another address from its turn', async () => {
  const server = await testServer({ ...settings, MAX_WAIT_MS: '600000' }, path)
  const order: string[] = []
  const ask = (localAddress: string, operation: object) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json' }
      const asked = request(`${server.address}/graphql`, { method: 'POST', headers, localAddress, agent: false })
      asked.on('error', reject).on('response', response => {
        order.push(localAddress)
        response.resume().on('end', resolve)
      })
      asked.end(JSON.stringify(operation))
    })
  const much = Array.from({ length: 3 }, () => ask('127.0.0.2', heavy))
  await setTimeout(300)
  await Promise.all([...much, ask('127.0.0.3', small)])
  // The first had the process already.
  expect(order).toEqual(['127.0.0.2', '127.0.0.3', '127.0.0.2', '127.0.0.2'])
})
