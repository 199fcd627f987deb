import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { pageCap } from '../store/engine/cursor.ts'
import type { RowsHeld } from '../store/query/rowsHeld.ts'
import { costOf } from './cost.ts'
import { schema } from './schema.ts'

/** A list with which an operation would pass if its page were shorter. */
export interface ShorterList {
  /** The way through the answer to it. */
  readonly list: string
  /** The longest page that would pass. */
  readonly first: number
}

/** Lists with which it would pass if no page of theirs were longer. */
export interface ShorterLists {
  readonly lists: readonly string[]
  readonly first: number
}

/** How an operation that costs too much would pass. */
export interface WaysToPass {
  /** The list on which it spends most. */
  readonly costliest: string
  /** Each list that would do it alone, those on which most is spent first. */
  readonly alone: readonly ShorterList[]
  /** Where none would do it alone, the fewest that would together, the costliest first. */
  readonly together: ShorterLists | null
  /** The longest page with which it would pass if none were longer; null where not even one node of each would. */
  readonly each: number | null
}

/** Lists further down in a long operation are not weighed by themselves: each is weighed a few times. */
const MOST_LISTS = 50
const MOST_TOLD = 3
/** With variables of more characters an operation is not weighed again: each time all of them are read. */
const MOST_VARIABLES = 20_000

/** Null if there is no list that could be shorter, or the variables are too long to tell. */
export function waysToPass(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
  held?: RowsHeld,
): WaysToPass | null {
  if (JSON.stringify(variables).length > MOST_VARIABLES) return null
  const weigh = (pages: ReadonlyMap<FieldNode, number>) =>
    costOf(withPages(document, pages), operationName, { ...variables }, held) ?? 0
  const cost = weigh(new Map())
  const lists = listsOf(document, operationName)
  const weighed = lists.slice(0, MOST_LISTS).map(({ node, path }) => {
    // The cost grows by the same with each node of the page.
    const none = weigh(new Map([[node, 0]]))
    const each = weigh(new Map([[node, 1]])) - none
    const first = each <= 0 ? 0 : Math.min(pageCap, Math.floor((limit - none) / each))
    return { list: path, node, first, saved: cost - none }
  })
  const sorted = weighed.filter(({ saved }) => saved > 0).toSorted((one, other) => other.saved - one.saved)
  const [costliest] = sorted
  if (costliest === undefined) return null
  const alone = sorted.filter(({ first }) => first >= 1).slice(0, MOST_TOLD)
  const passes = (some: readonly { readonly node: FieldNode }[], first: number) =>
    weigh(new Map(some.map(({ node }) => [node, first]))) <= limit
  return {
    costliest: costliest.list,
    alone: alone.map(({ list, first }) => ({ list, first })),
    together: alone.length > 0 ? null : fewest(sorted, passes),
    each: longest(first => passes(lists, first)),
  }
}

/** The fewest of the lists, from the costliest on, whose pages make it pass if they are short; null where every list has to be. */
function fewest<List extends { readonly list: string }>(
  sorted: readonly List[],
  passes: (some: readonly List[], first: number) => boolean,
): ShorterLists | null {
  for (let count = 2; count < sorted.length; count += 1) {
    const some = sorted.slice(0, count)
    if (!passes(some, 1)) continue
    const first = longest(size => passes(some, size))
    return first === null ? null : { lists: some.map(({ list }) => list), first }
  }
  return null
}

/** The longest page that passes, where shorter ones do too; null where not even one node does. */
function longest(passes: (first: number) => boolean): number | null {
  let [most, over] = [0, pageCap + 1]
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2)
    if (passes(middle)) most = middle
    else over = middle
  }
  return most === 0 ? null : most
}

interface PagedField {
  readonly node: FieldNode
  readonly path: string
}

/** The fields of an operation that answer with pages, those of its fragments too, each once. */
function listsOf(document: DocumentNode, operationName: string | null | undefined): PagedField[] {
  const operation = getOperationAST(document, operationName)
  const fragments = new Map(
    document.definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const found = new Map<FieldNode, PagedField>()
  const spread = new Set<string>()
  const look = (
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    path: readonly string[],
  ) => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
        const way = [...path, node.alias?.value ?? node.name.value]
        if (field?.args.some(isPageSize)) found.set(node, { node, path: way.join('.') })
        if (node.selectionSet && field) look(node.selectionSet, getNamedType(field.type), way)
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        look(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : type, path)
      } else {
        const fragment = fragments.get(node.name.value)
        if (fragment === undefined || spread.has(node.name.value)) continue
        spread.add(node.name.value)
        look(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), path)
      }
    }
  }
  if (operation) look(operation.selectionSet, schema.getRootType(operation.operation), [])
  return [...found.values()]
}

function isPageSize({ name, type }: GraphQLArgument): boolean {
  return name === 'first' && getNamedType(type).name === 'Int'
}

/** The document with other sizes of some pages. */
function withPages(document: DocumentNode, pages: ReadonlyMap<FieldNode, number>): DocumentNode {
  return visit(document, {
    Field(node) {
      const first = pages.get(node)
      if (first === undefined) return undefined
      const others = node.arguments?.filter(({ name }) => !pageArguments.has(name.value)) ?? []
      const value = { kind: Kind.INT, value: String(first) } as const
      const size = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'first' }, value } as const
      return { ...node, arguments: [...others, size] }
    },
  })
}

const pageArguments: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before'])
