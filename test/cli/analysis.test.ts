import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit as run } from '../support/cli.ts'
import { databaseIn, fixture, importInto } from '../support/corpora.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

// Each test starts programs of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const database = join(folder, 'dixit.db')
const writer = openWriter(database)
importDossier(writer, seed, { replace: false })
writer.close()

/** Runs `dixit` on the seed. */
const dixit = (...args: string[]) => run(args, { DIXIT_DB: database })

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47])

test('dixit network prints nodes and ties, with the formula', async () => {
  const { out } = await dixit('network', '--mode', 'two', '--actors', 'party')
  expect(out).toContain('w_ic = sum over levels q of n_icq')
  expect(out).toContain('Republican Party is Tony Gonzales alone.')
  expect(out).toMatch(/\nRepublican Party +\d+ +\d+ /)
})

test('dixit network draws a picture', async () => {
  const path = join(folder, 'network.png')
  expect(await dixit('network', '--out', path)).toEqual({ code: 0, out: '', err: `wrote ${path}\n` })
  expect(readFileSync(path).subarray(0, 4)).toEqual(png)
})

test('dixit wording prints what sets speakers apart, and says that the sample is small', async () => {
  const { out } = await dixit(
    'wording',
    'mark-green',
    '--against',
    'patrick-lechleitner',
    '--phrases',
    '2',
    '--least-z',
    '1',
  )
  expect(out).toContain('more in Mark Green')
  expect(out).toContain('small sample')
  expect(out).toMatch(/illegal aliens +2 +0 /)
})

test('dixit wording names its options in notes', async () => {
  const all = await dixit('wording', 'mark-green', '--least-z', '50')
  expect(all.out).toContain(' To see all: --least-z 0.\n')
  expect(all.out).toContain(' To count their words: --with-paraphrase.\n')
  const { out } = await dixit('wording', 'mark-green', '--least-z', '0', '--language', 'en')
  expect(out).toContain('to see them: --function-words.\n')
})

test('dixit wording draws a picture', async () => {
  const path = join(folder, 'wording.png')
  expect(await dixit('wording', 'mark-green', '--out', path)).toEqual({
    code: 0,
    out: '',
    err: `wrote ${path}\n`,
  })
  expect(readFileSync(path).subarray(0, 4)).toEqual(png)
})

test('dixit verbs prints rates with their intervals', async () => {
  const { out } = await dixit('verbs', '--speaker', 'mark-green')
  expect(out).toMatch(/say +\d+ +\d+\.\d% +\d+\.\d% to \d+\.\d% +said/)
})

test.each([
  [['network', '--actors', 'fish'], 'person, organization, party'],
  [['network', '--speaker', 'nobody'], '--speaker: nothing has the slug or name “nobody”'],
  [['verbs', '--out', 'picture.gif'], 'can be .json, .csv'],
])('dixit %j is bad usage', async (args, words) => {
  const result = await dixit(...args)
  expect(result.code).toBe(2)
  expect(result.err).toContain(words)
})

test('dixit agreement prints alpha and kappa, or that there is nothing to compare', async () => {
  expect((await dixit('agreement')).out).toContain('No document has statements of two coders.')
  const own = temporaryFolder()
  await importInto(own, 'polnear', fixture('polnear'))
  const { out } = await run(['agreement'], { DIXIT_DB: databaseIn(own) })
  expect(out).toMatch(/^1 of 1 documents/)
  expect(out).toMatch(/\nCONTENT +a1b2 +c3d4 +1 /)
})
