import type { Database } from '../engine/database.ts'

/** One stretch of a document's text, in code points, and its words. */
export interface PassageSpan {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** The row id of the passage of one piece that stands there: the one that is stored, or else a new one. */
export function passageAt(database: Database, documentId: number, { start, end, exact }: PassageSpan): number {
  const stored = database.value<number>(
    'select id from passagePlaces where documentId = ? and start = ? and "end" = ? and pieces is null',
    ...[documentId, start, end],
  )
  if (stored !== undefined) return stored
  const { lastInsertRowid } = database
    .prepare('insert into passagePlaces (documentId, start, "end", exact) values (?, ?, ?, ?)')
    .run(documentId, start, end, exact)
  return Number(lastInsertRowid)
}
