import { agent, channel, document, passage, rule, statement, timeExpression } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { BasisEnum, ChannelKindEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import {
  AgentType,
  ChannelType,
  channelList,
  DocumentType,
  noteList,
  PassageType,
  RuleType,
  StatementType,
  statementList,
  TimeExpressionType,
} from './types.ts'

builder.node(ChannelType, {
  description: 'The text or occasion through which statements reached a document: a letter, a press statement.',
  ...nodeOf(channel),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    kind: t.expose('kind', { type: ChannelKindEnum, description: 'What kind it is.' }),
    label: t.exposeString('label', { description: 'Its label.' }),
    author: t.field(
      optionalRow(AgentType, agent, 'authorId', 'Whose words it carries; null if the document does not say.'),
    ),
    addressee: t.field(
      optionalRow(AgentType, agent, 'addresseeId', 'Whom it is addressed to; null if the document does not say.'),
    ),
    time: t.field(
      optionalRow(
        TimeExpressionType,
        timeExpression,
        'timeId',
        'When it was sent or held; null if the document does not say.',
      ),
    ),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description:
        'Whether the document says that the text exists, with this author and addressee, or a curator concluded it; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    statement: t.field(
      optionalRow(
        StatementType,
        statement,
        'statementId',
        'The statement that reports the text; null if the document mentions it in its own voice.',
      ),
    ),
    notes: t.field(walk(noteList, relations.channelNotes, 'Curators’ notes about it.')),
    passage: t.field(requiredRow(PassageType, passage, 'passageId', 'The words that mention it.')),
    document: t.field(requiredRow(DocumentType, document, 'documentId', 'The document that mentions it.')),
    statements: t.field(walk(statementList, relations.channelStatements, 'The statements that came through it.')),
    allStatements: t.field(
      walk(
        statementList,
        relations.channelAllStatements,
        'Those, plus what others only report that it says: “their own numbers prove this to be the case”.',
      ),
    ),
  }),
})

builder.queryFields(t => ({
  channels: t.field(list(channelList, 'Letters, press statements and other channels.')),
}))
