import { actorCap, defaultNetworkSettings, type NetworkSettings, StanceReading } from '../analysis/networkSettings.ts'
import { NetworkActors } from '../store/counting/networkActors.ts'
import { Duplicates } from '../store/counting/stanceQuestion.ts'
import type { FilterInput, NodeReference } from '../store/query/filter.ts'
import { agent, claim } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { countingArguments, countingOf } from './countingArguments.ts'
import { enumOf } from './enums.ts'
import { NamesRows } from './reads.ts'
import { statementList } from './types.ts'

export const NetworkActorsEnum = enumOf('NetworkActors', NetworkActors, 'The kind of actors in a discourse network.')
export const DuplicatesEnum = enumOf('Duplicates', Duplicates, 'How repeated stances count.')
export const StanceReadingEnum = enumOf(
  'StanceReading',
  StanceReading,
  'How a network counts a stance that neither supports nor opposes.',
)

/** The arguments that every discourse network takes. */
export const networkArguments = {
  ...countingArguments,
  ...builder.args(t => ({
    filter: t.field({ type: statementList.filter, description: 'Which statements count; all by default.' }),
    actors: t.field({ type: NetworkActorsEnum, defaultValue: defaultNetworkSettings.actors, description: 'Who acts.' }),
    duplicates: t.field({
      type: DuplicatesEnum,
      defaultValue: defaultNetworkSettings.duplicates,
      description:
        'How repeats count: the same actor on the same claim and, unless stances are ignored, with the same stance.',
    }),
    qualifies: t.field({
      type: StanceReadingEnum,
      defaultValue: defaultNetworkSettings.qualifies,
      description: 'What a stance that QUALIFIES the claim counts as.',
    }),
    questions: t.field({
      type: StanceReadingEnum,
      defaultValue: defaultNetworkSettings.questions,
      description: 'What a stance that QUESTIONS the claim counts as.',
    }),
    excludeActors: t.field({
      type: ['Reference'],
      description: 'Actors to leave out, by slug or id.',
      extensions: { names: new NamesRows(agent) },
    }),
    excludeClaims: t.field({
      type: ['Reference'],
      description: 'Claims to leave out, by slug or id.',
      extensions: { names: new NamesRows(claim) },
    }),
    nested: t.boolean({
      defaultValue: false,
      description: 'Whether to count statements that others only report: nobody says them in their own name.',
    }),
    most: t.int({
      defaultValue: defaultNetworkSettings.most,
      description: `Keep at most this many actors, those with the most stances; up to ${actorCap}.`,
    }),
  })),
}

interface Arguments {
  readonly filter?: FilterInput | null | undefined
  readonly actors?: NetworkSettings['actors'] | null | undefined
  readonly duplicates?: NetworkSettings['duplicates'] | null | undefined
  readonly qualifies?: StanceReading | null | undefined
  readonly questions?: StanceReading | null | undefined
  readonly excludeActors?: readonly NodeReference[] | null | undefined
  readonly excludeClaims?: readonly NodeReference[] | null | undefined
  readonly most?: number | null | undefined
  readonly nested?: boolean | null | undefined
  readonly coders?: readonly NodeReference[] | null | undefined
  readonly repeats?: boolean | null | undefined
}

/** The settings that arguments give; a null is the default. */
export function settingsOf(given: Arguments): NetworkSettings {
  const initial = defaultNetworkSettings
  return {
    filter: given.filter ?? null,
    actors: given.actors ?? initial.actors,
    duplicates: given.duplicates ?? initial.duplicates,
    qualifies: given.qualifies ?? initial.qualifies,
    questions: given.questions ?? initial.questions,
    excludeActors: (given.excludeActors ?? []).map(({ slug }) => slug),
    excludeClaims: (given.excludeClaims ?? []).map(({ slug }) => slug),
    most: given.most ?? initial.most,
    counting: countingOf(given),
  }
}
