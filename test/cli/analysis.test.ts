import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/database.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

const folder = temporaryFolder()
const database = join(folder, 'dixit.db')
const writer = openWriter(database)
importDossier(writer, seed, { replace: false })
writer.close()

const command = new URL('../../src/dixit.js', import.meta.url).pathname

/** Runs `dixit` on the seed; resolves to its exit code and what it said. */
async function dixit(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const env = { ...process.env, DIXIT_DB: database }
    return { code: 0, ...(await promisify(execFile)(process.execPath, [command, ...args], { env })) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }
    }
    throw error
  }
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47])

test('dixit network prints nodes and ties, with the formula', async () => {
  const { stdout } = await dixit('network', '--mode', 'two', '--actors', 'organization')
  expect(stdout).toContain('w_ic = sum over levels q of n_icq')
  expect(stdout).toMatch(/\nImmigration and Customs Enforcement +\d+ +\d+ /)
})

test('dixit network draws a picture', async () => {
  const path = join(folder, 'network.png')
  expect(await dixit('network', '--out', path)).toEqual({ code: 0, stdout: '', stderr: `wrote ${path}\n` })
  expect(readFileSync(path).subarray(0, 4)).toEqual(png)
})

test('dixit wording prints what sets speakers apart, and says that the sample is small', async () => {
  const { stdout } = await dixit('wording', 'mark-green', '--against', 'patrick-lechleitner', '--phrases', '2')
  expect(stdout).toContain('more in mark-green')
  expect(stdout).toContain('small sample')
  expect(stdout).toMatch(/illegal aliens +2 +0 /)
})

test('dixit wording draws a picture', async () => {
  const path = join(folder, 'wording.png')
  expect(await dixit('wording', 'mark-green', '--out', path)).toEqual({
    code: 0,
    stdout: '',
    stderr: `wrote ${path}\n`,
  })
  expect(readFileSync(path).subarray(0, 4)).toEqual(png)
})

test('dixit verbs prints rates with their intervals', async () => {
  const { stdout } = await dixit('verbs', '--speaker', 'mark-green')
  expect(stdout).toMatch(/say +\d+ +\d+\.\d% +\d+\.\d% to \d+\.\d% +said/)
})

test.each([
  [['network', '--actors', 'fish'], 'person, organization, party'],
  [['network', '--speaker', 'nobody'], '--speaker: nothing has the slug “nobody”'],
  [['verbs', '--out', 'picture.gif'], 'can be .json, .csv'],
])('dixit %j is bad usage', async (args, words) => {
  const result = await dixit(...args)
  expect(result.code).toBe(2)
  expect(result.stderr).toContain(words)
})
