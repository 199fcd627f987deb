import type { InterchangeRecord } from '../../../model/interchange.ts'
import type { AgentRecord, MembershipRecord } from '../../../model/records/agent.ts'
import type { CoderRecord, DatasetRecord, RuleRecord } from '../../../model/records/dataset.ts'
import type { ClaimRecord, ReferentRecord } from '../../../model/records/statement.ts'
import { type AllFields, orNone } from '../../../model/records/whole.ts'
import type { Database } from '../../engine/database.ts'
import { agentNames, agents, identifiers } from '../../tables/agents.ts'
import { claims } from '../../tables/claims.ts'
import { coders } from '../../tables/coders.ts'
import { datasets } from '../../tables/datasets.ts'
import { labels } from '../../tables/labels.ts'
import { memberships } from '../../tables/memberships.ts'
import { referents } from '../../tables/referents.ts'
import { rules } from '../../tables/rules.ts'
import type { Leaving } from './leaving.ts'
import { datasetIn, type RecordFile } from './recordFile.ts'
import { eachSlugRow, type SlugRow, slugRows, spanOrNone, statedGroundOf } from './slugRows.ts'
import { labelsOf } from './statementRecords.ts'

/** Reads what documents share back as records, before the documents: datasets, rules, coders, agents, claims, referents, roles. */
export function* sharedRecords(database: Database, leaving: Leaving, file: RecordFile): Generator<InterchangeRecord> {
  for (const row of eachSlugRow(database, datasets, leaving.condition(datasets))) yield datasetOf(row, file)
  for (const row of eachSlugRow(database, rules, leaving.condition(rules))) yield ruleOf(row)
  for (const row of eachSlugRow(database, coders, leaving.condition(coders))) yield coderOf(row, file)
  yield* agentRecords(database, leaving, file)
  for (const row of eachSlugRow(database, claims, leaving.condition(claims))) yield claimOf(row, file)
  for (const row of eachSlugRow(database, referents, leaving.condition(referents))) yield referentOf(row)
  const labelRows = slugRows(database, labels, 't.membershipId = (select m.id from memberships m where m.slug = ?)')
  const known = `t.documentId is null and t.statementId is null and ${leaving.condition(memberships)}`
  for (const row of eachSlugRow(database, memberships, known)) {
    yield membershipOf(row, labelsOf(labelRows(row.slug)), file)
  }
}

function* agentRecords(database: Database, leaving: Leaving, file: RecordFile): Generator<AgentRecord> {
  const isOf = 't.agentId = (select a.id from agents a where a.slug = ?)'
  const names = slugRows(database, agentNames, isOf)
  const known = slugRows(database, identifiers, isOf)
  const labelRows = slugRows(database, labels, isOf)
  for (const row of eachSlugRow(database, agents, leaving.condition(agents))) {
    const record: AllFields<AgentRecord> & AgentRecord = {
      type: 'agent',
      slug: row.slug,
      kind: row.kind,
      organizationKind: row.organizationKind ?? undefined,
      name: row.name,
      otherNames: orNone(names(row.slug).map(({ name }) => name)),
      identifiers: orNone(known(row.slug).map(({ scheme, value }) => ({ scheme, value }))),
      rule: row.ruleId ?? undefined,
      dataset: datasetIn(file, row.datasetId),
      labels: labelsOf(labelRows(row.slug)),
    }
    yield record
  }
}

export function membershipOf(
  row: SlugRow<typeof memberships>,
  labels: MembershipRecord['labels'],
  file: RecordFile,
): AllFields<MembershipRecord> & MembershipRecord {
  const span = spanOrNone(row.passageId)
  return {
    type: 'membership',
    slug: row.slug,
    member: row.memberId,
    role: row.role,
    organization: row.organizationId ?? undefined,
    onBehalfOf: row.onBehalfOfId ?? undefined,
    area: row.area ?? undefined,
    startDate: row.startDate ?? undefined,
    endDate: row.endDate ?? undefined,
    bounds: row.bounds ?? undefined,
    document: span === undefined ? undefined : (row.documentId ?? undefined),
    span,
    statement: row.statementId ?? undefined,
    ...statedGroundOf(row),
    dataset: datasetIn(file, row.datasetId),
    labels,
  }
}

function datasetOf(row: SlugRow<typeof datasets>, { own }: RecordFile): AllFields<DatasetRecord> & DatasetRecord {
  return {
    type: 'dataset',
    slug: row.slug,
    interchange: row.slug === own ? 2 : undefined,
    name: row.name,
    licence: row.licence ?? undefined,
    version: row.version ?? undefined,
    url: row.url ?? undefined,
    language: row.language ?? undefined,
  }
}

function ruleOf({ slug, name, version, meaning }: SlugRow<typeof rules>): AllFields<RuleRecord> & RuleRecord {
  return { type: 'rule', slug, name, version, meaning }
}

function coderOf(
  { slug, name, datasetId }: SlugRow<typeof coders>,
  file: RecordFile,
): AllFields<CoderRecord> & CoderRecord {
  return { type: 'coder', slug, name, dataset: datasetIn(file, datasetId) }
}

function claimOf(
  { slug, text, datasetId }: SlugRow<typeof claims>,
  file: RecordFile,
): AllFields<ClaimRecord> & ClaimRecord {
  return { type: 'claim', slug, text, dataset: datasetIn(file, datasetId) }
}

function referentOf({ slug, label }: SlugRow<typeof referents>): AllFields<ReferentRecord> & ReferentRecord {
  return { type: 'referent', slug, label }
}
