import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { asNobody, canGiveUp } from '../support/asNobody.ts'
import { entry, start } from '../support/cli.ts'
import { databaseIn, fixture, importInto } from '../support/corpora.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { makeOlderDatabase } from '../support/olderDatabase.ts'

vi.setConfig({ testTimeout: 120_000 })

/** How many documents a server that is started on the database says that there are. */
async function served(DIXIT_DB: string): Promise<unknown> {
  const { child, says } = start(process.execPath, [entry, 'serve'], { PORT: '0', DIXIT_DB })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, address = ''] = await says(/API +(http:\S+)/)
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const body = JSON.stringify({ query: '{ documents { totalCount } }' })
  return (await fetch(address, { method: 'POST', headers, body })).json()
}

const documents = (totalCount: number) => ({ data: { documents: { totalCount } } })

test('a database that was begun and never filled is seeded at the next start', async () => {
  const folder = temporaryFolder()
  const noTables = join(folder, 'file.db')
  writeFileSync(noTables, '')
  expect(await served(noTables)).toEqual(documents(1))

  const noRows = join(folder, 'tables.db')
  openWriter(noRows).close()
  expect(await served(noRows)).toEqual(documents(1))
})

test('a database that an older Dixit began and never filled is seeded too; one that it filled is not', async () => {
  const folder = temporaryFolder()
  const older = (name: string, sql: string) => {
    const path = join(folder, name)
    // As it was before revisions were recorded.
    makeOlderDatabase(path, 4, sql)
    return path
  }
  expect(await served(older('begun.db', ''))).toEqual(documents(1))
  const filled = `insert into datasets (slug, name, format, importedAt) values ('town', 'Town', 'jsonl', '2026-01-01')`
  expect(await served(older('filled.db', filled))).toEqual(documents(0))
})

test('a database that was filled with something else is not seeded', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'legislators', fixture('legislators'))
  expect(await served(databaseIn(folder))).toEqual(documents(0))
})

test.skipIf(!canGiveUp)('a database that may not be written to, nor its folder, is served', async () => {
  const path = testDatabase()
  chmodSync(path, 0o444)
  chmodSync(dirname(path), 0o555)
  onTestFinished(() => chmodSync(dirname(path), 0o755))
  const [command = '', ...args] = [...asNobody, process.execPath, entry, 'serve']
  const { child, says } = start(command, args, { PORT: '0', DIXIT_DB: path, MAX_WAIT_MS: '60000' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, address = ''] = await says(/API +(http:\S+)/)
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  for (const query of ['{ documents { totalCount } }', '{ reportingVerbs { lemmaCount } }']) {
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) })
    expect(await answer.json()).toMatchObject({ data: expect.any(Object) })
  }
  expect(readdirSync(dirname(path))).toEqual(['dixit.db'])
})
