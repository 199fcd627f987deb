import { agent, frameUse, passage, referent, statement } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { FrameDimensionEnum, FrameFunctionEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { one } from './one.ts'
import { AgentType, FrameUseType, frameUseList, PassageType, ReferentType, StatementType } from './types.ts'

builder.node(FrameUseType, {
  description:
    'How words of a statement frame its matter: by one of the four functions of Entman (1993), by a dimension of the ' +
    'Policy Frames Codebook, or both. It is a reading of the words by a coder, not a judgement of the matter.',
  ...nodeOf(frameUse),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    function: t.expose('function', {
      type: FrameFunctionEnum,
      nullable: true,
      description: 'What the words do: define a problem, name a cause, judge, or recommend.',
    }),
    dimension: t.expose('dimension', {
      type: FrameDimensionEnum,
      nullable: true,
      description: 'The dimension that they put the matter in.',
    }),
    targetAgent: t.field(
      one(
        AgentType,
        agent,
        'targetAgentId',
        'The agent at whom they are directed: who is blamed, judged or called on; null if the words name none.',
      ),
    ),
    targetReferent: t.field(
      one(ReferentType, referent, 'targetReferentId', 'The thing at which they are directed, if it is no agent.'),
    ),
    statement: t.field(one(StatementType, statement, 'statementId', 'The statement that frames.')),
    passage: t.field(one(PassageType, passage, 'passageId', 'The words that frame.')),
  }),
})

builder.queryFields(t => ({
  frameUses: t.field(list(frameUseList, 'Frames, across all statements.')),
}))
