import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import * as entities from './entities.ts'

/** When something came into the graph, in SQL: of which columns of a row of its table. */
export interface Imported {
  readonly columns: readonly string[]
  /** ISO 8601, UTC; null where nothing was recorded. */
  readonly at: (cell: (column: string) => SQL) => SQL
}

/** When what has that slug came, or was last changed. */
function recorded(slug: SQL, typename: SQL): SQL {
  return sql`(select r.committedAt from states s join revisions r on r.id = s.revisionId
    where s.slug = ${slug} and s.typename = ${typename})`
}

/** When the document came in which it stands. */
function ofDocument(documentId: SQL): SQL {
  const slug = sql`(select d.slug from documents d where d.id = ${documentId})`
  return recorded(slug, sql`'Document'`)
}

const inDocument: Imported = { columns: ['documentId'], at: cell => ofDocument(cell('documentId')) }

/** What stands in the document to which a row of another table leads. */
function through(column: string, table: string): Imported {
  return {
    columns: [column],
    at: cell =>
      ofDocument(sql`(select above.documentId from ${sql.identifier(table)} above where above.id = ${cell(column)})`),
  }
}

function ofDataset(datasetId: SQL): SQL {
  return sql`(select b.importedAt from datasets b where b.id = ${datasetId})`
}

const inStatement = through('statementId', 'statements')

/** The document of the first term for a referent, else of the first figure that counts it, else of the first frame about it. */
function firstOfReferent(referent: SQL): SQL {
  const inStatementOf = (table: string, column: string) => sql`(select above.documentId
    from ${sql.identifier(table)} first join statements above on above.id = first.statementId
    where first.${sql.identifier(column)} = ${referent} order by first.id limit 1)`
  return sql`coalesce(
    ${inStatementOf('termUses', 'referentId')},
    (select first.documentId from figures first where first.referentId = ${referent} order by first.id limit 1),
    ${inStatementOf('frameUses', 'targetReferentId')},
    ${inStatementOf('frameUses', 'affectedReferentId')})`
}

const agentTypename = (kind: SQL) =>
  sql`case ${kind} when 'PERSON' then 'Person' when 'ORGANIZATION' then 'Organization' else 'UnclassifiedAgent' end`

/**
 * When what a row stands for came into the graph, or was last changed: documents, agents and claims as the changes record it;
 * what stands in a document, with it; a referent with the first that names, counts or frames it; a coder and what a register says with the dataset.
 */
export const imported: ReadonlyMap<entities.Entity, Imported> = new Map<entities.Entity, Imported>([
  [entities.document, { columns: ['slug'], at: cell => recorded(cell('slug'), sql`'Document'`) }],
  [entities.claim, { columns: ['slug'], at: cell => recorded(cell('slug'), sql`'Claim'`) }],
  [entities.agent, { columns: ['slug', 'kind'], at: cell => recorded(cell('slug'), agentTypename(cell('kind'))) }],
  [entities.dataset, { columns: ['importedAt'], at: cell => cell('importedAt') }],
  [entities.coder, { columns: ['datasetId'], at: cell => ofDataset(cell('datasetId')) }],
  [
    entities.membership,
    {
      columns: ['documentId', 'datasetId'],
      at: cell => sql`coalesce(${ofDocument(cell('documentId'))}, ${ofDataset(cell('datasetId'))})`,
    },
  ],
  [entities.referent, { columns: ['id'], at: cell => ofDocument(firstOfReferent(cell('id'))) }],
  [entities.passage, inDocument],
  [entities.timeExpression, inDocument],
  [entities.channel, inDocument],
  [entities.statement, inDocument],
  [entities.figure, inDocument],
  [entities.note, inDocument],
  [entities.stance, inStatement],
  [entities.figureMention, inStatement],
  [entities.termUse, inStatement],
  [entities.frameUse, inStatement],
  [entities.mention, inStatement],
  [entities.review, inStatement],
  [entities.figureRelation, through('subjectId', 'figures')],
  [entities.statementRelation, through('subjectId', 'statements')],
])
