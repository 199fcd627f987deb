import type { InterchangeRecord } from '../../model/interchange.ts'
import type { MentionRecord } from '../../model/records/statement.ts'

/** What Discourse Network Analyzer codes of a statement besides the agreement. */
export const dnaVariables = ['person', 'organization', 'concept'] as const
export type DnaVariable = (typeof dnaVariables)[number]

/** What a variable of DNA names: an agent, or the claim that a concept is. */
export function namedRecord(variable: string, slug: string, name: string): InterchangeRecord {
  if (variable === 'concept') return { type: 'claim', slug, text: name }
  return variable === 'person'
    ? { type: 'agent', slug, kind: 'PERSON', name }
    : { type: 'agent', slug, kind: 'ORGANIZATION', organizationKind: 'OTHER', name }
}

type Named = Pick<MentionRecord, 'words' | 'agent'>

/** The person is the source, and speaks on behalf of the organization; without one, the organization is the source. */
export function sourceMentions(person: Named | null, organization: Named | null): MentionRecord[] {
  const source = person ?? organization
  return [
    ...(source === null ? [] : [{ role: 'SOURCE' as const, ...source }]),
    ...(organization === null ? [] : [{ role: 'ON_BEHALF_OF' as const, ...organization }]),
  ]
}
