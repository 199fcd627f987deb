import type { Aspect } from '../analysis/comparability.ts'
import { compareMentions, type FigureComparison, isInTension } from '../analysis/figureComparison.ts'
import { AspectVerdict, FigureVerdict } from '../model/vocabulary.ts'
import { figure, figureMention } from '../store/schema/entities.ts'
import { figureMentionsOf } from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { verdictsByDefault } from './comparisonNotes.ts'
import { connectionType, pageArgs, pageComplexity } from './connection.ts'
import { BasisEnum, enumOf } from './enums.ts'
import { NamesRows } from './reads.ts'
import { FigureMentionType, FigureRelationType, figureList, figureMentionList } from './types.ts'

const FigureVerdictEnum = enumOf('FigureVerdict', FigureVerdict, 'How two wordings of numbers compare.')
const AspectVerdictEnum = enumOf('AspectVerdict', AspectVerdict, 'How two figures compare in one aspect.')

const AspectType = builder.objectRef<Aspect>('ComparedAspect').implement({
  description: 'A comparison of two figures in one aspect of what they count.',
  fields: t => ({
    aspect: t.exposeString('aspect', {
      description: 'Unit, population, time, or the aspect of a condition, such as custody.',
    }),
    verdict: t.expose('verdict', { type: AspectVerdictEnum, description: 'How they compare in it.' }),
    one: t.exposeString('one', { nullable: true, description: 'What the first says; null if nothing.' }),
    other: t.exposeString('other', { nullable: true, description: 'What the second says; null if nothing.' }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description:
        'Whether the document states what the two say, or a curator concluded it of one or both; null if nobody has said. That ' +
        'different words name one population is always concluded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
  }),
})

const FigureComparisonType = builder.objectRef<FigureComparison>('FigureComparison').implement({
  description:
    'Two wordings of numbers, compared by arithmetic: both, and how far apart they are. Which of ' +
    'them is right is not judged.',
  fields: t => ({
    verdict: t.expose('verdict', { type: FigureVerdictEnum, description: 'How they compare.' }),
    inTension: t.boolean({
      description:
        'Whether they contradict each other: DISJOINT, and a curator or a rule has set the two in tension, or they count the same in ' +
        'every aspect.',
      resolve: isInTension,
    }),
    factor: t.exposeFloat('factor', {
      nullable: true,
      description:
        'How many times larger the greater is; null if they overlap or are not comparable. See factorIsLeast.',
    }),
    factorIsLeast: t.boolean({
      description: 'Whether the factor is a minimum, because words hedge one of the two or give it bounds.',
      resolve: row => row.isLeast,
    }),
    explanation: t.exposeString('explanation', { description: 'The reason for the verdict, in words.' }),
    aspects: t.field({
      type: [AspectType],
      description:
        'What the two count, aspect by aspect. They are comparable if all are SAME; or if none is DIFFERENT and the two ' +
        'are set side by side. If only words are compared (asWorded), only the unit must be the same.',
      resolve: row => [...row.aspects],
    }),
    asWorded: t.boolean({
      description:
        'Whether only the words are compared, in one unit, because one of the two has no figure: nobody has said that they ' +
        'count the same thing.',
      resolve: row => row.isAsWorded,
    }),
    setSideBySide: t.field({
      type: FigureRelationType,
      nullable: true,
      description:
        'The relation with which the document or a curator sets the two side by side; null if there is none.',
      resolve: row => row.setSideBySide,
    }),
    one: t.field({ type: FigureMentionType, description: 'The first wording.', resolve: row => row.one }),
    other: t.field({ type: FigureMentionType, description: 'The second wording.', resolve: row => row.other }),
  }),
})

const FigureComparisonConnection = connectionType('FigureComparison', FigureComparisonType)

/** As many wordings of each figure are held against each other by compareFigures. */
const mostMentions = 10

builder.queryFields(t => ({
  figureComparisons: t.field({
    type: FigureComparisonConnection,
    description:
      'Pairs of wordings of comparable figures: the same unit, the same referent (without one, the same words for the ' +
      'population), the same conditions, times with a day in common; or set side by side by the document, a curator or a rule, and ' +
      'different in none of these. `inTension: true` lists those that contradict each other. If very many pairs are examined and few found, a page ' +
      'may be short or empty and still have a next page, which continues from its endCursor. A note in `extensions.notes` says how many ' +
      'agree or round and are not listed. Statements that contrast with each other in words are in `statementRelations`.',
    args: {
      figure: t.arg({
        type: 'Reference',
        description: 'A figure that must be one of the two, by slug or id.',
        extensions: { names: new NamesRows(figure) },
      }),
      filter: t.arg({ type: figureList.filter, description: 'Which figures; both must match.' }),
      verdicts: t.arg({
        type: [FigureVerdictEnum],
        description:
          'Which verdicts to list; by default DISJOINT and OVERLAPS, so that what agrees is not left out. NOT_COMPARABLE ' +
          'pairs are never listed.',
      }),
      inTension: t.arg.boolean({
        description: 'Only pairs in tension (true), or only others (false).',
      }),
      ...pageArgs(),
    },
    complexity: pageComplexity,
    resolve: async (_, { figure: reference, verdicts, ...request }, { read }) => {
      const asked = (verdicts ?? verdictsByDefault).filter(verdict => verdict !== 'NOT_COMPARABLE')
      const pairs = { ...request, verdicts: asked, figure: reference?.slug }
      const page = await read.comparablePairs(pairs)
      const edges = await Promise.all(
        page.edges.map(async ({ cursor, node }) => {
          const comparison = await compareMentions(read, node.oneId, node.otherId)
          return comparison ? [{ cursor, node: comparison }] : []
        }),
      )
      return { ...page, edges: edges.flat(), count: () => read.countComparablePairs(pairs) }
    },
  }),
  compareFigureMentions: t.field({
    type: FigureComparisonType,
    nullable: true,
    description:
      'Two wordings of numbers, compared: by their figures or, if one has none, such as a number ' +
      'that a rule read, as worded, without a claim that they count the same thing. Null if either does not exist.',
    args: {
      one: t.arg({
        type: 'Reference',
        required: true,
        description: 'The first wording, by slug or id.',
        extensions: { names: new NamesRows(figureMention) },
      }),
      other: t.arg({
        type: 'Reference',
        required: true,
        description: 'The second wording, by slug or id.',
        extensions: { names: new NamesRows(figureMention) },
      }),
    },
    resolve: async (_, { one, other }, { read }) => {
      const [first, second] = await Promise.all([one, other].map(({ slug }) => read.bySlug(figureMention, slug)))
      return first && second ? compareMentions(read, Number(first.id), Number(second.id)) : null
    },
  }),
  compareFigures: t.field({
    type: [FigureComparisonType],
    description:
      `Two figures compared: each wording of the first with each of the second (up to ${mostMentions} of ` +
      'each). If they are not comparable, the aspects say why. Empty if either does not exist.',
    args: {
      one: t.arg({
        type: 'Reference',
        required: true,
        description: 'The first figure, by slug or id.',
        extensions: { names: new NamesRows(figure) },
      }),
      other: t.arg({
        type: 'Reference',
        required: true,
        description: 'The second figure, by slug or id.',
        extensions: { names: new NamesRows(figure) },
      }),
    },
    complexity: { field: 1, multiplier: mostMentions * mostMentions },
    resolve: async (_, { one, other }, { read }) => {
      const mentionsOf = async (slug: string) => {
        const row = await read.bySlug(figure, slug)
        const list = { entity: figureMentionList.entity, relation: figureMentionsOf }
        return row
          ? (await read.page(list, row.id, { first: mostMentions })).edges.map(({ node }) => Number(node.id))
          : []
      }
      const [ones, others] = await Promise.all([mentionsOf(one.slug), mentionsOf(other.slug)])
      const pairs = ones.flatMap(oneId => others.map(otherId => compareMentions(read, oneId, otherId)))
      return (await Promise.all(pairs)).filter(comparison => comparison !== null)
    },
  }),
}))
