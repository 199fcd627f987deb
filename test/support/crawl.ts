import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import { schema } from '../../src/graph/schema.ts'
import { dataOf, type TestGraph } from './graph.ts'

/** A step that a field takes from one node to another: the field's name with its type, and the two ids. */
export interface Step {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** Everything that can be reached: each node's id with its type, and each step between two nodes. */
export interface Crawl {
  readonly nodes: ReadonlyMap<string, string>
  readonly steps: readonly Step[]
}

type Field = GraphQLField<unknown, unknown>

/** The object types that are nodes. */
export const nodeTypes: readonly GraphQLObjectType[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(type => type.getInterfaces().some(({ name }) => name === 'Node'))

/** The fields of a type that lead to one node. */
export function toOne(type: GraphQLObjectType): Field[] {
  return walkable(type).filter(field => isNodeName(getNamedType(field.type).name))
}

/** The fields of a type that lead to a connection of nodes. */
export function toMany(type: GraphQLObjectType): Field[] {
  return walkable(type).filter(field => isConnectionOfNodes(field))
}

/** The connections of the root that ask for no argument. */
export function rootLists(): Field[] {
  const query = schema.getQueryType()
  return query ? toMany(query) : []
}

/** Fields that need an argument, such as a search, do not lead from one node to its neighbours. */
function walkable(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter(({ args }) => args.every(({ type: of }) => !String(of).endsWith('!')))
}

function isNodeName(name: string): boolean {
  return name === 'Agent' || nodeTypes.some(type => type.name === name)
}

function isConnectionOfNodes({ type }: Field): boolean {
  const named = getNamedType(type)
  const nodes = isObjectType(named) ? named.getFields().nodes : undefined
  return nodes !== undefined && isNodeName(getNamedType(nodes.type).name)
}

interface Found {
  readonly id: string
  readonly __typename: string
}

interface FoundList {
  readonly nodes: readonly Found[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const pageSize = 50
const idsAtOnce = 20

/** Walks the whole graph over HTTP, from the lists of the root along every field to every node. */
export async function crawl(graph: TestGraph): Promise<Crawl> {
  const nodes = new Map<string, string>()
  const steps: Step[] = []
  let frontier: Found[] = []
  const reach = (found: Found) => {
    if (nodes.has(found.id)) return
    nodes.set(found.id, found.__typename)
    frontier.push(found)
  }

  for (const { name } of rootLists()) {
    const query = `query($after: String) { list: ${list(name)} }`
    let after: string | null = null
    do {
      const page: FoundList = (await ask<{ list: FoundList }>(graph, query, { after })).list
      page.nodes.forEach(reach)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
  }
  while (frontier.length > 0) {
    const current = frontier
    frontier = []
    for (const type of nodeTypes) {
      const ids = current.filter(({ __typename }) => __typename === type.name).map(({ id }) => id)
      for (let at = 0; at < ids.length; at += idsAtOnce) {
        for (const [field, from, to] of await neighbours(graph, type, ids.slice(at, at + idsAtOnce))) {
          reach(to)
          steps.push({ field: `${type.name}.${field}`, from, to: to.id })
        }
      }
    }
  }
  return { nodes, steps }
}

async function neighbours(
  graph: TestGraph,
  type: GraphQLObjectType,
  ids: readonly string[],
): Promise<[field: string, from: string, to: Found][]> {
  const found: [string, string, Found][] = []
  const single = toOne(type).map(({ name }) => name)
  if (single.length > 0) {
    const selection = single.map(name => `${name} { __typename id }`).join(' ')
    for (const node of await askNodes<Record<string, Found | null>>(graph, type, ids, selection)) {
      for (const name of single) if (node[name]) found.push([name, node.id, node[name]])
    }
  }
  for (const { name } of toMany(type)) {
    const unfinished: { id: string; after: string | null }[] = []
    const take = (node: Record<string, FoundList> & { id: string }) => {
      const page = node[name]
      for (const to of page?.nodes ?? []) found.push([name, node.id, to])
      if (page?.pageInfo.hasNextPage) unfinished.push({ id: node.id, after: page.pageInfo.endCursor })
    }
    for (const node of await askNodes<Record<string, FoundList>>(graph, type, ids, list(name))) take(node)
    for (let next = unfinished.shift(); next; next = unfinished.shift()) {
      for (const node of await askNodes<Record<string, FoundList>>(graph, type, [next.id], list(name), next.after)) {
        take(node)
      }
    }
  }
  return found
}

function list(name: string): string {
  return `${name}(first: ${pageSize}, after: $after) { nodes { __typename id } pageInfo { hasNextPage endCursor } }`
}

async function askNodes<T>(
  graph: TestGraph,
  { name }: GraphQLObjectType,
  ids: readonly string[],
  selection: string,
  after: string | null = null,
): Promise<(T & { id: string })[]> {
  const variable = selection.includes('$after') ? ', $after: String' : ''
  const query = `query($ids: [ID!]!${variable}) { nodes(ids: $ids) { ... on ${name} { id ${selection} } } }`
  const { nodes } = await ask<{ nodes: (T & { id: string })[] }>(graph, query, { ids, after })
  return nodes
}

async function ask<T>(graph: TestGraph, query: string, variables: Record<string, unknown>): Promise<T> {
  return dataOf(await graph.ask(query, variables)) as T
}
