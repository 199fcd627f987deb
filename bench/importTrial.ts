/**
 * One measured trial of an import, in a process of its own, so that its peak memory is its own:
 * `importTrial.ts import FORMAT PATH DATABASE`, or `importTrial.ts floor DATABASE NEW-DATABASE`.
 */

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { formats } from '../src/ingest/formats/index.ts'
import { importCorpus } from '../src/ingest/importCorpus.ts'
import { openWriter } from '../src/store/engine/openDatabase.ts'

export interface Trial {
  /** Of the processor. */
  readonly seconds: number
  readonly wallSeconds: number
  readonly rows: number
  readonly peakMegabytes: number
}

/** What an import took, and what became of the records. */
export interface ImportTrial extends Trial {
  readonly taken: Readonly<Record<string, number>>
  readonly refused: Readonly<Record<string, number>>
}

/** Imports a path into a database that is there already or not. */
export function importTrial(format: string, path: string, database: string): ImportTrial {
  return trial('import', format, path, database)
}

/** Inserts the rows of a database into a new one by bare prepared statements. */
export function floorTrial(from: string, to: string): Trial {
  return trial('floor', from, to)
}

function trial<Result extends Trial>(...argv: string[]): Result {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...argv])
  if (status !== 0) throw new Error(stderr.toString())
  return JSON.parse(stdout.toString())
}

/** Adds up the time of what is measured, piece by piece. */
class Clock {
  #cpu = 0
  #wall = 0

  async time<T>(work: () => T | Promise<T>): Promise<T> {
    const [usage, start] = [process.cpuUsage(), performance.now()]
    const result = await work()
    const { user, system } = process.cpuUsage(usage)
    this.#cpu += (user + system) / 1e6
    this.#wall += (performance.now() - start) / 1000
    return result
  }

  result(rows: number): Trial {
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    return { seconds: this.#cpu, wallSeconds: this.#wall, rows, peakMegabytes }
  }
}

async function runImport([name = '', path = '', file = '']: readonly string[]): Promise<void> {
  const format = formats.find(each => each.name === name)
  if (!format) throw new Error(`no format ${name}`)
  const database = openWriter(file)
  const clock = new Clock()
  const outcomes = await clock.time(() =>
    importCorpus(database, format, [path], {
      dataset: { ...format.dataset, format: name },
      register: null,
      dryRun: false,
      strict: false,
      rejectsFile: `${file}.rejects`,
      signal: new AbortController().signal,
      now: () => new Date(),
      on: { waiting() {}, started() {}, progressed() {}, finishing() {}, finished() {} },
    }),
  )
  const rows = outcomes.reduce((sum, outcome) => sum + outcome.rows, 0)
  const taken = sums(outcomes.map(outcome => outcome.taken))
  const refused = sums(outcomes.map(outcome => outcome.refused))
  console.log(JSON.stringify({ ...clock.result(rows), taken, refused } satisfies ImportTrial))
  database.close()
}

function sums(counts: readonly ReadonlyMap<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const [name, count] of counts.flatMap(each => [...each])) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** In an order in which nothing is referred to before it stands. */
const tables = [
  ...['datasets', 'imports', 'importCounts', 'agents', 'agentNames', 'identifiers', 'claims', 'coders', 'referents'],
  ...[
    'documents',
    'documentTexts',
    'passagePlaces',
    'memberships',
    'figures',
    'figureConditions',
    'statements',
    'statementWords',
    'mentions',
  ],
  ...['stances', 'figureMentions', 'termUses', 'reviews', 'labels'],
]
const rowsAtHand = 20_000

async function runFloor([from = '', to = '']: readonly string[]): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) rmSync(to + ending, { force: true })
  openWriter(to).close()
  const source = new Sqlite(from, { readonly: true })
  const client = new Sqlite(to)
  client.pragma('synchronous = NORMAL')
  client.pragma('foreign_keys = ON')
  const clock = new Clock()
  let count = 0
  await clock.time(() => client.exec('begin immediate'))
  for (const table of tables) {
    const columns = source.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)
    const values = columns.map(() => '?').join(', ')
    const insert = client.prepare<unknown[]>(`insert into "${table}" values (${values})`)
    // What it takes to have the rows at hand is no part of the floor.
    for (const rows of batches(source.prepare<[], unknown[]>(`select * from "${table}"`).raw().iterate())) {
      await clock.time(() => {
        for (const row of rows) insert.run(...row)
      })
      count += rows.length
    }
  }
  await clock.time(() => client.exec('commit'))
  console.log(JSON.stringify(clock.result(count)))
  client.close()
}

function* batches<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    if (batch.push(row) < rowsAtHand) continue
    yield batch
    batch = []
  }
  yield batch
}

if (import.meta.main) {
  const [mode, ...argv] = process.argv.slice(2)
  await (mode === 'import' ? runImport(argv) : runFloor(argv))
}
