import { type SQL, sql } from 'drizzle-orm'
import { Failure } from '../model/failure.ts'

/** The most rows that one page holds, and how many it holds where nothing is asked. */
export const pageCap = 100
export const defaultPageSize = 20

/** Which stretch of a list is asked for (Relay cursor connections). */
export interface StretchRequest {
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

/** An order: its name, which its cursors carry, and its keys, never null and together unique. */
export interface Order {
  readonly name: string
  readonly keys: readonly SQL[]
  readonly descending: boolean
}

/** The reading of a stretch in an order: how many rows, in which direction, from which row on. */
export interface Stretch {
  readonly size: number
  readonly backward: boolean
  /** Whether rows are read from the greatest to the least. */
  readonly descending: boolean
  /** The keys of the row that the stretch begins after; null at the end of the list. */
  readonly beyond: readonly (string | number)[] | null
}

/**
 * @throws Failure BAD_PAGE where both directions are asked for, or too few or too many rows; BAD_CURSOR where the cursor
 * is of another list or order
 */
export function stretchOf({ first, after, last, before }: StretchRequest, order: Order): Stretch {
  const backward = (last ?? before ?? null) !== null
  if (backward && (first ?? after ?? null) !== null) {
    throw new Failure('BAD_PAGE', 'A page goes forwards (first, after) or backwards (last, before), not both.', {
      argument: (last ?? null) === null ? 'before' : 'last',
    })
  }
  const argument = backward ? 'last' : 'first'
  const size = (backward ? last : first) ?? defaultPageSize
  if (size < 0) throw new Failure('BAD_PAGE', `${argument}: ${size} is below 0.`, { argument })
  if (size > pageCap) {
    throw new Failure('BAD_PAGE', `${argument}: ${size} is over the cap of ${pageCap} rows a page.`, { argument })
  }
  const cursor = (backward ? before : after) ?? null
  return {
    size,
    backward,
    descending: order.descending !== backward,
    beyond: cursor === null ? null : readCursor(cursor, order, backward ? 'before' : 'after'),
  }
}

/** The keys with the direction in which they are read: what stands behind `order by`. */
export function sorted(keys: readonly SQL[], { descending }: Stretch): SQL {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  return sql.join(
    keys.map(key => sql`${key} ${direction}`),
    sql`, `,
  )
}

/** Narrows to the rows that come after the cursor's, compared as a row value so that an index can jump there. */
export function andBeyond(keys: readonly SQL[], { beyond, descending }: Stretch): SQL {
  if (beyond === null) return sql``
  const operator = sql.raw(descending ? '<' : '>')
  const bound = beyond.map(value => sql`${value}`)
  return sql` and (${sql.join([...keys], sql`, `)}) ${operator} (${sql.join(bound, sql`, `)})`
}

/** The page of what was read in a stretch: up to one row more than asked for, which says that there is more. */
export function pageOf<Row extends { readonly $cursor: string }>(
  read: readonly Row[],
  { name }: Order,
  { size, backward, beyond }: Stretch,
): Page<Row> {
  const edges = read.slice(0, size).map(node => ({ cursor: writeCursor(name, node.$cursor), node }))
  const more = read.length > size
  return backward
    ? { edges: edges.reverse(), hasPreviousPage: more, hasNextPage: beyond !== null }
    : { edges, hasPreviousPage: beyond !== null, hasNextPage: more }
}

/** A cursor is opaque to its users: the order's name and the row's keys in it, a JSON array. */
function writeCursor(order: string, keys: string): string {
  return Buffer.from(`${order}${keys}`).toString('base64url')
}

function readCursor(cursor: string, { name, keys }: Order, argument: string): (string | number)[] {
  const text = Buffer.from(cursor, 'base64url').toString()
  const values = text.startsWith(`${name}[`) ? parseJson(text.slice(name.length)) : undefined
  const isKey = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  if (!Array.isArray(values) || values.length !== keys.length || !values.every(isKey)) {
    throw new Failure(
      'BAD_CURSOR',
      `“${cursor}” is no cursor of a list ordered by ${name}. Cursors come from the same list, in the same order.`,
      { argument },
    )
  }
  return values
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
