import {
  Approximation,
  Basis,
  ChangeDirection,
  FigureRelationKind,
  FigureTime,
  Quantifier,
  Wording,
} from '../../../model/vocabulary.ts'
import type { Entity } from '../../schema/entities.ts'
import * as entities from '../../schema/entities.ts'
import { hedged } from '../../schema/flags.ts'
import * as relations from '../../schema/relations.ts'
import type { FilterFields } from '../filterField.ts'
import { by, through } from '../filterFieldKinds.ts'

/** Filters for numbers, and the words for them. */
export const figureFilters: ReadonlyMap<Entity, FilterFields> = new Map<Entity, FilterFields>([
  [
    entities.figure,
    {
      slug: by.slug,
      dataset: by.dataset(through.document),
      label: by.text('label', 'A label for people.'),
      value: by.number('value', 'The number; null if the words name none.'),
      lower: {
        kind: 'bound',
        bound: 'lower',
        description:
          'The least that it can be: of a number, what its words commit to, and the number if some give it exactly.',
      },
      upper: {
        kind: 'bound',
        bound: 'upper',
        description:
          'The most that it can be: of a number, what its words commit to, and the number if some give it exactly.',
      },
      unit: by.text('unit', 'What is counted or measured.'),
      population: by.text('population', 'Of whom or what.'),
      timeRelation: by.term('timeRelation', FigureTime, 'Whether it is as of a moment or over a period.'),
      populationBasis: by.term('populationBasis', Basis, 'Whether the population is in the words of the document.'),
      timeBasis: by.term('timeBasis', Basis, 'Whether the document ties it to its time, or a curator does.'),
      condition: { kind: 'condition', description: 'A condition on everything that it counts, under one aspect.' },
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      notes: by.many(relations.figureNotes, 'Curators’ notes about it.'),
      document: by.one('documentId', entities.document, 'The document that gives it.'),
      referent: by.one('referentId', entities.referent, 'The referent that it counts.'),
      time: by.one('timeId', entities.timeExpression, 'The moment or period that it counts.'),
      mentions: by.many(relations.figureMentionsOf, 'The wordings of it.'),
      statements: by.many(relations.figureStatements, 'The statements that cite it.'),
      speakers: by.many(relations.figureSpeakers, 'Those who cite it.'),
      relations: by.many(relations.figureRelationsFrom, 'How it derives from or relates to others.'),
      relatedBy: by.many(relations.figureRelationsTo, 'How others derive from or relate to it.'),
    },
  ],
  [
    entities.figureMention,
    {
      slug: { ...by.slug, names: entities.figureMention },
      said: by.said,
      dataset: by.dataset(through.statement),
      words: by.text('words', 'The words.'),
      verbatim: { ...by.text('words', 'The words.'), formerNameOf: 'words' },
      approximation: by.term('approximation', Approximation, 'How the words approximate.'),
      hedged: by.flag(hedged, 'Whether the words approximate a number or bound it, in whatever way.'),
      value: by.number('value', 'The number that the words name.'),
      lower: by.number('lower', 'The lower bound that the words commit to.'),
      upper: by.number('upper', 'The upper bound that the words commit to.'),
      boundsHold: {
        kind: 'holding',
        description:
          'The number lies between the two bounds that the words commit to, or is one that they do not leave out: “tens of thousands” holds 50000 and 20000, and not 100000.',
      },
      quantifier: by.term('quantifier', Quantifier, 'What is named instead of a number: all, some, none, a record.'),
      unit: by.text('unit', 'The unit, as its own words were read; null if the figure says so.'),
      counted: by.text('counted', 'What is counted, as its own words were read; null if the figure says so.'),
      wording: by.term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: by.term('basis', Basis, 'The basis of this reading; null if not recorded.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      notes: by.many(relations.figureMentionNotes, 'Curators’ notes about it.'),
      figure: by.one('figureId', entities.figure, 'The figure.'),
      statement: by.one('statementId', entities.statement, 'The statement that cites it.'),
    },
  ],
  [
    entities.figureRelation,
    {
      slug: by.slug,
      dataset: by.dataset({ key: 'subjectId', entity: entities.figure }, through.document),
      kind: by.term('kind', FigureRelationKind, 'The kind of relation.'),
      basis: by.term('basis', Basis, 'Whether the document states the relation or it was concluded.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      direction: by.term('direction', ChangeDirection, 'Which way a change went.'),
      notes: by.many(relations.figureRelationNotes, 'Curators’ notes about it.'),
      subject: by.one('subjectId', entities.figure, 'The subject of the relation.'),
      object: by.one('objectId', entities.figure, 'The object of the relation.'),
    },
  ],
])
