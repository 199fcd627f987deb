import { ChangeKind } from '../../model/vocabulary.ts'
import { index, integer, primaryKey, sqliteTable, text } from '../engine/drizzle.ts'
import { id, oneOf, term } from './columns.ts'

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

/** What each change brought, changed and took away: documents, agents, claims and datasets, in the order of the changes. */
export const changes = sqliteTable(
  'changes',
  {
    id: id(),
    revisionId: integer()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    kind: term(ChangeKind).notNull(),
    typename: text().notNull(),
    slug: text().notNull(),
  },
  t => [oneOf('changes_kind', t.kind, ChangeKind), index('changes_by_revision').on(t.revisionId)],
)

/** How what can change was when its last change was recorded, against which the next one is told. */
export const states = sqliteTable(
  'states',
  {
    typename: text().notNull(),
    slug: text().notNull(),
    state: text().notNull(),
    revisionId: integer()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
  },
  t => [primaryKey({ columns: [t.slug, t.typename] }), index('states_by_revision').on(t.revisionId)],
)
