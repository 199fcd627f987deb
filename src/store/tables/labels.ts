import { check, index, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, sparse } from './columns.ts'
import { documents } from './documents.ts'
import { memberships } from './memberships.ts'
import { statements } from './statements.ts'

/** What a corpus says of a statement, a document, an agent or a membership in fields of its own, word for word. */
export const labels = sqliteTable(
  'labels',
  {
    id: id(),
    statementId: integer().references(() => statements.id, { onDelete: 'cascade' }),
    documentId: integer().references(() => documents.id, { onDelete: 'cascade' }),
    agentId: integer().references(() => agents.id, { onDelete: 'cascade' }),
    membershipId: integer().references(() => memberships.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    value: text().notNull(),
  },
  t => [
    check(
      'labels_of_one',
      sql`(${t.statementId} is not null) + (${t.documentId} is not null) + (${t.agentId} is not null) + (${t.membershipId} is not null) = 1`,
    ),
    index('labels_by_statement').on(t.statementId, t.name, t.value),
    index('labels_by_document').on(t.documentId, t.name, t.value),
    index('labels_by_agent').on(t.agentId, t.name, t.value),
    sparse('labels_by_membership', t.membershipId, t.name, t.value),
    index('labels_by_value').on(t.name, t.value, t.statementId),
  ],
)
