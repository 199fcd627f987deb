import { agent, dataset, document } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { documentAuthors } from '../store/tables/documents.ts'
import { labels } from '../store/tables/labels.ts'
import { annotationsField } from './annotation.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { LabelType } from './label.ts'
import { nodeOf } from './node.ts'
import { optionalRow } from './one.ts'
import { RowOfSlug, TextOfDocument } from './reads.ts'
import {
  channelList,
  DatasetType,
  DocumentType,
  documentList,
  figureList,
  membershipList,
  noteList,
  OrganizationType,
  passageList,
  statementList,
  timeExpressionList,
} from './types.ts'
import { uncoveredField } from './uncovered.ts'
import { names, values } from './values.ts'

builder.node(DocumentType, {
  description: 'A published text (schema.org Article). What the text does not say about itself is null.',
  ...nodeOf(document),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    title: t.exposeString('title', { nullable: true, description: 'The title; null if the source has none.' }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'The address at which it was published; null if it is not known.',
    }),
    repeatOf: t.field(
      optionalRow(
        DocumentType,
        document,
        'repeatOfId',
        'The earlier document of its dataset with nearly the same text, which counts in its place; null if there is none.',
      ),
    ),
    repeats: t.field(walk(documentList, relations.documentRepeats, 'Later documents that have nearly the same text.')),
    language: t.exposeString('language', { description: 'The language, as a BCP 47 tag.' }),
    published: t.exposeString('published', {
      nullable: true,
      description: 'When it was published (EDTF); null if the document does not say.',
    }),
    text: t.string({
      description: 'The whole text, normalised: Unicode NFC, LF line ends. Every offset counts its code points.',
      extensions: { reads: new TextOfDocument() },
      resolve: async ({ id }, _, { read }) => (await read.textOf(id)).text,
    }),
    length: t.exposeInt('length', { description: 'The length of the text in Unicode code points.' }),
    sha256: t.exposeString('sha256', { description: 'The SHA-256 of the normalised text in UTF-8, as hex.' }),
    authors: t.stringList(
      names(
        documentAuthors,
        documentAuthors.documentId,
        documentAuthors.position,
        'Who wrote it: names as its byline or its source gives them, in that order; empty if it names nobody.',
      ),
    ),
    publisher: t.field(
      optionalRow(OrganizationType, agent, 'publisherId', 'Who published it; null if it is not known.'),
    ),
    labels: t.field(
      values([LabelType], labels, labels.documentId, labels.id, 'Extra fields from its corpus, as given.'),
    ),
    dataset: t.field(
      optionalRow(
        DatasetType,
        dataset,
        'datasetId',
        'The dataset that it comes from; null if it is the text of a dossier.',
      ),
    ),
    statements: t.field(walk(statementList, relations.documentStatements, 'The statements in it, in text order.')),
    figures: t.field(walk(figureList, relations.documentFigures, 'The figures in it.')),
    times: t.field(walk(timeExpressionList, relations.documentTimes, 'The time expressions in it.')),
    channels: t.field(
      walk(
        channelList,
        relations.documentChannels,
        'The letters, press statements and other channels that it mentions.',
      ),
    ),
    memberships: t.field(walk(membershipList, relations.documentMemberships, 'The roles that it gives people.')),
    notes: t.field(walk(noteList, relations.documentNotes, 'Its curators’ notes about its annotations.')),
    annotations: t.field(annotationsField),
    uncovered: t.field(uncoveredField),
    passages: t.field(walk(passageList, relations.documentPassages, 'The passages of it that support an annotation.')),
  }),
})

builder.queryFields(t => ({
  document: t.field({
    type: DocumentType,
    nullable: true,
    description: 'The document with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'The slug.' }) },
    extensions: { reads: new RowOfSlug(document) },
    resolve: (_, { slug }, { read }) => read.bySlug(document, slug),
  }),
  documents: t.field(list(documentList, 'Documents.')),
}))
