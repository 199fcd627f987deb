import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { id, slug } from './columns.ts'
import { passages } from './passages.ts'
import { statements } from './statements.ts'

/** What is talked of under several names, with a label that is as neutral as can be. */
export const referents = sqliteTable('referents', { id: id(), slug: slug(), label: text().notNull() }, t => [
  index('referents_by_label').on(t.label, t.id),
])

/** The words with which one statement names a referent. */
export const termUses = sqliteTable(
  'termUses',
  {
    id: id(),
    slug: slug(),
    referentId: integer()
      .notNull()
      .references(() => referents.id, { onDelete: 'restrict' }),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passages.id, { onDelete: 'cascade' }),
    words: text().notNull(),
    /** The words, folded: derived by the writer, so that uses can be counted and found by them. */
    folded: text().notNull().default(''),
  },
  t => [
    index('term_uses_by_referent').on(t.referentId, t.id),
    index('term_uses_by_statement').on(t.statementId, t.id),
    index('term_uses_by_passage').on(t.passageId, t.id),
    index('term_uses_by_words').on(t.words, t.id),
    index('term_uses_by_folded').on(t.folded, t.statementId),
  ],
)
