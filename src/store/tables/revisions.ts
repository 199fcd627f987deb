import { sqliteTable, text } from '../engine/drizzle.ts'
import { id } from './columns.ts'

/**
 * Every change that was committed, in order. Each row is written in the transaction of the change that it records, so
 * that what stands here is done, and a database without any was begun and never filled.
 */
export const revisions = sqliteTable('revisions', {
  id: id(),
  /** Names the content: it follows from all changes so far, and copies of a database share it. */
  stamp: text().notNull().unique(),
  /** What was changed, for people: “document wane-ice-435000 created”. */
  change: text().notNull(),
  /** ISO 8601, UTC. */
  committedAt: text().notNull(),
})
