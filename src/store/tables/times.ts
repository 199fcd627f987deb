import { TimeBasis } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { id, oneOf, ordered, slugColumn, sparse, term } from './columns.ts'
import { documents } from './documents.ts'
import { passagePlaces } from './passages.ts'
import { rules } from './rules.ts'

/**
 * A time as a document words it, with the date it stands for, if that is known (EDTF, ISO 8601-2 levels 0 and 1). One that
 * a corpus knows of a statement, and that the document does not word, has no passage.
 *
 * `earliest` and `latest` are the first and last day that the EDTF value covers; null is open or unknown.
 */
export const timeExpressions = sqliteTable(
  'timeExpressions',
  {
    id: id(),
    slug: slugColumn(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    passageId: integer().references(() => passagePlaces.id, { onDelete: 'cascade' }),
    words: text().notNull(),
    edtf: text(),
    earliest: text(),
    latest: text(),
    basis: term(TimeBasis).notNull(),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('time_expressions_basis', t.basis, TimeBasis),
    check('time_expressions_resolved', sql`(${t.basis} = 'UNRESOLVED') = (${t.edtf} is null)`),
    check('time_expressions_reason', sql`${t.basis} <> 'INFERRED' or ${t.reason} is not null`),
    // What a rule read of which nothing fixes the date stays unresolved, and still names its rule.
    check('time_expressions_rule', sql`(${t.basis} = 'AUTOMATIC') <= (${t.ruleId} is not null)`),
    check('time_expressions_ruled', sql`${t.ruleId} is null or ${t.basis} = 'AUTOMATIC' or ${t.basis} = 'UNRESOLVED'`),
    ordered('time_expressions_interval', t.earliest, t.latest),
    index('time_expressions_by_document').on(t.documentId),
    index('time_expressions_by_passage').on(t.passageId),
    index('time_expressions_by_earliest').on(t.earliest, t.latest),
    sparse('time_expressions_by_rule', t.ruleId),
  ],
)
