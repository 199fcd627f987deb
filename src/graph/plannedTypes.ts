import { type FieldNode, GraphQLObjectType, isAbstractType, type SelectionSetNode } from 'graphql'
import type { SelectedConstant } from '../store/json/selection.ts'
import type { Entity } from '../store/schema/entities.ts'
import { schema } from './schema.ts'

/** Thrown where an operation has no plan: its resolvers answer, or say what is wrong. */
export class Unplanned extends Error {}

export function selectionsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
}

export function constant(text: string): SelectedConstant {
  return { kind: 'constant', text }
}

export function isTypeOf({ name }: GraphQLObjectType, { typenames }: Entity): boolean {
  return typenames.includes(name)
}

export function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name)
  if (type instanceof GraphQLObjectType) return type
  throw new Error(`the schema has no type ${name}`)
}

/** Whether a fragment on a type, or on none, is about the objects of another. */
export function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true
  const named = schema.getType(condition)
  return isAbstractType(named) && schema.isSubType(named, type)
}
