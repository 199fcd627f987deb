import { getNamedType, isInputObjectType, valueFromASTUntyped } from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import type { Database } from '../store/engine/database.ts'
import { countBriefly, MOST_COUNTED } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import { sayUndated, undatedFilter } from '../store/query/undated.ts'
import { entities, membership, statement } from '../store/schema/entities.ts'
import { type Aside, coercedFilter } from './aside.ts'
import { called } from './called.ts'
import type { FilterArgument, FilterType } from './filterArguments.ts'

/** What a filter by date leaves out for want of a date: why an answer may be empty, or have less than there is. */
export interface UndatedNote {
  readonly code: 'UNDATED'
  readonly message: string
  /** Where the filter stands. */
  readonly path: string
  /** How many rows have no date and meet all else; of a nested list, in the whole graph. */
  readonly undatedCount: number
}

/** The note on the first of the filters in an argument that leaves something out for want of a date; null if none does. */
export function undatedNote({ path, value, input, list }: FilterArgument): Aside<UndatedNote> {
  return (database, variables) => {
    for (const given of filtersIn(path, valueFromASTUntyped(value, variables), input)) {
      const note = noteOf(database, list ? { ...given, list } : given)
      if (note !== null) return note
    }
    return null
  }
}

/** A filter as it is given, and of which rows. */
interface FilterGiven {
  readonly path: string
  readonly given: FilterInput
  readonly input: FilterType
  readonly list: List
}

function filtersIn(path: string, given: unknown, input: FilterType): FilterGiven[] {
  const type = getNamedType(input.type)
  if (!isInputObjectType(type) || !isRecord(given)) return []
  const entity = entities.find(each => each === type.extensions.filters)
  if (entity !== undefined) return [{ path, given, input, list: { entity } }]
  const fields = type.getFields()
  return Object.entries(given).flatMap(([key, inner]) => {
    const field = fields[key]
    return field ? filtersIn(`${path}.${key}`, inner, field) : []
  })
}

function noteOf(database: Database, { path, given, input, list }: FilterGiven): UndatedNote | null {
  // Few ask for a date: only their filters need to be coerced.
  if (undatedFilter(list, given) === null) return null
  const filter = coercedFilter(given, input)
  const undated = filter && undatedFilter(list, filter)
  const count = undated === null ? 0 : (countBriefly(database, list, undated) ?? 0)
  if (count === 0) return null
  const left = sayUndated(count, called(list.entity), MOST_COUNTED)
  const where = isOfAll(path, list) ? '' : ', here and elsewhere in the graph'
  return { code: 'UNDATED', message: `${left}${where}: ${found(list)}.`, path, undatedCount: count }
}

/** Whether what is filtered are all rows, and not those that belong to one of several. */
function isOfAll(path: string, { relation }: List): boolean {
  return relation === undefined && !path.includes('.nodes.') && !path.includes('.edges.')
}

function found({ entity }: List): string {
  if (entity === membership) return 'held: { isNull: true } finds them'
  const finds = 'isNull: true finds what has no date'
  return entity === statement ? `${finds}; timeline { undatedCount } counts it` : finds
}
