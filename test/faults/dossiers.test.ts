import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { BadDossier } from '../../src/ingest/problems.ts'
import { Failure } from '../../src/model/failure.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { examinations } from '../../src/store/write/soundness.ts'
import { databaseIn } from '../support/corpora.ts'
import { dump } from '../support/dump.ts'
import { faults, INTERNAL } from '../support/faults.ts'
import { seed, temporaryFolder, testDatabase } from '../support/graph.ts'
import { mutate, mutation } from '../support/mutation.ts'

/** 10,000 in `npm run test:faults`. */
const runs = faults * 50
/** Of processor time: over this it hangs. */
const HANG_MS = 10_000
vi.setConfig({ testTimeout: 300_000 + runs * 1_000 })

const stored = testDatabase()
const pressReview = new URL('../fixtures/press-review', import.meta.url).pathname

test.each([
  ['the seed', seed],
  ['a press review', pressReview],
])('%s, damaged, is imported soundly or leaves the graph as it was', (_, dossier) => {
  const folder = temporaryFolder()
  const copy = join(folder, 'dossier')
  const register = join(dossier, '..', 'agents.yaml')
  if (existsSync(register)) copyFileSync(register, join(folder, 'agents.yaml'))
  cpSync(dossier, copy, { recursive: true })
  const path = databaseIn(folder)
  copyFileSync(stored, path)
  const database = openWriter(path)
  const before = JSON.stringify(dump(database))
  const count = { taken: 0, refused: 0 }
  // Where no row was ever written, all is as it was: most are refused so, and to compare all of it takes longer than the rest.
  const rowsWritten = () => database.value<number>('select total_changes()')

  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), fc.boolean(), (mutations, ofArticle) => {
      const file = join(copy, ofArticle ? 'article.txt' : 'annotations.yaml')
      const sound = readFileSync(file)
      writeFileSync(file, mutations.reduce(mutate, sound))
      const begun = process.cpuUsage()
      const written = rowsWritten()
      // What comes in is looked at, and taken back: each begins with the graph of the seed.
      database.client.exec('savepoint trial')
      try {
        importDossier(database, copy, { replace: true })
        count.taken += 1
        const flaws = Object.values(examinations).flatMap(examine => examine(database).flaws.map(({ what }) => what))
        expect(flaws).toEqual([])
      } catch (error) {
        if (!(error instanceof Failure || error instanceof BadDossier)) throw error
        expect(error.message).not.toMatch(INTERNAL)
        if (rowsWritten() !== written) expect(JSON.stringify(dump(database))).toBe(before)
        count.refused += 1
      } finally {
        writeFileSync(file, sound)
        database.client.exec('rollback to trial; release trial')
      }
      expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(HANG_MS)
    }),
    { numRuns: runs / 2, endOnFailure: true },
  )
  database.close()
  console.log(`${count.taken} taken, ${count.refused} refused`)
  expect(count.taken + count.refused).toBe(runs / 2)
})
