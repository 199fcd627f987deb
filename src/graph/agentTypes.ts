import type { AgentKind } from '../model/vocabulary.ts'

/** The GraphQL type of the agents of each kind. */
export const agentTypes = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  UNKNOWN: 'UnclassifiedAgent',
} as const satisfies Record<AgentKind, string>
