/**
 * `node bench/lake.ts [--first N] DATABASE FOLDER…`: the same analyses, or the first N of them, of a database and of what was
 * exported of it, by the time of the processor, one thread each, best of three. Folders that hold the same export are asked as
 * so many graphs, for size.
 */

import { parseArgs } from 'node:util'
import { oneModeNetwork } from '../src/analysis/discourseNetwork.ts'
import { defaultWording, distinctiveWording } from '../src/analysis/distinctiveWording.ts'
import { oneModeFromLake } from '../src/analysis/lake/network.ts'
import { verbsFromLake } from '../src/analysis/lake/verbs.ts'
import { wordingFromLake } from '../src/analysis/lake/wording.ts'
import { defaultNetworkSettings, levelsOf } from '../src/analysis/networkSettings.ts'
import { defaultVerbs, reportingVerbs } from '../src/analysis/reportingVerbs.ts'
import { countStancesBy } from '../src/store/counting/stanceCounts.ts'
import { openReader } from '../src/store/engine/openDatabase.ts'
import type { Lake } from '../src/store/lake/lake.ts'
import { openLake } from '../src/store/lake/openLake.ts'
import { actorTotals, type LakeStances } from '../src/store/lake/stanceUnits.ts'
import { Reader } from '../src/store/reader.ts'
import { rivals } from './generate.ts'

const filter = {
  ...{ speakers: [], documents: [], publishers: [], datasets: [], languages: [], coders: [] },
  ...{ during: null, nested: false, repeats: false },
}
const levels = levelsOf(defaultNetworkSettings)
const stances: LakeStances = {
  ...{ filter, levels, actors: 'PERSON', duplicates: 'INCLUDE', perLevel: true, excludeActors: [], excludeClaims: [] },
}
const [one, other] = rivals
const how = { aggregation: 'CONGRUENCE', normalization: 'NONE' } as const
const sides = { one: { speaker: { slug: one, typename: null } }, other: { speaker: { slug: other, typename: null } } }

/** A question as it is put to both, and a number of the answer by which both are compared. */
interface Question {
  readonly name: string
  ofDatabase(read: Reader): Promise<number>
  ofLake(lake: Lake): Promise<number>
}

const questions: readonly Question[] = [
  {
    name: 'network of 200 people',
    // With what each tie rests on, as the command shows it of both.
    ofDatabase: async read => {
      const network = await oneModeNetwork(read, { ...defaultNetworkSettings, ...how, most: 200 })
      for (const edge of network.edges) await network.groundsOf(edge)
      return network.edges.reduce((sum, { weight }) => sum + weight, 0)
    },
    ofLake: async lake =>
      (await oneModeFromLake(lake, { ...stances, most: 200 }, how)).edges.reduce((sum, { weight }) => sum + weight, 0),
  },
  {
    name: 'stances by speaker',
    ofDatabase: async read => {
      const ids = { excludeActors: [], excludeClaims: [] }
      const question = { ...defaultNetworkSettings, ...ids, levels, perLevel: true, period: null, nested: false }
      const counts = await read.ask(database => countStancesBy(database, question, 'actor'))
      return counts.reduce((sum, { counted }) => sum + counted, 0)
    },
    ofLake: async lake => {
      const counts = await lake.rows<{ counted: number }>(actorTotals(lake, stances))
      return counts.reduce((sum, { counted }) => sum + counted, 0)
    },
  },
  {
    name: 'reporting verbs by publisher',
    ofDatabase: async read => (await reportingVerbs(read, defaultVerbs)).cueCount,
    ofLake: async lake => (await verbsFromLake(lake, { filter, verbs: null, first: 20 })).cueCount,
  },
  {
    name: 'words of one speaker against another',
    ofDatabase: async read => (await distinctiveWording(read, { ...defaultWording, ...sides })).background.words,
    ofLake: async lake =>
      (
        await wordingFromLake(lake, {
          ...defaultWording,
          one: [one],
          other: [other],
          filter: { ...filter, nested: true },
        })
      ).background.words,
  },
]

/** The milliseconds of the processor that the best of three took, and the answer. */
async function best(work: () => Promise<number>): Promise<{ readonly milliseconds: number; readonly answer: number }> {
  let milliseconds = Number.POSITIVE_INFINITY
  let answer = 0
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage()
    answer = await work()
    const { user, system } = process.cpuUsage(before)
    milliseconds = Math.min(milliseconds, (user + system) / 1_000)
  }
  return { milliseconds, answer }
}

const { values, positionals } = parseArgs({
  options: { first: { type: 'string', default: String(questions.length) } },
  allowPositionals: true,
})
const [path = '', ...folders] = positionals
console.log('| question | SQLite, ms | DuckDB, ms | answers |')
console.log('| --- | ---: | ---: | --- |')
for (const { name, ofDatabase, ofLake } of questions.slice(0, Number(values.first))) {
  const database = openReader(path, { isMapped: true })
  const stored = await best(() => ofDatabase(new Reader(database)))
  database.close()
  const lake = await openLake(
    folders.map(folder => `parquet:${folder}`),
    1,
  )
  const exported = await best(() => ofLake(lake))
  await lake.close()
  const same =
    folders.length > 1 ? '–' : stored.answer === exported.answer ? 'equal' : `${stored.answer}, ${exported.answer}`
  console.log(`| ${name} | ${stored.milliseconds.toFixed(0)} | ${exported.milliseconds.toFixed(0)} | ${same} |`)
}
console.log(`at most ${(process.resourceUsage().maxRSS / 1_024).toFixed(0)} MB in memory`)
