import { coerceInputValue, type FieldNode, type GraphQLField, valueFromASTUntyped } from 'graphql'
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

/** The key of a field in the answer. */
export function answerKey({ node }: Asked): string {
  return node.alias?.value ?? node.name.value
}

/** The value of an argument, not coerced; undefined where it is not given. */
export function valueAsked({ node }: Asked, name: string, values: Values): unknown {
  const given = node.arguments?.find(argument => argument.name.value === name)
  return given && valueFromASTUntyped(given.value, values)
}

/** The filter of a list; null where it is wrong, which the answer says. */
export function filterAsked(asked: Asked, values: Values): FilterInput | null {
  const given = valueAsked(asked, 'filter', values)
  const argument = asked.field.args.find(({ name }) => name === 'filter')
  if (given === undefined || given === null || argument === undefined) return {}
  const filter = coerceInputValue(given, argument.type)
  return isRecord(filter) ? filter : null
}

/** The row to which a field belongs, where the field around it names one. */
export function parentNamed(around: Asked | undefined, values: Values): ListOwner | undefined {
  const reads = around?.field.extensions.reads
  const slug = around && valueAsked(around, 'slug', values)
  return reads instanceof RowOfSlug && typeof slug === 'string' ? { entity: reads.entity, slug } : undefined
}
