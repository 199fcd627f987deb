import type { Database } from '../../store/engine/database.ts'
import {
  type AgentEvidence,
  decidedPairs,
  evidenceOf,
  type NamedAgent,
  namedAgents,
  otherNames,
  sharedIdentifiers,
  unlinkedWords,
} from '../../store/query/namedThings.ts'
import { bucketOf, type ComparableName, comparableName, nameLikeness, nameOfWords } from './nameKeys.ts'

/** Two that may be one and the same, and what makes it look so. Nothing follows from it until a person decides. */
export interface Candidate {
  /** The agent under which the other would stand. */
  readonly agent: NamedAgent
  /** The agent that may be the same; null if it is about words. */
  readonly other: NamedAgent | null
  readonly dataset: string | null
  readonly words: string | null
  /** How many statements it would settle: those of the other, or of the words. */
  readonly statements: number
  readonly why: string
}

/** What a person needs to see of both sides. */
export interface CandidateEvidence {
  readonly agent: AgentEvidence
  readonly other: AgentEvidence | null
}

interface Entry {
  readonly agent: NamedAgent
  readonly name: ComparableName
}

/**
 * The pairs that share an identifier or have names that are alike, those that settle most statements first. Two records of
 * one dataset are never a pair, for their source tells them apart; two dossiers are two sources.
 */
export function findCandidates(database: Database, limit: number): Candidate[] {
  const agents = new Map(namedAgents(database).map(agent => [agent.id, agent]))
  const decided = decidedPairs(database)
  const found = new Map<string, Candidate>()
  const propose = (a: NamedAgent, b: NamedAgent, why: string) => {
    if (a.id === b.id || decided.has(`${a.id} ${b.id}`) || !mayBeOne(a, b)) return
    const [agent, other] = leads(a, b) ? [a, b] : [b, a]
    const key = `${agent.id} ${other.id}`
    if (!found.has(key)) found.set(key, { agent, other, dataset: null, words: null, statements: other.statements, why })
  }
  for (const { firstId, secondId, identifier } of sharedIdentifiers(database)) {
    const [a, b] = [agents.get(firstId), agents.get(secondId)]
    if (a && b) propose(a, b, `both have the identifier ${identifier}`)
  }
  const buckets = bucketsOf(database, agents)
  for (const entries of buckets.values()) {
    for (const [index, one] of entries.entries()) {
      for (const other of entries.slice(index + 1)) {
        const how = nameLikeness(one.name, other.name)
        if (how !== null) propose(one.agent, other.agent, how)
      }
    }
  }
  const candidates = [...found.values(), ...wordCandidates(database, buckets)]
  return candidates.toSorted((a, b) => b.statements - a.statements || compare(nameOf(a), nameOf(b))).slice(0, limit)
}

/** What stands in the graph about both sides of a candidate. */
export function candidateEvidence(database: Database, { agent, other }: Candidate): CandidateEvidence {
  return { agent: evidenceOf(database, agent.id), other: other && evidenceOf(database, other.id) }
}

function bucketsOf(database: Database, agents: ReadonlyMap<number, NamedAgent>): Map<string, Entry[]> {
  const buckets = new Map<string, Entry[]>()
  const add = (agent: NamedAgent, words: string) => {
    const name = comparableName(words)
    const key = bucketOf(name)
    buckets.set(key, [...(buckets.get(key) ?? []), { agent, name }])
  }
  for (const agent of agents.values()) add(agent, agent.name)
  for (const { agentId, name } of otherNames(database)) {
    const agent = agents.get(agentId)
    if (agent) add(agent, name)
  }
  return buckets
}

/** Words that lead to nobody and whose head is the name of one agent alone, of those that are records. */
function* wordCandidates(database: Database, buckets: ReadonlyMap<string, readonly Entry[]>): Generator<Candidate> {
  for (const { dataset, words, statements } of unlinkedWords(database)) {
    const name = nameOfWords(words)
    if (!name) continue
    const entries = (buckets.get(bucketOf(name)) ?? []).filter(
      entry => !entry.agent.isRead && nameLikeness(entry.name, name) !== null,
    )
    for (const agent of new Set(entries.map(entry => entry.agent))) {
      yield { agent, other: null, dataset, words, statements, why: 'the head of the words is its name' }
    }
  }
}

function mayBeOne(a: NamedAgent, b: NamedAgent): boolean {
  const isOneRegister = a.dataset !== null && a.dataset === b.dataset && !(a.isRead && b.isRead)
  const kinds = new Set([a.kind, b.kind].filter(kind => kind !== 'UNKNOWN'))
  return !isOneRegister && kinds.size <= 1
}

/** A record leads before a name that was read, one whose kind is known before one whose is not, and then the one first stored. */
function leads(a: NamedAgent, b: NamedAgent): boolean {
  if (a.isRead !== b.isRead) return b.isRead
  if ((a.kind === 'UNKNOWN') !== (b.kind === 'UNKNOWN')) return b.kind === 'UNKNOWN'
  return a.id < b.id
}

function nameOf({ agent, other, words }: Candidate): string {
  return `${agent.slug} ${other?.slug ?? ''} ${words ?? ''}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
