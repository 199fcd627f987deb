import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { start } from '../support/cli.ts'
import { writeCorpus } from '../support/corpus.ts'
import { documentedQueries } from '../support/documentation.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'

/** Seconds of load: 3 in `npm test`, half an hour in `npm run test:faults`. */
const seconds = Number(process.env.DIXIT_LOAD_SECONDS ?? 3)
vi.setConfig({ testTimeout: 300_000 + seconds * 2_000 })

const hasProc = existsSync('/proc/self/smaps_rollup')

/** Memory of a process that is its own, in bytes, as Linux counts it; 0 once it has gone. */
function privateBytes(pid: number): number {
  const [, kilobytes = '0'] = /^RssAnon:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes) * 1024
}

function childrenOf(pid: number): number[] {
  return readOr(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Open sockets and files of a process, those of its database and log left aside. */
function descriptors(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).filter(name => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`).startsWith('socket:')
    } catch {
      return false
    }
  }).length
}

test.skipIf(!hasProc)('under mixed load memory stays flat, and no process and no descriptor is left', async () => {
  const database = testDatabase(writer => {
    fillWithSeed(writer)
    writeCorpus(writer, { documents: 40, statementsPerDocument: 50, speakers: 20 })
  })
  // As `npm start` does it, with its flags: without them V8 lets garbage gather to half a gigabyte.
  const [, ...served] = packageJson.scripts.start.split(' ')
  const { child, ended, says } = start(process.execPath, served, {
    PORT: '0',
    DIXIT_DB: database,
    OPERATION_PROCESSES: '2',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const pid = child.pid ?? 0
  const [, address = ''] = await says(/API +(http:\S+)\/graphql/)
  while (!(await fetch(`${address}/ready`)).ok) await setTimeout(20)

  const statuses = new Map<number | string, number>()
  const post = async (body: string, signal?: AbortSignal) => {
    try {
      const headers = { 'content-type': 'application/json', accept: '*/*', origin: address }
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body, ...(signal && { signal }) })
      await response.arrayBuffer()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    } catch {
      statuses.set('gone', (statuses.get('gone') ?? 0) + 1)
    }
  }
  const documented = documentedQueries().map(({ query }) => JSON.stringify({ query }))
  let n = 0
  const kinds: readonly (() => Promise<void>)[] = [
    // What people ask, and what nobody has asked before.
    () => post(documented[n % documented.length] ?? ''),
    () => post(JSON.stringify({ query: `{ a${n}: statements(first: 3) { nodes { b${n}: text } } }` })),
    () => post(JSON.stringify({ query: `{ statements(filter: {text: {contains: "${n % 977}"}}) { totalCount } }` })),
    // What takes long, also for clients that go away.
    () => post(JSON.stringify({ query: '{ reportingVerbs { lemmaCount } }' })),
    () => post(documented[n % documented.length] ?? '', AbortSignal.timeout(15)),
    // What is refused.
    () => post(JSON.stringify({ query: '{'.repeat(99_000) })),
    () => post(JSON.stringify({ query: `{ x${n} y${n} }` })),
    () => post(`{"query": "{ __typename }", "variables": ${'['.repeat(50_000)}`),
    async () => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1')
      socket.on('error', () => {})
      socket.write('POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 9\r\n')
      await setTimeout(20)
      socket.destroy()
    },
  ]

  const begun = performance.now()
  const isOver = () => performance.now() - begun > seconds * 1_000
  const samples: number[] = []
  const servers: number[] = []
  let processes = 0
  const watch = (async () => {
    while (!isOver()) {
      const children = childrenOf(pid)
      processes = Math.max(processes, children.length)
      const held = [pid, ...children].map(privateBytes)
      servers.push(held[0] ?? 0)
      samples.push(held.reduce((sum, each) => sum + each, 0))
      await setTimeout(Math.min(5_000, seconds * 50))
    }
  })()
  const client = async () => {
    while (!isOver()) {
      const kind = kinds[n % kinds.length]
      n += 1
      await kind?.()
    }
  }
  await Promise.all([watch, ...Array.from({ length: 8 }, client)])

  const most = (of: readonly number[]) => Math.round(Math.max(...of) / 1e6)
  const half = Math.ceil(samples.length / 2)
  const [first, second] = [most(samples.slice(0, half)), most(samples.slice(-half))]
  const answers = [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')
  console.log(
    `${seconds} s, ${n} requests (${answers}); at most ${first} MB in the first half, ${second} in the second; the server alone ${most(servers)} MB`,
  )
  expect(statuses.get(500)).toBeUndefined()
  expect(statuses.get(200)).toBeGreaterThan(0)
  expect(await (await fetch(`${address}/health`)).text()).not.toBe('')
  // In a run of seconds memory is still on its way to where it stays.
  if (seconds >= 300) expect(second).toBeLessThan(first * 1.15)

  const children = childrenOf(pid)
  expect(children.length).toBeLessThanOrEqual(2)
  expect(processes).toBeLessThanOrEqual(2)
  await vi.waitFor(() => expect(descriptors(pid)).toBeLessThan(20), { timeout: 60_000, interval: 200 })
  const idle = Math.round([pid, ...children].map(privateBytes).reduce((sum, each) => sum + each, 0) / 1e6)
  console.log(`idle afterwards, with ${children.length} processes: ${idle} MB`)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
  for (const each of children) expect(existsSync(`/proc/${each}`)).toBe(false)
})
