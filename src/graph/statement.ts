import { saidOf } from '../analysis/said.ts'
import { speakerRoles } from '../analysis/speakerRoles.ts'
import { flagOf } from '../store/json/computations.ts'
import {
  agent,
  channel,
  coder,
  dataset,
  document,
  passage,
  rule,
  statement,
  timeExpression,
} from '../store/schema/entities.ts'
import { concluded } from '../store/schema/flags.ts'
import * as relations from '../store/schema/relations.ts'
import { labels } from '../store/tables/labels.ts'
import type { statements } from '../store/tables/statements.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import {
  AttributionEnum,
  BasisEnum,
  OriginEnum,
  PolarityEnum,
  QuotationEnum,
  RepeatEnum,
  SpeechActEnum,
  StatementCertaintyEnum,
  VoiceEnum,
} from './enums.ts'
import type { EveryColumn } from './everyColumn.ts'
import { LabelType } from './label.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { OwnWordsType } from './ownWords.ts'
import { Computed, RolesOfSpeaker } from './reads.ts'
import { SaidType } from './said.ts'
import { SpeakerRoleType } from './speakerRole.ts'
import {
  AgentType,
  agentList,
  ChannelType,
  CoderType,
  channelList,
  claimList,
  DatasetType,
  DocumentType,
  figureList,
  figureMentionList,
  frameUseList,
  membershipList,
  mentionList,
  noteList,
  PassageType,
  passageList,
  RuleType,
  reviewList,
  StatementType,
  stanceList,
  statementList,
  statementRelationList,
  TimeExpressionType,
  termUseList,
  timeExpressionList,
} from './types.ts'
import { values } from './values.ts'

builder.node(StatementType, {
  description:
    'Something said: a source, a cue and a content (an attribution, in PARC 3 and PolNeAR). What the document says in ' +
    'its own voice is a statement without a speaker.',
  ...nodeOf(statement),
  fields: t =>
    ({
      slug: t.exposeString('slug', { description: 'The stable name.' }),
      text: t.exposeString('text', { description: 'The exact words of the content.' }),
      voice: t.expose('voice', { type: VoiceEnum, description: 'Whose voice it is in.' }),
      quotation: t.expose('quotation', {
        type: QuotationEnum,
        nullable: true,
        description: 'How it is quoted; a nested statement, within the statement that reports it. Null if not known.',
      }),
      repeat: t.expose('repeat', {
        type: RepeatEnum,
        nullable: true,
        description: 'Why analyses leave it out unless repeats are included; null if it counts.',
      }),
      speechAct: t.expose('speechAct', {
        type: SpeechActEnum,
        nullable: true,
        description: 'Its speech act; null if nobody has coded it.',
      }),
      basis: t.expose('basis', {
        type: BasisEnum,
        description:
          'Whether the document states who speaks, to whom and how, or a curator concluded it. Terms, frames, stances, figures, times ' +
          'and relations have a basis of their own: `concluded` looks at them too.',
      }),
      concluded: t.boolean({
        description:
          'Whether anything about it, or in its words, is not stated but was concluded by a curator or read by a rule: who speaks, to ' +
          'whom, through what and when; its stances, terms, frames, mentions and relations; the roles and channels that it tells of; ' +
          'and its numbers with what they count.',
        extensions: { reads: new Computed(flagOf(concluded)) },
        resolve: ({ id }, _, { read }) => read.isConcluded(id),
      }),
      reason: t.exposeString('reason', {
        nullable: true,
        description:
          'Why it was concluded, each reason after the part that it is for (“Speaker: …”); null if it is stated.',
      }),
      speakerBasis: t.expose('speakerBasis', {
        type: BasisEnum,
        description: 'Whether the document states whose voice it is, or a curator concluded it.',
      }),
      speakerReason: t.exposeString('speakerReason', {
        nullable: true,
        description: 'Why this voice was concluded; null if it was not.',
      }),
      addresseeBasis: t.expose('addresseeBasis', {
        type: BasisEnum,
        nullable: true,
        description: 'Whether the document states to whom it was said; null without an addressee.',
      }),
      addresseeReason: t.exposeString('addresseeReason', {
        nullable: true,
        description: 'Why these addressees were concluded; null if they were not.',
      }),
      channelBasis: t.expose('channelBasis', {
        type: BasisEnum,
        nullable: true,
        description: 'Whether the document states through which channel it came; null without one.',
      }),
      channelReason: t.exposeString('channelReason', {
        nullable: true,
        description: 'Why this channel was concluded; null if it was not.',
      }),
      rule: t.field(
        optionalRow(
          RuleType,
          rule,
          'ruleId',
          'The rule that read its AUTOMATIC parts; null unless its basis is AUTOMATIC.',
        ),
      ),
      attribution: t.expose('attribution', {
        type: AttributionEnum,
        nullable: true,
        description: 'What kind of attribution it is: said, believed, known, ordered; null if not coded.',
      }),
      certainty: t.expose('certainty', {
        type: StatementCertaintyEnum,
        nullable: true,
        description: 'How certain it is presented as; null if not coded.',
      }),
      polarity: t.expose('polarity', {
        type: PolarityEnum,
        nullable: true,
        description: 'Whether it affirms or denies something; null if not coded.',
      }),
      origin: t.expose('origin', {
        type: OriginEnum,
        nullable: true,
        description:
          'Whether a person found it, or a machine proposed it in a draft and a person accepted it; null: unknown.',
      }),
      madeBy: t.exposeString('madeBy', {
        nullable: true,
        description:
          'The machine that proposed it: rules with their version, or a model by its digest; null if none did.',
      }),
      reviewedBy: t.exposeString('reviewedBy', {
        nullable: true,
        description: 'Who accepted the proposal, as it was or changed; null if no machine proposed it.',
      }),
      ownWords: t.field({
        type: [OwnWordsType],
        description:
          "The ranges in the speaker's own words: what stands inside the quotation marks (all of a DIRECT one), and " +
          'which of it may be scare quotes.',
        resolve: async ({ id, documentId }, _, { read }) => (await read.wordsOf(documentId))?.ownWords(id) ?? [],
      }),
      turn: t.exposeInt('turn', {
        nullable: true,
        description: 'Its place among the turns of a debate, from 1; null if the corpus does not count them.',
      }),
      relations: t.field(
        walk(statementRelationList, relations.statementRelationsFrom, 'How it relates to other statements.'),
      ),
      relatedBy: t.field(
        walk(statementRelationList, relations.statementRelationsTo, 'How other statements relate to it.'),
      ),
      memberships: t.field(walk(membershipList, relations.statementMemberships, 'The roles that its words give.')),
      tellsOf: t.field(
        walk(channelList, relations.statementChannels, 'The letters and other channels that it mentions.'),
      ),
      notes: t.field(walk(noteList, relations.statementNotes, 'Curators’ notes about it.')),
      speaker: t.field(
        optionalRow(
          AgentType,
          agent,
          'speakerId',
          'Who said it; null in the voice of the document, of a text or of someone unidentified.',
        ),
      ),
      speakers: t.field(
        walk(
          agentList,
          relations.statementAllSpeakers,
          'Everyone who said it: for a joint statement, all who made it.',
        ),
      ),
      speakerRoles: t.field({
        type: [SpeakerRoleType],
        description:
          'The roles of the speaker at the time of the statement: those that its document gives, and those that other ' +
          'sources date to that time. Roles that no evidence ties to that time are left out.',
        extensions: { reads: new RolesOfSpeaker() },
        resolve: (row, _, { read }) => speakerRoles(read, row),
      }),
      addressee: t.field(
        optionalRow(AgentType, agent, 'addresseeId', 'To whom it was said; null if the document does not say.'),
      ),
      channel: t.field(
        optionalRow(
          ChannelType,
          channel,
          'channelId',
          'Through which letter, press statement or other channel; null if the document does not say.',
        ),
      ),
      time: t.field(
        optionalRow(
          TimeExpressionType,
          timeExpression,
          'timeId',
          'When it was said; null if the document does not say.',
        ),
      ),
      said: t.field({
        type: SaidType,
        description: 'When it was said: its own time, else when its document was published.',
        resolve: (row, _, { read }) => saidOf(row, read),
      }),
      document: t.field(requiredRow(DocumentType, document, 'documentId', 'The document that it stands in.')),
      source: t.field(
        optionalRow(PassageType, passage, 'sourceId', 'The words that name the source; null if there are none.'),
      ),
      cue: t.field(
        optionalRow(
          PassageType,
          passage,
          'cueId',
          'The words that link source and content, such as "said" or "according to"; null if there are none.',
        ),
      ),
      content: t.field(requiredRow(PassageType, passage, 'contentId', 'What is said, where it stands.')),
      passages: t.field(walk(passageList, relations.statementPassages, 'Its source, cue and content passages.')),
      reportedIn: t.field(
        optionalRow(
          StatementType,
          statement,
          'reportedInId',
          'The statement that it is reported inside of (nested attribution); null if it is in none.',
        ),
      ),
      reports: t.field(walk(statementList, relations.statementReports, 'The statements of others that it reports.')),
      figures: t.field(walk(figureList, relations.statementFigures, 'The figures that it cites.')),
      figureMentions: t.field(
        walk(figureMentionList, relations.statementFigureMentions, 'The figures that it cites, in its own words.'),
      ),
      times: t.field(
        walk(timeExpressionList, relations.statementTimeExpressions, 'The time expressions in its words.'),
      ),
      termUses: t.field(
        walk(termUseList, relations.statementTermUses, 'What it calls the things that it speaks about.'),
      ),
      frameUses: t.field(walk(frameUseList, relations.statementFrameUses, 'How it frames its subject.')),
      onBehalfOf: t.field(
        optionalRow(
          AgentType,
          agent,
          'onBehalfOfId',
          'The organization that the speaker speaks for, if a coder has said so (Popolo on_behalf_of).',
        ),
      ),
      mentions: t.field(
        walk(mentionList, relations.statementMentions, 'The words by which its corpus names the source.'),
      ),
      reviews: t.field(
        walk(reviewList, relations.statementReviews, 'What others published about it, such as a rating.'),
      ),
      coder: t.field(
        optionalRow(
          CoderType,
          coder,
          'coderId',
          'Who coded it: one reading of the document among others. Null if not known.',
        ),
      ),
      dataset: t.field(
        optionalRow(
          DatasetType,
          dataset,
          'datasetId',
          'The dataset that it comes from; null if it stands in a dossier.',
        ),
      ),
      labels: t.field(
        values([LabelType], labels, labels.statementId, labels.id, 'Extra fields from its corpus, as given.'),
      ),
      claims: t.field(walk(claimList, relations.statementClaims, 'The claims that it takes a stance on.')),
      stances: t.field(walk(stanceList, relations.statementStances, 'Its stances on claims.')),
    }) satisfies EveryColumn<typeof statements.$inferSelect, 'id' | 'start' | 'cueWords'>,
})

builder.queryFields(t => ({
  statements: t.field(list(statementList, 'Statements of every voice.')),
}))
