import { Basis, ChannelKind, TimeBasis } from '../../../model/vocabulary.ts'
import type { Entity } from '../../schema/entities.ts'
import * as entities from '../../schema/entities.ts'
import * as relations from '../../schema/relations.ts'
import type { FilterFields } from '../filterField.ts'
import { by, through } from '../filterFieldKinds.ts'

/** Filters for documents, what stands in them, and where they come from. */
export const sourceFilters: ReadonlyMap<Entity, FilterFields> = new Map<Entity, FilterFields>([
  [
    entities.document,
    {
      slug: by.slug,
      dataset: by.dataset(),
      label: by.label('documentId', 'An extra field from its corpus, as given.'),
      title: by.text('title', 'The title.'),
      author: { kind: 'author', description: 'The name of one of those who wrote it; unknown if none is named.' },
      url: by.code('url', 'The address.'),
      language: by.code('language', 'The language, as a BCP 47 tag.'),
      published: by.time('publishedEarliest', 'publishedLatest', 'When it was published.'),
      publisher: by.one('publisherId', entities.agent, 'Who published it.'),
      repeatOf: by.one('repeatOfId', entities.document, 'The earlier document that has nearly the same text.'),
      repeats: by.many(relations.documentRepeats, 'Later documents that have nearly the same text.'),
      statements: by.many(relations.documentStatements, 'The statements in it.'),
      figures: by.many(relations.documentFigures, 'The figures in it.'),
    },
  ],
  [
    entities.passage,
    {
      slug: { ...by.slug, names: entities.passage },
      dataset: by.dataset(through.document),
      exact: by.text('exact', 'The exact words.'),
      start: by.number('start', 'Where it begins, in Unicode code points.'),
      end: by.number('end', 'Where it ends, in Unicode code points.'),
      document: by.one('documentId', entities.document, 'The document that it stands in.'),
    },
  ],
  [
    entities.timeExpression,
    {
      slug: by.slug,
      dataset: by.dataset(through.document),
      words: by.text('words', 'The words.'),
      verbatim: { ...by.text('words', 'The words.'), formerNameOf: 'words' },
      when: by.time('earliest', 'latest', 'The days that it covers.'),
      basis: by.term('basis', TimeBasis, 'How the date is known.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      notes: by.many(relations.timeExpressionNotes, 'Curators’ notes about it.'),
      document: by.one('documentId', entities.document, 'The document that it stands in.'),
      statements: by.many(relations.timeStatements, 'What was said then.'),
      mentionedIn: by.many(relations.timeMentionedIn, 'The statements whose words hold it.'),
      figures: by.many(relations.timeFigures, 'The figures for that time.'),
    },
  ],
  [
    entities.channel,
    {
      slug: by.slug,
      dataset: by.dataset(through.document),
      label: by.text('label', 'The name of the channel.'),
      kind: by.term('kind', ChannelKind, 'The kind of channel.'),
      basis: by.term('basis', Basis, 'The basis of this reading; null if not recorded.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      statement: by.one('statementId', entities.statement, 'The statement that reports the text.'),
      notes: by.many(relations.channelNotes, 'Curators’ notes about it.'),
      author: by.one('authorId', entities.agent, 'Whose words it carries.'),
      addressee: by.one('addresseeId', entities.agent, 'Whom it is addressed to.'),
      document: by.one('documentId', entities.document, 'The document that mentions it.'),
      statements: by.many(relations.channelStatements, 'The statements that came through it.'),
      allStatements: by.many(relations.channelAllStatements, 'Those, plus what others only report that it says.'),
    },
  ],
  [
    entities.dataset,
    {
      slug: by.slug,
      name: by.text('name', 'The name.'),
      licence: by.code('licence', 'The licence, as stated.'),
      format: by.code('format', 'The format by which it was read.'),
    },
  ],
  [
    entities.coder,
    {
      slug: by.slug,
      dataset: by.dataset(),
      name: by.text('name', 'The name.'),
      statements: by.many(relations.coderStatements, 'What was coded.'),
    },
  ],
  [
    entities.note,
    {
      slug: by.slug,
      dataset: by.dataset(through.document),
      text: by.text('text', 'The note.'),
      document: by.one(
        'documentId',
        entities.document,
        'The document about which, or about an annotation of which, it is.',
      ),
    },
  ],
  [
    entities.rule,
    {
      slug: by.slug,
      name: by.text('name', 'The name.'),
      version: by.text('version', 'The version.'),
    },
  ],
])
