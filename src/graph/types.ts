import {
  agent,
  channel,
  claim,
  coder,
  dataset,
  document,
  figure,
  figureMention,
  figureRelation,
  frameUse,
  membership,
  mention,
  note,
  passage,
  type RowOf,
  referent,
  review,
  type rule,
  stance,
  statement,
  statementRelation,
  termUse,
  timeExpression,
} from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { listable } from './connection.ts'

// The graph's types are declared here by name, and given their fields in a file each: so they can refer to each other.

export const AgentType = builder.interfaceRef<RowOf<typeof agent>>('Agent')
export const PersonType = builder.objectRef<RowOf<typeof agent>>('Person')
export const OrganizationType = builder.objectRef<RowOf<typeof agent>>('Organization')
export const UnclassifiedAgentType = builder.objectRef<RowOf<typeof agent>>('UnclassifiedAgent')
export const MembershipType = builder.objectRef<RowOf<typeof membership>>('Membership')
export const DocumentType = builder.objectRef<RowOf<typeof document>>('Document')
export const PassageType = builder.objectRef<RowOf<typeof passage>>('Passage')
export const TimeExpressionType = builder.objectRef<RowOf<typeof timeExpression>>('TimeExpression')
export const ChannelType = builder.objectRef<RowOf<typeof channel>>('Channel')
export const StatementType = builder.objectRef<RowOf<typeof statement>>('Statement')
export const ClaimType = builder.objectRef<RowOf<typeof claim>>('Claim')
export const StanceType = builder.objectRef<RowOf<typeof stance>>('Stance')
export const FigureType = builder.objectRef<RowOf<typeof figure>>('Figure')
export const FigureMentionType = builder.objectRef<RowOf<typeof figureMention>>('FigureMention')
export const FigureRelationType = builder.objectRef<RowOf<typeof figureRelation>>('FigureRelation')
export const ReferentType = builder.objectRef<RowOf<typeof referent>>('Referent')
export const TermUseType = builder.objectRef<RowOf<typeof termUse>>('TermUse')
export const FrameUseType = builder.objectRef<RowOf<typeof frameUse>>('FrameUse')
export const DatasetType = builder.objectRef<RowOf<typeof dataset>>('Dataset')
export const CoderType = builder.objectRef<RowOf<typeof coder>>('Coder')
export const MentionType = builder.objectRef<RowOf<typeof mention>>('Mention')
export const ReviewType = builder.objectRef<RowOf<typeof review>>('Review')
export const StatementRelationType = builder.objectRef<RowOf<typeof statementRelation>>('StatementRelation')
export const NoteType = builder.objectRef<RowOf<typeof note>>('Note')
export const RuleType = builder.objectRef<RowOf<typeof rule>>('Rule')

export const agentList = listable('Agent', agent, AgentType)
export const personList = listable('Person', agent, PersonType, agentList)
export const organizationList = listable('Organization', agent, OrganizationType, agentList)
export const membershipList = listable('Membership', membership, MembershipType)
export const documentList = listable('Document', document, DocumentType)
export const passageList = listable('Passage', passage, PassageType)
export const timeExpressionList = listable('TimeExpression', timeExpression, TimeExpressionType)
export const channelList = listable('Channel', channel, ChannelType)
export const statementList = listable('Statement', statement, StatementType)
export const claimList = listable('Claim', claim, ClaimType)
export const stanceList = listable('Stance', stance, StanceType)
export const figureList = listable('Figure', figure, FigureType)
export const figureMentionList = listable('FigureMention', figureMention, FigureMentionType)
export const figureRelationList = listable('FigureRelation', figureRelation, FigureRelationType)
export const referentList = listable('Referent', referent, ReferentType)
export const termUseList = listable('TermUse', termUse, TermUseType)
export const frameUseList = listable('FrameUse', frameUse, FrameUseType)
export const datasetList = listable('Dataset', dataset, DatasetType)
export const coderList = listable('Coder', coder, CoderType)
export const mentionList = listable('Mention', mention, MentionType)
export const reviewList = listable('Review', review, ReviewType)
export const statementRelationList = listable('StatementRelation', statementRelation, StatementRelationType)
export const noteList = listable('Note', note, NoteType)
