/**
 * How long an import takes, beside the same rows inserted by bare prepared statements: npm run bench:import -- [statements]
 *
 * Each trial runs in a process of its own, so that its peak memory is its own. Time is that of the processor (user and
 * system), since other programs may run; the wall clock's is beside it. The floor inserts, in one transaction and into the
 * same tables with the same indexes, the rows that the import left: without reading a corpus, without checking a record,
 * and without the full-text indexes. The real corpora are measured where they stand beside the repository.
 */

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { formats } from '../src/ingest/formats/index.ts'
import { importCorpus } from '../src/ingest/importCorpus.ts'
import { openWriter } from '../src/store/database.ts'

interface Trial {
  readonly seconds: number
  readonly wallSeconds: number
  readonly rows: number
  readonly peakMegabytes: number
}

async function main(statements: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-bench-'))
  try {
    console.log(`${'corpus'.padEnd(22)}      rows   CPU s  rows/s  floor s  ratio  again s  peak MB  wall s`)
    for (const [name, path] of await corpora(folder, statements)) {
      const database = join(folder, `${name}.db`)
      const first = trial('trial-import', name, path, database)
      const again = trial('trial-import', name, path, database)
      const floor = trial('trial-floor', database, join(folder, 'floor.db'))
      const cells = [
        name.padEnd(18),
        first.rows.toLocaleString('en-US').padStart(13),
        first.seconds.toFixed(2).padStart(8),
        Math.round(first.rows / first.seconds)
          .toLocaleString('en-US')
          .padStart(8),
        floor.seconds.toFixed(2).padStart(8),
        (first.seconds / floor.seconds).toFixed(2).padStart(6),
        again.seconds.toFixed(2).padStart(8),
        String(first.peakMegabytes).padStart(8),
        first.wallSeconds.toFixed(1).padStart(8),
      ]
      console.log(cells.join(''))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function corpora(folder: string, statements: number): Promise<[string, string][]> {
  const real = fileURLToPath(new URL('../../shared/corpora/', import.meta.url))
  const found = ['legislators', 'polnear', 'liar', 'dna'].flatMap((name): [string, string][] =>
    existsSync(join(real, name)) ? [[name, join(real, name)]] : [],
  )
  return [...found, ['jsonl', await writeStatements(join(folder, 'statements.jsonl'), statements)]]
}

/** A corpus of the interchange format: documents of ten statements, each with source, cue, mention and a label. */
async function writeStatements(file: string, count: number): Promise<string> {
  const stream = createWriteStream(file)
  for (let d = 0; d * 10 < count; d += 1) {
    let text = ''
    const statements = Array.from({ length: 10 }, (_, s) => {
      const at = (words: string) => {
        const start = text.length
        text += words
        return { at: [[start, text.length]], exact: words }
      }
      const source = at(`Speaker ${(d * 7 + s) % 5_000}`)
      text += ' '
      const cue = at('said')
      text += ' that '
      const content = at(`the ${d * 10 + s} houses by the river will hold in spite of all that was feared`)
      text += '. '
      const mentions = [{ role: 'SOURCE', words: source.exact, span: source }]
      const labels = [{ name: 'topic', value: `topic ${s}` }]
      return { type: 'statement', slug: `b-${d}/${s}`, document: `b-${d}`, content, source, cue, mentions, labels }
    })
    const document = { type: 'document', slug: `b-${d}`, text, language: 'en', published: `20${10 + (d % 10)}-01-01` }
    const lines = [document, ...statements].map(record => `${JSON.stringify(record)}\n`).join('')
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'close')
  return file
}

function trial(...argv: string[]): Trial {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...argv])
  if (status !== 0) throw new Error(stderr.toString())
  return JSON.parse(stdout.toString())
}

/** Measures what a trial does after it has made ready, and prints it for `main`. */
async function measure(run: () => Promise<number> | number): Promise<void> {
  const usage = process.cpuUsage()
  const start = performance.now()
  const rows = await run()
  const { user, system } = process.cpuUsage(usage)
  const trial: Trial = {
    seconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - start) / 1000,
    rows,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  console.log(JSON.stringify(trial))
}

async function runImport([name = '', path = '', file = '']: readonly string[]): Promise<void> {
  const format = formats.find(each => each.name === name)
  if (!format) throw new Error(`no format ${name}`)
  const database = openWriter(file)
  await measure(async () => {
    const outcomes = await importCorpus(database, format, [path], {
      dataset: { ...format.dataset, format: name },
      register: null,
      dryRun: false,
      strict: false,
      rejectsFile: `${file}.rejects`,
      signal: new AbortController().signal,
      now: () => new Date(),
      on: { waiting() {}, started() {}, progressed() {}, finished() {} },
    })
    return outcomes.reduce((rows, outcome) => rows + outcome.rows, 0)
  })
  database.close()
}

const tables = [
  'datasets',
  'imports',
  'importCounts',
  'agents',
  'agentNames',
  'identifiers',
  'claims',
  'coders',
  'documents',
  'documentTexts',
  'passages',
  'memberships',
  'statements',
  'statementWords',
  'mentions',
  'stances',
  'reviews',
  'labels',
]

async function runFloor([from = '', to = '']: readonly string[]): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) rmSync(to + ending, { force: true })
  openWriter(to).close()
  const source = new Sqlite(from, { readonly: true })
  const client = new Sqlite(to)
  client.pragma('synchronous = NORMAL')
  client.pragma('foreign_keys = ON')
  // What it takes to have the rows at hand is no part of the floor.
  const batches = tables.map(table => ({
    table,
    columns: source.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table),
    rows: source.prepare<[], unknown[]>(`select * from "${table}"`).raw().all(),
  }))
  await measure(() => {
    client.exec('begin immediate')
    let count = 0
    for (const { table, columns, rows } of batches) {
      const values = columns.map(() => '?').join(', ')
      const insert = client.prepare<unknown[]>(`insert into "${table}" values (${values})`)
      for (const row of rows) insert.run(...row)
      count += rows.length
    }
    client.exec('commit')
    return count
  })
  client.close()
}

const [mode = '', ...argv] = process.argv.slice(2)
if (mode === 'trial-import') await runImport(argv)
else if (mode === 'trial-floor') await runFloor(argv)
else await main(Number(mode || 200_000))
