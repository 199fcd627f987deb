import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { start } from '../support/cli.ts'
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

/** Where so many of a hundred stand, in a row of milliseconds. */
function percentile(times: readonly number[], hundredth: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredth) / 100))] ?? 0
}

const words = (times: readonly number[]) =>
  `${percentile(times, 50).toFixed(0)} ms in the middle, ${percentile(times, 99).toFixed(0)} at the 99th percentile`

test.each([
  ['as it comes', {}],
  ['that lets operations wait for 100 ms', { MAX_WAIT_MS: '100' }],
])('what is accepted among ten times as much is answered, by a server %s', async (server, settings) => {
  // A program of its own, as `npm start` begins it: clients that share its processor would be measured with it.
  const [, ...served] = packageJson.scripts.start.split(' ')
  const { child, says } = start(process.execPath, served, {
    ...settings,
    PORT: '0',
    DIXIT_DB: path,
    OPERATION_PROCESSES: '2',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, address = ''] = await says(/API +(http:\S+)\/graphql/)
  while (!(await fetch(`${address}/ready`)).ok) await setTimeout(20)

  let asked = 0
  const ask = async (query: string, into: Map<number, number[]>) => {
    const headers = { 'content-type': 'application/json', accept: '*/*', origin: address }
    const begin = performance.now()
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    await response.arrayBuffer()
    into.set(response.status, [...(into.get(response.status) ?? []), performance.now() - begin])
    return response
  }
  const next = () => {
    asked += 1
    return asked
  }
  const small = () => `{ a${next()}: statements(first: 5) { nodes { text } } }`
  const large = () =>
    `{ statements(filter: {text: {contains: "${next()} not there"}}) { totalCount } reportingVerbs { lemmaCount } }`

  /** Clients that ask without a pause, or wait as they are told, until `work` is done. */
  const during = async (count: number, into: Map<number, number[]>, work: () => Promise<unknown>) => {
    let isOver = false
    const clients = Array.from({ length: count }, async () => {
      while (!isOver) {
        const response = await ask(large(), into)
        if (response.status === 503) await setTimeout(100)
      }
    })
    await work()
    isOver = true
    await Promise.all(clients)
  }
  const several = async (count: number, into: Map<number, number[]>) => {
    for (let n = 0; n < count; n += 1) await ask(small(), into)
  }

  // In turns, so that what else the machine does is in both alike.
  const seen = { alone: new Map(), beside: new Map(), few: new Map(), many: new Map() } satisfies Record<
    string,
    Map<number, number[]>
  >
  for (let round = 0; round < Math.max(1, faults / 20); round += 1) {
    await several(20, seen.alone)
    await during(2, seen.few, () => setTimeout(1_000))
    await during(20, seen.many, () => several(20, seen.beside))
  }
  console.log(
    `a server ${server}: small ones alone ${words(seen.alone.get(200))}; beside 20 clients of large ones ${words(seen.beside.get(200))}. ` +
      `large ones, of 2 clients: ${words(seen.few.get(200))}; of 20: ${words(seen.many.get(200))}, ${seen.many.get(200)?.length} answered, ${seen.many.get(503)?.length ?? 0} refused`,
  )
  for (const statuses of Object.values(seen))
    expect([...statuses.keys()].filter(status => ![200, 503].includes(status))).toEqual([])
  expect(seen.beside.get(503)).toBeUndefined()
})
