import { Command, Option } from '@commander-js/extra-typings'
import {
  type ActorRow,
  type ClaimRow,
  type Network,
  oneModeNetwork,
  twoModeNetwork,
} from '../analysis/discourseNetwork.ts'
import { measure } from '../analysis/networkMeasures.ts'
import { checkMost, defaultNetworkSettings, levelsOf, StanceReading } from '../analysis/networkSettings.ts'
import {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from '../analysis/networkVocabulary.ts'
import {
  type FlatNetwork,
  flatten,
  groundNames,
  type NamedNetwork,
  networkCsv,
  networkDl,
  networkGraphml,
} from '../export/networkFiles.ts'
import { networkGexf } from '../export/networkGexf.ts'
import { saySource, sourcesIn } from '../export/sources.ts'
import { Failure } from '../model/failure.ts'
import { type ValueOf, type Vocabulary, valuesOf } from '../model/vocabulary.ts'
import { NetworkActors } from '../store/counting/networkActors.ts'
import { Duplicates } from '../store/counting/stanceQuestion.ts'
import type { Lake } from '../store/lake/lake.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim } from '../store/schema/entities.ts'
import { inOptions } from './inOptions.ts'
import { exportedOption, isExported, lakeFilter, lakeSources, slugsIn, withLake } from './lakeOptions.ts'
import { forceOption, formatOption, writeResult } from './output.ts'
import {
  countingScope,
  duringOption,
  publisherOption,
  type StatementOptions,
  slugsOf,
  speakerOption,
  statementFilter,
  withCounting,
  withScope,
} from './statementOptions.ts'
import { renderTable } from './table.ts'
import { withReader } from './withReader.ts'

const choice = <V extends Vocabulary>(vocabulary: V) => {
  const values = valuesOf(vocabulary)
  return (typed: string): ValueOf<V> => {
    const value = values.find(known => known === typed.toUpperCase().replaceAll('-', '_'))
    if (value === undefined) throw new Failure('BAD_USAGE', `“${typed}” is none of ${values.join(', ').toLowerCase()}.`)
    return value
  }
}
const listed = (vocabulary: Vocabulary) => valuesOf(vocabulary).join(', ').toLowerCase()

/** `dixit network`: who agrees with whom, or who takes a stance to what. */
export function networkCommand() {
  return withCounting(withScope(new Command('network')))
    .description(
      'build discourse networks: who agrees or disagrees with whom, or who takes which stance on which claim',
    )
    .addOption(
      new Option('--mode <mode>', 'one: actors to actors; two: actors to claims')
        .choices(['one', 'two'])
        .default('one'),
    )
    .option('--actors <kind>', `who acts: ${listed(NetworkActors)}`, choice(NetworkActors), 'PERSON')
    .option(
      '--aggregate <how>',
      `how stances become ties: ${listed(OneModeAggregation)}; in mode two: ${listed(TwoModeAggregation)}`,
    )
    .option(
      '--normalize <how>',
      `how ties are normalized: ${listed(OneModeNormalization)}; in mode two: ${listed(TwoModeNormalization)}`,
      'NONE',
    )
    .option('--duplicates <how>', `how repeated stances count: ${listed(Duplicates)}`, choice(Duplicates), 'INCLUDE')
    .option(
      '--qualifies <reading>',
      `what QUALIFIES counts as: ${listed(StanceReading)}`,
      choice(StanceReading),
      'LEFT_OUT',
    )
    .option(
      '--questions <reading>',
      `what QUESTIONS counts as: ${listed(StanceReading)}`,
      choice(StanceReading),
      'LEFT_OUT',
    )
    .option('--exclude-actor <who...>', 'leave these actors out, by slug or name')
    .option('--exclude-claim <which...>', 'leave these claims out, by slug or text')
    .option(
      '--most <number>',
      'keep at most this many actors, those with the most stances',
      Number,
      defaultNetworkSettings.most,
    )
    .addOption(speakerOption())
    .addOption(publisherOption())
    .addOption(duringOption())
    .addOption(formatOption())
    .option(
      '--out <file>',
      'write to this file instead: .csv, .json, .graphml, .gexf (Gephi), .dl (UCINET), .svg or .png',
    )
    .addOption(forceOption())
    .addHelpText('after', '\ndocs/networks.md explains the measures, with their formulas.')
    .addOption(exportedOption())
    .action(async options => {
      const { network, flat, measures, notes, sources } = isExported(options.exported)
        ? await withLake(options.exported, lake => exportedNetwork(lake, options))
        : await withReader(read => storedNetwork(read, options))
      const who = actorNames[options.actors]
      const title =
        flat.mode === 'ONE'
          ? `${who} and the claims on which they agree or differ`
          : `${who} and the claims they speak to`
      // The formula stands below what a reader needs first.
      const about = { formula: network.formula, notes, licences: sources.map(saySource) }
      const explained = [...notes, `Weight: ${network.formula}`]
      // Loaded on demand: the drawing libraries take longer to load than everything else.
      const svg = async () => (await import('../export/networkPicture.ts')).networkSvg(flat, measures, title, explained)
      await writeResult(
        {
          table: () => table(network, flat, measures, notes),
          json: () => JSON.stringify({ formula: network.formula, notes, ...flat }, null, 2),
          csv: () => networkCsv(flat),
          graphml: () => networkGraphml(flat, measures, about),
          gexf: () => networkGexf(flat, measures, about),
          dl: () => networkDl(flat),
          svg,
          png: async () => (await import('../export/picture.ts')).renderPng(await svg()),
        },
        options.format,
        options,
        sources,
      )
    })
}

const actorNames: Readonly<Record<NetworkActors, string>> = {
  PERSON: 'People',
  ORGANIZATION: 'Organizations',
  PARTY: 'Parties',
}

interface Options extends StatementOptions {
  readonly mode: string
  readonly actors: NetworkActors
  readonly aggregate?: string | undefined
  readonly normalize: string
  readonly duplicates: Duplicates
  readonly qualifies: StanceReading
  readonly questions: StanceReading
  readonly excludeActor?: readonly string[] | true | undefined
  readonly excludeClaim?: readonly string[] | true | undefined
  readonly most: number
  readonly nested?: true | undefined
  readonly repeats?: true | undefined
}

async function storedNetwork(read: Reader, options: Options) {
  const { mode, actors, duplicates, qualifies, questions, most } = options
  const settings = {
    filter: await statementFilter(read, options),
    actors,
    duplicates,
    qualifies,
    questions,
    most,
    counting: await countingScope(read, options),
    excludeActors: await slugsOf(read, agent, options.excludeActor, '--exclude-actor'),
    excludeClaims: await slugsOf(read, claim, options.excludeClaim, '--exclude-claim'),
  }
  const network: Network<ActorRow | ClaimRow> =
    mode === 'one'
      ? await oneModeNetwork(read, { ...settings, ...oneModeOf(options) })
      : await twoModeNetwork(read, { ...settings, ...twoModeOf(options) })
  return { ...(await measured(mode, await withGrounds(network))), sources: await read.ask(sourcesIn) }
}

/** A network of a database with what its actors and ties rest on. */
async function withGrounds(network: Network<ActorRow | ClaimRow>): Promise<FoundNetwork> {
  const [actors, edges] = await Promise.all([
    Promise.all(network.actors.map(async node => ({ ...node, grounds: await network.groundsOf(node.row) }))),
    Promise.all(network.edges.map(async edge => ({ ...edge, grounds: await network.groundsOf(edge) }))),
  ])
  const { stances, formula, claims } = network
  return { stances, formula, notes: () => network.notes(), actors, edges, claims }
}

async function exportedNetwork(lake: Lake, options: Options) {
  const { mode, actors, duplicates, most } = options
  if (actors === 'PARTY') {
    throw new Failure('BAD_USAGE', '--actors party: the roles of people at a time are looked up in a database alone.')
  }
  checkMost(most)
  const { oneModeFromLake, twoModeFromLake } = await import('../analysis/lake/network.ts')
  const how = mode === 'one' ? oneModeOf(options) : twoModeOf(options)
  const settings = {
    filter: await lakeFilter(lake, options),
    actors,
    levels: levelsOf(options),
    duplicates,
    perLevel: how.aggregation !== 'IGNORE',
    excludeActors: await slugsIn(lake, 'agents', options.excludeActor, '--exclude-actor'),
    excludeClaims: await slugsIn(lake, 'claims', options.excludeClaim, '--exclude-claim'),
    most,
  }
  const network =
    mode === 'one'
      ? await oneModeFromLake(lake, settings, oneModeOf(options))
      : await twoModeFromLake(lake, settings, twoModeOf(options))
  return { ...(await measured(mode, network)), sources: await lakeSources(lake) }
}

function oneModeOf({ aggregate = 'congruence', normalize }: Options) {
  return { aggregation: choice(OneModeAggregation)(aggregate), normalization: choice(OneModeNormalization)(normalize) }
}

function twoModeOf({ aggregate = 'ignore', normalize }: Options) {
  return { aggregation: choice(TwoModeAggregation)(aggregate), normalization: choice(TwoModeNormalization)(normalize) }
}

/** A network, from wherever it comes, with what is measured in it. */
interface FoundNetwork extends NamedNetwork {
  readonly stances: number
  readonly formula: string
  notes(): Promise<readonly string[]>
}

async function measured(mode: string, network: FoundNetwork) {
  const flat = flatten(mode === 'one' ? 'ONE' : 'TWO', network)
  return {
    network,
    flat,
    notes: await network.notes(),
    measures: measure(
      flat.nodes.map(({ key }) => key),
      flat.ties,
    ),
  }
}

function table(
  network: FoundNetwork,
  flat: FlatNetwork,
  measures: ReturnType<typeof measure>,
  notes: readonly string[],
): string {
  const label = new Map(flat.nodes.map(node => [node.key, node.label]))
  return [
    `${flat.nodes.length} nodes, ${flat.ties.length} ties, ${network.stances} stances, modularity ${measures.modularity.toFixed(4)}`,
    ...notes.map(inOptions),
    `Weight: ${network.formula}`,
    '',
    renderTable(
      ['node', ...groundNames, 'community', 'degree', 'strength', 'betweenness'],
      flat.nodes.map(({ key, label, ...grounds }) => {
        const { community = null, degree = null, strength = null, betweenness = null } = measures.nodes.get(key) ?? {}
        return [label, ...groundNames.map(name => grounds[name]), community, degree, strength, betweenness]
      }),
    ),
    '',
    renderTable(
      ['from', 'to', 'weight', ...groundNames],
      flat.ties.map(({ from, to, weight, ...grounds }) => [
        ...[label.get(from) ?? from, label.get(to) ?? to, weight],
        ...groundNames.map(name => grounds[name]),
      ]),
    ),
  ].join('\n')
}
