import { getNamedType, isInputObjectType } from 'graphql'
import { aspectNames } from '../store/query/filterAspects.ts'
import { schema } from './schema.ts'

/** What was meant by the value of a field that names a node, where it is not a text; null if that is not known. */
export function referenceMeant(field: string, found: string): string | null {
  if (found.startsWith('[')) return matches(field) ? `Use ${field}Matches: { slug: { in: ${found} } }.` : null
  const [, key = '', value = ''] = /^\{ (\w+): (.+) \}$/s.exec(found) ?? []
  if (key === 'eq') return `Use ${field}: ${value}.`
  if (!matches(field)) return null
  if (key === 'in') return `Use ${field}Matches: { slug: { in: ${value} } }.`
  if (key === 'isNull') return `Use ${aspectNames.has(field)}: ${value !== 'true'}.`
  if (key === 'not' || key === 'ne') return `Use not: { ${field}: ${value} }.`
  const when = field === 'time' ? timesMeant(found) : null
  if (when !== null) return `Use said: ${when} of statements, or timeMatches: { when: ${when} }.`
  return conditions(field).has(key) ? `Use ${field}Matches: ${found}.` : null
}

/** Conditions on a time as other APIs write them, in the form of a `TimeFilter`; null of what is none. */
export function timesMeant(found: string): string | null {
  if (/^"[^"]*"$/.test(found)) return `{ within: ${found} }`
  const given = new Map([...found.matchAll(/(\w+): "([^"]*)"/g)].map(([, key = '', date = '']) => [key, date]))
  const [from, until] = [firstOf(given, starts), firstOf(given, ends)]
  if (from !== undefined || until !== undefined) return `{ within: "${from ?? '..'}/${until ?? '..'}" }`
  for (const [key, date] of given) {
    const operator = operators[key]
    if (operator !== undefined) return `{ ${operator}: "${date}" }`
  }
  return null
}

const starts = ['gte', 'from', 'since', 'start', 'startDate', 'min']
const ends = ['lte', 'to', 'until', 'end', 'endDate', 'max']
/** The operators of a `TimeFilter`, and what other APIs call them. */
const operators: Readonly<Record<string, string>> = {
  after: 'after',
  before: 'before',
  overlaps: 'overlaps',
  within: 'within',
  gt: 'after',
  lt: 'before',
  eq: 'within',
  in: 'within',
  on: 'within',
}

function firstOf(given: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  return names.map(name => given.get(name)).find(date => date !== undefined)
}

/** Whether a filter has conditions on the node that the field names. */
function matches(field: string): boolean {
  return conditions(field).size > 0
}

/** The conditions on the nodes that a field names, whatever filter it stands in. */
function conditions(field: string): ReadonlySet<string> {
  const found = Object.values(schema.getTypeMap()).flatMap(type => {
    const inner = isInputObjectType(type) ? type.getFields()[`${field}Matches`] : undefined
    const filter = inner && getNamedType(inner.type)
    return isInputObjectType(filter) ? Object.keys(filter.getFields()) : []
  })
  return new Set(found)
}
