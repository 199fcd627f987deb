import type { DocumentRecords } from '../documentRecords.ts'
import type { AgentEntry } from '../dossier.ts'
import type { Problems } from '../problems.ts'
import type { RegisterItem } from '../registers.ts'
import type { DossierContext } from './context.ts'

type AgentRecords = Pick<DocumentRecords, 'agents' | 'agentNames' | 'identifiers'>

/** The agents of the dossier, and those of its registers that it refers to: to be called when all else is resolved. */
export function resolveAgents({ catalogue, keys, problems }: DossierContext): AgentRecords {
  const named = [...catalogue.agents.values()]
  for (const agent of named) checkAgent(agent, problems)
  checkNamesakes(named, problems)
  checkIdentifiers(named, problems)

  const written = named.filter(({ key, shared }) => !shared || keys.agents.isUsed(key))
  return {
    agents: written.map(({ key, value }) => ({
      slug: key,
      kind: value.person === undefined ? 'ORGANIZATION' : 'PERSON',
      organizationKind: value.kind ?? null,
      name: nameOf(value),
    })),
    agentNames: written.flatMap(({ key, value }) => (value.otherNames ?? []).map(name => ({ agentId: key, name }))),
    identifiers: written.flatMap(({ key, value }) =>
      Object.entries(value.identifiers ?? {}).map(([scheme, value]) => ({ agentId: key, scheme, value })),
    ),
  }
}

function nameOf(agent: AgentEntry): string {
  return agent.person ?? agent.organization ?? ''
}

function checkAgent({ value, entry }: RegisterItem<AgentEntry>, problems: Problems): void {
  const { person, organization, kind, otherNames = [] } = value
  if ((person === undefined) === (organization === undefined)) {
    problems.add(entry.key, 'an agent has a name as either person or organization')
  } else if (person !== undefined && kind !== undefined) {
    problems.add(entry.at('kind'), 'kind is for organizations, and this is a person', { words: kind })
  } else if (organization !== undefined && kind === undefined && !entry.has('kind')) {
    problems.add(entry.key, 'the field “kind” is missing: an organization has one', { words: organization })
  }
  for (const [index, name] of otherNames.entries()) {
    if (name === nameOf(value) || otherNames.indexOf(name) !== index) {
      problems.add(entry.at('otherNames', index), 'this name is given twice', { words: name })
    }
  }
}

/** Two agents of one name are most likely the same one, under two keys. */
function checkNamesakes(agents: readonly RegisterItem<AgentEntry>[], problems: Problems): void {
  const seen = new Map<string, RegisterItem<AgentEntry>>()
  for (const agent of agents) {
    const name = nameOf(agent.value)
    const known = seen.get(name)
    if (known && name !== '') {
      const message = 'another agent has this name: if they are two, tell them apart in the names'
      problems.add(agent.entry.at(agent.value.person === undefined ? 'organization' : 'person'), message, {
        words: name,
        suggestion: known.key,
      })
    } else seen.set(name, agent)
  }
}

function checkIdentifiers(agents: readonly RegisterItem<AgentEntry>[], problems: Problems): void {
  const holders = new Map<string, string>()
  for (const { key, value, entry } of agents) {
    for (const [scheme, identifier] of Object.entries(value.identifiers ?? {})) {
      const holder = holders.get(`${scheme} ${identifier}`)
      if (holder === undefined) holders.set(`${scheme} ${identifier}`, key)
      else {
        problems.add(entry.at('identifiers', scheme), `${holder} has the same identifier`, { words: identifier })
      }
    }
  }
}
