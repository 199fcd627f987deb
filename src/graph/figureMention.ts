import { isHedged } from '../model/hedged.ts'
import { flagOf } from '../store/json/computations.ts'
import { figure, figureMention, passage, rule, statement } from '../store/schema/entities.ts'
import { hedged } from '../store/schema/flags.ts'
import * as relations from '../store/schema/relations.ts'
import type { figureDecisions } from '../store/tables/decisions.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { ApproximationEnum, BasisEnum, FigureDecisionKindEnum, QuantifierEnum, WordingEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { Computed } from './reads.ts'
import {
  FigureMentionType,
  FigureType,
  figureMentionList,
  noteList,
  PassageType,
  RuleType,
  StatementType,
} from './types.ts'

const FigureDecisionType = builder
  .objectRef<Pick<typeof figureDecisions.$inferSelect, 'kind' | 'decidedBy' | 'reason'>>('FigureDecision')
  .implement({
    description:
      'What a person decided about a mention of a number: which figure it is of, or what its words say. It can be undone.',
    fields: t => ({
      kind: t.expose('kind', { type: FigureDecisionKindEnum, description: 'What was decided.' }),
      decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Who decided.' }),
      reason: t.exposeString('reason', { description: 'Why.' }),
    }),
  })

builder.node(FigureMentionType, {
  description: 'One wording of a quantity in one statement, and what the words commit to.',
  ...nodeOf(figureMention),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    words: t.exposeString('words', { description: 'The words, exactly.' }),
    verbatim: t.exposeString('words', { description: 'The words, exactly.', deprecationReason: 'Use words.' }),
    approximation: t.expose('approximation', { type: ApproximationEnum, description: 'How the words approximate.' }),
    hedged: t.boolean({
      description:
        'Whether the words approximate a number or bound it, in whatever way: any approximation but EXACT and NO_NUMBER.',
      extensions: { reads: new Computed(flagOf(hedged)) },
      resolve: ({ approximation }) => isHedged(approximation),
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The number that the words name; null if they name none.',
    }),
    lower: t.exposeFloat('lower', {
      nullable: true,
      description: 'The lower bound that they commit to; null if open.',
    }),
    upper: t.exposeFloat('upper', {
      nullable: true,
      description: 'The upper bound that they commit to; null if open.',
    }),
    quantifier: t.expose('quantifier', {
      type: QuantifierEnum,
      nullable: true,
      description: 'What the words name instead of a number; null if they name one.',
    }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'The unit, as these words were read; null if the figure says so.',
    }),
    counted: t.exposeString('counted', {
      nullable: true,
      description: 'What is counted, as these words were read; null if the figure says so.',
    }),
    wording: t.expose('wording', {
      type: WordingEnum,
      nullable: true,
      description: 'Whose words they are, by the quotation marks; null if it is not known how the statement is quoted.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description: 'The basis of this reading; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    figure: t.field(optionalRow(FigureType, figure, 'figureId', 'The figure; null if nobody has said which it is.')),
    decision: t.field({
      type: FigureDecisionType,
      nullable: true,
      description: 'A person’s decision on which figure it is or what its words say; null if there is none.',
      resolve: ({ slug }, _, { read }) => read.figureDecisionOn(slug),
    }),
    statement: t.field(requiredRow(StatementType, statement, 'statementId', 'The statement that cites it.')),
    passage: t.field(requiredRow(PassageType, passage, 'passageId', 'The words, where they stand.')),
    notes: t.field(walk(noteList, relations.figureMentionNotes, 'Curators’ notes about it.')),
  }),
})

builder.queryFields(t => ({
  figureMentions: t.field(list(figureMentionList, 'Wordings of figures, across all statements.')),
}))
