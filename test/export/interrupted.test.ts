import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { entry, start } from '../support/cli.ts'
import { databaseIn, importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'
import { writeNews } from '../support/news.ts'

const folder = temporaryFolder()
const DIXIT_DB = databaseIn(folder)

// A graph that takes a while to leave.
beforeAll(async () => {
  const articles = Array.from({ length: 200 }, (_, day) => ({
    slug: `day-${day}`,
    sentences: Array.from({ length: 40 }, (_, index) => ({
      text: `Ada said it ${index} times on day ${day}.`,
      source: 'Ada',
    })),
  }))
  await importInto(folder, 'jsonl', writeNews(folder, articles), { dataset: 'press' })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle leaves nothing, and no hidden draft', async signal => {
  const before = readdirSync(folder)
  for (const form of ['jsonl', 'csv', 'parquet']) {
    const running = start(process.execPath, [entry, 'export', form, '--out', join(folder, `left.${form}`)], {
      DIXIT_DB,
    })
    // Stopped once there is something to leave behind.
    await vi.waitUntil(() => readdirSync(folder).some(name => name.startsWith('.dixit-export-')), {
      timeout: 60_000,
      interval: 1,
    })
    running.child.kill(signal)
    expect((await running.ended).code, form).toBe(signal)
    expect(readdirSync(folder), form).toEqual(before)
  }
})
