import {
  type GraphQLField,
  type GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
} from 'graphql'
import { schema } from '../../graph/schema.ts'

/** A list of the API as a table: each value of its nodes is a column, and each node that it leads to that node's slug. */
export interface ExportList {
  readonly name: string
  /** The query for a page. */
  readonly query: string
  readonly columns: readonly string[]
  /** What its filter can ask. */
  readonly filter: GraphQLInputObjectType | null
  /** Values that stay: whole texts, which may not be passed on. */
  readonly leftOut: readonly string[]
}

/** Every list at the root of the API that a filter takes, by name: derived from the schema, so that none is forgotten. */
export const exportLists: ReadonlyMap<string, ExportList> = new Map(
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(field => {
    const list = listOf(field)
    return list === null ? [] : [[field.name, list]]
  }),
)

function listOf(field: GraphQLField<unknown, unknown>): ExportList | null {
  const args = new Map(field.args.map(({ name, type }) => [name, String(type)]))
  const node = nodeOf(field.type)
  if (node === null || !args.has('filter') || !args.has('after') || field.args.some(isRequiredArgument)) return null
  const fields = Object.values(node.getFields()).filter(
    field => isColumn(field) && !(node.name === 'Document' && field.name === 'text'),
  )
  // Groups and periods are counted by what is no value of theirs.
  if (!fields.some(({ name, type }) => name === 'slug' || !isLeaf(type))) return null
  const given = ['filter', 'order', 'first', 'after'].filter(name => args.has(name))
  const query = `query Export(${given.map(name => `$${name}: ${args.get(name)}`).join(', ')}) {
  ${field.name}(${given.map(name => `${name}: $${name}`).join(', ')}) {
    nodes { ${fields.map(({ name, type }) => (isLeaf(type) ? name : `${name} { slug }`)).join(' ')} }
    pageInfo { hasNextPage endCursor }
  }
}`
  const columns = fields.map(({ name }) => name)
  const filter = getNamedType(field.args.find(({ name }) => name === 'filter')?.type)
  return {
    name: field.name,
    query,
    columns,
    filter: isInputObjectType(filter) ? filter : null,
    leftOut: node.name === 'Document' ? ['text'] : [],
  }
}

/** The type of the nodes of a connection; null for what is none. */
function nodeOf(type: GraphQLOutputType): GraphQLObjectType | GraphQLInterfaceType | null {
  const connection = getNamedType(type)
  if (!(connection instanceof GraphQLObjectType) || !connection.name.endsWith('Connection')) return null
  const node = getNamedType(connection.getFields().nodes?.type ?? connection)
  return node instanceof GraphQLObjectType || node instanceof GraphQLInterfaceType ? node : null
}

function isColumn({ name, type, args, deprecationReason }: GraphQLField<unknown, unknown>): boolean {
  // The global id is the slug and the type once more.
  if (name === 'id' || deprecationReason != null || args.some(isRequiredArgument)) return false
  return isLeaf(type) || hasSlug(type)
}

function isLeaf(type: GraphQLOutputType): boolean {
  return isLeafType(getNamedType(type))
}

function hasSlug(type: GraphQLOutputType): boolean {
  const named = getNamedType(type)
  const isOne = type === named || String(type) === `${named.name}!`
  const isNode = named instanceof GraphQLObjectType || named instanceof GraphQLInterfaceType
  return isOne && !isListType(type) && isNode && named.getFields().slug !== undefined
}
