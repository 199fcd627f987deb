import type { OutputRef } from '@pothos/core'
import {
  type ActorRow,
  type ClaimRow,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  oneModeNetwork,
  twoModeNetwork,
} from '../analysis/discourseNetwork.ts'
import type { Measures, NodeMeasures } from '../analysis/networkMeasures.ts'
import { oneModeOverTime, twoModeOverTime, type WindowNetwork } from '../analysis/networksOverTime.ts'
import {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from '../analysis/networkVocabulary.ts'
import type { Grounds } from '../analysis/tieGrounds.ts'
import { Failure } from '../model/failure.ts'
import { Periods } from '../store/query/statementDate.ts'
import { builder } from './builder.ts'
import { connectionField } from './connection.ts'
import { enumOf } from './enums.ts'
import { networkArguments, settingsOf } from './networkArguments.ts'
import { readingCost } from './readingCost.ts'
import { AgentType, ClaimType, statementList } from './types.ts'

const OneModeAggregationEnum = enumOf('OneModeAggregation', OneModeAggregation, 'What ties two actors.')
const OneModeNormalizationEnum = enumOf(
  'OneModeNormalization',
  OneModeNormalization,
  'How a tie of two actors is normalized.',
)
const TwoModeAggregationEnum = enumOf('TwoModeAggregation', TwoModeAggregation, 'What ties an actor to a claim.')
const TwoModeNormalizationEnum = enumOf(
  'TwoModeNormalization',
  TwoModeNormalization,
  'How a tie of an actor and a claim is normalized.',
)
const PeriodEnum = enumOf('Period', Periods, 'A unit of the calendar.')

/** How many edges are given where nothing is asked, and at most. */
const edgePage = 100
const edgeCap = 2_000

interface ShownActor extends NetworkNode<ActorRow> {
  readonly measures: NodeMeasures
  grounds(): Promise<Grounds>
}

const actorFields = builder.objectRef<ShownActor>('NetworkActor')
const ActorNode = actorFields.implement({
  description: 'An actor in a network, with its measures.',
  fields: t => ({
    agent: t.field({ type: AgentType, description: 'The person or organization.', resolve: ({ row }) => row }),
    stances: t.exposeInt('stances', { description: 'How many of its stances were counted.' }),
    statements: t.exposeInt('stances', {
      description: 'How many of its stances were counted.',
      deprecationReason: 'Use stances.',
    }),
    paraphrased: t.int({
      description: "How many of its stances are in a reporter's wording.",
      resolve: async actor => (await actor.grounds()).paraphrased,
    }),
    concluded: t.int({
      description:
        'How many of its stances were concluded or read by a rule, or who takes them was, or the role by which they count for a party.',
      resolve: async actor => (await actor.grounds()).concluded,
    }),
    community: t.int({
      description: 'The number of its community (Louvain, Blondel et al. 2008), from 1 for the largest.',
      resolve: ({ measures }) => measures.community,
    }),
    degree: t.int({ description: 'How many others it is tied to.', resolve: ({ measures }) => measures.degree }),
    strength: t.float({
      description: 'The sum of the weights of its ties.',
      resolve: ({ measures }) => measures.strength,
    }),
    betweenness: t.float({
      description:
        'The share of the shortest paths between others that pass through it (Freeman 1977), ignoring weights.',
      resolve: ({ measures }) => measures.betweenness,
    }),
    eigenvector: t.float({
      nullable: true,
      description: 'How central its neighbours are (Bonacich 1972); null if the computation does not converge.',
      resolve: ({ measures }) => measures.eigenvector,
    }),
  }),
})

const ClaimNode = builder.objectRef<NetworkNode<ClaimRow>>('NetworkClaim').implement({
  description: 'A claim in a network.',
  fields: t => ({
    claim: t.field({ type: ClaimType, description: 'The claim.', resolve: ({ row }) => row }),
    stances: t.exposeInt('stances', { description: 'How many stances on it were counted.' }),
    statements: t.exposeInt('stances', {
      description: 'How many stances on it were counted.',
      deprecationReason: 'Use stances.',
    }),
  }),
})

/** An edge that is shown, with what finds the statements behind it. */
interface ShownEdge<To> extends NetworkEdge<To> {
  grounds(): Promise<Grounds>
  evidence(): ReturnType<Network<To>['evidenceOf']>
}

/** A network type, its edge type and the type of one window of it: `To` is what the edges lead to. */
function networkTypes<To extends ActorRow | ClaimRow>(
  name: string,
  to: string,
  toType: OutputRef<To>,
  withClaims: boolean,
) {
  const toRef: OutputRef<object> = toType
  const edge = builder.objectRef<ShownEdge<To>>(`${name}Edge`).implement({
    description: `A tie from an actor to ${to}. Its weight follows the formula of the network.`,
    fields: t => ({
      from: t.field({ type: AgentType, description: 'The actor.', resolve: row => row.from }),
      to: t.field({ type: toRef, description: `What it is tied to: ${to}.`, resolve: row => row.to }),
      weight: t.exposeFloat('weight', { description: 'The weight of the tie.' }),
      stances: t.int({
        description: 'How many stances it rests on.',
        resolve: async edge => (await edge.grounds()).stances,
      }),
      paraphrased: t.int({
        description: "How many of these stances are in a reporter's wording.",
        resolve: async edge => (await edge.grounds()).paraphrased,
      }),
      concluded: t.int({
        description:
          'How many of these stances were concluded or read by a rule, or who takes them was, or the role by which they count for a party.',
        resolve: async edge => (await edge.grounds()).concluded,
      }),
      statements: t.field(
        connectionField<ShownEdge<To>>(
          statementList,
          'The statements that the weight comes from, with those that repeat them.',
          edge => edge.evidence(),
        ),
      ),
    }),
  })
  const network = builder.objectRef<Network<To>>(name).implement({
    description: `A discourse network, from actors to ${to} (Leifeld 2017), with what it was computed from.`,
    fields: t => ({
      formula: t.exposeString('formula', { description: 'How the weights are computed.' }),
      stances: t.exposeInt('stances', { description: 'How many stances were counted.' }),
      statements: t.exposeInt('stances', {
        description: 'How many stances were counted.',
        deprecationReason: 'Use stances.',
      }),
      leftOut: t.exposeInt('leftOut', {
        description:
          'How many stances were left out because they are neither support nor opposition, or not plainly asserted.',
      }),
      notes: t.stringList({
        description:
          'What a reader should know about this network: what is left out, who was identified with whom, how small it is, and how many rest ' +
          'on inferences.',
        resolve: async row => [...(await row.notes())],
      }),
      actorCount: t.exposeInt('actorCount', { description: 'How many actors there are, shown or not.' }),
      actors: t.field({
        type: [ActorNode],
        description: 'The actors, by name.',
        resolve: async row => {
          const { nodes } = await measured(row)
          return row.actors.flatMap(actor => {
            const measures = nodes.get(`actor ${actor.row.slug}`)
            return measures ? [{ ...actor, measures, grounds: () => row.groundsOf(actor.row) }] : []
          })
        },
      }),
      ...(withClaims
        ? {
            claims: t.field({
              type: [ClaimNode],
              description: 'The claims, by their text.',
              resolve: (row: Network<To>) => [...row.claims],
            }),
          }
        : {}),
      modularity: t.float({
        description: "Newman's modularity of the communities: how much more the ties lie inside them than by chance.",
        resolve: async row => (await measured(row)).modularity,
      }),
      edgeCount: t.int({ description: 'How many edges there are, given or not.', resolve: row => row.edges.length }),
      edges: t.field({
        type: [edge],
        description: 'The edges, from the heaviest to the lightest.',
        args: {
          first: t.arg.int({ defaultValue: edgePage, description: `How many; up to ${edgeCap}.` }),
          atLeast: t.arg.float({ description: 'Only those with at least this absolute weight.' }),
        },
        complexity: ({ first }) => ({ field: 1, multiplier: first ?? edgePage }),
        resolve: (row, { first, atLeast }) =>
          row.edges
            .filter(({ weight }) => Math.abs(weight) >= (atLeast ?? 0))
            .slice(0, edgesOf(first ?? edgePage))
            .map(edge => ({ ...edge, evidence: () => row.evidenceOf(edge), grounds: () => row.groundsOf(edge) })),
      }),
    }),
  })
  const window = builder.objectRef<WindowNetwork<To>>(`${name}Window`).implement({
    description: 'The network of the statements made between two days.',
    fields: t => ({
      from: t.string({ description: 'The first day.', resolve: ({ during }) => during.from }),
      to: t.string({ description: 'The last day.', resolve: ({ during }) => during.to }),
      network: t.field({ type: network, description: 'The network.', resolve: row => row.network }),
    }),
  })
  return { network, window }
}

/** The measures of a network, computed once however many fields ask for them. */
function measured(network: Network<ActorRow | ClaimRow>): Promise<Measures> {
  const known = measures.get(network) ?? measureNetwork(network)
  measures.set(network, known)
  return known
}
const measures = new WeakMap<Network<ActorRow | ClaimRow>, Promise<Measures>>()

async function measureNetwork(network: Network<ActorRow | ClaimRow>): Promise<Measures> {
  // Its libraries are loaded with the first network that is measured.
  const { measure } = await import('../analysis/networkMeasures.ts')
  const names = new Map<ActorRow | ClaimRow, string>([
    ...network.actors.map(({ row }) => [row, `actor ${row.slug}`] as const),
    ...network.claims.map(({ row }) => [row, `claim ${row.slug}`] as const),
  ])
  const nameOf = (row: ActorRow | ClaimRow) => names.get(row) ?? ''
  const ties = network.edges.values().map(({ from, to, weight }) => ({ from: nameOf(from), to: nameOf(to), weight }))
  return measure([...names.values()], ties)
}

const oneMode = networkTypes<ActorRow>('DiscourseNetwork', 'another', AgentType, false)
const twoMode = networkTypes<ClaimRow>('AffiliationNetwork', 'a claim', ClaimType, true)

const oneModeArguments = builder.args(t => ({
  ...networkArguments,
  aggregation: t.field({
    type: OneModeAggregationEnum,
    defaultValue: 'CONGRUENCE',
    description: 'What ties two actors.',
  }),
  normalization: t.field({
    type: OneModeNormalizationEnum,
    defaultValue: 'NONE',
    description: 'How to normalize it.',
  }),
}))
const twoModeArguments = builder.args(t => ({
  ...networkArguments,
  aggregation: t.field({
    type: TwoModeAggregationEnum,
    defaultValue: 'IGNORE',
    description: 'What ties actor and claim.',
  }),
  normalization: t.field({
    type: TwoModeNormalizationEnum,
    defaultValue: 'NONE',
    description: 'How to normalize it.',
  }),
}))
const windowArguments = builder.args(t => ({
  unit: t.field({ type: PeriodEnum, required: true, description: 'What the windows are measured in.' }),
  size: t.int({ defaultValue: 1, description: 'How many of them a window spans. Windows advance by one.' }),
}))

builder.queryFields(t => ({
  discourseNetwork: t.field({
    complexity: { field: readingCost.analysis, multiplier: 1 },
    type: oneMode.network,
    description:
      'Who agrees or disagrees with whom on the same claims: a one-mode network, as in Discourse Network Analyzer.',
    args: oneModeArguments,
    resolve: (_, { aggregation, normalization, ...rest }, { read }) =>
      oneModeNetwork(read, {
        ...settingsOf(rest),
        aggregation: aggregation ?? 'CONGRUENCE',
        normalization: normalization ?? 'NONE',
      }),
  }),
  discourseNetworkOverTime: t.field({
    complexity: { field: readingCost.analysis, multiplier: 1 },
    type: [oneMode.window],
    description: 'The one-mode network in moving windows of time.',
    args: { ...oneModeArguments, ...windowArguments },
    resolve: (_, { aggregation, normalization, unit, size, ...rest }, { read }) =>
      oneModeOverTime(
        read,
        { ...settingsOf(rest), aggregation: aggregation ?? 'CONGRUENCE', normalization: normalization ?? 'NONE' },
        { unit, size: size ?? 1 },
      ),
  }),
  affiliationNetwork: t.field({
    complexity: { field: readingCost.analysis, multiplier: 1 },
    type: twoMode.network,
    description: 'Who takes a stance on which claims: a two-mode network, as in Discourse Network Analyzer.',
    args: twoModeArguments,
    resolve: (_, { aggregation, normalization, ...rest }, { read }) =>
      twoModeNetwork(read, {
        ...settingsOf(rest),
        aggregation: aggregation ?? 'IGNORE',
        normalization: normalization ?? 'NONE',
      }),
  }),
  affiliationNetworkOverTime: t.field({
    complexity: { field: readingCost.analysis, multiplier: 1 },
    type: [twoMode.window],
    description: 'The two-mode network in moving windows of time.',
    args: { ...twoModeArguments, ...windowArguments },
    resolve: (_, { aggregation, normalization, unit, size, ...rest }, { read }) =>
      twoModeOverTime(
        read,
        { ...settingsOf(rest), aggregation: aggregation ?? 'IGNORE', normalization: normalization ?? 'NONE' },
        { unit, size: size ?? 1 },
      ),
  }),
}))

/** How many edges are given. */
function edgesOf(first: number): number {
  if (first >= 0 && first <= edgeCap) return first
  throw new Failure('BAD_PAGE', `first: ${first} is not from 0 to ${edgeCap} edges.`, {
    argument: 'first',
    ...(first > edgeCap && { excess: { limit: edgeCap, value: first } }),
  })
}
