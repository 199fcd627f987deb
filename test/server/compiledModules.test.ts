import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { start } from '../support/cli.ts'
import { testDatabase } from '../support/graph.ts'

test('what a process compiles on demand is kept, though it ends by being killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { child, ended, says } = start(process.execPath, ['src/dixit.js', 'serve'], {
    PORT: '0',
    DIXIT_DB: testDatabase(),
    TMPDIR: folder,
    FAST_PATH_COST: '0',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, address = ''] = await says(/API +(http:\S+)\/graphql/)
  const ready = async () => expect((await fetch(`${address}/ready`)).ok).toBe(true)
  await vi.waitFor(ready, { timeout: 60_000, interval: 100 })
  // The folder of the processes is inside that of the server.
  const kept = () => readdirSync(folder, { recursive: true }).filter(each => String(each).split(sep).length > 3).length
  const headers = { 'content-type': 'application/json' }
  const ask = async (query: string) =>
    (await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json()

  await ask('{ documents { totalCount } }')
  const before = kept()
  // The tables of conjugation are loaded with the first verb, as one file.
  await ask('{ reportingVerbs { lemmaCount } }')
  await vi.waitFor(() => expect(kept()).toBeGreaterThan(before), { timeout: 10_000, interval: 50 })
  child.kill('SIGTERM')
  await ended
}, 120_000)
