/**
 * What the documented queries cost on 100,000 statements: npm run bench:queries
 *
 * Every query of the examples and the guides is asked of a database with the seed and a generated corpus, over the whole
 * of the server's HTTP pipeline but without a socket; names and numbers of the seed are replaced by such of the corpus.
 * Each is measured in a process of its own: the median of the processor's time (user and system) in seven runs, after a
 * first one that prepares the statements and fills the caches. Printed are the ten that cost most.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { importDossier } from '../src/ingest/importDossier.ts'
import { createApi } from '../src/server/api.ts'
import { readSettings } from '../src/server/settings.ts'
import { openReader, openWriter } from '../src/store/database.ts'
import { writeCorpus } from '../test/support/corpus.ts'
import { documentedQueries } from '../test/support/guides.ts'

const size = { documents: 500, statementsPerDocument: 200, speakers: 400 }
const runs = 7
const shown = 10
const secondsPerQuery = 60

const inCorpus: readonly (readonly [RegExp, string])[] = [
  [/"mark-green"/g, '"speaker-1"'],
  [/"patrick-lechleitner"/g, '"speaker-2"'],
  [/"tony-gonzales"/g, '"speaker-3"'],
  [/"wane-ice-435000"/g, '"corpus-1"'],
  [/435719/g, '43571'],
]

interface Trial {
  /** Milliseconds of the processor's time. */
  readonly median: number
  readonly sql: number
  readonly failed: boolean
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-bench-'))
  try {
    const path = join(folder, 'dixit.db')
    const writer = openWriter(path)
    importDossier(writer, fileURLToPath(new URL('../seed/wane-ice-435000', import.meta.url)), { replace: false })
    writeCorpus(writer, size)
    const [version] = writer.client.prepare<[], string>('select sqlite_version()').pluck().all()
    writer.close()

    const [{ model } = { model: 'an unknown processor' }] = cpus()
    console.log(
      `${size.documents * size.statementsPerDocument} statements, ${model}, Node ${process.versions.node}, SQLite ${version}\n`,
    )
    console.log('| query | ms | SQL statements |\n| --- | ---: | ---: |')
    const trials = documentedQueries().map(({ place }, index) => ({ place, ...measure(path, index) }))
    for (const { place, median, sql, failed } of trials.sort((a, b) => b.median - a.median).slice(0, shown)) {
      const time = Number.isFinite(median) ? median.toFixed(1) : `over ${secondsPerQuery * 1000}`
      console.log(`| ${place}${failed ? ' (refused)' : ''} | ${time} | ${sql} |`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(path: string, query: number): Trial {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), path, String(query)], {
    encoding: 'utf8',
    timeout: secondsPerQuery * 1000,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return stdout === '' ? { median: Number.POSITIVE_INFINITY, sql: 0, failed: false } : JSON.parse(stdout)
}

async function trial(path: string, { query }: { readonly query: string }): Promise<Trial> {
  const database = openReader(path)
  const settings = readSettings({ MAX_COST: '10000000' })
  const api = createApi(database, pino({ level: 'silent' }), { settings })
  const asked = inCorpus.reduce((text, [seed, corpus]) => text.replaceAll(seed, corpus), query)
  const times: number[] = []
  let sql = 0
  let failed = false
  for (let run = 0; run <= runs; run += 1) {
    sql = 0
    database.onQuery = () => {
      sql += 1
    }
    const begun = process.cpuUsage()
    const response = await api.fetch('http://dixit.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: asked }),
    })
    failed = (await response.text()).startsWith('{"errors"')
    const { user, system } = process.cpuUsage(begun)
    times.push((user + system) / 1000)
  }
  database.close()
  const [median = 0] = times
    .slice(1)
    .sort((a, b) => a - b)
    .slice(Math.floor(runs / 2))
  return { median, sql, failed }
}

const [path, query] = process.argv.slice(2)
if (path === undefined) main()
else {
  const asked = documentedQueries()[Number(query)]
  if (asked) console.log(JSON.stringify(await trial(path, asked)))
}
