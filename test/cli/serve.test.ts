import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../src/server/server.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { dixit, entry, type Running, start } from '../support/cli.ts'
import { writeCorpus } from '../support/corpus.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

// Each test starts programs of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()

function serve(environment: Record<string, string>): Running {
  const running = start(process.execPath, [entry, 'serve'], { PORT: '0', ...environment })
  onTestFinished(() => void running.child.kill('SIGKILL'))
  return running
}

test('a new database is seeded and served until SIGTERM', async () => {
  const DIXIT_DB = join(folder, 'new.db')
  const server = serve({ DIXIT_DB })
  const [said, graphiql, api] = await server.says(
    /^wane-ice-435000: created\nDixit serves .*\n {2}Holds {5}1 document, \d+ statements, last imported [\d-]{10}\n {2}Explorer .*\n {2}GraphiQL {2}(http:\S+) .*\n {2}API {7}(http:\S+) .*\nCtrl-C stops\.\n/,
  )
  expect(said).toContain(DIXIT_DB)

  const answer = await fetch(api ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ person(slug: "mark-green") { name } }' }),
  })
  expect(await answer.json()).toEqual({ data: { person: { name: 'Mark Green' } } })

  const page = await fetch(graphiql ?? '', { headers: { accept: 'text/html' } })
  const html = await page.text()
  expect(page.headers.get('content-type')).toContain('text/html')
  // Offline: nothing that the page loads stands elsewhere.
  expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=["']?(?:https?:)?\/\//)

  // The connections of both requests are kept alive, and do not keep the server from ending.
  server.child.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0, err: '' })
})

test('others are answered while somebody takes everything', async () => {
  const server = serve({ DIXIT_DB: testDatabase(writer => writeCorpus(writer)) })
  const [, address = ''] = await server.says(/API {7}(http:\S+)\/graphql/)
  const order: string[] = []
  const taken = Array.from({ length: 3 }, async () => {
    const { body } = await fetch(`${address}/export/statements.csv`)
    for await (const _ of body ?? []) order.push('part')
    order.push('all')
  })
  await vi.waitUntil(() => order.includes('part'), { timeout: 60_000, interval: 1 })
  await fetch(`${address}/health`)
  order.push('health')
  await Promise.all(taken)
  expect(order.indexOf('health')).toBeLessThan(order.indexOf('all'))
})

test('a port that is taken is said, and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, err } = await dixit(['serve'], { DIXIT_DB: join(folder, 'taken.db'), PORT: String(port) })
  other.close()
  expect({ code, err }).toEqual({
    code: 1,
    err: `dixit: Port ${port} on 127.0.0.1 is in use by another program. Stop it, or choose another port: PORT=${port + 1}.\n`,
  })
})

test('an address that is not of this machine is said', async () => {
  const settings = readSettings({ HOST: '192.0.2.1', PORT: '0', DIXIT_DB: testDatabase() })
  await expect(startServer(settings, pino({ level: 'silent' }))).rejects.toThrow(
    expect.objectContaining({
      code: 'ADDRESS_UNUSABLE',
      message: '192.0.2.1 is not an address of this machine. Set HOST to one that is, such as 127.0.0.1.',
    }),
  )
})
