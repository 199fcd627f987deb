import { type SQL, sql } from 'drizzle-orm'
import { Failure } from '../model/failure.ts'
import type { Database } from './database.ts'
import type { Entity, RowOf } from './entities.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import type { Relation } from './relations.ts'

/** The most rows that one page holds, and how many it holds where nothing is asked. */
export const pageCap = 100
export const defaultPageSize = 20

/** What is asked of a list: which rows, in which order, and which stretch of them (Relay cursor connections). */
export interface PageRequest {
  readonly filter?: FilterInput | null | undefined
  readonly order?: { readonly by: string; readonly direction?: 'ASC' | 'DESC' | null | undefined } | null | undefined
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** A stretch of a list, each row with its cursor. */
export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}

/** Where a list starts from: everything of an entity, perhaps of a fixed kind, or one relation of many parents. */
export interface List<E extends Entity = Entity> {
  readonly entity: E
  readonly relation?: Relation | undefined
  readonly fixed?: FilterInput | undefined
}

/** What a list hangs on: the row id of a node, or a text by which the list's relation knows its rows. */
export type Parent = number | string

/** The rows of a list without a parent. */
export function readPage<E extends Entity>(database: Database, list: List<E>, request: PageRequest): Page<RowOf<E>> {
  const [page] = readPages(database, list, [0], request)
  if (page === undefined) throw new Error('one parent gives one page')
  return page
}

/**
 * One page for each of the parents, by one SQL statement however many they are.
 *
 * "The first N of each" is a correlated subquery that stops in the index after N rows, not a window over all of them.
 */
export function readPages<E extends Entity>(
  database: Database,
  list: List<E>,
  parents: readonly Parent[],
  request: PageRequest,
): Page<RowOf<E>>[] {
  const { entity, relation } = list
  const asked = stretch(request)
  const { size, backward, cursor } = asked
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const order = orderOf(entity, row, request)
  const descending = order.descending !== backward
  const conditions = [
    relation?.where(sql`parent.value`, row) ?? sql`true`,
    compiler.condition(entity, row, list.fixed),
    compiler.condition(entity, row, request.filter),
    ...(cursor === null ? [] : [beyond(order.keys, readCursor(cursor, order), descending)]),
  ]
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const sorted = sql.join(
    order.keys.map(key => sql`${key} ${direction}`),
    sql`, `,
  )
  const found = compiler.alias(entity.table)
  const foundKeys = orderOf(entity, found, request).keys
  const rows = database.all<RowOf<E> & { readonly $parent: number; readonly $cursor: string }>(sql`
    select parent.key as "$parent", ${found}.*, json_array(${sql.join([...foundKeys], sql`, `)}) as "$cursor"
    from json_each(${JSON.stringify(parents)}) parent
    join ${entity.table} ${name(found)} on ${found.id} in (
      select ${row.id} from ${entity.table} ${name(row)}
      where ${sql.join(conditions, sql` and `)}
      order by ${sorted} limit ${size + 1})
    order by parent.key, ${sql.join(
      foundKeys.map(key => sql`${key} ${direction}`),
      sql`, `,
    )}`)

  const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
  return parents.map((_, index) => {
    const read = byParent.get(index) ?? []
    return pageOf(asked, read, node => ({ cursor: writeCursor(order.name, node.$cursor), node }))
  })
}

/** The page that the rows make which were read for a stretch, in its direction and one more than it holds. */
export function pageOf<Row, Node>(
  { size, backward, cursor }: Stretch,
  rows: readonly Row[],
  edge: (row: Row) => Page<Node>['edges'][number],
): Page<Node> {
  const edges = rows.slice(0, size).map(edge)
  const more = rows.length > size
  return backward
    ? { edges: edges.reverse(), hasPreviousPage: more, hasNextPage: cursor !== null }
    : { edges, hasPreviousPage: cursor !== null, hasNextPage: more }
}

/** How many rows the list holds for each of the parents, by one SQL statement. */
export function countRows(
  database: Database,
  list: List,
  parents: readonly Parent[],
  filter: FilterInput | null | undefined,
): number[] {
  const { entity, relation, fixed } = list
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const rows = database.all<{ readonly count: number }>(sql`
    select (
      select count(*) from ${entity.table} ${name(row)}
      where ${relation?.where(sql`parent.value`, row) ?? sql`true`}
        and ${compiler.condition(entity, row, fixed)} and ${compiler.condition(entity, row, filter)}
    ) as count
    from json_each(${JSON.stringify(parents)}) parent order by parent.key`)
  return rows.map(({ count }) => count)
}

/** How much of a list is asked for, which way, and beyond which cursor. */
export interface Stretch {
  readonly size: number
  readonly backward: boolean
  readonly cursor: string | null
}

/**
 * The stretch that a request asks for.
 *
 * @throws Failure BAD_PAGE
 */
export function stretch({
  first,
  after,
  last,
  before,
}: Pick<PageRequest, 'first' | 'after' | 'last' | 'before'>): Stretch {
  const backward = (last ?? before ?? null) !== null
  if (backward && (first ?? after ?? null) !== null) {
    throw new Failure('BAD_PAGE', 'A page goes forwards (first, after) or backwards (last, before), not both.')
  }
  const size = (backward ? last : first) ?? defaultPageSize
  const argument = backward ? 'last' : 'first'
  if (size < 0) throw new Failure('BAD_PAGE', `${argument}: ${size} is below 0.`)
  if (size > pageCap) throw new Failure('BAD_PAGE', `${argument}: ${size} is over the cap of ${pageCap} rows a page.`)
  return { size, backward, cursor: (backward ? before : after) ?? null }
}

interface Order {
  readonly name: string
  readonly keys: readonly SQL[]
  readonly descending: boolean
}

/** The keys of an order, the row id last, so that no two rows are equal in it. */
function orderOf(entity: Entity, row: Entity['table'], { order }: PageRequest): Order {
  const orders = entity.orders(row)
  const [initial] = Object.keys(orders)
  const name = order?.by ?? initial ?? ''
  const keys = [...(orders[name] ?? []), row.id].map(key => sql`${key}`)
  return { name, keys, descending: order?.direction === 'DESC' }
}

/** The rows that come after the cursor's, compared as a row value so that an index can jump there. */
function beyond(keys: readonly SQL[], values: readonly (string | number)[], descending: boolean): SQL {
  const operator = sql.raw(descending ? '<' : '>')
  const bound = values.map(value => sql`${value}`)
  return sql`(${sql.join([...keys], sql`, `)}) ${operator} (${sql.join(bound, sql`, `)})`
}

/** A cursor is opaque to its users: the order's name and the row's keys in it. */
export function writeCursor(order: string, keys: string): string {
  return Buffer.from(`${order}${keys}`).toString('base64url')
}

/**
 * The keys of a cursor of a list in that order.
 *
 * @throws Failure BAD_CURSOR if it is none
 */
export function readCursor(
  cursor: string,
  order: { readonly name: string; readonly keys: { readonly length: number } },
): (string | number)[] {
  const text = Buffer.from(cursor, 'base64url').toString()
  const keys = text.startsWith(`${order.name}[`) ? parseJson(text.slice(order.name.length)) : undefined
  const isKey = (key: unknown) => typeof key === 'string' || typeof key === 'number'
  if (!Array.isArray(keys) || keys.length !== order.keys.length || !keys.every(isKey)) {
    throw new Failure(
      'BAD_CURSOR',
      `“${cursor}” is no cursor of a list ordered by ${order.name}. Cursors come from the same list, in the same order.`,
    )
  }
  return keys
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
