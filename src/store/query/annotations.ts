import type { SQL } from 'drizzle-orm'
import { type AnnotationKind, valuesOf, AnnotationKind as vocabulary } from '../../model/vocabulary.ts'
import {
  andBehind,
  type Page,
  type PageSlice,
  pageOf,
  readCursor,
  type StretchRequest,
  stretch,
  writeCursor,
} from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import {
  channel,
  type Entity,
  figureMention,
  figureRelation,
  frameUse,
  membership,
  stance,
  statement,
  termUse,
  timeExpression,
} from '../schema/entities.ts'
import { passages } from '../schema/passages.ts'
import { rowOfCursor } from './listCursor.ts'

/** Which annotations of a document are asked for; `overlaps` is a stretch of its text, in code points. */
export interface AnnotationFilter {
  readonly kinds?: readonly AnnotationKind[] | null | undefined
  readonly overlaps?: { readonly start: number; readonly end: number } | null | undefined
}

export interface AnnotationRequest extends StretchRequest {
  readonly filter?: AnnotationFilter | null | undefined
}

/** One annotation: a node of the graph, and the passage on which it stands. */
export interface AnnotationRow {
  readonly kind: AnnotationKind
  readonly start: number
  readonly end: number
  readonly passageId: number
  readonly nodeId: number
}

const kinds = valuesOf(vocabulary)

/** Whose node an annotation of each kind is, and by which column it stands on its passage. */
export const annotated: Readonly<Record<AnnotationKind, { readonly entity: Entity; readonly column: string }>> = {
  STATEMENT: { entity: statement, column: 'contentId' },
  SOURCE: { entity: statement, column: 'sourceId' },
  CUE: { entity: statement, column: 'cueId' },
  FIGURE_MENTION: { entity: figureMention, column: 'passageId' },
  FIGURE_RELATION: { entity: figureRelation, column: 'passageId' },
  TIME_EXPRESSION: { entity: timeExpression, column: 'passageId' },
  TERM_USE: { entity: termUse, column: 'passageId' },
  FRAME_USE: { entity: frameUse, column: 'passageId' },
  STANCE: { entity: stance, column: 'passageId' },
  MEMBERSHIP: { entity: membership, column: 'passageId' },
  CHANNEL: { entity: channel, column: 'passageId' },
}

/** The one order: by start, then by end; what stands on the same words in the order of the kinds, and as imported. */
const orderName = 'TEXT_ORDER'

/**
 * One page of annotations for each of the documents, by one SQL statement however many they are.
 *
 * Each kind is read along the index of the document's passages and the index of its own table by passage; the kinds are
 * merged in text order, and no more is read than the page takes.
 */
export function readAnnotations(
  database: Database,
  documents: readonly number[],
  request: AnnotationRequest,
): Page<AnnotationRow>[] {
  const asked = stretch(request)
  const beyond = keysOfCursor(database, asked)
  const arms = armsOf(request.filter, rank => {
    if (beyond === null) return sql``
    const keys = [sql`p."start"`, sql`p."end"`, rank, sql`a.id`]
    return andBehind({ name: orderName, keys, descending: keys.map(() => false) }, asked, beyond)
  })
  const direction = sql.raw(asked.backward ? 'desc' : 'asc')
  // A correlated scalar subquery, because SQLite has no lateral join.
  const rows = database.all<{ readonly found: string }>(sql`
    select (
      select json_group_array(json_array("start", "end", kind, id, passage, ${slugOf})) from (
        ${arms}
        order by "start" ${direction}, "end" ${direction}, kind ${direction}, id ${direction} limit ${opaque(asked.size + 1)}) found
    ) as found
    from json_each(${JSON.stringify(documents)}) parent order by parent.key`)
  return rows.map(({ found }) => pageOf(asked, rowsOf(found), edgeOf))
}

/** What the keys of the annotation are that a cursor names by its kind and slug; null where there is none. */
function keysOfCursor(database: Database, asked: PageSlice): (string | number)[] | null {
  const keys = readCursor(asked, { name: orderName, keys: { length: 4 } })
  if (keys === null) return null
  const [start = 0, end = 0, rank = 0, slug] = keys
  const { entity } = annotated[kinds[Number(rank)] ?? 'STATEMENT']
  return [start, end, rank, rowOfCursor(database, entity, slug, asked)]
}

/** How many annotations each of the documents has, by one SQL statement. */
export function countAnnotations(
  database: Database,
  documents: readonly number[],
  filter: AnnotationFilter | null | undefined,
): number[] {
  const rows = database.all<{ readonly count: number }>(sql`
    select (select count(*) from (${armsOf(filter, () => sql``)})) as count
    from json_each(${JSON.stringify(documents)}) parent order by parent.key`)
  return rows.map(({ count }) => count)
}

/** The annotations of the document `parent.value`, kind by kind: start, end, kind (its rank), id and passage. */
function armsOf(filter: AnnotationFilter | null | undefined, beyond: (rank: SQL) => SQL): SQL {
  const { overlaps } = filter ?? {}
  const inRange = overlaps ? sql`p."start" < ${overlaps.end} and p."end" > ${overlaps.start}` : sql`true`
  const wanted = kinds.filter(kind => filter?.kinds?.includes(kind) ?? true)
  const arms = wanted.map(kind => {
    const { entity, column } = annotated[kind]
    const rank = sql.raw(String(kinds.indexOf(kind)))
    return sql`
      select p."start" as "start", p."end" as "end", ${rank} as kind, a.id as id, p.id as passage
      from ${passages} p cross join ${sql.identifier(getTableName(entity.table))} a on a.${sql.identifier(column)} = p.id
      where p."documentId" = parent.value and ${inRange}${beyond(rank)}`
  })
  const none = sql`select 0 as "start", 0 as "end", 0 as kind, 0 as id, 0 as passage where false`
  return arms.length === 0 ? none : sql.join(arms, sql` union all `)
}

/** The slug of an annotation's node; read of those of the page alone. */
const slugOf = sql`case kind ${sql.join(
  kinds.map((kind, rank) => {
    const { table } = annotated[kind].entity
    return sql`when ${sql.raw(String(rank))} then (select ${table.slug} from ${table} where ${table.id} = found.id)`
  }),
  sql` `,
)} end`

type Found = [start: number, end: number, rank: number, nodeId: number, passageId: number, slug: string]

function rowsOf(found: string): Found[] {
  return JSON.parse(found)
}

function edgeOf([start, end, rank, nodeId, passageId, slug]: Found): Page<AnnotationRow>['edges'][number] {
  const kind = kinds[rank]
  if (kind === undefined) throw new Error(`no kind of annotation has the rank ${rank}`)
  const cursor = writeCursor(orderName, [start, end, rank, slug])
  return { cursor, node: { kind, start, end, passageId, nodeId } }
}
