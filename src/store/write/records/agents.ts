import type { AgentRecord } from '../../../model/records/agent.ts'
import { agentNames, agents, identifiers } from '../../tables/agents.ts'
import { labels } from '../../tables/labels.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { labelRow } from './labels.ts'
import { refuseRecord } from './refused.ts'

interface StoredAgent {
  readonly id: number
  readonly kind: string
  readonly organizationKind: string | null
  readonly name: string
  readonly datasetId: number | null
  readonly importId: number | null
  readonly dataset: string | null
  readonly source: string | null
}

/** Writes an agent. One that stands already is changed by the source alone that brought it. */
export function writeAgent(record: AgentRecord, context: WriteContext): RecordOutcome {
  const { importId } = context.target
  const datasetId = context.datasetOf(record.dataset)
  const { slug, kind, name, organizationKind = null } = record
  if ((kind === 'ORGANIZATION') !== (organizationKind !== null)) {
    refuseRecord('BAD_RECORD', 'an ORGANIZATION has an organizationKind, and nobody else has one')
  }
  if (datasetId === null) checkIdentifiers(record, context)
  const stored = storedAgent(slug, context)
  if (!stored) {
    const row = {
      slug,
      kind,
      organizationKind,
      name,
      datasetId,
      importId,
      ruleId: context.names.idOrNull('rule', record.rule),
    }
    const id = context.rows.insert(agents, row)
    context.names.remember('agent', slug, id)
    complete(id, record, context)
    return 'TAKEN'
  }
  const { id } = stored
  const isSame = stored.kind === kind && stored.organizationKind === organizationKind && stored.name === name
  if (context.isOurs(stored) || (!isSame && context.mayReplace(stored))) {
    renew(id, record, datasetId, context)
    context.names.remember('agent', slug, id)
    complete(id, record, context)
    return 'TAKEN'
  }
  const isKnown = isSame || (stored.kind === kind && sharesIdentifier(id, record, context))
  if (stored.datasetId !== datasetId || !isKnown) refuseRecord('DUPLICATE', describe(stored, record))
  context.names.remember('agent', slug, id)
  return complete(id, isSame ? record : { ...record, otherNames: [...(record.otherNames ?? []), name] }, context)
}

function storedAgent(slug: string, { database }: WriteContext): StoredAgent | undefined {
  return database
    .prepare<[string], StoredAgent>(
      `select a.id, a.kind, a.organizationKind, a.name, a.datasetId, a.importId, d.slug as dataset, i.name as source
       from agents a left join datasets d on d.id = a.datasetId left join imports i on i.id = a.importId
       where a.slug = ?`,
    )
    .get(slug)
}

function describe(stored: StoredAgent, { slug, kind, name, organizationKind }: AgentRecord): string {
  const dataset = stored.dataset ?? 'the dossiers'
  const where = stored.source === null ? dataset : `${dataset}, ${stored.source}`
  const [there, here] = [
    [stored.name, stored.organizationKind ?? stored.kind],
    [name, organizationKind ?? kind],
  ]
  if (stored.name !== name) return `${slug} is “${stored.name}” of ${where}, and “${name}” here`
  return `${slug} is ${there.join(', ')} of ${where}, and ${here.join(', ')} here`
}

/** Whether an agent has one of the identifiers of a record: then the two are one, whatever they are called. */
function sharesIdentifier(id: number, record: AgentRecord, { database }: WriteContext): boolean {
  const stored = database.prepare<[number, string, string], { one: 1 }>(
    'select 1 as one from identifiers where agentId = ? and scheme = ? and value = ?',
  )
  return (record.identifiers ?? []).some(({ scheme, value }) => stored.get(id, scheme, value) !== undefined)
}

/** Among dossiers an identifier belongs to one agent; what corpora say is theirs to say. */
function checkIdentifiers({ slug, identifiers = [] }: AgentRecord, { database }: WriteContext): void {
  for (const { scheme, value } of identifiers) {
    const holder = database.value<string>(
      `select a.slug from identifiers i join agents a on a.id = i.agentId
       where i.scheme = ? and i.value = ? and a.datasetId is null`,
      ...[scheme, value],
    )
    if (holder === undefined || holder === slug) continue
    refuseRecord(
      'BAD_RECORD',
      `the identifier ${scheme} ${value} of ${slug} is stored for ${holder}. ` +
        'If they are one and the same, use one key for both; if not, mend the identifier',
    )
  }
}

function renew(
  id: number,
  { kind, organizationKind, name }: AgentRecord,
  datasetId: number | null,
  context: WriteContext,
): void {
  const { database, target } = context
  context.hasRenewed = true
  database
    .prepare('update agents set kind = ?, organizationKind = ?, name = ?, importId = ? where id = ?')
    .run(kind, organizationKind ?? null, name, target.importId, id)
  if (datasetId === null) return
  for (const table of ['agentNames', 'identifiers', 'labels']) {
    database.prepare(`delete from "${table}" where agentId = ?`).run(id)
  }
}

/** Adds what a record says of an agent beyond its name. What others said of it stays. */
function complete(id: number, record: AgentRecord, context: WriteContext): RecordOutcome {
  const { database, rows } = context
  const before = rows.rows
  const stored = (columns: string, table: string) =>
    new Set(
      database
        .prepare<[number], string[]>(`select ${columns} from "${table}" where agentId = ?`)
        .raw()
        .all(id)
        .map(cells => cells.join('\n')),
    )
  const { otherNames = [], identifiers: given = [] } = record
  if (otherNames.length > 0) {
    const names = stored('name', 'agentNames').add(
      database.value<string>('select name from agents where id = ?', id) ?? '',
    )
    for (const name of otherNames) {
      if (!names.has(name)) rows.insert(agentNames, { agentId: id, name })
      names.add(name)
    }
  }
  if (given.length > 0) {
    const known = stored('scheme, value', 'identifiers')
    for (const { scheme, value } of given) {
      if (!known.has(`${scheme}\n${value}`)) rows.insert(identifiers, { agentId: id, scheme, value })
      known.add(`${scheme}\n${value}`)
    }
  }
  if (record.labels && record.labels.length > 0) {
    const labelled = stored('name, value', 'labels')
    for (const label of record.labels) {
      if (!labelled.has(`${label.name}\n${label.value}`)) rows.insert(labels, labelRow({ agentId: id }, label))
    }
  }
  return rows.rows > before ? 'TAKEN' : 'UNCHANGED'
}
