import { Basis, MentionLink, MentionRole } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, namedApart, oneOf, reasoned, ruled, slugOfPart, sparse, term } from './columns.ts'
import { datasets } from './datasets.ts'
import { decisions } from './decisions.ts'
import { passagePlaces } from './passages.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'

/**
 * The words by which a source names somebody, kept verbatim (FollowTheMoney Mention).
 *
 * `agentId` is set only by what `link` says: the corpus's own id, an exact name in a register that the user named, a rule
 * that read the document (`ruleId`), or a decision of a person, which `decisionId` leads to. `basis` is that of the link.
 */
export const mentions = sqliteTable(
  'mentions',
  {
    id: id(),
    ...slugOfPart(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    role: term(MentionRole).notNull(),
    words: text().notNull(),
    passageId: integer().references(() => passagePlaces.id, { onDelete: 'cascade' }),
    agentId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    link: term(MentionLink),
    decisionId: integer().references(() => decisions.id, { onDelete: 'restrict' }),
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
    /** What stands beside the name in the words: title, party, apposition; pieces joined by “ … ”. */
    roleWords: text(),
    /** The full name of the document by which a rule leads from the words to the agent. */
    evidenceId: integer().references(() => passagePlaces.id, { onDelete: 'set null' }),
    /** The name that the corpus's own coreference resolves the words to. */
    antecedentId: integer().references(() => passagePlaces.id, { onDelete: 'set null' }),
  },
  t => [
    oneOf('mentions_role', t.role, MentionRole),
    oneOf('mentions_link', t.link, MentionLink),
    oneOf('mentions_basis', t.basis, Basis),
    reasoned('mentions_reason', t.basis, t.reason),
    ruled('mentions_rule', t.basis, t.ruleId),
    check('mentions_linked', sql`(${t.agentId} is null) = (${t.link} is null)`),
    namedApart('mentions_named_apart', t.slug, t.namedApart),
    index('mentions_by_statement').on(t.statementId),
    index('mentions_by_agent').on(t.agentId),
    index('mentions_by_dataset').on(t.datasetId),
    index('mentions_by_words').on(t.words),
    index('mentions_by_passage').on(t.passageId),
    sparse('mentions_by_decision', t.decisionId),
    sparse('mentions_by_rule', t.ruleId),
    sparse('mentions_by_evidence', t.evidenceId),
    sparse('mentions_by_antecedent', t.antecedentId),
  ],
)
