import {
  AgentKind,
  Approximation,
  Attribution,
  Basis,
  ChangeDirection,
  ChannelKind,
  FigureRelationKind,
  FigureTime,
  FrameDimension,
  FrameEffect,
  FrameFunction,
  FrameValence,
  MentionLink,
  MentionRole,
  OrganizationKind,
  Origin,
  Polarity,
  Quantifier,
  Quotation,
  Repeat,
  SpeechAct,
  Stance,
  StanceManner,
  StatementCertainty,
  StatementRelationKind,
  TimeBasis,
  type Vocabulary,
  Voice,
  Wording,
} from '../../model/vocabulary.ts'
import type { Entity } from '../schema/entities.ts'
import * as entities from '../schema/entities.ts'
import { type Imported, imported } from '../schema/imported.ts'
import type { Relation } from '../schema/relations.ts'
import * as relations from '../schema/relations.ts'
import type { FilterField, FilterFields, Via } from './filterField.ts'
import { walkFields } from './walkFields.ts'

const text = (column: string, description: string): FilterField => ({ kind: 'text', column, description })
const code = (column: string, description: string) => ({ kind: 'text', column, description, isCode: true }) as const
const number = (column: string, description: string) => ({ kind: 'number', column, description }) as const
const term = (column: string, vocabulary: Vocabulary, description: string): FilterField => ({
  kind: 'term',
  column,
  vocabulary,
  description,
})
const time = (earliest: string, latest: string, description: string): FilterField => ({
  kind: 'time',
  earliest,
  latest,
  description,
})
const one = (column: string, target: Entity, description: string): FilterField => ({
  kind: 'one',
  column,
  target,
  description,
})
const many = (relation: Relation, description: string): FilterField => ({ kind: 'many', relation, description })

const label = (column: 'statementId' | 'documentId' | 'agentId', description: string): FilterField => ({
  kind: 'label',
  column,
  description,
})

/** The dataset of a row: its own, or that of the row to which some foreign keys lead. */
const dataset = (...via: Via[]): FilterField => ({
  kind: 'one',
  column: 'datasetId',
  target: entities.dataset,
  description: 'The dataset that it comes from; what stands in a dossier comes from none.',
  via,
})
const ofDocument: Via = { key: 'documentId', entity: entities.document }
const ofStatement: Via = { key: 'statementId', entity: entities.statement }

const slug = code('slug', 'The stable name that people type.')

const ownFields: ReadonlyMap<Entity, FilterFields> = new Map<Entity, FilterFields>([
  [
    entities.agent,
    {
      slug,
      dataset: dataset(),
      label: label('agentId', 'What its corpus says of it in a field of its own, as given.'),
      mentions: many(relations.agentMentions, 'The words by which sources name it.'),
      name: text('name', 'The name.'),
      kind: term('kind', AgentKind, 'Whether it is a person or an organization.'),
      organizationKind: term('organizationKind', OrganizationKind, 'The kind of organization; null for people.'),
      statements: many(relations.agentStatements, 'What the agent said.'),
      addressedIn: many(relations.agentAddressed, 'What was said to the agent.'),
      memberships: many(relations.agentMemberships, 'The roles that the agent holds.'),
      members: many(relations.agentMembers, 'The roles that others hold in the organization.'),
      figureMentions: many(
        relations.agentFigureMentions,
        "The numbers that the agent cites, in the agent's own quoted words.",
      ),
      paraphrasedFigureMentions: many(
        relations.agentParaphrasedFigureMentions,
        "Those in words that are not known to be the agent's.",
      ),
      termUses: many(relations.agentTermUses, "The terms that the agent uses, in the agent's own quoted words."),
      paraphrasedTermUses: many(
        relations.agentParaphrasedTermUses,
        "Those in words that are not known to be the agent's.",
      ),
      stances: many(relations.agentStances, 'The stances that the agent takes.'),
      notes: many(relations.agentNotes, 'What curators note about it.'),
    },
  ],
  [
    entities.membership,
    {
      slug,
      dataset: dataset(),
      role: text('role', 'The role, as worded.'),
      area: text('area', 'The area that the role is for.'),
      held: time('earliest', 'latest', 'When the role was held.'),
      basis: term('basis', Basis, 'Whether the source states the role or a curator concluded it.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      statement: one('statementId', entities.statement, 'The statement by whose account it is held.'),
      notes: many(relations.membershipNotes, 'What curators note about it.'),
      member: one('memberId', entities.agent, 'Who holds the role.'),
      organization: one('organizationId', entities.agent, 'Where the role is held.'),
      onBehalfOf: one('onBehalfOfId', entities.agent, 'The party on whose behalf it is held.'),
      document: one('documentId', entities.document, 'The document that gives the role.'),
    },
  ],
  [
    entities.document,
    {
      slug,
      dataset: dataset(),
      label: label('documentId', 'What its corpus says of it in a field of its own, as given.'),
      title: text('title', 'The title.'),
      url: code('url', 'The address.'),
      language: code('language', 'The language, as a BCP 47 tag.'),
      published: time('publishedEarliest', 'publishedLatest', 'When it was published.'),
      publisher: one('publisherId', entities.agent, 'Who published it.'),
      repeatOf: one('repeatOfId', entities.document, 'The earlier document that has nearly the same text.'),
      repeats: many(relations.documentRepeats, 'Later documents that have nearly the same text.'),
      statements: many(relations.documentStatements, 'The statements in it.'),
      figures: many(relations.documentFigures, 'The figures in it.'),
    },
  ],
  [
    entities.passage,
    {
      slug: { ...slug, names: entities.passage },
      dataset: dataset(ofDocument),
      exact: text('exact', 'The exact words.'),
      start: number('start', 'Where it begins, in Unicode code points.'),
      end: number('end', 'Where it ends, in Unicode code points.'),
      document: one('documentId', entities.document, 'The document that it stands in.'),
    },
  ],
  [
    entities.timeExpression,
    {
      slug,
      dataset: dataset(ofDocument),
      words: text('words', 'The words.'),
      verbatim: { ...text('words', 'The words.'), formerNameOf: 'words' },
      when: time('earliest', 'latest', 'The days that it covers.'),
      basis: term('basis', TimeBasis, 'How the date is known.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      notes: many(relations.timeExpressionNotes, 'What curators note about it.'),
      document: one('documentId', entities.document, 'The document that it stands in.'),
      statements: many(relations.timeStatements, 'What was said then.'),
      mentionedIn: many(relations.timeMentionedIn, 'The statements whose words hold it.'),
      figures: many(relations.timeFigures, 'The figures for that time.'),
    },
  ],
  [
    entities.channel,
    {
      slug,
      dataset: dataset(ofDocument),
      label: text('label', 'The name of the channel.'),
      kind: term('kind', ChannelKind, 'The kind of channel.'),
      basis: term('basis', Basis, 'On what ground it is read so; null where nobody has said.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      statement: one('statementId', entities.statement, 'The statement by whose account there is such a text.'),
      notes: many(relations.channelNotes, 'What curators note about it.'),
      author: one('authorId', entities.agent, 'Whose words it carries.'),
      addressee: one('addresseeId', entities.agent, 'Whom it is addressed to.'),
      document: one('documentId', entities.document, 'The document that tells of it.'),
      statements: many(relations.channelStatements, 'The statements that came through it.'),
      allStatements: many(relations.channelAllStatements, 'Those, and what others only report that it says.'),
    },
  ],
  [
    entities.statement,
    {
      slug,
      said: {
        kind: 'said',
        of: 'statement',
        description: 'When it was said: its own time, else when its document was published.',
      },
      dataset: dataset(),
      label: label('statementId', 'What its corpus says of it in a field of its own, as given.'),
      coder: one('coderId', entities.coder, 'Who coded it.'),
      onBehalfOf: one('onBehalfOfId', entities.agent, 'The organization for which the speaker speaks.'),
      mentions: many(relations.statementMentions, 'The words by which its source is named.'),
      reviews: many(relations.statementReviews, 'What others published about it.'),
      text: text('text', 'The exact words of the content.'),
      search: {
        kind: 'search',
        index: 'statementSearch',
        description: 'Its text is found by these words, as `search` finds it; numbers in their written forms.',
      },
      voice: term('voice', Voice, 'In whose voice it stands.'),
      quotation: term('quotation', Quotation, 'How it is quoted.'),
      repeat: term('repeat', Repeat, 'Why analyses leave it out unless asked for repeats; null if it counts.'),
      speechAct: term('speechAct', SpeechAct, 'What is done by saying it.'),
      cueWords: code('cueWords', 'The words of its cue, in lower case: "said", "according to".'),
      basis: term('basis', Basis, 'Whether the attribution is stated or concluded.'),
      speakerBasis: term('speakerBasis', Basis, 'Whether whose voice it is is stated or concluded.'),
      addresseeBasis: term('addresseeBasis', Basis, 'Whether to whom it was said is stated or concluded.'),
      channelBasis: term('channelBasis', Basis, 'Whether through which channel it came is stated or concluded.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      attribution: term('attribution', Attribution, 'What kind of attribution it is (Penn Discourse Treebank).'),
      certainty: term('certainty', StatementCertainty, 'How certain it is put forward as (FactBank).'),
      polarity: term('polarity', Polarity, 'Whether it says that something is so, or that it is not (FactBank).'),
      origin: term('origin', Origin, 'Whether a person found it, or a machine proposed it and a person accepted it.'),
      madeBy: text('madeBy', 'The machine that proposed it.'),
      reviewedBy: text('reviewedBy', 'Who accepted what a machine proposed.'),
      relations: many(relations.statementRelationsFrom, 'How it stands to other statements.'),
      relatedBy: many(relations.statementRelationsTo, 'How other statements stand to it.'),
      notes: many(relations.statementNotes, 'What curators note about it.'),
      source: one('sourceId', entities.passage, 'The words that name its source.'),
      cue: one('cueId', entities.passage, 'The words that link source and content.'),
      content: one('contentId', entities.passage, 'What is said, where it stands.'),
      speaker: one('speakerId', entities.agent, 'Who said it; of a joint statement, who is named first.'),
      speakers: many(relations.statementAllSpeakers, 'Everybody who said it, also of a joint statement.'),
      addressee: one('addresseeId', entities.agent, 'To whom it was said.'),
      channel: one('channelId', entities.channel, 'Through which channel.'),
      reportedIn: one('reportedInId', entities.statement, 'The statement that it is reported inside of.'),
      document: one('documentId', entities.document, 'The document that it stands in.'),
      time: one('timeId', entities.timeExpression, 'When it was said.'),
      reports: many(relations.statementReports, 'The statements that it reports.'),
      figures: many(relations.statementFigures, 'The figures that it cites.'),
      figureMentions: many(relations.statementFigureMentions, 'The wordings of the figures that it cites.'),
      times: many(relations.statementTimeExpressions, 'The time expressions in its words.'),
      termUses: many(relations.statementTermUses, 'The terms that it uses.'),
      frameUses: many(relations.statementFrameUses, 'The frames that it uses.'),
      claims: many(relations.statementClaims, 'The claims that it takes a stance to.'),
      stances: many(relations.statementStances, 'Its stances.'),
    },
  ],
  [
    entities.claim,
    {
      slug,
      dataset: dataset(),
      text: text('text', 'The proposition.'),
      notes: many(relations.claimNotes, 'What curators note about it.'),
      statements: many(relations.claimStatements, 'The statements that take a stance to it.'),
      stances: many(relations.claimStances, 'The stances to it.'),
    },
  ],
  [
    entities.stance,
    {
      slug,
      said: {
        kind: 'said',
        of: 'part',
        description: 'When it was said: the time of its statement, else when the document was published.',
      },
      dataset: dataset(ofStatement),
      stance: term('stance', Stance, 'The stance.'),
      manner: term('manner', StanceManner, 'How the stance is held; null is not coded.'),
      wording: term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: term('basis', Basis, 'On what ground it is read so; null where nobody has said.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      notes: many(relations.stanceNotes, 'What curators note about it.'),
      statement: one('statementId', entities.statement, 'The statement that takes it.'),
      claim: one('claimId', entities.claim, 'The claim that it is taken to.'),
    },
  ],
  [
    entities.figure,
    {
      slug,
      dataset: dataset(ofDocument),
      label: text('label', 'What the figure is of.'),
      value: number('value', 'The number; null where the words name none.'),
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
      unit: text('unit', 'What is counted or measured.'),
      population: text('population', 'Of whom or what.'),
      timeRelation: term('timeRelation', FigureTime, 'Whether it is as of a moment or over a period.'),
      populationBasis: term('populationBasis', Basis, 'Whether the population is in the words of the document.'),
      timeBasis: term('timeBasis', Basis, 'Whether the document ties it to its time, or a curator does.'),
      condition: { kind: 'condition', description: 'What holds of everything that it counts, under one aspect.' },
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      notes: many(relations.figureNotes, 'What curators note about it.'),
      document: one('documentId', entities.document, 'The document that gives it.'),
      referent: one('referentId', entities.referent, 'The referent that it counts.'),
      time: one('timeId', entities.timeExpression, 'The moment or period that it is for.'),
      mentions: many(relations.figureMentionsOf, 'The wordings of it.'),
      statements: many(relations.figureStatements, 'The statements that cite it.'),
      speakers: many(relations.figureSpeakers, 'Those who cite it.'),
      relations: many(relations.figureRelationsFrom, 'How it derives from or stands to others.'),
      relatedBy: many(relations.figureRelationsTo, 'How others derive from or stand to it.'),
    },
  ],
  [
    entities.figureMention,
    {
      slug,
      said: {
        kind: 'said',
        of: 'part',
        description: 'When it was said: the time of its statement, else when the document was published.',
      },
      dataset: dataset(ofStatement),
      words: text('words', 'The words.'),
      verbatim: { ...text('words', 'The words.'), formerNameOf: 'words' },
      approximation: term('approximation', Approximation, 'How the words approximate.'),
      value: number('value', 'The number that the words name.'),
      lower: number('lower', 'The lower bound that the words commit to.'),
      upper: number('upper', 'The upper bound that the words commit to.'),
      quantifier: term('quantifier', Quantifier, 'What is named instead of a number: all, some, none, a record.'),
      unit: text('unit', 'What is counted, as its own words were read; null where the figure says so.'),
      counted: text('counted', 'Of whom or what, as its own words were read; null where the figure says so.'),
      wording: term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: term('basis', Basis, 'On what ground it is read so; null where nobody has said.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      notes: many(relations.figureMentionNotes, 'What curators note about it.'),
      figure: one('figureId', entities.figure, 'The figure.'),
      statement: one('statementId', entities.statement, 'The statement that cites it.'),
    },
  ],
  [
    entities.figureRelation,
    {
      slug,
      dataset: dataset({ key: 'subjectId', entity: entities.figure }, ofDocument),
      kind: term('kind', FigureRelationKind, 'The kind of relation.'),
      basis: term('basis', Basis, 'Whether the document states the relation or it was concluded.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      direction: term('direction', ChangeDirection, 'Which way a change went.'),
      notes: many(relations.figureRelationNotes, 'What curators note about it.'),
      subject: one('subjectId', entities.figure, 'The figure that the relation is of.'),
      object: one('objectId', entities.figure, 'The figure that it leads to.'),
    },
  ],
  [
    entities.referent,
    {
      slug,
      label: text('label', 'The label.'),
      notes: many(relations.referentNotes, 'What curators note about it.'),
      termUses: many(relations.referentTermUses, 'The words with which it is named.'),
      figures: many(relations.referentFigures, 'The figures that count it.'),
    },
  ],
  [
    entities.termUse,
    {
      slug,
      said: {
        kind: 'said',
        of: 'part',
        description: 'When it was said: the time of its statement, else when the document was published.',
      },
      dataset: dataset(ofStatement),
      words: text('words', 'The words.'),
      folded: code('folded', 'The words in lower case, as terms are counted.'),
      wording: term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: term('basis', Basis, 'On what ground it is read so; null where nobody has said.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      notes: many(relations.termUseNotes, 'What curators note about it.'),
      referent: one('referentId', entities.referent, 'What they name.'),
      statement: one('statementId', entities.statement, 'The statement that uses them.'),
    },
  ],
  [
    entities.frameUse,
    {
      slug,
      said: {
        kind: 'said',
        of: 'part',
        description: 'When it was said: the time of its statement, else when the document was published.',
      },
      dataset: dataset(ofStatement),
      function: term('function', FrameFunction, "Entman's function."),
      dimension: term('dimension', FrameDimension, 'The dimension of the Policy Frames Codebook.'),
      statement: one('statementId', entities.statement, 'The statement that frames.'),
      targetAgent: one('targetAgentId', entities.agent, 'The agent at whom it is directed.'),
      targetReferent: one('targetReferentId', entities.referent, 'The referent at which it is directed.'),
      valence: term('valence', FrameValence, 'Whether the target is blamed or credited; null if neither.'),
      effect: term('effect', FrameEffect, 'What becomes of those affected.'),
      affectedAgent: one('affectedAgentId', entities.agent, 'The agent that is harmed or served.'),
      affectedReferent: one('affectedReferentId', entities.referent, 'Who or what is harmed or served, if no agent.'),
      wording: term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: term('basis', Basis, 'On what ground it is read so; null where nobody has said.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      notes: many(relations.frameUseNotes, 'What curators note about it.'),
    },
  ],
  [
    entities.dataset,
    {
      slug,
      name: text('name', 'The name.'),
      licence: code('licence', 'The licence, as stated.'),
      format: code('format', 'The format by which it was read.'),
    },
  ],
  [
    entities.coder,
    {
      slug,
      dataset: dataset(),
      name: text('name', 'The name.'),
      statements: many(relations.coderStatements, 'What was coded.'),
    },
  ],
  [
    entities.mention,
    {
      slug,
      said: {
        kind: 'said',
        of: 'part',
        description: 'When it was said: the time of its statement, else when the document was published.',
      },
      dataset: dataset(),
      words: text('words', 'The words.'),
      role: term('role', MentionRole, 'What is named by them.'),
      link: term('link', MentionLink, 'By what it is linked to an agent.'),
      basis: term('basis', Basis, 'On what ground it is read so; null where nobody has said.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      agent: one('agentId', entities.agent, 'Whom they name.'),
      statement: one('statementId', entities.statement, 'The statement whose source they name.'),
    },
  ],
  [
    entities.review,
    {
      slug,
      dataset: dataset(),
      rating: text('rating', 'The rating, as given.'),
      author: one('authorId', entities.agent, 'Who published it.'),
      statement: one('statementId', entities.statement, 'The statement that it is about.'),
    },
  ],
  [
    entities.statementRelation,
    {
      slug,
      dataset: dataset({ key: 'subjectId', entity: entities.statement }),
      kind: term('kind', StatementRelationKind, 'The kind of relation.'),
      difference: text('difference', 'In what the two differ.'),
      basis: term('basis', Basis, 'Whether the document states the relation or a curator concluded it.'),
      rule: one('ruleId', entities.rule, 'The rule that read it, where its basis is AUTOMATIC.'),
      subject: one('subjectId', entities.statement, 'The statement that the relation is of.'),
      object: one('objectId', entities.statement, 'The statement that it leads to.'),
      notes: many(relations.statementRelationNotes, 'What curators note about it.'),
    },
  ],
  [
    entities.note,
    {
      slug,
      dataset: dataset(ofDocument),
      text: text('text', 'The note.'),
      document: one(
        'documentId',
        entities.document,
        'The document about which, or about an annotation of which, it is.',
      ),
    },
  ],
  [
    entities.rule,
    {
      slug,
      name: text('name', 'The name.'),
      version: text('version', 'The version.'),
    },
  ],
])

/** The filter fields of each entity. */
export const filterFields: ReadonlyMap<Entity, FilterFields> = new Map(
  [...ownFields].map(([entity, fields]) => [
    entity,
    { ...fields, ...walkFields.get(entity), ...importedField(imported.get(entity)) },
  ]),
)

function importedField(of: Imported | undefined): FilterFields {
  const description = 'On which day it came into the graph, or was last changed there (UTC).'
  return of === undefined ? {} : { importedAt: { kind: 'imported', of, description } }
}
