import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { formats } from '../../src/ingest/formats/index.ts'
import { pendingReadings } from '../../src/ingest/readings.ts'
import { Failure } from '../../src/model/failure.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { examinations } from '../../src/store/write/soundness.ts'
import { databaseIn, importWith } from '../support/corpora.ts'
import { dump } from '../support/dump.ts'
import { faults, INTERNAL } from '../support/faults.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { mutate, mutation } from '../support/mutation.ts'
import { smallCorpora } from '../support/smallCorpora.ts'

/** How many files of each format are damaged: few in `npm test`, 10,000 of all formats in `npm run test:faults`. */
const runs = Math.ceil((faults * 50) / formats.length)
/** Longer than an import of a small file takes on any machine: over this it hangs. */
const HANG_MS = 10_000
vi.setConfig({ testTimeout: 300_000 + runs * 1_000 })

const seeded = testDatabase()

/** What is wrong with a database, in words. */
function flawsOf(database: Database): string[] {
  return Object.values(examinations).flatMap(examine =>
    examine(database).flaws.map(({ what, example }) => `${what}: ${example}`),
  )
}

/** A database that begins with the graph of the seed. */
function seededDatabase(folder: string): Database {
  for (const ending of ['-wal', '-shm']) rmSync(databaseIn(folder) + ending, { force: true })
  copyFileSync(seeded, databaseIn(folder))
  return openWriter(databaseIn(folder))
}

test('every format has a small corpus that is damaged here', () => {
  expect(Object.keys(smallCorpora).sort()).toEqual(formats.map(({ name }) => name).sort())
})

const tally = new Map<string, { taken: number; failed: number }>()

test.each(formats.map(({ name }) => name))(
  '%s: damaged bytes are taken whole, refused, or a failure that writes nothing',
  async format => {
    const folder = temporaryFolder()
    const sources = join(folder, 'sources')
    mkdirSync(sources)
    const paths = smallCorpora[format]?.(sources) ?? []
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .map(name => join(sources, name))
      .filter(file => statSync(file).isFile())
    const count = { taken: 0, failed: 0 }
    const untouched = seededDatabase(folder)
    const before = JSON.stringify(dump(untouched))
    untouched.close()

    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 4 }), async (which, mutations) => {
        const file = files[which % files.length] ?? ''
        const sound = readFileSync(file)
        const database = seededDatabase(folder)
        writeFileSync(file, mutations.reduce(mutate, sound))
        const begun = process.cpuUsage()
        try {
          const outcomes = await importWith(database, folder, format, paths)
          for (const { refused } of outcomes) expect([...refused.keys()].join()).not.toMatch(INTERNAL)
          count.taken += 1
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          expect(error.message).not.toMatch(INTERNAL)
          count.failed += 1
          // Of several sources, those before the one that fails have come whole.
          if (files.length === 1) expect(JSON.stringify(dump(database))).toBe(before)
        } finally {
          writeFileSync(file, sound)
        }
        for (const { read } of pendingReadings(database, null)) read()
        const { user } = process.cpuUsage(begun)
        expect(user / 1_000).toBeLessThan(HANG_MS)
        expect(flawsOf(database)).toEqual([])
        database.close()
      }),
      { numRuns: runs, endOnFailure: true },
    )
    tally.set(format, count)
    expect(count.taken + count.failed).toBe(runs)
  },
)

test('the tally', () => {
  console.log([...tally].map(([format, { taken, failed }]) => `${format}: ${taken} taken, ${failed} failed`).join('\n'))
  expect(tally.size).toBe(formats.length)
})
