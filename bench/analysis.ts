/**
 * Measures the analyses on a generated corpus: `node bench/analysis.ts [path] [statements]`. Makes the database if there
 * is none at the path; prints, for each analysis, the medians of five runs
 * in milliseconds, of the processor's time and of the clock's, and the plan of its query.
 */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import type { SQL } from 'drizzle-orm'
import { oneModeNetwork, twoModeNetwork } from '../src/analysis/discourseNetwork.ts'
import { defaultWording, distinctiveWording } from '../src/analysis/distinctiveWording.ts'
import { defaultNetworkSettings, levelsOf, type NetworkSettings } from '../src/analysis/networkSettings.ts'
import { oneModeOverTime } from '../src/analysis/networksOverTime.ts'
import { defaultVerbs, reportingVerbs } from '../src/analysis/reportingVerbs.ts'
import { cueCountQuery } from '../src/store/counting/cueCounts.ts'
import { restWordsQuery } from '../src/store/counting/sideWords.ts'
import { stanceCountQuery } from '../src/store/counting/stanceCounts.ts'
import { openReader, openWriter } from '../src/store/engine/openDatabase.ts'
import { Reader } from '../src/store/reader.ts'
import { fill } from './analysisCorpus.ts'

const [path = 'data/bench-analysis.db', statements = '1000000'] = process.argv.slice(2)
const runs = 5

if (!existsSync(path)) {
  const writer = openWriter(path)
  const began = performance.now()
  fill(writer, { statements: Number(statements), statementsPerDocument: 100, speakers: 2_000, claims: 200 })
  writer.client.pragma('optimize')
  console.log(`made ${path} with ${statements} statements in ${seconds(began)} s`)
  writer.close()
}

const database = openReader(path, { isMapped: true })
const base: NetworkSettings = defaultNetworkSettings
const question = (settings: NetworkSettings, perLevel = true) =>
  stanceCountQuery({
    ...settings,
    levels: levelsOf(settings),
    perLevel,
    period: null,
    excludeActors: [],
    excludeClaims: [],
    nested: settings.counting.nested,
  })
const congruence = { aggregation: 'CONGRUENCE', normalization: 'AVERAGE' } as const
const speaker = (n: number) => ({ speaker: { slug: `speaker-${n}`, typename: null } })

interface Trial {
  readonly name: string
  run(read: Reader): Promise<unknown>
  readonly query: SQL
}
const trials: Trial[] = [
  {
    name: 'network of people, congruence / average',
    run: read => oneModeNetwork(read, { ...base, ...congruence }),
    query: question(base),
  },
  {
    name: 'the same, repeats once a document',
    run: read => oneModeNetwork(read, { ...base, ...congruence, duplicates: 'DOCUMENT' }),
    query: question({ ...base, duplicates: 'DOCUMENT' }),
  },
  {
    name: 'network of organizations by membership',
    run: read => oneModeNetwork(read, { ...base, ...congruence, actors: 'ORGANIZATION' }),
    query: question({ ...base, actors: 'ORGANIZATION' }),
  },
  {
    name: 'affiliations of one speaker',
    run: read => twoModeNetwork(read, { ...base, filter: speaker(1), aggregation: 'IGNORE', normalization: 'NONE' }),
    query: question({ ...base, filter: speaker(1) }),
  },
  {
    name: 'network of people in windows of 3 years',
    run: read => oneModeOverTime(read, { ...base, ...congruence, most: 30 }, { unit: 'YEAR', size: 3 }),
    query: question(base),
  },
  {
    name: 'wording of one speaker against another, whole corpus as prior',
    run: read => distinctiveWording(read, { ...defaultWording, one: speaker(1), other: speaker(2) }),
    query: restWordsQuery({ ...defaultWording, one: speaker(1), other: speaker(2) }),
  },
  {
    name: 'wording of one speaker against another, phrases of up to 3 words, their own words as prior',
    run: read =>
      distinctiveWording(read, {
        ...defaultWording,
        corpus: { or: [speaker(1), speaker(2)] },
        one: speaker(1),
        other: speaker(2),
        lengths: { from: 1, to: 3 },
      }),
    query: restWordsQuery({
      ...defaultWording,
      corpus: { or: [speaker(1), speaker(2)] },
      one: speaker(1),
      other: speaker(2),
    }),
  },
  {
    name: 'reporting verbs of all publishers',
    run: read => reportingVerbs(read, defaultVerbs),
    query: cueCountQuery(null),
  },
  {
    name: 'reporting verbs for one speaker',
    run: read => reportingVerbs(read, { ...defaultVerbs, filter: speaker(1) }),
    query: cueCountQuery(speaker(1)),
  },
]

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${path}`)
for (const { name, run, query } of trials) {
  const [spent, taken]: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i += 1) {
    const [cpu, began] = [process.cpuUsage(), performance.now()]
    await run(new Reader(database))
    const { user, system } = process.cpuUsage(cpu)
    spent.push((user + system) / 1000)
    taken.push(performance.now() - began)
  }
  console.log(`\n${median(spent)} ms of processor, ${median(taken)} ms of clock: ${name}`)
  for (const step of database.plan(query)) console.log(`    ${step}`)
}
database.close()

function median(numbers: readonly number[]): string {
  return (numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN).toFixed(0).padStart(6)
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}
