// Measures every documented query on 100,000 statements and prints the ten that take longest: npm run bench:queries
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { importDossier } from '../src/ingest/importDossier.ts'
import { createApi } from '../src/server/api.ts'
import { openReader, openWriter } from '../src/store/database.ts'
import { writeCorpus } from '../test/support/corpus.ts'
import { documentedQueries } from '../test/support/guides.ts'

const size = { documents: 500, statementsPerDocument: 200, speakers: 400 }
const runs = 7
const shown = 10

/** What the corpus has in the place of what the seed has: so that a query which names something finds something. */
const inCorpus: readonly (readonly [RegExp, string])[] = [
  [/"(mark-green|patrick-lechleitner|tony-gonzales)"/g, '"speaker-1"'],
  [/"wane-ice-435000"/g, '"corpus-1"'],
  [/435719/g, '43571'],
]

const folder = mkdtempSync(join(tmpdir(), 'dixit-bench-'))
try {
  const path = join(folder, 'dixit.db')
  const writer = openWriter(path)
  importDossier(writer, new URL('../seed/wane-ice-435000', import.meta.url).pathname, { replace: false })
  writeCorpus(writer, size)
  writer.close()

  const database = openReader(path)
  const api = createApi(database, pino({ level: 'silent' }))
  const [version] = database.client.prepare<[], string>('select sqlite_version()').pluck().all()

  const measured = []
  for (const { place, query } of documentedQueries()) {
    const asked = inCorpus.reduce((text, [seed, corpus]) => text.replaceAll(seed, corpus), query)
    const times: number[] = []
    let statements = 0
    let failed = false
    for (let run = 0; run <= runs; run += 1) {
      statements = 0
      database.onQuery = () => {
        statements += 1
      }
      const begun = performance.now()
      const response = await api.fetch('http://dixit.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: asked }),
      })
      failed = (await response.text()).includes('"errors"')
      times.push(performance.now() - begun)
    }
    // The first run prepares the statements and fills the caches.
    const [median = 0] = times
      .slice(1)
      .sort((a, b) => a - b)
      .slice(Math.floor(runs / 2))
    measured.push({ place, median, statements, failed })
    if (failed) console.error(`${place} failed`)
  }
  database.close()

  const [{ model } = { model: 'unknown processor' }] = cpus()
  console.log(`${size.documents * size.statementsPerDocument} statements, ${runs} runs; ${model} × ${cpus().length}, `)
  console.log(`Node ${process.versions.node}, SQLite ${version}\n`)
  console.log('| query | ms (median) | SQL statements |\n| --- | ---: | ---: |')
  for (const { place, median, statements } of measured.sort((a, b) => b.median - a.median).slice(0, shown)) {
    console.log(`| ${place} | ${median.toFixed(1)} | ${statements} |`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
