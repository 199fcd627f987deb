import { getTableName, type SQL, sql } from 'drizzle-orm'
import {
  andBeyond,
  type Order,
  type Page,
  pageOf,
  type StretchRequest,
  sorted,
  stretch,
  writeCursor,
} from './cursor.ts'
import type { Database } from './database.ts'
import type { Entity, RowOf } from './entities.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import type { Relation } from './relations.ts'

/** What is asked of a list: which rows, in which order, and which stretch of them. */
export interface PageRequest extends StretchRequest {
  readonly filter?: FilterInput | null | undefined
  readonly order?: { readonly by: string; readonly direction?: 'ASC' | 'DESC' | null | undefined } | null | undefined
}

/** Where a list starts from: everything of an entity, perhaps of a fixed kind, or one relation of many parents. */
export interface List<E extends Entity = Entity> {
  readonly entity: E
  readonly relation?: Relation | undefined
  readonly fixed?: FilterInput | undefined
}

/** What a list hangs on: a parent's row id, or the keys of a group as a JSON array. */
export type Parent = number | string

/** The condition that a row stands in the list of the parent `parent.value` and meets the filter. */
export function listed(
  compiler: FilterCompiler,
  { entity, relation, fixed }: List,
  row: Entity['table'],
  filter: FilterInput | null | undefined,
): SQL {
  const scope = { path: 'filter', hangs: relation !== undefined }
  const conditions = [
    relation?.where(sql`parent.value`, row) ?? sql`true`,
    compiler.condition(entity, row, fixed, scope),
    compiler.condition(entity, row, filter, scope),
  ]
  return sql.join(conditions, sql` and `)
}

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
  const { entity } = list
  const asked = stretch(request)
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const order = orderOf(entity, row, request)
  const condition = listed(compiler, list, row, request.filter)
  const found = compiler.alias(entity.table)
  const foundOrder = orderOf(entity, found, request)
  const rows = database.all<RowOf<E> & { readonly $parent: number; readonly $cursor: string }>(sql`
    select parent.key as "$parent", ${found}.*, json_array(${sql.join([...foundOrder.keys], sql`, `)}) as "$cursor"
    from json_each(${JSON.stringify(parents)}) parent
    join ${entity.table} ${name(found)} on ${found.id} in (
      select ${row.id} from ${entity.table} ${name(row)}
      where ${condition}${andBeyond(order, asked)}
      order by ${sorted(order, asked)} limit ${asked.size + 1})
    order by parent.key, ${sorted(foundOrder, asked)}`)

  const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
  return parents.map((_, index) =>
    pageOf(asked, byParent.get(index) ?? [], node => ({ cursor: writeCursor(order.name, node.$cursor), node })),
  )
}

/** How many rows the list holds for each of the parents, by one SQL statement. */
export function countRows(
  database: Database,
  list: List,
  parents: readonly Parent[],
  filter: FilterInput | null | undefined,
): number[] {
  const { entity } = list
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const rows = database.all<{ readonly count: number }>(sql`
    select (
      select count(*) from ${entity.table} ${name(row)} where ${listed(compiler, list, row, filter)}
    ) as count
    from json_each(${JSON.stringify(parents)}) parent order by parent.key`)
  return rows.map(({ count }) => count)
}

/** The keys of an order, the row id last, so that no two rows are equal in it. */
function orderOf(entity: Entity, row: Entity['table'], { order }: PageRequest): Order {
  const orders = entity.orders(row)
  const [initial] = Object.keys(orders)
  const by = order?.by ?? initial ?? ''
  const keys = [...(orders[by] ?? []), row.id].map(key => sql`${key}`)
  return { name: `${getTableName(entity.table)} ${by}`, keys, descending: order?.direction === 'DESC' }
}
