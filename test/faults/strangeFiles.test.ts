import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { formats } from '../../src/ingest/formats/index.ts'
import { Failure } from '../../src/model/failure.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { examinations } from '../../src/store/write/soundness.ts'
import { dixit, entry, start } from '../support/cli.ts'
import { databaseIn, fixture, type ImportSettings, importInto, importWith } from '../support/corpora.ts'
import { writeDna } from '../support/dnaFile.ts'
import { dump } from '../support/dump.ts'
import { faults, INTERNAL } from '../support/faults.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { smallCorpora } from '../support/smallCorpora.ts'

/** In how many places each file is cut off: few in `npm test`, more in `npm run test:faults`. */
const cuts = 3 + Math.ceil(faults / 5)
const HANG_MS = 10_000
vi.setConfig({ testTimeout: 120_000 + faults * 2_000 })

const seeded = testDatabase()
const quiet = { waiting() {}, started() {}, progressed() {}, finishing() {}, finished() {} }

/** A corpus of a format in a folder of its own, with each of its files. */
function corpusOf(format: string) {
  const folder = temporaryFolder()
  const sources = join(folder, 'sources')
  mkdirSync(sources)
  const paths = smallCorpora[format]?.(sources) ?? []
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map(name => join(sources, name))
    .filter(file => statSync(file).isFile())
  return { folder, paths, files }
}

/**
 * What becomes of an import into the graph of the seed: a tally of what was taken, or the message, after which the database is as it
 * was. Nothing takes long, tells of our insides, or leaves a database that is not sound.
 */
async function become(folder: string, format: string, paths: readonly string[], settings: ImportSettings = {}) {
  for (const ending of ['-wal', '-shm']) rmSync(databaseIn(folder) + ending, { force: true })
  copyFileSync(seeded, databaseIn(folder))
  const database = openWriter(databaseIn(folder))
  const before = JSON.stringify(dump(database))
  const { user } = process.cpuUsage()
  let finished = 0
  const on = {
    ...quiet,
    ...settings.on,
    finished() {
      finished += 1
    },
  }
  try {
    const outcomes = await importWith(database, folder, format, paths, { ...settings, on })
    const refused = outcomes.flatMap(outcome => [...outcome.refused.keys(), ...[...outcome.examples.values()].flat()])
    expect(refused.join()).not.toMatch(INTERNAL)
    const flaws = Object.values(examinations).flatMap(examine => examine(database).flaws)
    expect(flaws).toEqual([])
    return refused.join()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    expect(error.message).not.toMatch(INTERNAL)
    // Of several sources, those before the one that fails have come whole.
    if (finished === 0) expect(JSON.stringify(dump(database)) === before).toBe(true)
    return error.message
  } finally {
    database.close()
    expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(HANG_MS)
  }
}

const names = formats.map(({ name }) => name)

describe.each(names)('%s', format => {
  test('a file that is cut off is taken as far as it goes, or nothing of it is', async () => {
    const { folder, paths, files } = corpusOf(format)
    for (const file of files) {
      const whole = readFileSync(file)
      for (let cut = 0; cut < cuts; cut += 1) {
        writeFileSync(file, whole.subarray(0, Math.floor((whole.length * cut) / cuts)))
        await become(folder, format, paths)
      }
      writeFileSync(file, whole)
    }
  })

  test.each([
    ['a named pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path)],
  ])('%s in place of a file is told', async (_, put) => {
    const { folder, paths, files } = corpusOf(format)
    for (const file of files) {
      renameSync(file, `${file}.aside`)
      put(file)
      expect({ file, said: await become(folder, format, paths) }).not.toMatchObject({ said: '' })
      rmSync(file, { recursive: true })
      renameSync(`${file}.aside`, file)
    }
  })

  test.each([
    ['grows', (file: string) => appendFileSync(file, ' ')],
    ['is cut off', (file: string) => truncateSync(file, statSync(file).size - 1)],
    [
      'is replaced',
      (file: string) => {
        copyFileSync(file, `${file}.new`)
        renameSync(`${file}.new`, file)
      },
    ],
  ])('of a file that %s while it is read nothing is written', async (_, change) => {
    const { folder, paths, files } = corpusOf(format)
    let changed = 0
    const progressed = () => {
      changed += 1
      for (const file of files) change(file)
    }
    const on = { ...quiet, progressed }
    const said = await become(folder, format, paths, { on })
    expect(changed).toBeGreaterThan(0)
    expect(said).toContain('changed while it was read: nothing is written')
  })
})

const packed: readonly (readonly [name: string, format: string, bytes: Buffer])[] = [
  [
    'quotes-2019.json.bz2',
    'quotebank',
    // The first quotation of the fixture, as bzip2 packs it.
    Buffer.from(
      'QlpoOTFBWSZTWaz8iXUAAJRfgCAQUAfyMCYhsIo/b/5qMADYsGqAyBoNAABo0BoDVPSNRtqPSJmkGAEDTI9QSp6kJ5TRhNNNDNQNAGRo/LMTsE' +
        'wFPaRRM44fmmCxdU1X0BJtc324OeYQn3qiKNDMkQsOqFc1jRzHlhMVnwgRvEXSkFwIXzTDgeUyimJI0zRIwMSMadFSqVnFW0GlSLTWUfAlPJMS' +
        'qTecctJEPaOjIeMhQYasXVuIjh3wUBx2MeqniH5HB6wqwjPhC0VPpkkCBx4AgDRrWsmJcFicQy44SNSDqKnCN0sEpB8X8XckU4UJCs/Il1A=',
      'base64',
    ),
  ],
  ['town.jsonl.gz', 'jsonl', gzipSync(readFileSync(join(fixture('jsonl'), 'town.jsonl')))],
]

test.each(packed)('%s, cut off anywhere, fails as a whole', async (name, format, bytes) => {
  const folder = temporaryFolder()
  const file = join(folder, name)
  for (let length = 1; length < bytes.length; length += Math.ceil(bytes.length / (10 * cuts))) {
    writeFileSync(file, bytes.subarray(0, length))
    expect({ length, said: await become(folder, format, [file]) }).not.toMatchObject({ said: '' })
  }
})

test('a file to which another program writes without end is read as far as it went', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'endless.jsonl')
  const line = `{"type":"coder","slug":"one","name":"${'x'.repeat(100_000)}"}\n`
  writeFileSync(file, line.repeat(10))
  const on = { ...quiet, progressed: () => appendFileSync(file, line.repeat(20)) }
  expect(await become(folder, 'jsonl', [file], { on })).toContain('changed while it was read')
  expect(statSync(file).size).toBeLessThan(line.length * 1_000)
})

describe('a database of another program to which that one writes', () => {
  test('is told, where it holds the file to itself', async () => {
    const folder = temporaryFolder()
    const path = writeDna(join(folder, 'town.dna'))
    const other = new Sqlite(path)
    other.exec('begin exclusive')
    expect(await become(folder, 'dna', [path])).toContain('town.dna cannot be read')
    other.exec('rollback')
    other.close()
  })

  test('is read as it was at one moment', async () => {
    const folder = temporaryFolder()
    const path = writeDna(join(folder, 'town.dna'))
    const other = new Sqlite(path)
    other.pragma('journal_mode = wal')
    const progressed = () => other.exec('delete from STATEMENTS')
    const on = { ...quiet, progressed }
    const [outcome] = await importInto(folder, 'dna', path, { on })
    expect(outcome?.taken.get('statement')).toBe(2)
    other.close()
  })
})

describe('every command that reads a file is told of what is no file', () => {
  const folder = temporaryFolder()
  const [pipe, database] = [join(folder, 'pipe'), join(folder, 'dixit.db')]
  execFileSync('mkfifo', [pipe])
  copyFileSync(seeded, database)
  const dossier = join(folder, 'dossier')
  mkdirSync(dossier)
  for (const name of ['article.txt', 'annotations.yaml']) execFileSync('mkfifo', [join(dossier, name)])

  test.each<[args: readonly string[], DIXIT_DB?: string]>([
    [['stats'], pipe],
    [['stats'], '/dev/zero'],
    [['backup', join(folder, 'copy.db')], pipe],
    [['restore', '--replace', pipe]],
    [['restore', '--replace', '/dev/zero']],
    [['restore', '--replace', folder]],
    [['check', dossier]],
    [['import', dossier]],
    [['upgrade', pipe]],
    [['new', join(folder, 'endless'), '--from', '/dev/zero']],
    [['new', join(folder, 'none'), '--from', folder]],
  ])('%j', async (args, DIXIT_DB = database) => {
    // Who waits for ever is ended, with 124.
    const { code, err } = await start('timeout', ['60', process.execPath, entry, ...args], { DIXIT_DB }).ended
    expect([1, 2, 3]).toContain(code)
    expect(err).not.toMatch(INTERNAL)
    expect(err).not.toBe('')
    expect(err.split('\n').length).toBeLessThan(8)
  })

  test('a backup that is cut off anywhere is not restored', async () => {
    const cut = join(folder, 'cut.db')
    const whole = readFileSync(seeded)
    for (let piece = 0; piece < cuts; piece += 1) {
      writeFileSync(cut, whole.subarray(0, Math.floor((whole.length * piece) / cuts)))
      const { code, err } = await dixit(['restore', '--replace', cut], { DIXIT_DB: database })
      expect({ code, err }).toEqual({ code: expect.any(Number), err: expect.not.stringMatching(INTERNAL) })
      expect(code).not.toBe(0)
      const kept = openWriter(database)
      expect(dump(kept).statements).toHaveLength(41)
      kept.close()
    }
  })
})
