import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixitProgram, entry, start } from '../support/cli.ts'
import { dump } from '../support/dump.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

// Each test starts programs of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()

/** What a database holds, if it is sound: how many documents, and every row. */
function contents(path: string) {
  const database = openWriter(path)
  try {
    expect(database.client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(database.client.pragma('foreign_key_check')).toEqual([])
    return dump(database)
  } finally {
    database.close()
  }
}

test('two imports at once into a new database both end well', async () => {
  const DIXIT_DB = join(folder, 'both.db')
  const both = await Promise.all([dixitProgram(['seed'], { DIXIT_DB }), dixitProgram(['seed'], { DIXIT_DB })])
  expect(both.map(({ code, err }) => ({ code, err }))).toEqual([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ])
  expect(both.map(({ out }) => out).toSorted()).toEqual(['wane-ice-435000: created\n', 'wane-ice-435000: unchanged\n'])
  expect(contents(DIXIT_DB).documents).toHaveLength(1)
})

const size = (path: string) => (existsSync(path) ? statSync(path).size : 0)

test.each([
  { moment: 'while the tables are made', reached: (path: string) => size(`${path}-wal`) > 0 },
  { moment: 'while the document is committed', reached: (path: string) => size(`${path}-wal`) > 700_000 },
])('killed $moment, an import leaves all or nothing', async ({ moment, reached }) => {
  const DIXIT_DB = join(folder, `${moment.replaceAll(' ', '-')}.db`)
  const { child, ended } = start(process.execPath, [entry, 'seed'], { DIXIT_DB })
  let running = true
  void ended.then(() => {
    running = false
  })
  while (running && !reached(DIXIT_DB)) await setTimeout(1)
  child.kill('SIGKILL')
  await ended

  const left = contents(DIXIT_DB)
  const writer = openWriter(DIXIT_DB)
  const { outcome } = importDossier(writer, seed, { replace: false })
  writer.close()
  if (outcome === 'created') {
    for (const [table, rows] of Object.entries(left)) if (table !== '__drizzle_migrations') expect(rows).toEqual([])
  } else {
    expect(outcome).toBe('unchanged')
    expect(left).toEqual(contents(DIXIT_DB))
  }
  expect(contents(DIXIT_DB).documents).toHaveLength(1)
})
