import type { Database } from '../engine/database.ts'

/** Two that may be one and the same, and what makes it look so. Nothing follows from it until a person decides. */
export interface Candidate {
  readonly agent: string
  readonly agentName: string
  /** The agent that may be the same; null if it is about words. */
  readonly other: string | null
  readonly dataset: string | null
  readonly words: string | null
  /** How many statements stand under the other, or under the words. */
  readonly statements: number
  readonly reason: string
}

const named = `named(agentId, name) as materialized (
  select id, name from agents union select agentId, name from agentNames
), folded(agentId, name, letters) as materialized (
  select agentId, name, replace(replace(lower(name), '-', ' '), '.', '') from named
)`

const undecided = (a: string, b: string) => `not exists (
  select 1 from decisions d
  where (d.agentId = ${a} and d.otherId = ${b}) or (d.agentId = ${b} and d.otherId = ${a}))`

/** The pairs of agents that share an identifier or a name, and the words that are an agent's name, undecided ones alone. */
export function findCandidates(database: Database, limit: number): Candidate[] {
  const statementsOf = (id: string) => `(select count(*) from statements s where s.speakerId = ${id})`
  return database
    .prepare<[number], Candidate>(
      `with ${named}
       select a.slug as agent, a.name as agentName, o.slug as other, null as dataset, null as words,
         ${statementsOf('o.id')} as statements, 'both have the identifier ' || i.scheme || ' ' || i.value as reason
       from identifiers i join identifiers j on j.scheme = i.scheme and j.value = i.value and j.agentId > i.agentId
       join agents a on a.id = i.agentId join agents o on o.id = j.agentId
       where ${undecided('a.id', 'o.id')}
       union
       select a.slug, a.name, o.slug, null, null, ${statementsOf('o.id')}, 'both are named “' || f.name || '”, but for case and hyphens'
       from folded f join folded g on g.letters = f.letters and g.agentId > f.agentId
       join agents a on a.id = f.agentId join agents o on o.id = g.agentId
       where ${undecided('a.id', 'o.id')}
       union
       select a.slug, a.name, null, d.slug, m.words, count(distinct m.statementId), 'the words are its name'
       from mentions m join named n on n.name = m.words join agents a on a.id = n.agentId
       join datasets d on d.id = m.datasetId
       where m.agentId is null group by a.id, d.id, m.words
       order by statements desc, agent, other, words limit ?`,
    )
    .all(limit)
}
