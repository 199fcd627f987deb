import fc from 'fast-check'
import {
  type GraphQLField,
  GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { PageOfList } from '../../src/graph/reads.ts'
import { schema } from '../../src/graph/schema.ts'

/** Names by which the arguments of the root's fields find something, and one by which they do not. */
export interface Names {
  readonly slugs: readonly string[]
  readonly ids: readonly string[]
}

/** A draw among choices, as fast-check makes it: a whole number up to the bound, itself included. */
type Draw = (bound: number) => number

/**
 * Queries of any form over the whole schema: fields of every type, with aliases, fragments, pages, orders and cursors. A
 * field that needs an argument is left out, unless it takes a slug or an id.
 */
export function anyQuery(names: Names): fc.Arbitrary<string> {
  return fc.infiniteStream(fc.nat(2 ** 31 - 1)).map(stream => {
    const draw: Draw = bound => Number(stream.next().value) % (bound + 1)
    const query = schema.getQueryType()
    return query ? `query ${selectionOf(query, 4, draw, names)}` : ''
  })
}

function selectionOf(type: GraphQLObjectType, depth: number, draw: Draw, names: Names): string {
  const askable = Object.values(type.getFields()).filter(field => isAskable(field) && (depth > 0 || isLeaf(field)))
  // Most of the time such as have a plan, or few queries of many fields would.
  const fields = draw(99) === 0 ? askable : askable.filter(field => isPlain(field))
  const count = 1 + draw(4)
  const selected = ['__typename']
  for (let each = 0; each < count; each += 1) {
    const field = fields[draw(fields.length - 1)]
    if (field) selected.push(fieldOf(field, depth, draw, names, each))
  }
  if (draw(5) === 0) selected.push(`... on ${type.name} ${selectionOf(type, Math.min(depth, 1), draw, names)}`)
  return `{ ${selected.join(' ')} }`
}

function fieldOf(
  field: GraphQLField<unknown, unknown>,
  depth: number,
  draw: Draw,
  names: Names,
  place: number,
): string {
  // The same name for the same arguments alone, so that nothing conflicts.
  const alias = `a${depth}_${place}_${draw(1_000_000)}: `
  const args = field.args.flatMap(({ name }) => argumentOf(name, draw, names))
  const asked = `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`
  const type = getNamedType(field.type)
  if (isLeafType(type)) return asked
  if (type instanceof GraphQLObjectType) return `${asked} ${selectionOf(type, depth - 1, draw, names)}`
  if (!isAbstractType(type)) throw new Error(`${field.name} has no selection`)
  const shared = isAbstractType(type) && 'getFields' in type ? ['__typename', 'id', 'uri'] : ['__typename']
  const possible = schema.getPossibleTypes(type)
  const some = [0, 1, 2].flatMap(() => possible[draw(possible.length - 1)] ?? [])
  const fragments = some.map(each => `... on ${each.name} ${selectionOf(each, depth - 1, draw, names)}`)
  return `${asked} { ${shared.join(' ')} ${fragments.join(' ')} }`
}

function argumentOf(name: string, draw: Draw, { slugs, ids }: Names): string[] {
  if (name === 'slug') return [`slug: ${JSON.stringify(slugs[draw(slugs.length - 1)])}`]
  if (name === 'id') return [`id: ${JSON.stringify(ids[draw(ids.length - 1)])}`]
  if (name === 'first' && draw(2) > 0) return [`first: ${draw(5)}`]
  if (name === 'last' && draw(29) === 0) return [`last: ${draw(5)}`]
  if (name === 'after' && draw(199) === 0) return ['after: "garbage"']
  if (name === 'filter' && draw(199) === 0) return ['filter: {}']
  return []
}

/** Whether a field shows a column, says what it reads, or is a part of a page. */
function isPlain({ name, extensions }: GraphQLField<unknown, unknown>): boolean {
  const { reads } = extensions
  const isWhole = reads instanceof PageOfList && (reads.list.relation ?? reads.list.entity).reach === undefined
  const isSaid = extensions.pothosExposedField !== undefined || (reads !== undefined && !isWhole)
  return isSaid || ['id', 'uri', 'nodes', 'edges', 'node', 'pageInfo', 'hasNextPage', 'endCursor'].includes(name)
}

function isAskable({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.every(({ name, type, defaultValue }) => {
    return name === 'slug' || name === 'id' || !isNonNullType(type) || defaultValue !== undefined
  })
}

function isLeaf({ type }: GraphQLField<unknown, unknown>): boolean {
  return !isObjectType(getNamedType(type)) && isLeafType(getNamedType(type))
}
