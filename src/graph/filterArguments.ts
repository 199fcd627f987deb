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
} from 'graphql'
import type { List } from '../store/query/page.ts'
import { PageOfList, RolesAtDate } from './reads.ts'

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
