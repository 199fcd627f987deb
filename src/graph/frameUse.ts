import { agent, frameUse, passage, referent, statement } from '../store/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { FrameDimensionEnum, FrameFunctionEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { AgentType, FrameUseType, frameUseList, PassageType, ReferentType, StatementType } from './types.ts'

builder.node(FrameUseType, {
  description:
    'How words of a statement frame its matter: by one of the four functions of Entman (1993), by a dimension of the ' +
    'Policy Frames Codebook, or both. It is a reading of the words by a coder, not a judgement of the matter.',
  ...nodeOf(frameUse),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    function: t.field({
      type: FrameFunctionEnum,
      nullable: true,
      description: 'What the words do: define a problem, name a cause, judge, or recommend.',
      resolve: row => row.function,
    }),
    dimension: t.field({
      type: FrameDimensionEnum,
      nullable: true,
      description: 'The dimension that they put the matter in.',
      resolve: ({ dimension }) => dimension,
    }),
    targetAgent: t.field({
      type: AgentType,
      nullable: true,
      description:
        'The agent at whom they are directed: who is blamed, judged or called on; null if the words name none.',
      resolve: ({ targetAgentId }, _, { read }) => read.byId(agent, targetAgentId),
    }),
    targetReferent: t.field({
      type: ReferentType,
      nullable: true,
      description: 'The thing at which they are directed, if it is no agent.',
      resolve: ({ targetReferentId }, _, { read }) => read.byId(referent, targetReferentId),
    }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      description: 'The statement that frames.',
      resolve: ({ statementId }, _, { read }) => read.byId(statement, statementId),
    }),
    passage: t.field({
      type: PassageType,
      nullable: true,
      description: 'The words that frame.',
      resolve: ({ passageId }, _, { read }) => read.byId(passage, passageId),
    }),
  }),
})

builder.queryFields(t => ({
  frameUses: t.field(list(frameUseList, 'Frames, across all statements.')),
}))
