import {
  type DistinctiveWord,
  defaultWording,
  distinctiveWording,
  longestPhrase,
  smallSample,
  type WordingComparison,
  type WordingSide,
  wordCap,
} from '../analysis/distinctiveWording.ts'
import { builder } from './builder.ts'
import { connectionField } from './connection.ts'
import { countingArguments, countingOf } from './countingArguments.ts'
import { readingCost } from './readingCost.ts'
import { statementList } from './types.ts'

const Word = builder.objectRef<DistinctiveWord>('DistinctiveWord').implement({
  description: 'A word or phrase, and how it is distributed over the two sides.',
  fields: t => ({
    words: t.string({ description: 'The word or phrase, in lower case.', resolve: ({ word }) => word }),
    length: t.exposeInt('length', { description: 'How many words it has.' }),
    oneCount: t.int({ description: 'How often it occurs on the first side.', resolve: ({ one }) => one }),
    otherCount: t.int({ description: 'How often it occurs on the other side.', resolve: ({ other }) => other }),
    delta: t.exposeFloat('delta', { description: 'The log-odds ratio: above 0 if the first side says it more.' }),
    variance: t.exposeFloat('variance', { description: 'The variance of `delta`.' }),
    z: t.exposeFloat('z', {
      description: '`delta` in units of its standard deviation; an absolute value above 1.96 is the usual threshold.',
    }),
    oneStatements: t.field(
      connectionField<DistinctiveWord>(
        statementList,
        'The statements of the first side that say it.',
        ({ word, oneList }) => [oneList, word],
      ),
    ),
    otherStatements: t.field(
      connectionField<DistinctiveWord>(
        statementList,
        'The statements of the other side that say it.',
        ({ word, otherList }) => [otherList, word],
      ),
    ),
  }),
})

const Side = builder.objectRef<WordingSide>('WordingSide').implement({
  description: 'How much there is to compare on one side.',
  fields: t => ({
    statements: t.exposeInt('statements', { description: 'How many statements have words that count.' }),
    words: t.exposeInt('words', {
      description: 'How many words they have, or phrases of the shortest length asked for.',
    }),
  }),
})

const WordingType = builder.objectRef<WordingComparison>('DistinctiveWording').implement({
  description:
    'Which words set two sides apart: the weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi ' +
    'and Quinn 2008). The words are segmented as Unicode says (UAX #29) and counted in lower case.',
  fields: t => ({
    one: t.field({ type: Side, description: 'The one side.', resolve: ({ one }) => one }),
    other: t.field({ type: Side, description: 'The other side.', resolve: ({ other }) => other }),
    backgroundWords: t.int({
      description: 'How many words the corpus behind the prior has: both sides and the rest.',
      resolve: ({ background }) => background.words,
    }),
    priorSize: t.exposeFloat('priorSize', { description: 'The weight of the prior, in words (α_0).' }),
    formula: t.string({
      description: 'How `delta`, `variance` and `z` are computed.',
      resolve: () =>
        'delta = ln((y1 + a) / (n1 + a0 - y1 - a)) - ln((y2 + a) / (n2 + a0 - y2 - a)); ' +
        'variance = 1 / (y1 + a) + 1 / (y2 + a); z = delta / sqrt(variance); a = a0 * background count / background words',
    }),
    isSmallSample: t.boolean({
      description: `Whether a side has fewer than ${smallSample} words, so that what stands out may be chance.`,
      resolve: ({ isSmall }) => isSmall,
    }),
    notes: t.stringList({
      description: 'What a reader should know about this comparison.',
      resolve: row => [...row.notes],
    }),
    ofOne: t.field({
      type: [Word],
      description: 'What the first side says more, the strongest first.',
      resolve: row => [...row.ofOne],
    }),
    ofOther: t.field({
      type: [Word],
      description: 'What the other side says more, the strongest first.',
      resolve: row => [...row.ofOther],
    }),
  }),
})

builder.queryField('distinctiveWording', t =>
  t.field({
    type: WordingType,
    description:
      "Which words set one side's statements apart from another's. It counts the speakers' own words, those that are " +
      'quoted: paraphrase is in the reporter’s words.',
    args: {
      one: t.arg({ type: statementList.filter, required: true, description: 'The statements of the first side.' }),
      other: t.arg({
        type: statementList.filter,
        description: 'Those of the other side; by default, the rest of the corpus.',
      }),
      corpus: t.arg({
        type: statementList.filter,
        description: 'The statements that both sides and the prior are taken from; all by default.',
      }),
      withParaphrase: t.arg.boolean({
        defaultValue: false,
        description:
          'Whether paraphrase, scare quotes and statements whose kind of quotation is not known count too: of these, ' +
          'only some words, or none, are the speaker’s.',
      }),
      fromLength: t.arg.int({ defaultValue: 1, description: 'The fewest words of a phrase.' }),
      toLength: t.arg.int({ defaultValue: 1, description: `The most words of a phrase; up to ${longestPhrase}.` }),
      minimum: t.arg.int({
        defaultValue: defaultWording.minimum,
        description: 'How often it must occur on both sides together.',
      }),
      priorSize: t.arg.float({
        description: 'The weight of the prior, in words (α_0); by default, the mean size of the two sides.',
      }),
      first: t.arg.int({
        defaultValue: defaultWording.first,
        description: `How many words of each side; up to ${wordCap}.`,
      }),
      leastZ: t.arg.float({
        defaultValue: defaultWording.leastZ,
        description: 'The smallest |z| to show: by chance alone, fewer than 5% of words exceed 1.96.',
      }),
      functionWords: t.arg.boolean({
        defaultValue: false,
        description: 'Whether to show function words too, such as “the”, and phrases made only of them.',
      }),
      language: t.arg.string({
        description: 'The language to compare (BCP 47); by default, that of most statements of the first side.',
      }),
      ...countingArguments,
    },
    complexity: ({ first }) => ({ field: readingCost.analysis, multiplier: first ?? defaultWording.first }),
    resolve: (
      _,
      { one, other, corpus, withParaphrase, fromLength, toLength, minimum, priorSize, first, ...given },
      { read },
    ) =>
      distinctiveWording(read, {
        one,
        other: other ?? null,
        corpus: corpus ?? null,
        withParaphrase: withParaphrase ?? false,
        lengths: { from: fromLength ?? 1, to: toLength ?? Math.max(1, fromLength ?? 1) },
        minimum: minimum ?? defaultWording.minimum,
        priorSize: priorSize ?? null,
        first: first ?? defaultWording.first,
        leastZ: given.leastZ ?? defaultWording.leastZ,
        functionWords: given.functionWords ?? false,
        language: given.language ?? null,
        counting: countingOf(given),
      }),
  }),
)
