import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableName, sql } from '../engine/drizzle.ts'
import { stances } from '../tables/claims.ts'
import { figureMentions } from '../tables/figures.ts'
import { statementSpeakers, statements, statementTimes } from '../tables/statements.ts'
import {
  agent,
  channel,
  claim,
  coder,
  document,
  type Entity,
  type EntityTable,
  figure,
  figureMention,
  figureRelation,
  frameUse,
  membership,
  mention,
  note,
  passage,
  type Reach,
  referent,
  review,
  stance,
  statement,
  statementRelation,
  termUse,
  timeExpression,
} from './entities.ts'

/**
 * A walk from one node to many: `where` says, in SQL, which rows of the target belong to a parent.
 *
 * `parent` is the SQL of the parent's row id and `row` the target's table under the name it has in that query.
 */
export interface Relation<T extends EntityTable = EntityTable, O extends string = string> {
  /** It says all that `where` depends on besides its arguments: queries are kept by it. */
  readonly name: string
  readonly target: Entity<T, O>
  /** How much is read for a page of it; all, if it is not said. */
  readonly reach?: Reach | undefined
  /** That no index finds rows by the parent: those that the filter leaves are looked through, and it may use its indexes. */
  readonly looksThrough?: true
  /** The table by which both are linked, if there is one: a walk through it is faster than a set made of it. */
  readonly link?: Link | undefined
  where(parent: SQL, row: T): SQL
  /** How the rows of many parents are found in one walk, where one for each parent would go through the same rows again. */
  readonly together?: Together<T> | undefined
  /** How many rows there are for a parent that says so itself, as it was made by counting them. */
  count?(parent: string | number): number
}

/**
 * One walk through the rows of all parents. `asked` has the parents: their `key`, and the items of each, an array, as `v0`, `v1`…
 * A row may come several times.
 */
export interface Together<T extends EntityTable = EntityTable> {
  readonly items: number
  /** What is joined to the row: `asked`, and what leads to it. */
  joins(row: T): SQL
  where(row: T): SQL
}

/** A table of links: the columns in which the parent's and the target's row ids stand. */
export interface Link {
  readonly table: SQLiteTable
  readonly parent: string
  readonly target: string
}

function relation<T extends EntityTable, O extends string>(
  name: string,
  target: Entity<T, O>,
  where: (parent: SQL, row: T) => SQL,
  reach: Reach = 'ALL',
): Relation<T, O> {
  return { name, target, where, reach }
}

/** The rows whose foreign key is the parent. An index holds the key and then the default order, unless it is said. */
function children<T extends EntityTable, O extends string>(
  name: string,
  target: Entity<T, O>,
  key: (row: T) => SQLiteColumn,
  reach: Reach = 'PAGE',
): Relation<T, O> {
  return relation(name, target, (parent, row) => sql`${key(row)} = ${parent}`, reach)
}

/** The rows that are linked with the parent, each once. */
function linked<T extends EntityTable, O extends string>(
  name: string,
  target: Entity<T, O>,
  link: Link,
  reach: Reach = 'ALL',
): Relation<T, O> {
  const [from, to] = [sql.identifier(link.parent), sql.identifier(link.target)]
  const where = (parent: SQL, row: T) =>
    sql`${row.id} in (select l.${to} from ${link.table} l where l.${from} = ${parent})`
  return { ...relation(name, target, where, reach), link }
}

// From an agent
export const agentStatements = children('agentStatements', statement, row => row.speakerId)
/** Those that it makes together with others, also where it is not named first. */
export const agentJointStatements = linked('agentJointStatements', statement, {
  table: statementSpeakers,
  parent: 'agentId',
  target: 'statementId',
})
export const agentAddressed = children('agentAddressed', statement, row => row.addresseeId)
export const agentMemberships = children('agentMemberships', membership, row => row.memberId)
export const agentMembers = children('agentMembers', membership, row => row.organizationId)
export const agentRepresentatives = children('agentRepresentatives', membership, row => row.onBehalfOfId)
export const agentChannels = children('agentChannels', channel, row => row.authorId)
export const agentReceived = children('agentReceived', channel, row => row.addresseeId)
export const agentDocuments = children('agentDocuments', document, row => row.publisherId, 'ALL')
export const agentFramesAt = children('agentFramesAt', frameUse, row => row.targetAgentId)
export const agentFramesAffecting = children('agentFramesAffecting', frameUse, row => row.affectedAgentId)

const bySpeaker = (parent: SQL, statementId: SQLiteColumn) =>
  sql`${statementId} in (select s.id from ${statements} s where s.speakerId = ${parent})`
/** What quotes the agent's own words; and what does not, or may not. */
const inOwnWords = (wording: SQLiteColumn) => sql`${wording} = 'SPEAKER'`
const inOtherWords = (wording: SQLiteColumn) => sql`${wording} is not 'SPEAKER'`
export const agentFigureMentions = relation(
  'agentFigureMentions',
  figureMention,
  (parent, row) => sql`${bySpeaker(parent, row.statementId)} and ${inOwnWords(row.wording)}`,
)
export const agentParaphrasedFigureMentions = relation(
  'agentParaphrasedFigureMentions',
  figureMention,
  (parent, row) => sql`${bySpeaker(parent, row.statementId)} and ${inOtherWords(row.wording)}`,
)
export const agentTermUses = relation(
  'agentTermUses',
  termUse,
  (parent, row) => sql`${bySpeaker(parent, row.statementId)} and ${inOwnWords(row.wording)}`,
)
export const agentParaphrasedTermUses = relation(
  'agentParaphrasedTermUses',
  termUse,
  (parent, row) => sql`${bySpeaker(parent, row.statementId)} and ${inOtherWords(row.wording)}`,
)
export const agentFrameUses = relation(
  'agentFrameUses',
  frameUse,
  (parent, row) => sql`${bySpeaker(parent, row.statementId)} and ${inOwnWords(row.wording)}`,
)
export const agentParaphrasedFrameUses = relation(
  'agentParaphrasedFrameUses',
  frameUse,
  (parent, row) => sql`${bySpeaker(parent, row.statementId)} and ${inOtherWords(row.wording)}`,
)
export const agentStances = relation('agentStances', stance, (parent, row) => bySpeaker(parent, row.statementId))

export const agentMentions = children('agentMentions', mention, row => row.agentId)
export const agentReviews = children('agentReviews', review, row => row.authorId)
export const agentSpokenFor = children('agentSpokenFor', statement, row => row.onBehalfOfId)

// From a dataset
export const datasetDocuments = children('datasetDocuments', document, row => row.datasetId, 'ALL')
export const datasetStatements = children('datasetStatements', statement, row => row.datasetId)
export const datasetAgents = children('datasetAgents', agent, row => row.datasetId, 'ALL')
export const datasetMemberships = children('datasetMemberships', membership, row => row.datasetId)
export const datasetMentions = children('datasetMentions', mention, row => row.datasetId, 'ALL')
export const datasetReviews = children('datasetReviews', review, row => row.datasetId)
export const datasetCoders = children('datasetCoders', coder, row => row.datasetId, 'ALL')

// From a coder
export const coderStatements = children('coderStatements', statement, row => row.coderId)

// From a document
export const documentStatements = children('documentStatements', statement, row => row.documentId)
export const documentPassages = children('documentPassages', passage, row => row.documentId)
export const documentFigures = children('documentFigures', figure, row => row.documentId)
export const documentTimes = children('documentTimes', timeExpression, row => row.documentId)
export const documentChannels = children('documentChannels', channel, row => row.documentId)
export const documentMemberships = children('documentMemberships', membership, row => row.documentId)
export const documentRepeats = children('documentRepeats', document, row => row.repeatOfId, 'ALL')
export const documentNotes = children('documentNotes', note, row => row.documentId)

// From a passage: every annotation that it supports
export const passageStatements = relation(
  'passageStatements',
  statement,
  (parent, row) => sql`(${row.contentId} = ${parent} or ${row.sourceId} = ${parent} or ${row.cueId} = ${parent})`,
)
export const passageFigureMentions = children('passageFigureMentions', figureMention, row => row.passageId)
export const passageFigureRelations = children('passageFigureRelations', figureRelation, row => row.passageId)
export const passageTermUses = children('passageTermUses', termUse, row => row.passageId)
export const passageFrameUses = children('passageFrameUses', frameUse, row => row.passageId)
export const passageStances = children('passageStances', stance, row => row.passageId)
export const passageTimes = children('passageTimes', timeExpression, row => row.passageId)
export const passageMemberships = children('passageMemberships', membership, row => row.passageId)
export const passageMentions = children('passageMentions', mention, row => row.passageId)
export const passageEvidenceFor = children('passageEvidenceFor', mention, row => row.evidenceId)
export const passageAntecedentOf = children('passageAntecedentOf', mention, row => row.antecedentId)
export const passageChannels = children('passageChannels', channel, row => row.passageId)

// From a time expression
export const timeStatements = children('timeStatements', statement, row => row.timeId)
export const timeMentionedIn = linked('timeMentionedIn', statement, {
  table: statementTimes,
  parent: 'timeId',
  target: 'statementId',
})
export const timeFigures = children('timeFigures', figure, row => row.timeId)
export const timeChannels = children('timeChannels', channel, row => row.timeId)

// From a channel
export const channelStatements = relation(
  'channelStatements',
  statement,
  (parent, row) => sql`${row.channelId} = ${parent} and ${row.reportedInId} is null`,
)
export const channelAllStatements = children('channelAllStatements', statement, row => row.channelId)

// From a statement
export const statementAllSpeakers = relation(
  'statementAllSpeakers',
  agent,
  (parent, row) =>
    sql`${row.id} in (select s.speakerId from ${statements} s where s.id = ${parent}
      union all select j.agentId from ${statementSpeakers} j where j.statementId = ${parent})`,
  'FEW',
)
export const statementReports = children('statementReports', statement, row => row.reportedInId)
export const statementPassages = relation(
  'statementPassages',
  passage,
  (parent, row) =>
    sql`${row.id} in (select v.value from ${statements} s, json_each(json_array(s.sourceId, s.cueId, s.contentId)) v where s.id = ${parent})`,
  'FEW',
)
export const statementFigureMentions = children('statementFigureMentions', figureMention, row => row.statementId)
export const statementFigures = linked(
  'statementFigures',
  figure,
  { table: figureMentions, parent: 'statementId', target: 'figureId' },
  'FEW',
)
export const statementTimeExpressions = linked(
  'statementTimes',
  timeExpression,
  { table: statementTimes, parent: 'statementId', target: 'timeId' },
  'FEW',
)
export const statementTermUses = children('statementTermUses', termUse, row => row.statementId)
export const statementFrameUses = children('statementFrameUses', frameUse, row => row.statementId)
export const statementStances = children('statementStances', stance, row => row.statementId, 'FEW')
export const statementClaims = linked(
  'statementClaims',
  claim,
  { table: stances, parent: 'statementId', target: 'claimId' },
  'FEW',
)

export const statementRelationsFrom = children('statementRelations', statementRelation, row => row.subjectId)
export const statementRelationsTo = children('statementRelatedBy', statementRelation, row => row.objectId)
export const statementMemberships = children('statementMemberships', membership, row => row.statementId)
export const statementChannels = children('statementChannels', channel, row => row.statementId)
export const statementMentions = children('statementMentions', mention, row => row.statementId)
export const statementReviews = children('statementReviews', review, row => row.statementId)

// From a claim
export const claimStances = children('claimStances', stance, row => row.claimId)
export const claimStatements = linked('claimStatements', statement, {
  table: stances,
  parent: 'claimId',
  target: 'statementId',
})

// From a figure
export const figureMentionsOf = children('figureMentions', figureMention, row => row.figureId)
export const figureStatements = linked('figureStatements', statement, {
  table: figureMentions,
  parent: 'figureId',
  target: 'statementId',
})
export const figureSpeakers = relation(
  'figureSpeakers',
  agent,
  (parent, row) =>
    sql`${row.id} in (select s.speakerId from ${figureMentions} m join ${statements} s on s.id = m.statementId where m.figureId = ${parent})`,
)
export const figureRelationsFrom = children('figureRelations', figureRelation, row => row.subjectId)
export const figureRelationsTo = children('figureRelatedBy', figureRelation, row => row.objectId)

// From a referent
export const referentTermUses = children('referentTermUses', termUse, row => row.referentId)
export const referentFigures = children('referentFigures', figure, row => row.referentId)
export const referentFramesAt = children('referentFramesAt', frameUse, row => row.targetReferentId)
export const referentFramesAffecting = children('referentFramesAffecting', frameUse, row => row.affectedReferentId)

/** What curators note about rows of an entity. */
function notesAbout({ table }: Entity): Relation<typeof note.table, 'IMPORTED'> {
  const name = getTableName(table)
  return relation(
    `notesAbout ${name}`,
    note,
    (parent, row) => sql`${row.aboutTable} = ${sql.raw(`'${name}'`)} and ${row.aboutId} = ${parent}`,
    'PAGE',
  )
}
export const agentNotes = notesAbout(agent)
export const membershipNotes = notesAbout(membership)
export const timeExpressionNotes = notesAbout(timeExpression)
export const channelNotes = notesAbout(channel)
export const statementNotes = notesAbout(statement)
export const claimNotes = notesAbout(claim)
export const stanceNotes = notesAbout(stance)
export const figureNotes = notesAbout(figure)
export const figureMentionNotes = notesAbout(figureMention)
export const figureRelationNotes = notesAbout(figureRelation)
export const referentNotes = notesAbout(referent)
export const termUseNotes = notesAbout(termUse)
export const frameUseNotes = notesAbout(frameUse)
export const statementRelationNotes = notesAbout(statementRelation)
