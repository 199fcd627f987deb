import { coerceInputValue, type FieldNode, type GraphQLArgument, type GraphQLField, valueFromASTUntyped } from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import type { Database } from '../store/engine/database.ts'
import type { ListOwner } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { RowOfSlug } from './reads.ts'

/** The variables of an operation, by name. */
export type Values = Readonly<Record<string, unknown>>

/** Looks, with the variables of an operation, whether there is something to say beside its answer. */
export type Aside<Note> = (database: Database, values: Values) => Note | null

/** A field of an operation, as it is asked for. */
export interface Asked {
  readonly node: FieldNode
  readonly field: GraphQLField<unknown, unknown>
}

/** The way through the answer to the last of some fields, each inside of the one before it, and on to what is named behind it. */
export function pathOf(asked: readonly Asked[], ...behind: readonly string[]): string {
  return [...asked.map(({ node }) => node.alias?.value ?? node.name.value), ...behind].join('.')
}

/** The value of an argument, not coerced; undefined where it is not given. */
export function valueAsked({ node }: Asked, name: string, values: Values): unknown {
  const given = node.arguments?.find(argument => argument.name.value === name)
  return given && valueFromASTUntyped(given.value, values)
}

/** The filter of a list, or another argument that is one; null if it is wrong, which the answer says. */
export function filterAsked(asked: Asked, values: Values, called = 'filter'): FilterInput | null {
  const given = valueAsked(asked, called, values)
  const argument = asked.field.args.find(({ name }) => name === called)
  return given === undefined || given === null || argument === undefined ? {} : coercedFilter(given, argument)
}

/** A filter as it is given, coerced, which takes as long as a small answer; null if it is wrong. */
export function coercedFilter(given: unknown, { type }: Pick<GraphQLArgument, 'type'>): FilterInput | null {
  const filter = coerceInputValue(given, type)
  return isRecord(filter) ? filter : null
}

/** The row to which a field belongs, where the field around it names one. */
export function parentNamed(around: Asked | undefined, values: Values): ListOwner | undefined {
  const reads = around?.field.extensions.reads
  const slug = around && valueAsked(around, 'slug', values)
  return reads instanceof RowOfSlug && typeof slug === 'string' ? { entity: reads.entity, slug } : undefined
}
