import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ContenderName } from './contender.ts'
import { contenderTitles } from './contenders.ts'
import type { Figures, SizeFigures } from './figures.ts'
import { goalsOf, milliseconds, ratio, sizesOf, times } from './goals.ts'
import { growthSvg } from './growth.ts'
import type { Measured } from './measure.ts'
import { questions } from './questions.ts'
import { everydayTables } from './reportEveryday.ts'
import { table } from './table.ts'

const reportFile = fileURLToPath(new URL('../BENCHMARKS.md', import.meta.url))
const plotFile = fileURLToPath(new URL('../docs/growth.svg', import.meta.url))
const contenders = ['X', 'Y', 'D', 'E'] as const

/** Writes BENCHMARKS.md and the plot that it shows. */
export function writeReport(figures: Figures): void {
  writeFileSync(plotFile, growthSvg(figures))
  const sections = [
    introduction(figures),
    goals(figures),
    ...sizesOf(figures).map(([label, size]) => speeds(label, size)),
    everyday(figures),
    growth(figures),
    servers(figures),
    imports(figures),
    method,
  ]
  writeFileSync(reportFile, `${sections.join('\n\n')}\n`)
}

function introduction({ machine }: Figures): string {
  const facts = Object.entries(machine).map(([name, value]) => `- ${name}: ${value}`)
  return `# Benchmarks

Written by \`npm run bench\`; \`npm run bench -- --quick\` compares a working copy with it in two minutes. What counts are the
**ratios**: contenders answer the same questions on the same data in rounds that take turns, each on one and the same core.

${facts.join('\n')}

${contenders.map(name => `- **${name}**: ${contenderTitles[name]}`).join('\n')}`
}

function goals(figures: Figures): string {
  const { at, goals } = goalsOf(figures)
  const rows = goals.map(({ goal, found, isMet }) => [goal, found, isMet === null ? '–' : isMet ? 'yes' : '**no**'])
  return `## Goals\n\nAt ${at} statements, if nothing else is said.\n\n${table(['goal', 'found', 'met'], rows, 'lll')}`
}

function speeds(label: string, size: SizeFigures): string {
  const rows = questions.flatMap(({ name, title }) => {
    const measured = size.questions[name]
    if (!measured) return []
    const ratios = [ratio(size, name, 'X', 'D'), ratio(size, name, 'Y', 'D'), ratio(size, name, 'E', 'D')]
    return [[`${name} ${title}`, ...[...ratios, ratio(size, name, 'X', 'E')].map(times)]]
  })
  const details = questions.flatMap(({ name }) =>
    contenders.flatMap(contender => {
      const measured = size.questions[name]?.[contender]
      return measured ? [[name, contender, ...cellsOf(measured)]] : []
    }),
  )
  return `## ${label} statements (${size.date})

Requests a second, as ratios:

${table(['question', 'X to D', 'Y to D', 'E to D', 'X to E'], rows, 'lrrrr')}

<details><summary>In numbers: medians of ${size.effort.rounds} rounds of ${size.effort.seconds} s after at most ${size.effort.warmUpSeconds} s of warm-up, ${size.effort.connections} connections (Q8, Q9: one)</summary>

${table(['', '', 'requests/s', 'spread', 'p50', 'p99', 'CPU a request', 'bytes an answer'], details, 'llrrrrrr')}

</details>`
}

function cellsOf({ perSecond, rounds, p50, p99, cpuPerRequest, bytesPerAnswer }: Measured): string[] {
  return [
    perSecond >= 10 ? Math.round(perSecond).toLocaleString('en-US') : perSecond.toPrecision(2),
    `±${Math.round(spread(rounds) * 50)}%`,
    milliseconds(p50),
    milliseconds(p99),
    `${cpuPerRequest.toPrecision(2)} ms`,
    Math.round(bytesPerAnswer).toLocaleString('en-US'),
  ]
}

/** From the slowest to the fastest round, as a part of the middle one. */
function spread(rounds: readonly number[]): number {
  const [least = 0, most = 0] = [Math.min(...rounds), Math.max(...rounds)]
  return (most - least) / ((most + least) / 2)
}

/** At a million statements, or the largest size that was asked. */
function everyday(figures: Figures): string {
  const [label, size] = sizesOf(figures).findLast(([, { everyday }]) => everyday) ?? []
  const found = size?.everyday ? everydayTables(size.everyday) : 'Not measured yet.'
  return `## Everyday questions${label ? `, at ${label} statements` : ''}\n\n${found}`
}

function growth(figures: Figures): string {
  const sizes = sizesOf(figures)
  const rows = questions.map(({ name }) => [
    name,
    ...sizes.map(([, size]) => {
      const measured = size.questions[name]?.X
      return measured ? milliseconds(measured.p50) : '–'
    }),
  ])
  return `## Growth

The median latency of Dixit as it is served (X).

![Median latency by the number of statements](docs/growth.svg)

${table(['', ...sizes.map(([label]) => label)], rows, `l${'r'.repeat(sizes.length)}`)}`
}

function servers(figures: Figures): string {
  const rows = sizesOf(figures).map(([label, { memory, coldStart, sqlShare, besides }]) => [
    label,
    ...contenders.map(name => memoryOf(memory[name])),
    coldStart ? `${milliseconds(coldStart.health)} / ${milliseconds(coldStart.answer)}` : '–',
    ['Q1', 'Q2', 'Q3'].map(name => (sqlShare[name] === undefined ? '–' : sqlShare[name].toFixed(2))).join(', '),
    besides ? [besides.alone, besides.Q8, besides.Q9].map(milliseconds).join(', ') : '–',
  ])
  const head = [
    ...['', 'memory of X', 'Y', 'D', 'E', 'cold start: health / answer'],
    ...['in SQLite: Q1, Q2, Q3', 'p99 of Q1: alone, beside Q8, Q9'],
  ]
  return `## Memory, start, blocking

Memory in MiB, at most: what all of the processes had for themselves at one moment, and each of them, the server first and then
those that run operations; and what they share, which is PostgreSQL's buffers. It was sampled twice a second. SQLite's own
cache is a part of it, 2 MB a connection (\`pragma cache_size\`); the database as far as the processes map it is not: it
is the system's page cache, which no process keeps.

${table(head, rows, 'lrrrrrrr')}`
}

function memoryOf(memory: SizeFigures['memory'][ContenderName]): string {
  if (!memory) return '–'
  const { together, each, shared } = memory
  const parts = each.length > 1 && each.length < 5 ? ` (${each.join(' + ')})` : ''
  return `${together}${parts}${shared > 0 ? ` and ${shared} shared` : ''}`
}

function imports(figures: Figures): string {
  const rows = sizesOf(figures).map(([label, { imported }]) => {
    const { first, again, floor, bytesPerStatement } = imported
    return [
      label,
      first.rows.toLocaleString('en-US'),
      Math.round(first.rows / first.seconds).toLocaleString('en-US'),
      floor ? Math.round(floor.rows / floor.seconds).toLocaleString('en-US') : '–',
      times(floor ? first.seconds / floor.seconds : null),
      bytesPerStatement.toLocaleString('en-US'),
      `${first.peakMegabytes} MB`,
      `${again.seconds.toFixed(2)} s of ${first.seconds.toFixed(1)} s`,
    ]
  })
  const head = ['', 'rows', 'rows/s', 'bare inserts/s', 'time to theirs', 'bytes a statement', 'peak memory']
  return `## Import

\`dixit import jsonl\`, by the time of the processor; bare inserts are the same rows into the same tables and indexes, without
reading, checking and full-text search.

${table([...head, 'the same again'], rows, 'lrrrrrrr')}`
}

const method = `## Method

A corpus is generated from a seed, the same bytes each time, by Zipf's law, and brought in by the importer. Each question is
asked with up to 1,000 different parameters, in the same sequence for all, with the headers of Apollo in a browser except
Accept-Encoding. Before a question is measured, every answer of every
contender is compared with the limit's, or with Y's where the limit has none; while it is measured, every answer must be the
same, byte by byte, or the run fails. Servers run on one core with all of their processes, PostgreSQL's too, and the load on
another. They are warmed up as long as is said above the figures, or until three slices in a row are equally fast. D maps the
database and ranks as Dixit does, and has neither schema nor validation nor limits. E has the same tables, indexes, keys and rows, and functions in SQL for Q5 to Q7; of its answers the values are compared,
and of Q6 their number, since its engine ranks by another formula. Y and X are told to let an operation run as long as it takes.
The time inside of SQLite is measured around each call of it, in a run of its own, as a part of the processor's time of the
server and its processes.`

/** Prints ratios beside the committed ones of the same size, and marks what is worse by more than the noise. */
export function compareWithCommitted(label: string, now: SizeFigures, committed: Figures): void {
  const then = committed.sizes[label]
  const rows = questions.flatMap(({ name }) =>
    (['D', 'E', 'Y'] as const).flatMap(other => {
      const found = ratio(now, name, 'X', other)
      if (found === null) return []
      const before = then ? ratio(then, name, 'X', other) : null
      const noise = Math.max(0.15, ...[now, then].map(size => noiseOf(size, name, other)))
      const change = before === null ? null : found / before - 1
      const verdict = change === null ? '' : change < -noise ? 'WORSE' : change > noise ? 'better' : 'as before'
      return [[`${name} X to ${other}`, times(found), times(before), `±${Math.round(noise * 100)}%`, verdict]]
    }),
  )
  const cold = [now, then].map(size => (size?.coldStart ? milliseconds(size.coldStart.answer) : '–'))
  console.log(table(['', 'now', 'committed', 'noise', ''], [...rows, ['cold start', ...cold, '', '']], 'lrrrl'))
  if (!then) console.log(`\nbench/figures.json has no figures of ${label} to compare with.`)
}

/** How far rounds of both sides of a ratio lie apart. */
function noiseOf(size: SizeFigures | undefined, question: string, other: ContenderName): number {
  const measured = size?.questions[question]
  return [measured?.X, measured?.[other]].reduce((sum, each) => sum + (each ? spread(each.rounds) : 0), 0)
}
