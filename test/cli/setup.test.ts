import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { root, start } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'

let clone: string
const asked = () => readFileSync(join(clone, 'asked'), 'utf8').trim().split('\n').filter(Boolean)

/** Runs what comes before `npm start` in a clone, with a program in npm's place that notes what it is asked and ends so. */
async function setUp(code = 0) {
  writeFileSync(join(clone, 'asked'), '')
  const npm = join(clone, 'npm.cjs')
  writeFileSync(
    npm,
    `require('node:fs').appendFileSync('asked', process.argv.slice(2, 3) + '\\n'); process.exitCode = ${code}`,
  )
  return start(process.execPath, [join(clone, 'setup.js')], { npm_execpath: npm }, clone).ended
}

beforeEach(() => {
  clone = temporaryFolder()
  for (const folder of ['src/web', 'src/graphiql', 'docs', 'node_modules/.bin']) {
    mkdirSync(join(clone, folder), { recursive: true })
  }
  copyFileSync(join(root, 'setup.js'), join(clone, 'setup.js'))
  writeFileSync(join(clone, 'package.json'), '{"type": "module", "engines": {"node": ">=24"}}')
  writeFileSync(join(clone, 'package-lock.json'), '{}')
})

test('packages are installed and pages built once; then a start asks npm for nothing, and so needs no network', async () => {
  expect((await setUp()).code).toBe(0)
  expect(asked()).toEqual(['install', 'run'])
  expect(await setUp()).toEqual({ code: 0, out: '', err: '' })
  expect(asked()).toEqual([])
})

test('another lockfile is installed, and pages that changed are built', async () => {
  await setUp()
  writeFileSync(join(clone, 'src/web/page.tsx'), 'export {}')
  await setUp()
  expect(asked()).toEqual(['run'])
  writeFileSync(join(clone, 'package-lock.json'), '{"lockfileVersion": 3}')
  await setUp()
  expect(asked()).toEqual(['install', 'run'])
})

test('where npm is run by an older Node it leaves out what needs a newer one, and is run again by the one that has come', async () => {
  writeFileSync(join(clone, 'package.json'), '{"type": "module", "engines": {"node": ">=99"}}')
  symlinkSync(process.execPath, join(clone, 'node_modules/.bin/node'))
  expect((await setUp()).code).toBe(0)
  expect(asked()).toEqual(['install', 'install', 'run'])
})

test('where npm fails the start ends, says so, and tries again the next time', async () => {
  expect(await setUp(1)).toMatchObject({ code: 1, err: expect.stringContaining('could not be installed') })
  expect(asked()).toEqual(['install'])
  expect((await setUp()).code).toBe(0)
  expect(asked()).toEqual(['install', 'run'])
})
