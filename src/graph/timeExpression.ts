import { readEdtf } from '../model/edtf.ts'
import { document, passage, rule, timeExpression } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { TimeBasisEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import {
  channelList,
  DocumentType,
  figureList,
  noteList,
  PassageType,
  RuleType,
  statementList,
  TimeExpressionType,
  timeExpressionList,
} from './types.ts'

builder.node(TimeExpressionType, {
  description:
    'A time as a document words it, with the date that it stands for if known (EDTF, ISO 8601-2 levels 0–1).',
  ...nodeOf(timeExpression),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    words: t.exposeString('words', { description: 'The words, exactly.' }),
    verbatim: t.exposeString('words', { description: 'The words, exactly.', deprecationReason: 'Use words.' }),
    edtf: t.exposeString('edtf', { nullable: true, description: 'The date or interval (EDTF); null if unresolved.' }),
    earliest: t.exposeString('earliest', {
      nullable: true,
      description: 'The first day that it covers, YYYY-MM-DD; null if it is open, unknown or unresolved.',
    }),
    latest: t.exposeString('latest', {
      nullable: true,
      description: 'The last day that it covers, YYYY-MM-DD; null if it is open, unknown or unresolved.',
    }),
    uncertain: t.boolean({
      description: 'Whether a date in it is marked as uncertain (EDTF ? or %): the source or the curator may be wrong.',
      resolve: ({ edtf }) => readDate(edtf)?.uncertain ?? false,
    }),
    approximate: t.boolean({
      description: 'Whether a date in it is marked as approximate (EDTF ~ or %): it is near the one that is written.',
      resolve: ({ edtf }) => readDate(edtf)?.approximate ?? false,
    }),
    basis: t.expose('basis', { type: TimeBasisEnum, description: 'How the date is known.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it is inferred or unresolved; null if it is stated.',
    }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    notes: t.field(walk(noteList, relations.timeExpressionNotes, 'Curators’ notes about it.')),
    passage: t.field(optionalRow(PassageType, passage, 'passageId', 'The words, where they stand.')),
    document: t.field(requiredRow(DocumentType, document, 'documentId', 'The document that it stands in.')),
    statements: t.field(walk(statementList, relations.timeStatements, 'What was said then.')),
    mentionedIn: t.field(walk(statementList, relations.timeMentionedIn, 'The statements whose words hold it.')),
    figures: t.field(walk(figureList, relations.timeFigures, 'The figures that are as of it or over it.')),
    channels: t.field(walk(channelList, relations.timeChannels, 'The letters and other channels of that time.')),
  }),
})

function readDate(edtf: string | null) {
  return edtf === null ? null : readEdtf(edtf)
}

builder.queryFields(t => ({
  times: t.field(list(timeExpressionList, 'Time expressions, with and without a date.')),
}))
