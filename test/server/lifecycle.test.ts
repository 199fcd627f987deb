import { once } from 'node:events'
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { testServer } from '../support/server.ts'

const server = await testServer()

describe('a server', () => {
  test('lives, and is ready once it can answer', async () => {
    expect(await server.request('/health')).toMatchObject({ status: 200 })
    expect(await server.request('/ready')).toMatchObject({ status: 200 })
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
})
