import type { Entity } from '../schema/entities.ts'
import * as entities from '../schema/entities.ts'
import type { Relation } from '../schema/relations.ts'
import * as relations from '../schema/relations.ts'
import type { FilterField, FilterFields } from './filterField.ts'

const many = (relation: Relation, description: string): FilterField => ({ kind: 'many', relation, description })
const passage = (column: string, description: string): FilterField => ({
  kind: 'one',
  column,
  target: entities.passage,
  description,
})
const standsIn = { passage: passage('passageId', 'The words on which it stands.') }

/** Filters for the walks that lead from a node to others and have none of their own in `filterFields`. */
export const walkFields: ReadonlyMap<Entity, FilterFields> = new Map<Entity, FilterFields>([
  [
    entities.agent,
    {
      reviews: many(relations.agentReviews, 'What it published about statements.'),
      spokenFor: many(relations.agentSpokenFor, 'What others said on its behalf.'),
      channelsAuthored: many(relations.agentChannels, 'The letters and other channels of its words.'),
      channelsReceived: many(relations.agentReceived, 'The letters and other channels that are addressed to it.'),
      jointStatements: many(relations.agentJointStatements, 'What it said together with others.'),
      frameUses: many(relations.agentFrameUses, 'The frames that it uses.'),
      paraphrasedFrameUses: many(
        relations.agentParaphrasedFrameUses,
        'The frames in its statements that are not known to be in its own words.',
      ),
      framesDirectedAt: many(relations.agentFramesAt, 'The frames directed at it.'),
      framesAffecting: many(relations.agentFramesAffecting, 'The frames in which it is harmed or served.'),
      representatives: many(relations.agentRepresentatives, 'The roles that others hold on its behalf.'),
      documents: many(relations.agentDocuments, 'What it published.'),
    },
  ],
  [entities.membership, standsIn],
  [
    entities.document,
    {
      times: many(relations.documentTimes, 'The time expressions in it.'),
      channels: many(relations.documentChannels, 'The channels that it mentions.'),
      memberships: many(relations.documentMemberships, 'The roles that it gives.'),
      notes: many(relations.documentNotes, 'Curators’ notes about it.'),
      passages: many(relations.documentPassages, 'The passages in it.'),
    },
  ],
  [
    entities.passage,
    {
      statements: many(relations.passageStatements, 'The statements of which it is source, cue or content.'),
      figureMentions: many(relations.passageFigureMentions, 'The figures that stand on it.'),
      figureRelations: many(relations.passageFigureRelations, 'The relations of figures that stand on it.'),
      termUses: many(relations.passageTermUses, 'The terms that stand on it.'),
      frameUses: many(relations.passageFrameUses, 'The frames that stand on it.'),
      stances: many(relations.passageStances, 'The stances that stand on it.'),
      times: many(relations.passageTimes, 'The time expressions that stand on it.'),
      memberships: many(relations.passageMemberships, 'The roles that stand on it.'),
      mentions: many(relations.passageMentions, 'The mentions that stand on it.'),
      evidenceFor: many(relations.passageEvidenceFor, 'The mentions that a rule linked by the full name in it.'),
      antecedentOf: many(relations.passageAntecedentOf, 'The mentions that refer back to it.'),
      channels: many(relations.passageChannels, 'The channels that stand on it.'),
    },
  ],
  [
    entities.timeExpression,
    { ...standsIn, channels: many(relations.timeChannels, 'The channels that are dated by it.') },
  ],
  [
    entities.channel,
    {
      ...standsIn,
      time: { kind: 'one', column: 'timeId', target: entities.timeExpression, description: 'When it was sent.' },
    },
  ],
  [
    entities.statement,
    {
      memberships: many(relations.statementMemberships, 'The roles that its words give.'),
      tellsOf: many(relations.statementChannels, 'The channels that it mentions.'),
      source: passage('sourceId', 'The words that name the source.'),
      cue: passage('cueId', 'The words that link source and content.'),
      content: passage('contentId', 'What is said, where it stands.'),
      passages: many(relations.statementPassages, 'Its source, cue and content passages.'),
    },
  ],
  [entities.stance, standsIn],
  [entities.figureMention, standsIn],
  [entities.figureRelation, standsIn],
  [
    entities.referent,
    {
      framesDirectedAt: many(relations.referentFramesAt, 'The frames directed at it.'),
      framesAffecting: many(relations.referentFramesAffecting, 'The frames in which it is harmed or served.'),
    },
  ],
  [entities.termUse, standsIn],
  [entities.frameUse, standsIn],
  [
    entities.dataset,
    {
      documents: many(relations.datasetDocuments, 'The documents in it.'),
      statements: many(relations.datasetStatements, 'The statements in it.'),
      agents: many(relations.datasetAgents, 'The people and organizations in it.'),
      memberships: many(relations.datasetMemberships, 'The roles in it.'),
      mentions: many(relations.datasetMentions, 'The mentions in it.'),
      reviews: many(relations.datasetReviews, 'The reviews in it.'),
      coders: many(relations.datasetCoders, 'The coders in it.'),
    },
  ],
  [
    entities.mention,
    {
      ...standsIn,
      evidence: passage('evidenceId', 'The words by which it was linked.'),
      antecedent: passage('antecedentId', 'The words that it refers back to.'),
    },
  ],
])
