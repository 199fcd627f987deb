import type { AgentRecord } from '../../model/records/agent.ts'
import { type AgentEntry, nameOfAgent } from '../dossier.ts'
import type { RegisterItem } from '../registers.ts'
import type { DossierContext } from './context.ts'
import { ownerOf } from './shared.ts'

/** The agents of the dossier, and those of its registers that it refers to: to be called when all else is resolved. */
export function resolveAgents(context: DossierContext): AgentRecord[] {
  const { catalogue, keys } = context
  const named = [...catalogue.agents.values()]
  for (const agent of named) checkAgent(agent, context)
  checkNamesakes(named, context)
  checkIdentifiers(named, context)
  return named
    .filter(({ key, shared }) => !shared || keys.agents.isUsed(key))
    .map(({ key, value, entry, shared }) => ({
      type: 'agent',
      slug: key,
      kind: kindOf(value),
      organizationKind: value.kind,
      name: nameOfAgent(value),
      otherNames: value.otherNames,
      identifiers: identifiersOf(value)?.map(([scheme, value]) => ({ scheme, value })),
      rule: keys.rules.check(value.rule, entry.at('rule')) ?? undefined,
      dataset: shared ? null : ownerOf(value.dataset, ['agents', key], context),
      labels: value.labels,
    }))
}

function kindOf({ person, organization }: AgentEntry): AgentRecord['kind'] {
  if (person !== undefined) return 'PERSON'
  return organization === undefined ? 'UNKNOWN' : 'ORGANIZATION'
}

function identifiersOf({ identifiers }: AgentEntry): [scheme: string, value: string][] | undefined {
  if (identifiers === undefined) return undefined
  return Object.entries(identifiers).flatMap(([scheme, values]) =>
    [values].flat().map((value): [string, string] => [scheme, value]),
  )
}

function checkAgent({ value, entry }: RegisterItem<AgentEntry>, { problems, slips }: DossierContext): void {
  const { person, organization, name, kind, otherNames = [] } = value
  if ([person, organization, name].filter(each => each !== undefined).length !== 1) {
    problems.add(entry.key, 'an agent has a name as either person or organization')
  } else if (organization === undefined && kind !== undefined) {
    const what = person === undefined ? 'nothing says that this is one' : 'this is a person'
    problems.add(entry.at('kind'), `kind is for organizations, and ${what}`, { words: kind })
  } else if (organization !== undefined && kind === undefined && !entry.has('kind')) {
    problems.add(entry.key, 'the field “kind” is missing: an organization has one', { words: organization })
  }
  for (const [index, other] of otherNames.entries()) {
    if (other === nameOfAgent(value) || otherNames.indexOf(other) !== index) {
      slips.add(entry.at('otherNames', index), 'this name appears twice', { words: other })
    }
  }
}

/** Two agents of one name are most likely the same one, under two keys. */
function checkNamesakes(agents: readonly RegisterItem<AgentEntry>[], { slips }: DossierContext): void {
  const seen = new Map<string, RegisterItem<AgentEntry>>()
  for (const agent of agents) {
    const name = nameOfAgent(agent.value)
    const known = seen.get(name)
    if (known && name !== '') {
      const message = 'another agent has this name: if they are different, make the names differ'
      slips.add(agent.entry.at(agent.value.person === undefined ? 'organization' : 'person'), message, {
        words: name,
        suggestion: known.key,
      })
    } else seen.set(name, agent)
  }
}

function checkIdentifiers(agents: readonly RegisterItem<AgentEntry>[], { slips }: DossierContext): void {
  const holders = new Map<string, string>()
  for (const { key, value, entry } of agents) {
    for (const [scheme, identifier] of identifiersOf(value) ?? []) {
      const holder = holders.get(`${scheme} ${identifier}`)
      if (holder === undefined) holders.set(`${scheme} ${identifier}`, key)
      else {
        slips.add(entry.at('identifiers', scheme), `${holder} has the same identifier`, { words: identifier })
      }
    }
  }
}
