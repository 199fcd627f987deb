import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { dixit } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

// Some tests start programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const DIXIT_DB = testDatabase()
const reminder = 'links point to http://127.0.0.1:4000; set BASE_URL'

/** Everything that was written at a path. */
function written(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'latin1')
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

const { out: help } = await dixit(['export', '--help'])
const forms = Array.from(help.matchAll(/^ {2}([a-z]+) \[options\]/gm), ([, form = '']) => form)

test('all forms of export are tried', () => {
  expect(forms).toContain('annotations')
  expect(forms.length).toBeGreaterThan(9)
})

describe.each(forms)('export %s', form => {
  test('says that addresses lead to this machine, if it writes any', async () => {
    const out = join(folder, form)
    const { code, err } = await dixit(['export', form, '--out', out, '--texts'], { DIXIT_DB })
    expect({ err, code }).toMatchObject({ code: 0 })
    expect(err.includes(reminder)).toBe(written(out).includes('http://127.0.0.1:4000'))
  })
})

test('says nothing of it where the addresses are those that readers reach', async () => {
  const args = ['export', 'turtle', '--out', join(folder, 'public.ttl')]
  const own = await dixit([...args, '--base-url', 'https://dixit.example'], { DIXIT_DB })
  const set = await dixit([...args, '--force'], { DIXIT_DB, BASE_URL: 'https://dixit.example' })
  for (const { code, err } of [own, set])
    expect({ code, isTold: err.includes('links point') }).toEqual({ code: 0, isTold: false })
})
