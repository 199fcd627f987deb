import { agent, dataset } from '../store/schema/entities.ts'
import type { decisions } from '../store/tables/decisions.ts'
import { builder } from './builder.ts'
import { DecisionKindEnum } from './enums.ts'
import { optionalRow } from './one.ts'
import { AgentType, DatasetType } from './types.ts'

type Decision = typeof decisions.$inferSelect

export const DecisionType = builder.objectRef<Decision>('Decision')

/** A decision as told to one of its two agents: what holds both ways is told from its side, so that the other is never itself. */
export function fromSideOf(agentId: number, row: Decision): Decision {
  return row.kind !== 'SPLIT' && row.otherId === agentId ? { ...row, agentId, otherId: row.agentId } : row
}

DecisionType.implement({
  description: 'What a person decided about an identity, in a reviewed file. It can be undone; nothing is lost.',
  fields: t => ({
    kind: t.expose('kind', { type: DecisionKindEnum, description: 'What was decided.' }),
    agent: t.field(
      optionalRow(
        AgentType,
        agent,
        'agentId',
        'The agent that it is about; from whose side it is told, where it holds both ways.',
      ),
    ),
    other: t.field(
      optionalRow(
        AgentType,
        agent,
        'otherId',
        'The agent that is or is not the same, or that has what was split off; null if the decision is about words.',
      ),
    ),
    words: t.exposeString('words', { nullable: true, description: 'The words that name the agent.' }),
    dataset: t.field(optionalRow(DatasetType, dataset, 'datasetId', 'The dataset in which the words name it.')),
    document: t.exposeString('document', {
      nullable: true,
      description: 'The slug of the one document for which the decision about words holds.',
    }),
    published: t.exposeString('published', {
      nullable: true,
      description: 'An EDTF interval: the decision holds for what was published in it.',
    }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Who decided.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
  }),
})
