import { expect, test, vi } from 'vitest'
import { writeCorpus } from '../support/corpus.ts'
import { faults } from '../support/faults.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'
import { type Seen, testServer } from '../support/server.ts'

/** Answers that clients are given: few in `npm test`, 2,000 in `npm run test:faults`. */
const most = faults * 10
vi.setConfig({ testTimeout: 300_000 + most * 1_000 })

/** Ten times as many as may wait. */
const clients = 100
const mayWait = 10

const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer)
})
const server = await testServer({ OPERATION_PROCESSES: '2', MAX_WAITING: String(mayWait) }, path)

test('ten times as many operations as may wait are refused, and what is small is answered beside them', async () => {
  let asked = 0
  const large: Seen[] = []
  // None is like another, so that no answer was kept.
  const client = async () => {
    while (large.length < most) {
      asked += 1
      const scan = `statements(filter: {text: {contains: "${asked} not there"}}) { totalCount }`
      large.push(await server.post({ query: `{ ${scan} reportingVerbs { lemmaCount } }` }))
    }
  }
  const isOver = () => large.length >= most
  const small: Seen[] = []
  const milliseconds: number[] = []
  const beside = async () => {
    while (!isOver()) {
      const begin = performance.now()
      small.push(await server.post({ query: '{ statements(first: 5) { nodes { text } } }' }))
      milliseconds.push(performance.now() - begin)
      small.push(await server.request('/health'))
    }
  }
  await Promise.all([beside(), ...Array.from({ length: clients }, client)])

  const refused = large.filter(({ status }) => status === 503)
  const middle = milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? 0
  console.log(
    `${large.length} large: ${large.length - refused.length} answered, ${refused.length} refused; ` +
      `${small.length / 2} small: ${middle.toFixed(0)} ms in the middle`,
  )
  expect([...new Set(large.map(({ status }) => status))].sort()).toEqual([200, 503])
  for (const { headers, errors } of refused) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(errors).toMatchObject([{ extensions: { code: 'BUSY' } }])
  }
  expect(new Set(small.map(({ status }) => status))).toEqual(new Set([200]))
})
