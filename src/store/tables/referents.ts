import { Basis, Wording } from '../../model/vocabulary.ts'
import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { id, namedApart, oneOf, reasoned, ruled, slugColumn, slugOfPart, sparse, term } from './columns.ts'
import { passagePlaces } from './passages.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'

/** A thing that goes by several names, with a label that is as neutral as possible. */
export const referents = sqliteTable('referents', { id: id(), slug: slugColumn(), label: text().notNull() }, t => [
  index('referents_by_label').on(t.label),
])

/** The words that one statement uses to name a referent. `basis` says on what ground these words are taken to name it. */
export const termUses = sqliteTable(
  'termUses',
  {
    id: id(),
    ...slugOfPart(),
    referentId: integer()
      .notNull()
      .references(() => referents.id, { onDelete: 'restrict' }),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    words: text().notNull(),
    /** The words, folded: derived by the writer, so that uses can be counted and found by them. */
    folded: text().notNull().default(''),
    wording: term(Wording),
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('term_uses_wording', t.wording, Wording),
    oneOf('term_uses_basis', t.basis, Basis),
    reasoned('term_uses_reason', t.basis, t.reason),
    ruled('term_uses_rule', t.basis, t.ruleId),
    namedApart('term_uses_named_apart', t.slug, t.namedApart),
    index('term_uses_by_referent').on(t.referentId),
    index('term_uses_by_statement').on(t.statementId),
    index('term_uses_by_passage').on(t.passageId),
    index('term_uses_by_words').on(t.words),
    index('term_uses_by_folded').on(t.folded, t.statementId),
    sparse('term_uses_by_rule', t.ruleId),
  ],
)
