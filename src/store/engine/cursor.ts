import type { SQL } from 'drizzle-orm'
import { Failure } from '../../model/failure.ts'
import { sql } from './drizzle.ts'

/** The most rows that one page holds, and how many it holds where nothing is asked. */
export const pageCap = 100
export const defaultPageSize = 20

/** Which stretch of a list is asked for (Relay cursor connections). */
export interface StretchRequest<Cursor = string> {
  readonly first?: number | null | undefined
  readonly after?: Cursor | null | undefined
  readonly last?: number | null | undefined
  readonly before?: Cursor | null | undefined
}

/** A stretch of a list, each row with its cursor. */
export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  /** Where the list goes on before and after the page, if not at its first and last edge: where reading stopped. */
  readonly startCursor?: string
  readonly endCursor?: string
}

/** An order: its name, which its cursors carry, and its keys, never null and together unique. */
export interface Order {
  readonly name: string
  readonly keys: readonly SQL[]
  /** Which way each of the keys goes. */
  readonly descending: readonly boolean[]
}

/** What a cursor has of its order: the name, and how many keys. */
interface CursorShape {
  readonly name: string
  readonly keys: { readonly length: number }
}

/** How much of a list is asked for, which way, and beyond which cursor. */
export interface PageSlice<Cursor = string> {
  readonly size: number
  readonly backward: boolean
  readonly cursor: Cursor | null
}

/**
 * The stretch that a request asks for.
 *
 * @throws Failure BAD_PAGE where both directions are asked for, or too few or too many rows
 */
export function stretch<Cursor>({ first, after, last, before }: StretchRequest<Cursor>): PageSlice<Cursor> {
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
    throw new Failure('BAD_PAGE', `${argument}: ${size} is over the cap of ${pageCap} rows a page.`, {
      argument,
      excess: { limit: pageCap, value: size },
    })
  }
  return { size, backward, cursor: (backward ? before : after) ?? null }
}

/** The page that the rows make which were read for a stretch, in its direction and one more than it holds. */
export function pageOf<Row, Node>(
  stretch: PageSlice,
  rows: readonly Row[],
  edge: (row: Row) => Page<Node>['edges'][number],
): Page<Node> {
  const { rows: shown, ...page } = rowsOfPage(stretch, rows)
  return { edges: shown.map(edge), ...page }
}

/** The same rows in the order of the list, and whether there are others before and after them. */
export function rowsOfPage<Row>({ size, backward, cursor }: PageSlice, rows: readonly Row[]) {
  const shown = rows.slice(0, size)
  const more = rows.length > size
  return backward
    ? { rows: shown.reverse(), hasPreviousPage: more, hasNextPage: cursor !== null }
    : { rows: shown, hasPreviousPage: cursor !== null, hasNextPage: more }
}

/** The keys with the direction in which a stretch is read: what stands behind `order by`. */
export function sorted({ keys, descending }: Order, { backward }: Pick<PageSlice, 'backward'>): SQL {
  return sql.join(
    keys.map((key, index) => sql`${key} ${sql.raw(descending[index] === backward ? 'asc' : 'desc')}`),
    sql`, `,
  )
}

/**
 * Narrows to the rows that come after the cursor's, compared as a row value so that an index can jump there.
 *
 * @throws Failure BAD_CURSOR
 */
export function andBeyond(order: Order, stretch: PageSlice): SQL {
  const values = readCursor(stretch, order)
  return values === null ? sql`` : andBehind(order, stretch, values)
}

/** The same for a query that is made once: placeholders stand for the values of the cursor, the keys of its row. */
export function andBeyondAny(order: Order, stretch: PageSlice<unknown>, prefix = 'cursor'): SQL {
  const placeholders = order.keys.map((_, index) => sql.placeholder(`${prefix}${index}`))
  return stretch.cursor === null ? sql`` : andBehind(order, stretch, placeholders)
}

/** Narrows to the rows that come after the one whose keys have these values. */
export function andBehind(
  { keys, descending }: Order,
  { backward }: Pick<PageSlice, 'backward'>,
  values: readonly unknown[],
): SQL {
  const bound = values.map(value => sql`${value}`)
  const operators = keys.map((_, index) => sql.raw(descending[index] === backward ? '>' : '<'))
  if (descending.every(way => way === descending[0])) {
    // Compared as a row, an index can jump there.
    return sql` and (${sql.join([...keys], sql`, `)}) ${operators[0]} (${sql.join(bound, sql`, `)})`
  }
  // Keys that go different ways: the first in which two rows differ decides.
  const beyond = keys.map((key, index) => {
    const same = keys.slice(0, index).map((before, place) => sql`${before} = ${bound[place]}`)
    return sql`(${sql.join([...same, sql`${key} ${operators[index]} ${bound[index]}`], sql` and `)})`
  })
  return sql` and (${sql.join(beyond, sql` or `)})`
}

/**
 * A cursor is opaque to its users: the order's name, and what says where in it, as a JSON array. Rows are named by their
 * slugs, never by row ids, so that a cursor holds in every database that has the same content.
 */
export function writeCursor(order: string, keys: readonly (string | number)[]): string {
  return Buffer.from(`${order}${JSON.stringify(keys)}`).toString('base64url')
}

/**
 * The keys of the cursor that a stretch begins after; null at the end of the list.
 *
 * @throws Failure BAD_CURSOR if it is none of a list in that order
 */
export function readCursor({ cursor, backward }: PageSlice, order: CursorShape): (string | number)[] | null {
  if (cursor === null) return null
  const text = Buffer.from(cursor, 'base64url').toString()
  const keys = text.startsWith(`${order.name}[`) ? parseJson(text.slice(order.name.length)) : undefined
  const isKey = (key: unknown) => typeof key === 'string' || typeof key === 'number'
  if (!Array.isArray(keys) || keys.length !== order.keys.length || !keys.every(isKey)) {
    throw new Failure(
      'BAD_CURSOR',
      `“${cursor}” is no cursor of a list ordered by ${order.name}. Cursors come from the same list, in the same order.`,
      { argument: backward ? 'before' : 'after' },
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
