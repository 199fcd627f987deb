import { figure, figureMention, passage, statement } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { ApproximationEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { one } from './one.ts'
import { FigureMentionType, FigureType, figureMentionList, PassageType, StatementType } from './types.ts'

builder.node(FigureMentionType, {
  description: 'One wording of a figure in one statement, and what the words commit to.',
  ...nodeOf(figureMention),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    verbatim: t.exposeString('verbatim', { description: 'The words, exactly.' }),
    approximation: t.expose('approximation', { type: ApproximationEnum, description: 'How the words approximate.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The number that the words name; null if they name none.',
    }),
    lower: t.exposeFloat('lower', {
      nullable: true,
      description: 'The lower bound that they commit to; null is open.',
    }),
    upper: t.exposeFloat('upper', {
      nullable: true,
      description: 'The upper bound that they commit to; null is open.',
    }),
    figure: t.field(one(FigureType, figure, 'figureId', 'The figure.')),
    statement: t.field(one(StatementType, statement, 'statementId', 'The statement that cites it.')),
    passage: t.field(one(PassageType, passage, 'passageId', 'The words, where they stand.')),
  }),
})

builder.queryFields(t => ({
  figureMentions: t.field(list(figureMentionList, 'Wordings of figures, across all statements.')),
}))
