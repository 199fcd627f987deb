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
  description: 'A word or phrase, and how it is spread over the two sides.',
  fields: t => ({
    words: t.string({ description: 'The word or phrase, in lower case.', resolve: ({ word }) => word }),
    length: t.exposeInt('length', { description: 'How many words it has.' }),
    oneCount: t.int({ description: 'How often it stands on the one side.', resolve: ({ one }) => one }),
    otherCount: t.int({ description: 'How often it stands on the other side.', resolve: ({ other }) => other }),
    delta: t.exposeFloat('delta', { description: 'The log-odds ratio: above 0 where the one side says it more.' }),
    variance: t.exposeFloat('variance', { description: 'The variance of `delta`.' }),
    z: t.exposeFloat('z', {
      description: '`delta` in units of its standard deviation; beyond 1.96 on either side of 0 is the usual mark.',
    }),
    oneStatements: t.field(
      connectionField<DistinctiveWord>(
        statementList,
        'The statements of the one side that say it.',
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
  description: 'How much of one side there is to compare.',
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
      description: 'How many words the corpus has that the prior is taken from: both sides and the rest.',
      resolve: ({ background }) => background.words,
    }),
    priorSize: t.exposeFloat('priorSize', { description: 'How many words the prior weighs as much as (α_0).' }),
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
      description: 'What a reader should know of this comparison.',
      resolve: row => [...row.notes],
    }),
    ofOne: t.field({
      type: [Word],
      description: 'What the one side says more, the strongest first.',
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
      "Which words set one side's statements apart from another's. Counted are the speakers' own words, those that are " +
      'quoted: paraphrase is the wording of the reporter.',
    args: {
      one: t.arg({ type: statementList.filter, required: true, description: 'The statements of the one side.' }),
      other: t.arg({
        type: statementList.filter,
        description: 'Those of the other; the rest of the corpus, if not given.',
      }),
      corpus: t.arg({
        type: statementList.filter,
        description: 'The statements that both are taken from, and the prior too; all, if not given.',
      }),
      withParaphrase: t.arg.boolean({ defaultValue: false, description: 'Whether the words of paraphrase count too.' }),
      fromLength: t.arg.int({ defaultValue: 1, description: 'How many words a phrase has at least.' }),
      toLength: t.arg.int({ defaultValue: 1, description: `How many it has at most; up to ${longestPhrase}.` }),
      minimum: t.arg.int({
        defaultValue: defaultWording.minimum,
        description: 'How often it must stand on both sides together.',
      }),
      priorSize: t.arg.float({
        description: 'How many words the prior weighs as much as (α_0); the mean of the two sides, if not given.',
      }),
      first: t.arg.int({
        defaultValue: defaultWording.first,
        description: `How many words of each side; up to ${wordCap}.`,
      }),
      leastZ: t.arg.float({
        defaultValue: defaultWording.leastZ,
        description: 'The least |z| of a word that is shown: beyond 1.96, chance alone would put fewer than 5%.',
      }),
      functionWords: t.arg.boolean({
        defaultValue: false,
        description: 'Whether function words, such as “the”, and phrases of nothing else are shown too.',
      }),
      language: t.arg.string({
        description: 'The language that is compared (BCP 47); that of most statements of the one side, if not given.',
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
