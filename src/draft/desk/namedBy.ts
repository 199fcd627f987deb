import type { Dossier } from '../../ingest/dossier.ts'
import { figureRelationFields } from '../../ingest/resolve/figureRelations.ts'
import { statementRelationFields } from '../../ingest/resolve/statementRelations.ts'
import type { AcceptedEntry } from './decisionLog.ts'
import { isKeyed } from './entriesHeld.ts'

/** The fields of a dossier that name something of a section by its key. */
const naming: Readonly<Record<string, readonly string[]>> = {
  statements: ['reportedIn', 'statement', ...Object.values(statementRelationFields)],
  figures: Object.values(figureRelationFields),
  times: ['time', 'asOf', 'during'],
  channels: ['channel'],
  agents: [
    ...['speaker', 'addressee', 'onBehalfOf', 'author', 'agent', 'publisher'],
    ...['target', 'affected', 'member', 'organization'],
  ],
}

/** What else in a dossier names an entry, by its path; null where nothing does, and it can be taken away. */
export function namedBy(dossier: Dossier, { section, key, list }: AcceptedEntry): string | null {
  const fields = naming[section]
  if (fields === undefined || !isKeyed({ section, list })) return null
  const { document, statements, figures, times, channels, memberships } = dossier
  for (const [name, entries] of Object.entries({ statements, figures, times, channels, memberships })) {
    for (const [each, entry] of Object.entries(entries ?? {})) {
      if (!(name === section && each === key) && names(entry, key, fields)) return `${name}/${each}`
    }
  }
  return names(document, key, fields) ? 'document' : null
}

function names(value: unknown, key: string, fields: readonly string[], field = ''): boolean {
  if (typeof value === 'string') return value === key && fields.includes(field)
  if (Array.isArray(value)) return value.some(each => names(each, key, fields, field))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, each]) => names(each, key, fields, name))
}
