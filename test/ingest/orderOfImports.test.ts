import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dixit, root } from '../support/cli.ts'
import { temporaryFolder } from './dossiers.ts'

// Each import is a program, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const fixture = (path: string) => join(root, 'test/fixtures', path)

/** Three sources that know nothing of each other: two datasets and a dossier. */
const sources = {
  town: ['jsonl', fixture('corpora/jsonl/town.jsonl'), '--dataset', 'town'],
  everything: ['jsonl', fixture('corpora/everything/everything.jsonl'), '--dataset', 'everything'],
  dossier: [fixture('joint')],
} as const

type Source = keyof typeof sources

/** What the graph says after some imports, without row ids: each table as CSV has slugs, its lines sorted. */
async function after(order: readonly Source[]): Promise<Record<string, string[]>> {
  const folder = temporaryFolder()
  const environment = { DIXIT_DB: join(folder, 'x.db') }
  for (const source of order) {
    const { code, err } = await dixit(['import', ...sources[source]], environment)
    expect([source, code, code === 0 ? '' : err]).toEqual([source, 0, ''])
  }
  const out = join(folder, 'csv')
  expect((await dixit(['export', 'csv', '--out', out], environment)).code).toBe(0)
  const files = readdirSync(out).filter(name => name.endsWith('.csv'))
  return Object.fromEntries(
    files.map(name => {
      const text = readFileSync(join(out, name), 'utf8').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'NOW')
      return [name, text.split('\n').toSorted()]
    }),
  )
}

test('what is independent says the same in whatever order it is imported', async () => {
  const [first, second] = [
    await after(['town', 'everything', 'dossier']),
    await after(['dossier', 'everything', 'town']),
  ]
  expect(Object.values(first).flat().length).toBeGreaterThan(100)
  expect(second).toEqual(first)
})
