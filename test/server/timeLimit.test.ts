import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase(writer => writeCorpus(writer))
// With FAST_PATH_COST=0 nothing is small enough for the server itself.
const small = { query: '{ statements { totalCount } }' }
const smallData = { statements: { totalCount: 5_500 } }

const heavy = { query: endlessQuery }

const one = await testServer(
  { MAX_OPERATION_MS: '1500', MAX_WAITING: '1', MAX_WAIT_MS: '60000', FAST_PATH_COST: '0' },
  path,
)
const patient = await testServer({ MAX_OPERATION_MS: '3600000', MAX_WAIT_MS: '60000', FAST_PATH_COST: '0' }, path)
const two = await testServer(
  { MAX_OPERATION_MS: '2500', MAX_WAIT_MS: '60000', OPERATION_PROCESSES: '2', FAST_PATH_COST: '0' },
  path,
)

describe('an operation that takes too long', () => {
  test('is ended inside of SQLite, and the next is answered', async () => {
    expect(await one.post(small)).toMatchObject({ data: smallData })
    const { status, data, errors } = await one.post(heavy)
    expect({ status, data }).toEqual({ status: 503, data: null })
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_SLOW', limit: 1500, value: expect.any(Number) } }])
    expect(errors[0]?.message).toMatch(/^Refused: \d+ milliseconds of CPU time for the operation; the limit is 1500\.$/)
    expect(await one.post(small)).toMatchObject({ status: 200, data: smallData })
    expect(one.log.join()).toContain('an operation took too long and was ended')
  })

  test('keeps neither the server nor the other processes from answering', async () => {
    const order: string[] = []
    const slow = two.post(heavy).then(() => order.push('heavy'))
    expect(await two.post(small)).toMatchObject({ data: smallData })
    expect(await two.request('/health')).toMatchObject({ status: 200 })
    order.push('small')
    await slow
    expect(order).toEqual(['small', 'heavy'])
  })

  test('is ended when its client has gone, and the next is answered', async () => {
    const gone = new AbortController()
    const slow = patient.post(heavy, {}, gone.signal)
    await setTimeout(100)
    gone.abort()
    await expect(slow).rejects.toThrow('aborted')
    // It would have hours left.
    expect(await patient.post(small)).toMatchObject({ status: 200, data: smallData })
    expect(patient.log.join()).toContain('an operation was ended, as its client had gone')
  })

  test('lets so many wait and no more', async () => {
    expect(await one.post(small)).toMatchObject({ data: smallData })
    const slow = one.post(heavy)
    await setTimeout(300)
    const seen = await Promise.all([one.post(small), one.post(small), one.post(small)])
    expect(await slow).toMatchObject({ errors: [{ extensions: { code: 'TOO_SLOW' } }] })
    expect(seen.map(({ status }) => status).sort()).toEqual([200, 503, 503])
    const busy = seen.find(({ status }) => status === 503)
    expect(busy?.headers.get('retry-after')).toBe('1')
    expect(busy).toMatchObject({ errors: [{ extensions: { code: 'BUSY', limit: 1, value: 2 } }] })
  })
})
