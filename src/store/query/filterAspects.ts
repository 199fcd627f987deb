import { Failure } from '../../model/failure.ts'
import type { FilterField } from './filterField.ts'

/** Which question is asked about a single related node or a value: is it this one, does it match, is there one at all. */
export type FilterAspect = 'is' | 'matches' | 'has'

/** The names under which a filter asks these questions. */
export const aspectNames = {
  is: (field: string) => field,
  matches: (field: string) => `${field}Matches`,
  has: (field: string) => `has${field.charAt(0).toUpperCase()}${field.slice(1)}`,
} as const satisfies Record<FilterAspect, (field: string) => string>

/** The field that a name asks about, and which question it asks. */
export function fieldOf(
  fields: Readonly<Record<string, FilterField>>,
  name: string,
): { field: FilterField; aspect: FilterAspect } {
  const named = fields[name]
  if (named) return { field: named, aspect: 'is' }
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind === 'one' && name === aspectNames.matches(key)) return { field, aspect: 'matches' }
    if ((field.kind === 'one' || field.kind === 'term') && name === aspectNames.has(key))
      return { field, aspect: 'has' }
  }
  throw new Failure('BAD_FILTER', `There is no filter field ${name}.`)
}
