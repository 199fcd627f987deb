import { Basis, StatementRelationKind } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, oneOf, reasoned, ruled, slugColumn, sparse, term } from './columns.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'

/** How one statement stands to another, of the same document or of another one, and in what the two differ. */
export const statementRelations = sqliteTable(
  'statementRelations',
  {
    id: id(),
    slug: slugColumn(),
    subjectId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    kind: term(StatementRelationKind).notNull(),
    objectId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    difference: text(),
    basis: term(Basis).notNull(),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('statement_relations_kind', t.kind, StatementRelationKind),
    oneOf('statement_relations_basis', t.basis, Basis),
    reasoned('statement_relations_reason', t.basis, t.reason),
    ruled('statement_relations_rule', t.basis, t.ruleId),
    check('statement_relations_other', sql`${t.subjectId} <> ${t.objectId}`),
    unique('statement_relations_once').on(t.subjectId, t.kind, t.objectId),
    index('statement_relations_by_subject').on(t.subjectId),
    index('statement_relations_by_object').on(t.objectId),
    sparse('statement_relations_by_rule', t.ruleId),
  ],
)
