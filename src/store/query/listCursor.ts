import { Failure } from '../../model/failure.ts'
import { type PageSlice, readCursor } from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery, type Query } from '../engine/query.ts'
import type { Entity } from '../schema/entities.ts'
import { FilterCompiler, name } from './filter.ts'
import { type OrderRequest, orderOf } from './order.ts'

/** What the cursors of a list in some order are read by: the order's name, and a query for the keys of the row with a slug. */
export interface CursorOrder extends Query {
  readonly name: string
}

/** The order of a list whose cursors name a row by its slug: its keys may be row ids, which are another in each database. */
export function cursorOrder(
  entity: Entity,
  request: { readonly order?: OrderRequest | null | undefined },
): CursorOrder {
  const row = new FilterCompiler().alias(entity.table)
  const order = orderOf(entity, row, request)
  const query = madeQuery(sql`
    select json_array(${sql.join([...order.keys], sql`, `)}) from ${entity.table} ${name(row)}
    where ${entity.isNamed(row, sql`${sql.placeholder('slug')}`)}`)
  return { ...query, name: order.name }
}

/**
 * The values for the placeholders of `andBeyondAny`: the keys of the row that the cursor names.
 *
 * @throws Failure BAD_CURSOR where it is none of that order, or where that row is no more
 */
export function cursorValues(
  database: Database,
  asked: PageSlice,
  order: CursorOrder,
  prefix = 'cursor',
): Record<string, string | number> {
  const [slug] = readCursor(asked, { name: order.name, keys: { length: 1 } }) ?? []
  if (slug === undefined) return {}
  const keys: unknown = JSON.parse(database.text(order, { slug }) || 'null')
  if (!Array.isArray(keys)) throw staleCursor(asked, String(slug))
  return Object.fromEntries(keys.map((key, index) => [`${prefix}${index}`, key]))
}

/**
 * The id of the row that a cursor names by its slug.
 *
 * @throws Failure BAD_CURSOR where it is no more
 */
export function rowOfCursor(
  database: Database,
  { table, isNamed }: Entity,
  slug: string | number | undefined,
  asked: PageSlice,
) {
  const [row] = database.all<{ readonly id: number }>(
    sql`select id from ${table} where ${isNamed(table, sql`${String(slug)}`)}`,
  )
  if (row === undefined) throw staleCursor(asked, String(slug))
  return row.id
}

function staleCursor({ backward }: PageSlice, slug: string): Failure {
  return new Failure(
    'BAD_CURSOR',
    `The cursor stands at ${slug}, which is not, or no longer, in the graph. Start again without it.`,
    { argument: backward ? 'before' : 'after' },
  )
}
