/** The benchmark: npm run bench. `--help` says what it takes. */

import { mkdirSync, statfsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { askAsClients } from './clients.ts'
import type { ContenderName } from './contender.ts'
import type { Data } from './contenders.ts'
import { datasetOf, isMade } from './dataset.ts'
import { askEveryday } from './everyday.ts'
import { type EverydayFigures, type Figures, machine, readFigures, type SizeFigures, writeFigures } from './figures.ts'
import { type Effort, measure } from './measure.ts'
import { questions } from './questions.ts'
import { compareWithCommitted, writeReport } from './report.ts'
import { everydayTables } from './reportEveryday.ts'
import { askUnderLoad } from './underLoad.ts'

const help = `npm run bench -- [options]

Generates corpora, imports them, asks Dixit and its peers the same questions, and writes BENCHMARKS.md, bench/figures.json
and docs/growth.svg. Sizes that are not asked for keep the figures that they have. At 10M, Q1 to Q6 are asked of X and D.

  --quick              two minutes at 10k: prints a comparison with the committed figures, and writes nothing
  --sizes LIST         10k,100k,1M, and 10M where the disk has room: 50 GB while it is made
  --contenders LIST    X,Y,D,E: Dixit, Dixit by loaders alone, the limit, PostGraphile (wants PostgreSQL's programs)
  --questions LIST     Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9
  --parts LIST         questions,everyday: the questions to all contenders; everyday questions to Dixit;
                       import: the import once more, where the database is there
  --seconds NUMBER     of each round of each contender: 8
  --rounds NUMBER      that take turns: 3
  --warm-up NUMBER     seconds at most before them: 20
  --connections NUMBER at once: 16
  --data FOLDER        where the databases are made, and found again: data/bench
  --dry-run            prints, and writes nothing
  --report             writes the report of the figures there are, without measuring
  --help
`

const options = {
  quick: { type: 'boolean', default: false },
  sizes: { type: 'string' },
  contenders: { type: 'string' },
  questions: { type: 'string' },
  parts: { type: 'string' },
  seconds: { type: 'string' },
  rounds: { type: 'string' },
  'warm-up': { type: 'string' },
  connections: { type: 'string' },
  data: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  report: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(help)
  const committed = readFigures()
  if (values.report) return writeReport(committed)

  const effort: Effort = {
    rounds: Number(values.rounds ?? 3),
    seconds: Number(values.seconds ?? (values.quick ? 0.4 : 8)),
    warmUpSeconds: Number(values['warm-up'] ?? (values.quick ? 0.4 : 20)),
    connections: Number(values.connections ?? 16),
    parameters: values.quick ? 50 : 1_000,
    isQuick: values.quick,
  }
  const parts = listOf(values.parts ?? 'questions,everyday')
  const names = listOf(values.contenders ?? (values.quick ? 'X,Y,D' : 'X,Y,D,E')).map(contenderNamed)
  const asked = listOf(values.questions ?? questions.map(({ name }) => name).join(',')).map(questionNamed)
  const folder = values.data ?? fileURLToPath(new URL('../data/bench', import.meta.url))
  mkdirSync(folder, { recursive: true })

  const sizes: Record<string, SizeFigures> = {}
  for (const label of values.sizes ? listOf(values.sizes) : values.quick ? ['10k'] : usualSizes(folder)) {
    const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)}  ${label}  ${line}`)
    const isImportedAgain = parts.includes('import')
    const { imported, ...data } = await datasetOf(folder, label, statementsOf(label), isImportedAgain, say)
    const isHuge = statementsOf(label) > 1_000_000
    const asking = {
      names: isHuge ? names.filter(name => name === 'X' || name === 'D') : names,
      questions: isHuge ? asked.filter(({ name }) => growing.has(name)) : asked,
    }
    const before = committed.sizes[label]
    const everyday = isHuge || !parts.includes('everyday') ? before?.everyday : await everydayOf(data, effort, say)
    const measured = parts.includes('questions')
      ? { date: today(), effort, ...(await measure(data, asking.names, asking.questions, effort, say)) }
      : before
    if (!measured) throw new Error(`nothing is known of ${label} yet: measure its questions too`)
    const size = { ...measured, imported, statements: statementsOf(label) }
    sizes[label] = everyday ? { ...size, everyday } : size
    if (values.quick) {
      compareWithCommitted(label, sizes[label], committed)
      if (everyday) console.log(`\n${everydayTables(everyday, true)}`)
    }
    // After each size: whoever stops a long run keeps what is done.
    else if (!values['dry-run']) {
      const figures: Figures = {
        machine: { ...committed.machine, ...machine(names) },
        sizes: { ...committed.sizes, ...sizes },
      }
      writeFigures(figures)
      writeReport(figures)
    }
  }
  if (values['dry-run']) console.log(JSON.stringify(sizes, null, 2))
}

async function everydayOf(data: Data, { isQuick }: Effort, say: (line: string) => void): Promise<EverydayFigures> {
  const [load = 0] = loadavg()
  say('everyday questions')
  const asked = await askEveryday(data, isQuick, say)
  say('requests of different clients')
  const clients = await askAsClients(data, isQuick)
  say('under load')
  return { date: today(), load, asked, clients, underLoad: await askUnderLoad(data, isQuick) }
}

/** What is asked beyond a million statements too: how fast it answers must not depend on how many there are. */
const growing: ReadonlySet<string> = new Set(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'])

/** What ten million statements take while they are made, in bytes: the corpus, and the database. */
const roomForHuge = 50e9

function usualSizes(folder: string): string[] {
  const { bavail, bsize } = statfsSync(folder)
  const hasRoom = isMade(folder, '10M') || bavail * bsize > roomForHuge
  if (!hasRoom) console.error(`10M is left out: it takes ${roomForHuge / 1e9} GB in ${folder}, where less is free`)
  return ['10k', '100k', '1M', ...(hasRoom ? ['10M'] : [])]
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
}

function contenderNamed(name: string): ContenderName {
  if (name === 'X' || name === 'Y' || name === 'D' || name === 'E') return name
  throw new Error(`no contender ${name}: they are X, Y, D and E`)
}

function questionNamed(name: string) {
  const found = questions.find(question => question.name === name)
  if (!found) throw new Error(`no question ${name}: they are Q1 to Q9`)
  return found
}

function statementsOf(label: string): number {
  const [, number, unit] = /^(\d+)(k|M)?$/.exec(label) ?? []
  if (number === undefined) throw new Error(`no size ${label}: say 10k, 100k, 1M or 10M`)
  return Number(number) * (unit === 'M' ? 1_000_000 : unit === 'k' ? 1_000 : 1)
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

await main()
