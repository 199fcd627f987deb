import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dixit, entry, start } from '../support/cli.ts'
import { damage } from '../support/damaged.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const seeded = testDatabase()

/** Runs `dixit` with files or pipes of ours for what it says: how it ended, and what reached its standard error. */
async function run(args: readonly string[], output: number | 'closed', errors: 'read' | 'closed' = 'read') {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', output === 'closed' ? 'pipe' : output, 'pipe'],
    env: { PATH: process.env.PATH, DIXIT_DB: seeded },
  })
  let err = ''
  if (errors === 'closed') child.stderr?.destroy()
  else child.stderr?.setEncoding('utf8').on('data', text => (err += text))
  child.stdout?.destroy()
  const [code] = await once(child, 'close')
  return { code, err }
}

const full = '/dev/full'

test.skipIf(!existsSync(full)).each([{ args: ['statements'] }, { args: ['--help'] }, { args: ['doctor'] }])(
  '$args on a device that is full fails with a sentence (skipped where there is none)',
  async ({ args }) => {
    const { code, err } = await run(args, openSync(full, 'w'))
    expect(code).toBe(1)
    expect(err).toContain('dixit: Standard output cannot be written: the disk is full.')
    expect(err).not.toMatch(/^ +at /m)
  },
)

test('an export whose reader has left ends quietly, as a list does', async () => {
  const command = [process.execPath, entry, 'export', 'jsonl', '--texts', '--out', '/dev/stdout']
  const piped = '{ "$@" && echo done >&2; } | head -c 1 > /dev/null'
  expect((await start('sh', ['-c', piped, 'sh', ...command], { DIXIT_DB: seeded }).ended).err).toMatch(
    /^(?:wrote .+\n)?done\n$/,
  )
})

test('a reader who does not listen to what goes wrong has the exit code', async () => {
  expect(await run(['list', 'nothing'], 'closed', 'closed')).toMatchObject({ code: 2 })
})

test.each([
  { args: ['list', 'people', '--out'] },
  { args: ['export', 'qdpx', '--texts', '--out'] },
  { args: ['export', 'jsonl', '--out'] },
  { args: ['backup'] },
])('$args says which path cannot be written', async ({ args }) => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const path of [join(file, 'inside.json'), join(folder, `${'long'.repeat(100)}.json`)]) {
    const { code, err } = await dixit([...args, path], { DIXIT_DB: seeded })
    expect(code).toBeOneOf([1, 2])
    expect(err).toMatch(/^dixit: .+ cannot be (?:written|used): .+\.$/m)
    expect(err).not.toMatch(/^ +at |\.part/m)
  }
})

test('a project is not written of a database that is damaged in its midst', async () => {
  const path = join(folder, 'damaged.db')
  copyFileSync(seeded, path)
  damage(path, 'claims')
  const out = join(folder, 'damaged.qdpx')
  expect(await dixit(['export', 'qdpx', '--texts', '--out', out], { DIXIT_DB: path })).toMatchObject({
    code: 1,
    err: 'dixit: The database cannot be used: the file is damaged.\n',
  })
  expect(existsSync(out)).toBe(false)
})
