import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import type { Database } from '../store/engine/database.ts'
import { countBriefly, MOST_COUNTED } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import { sayUndated, undatedFilter } from '../store/query/undated.ts'
import { entities, membership, statement } from '../store/schema/entities.ts'
import { type Aside, coercedFilter } from './aside.ts'
import { called } from './called.ts'
import { PageOfList, RolesAtDate } from './reads.ts'

/** What a filter by date leaves out for want of a date: why an answer may be empty, or have less than there is. */
export interface UndatedNote {
  readonly code: 'UNDATED'
  readonly message: string
  /** Where the filter stands. */
  readonly path: string
  /** How many rows have no date and meet all else; of a nested list, in the whole graph. */
  readonly undatedCount: number
}

/** An argument that is a filter, or in which filters stand, or that sets one. */
export interface FilterArgument {
  readonly path: string
  readonly value: ValueNode
  readonly input: FilterType
  /** What of a list it filters, where more is known than of which rows. */
  readonly list?: List
}

/** An argument, or a field of an input, by its type. */
export interface FilterType {
  readonly type: GraphQLInputType
}

/** The argument as one with filters; null if it has none. */
export function filterArgumentOf(
  path: string,
  { value }: ArgumentNode,
  input: GraphQLArgument,
  { arguments: given = [] }: FieldNode,
  { args, extensions: { reads } }: GraphQLField<unknown, unknown>,
): FilterArgument | null {
  if (hasFilters(input)) {
    return reads instanceof PageOfList && input.name === 'filter'
      ? { path, value, input, list: reads.list }
      : { path, value, input }
  }
  const filter = args.find(({ name }) => name === 'filter')
  if (input.name !== 'date' || !filter || !(reads instanceof RolesAtDate)) return null
  const others = given.flatMap(({ name, value }) => (name.value === 'filter' ? [value] : []))
  return { path, value: heldThen(value, others), input: filter, list: reads.list }
}

/** Whether an argument is a filter, or an object of some. */
function hasFilters({ type }: FilterType): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  const inputs = [named, ...Object.values(named.getFields()).map(field => getNamedType(field.type))]
  return inputs.some(each => isInputObjectType(each) && each.extensions.filters !== undefined)
}

/** The filter by which roles are held at a date, and whatever else is asked of them. */
function heldThen(date: ValueNode, others: readonly ValueNode[]): ValueNode {
  const field = (name: string, value: ValueNode) =>
    ({ kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value }) as const
  const held = { kind: Kind.OBJECT, fields: [field('overlaps', date)] } as const
  return { kind: Kind.OBJECT, fields: [field('held', held), ...others.map(other => field('and', other))] }
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
