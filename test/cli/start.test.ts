import { getPriority, platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { treeOf } from '../../bench/processes.ts'
import { encodeId } from '../../src/model/nodeNames.ts'
import { entry, root, start } from '../support/cli.ts'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

// Each test starts a program of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const path = testDatabase()

/** Starts the server, and resolves when it says its address. */
async function serve(nodeFlags: readonly string[] = [], settings: Readonly<Record<string, string>> = {}) {
  const environment = { PORT: '0', DIXIT_DB: path, ...settings }
  const running = start(process.execPath, [...nodeFlags, entry, 'serve'], environment)
  onTestFinished(() => void running.child.kill('SIGKILL'))
  const [, address = ''] = await running.says(/API +(http:\S+)/)
  return { ...running, address }
}

/** What nothing needs before something is asked that is not small. */
const later =
  /\/(graphql-yoga|@graphql-tools|pino|zod|edtf|graphology|compromise)\/|\/drizzle-orm\/(index|pg-core\/table)\.|\/src\/ingest\//

test('a server that listens has loaded what it answers small operations with, and no more', async () => {
  const { child, ended, address } = await serve(['--import', join(root, 'test/support/loaded.js')])
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const variables = { id: encodeId('Person', 'mark-green') }
  const query = 'query ($id: ID!) { node(id: $id) { ... on Person { name } } }'
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  expect(await answer.json()).toEqual({ data: { node: { name: 'Mark Green' } } })

  child.kill('SIGTERM')
  const [atListening = ''] = (await ended).err.split('says Dixit serves')
  const loaded = atListening.split('\n').filter(line => line.startsWith('loads '))
  expect(loaded.find(line => line.endsWith('/src/server/operations/fastPath.ts'))).toBeDefined()
  expect(loaded.filter(line => later.test(line) && !line.endsWith('/src/ingest/problems.ts'))).toEqual([])
})

test.skipIf(platform() !== 'linux')('processes that run operations give way to the server', async () => {
  const { child, address } = await serve()
  while (!(await fetch(new URL('/ready', address))).ok) await setTimeout(20)
  const server = child.pid ?? 0
  await vi.waitFor(
    () => {
      const operations = treeOf(server).filter(pid => pid !== server)
      expect(operations).toHaveLength(1)
      for (const pid of operations) expect(getPriority(pid)).toBeGreaterThan(getPriority(server))
    },
    { timeout: 60_000 },
  )
})

test.skipIf(platform() !== 'linux')('another process comes when an operation has waited, and not before', async () => {
  const { child, address } = await serve([], {
    DIXIT_DB: testDatabase(writeCorpus),
    KEPT_ANSWER_BYTES: '0',
    MAX_OPERATION_MS: '5000',
    MAX_WAIT_MS: '60000',
  })
  while (!(await fetch(new URL('/ready', address))).ok) await setTimeout(20)
  const processes = () => treeOf(child.pid ?? 0).length - 1
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
    return (await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) })).status
  }
  const quick = '{ reportingVerbs { lemmaCount } }'
  expect(await ask(quick)).toBe(200)
  expect(processes()).toBe(1)
  const slow = ask(endlessQuery)
  expect(await ask(quick)).toBe(200)
  expect(processes()).toBe(2)
  expect(await slow).toBe(503)
})

test.skipIf(platform() !== 'linux')(
  'a process in the midst of an operation ends with a server that is killed',
  async () => {
    const { child, address } = await serve([], { DIXIT_DB: testDatabase(writeCorpus), MAX_OPERATION_MS: '3600000' })
    while (!(await fetch(new URL('/ready', address))).ok) await setTimeout(20)
    const [operations = 0] = treeOf(child.pid ?? 0).filter(pid => pid !== child.pid)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ query: endlessQuery })
    const asked = fetch(address, { method: 'POST', headers, body }).catch(() => null)
    await setTimeout(500)
    child.kill('SIGKILL')
    await asked
    while (isAlive(operations)) await setTimeout(100)
  },
)

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
