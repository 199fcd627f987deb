import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import type { Database } from '../store/engine/database.ts'
import { countBriefly, MOST_COUNTED } from '../store/query/countBriefly.ts'
import type { List } from '../store/query/page.ts'
import { sayUndated, undatedFilter } from '../store/query/undated.ts'
import { membership } from '../store/schema/entities.ts'
import { type Aside, coercedFilter, type Values } from './aside.ts'
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

/** The filter of a list. */
export interface ListFilter {
  readonly path: string
  readonly value: ValueNode
  readonly argument: GraphQLArgument
  readonly list: List
}

/** The filter that an argument is, or that it sets; null if it does neither. */
export function listFilterOf(
  path: string,
  { value }: ArgumentNode,
  argument: GraphQLArgument,
  { arguments: given = [] }: FieldNode,
  { args, extensions: { reads } }: GraphQLField<unknown, unknown>,
): ListFilter | null {
  if (argument.name === 'filter' && reads instanceof PageOfList) return { path, value, argument, list: reads.list }
  const filter = args.find(({ name }) => name === 'filter')
  if (argument.name !== 'date' || !filter || !(reads instanceof RolesAtDate)) return null
  const others = given.flatMap(({ name, value }) => (name.value === 'filter' ? [value] : []))
  return { path, value: heldThen(value, others), argument: filter, list: reads.list }
}

/** The filter by which roles are held at a date, and whatever else is asked of them. */
function heldThen(date: ValueNode, others: readonly ValueNode[]): ValueNode {
  const field = (name: string, value: ValueNode) =>
    ({ kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value }) as const
  const held = { kind: Kind.OBJECT, fields: [field('overlaps', date)] } as const
  return { kind: Kind.OBJECT, fields: [field('held', held), ...others.map(other => field('and', other))] }
}

/** The note on a filter; null if it leaves nothing out for want of a date. */
export function undatedNote(filter: ListFilter): Aside<UndatedNote> {
  return (database, variables) => noteOf(database, filter, variables)
}

function noteOf(
  database: Database,
  { path, value, argument, list }: ListFilter,
  variables: Values,
): UndatedNote | null {
  const given = valueFromASTUntyped(value, variables)
  // Few ask for a date: only their filters need to be coerced.
  if (!isRecord(given) || undatedFilter(list, given) === null) return null
  const filter = coercedFilter(given, argument)
  const undated = filter && undatedFilter(list, filter)
  const count = undated === null ? 0 : (countBriefly(database, list, undated) ?? 0)
  if (count === 0) return null
  const left = sayUndated(count, called(list.entity), MOST_COUNTED)
  const where = list.relation === undefined ? '' : ', here and elsewhere in the graph'
  const found =
    list.entity === membership
      ? 'held: { isNull: true } finds them'
      : 'isNull: true finds what has no date; timeline { undatedCount } counts it'
  const message = `${left}${where}: ${found}.`
  return { code: 'UNDATED', message, path, undatedCount: count }
}
