import { fragmentsOf, quoteSelector } from '../model/selector.ts'
import { passageFragments, passagePrefix, passageSuffix } from '../store/json/computations.ts'
import { document, passage } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { walk } from './connection.ts'
import { nodeOf } from './node.ts'
import { requiredRow } from './one.ts'
import { contextField } from './passageContext.ts'
import { Computed } from './reads.ts'
import {
  channelList,
  DocumentType,
  figureMentionList,
  figureRelationList,
  frameUseList,
  membershipList,
  mentionList,
  PassageType,
  stanceList,
  statementList,
  termUseList,
  timeExpressionList,
} from './types.ts'

interface FragmentShape {
  readonly start: number
  readonly end: number
}

const Fragment = builder.objectRef<FragmentShape>('Fragment').implement({
  description: 'One unbroken piece of a passage (W3C TextPositionSelector).',
  fields: t => ({
    start: t.exposeInt('start', { description: 'Where it begins, in Unicode code points; included.' }),
    end: t.exposeInt('end', { description: 'Where it ends, in Unicode code points; not included.' }),
  }),
})

builder.node(PassageType, {
  description: 'The exact words of a document that support an annotation (W3C Web Annotation).',
  ...nodeOf(passage),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name: the document and the offsets.' }),
    exact: t.exposeString('exact', {
      description: 'The words, exactly; the pieces of a broken passage joined by “ … ”.',
    }),
    prefix: t.string({
      description: 'The words just before it (W3C TextQuoteSelector prefix, up to 32 code points).',
      extensions: { reads: new Computed(passagePrefix) },
      resolve: async ({ documentId, start, end }, _, { read }) =>
        quoteSelector((await read.textOf(documentId)).points, start, end).prefix,
    }),
    suffix: t.string({
      description: 'The words just after it (W3C TextQuoteSelector suffix, up to 32 code points).',
      extensions: { reads: new Computed(passageSuffix) },
      resolve: async ({ documentId, start, end }, _, { read }) =>
        quoteSelector((await read.textOf(documentId)).points, start, end).suffix,
    }),
    context: t.field(contextField),
    start: t.exposeInt('start', { description: 'Where it begins in the text, in Unicode code points; included.' }),
    end: t.exposeInt('end', { description: 'Where it ends in the text, in Unicode code points; not included.' }),
    fragments: t.field({
      type: [Fragment],
      description: 'Its unbroken pieces: one, or more if the passage is discontinuous.',
      extensions: { reads: new Computed(passageFragments) },
      resolve: ({ selector }) => fragmentsOf(selector),
    }),
    document: t.field(requiredRow(DocumentType, document, 'documentId', 'The document that it stands in.')),
    statements: t.field(
      walk(statementList, relations.passageStatements, 'The statements that have it as source, cue or content.'),
    ),
    figureMentions: t.field(walk(figureMentionList, relations.passageFigureMentions, 'The wordings of figures in it.')),
    figureRelations: t.field(
      walk(figureRelationList, relations.passageFigureRelations, 'The relations of figures that it states.'),
    ),
    termUses: t.field(walk(termUseList, relations.passageTermUses, 'The terms that it is.')),
    frameUses: t.field(walk(frameUseList, relations.passageFrameUses, 'The frames that it supports.')),
    stances: t.field(walk(stanceList, relations.passageStances, 'The stances that it supports.')),
    times: t.field(walk(timeExpressionList, relations.passageTimes, 'The time expressions that it is.')),
    memberships: t.field(walk(membershipList, relations.passageMemberships, 'The roles that it gives.')),
    mentions: t.field(
      walk(mentionList, relations.passageMentions, 'The words in it by which a corpus names a source.'),
    ),
    evidenceFor: t.field(
      walk(
        mentionList,
        relations.passageEvidenceFor,
        'The words that a rule linked to an agent through the full name in it.',
      ),
    ),
    antecedentOf: t.field(
      walk(mentionList, relations.passageAntecedentOf, "The words that the corpus's own coreference resolves to it."),
    ),
    channels: t.field(walk(channelList, relations.passageChannels, 'The channels that it mentions.')),
  }),
})
