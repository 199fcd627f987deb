import { Failure } from '../../model/failure.ts'
import type { ChangeKind, ValueOf } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { currentRevision } from '../engine/revisions.ts'

/** How many changes are told at most at once. */
export const mostChanges = 1_000

/** Something that came, changed or went. */
export interface Change {
  readonly kind: ValueOf<typeof ChangeKind>
  readonly typename: string
  readonly slug: string
  /** When, in ISO 8601, UTC. */
  readonly at: string
  /** The stamp of the change of the graph that it was a part of. */
  readonly revision: string
}

/** Changes in their order, and where to go on. */
export interface Changes {
  readonly nodes: readonly Change[]
  /** Names the last change that is told, or the state of the graph where none is. */
  readonly cursor: string
  readonly hasMore: boolean
}

/**
 * The changes after a cursor: the stamp of a revision and, where a page ended in the midst of one, how many of its changes
 * were told. Stamps follow from the content, so that a cursor holds at every copy of the graph. Without a cursor nothing is
 * told but where the graph is now: whoever loads it after that misses nothing. A day begins with its own first change.
 *
 * @throws Failure BAD_CURSOR
 */
export function readChanges(database: Database, after: string | null, most: number): Changes {
  if (most < 0 || most > mostChanges) {
    throw new Failure('BAD_PAGE', `first: ${most} is not from 0 to ${mostChanges}.`, { argument: 'first' })
  }
  const now = currentRevision(database)?.stamp ?? ''
  if (after === null) return { nodes: [], cursor: now, hasMore: false }
  const { from, told } = isDay(after) ? { from: lastBefore(database, after), told: 0 } : placeOf(database, after)
  const rows = database
    .prepare<[number, number, number, number], Change & { readonly place: number }>(
      `select c.kind, c.typename, c.slug, r.committedAt as at, r.stamp as revision,
         (select count(*) from changes b where b.revisionId = c.revisionId and b.id <= c.id) as place
       from changes c join revisions r on r.id = c.revisionId
       where c.revisionId > ? or (c.revisionId = ? and place > ?)
       order by c.revisionId, c.id limit ?`,
    )
    .all(from, told > 0 ? from : 0, told, most + 1)
  const nodes = rows.slice(0, most)
  const last = nodes.at(-1)
  const hasMore = rows.length > most
  return {
    nodes: nodes.map(({ place: _, ...change }) => change),
    cursor: hasMore && last ? `${last.revision}.${last.place}` : now,
    hasMore,
  }
}

/** A day of the calendar, in UTC as revisions are dated. */
function isDay(after: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(after)
}

/** The last revision before a day; 0 where there is none. */
function lastBefore(database: Database, day: string): number {
  return database.value<number>('select max(id) from revisions where committedAt < ?', day) ?? 0
}

/** The revision that a cursor names, and how many of its changes were told. */
function placeOf(database: Database, cursor: string) {
  const [whole, stamp = '', told = '0'] = /^([0-9a-f]*)(?:\.(\d+))?$/.exec(cursor) ?? []
  if (whole === undefined) throw unknown(cursor)
  return { from: stamp === '' ? 0 : revisionOf(database, stamp, cursor), told: Number(told) }
}

function revisionOf(database: Database, stamp: string, cursor: string): number {
  const id = database.value<number>('select id from revisions where stamp = ?', stamp)
  if (id !== undefined) return id
  throw unknown(cursor)
}

function unknown(cursor: string): Failure {
  return new Failure(
    'BAD_CURSOR',
    `“${cursor}” is not a cursor for the changes of this graph: load everything again.`,
    {
      argument: 'after',
    },
  )
}
