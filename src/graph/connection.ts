import type { FieldMap, InputRef, OutputRef } from '@pothos/core'
import { type GraphQLField, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql'
import { defaultPageSize, type Page, pageCap, stretch } from '../store/engine/cursor.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List, PageRequest, Parent } from '../store/query/page.ts'
import { RowsHeld } from '../store/query/rowsHeld.ts'
import type { Entity, RowOf } from '../store/schema/entities.ts'
import type { Relation } from '../store/schema/relations.ts'
import { builder, type GraphContext, type Types } from './builder.ts'
import { type DimensionEnum, dimensionEnum, facetsField, type WholeList } from './facets.ts'
import { filterInput } from './filterInputs.ts'
import { filterCost, readingCost } from './readingCost.ts'
import { PageOfList } from './reads.ts'

/** A page, and a way to count the whole list if the count is asked for. */
export interface Connection extends Page<object> {
  count(): Promise<number>
}

interface OrderShape {
  by: string
  direction?: 'ASC' | 'DESC' | null | undefined
  thenBy?: OrderShape | null | undefined
}

/** A page of a list, and the list, of which facets are counted. */
interface ListConnection extends Connection {
  readonly whole: WholeList
}

/** The inputs of the lists of a type: what filters, what orders and what counts them. */
interface Inputs {
  readonly filter: InputRef<FilterInput>
  readonly order: InputRef<OrderShape>
  readonly dimension: DimensionEnum | null
}

/** A type whose nodes can be listed: its connection type, and the inputs of its lists. */
export interface Listable extends Inputs {
  readonly entity: Entity
  readonly connection: OutputRef<ListConnection>
}

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'The direction of an order.',
  values: {
    ASC: { description: 'Ascending.' },
    DESC: { description: 'Descending.' },
  },
})

const orderDescriptions: Readonly<Record<string, string>> = {
  NAME: 'By name, in code-point order.',
  SLUG: 'By slug, in code-point order.',
  TITLE: 'By title, in code-point order; those without one first.',
  PUBLISHED: 'By the first day on which it may have been published; those without a date first.',
  POSITION: 'By position: document by document, in import order, and from start to end within each.',
  IMPORTED: 'In import order, and within a source in its own order.',
  EARLIEST: 'By the first day that is covered; those without a date first.',
  TEXT: 'By text, in code-point order.',
  VALUE: 'By value, or by the bound that is known.',
  LABEL: 'By label, in code-point order.',
  ROLE: 'By role, in code-point order.',
  TIME: 'By when it was said: its own time, else the publication of its document; those without a date always come last.',
  SPEAKER: 'By the name of the speaker, in code-point order; those without one first.',
  MEMBER: 'By the name of who holds it, in code-point order.',
  ORGANIZATION: 'By the name of the organization, in code-point order; those without one first.',
  WORDS: 'By words, in code-point order.',
  RATING: 'By rating, in code-point order.',
}

/** The connection has multiplied by the size of its page already: its lists only hand the nodes on. */
const ofThePage = { field: 0, multiplier: 1 }

/**
 * Makes a type listable: declares its connection and edge types, and its inputs unless it shares those of a type that
 * stands for the same rows.
 */
export function listable<E extends Entity>(
  name: string,
  entity: E,
  node: OutputRef<RowOf<E>>,
  inputs: Inputs = declareInputs(name, entity),
): Listable {
  const { dimension } = inputs
  const connection = connectionType<RowOf<E>, ListConnection>(name, node, t =>
    dimension ? { facets: t.field(facetsField(dimension)) } : {},
  )
  return { ...inputs, entity, connection }
}

/** The connection type of a list of such nodes, and its edge type; `fields` are those that other lists do not have. */
export function connectionType<Node extends object, Shape extends Connection = Connection>(
  name: string,
  node: OutputRef<Node>,
  fields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>) => FieldMap = () => ({}),
): OutputRef<Shape> {
  const nodeType: OutputRef<object> = node
  const edge = builder.objectRef<Page<object>['edges'][number]>(`${name}Edge`).implement({
    description: `One ${name} in a list, and its position.`,
    fields: t => ({
      cursor: t.exposeString('cursor', {
        description: 'Its position in the list: opaque, for `after` and `before`.',
      }),
      node: t.field({ type: nodeType, description: `The ${name}.`, resolve: ({ node: row }) => row }),
    }),
  })
  return builder.objectRef<Shape>(`${name}Connection`).implement({
    description: `A page of a list of ${name} nodes (Relay connection).`,
    fields: t => ({
      edges: t.field({
        type: [edge],
        description: 'The nodes of the page, with their cursors.',
        complexity: ofThePage,
        resolve: page => [...page.edges],
      }),
      nodes: t.field({
        type: [nodeType],
        description: 'The nodes of the page.',
        complexity: ofThePage,
        resolve: page => page.edges.map(({ node: row }) => row),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'The position of the page in the list.',
        complexity: { field: 0, multiplier: 0 },
        resolve: ({ edges, hasNextPage, hasPreviousPage, startCursor, endCursor }) => ({
          hasNextPage,
          hasPreviousPage,
          startCursor: startCursor ?? edges.at(0)?.cursor ?? null,
          endCursor: endCursor ?? edges.at(-1)?.cursor ?? null,
        }),
      }),
      totalCount: t.int({
        description: 'How many nodes match the filter in all. Counted only on request.',
        complexity: readingCost.count,
        resolve: page => page.count(),
      }),
      ...fields(t),
    }),
  })
}

function declareInputs(name: string, entity: Entity): Inputs {
  return { filter: filterInput(entity, name), order: orderInput(name, entity), dimension: dimensionEnum(name, entity) }
}

type OrderRef = InputRef<OrderShape>

/** The names of inputs that lists of several types share, since they can be ordered by the same. */
const sharedNames: Readonly<Record<string, string>> = {
  IMPORTED: 'Import',
  'IMPORTED NAME SLUG': 'Name',
  'IMPORTED POSITION SPEAKER TIME': 'Statement',
  'IMPORTED POSITION SPEAKER TIME WORDS': 'Worded',
}
const sharedOrders = new Map<string, OrderRef>()

function orderInput(name: string, entity: Entity): OrderRef {
  const orders = Object.keys(entity.orders(entity.table)).toSorted()
  const shared = sharedNames[orders.join(' ')]
  if (shared === undefined) return declareOrder(name, `a list of ${name} nodes`, orders)
  const order = sharedOrders.get(shared) ?? declareOrder(shared, 'such a list', orders)
  sharedOrders.set(shared, order)
  return order
}

function declareOrder(name: string, what: string, orders: readonly string[]): OrderRef {
  const by = builder.enumType(`${name}OrderBy`, {
    description: `What ${what} can be ordered by.`,
    values: Object.fromEntries(orders.map(order => [order, { description: orderDescriptions[order] ?? order }])),
  })
  const order = builder.inputRef<OrderShape>(`${name}Order`)
  order.implement({
    description: `How ${what} is ordered. Import order breaks ties.`,
    fields: t => ({
      by: t.field({ type: by, required: true, description: 'What to order by.' }),
      direction: t.field({ type: OrderDirection, description: 'The direction; ascending by default.' }),
      thenBy: t.field({ type: order, description: 'How to order nodes that are equal in this.' }),
    }),
  })
  return order
}

/** A field that lists everything of a type: `figures: t.field(list(figureList, '…'))`. */
export function list(target: Listable, description: string, fixed?: FilterInput) {
  const list = { entity: target.entity, fixed }
  return {
    ...connectionField<unknown>(target, description, () => [list, null]),
    extensions: { reads: new PageOfList(list) },
  }
}

/** A field that walks from a node to many: `statements: t.field(walk(statementList, relations.agentStatements, '…'))`. */
export function walk(target: Listable, relation: Relation, description: string) {
  const list = { entity: target.entity, relation }
  return {
    ...connectionField<{ readonly id: number }>(target, description, ({ id }) => [list, id]),
    extensions: { reads: new PageOfList(list) },
  }
}

/** The arguments that say which stretch of a list is asked for. */
export function pageArgs() {
  return builder.args(t => ({
    first: t.int({
      description: `How many from the start, or after \`after\`: up to ${pageCap}; ${defaultPageSize} if not given.`,
    }),
    after: t.string({ description: 'The cursor that the page starts after.' }),
    last: t.int({ description: `How many from the end, or before \`before\`: up to ${pageCap}.` }),
    before: t.string({ description: 'The cursor that the page ends before.' }),
  }))
}

/** What of a list's arguments says what it costs. */
interface CostlyArguments extends Pick<PageRequest, 'first' | 'last'> {
  readonly filter?: unknown
  readonly groupBy?: readonly string[] | null | undefined
}

/**
 * What a list costs: as often what is asked of a node as a page can hold, and what it takes to find and to count them. A page
 * over the cap is refused for that. Whoever knows how many rows there are (`RowsHeld`) weighs no page fuller than these make it.
 */
export function pageComplexity(
  { first, last, filter, groupBy }: CostlyArguments,
  held: object,
  { extensions: { reads } }: Pick<GraphQLField<unknown, unknown>, 'extensions'>,
) {
  const reading = filterCost(filter) + readingCost.dimension * (groupBy?.length ?? 0)
  const most = held instanceof RowsHeld && reads instanceof PageOfList ? held.most(reads.list.entity) : pageCap
  return { field: 1 + reading, multiplier: Math.min(first ?? last ?? defaultPageSize, pageCap, Math.max(1, most)) }
}

/** The arguments by which a list is filtered, ordered and paged. */
export function listArgs({ filter, order }: Pick<Listable, 'filter' | 'order'>) {
  return {
    ...builder.args(t => ({
      filter: t.field({ type: filter, description: 'Which nodes to list; all by default.' }),
      order: t.field({ type: order, description: 'The order.' }),
    })),
    ...pageArgs(),
  }
}

/** The one place where lists are paged, filtered, ordered and counted. `source` says which list belongs to which parent. */
export function connectionField<Node>(
  { connection, filter, order }: Listable,
  description: string,
  source: (node: Node) => [List, Parent | null],
) {
  return {
    type: connection,
    description,
    args: listArgs({ filter, order }),
    complexity: pageComplexity,
    resolve: async (
      node: Node,
      args: PageRequest,
      { read }: GraphContext,
      info: Pick<GraphQLResolveInfo, 'fieldNodes'>,
    ): Promise<ListConnection> => {
      const [list, parent] = source(node)
      const page = isCountedAlone(args, info) ? noRows : await read.page(list, parent, args)
      const { filter } = args
      return { ...page, whole: { list, parent, filter }, count: () => read.count(list, parent, filter) }
    },
  }
}

const noRows: Page<object> = { edges: [], hasNextPage: false, hasPreviousPage: false }

/** Whether nothing but the number of rows is asked of a list: to read a row that few are like takes as long as to count them. */
function isCountedAlone(args: PageRequest, { fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>): boolean {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  const isCount = (each: SelectionNode) => each.kind === Kind.FIELD && each.name.value === 'totalCount'
  // A cursor may be none of the list.
  return stretch(args).cursor === null && selections.every(isCount)
}
