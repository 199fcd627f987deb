import { agent, channel, document, passage, timeExpression } from '../store/entities.ts'
import * as relations from '../store/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { ChannelKindEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import {
  AgentType,
  ChannelType,
  channelList,
  DocumentType,
  PassageType,
  statementList,
  TimeExpressionType,
} from './types.ts'

builder.node(ChannelType, {
  description: 'The text or occasion through which statements reached a document: a letter, a press statement.',
  ...nodeOf(channel),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    kind: t.field({ type: ChannelKindEnum, description: 'What kind it is.', resolve: ({ kind }) => kind }),
    label: t.exposeString('label', { description: 'What it is called here.' }),
    author: t.field({
      type: AgentType,
      nullable: true,
      description: 'Whose words it carries; null if the document does not say.',
      resolve: ({ authorId }, _, { read }) => read.byId(agent, authorId),
    }),
    addressee: t.field({
      type: AgentType,
      nullable: true,
      description: 'Whom it is addressed to; null if the document does not say.',
      resolve: ({ addresseeId }, _, { read }) => read.byId(agent, addresseeId),
    }),
    time: t.field({
      type: TimeExpressionType,
      nullable: true,
      description: 'When it was sent or held; null if the document does not say.',
      resolve: ({ timeId }, _, { read }) => read.byId(timeExpression, timeId),
    }),
    passage: t.field({
      type: PassageType,
      nullable: true,
      description: 'The words that tell of it.',
      resolve: ({ passageId }, _, { read }) => read.byId(passage, passageId),
    }),
    document: t.field({
      type: DocumentType,
      nullable: true,
      description: 'The document that tells of it.',
      resolve: ({ documentId }, _, { read }) => read.byId(document, documentId),
    }),
    statements: t.field(walk(statementList, relations.channelStatements, 'The statements that came through it.')),
  }),
})

builder.queryFields(t => ({
  channels: t.field(list(channelList, 'Letters, press statements and other channels.')),
}))
