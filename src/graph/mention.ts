import { agent, dataset, mention, passage, statement } from '../store/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { MentionLinkEnum, MentionRoleEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { AgentType, DatasetType, MentionType, mentionList, PassageType, StatementType } from './types.ts'

builder.node(MentionType, {
  description:
    'The words by which a corpus names the source of a statement, or whom it speaks for. It leads to an agent only if ' +
    'the corpus itself, an exact name in a chosen register or the decision of a person says so.',
  ...nodeOf(mention),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    words: t.exposeString('words', { description: 'The words, verbatim.' }),
    role: t.field({ type: MentionRoleEnum, description: 'What is named by them.', resolve: ({ role }) => role }),
    link: t.field({
      type: MentionLinkEnum,
      nullable: true,
      description: 'By what it is linked to an agent; null if it is not.',
      resolve: ({ link }) => link,
    }),
    agent: t.field({
      type: AgentType,
      nullable: true,
      description: 'Whom the words name; null if nobody has said so.',
      resolve: ({ agentId }, _, { read }) => read.byId(agent, agentId),
    }),
    passage: t.field({
      type: PassageType,
      nullable: true,
      description: 'Where the words stand; null if they are no part of the text.',
      resolve: ({ passageId }, _, { read }) => read.byId(passage, passageId),
    }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      description: 'The statement.',
      resolve: ({ statementId }, _, { read }) => read.byId(statement, statementId),
    }),
    dataset: t.field({
      type: DatasetType,
      nullable: true,
      description: 'The dataset that it comes from.',
      resolve: ({ datasetId }, _, { read }) => read.byId(dataset, datasetId),
    }),
  }),
})

builder.queryFields(t => ({
  mentions: t.field(list(mentionList, 'The words by which corpora name sources, linked to agents or not.')),
}))
