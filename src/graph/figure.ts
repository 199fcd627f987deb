import { figureApproximation, figureLower, figureUpper, figureWords } from '../store/json/computations.ts'
import { document, figure, referent, rule, timeExpression } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { figureConditions } from '../store/tables/figures.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { ApproximationEnum, BasisEnum, FigureTimeEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { Computed, RowOfSlug } from './reads.ts'
import {
  agentList,
  DocumentType,
  FigureType,
  figureList,
  figureMentionList,
  figureRelationList,
  noteList,
  ReferentType,
  RuleType,
  statementList,
  TimeExpressionType,
} from './types.ts'
import { values } from './values.ts'

const Condition = builder.objectRef<typeof figureConditions.$inferSelect>('FigureCondition').implement({
  description: 'A condition on everything that a figure counts, under one aspect.',
  fields: t => ({
    aspect: t.exposeString('aspect', { description: 'The aspect, such as custody or conviction.' }),
    value: t.exposeString('value', { description: 'Its value, such as "not detained" or "assault".' }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description: 'Whether the document says that it holds, or a curator concluded it; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
  }),
})

builder.node(FigureType, {
  description:
    'A quantity as a document gives it: a value, or bounds where the words name no number; of what, of whom, under which ' +
    'conditions and when. Numbers are IEEE doubles: integers are exact up to 2^53.',
  ...nodeOf(figure),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    label: t.exposeString('label', { description: 'A label for people.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'The number; null if the words name none.' }),
    lower: t.float({
      nullable: true,
      description:
        'The least that it can be: the value if some words give it exactly; if all words hedge it, what they ' +
        'commit to; null if open.',
      extensions: { reads: new Computed(figureLower) },
      resolve: async ({ id }, _, { read }) => (await read.figureAsWorded(id)).lower,
    }),
    upper: t.float({
      nullable: true,
      description:
        'The most that it can be: the value if some words give it exactly; if all words hedge it, what they ' +
        'commit to (900,000 for "nearly 900,000"); null if open.',
      extensions: { reads: new Computed(figureUpper) },
      resolve: async ({ id }, _, { read }) => (await read.figureAsWorded(id)).upper,
    }),
    words: t.string({
      nullable: true,
      description:
        'The first words for it in the text, with any hedge ("nearly 900,000"); null if it has none. `mentions` lists all.',
      extensions: { reads: new Computed(figureWords) },
      resolve: async ({ id }, _, { read }) => (await read.figureAsWorded(id)).words,
    }),
    approximation: t.field({
      type: ApproximationEnum,
      nullable: true,
      description:
        'How its words approximate it: EXACT if any give it exactly, else as the first that name a number or bounds; null if it has none.',
      extensions: { reads: new Computed(figureApproximation) },
      resolve: async ({ id }, _, { read }) => (await read.figureAsWorded(id)).approximation,
    }),
    unit: t.exposeString('unit', { description: 'What is counted or measured.' }),
    population: t.exposeString('population', {
      nullable: true,
      description:
        "What it counts: in the document's words if `populationBasis` is STATED, else in a curator's. Null if it does not say.",
    }),
    populationBasis: t.expose('populationBasis', {
      type: BasisEnum,
      nullable: true,
      description: 'Whether the population is in words of the document; null without one, or if not recorded.',
    }),
    populationReason: t.exposeString('populationReason', {
      nullable: true,
      description: 'Why this population was concluded; null if the document states it.',
    }),
    timeBasis: t.expose('timeBasis', {
      type: BasisEnum,
      nullable: true,
      description: 'Whether the document ties the figure to its time; null without one, or if not recorded.',
    }),
    timeReason: t.exposeString('timeReason', {
      nullable: true,
      description: 'Why this time was concluded; null if the document states it.',
    }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    conditions: t.field(
      values(
        [Condition],
        figureConditions,
        figureConditions.figureId,
        figureConditions.id,
        'The conditions on everything that it counts.',
      ),
    ),
    referent: t.field(
      optionalRow(
        ReferentType,
        referent,
        'referentId',
        'What it counts, as a referent that others may name in other words; null if nobody has said.',
      ),
    ),
    time: t.field(
      optionalRow(
        TimeExpressionType,
        timeExpression,
        'timeId',
        'The moment or period that it counts; null if the document does not say.',
      ),
    ),
    timeRelation: t.expose('timeRelation', {
      type: FigureTimeEnum,
      nullable: true,
      description: 'Whether it is as of that moment or over that period; null without a time.',
    }),
    document: t.field(requiredRow(DocumentType, document, 'documentId', 'The document that gives it.')),
    notes: t.field(walk(noteList, relations.figureNotes, 'Curators’ notes about it.')),
    mentions: t.field(walk(figureMentionList, relations.figureMentionsOf, 'Each wording of it, in each statement.')),
    statements: t.field(walk(statementList, relations.figureStatements, 'The statements that cite it.')),
    speakers: t.field(walk(agentList, relations.figureSpeakers, 'Those who cite it.')),
    relations: t.field(
      walk(figureRelationList, relations.figureRelationsFrom, 'How it derives from or relates to other figures.'),
    ),
    relatedBy: t.field(
      walk(figureRelationList, relations.figureRelationsTo, 'How other figures derive from or relate to it.'),
    ),
  }),
})

builder.queryFields(t => ({
  figure: t.field({
    type: FigureType,
    nullable: true,
    description: 'The figure with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'The slug.' }) },
    extensions: { reads: new RowOfSlug(figure) },
    resolve: (_, { slug }, { read }) => read.bySlug(figure, slug),
  }),
  figures: t.field(list(figureList, 'Figures.')),
}))
