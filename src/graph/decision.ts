import { agent, dataset } from '../store/entities.ts'
import type { decisions } from '../store/tables/decisions.ts'
import { builder } from './builder.ts'
import { DecisionKindEnum } from './enums.ts'
import { AgentType, DatasetType } from './types.ts'

export const DecisionType = builder.objectRef<typeof decisions.$inferSelect>('Decision')

DecisionType.implement({
  description:
    'What a person decided about an identity, in a reviewed file. It can be taken back; nothing is lost by it.',
  fields: t => ({
    kind: t.field({ type: DecisionKindEnum, description: 'What was decided.', resolve: ({ kind }) => kind }),
    agent: t.field({
      type: AgentType,
      nullable: true,
      description: 'The agent that it is about.',
      resolve: ({ agentId }, _, { read }) => read.byId(agent, agentId),
    }),
    other: t.field({
      type: AgentType,
      nullable: true,
      description: 'The agent that is the same, is not, or has what was split off; null if it is about words.',
      resolve: ({ otherId }, _, { read }) => read.byId(agent, otherId),
    }),
    words: t.exposeString('words', { nullable: true, description: 'The words that name the agent.' }),
    dataset: t.field({
      type: DatasetType,
      nullable: true,
      description: 'The dataset in which the words name it.',
      resolve: ({ datasetId }, _, { read }) => read.byId(dataset, datasetId),
    }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Who decided.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
  }),
})
