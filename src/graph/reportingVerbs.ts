import {
  defaultVerbs,
  type PublisherVerb,
  type PublisherVerbs,
  type ReportingVerbs,
  reportingVerbs,
  verbCap,
} from '../analysis/reportingVerbs.ts'
import { builder } from './builder.ts'
import { connectionField } from './connection.ts'
import { countingArguments, countingOf } from './countingArguments.ts'
import { readingCost } from './readingCost.ts'
import { OrganizationType, statementList } from './types.ts'

const Verb = builder.objectRef<PublisherVerb>('PublisherVerb').implement({
  description: 'How often one publisher introduces speech with one verb.',
  fields: t => ({
    lemma: t.exposeString('lemma', { description: 'The verb in the infinitive, or the cue itself if it has none.' }),
    count: t.exposeInt('count', {
      description: 'How many places it introduces speech at: each cue counts once.',
    }),
    rate: t.exposeFloat('rate', { description: "The share of the publisher's cues, 0 to 1." }),
    low: t.exposeFloat('low', { description: "The lower end of the rate's 95% interval (Wilson 1927)." }),
    high: t.exposeFloat('high', { description: "The upper end of the rate's 95% interval (Wilson 1927)." }),
    forms: t.stringList({
      description: 'The cues as worded, the most frequent first.',
      resolve: row => [...row.forms],
    }),
    statements: t.field(
      connectionField<PublisherVerb>(statementList, 'The statements that it introduces.', ({ list, parent }) => [
        list,
        parent,
      ]),
    ),
  }),
})

const Publisher = builder.objectRef<PublisherVerbs>('PublisherVerbs').implement({
  description: 'How one publisher introduces speech.',
  fields: t => ({
    publisher: t.field({
      type: OrganizationType,
      nullable: true,
      description: 'The publisher; null for documents without a known one.',
      resolve: row => row.publisher,
    }),
    cueCount: t.exposeInt('cueCount', { description: 'How many places have one of its cues.' }),
    statements: t.exposeInt('cueCount', {
      description: 'The same as cueCount.',
      deprecationReason: 'Use cueCount: cues are counted.',
    }),
    verbs: t.field({
      type: [Verb],
      description: 'The verbs, in the same order for every publisher.',
      resolve: row => [...row.verbs],
    }),
  }),
})

const ReportingVerbsType = builder.objectRef<ReportingVerbs>('ReportingVerbs').implement({
  description:
    'How publishers introduce what speakers say: said, claimed, noted, admitted. Cues are counted by lemma (English).',
  fields: t => ({
    cueCount: t.exposeInt('cueCount', {
      description: 'How many places have a cue, however many statements it introduces.',
    }),
    statements: t.exposeInt('cueCount', {
      description: 'The same as cueCount.',
      deprecationReason: 'Use cueCount: cues are counted.',
    }),
    lemmaCount: t.exposeInt('lemmaCount', { description: 'How many different lemmas there are, shown or not.' }),
    publishers: t.field({
      type: [Publisher],
      description: 'The publishers, those with the most cues first.',
      resolve: row => [...row.publishers],
    }),
    notes: t.stringList({
      description: 'What a reader should know about this answer.',
      resolve: row => [...row.notes],
    }),
  }),
})

builder.queryField('reportingVerbs', t =>
  t.field({
    type: ReportingVerbsType,
    description: 'How publishers introduce speech: reporting verbs with their rates, by publisher.',
    args: {
      filter: t.arg({
        type: statementList.filter,
        description: 'Which statements count, such as those of one speaker; all by default.',
      }),
      verbs: t.arg.stringList({
        description: 'Only these lemmas, such as ["say", "claim"]; by default the most frequent.',
      }),
      first: t.arg.int({
        defaultValue: defaultVerbs.first,
        description: `How many of the most frequent; up to ${verbCap}.`,
      }),
      nested: t.arg.boolean({
        defaultValue: false,
        description: 'Whether to count cues inside reported speech: they are the words of that speaker.',
      }),
      ...countingArguments,
    },
    complexity: ({ first }) => ({ field: readingCost.analysis, multiplier: first ?? defaultVerbs.first }),
    resolve: (_, { filter, verbs, first, ...counting }, { read }) =>
      reportingVerbs(read, {
        filter: filter ?? null,
        verbs: verbs ?? null,
        first: first ?? defaultVerbs.first,
        counting: countingOf(counting),
      }),
  }),
)
