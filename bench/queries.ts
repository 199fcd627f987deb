/** What the documented queries cost: npm run bench:queries. `--help` says what it takes. */

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { pino } from 'pino'
import { importDossier } from '../src/ingest/importDossier.ts'
import { createApi } from '../src/server/api.ts'
import { readSettings } from '../src/settings/settings.ts'
import { openReader, openWriter } from '../src/store/engine/openDatabase.ts'
import { documentedQueries } from '../test/support/documentation.ts'
import { datasetOf } from './dataset.ts'
import { machine } from './figures.ts'
import { sqlMilliseconds } from './sqlClock.ts'

const help = `npm run bench:queries -- [options]

Asks every documented query of 100,000 generated statements besides the seed, and writes the ten that cost most to
docs/costs.md. It takes about two minutes, and no network.

  --data FOLDER        where the databases of npm run bench are made, and found again: data/bench
  --statements NUMBER  another size than 100000
  --dry-run            prints, and writes nothing
  --help
`

const options = {
  data: { type: 'string' },
  statements: { type: 'string', default: '100000' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  /** For the processes that this one starts: measures these queries, by their places in the list, of that database. */
  trial: { type: 'string' },
  database: { type: 'string' },
  runs: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

const runs = 7
const shown = 10
/** So many are measured in processes of their own: twice those that are shown, so that a close call is a measured one. */
const measured = 2 * shown
const mostMilliseconds = 180_000

/** Names and numbers of the seed, and such of the corpus, of which there are most. */
const inCorpus: readonly (readonly [RegExp, string])[] = [
  [/"mark-green"/g, '"rival-1"'],
  [/"patrick-lechleitner"/g, '"rival-2"'],
  [/"tony-gonzales"/g, '"speaker-0"'],
  [/"wane-ice-435000"/g, '"doc-0"'],
  [/"released-with-convictions"/g, '"claim-0"'],
  [/"releases"/g, '"referent-0"'],
  [/noncitizens/g, 'settlers'],
  [/435719/g, '4607'],
]

interface Trial {
  readonly place: string
  /** Milliseconds of the processor's time, and of them those inside of SQLite. */
  readonly cpu: number
  readonly inSql: number
  readonly statements: number
  readonly bytes: number
  readonly isRefused: boolean
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(help)
  if (values.trial !== undefined) {
    const places: readonly number[] = JSON.parse(values.trial)
    const trials: Trial[] = []
    for (const place of places) trials.push(await trial(values.database ?? '', place, Number(values.runs)))
    return console.log(JSON.stringify(trials))
  }

  const folder = values.data ?? fileURLToPath(new URL('../data/bench', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const size = Number(values.statements)
  const label = size % 1_000 === 0 ? `${size / 1_000}k` : String(size)
  const { database } = await datasetOf(folder, label, size, false, line => console.error(line))
  const temporary = mkdtempSync(join(tmpdir(), 'dixit-bench-'))
  try {
    // A copy: the other questions of the bench are asked of the corpus alone.
    const path = join(temporary, 'dixit.db')
    copyFileSync(database, path)
    const writer = openWriter(path)
    importDossier(writer, fileURLToPath(new URL('../seed/wane-ice-435000', import.meta.url)), { replace: false })
    writer.close()

    const all = documentedQueries().map((_, place) => place)
    console.error(`asking ${all.length} queries once, to find those that cost most`)
    const first = inProcess(path, all, 0)
    const heaviest = all.sort((a, b) => (first[b]?.cpu ?? 0) - (first[a]?.cpu ?? 0)).slice(0, measured)
    console.error(`measuring ${heaviest.length} of them`)
    const trials = heaviest.flatMap(place => inProcess(path, [place], runs)).sort((a, b) => b.cpu - a.cpu)
    const report = reportOf(trials.slice(0, shown), { asked: all.length, statements: size })
    if (values['dry-run']) console.log(report)
    else writeFileSync(fileURLToPath(new URL('../docs/costs.md', import.meta.url)), report)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** The trials of queries in a process of their own, one after the other. */
function inProcess(database: string, places: readonly number[], runs: number): Trial[] {
  const flags = ['--database', database, '--trial', JSON.stringify(places), '--runs', String(runs)]
  const { stdout, status, signal } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...flags], {
    encoding: 'utf8',
    timeout: mostMilliseconds,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`a trial ended with ${signal ?? status}`)
  return JSON.parse(stdout)
}

/**
 * The medians of a query's runs over the whole of the server's HTTP pipeline but without a socket, after a first run that
 * prepares the statements and fills the caches; that run alone if there shall be no other.
 */
async function trial(path: string, index: number, runs: number): Promise<Trial> {
  const { place = '', query = '' } = documentedQueries()[index] ?? {}
  const database = openReader(path, { isMapped: true })
  const settings = readSettings({ MAX_COST: '10000000' })
  const api = createApi(database, pino({ level: 'silent' }), { settings })
  const asked = inCorpus.reduce((text, [seed, corpus]) => text.replaceAll(seed, corpus), query)
  const cpu: number[] = []
  const inSql: number[] = []
  let statements = 0
  database.onQuery = () => {
    statements += 1
  }
  let answer = ''
  for (let run = 0; run <= runs; run += 1) {
    statements = 0
    const inSqlBefore = sqlMilliseconds()
    const begun = process.cpuUsage()
    const response = await api.fetch('http://dixit.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: asked }),
    })
    answer = await response.text()
    const { user, system } = process.cpuUsage(begun)
    cpu.push((user + system) / 1000)
    inSql.push(sqlMilliseconds() - inSqlBefore)
  }
  database.close()
  const bytes = Buffer.byteLength(answer)
  const from = runs === 0 ? 0 : 1
  const isRefused = answer.startsWith('{"errors"')
  return { place, cpu: median(cpu.slice(from)), inSql: median(inSql.slice(from)), statements, bytes, isRefused }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function reportOf(
  trials: readonly Trial[],
  { asked, statements }: { readonly asked: number; readonly statements: number },
): string {
  const facts = Object.entries(machine([])).map(([name, value]) => `${name} ${value}`)
  const rows = trials.map(
    ({ place, cpu, inSql, statements: count, bytes, isRefused }) =>
      `| ${place}${isRefused ? ' (refused)' : ''} | ${cpu.toFixed(1)} | ${inSql.toFixed(1)} | ${count} | ${bytes.toLocaleString('en-US')} |`,
  )
  return `# What the heaviest documented queries cost

Written by \`npm run bench:queries\` on ${new Date().toISOString().slice(0, 10)}: ${facts.join(', ')}.

Each of the ${asked} queries in the examples and guides is asked of a database of ${statements.toLocaleString('en-US')} generated statements
besides the seed; names and numbers of the seed are replaced by such of the corpus, of which there are more. The ${measured} that cost
most at first are measured, each in a process of its own, over the whole of the server but without a socket: medians of ${runs} runs,
after a first one, in milliseconds of the processor's time and of the time inside of SQLite. These are the ten that cost most.

| query | processor, ms | in SQLite, ms | SQL statements | bytes of the answer |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`
}

await main()
