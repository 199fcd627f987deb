import type { Database } from '../engine/database.ts'

/** An agent as it is compared with others by name. */
export interface NamedAgent {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly dataset: string | null
  /** Whether a rule made it of names in documents; otherwise it is a record of its source. */
  readonly isRead: boolean
  readonly statements: number
}

/** Words that a dataset has for its sources and that lead to nobody. */
export interface UnlinkedWords {
  readonly dataset: string
  readonly words: string
  readonly statements: number
}

/** Two agents with one identifier in the same register. */
export interface SharedIdentifier {
  readonly firstId: number
  readonly secondId: number
  readonly identifier: string
}

/** What stands in the graph about an agent, for whoever decides who it is. */
export interface AgentEvidence {
  /** Roles with party, area and dates, and what the corpus says in fields of its own. */
  readonly facts: readonly string[]
  /** The first words of statements, with where and when they stand. */
  readonly quotations: readonly string[]
}

/** Every agent that is not under another one by decision. */
export function namedAgents(database: Database): NamedAgent[] {
  return database
    .prepare<[], Omit<NamedAgent, 'isRead'> & { isRead: number }>(
      `select a.id, a.slug, a.name, a.kind, d.slug as dataset, a.ruleId is not null as isRead,
         (select count(*) from statements s where s.speakerId = a.id) as statements
       from agents a left join datasets d on d.id = a.datasetId
       where not exists (select 1 from decisions c where c.kind = 'SAME_AS' and c.otherId = a.id) order by a.id`,
    )
    .all()
    .map(agent => ({ ...agent, isRead: agent.isRead === 1 }))
}

/** The other names of agents. */
export function otherNames(database: Database): { agentId: number; name: string }[] {
  return database
    .prepare<[], { agentId: number; name: string }>('select agentId, name from agentNames order by id')
    .all()
}

export function unlinkedWords(database: Database): UnlinkedWords[] {
  return database
    .prepare<[], UnlinkedWords>(
      `select d.slug as dataset, m.words, count(distinct m.statementId) as statements
       from mentions m join datasets d on d.id = m.datasetId
       where m.agentId is null group by d.id, m.words`,
    )
    .all()
}

export function sharedIdentifiers(database: Database): SharedIdentifier[] {
  return database
    .prepare<[], SharedIdentifier>(
      `select i.agentId as firstId, j.agentId as secondId, i.scheme || ' ' || i.value as identifier
       from identifiers i join identifiers j on j.scheme = i.scheme and j.value = i.value and j.agentId > i.agentId`,
    )
    .all()
}

/** The pairs of agents about which somebody has decided, in either order. */
export function decidedPairs(database: Database): ReadonlySet<string> {
  const rows = database
    .prepare<[], { agentId: number; otherId: number }>(
      'select agentId, otherId from decisions where otherId is not null',
    )
    .all()
  return new Set(rows.flatMap(({ agentId, otherId }) => [`${agentId} ${otherId}`, `${otherId} ${agentId}`]))
}

const MOST_QUOTED = 160

export function evidenceOf(database: Database, agentId: number): AgentEvidence {
  const roles = database
    .prepare<[number], { fact: string }>(
      `select group_concat(m.role || coalesce(', ' || o.name, '') || coalesce(', ' || p.name, '') || coalesce(', ' || m.area, '')
         || case when m.startDate is null and m.endDate is null then ''
            else ' (' || coalesce(m.startDate, '…') || ' to ' || coalesce(m.endDate, '…') || ')' end, '') as fact
       from memberships m left join agents o on o.id = m.organizationId left join agents p on p.id = m.onBehalfOfId
       where m.memberId = ? group by m.id order by m.startDate desc limit 4`,
    )
    .all(agentId)
  const labels = database
    .prepare<[number, number], { fact: string }>(
      `select name || ': ' || trim(value) as fact from labels where agentId = ?
       union select l.name || ': ' || trim(l.value) from labels l join statements s on s.id = l.statementId
         where s.speakerId = ? and l.name in ('party', 'state', 'job') limit 6`,
    )
    .all(agentId, agentId)
  const roleWords = database
    .prepare<[number], { fact: string }>(
      `select '“' || roleWords || '”' as fact from mentions where agentId = ? and roleWords is not null and length(roleWords) > 4
       group by roleWords order by count(*) desc limit 3`,
    )
    .all(agentId)
  const quotations = database
    .prepare<[number], { quotation: string }>(
      `select substr(replace(s.text, char(10), ' '), 1, ${MOST_QUOTED}) || case when length(s.text) > ${MOST_QUOTED} then '…' else '' end
         || ' (' || d.slug || coalesce(', ' || d.published, '') || ')' as quotation
       from statements s join documents d on d.id = s.documentId where s.speakerId = ?
       order by s.documentId, s.start limit 3`,
    )
    .all(agentId)
  return {
    facts: [...roles, ...labels, ...roleWords].map(({ fact }) => fact),
    quotations: quotations.map(({ quotation }) => quotation),
  }
}
