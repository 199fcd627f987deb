import type { AgentKind } from './vocabulary.ts'

/** The type of the agents of each kind, by which their permalinks and the API name them. */
export const agentTypes = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  UNKNOWN: 'UnclassifiedAgent',
} as const satisfies Record<AgentKind, string>
