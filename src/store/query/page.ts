import type { SQL } from 'drizzle-orm'
import { andBeyondAny, type Page, pageOf, type StretchRequest, sorted, stretch, writeCursor } from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { madeQuery, type Query } from '../engine/query.ts'
import type { Entity, RowOf } from '../schema/entities.ts'
import type { Relation, Together } from '../schema/relations.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import { type CursorOrder, cursorOrder, cursorValues } from './listCursor.ts'
import { type OrderRequest, orderOf } from './order.ts'

/** What is asked of a list: which rows, in which order, and which stretch of them. */
export interface PageRequest extends StretchRequest {
  readonly filter?: FilterInput | null | undefined
  readonly order?: OrderRequest | null | undefined
}

/** Where a list starts from: everything of an entity, perhaps of a fixed kind, or one relation of many parents. */
export interface List<E extends Entity = Entity> {
  readonly entity: E
  readonly relation?: Relation | undefined
  readonly fixed?: FilterInput | undefined
}

/** What a list belongs to: a parent's row id, or the keys of a group as a JSON array. */
export type Parent = number | string

/** The condition that a row stands in the list of the parent, `parent.value`, and meets the filter. */
export function listed(
  compiler: FilterCompiler,
  { entity, relation, fixed }: List,
  row: Entity['table'],
  filter: FilterInput | null | undefined,
  parent: SQL = sql`parent.value`,
): SQL {
  const scope = { path: 'filter', isCorrelated: relation !== undefined && relation.looksThrough !== true }
  const conditions = [
    relation?.where(parent, row) ?? sql`true`,
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

/** One page for each of the parents, by one SQL statement however many they are. */
export function readPages<E extends Entity>(
  database: Database,
  list: List<E>,
  parents: readonly Parent[],
  request: PageRequest,
): Page<RowOf<E>>[] {
  const asked = stretch(request)
  const { filter, order } = request
  const shape = [filter, order, asked.backward, asked.cursor !== null]
  const query = database.once(`pages ${listName(list)} ${JSON.stringify(shape)}`, () => pagesQuery(list, request))
  const rows = database.rows<RowOf<E> & { readonly $parent: number; readonly slug: string }>(query, {
    parents: JSON.stringify(parents),
    limit: asked.size + 1,
    ...cursorValues(database, asked, query.order),
  })
  const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
  return parents.map((_, index) =>
    pageOf(asked, byParent.get(index) ?? [], node => ({ cursor: writeCursor(query.order.name, [node.slug]), node })),
  )
}

/** A query for pages, and what their cursors are made of. */
export interface PagesQuery extends Query {
  readonly order: CursorOrder
}

/**
 * The query for pages of that shape: its placeholders are `parents` (a JSON array), `limit` (one more than a page holds)
 * and those of the cursor. It reads the rows, and with them `$parent`.
 *
 * "The first N of each" is a correlated subquery that stops in the index after N rows, not a window over all of them.
 */
export function pagesQuery(list: List, request: PageRequest): PagesQuery {
  const { entity, relation } = list
  if (relation?.together !== undefined) return togetherQuery(list, relation.together, request)
  const asked = stretch(request)
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const order = orderOf(entity, row, request)
  // Without the plus, SQLite does not see that an order which begins with the parent's key has but one such key.
  const condition = listed(compiler, list, row, request.filter, sql`+parent.value`)
  const found = compiler.alias(entity.table)
  const foundOrder = orderOf(entity, found, request)
  const query = madeQuery(sql`
    select ${name(found)}.*, parent.key as "$parent"
    from json_each(${sql.placeholder('parents')}) parent
    join ${entity.table} ${name(found)} on ${found.id} in (
      select ${row.id} from ${entity.table} ${name(row)}
      where ${condition}${andBeyondAny(order, asked)}
      order by ${sorted(order, asked)} limit ${opaque(sql.placeholder('limit'))})
    order by parent.key, ${sorted(foundOrder, asked)}`)
  return { ...query, order: cursorOrder(entity, request) }
}

/** The same by one walk through the rows of all parents. */
function togetherQuery(list: List, together: Together, request: PageRequest): PagesQuery {
  const { entity, fixed } = list
  const asked = stretch(request)
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const order = orderOf(entity, row, request)
  const found = compiler.alias(entity.table)
  const items = Array.from({ length: together.items }, (_, index) => sql.raw(`, value ->> '$[${index}]' as v${index}`))
  const query = madeQuery(sql`
    with asked as materialized (select key ${sql.join(items)} from json_each(${sql.placeholder('parents')})),
    placed as (
      select asked.key as parent, ${row.id} as id,
        row_number() over (partition by asked.key order by ${sorted(order, asked)}) as place
      from ${entity.table} ${name(row)} ${together.joins(row)}
      where ${together.where(row)} and ${compiler.condition(entity, row, fixed)}
        and ${compiler.condition(entity, row, request.filter)}${andBeyondAny(order, asked)}
      group by asked.key, ${row.id})
    select ${name(found)}.*, placed.parent as "$parent"
    from placed join ${entity.table} ${name(found)} on ${found.id} = placed.id
    where placed.place <= ${sql.placeholder('limit')} order by placed.parent, placed.place`)
  return { ...query, order: cursorOrder(entity, request) }
}

/** How many rows the list holds for each of the parents, by one SQL statement. */
export function countRows(
  database: Database,
  list: List,
  parents: readonly Parent[],
  filter: FilterInput | null | undefined,
): number[] {
  const { count } = list.relation ?? {}
  if (count !== undefined && !filter) return parents.map(count)
  const query = database.once(`count ${listName(list)} ${JSON.stringify(filter)}`, () => {
    const { table } = list.entity
    const compiler = new FilterCompiler()
    const row = compiler.alias(table)
    return madeQuery(sql`
      select (select count(*) from ${table} ${name(row)} where ${listed(compiler, list, row, filter)}) as count
      from json_each(${sql.placeholder('parents')}) parent order by parent.key`)
  })
  const rows = database.rows<{ readonly count: number }>(query, { parents: JSON.stringify(parents) })
  return rows.map(({ count }) => count)
}

/** What tells a list from others: two may be called the same, if they are of different tables. */
export function listName({ entity, relation, fixed }: List): string {
  return `${getTableName(entity.table)} ${relation ? `in ${relation.name}` : ''} ${JSON.stringify(fixed ?? null)}`
}
