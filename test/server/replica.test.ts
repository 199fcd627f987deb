import { copyFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { entry, type Running, start } from '../support/cli.ts'
import { writeCorpus } from '../support/corpus.ts'
import { fillWithSeed, temporaryFolder, testDatabase } from '../support/graph.ts'

const running: Running[] = []
afterAll(() => running.forEach(({ child }) => void child.kill('SIGTERM')))

const first = testDatabase()
const second = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer, { documents: 3, statementsPerDocument: 2, speakers: 2 })
})

/** What Litestream leaves of a state: the file, and then the transaction that it holds. */
function put(file: string, source: string, transaction: string): void {
  copyFileSync(source, file)
  writeFileSync(`${file}-txid`, `${transaction}\n`)
}

async function serve(file: string, database: string): Promise<{ address: string; server: Running }> {
  const server = start(process.execPath, [entry, 'serve', '--follow', file], { PORT: '0', DIXIT_DB: database })
  running.push(server)
  const [, address = ''] = await server.says(/GraphiQL +(http:\/\/[^/]+)\//)
  return { address, server }
}

async function ready(address: string) {
  return (await fetch(`${address}/ready`)).json()
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await holds()); tries += 1) await setTimeout(50)
}

async function documents(address: string): Promise<number> {
  const body = JSON.stringify({ query: '{ documents { totalCount } }' })
  const headers = { 'content-type': 'application/json' }
  return (await (await fetch(`${address}/graphql`, { method: 'POST', headers, body })).json()).data.documents.totalCount
}

test('a copy is waited for, taken anew for each whole state, and says how old it is', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'followed.db')
  const starting = serve(file, join(folder, 'dixit.db'))
  await setTimeout(500)
  put(file, first, '1')
  const { address } = await starting
  expect(await documents(address)).toBe(1)
  await until(async () => (await fetch(`${address}/ready`)).ok)
  expect(await ready(address)).toMatchObject({ status: 'ready', revision: 1, asOf: null })

  // Storage is asked, and has nothing newer.
  writeFileSync(`${file}-checked`, '1\n')
  utimesSync(`${file}-checked`, new Date(), new Date('2026-01-02T03:04:05Z'))
  await until(async () => typeof (await ready(address)).asOf === 'string')
  const old = await ready(address)
  expect(old.asOf).toBe('2026-01-02T03:04:05.000Z')
  expect(old.age).toBeGreaterThan(0)
  const metrics = await (await fetch(`${address}/metrics`)).text()
  expect(Number(/^dixit_copy_age_seconds (.*)$/m.exec(metrics)?.[1])).toBeGreaterThanOrEqual(old.age)

  // Written to after its transaction was written down: half of something.
  copyFileSync(second, file)
  await setTimeout(1_500)
  expect(await documents(address)).toBe(1)
  put(file, second, '2')
  await until(async () => (await documents(address)) === 4)
  expect(await documents(address)).toBe(4)
  expect((await ready(address)).revision).toBeGreaterThan(1)
  // What was asked of storage before says nothing of this state.
  expect((await ready(address)).asOf).toBe('2026-01-02T03:04:05.000Z')
})

test('a replica serves what it had when it starts without storage, and no damaged file', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'followed.db')
  const database = join(folder, 'dixit.db')
  put(file, second, '2')
  const { server, address } = await serve(file, database)
  expect(await documents(address)).toBe(4)
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(file)
  const again = await serve(file, database)
  let said = ''
  again.server.child.stderr?.on('data', text => (said += text))
  expect(await documents(again.address)).toBe(4)

  writeFileSync(`${file}-new`, 'The head of an agency told a lawmaker …')
  renameSync(`${file}-new`, file)
  writeFileSync(`${file}-txid`, '3\n')
  await vi.waitFor(() => expect(said).toContain('the followed file cannot be taken'), 60_000)
  expect(await documents(again.address)).toBe(4)
  again.server.child.kill('SIGTERM')
})

test('content that did not change leaves the server as it is', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'followed.db')
  put(file, first, '1')
  const { server, address } = await serve(file, join(folder, 'dixit.db'))
  // Litestream makes a transaction of its own now and then.
  put(file, first, '2')
  writeFileSync(`${file}-checked`, '2\n')
  await until(async () => typeof (await ready(address)).asOf === 'string')
  expect(await ready(address)).toMatchObject({ asOf: expect.any(String) })
  server.child.kill('SIGTERM')
  expect((await server.ended).err).not.toContain('another database has been opened')
})
