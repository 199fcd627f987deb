import { Basis, Stance, StanceManner, Wording } from '../../model/vocabulary.ts'
import { index, integer, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, namedApart, oneOf, reasoned, ruled, slugColumn, slugOfPart, sparse, term } from './columns.ts'
import { datasets, imports } from './datasets.ts'
import { passagePlaces } from './passages.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'

/** A normalised proposition that statements take a stance on (Discourse Network Analyzer: concept). */
export const claims = sqliteTable(
  'claims',
  {
    id: id(),
    slug: slugColumn(),
    text: text().notNull(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    importId: integer().references(() => imports.id, { onDelete: 'set null' }),
  },
  t => [
    index('claims_by_text').on(t.text),
    index('claims_by_dataset').on(t.datasetId),
    index('claims_by_import').on(t.importId),
  ],
)

/**
 * The stance of one statement to one claim (Discourse Network Analyzer: agreement).
 *
 * `speakerId` to `nested` are copies of the statement's: the writers make them, and a trigger keeps them where decisions
 * move a speaker. `stances_by_speaker` holds all that networks count, in the order in which they count it, so that no
 * statement is read and nothing is sorted.
 */
export const stances = sqliteTable(
  'stances',
  {
    id: id(),
    ...slugOfPart(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    claimId: integer()
      .notNull()
      .references(() => claims.id, { onDelete: 'restrict' }),
    stance: term(Stance).notNull(),
    passageId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    speakerId: integer(),
    documentId: integer(),
    timeId: integer(),
    onBehalfOfId: integer(),
    /** 1 where the statement is reported inside another; null where it is not. */
    nested: integer(),
    manner: term(StanceManner),
    wording: term(Wording),
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('stances_stance', t.stance, Stance),
    oneOf('stances_manner', t.manner, StanceManner),
    oneOf('stances_wording', t.wording, Wording),
    oneOf('stances_basis', t.basis, Basis),
    reasoned('stances_reason', t.basis, t.reason),
    ruled('stances_rule', t.basis, t.ruleId),
    namedApart('stances_named_apart', t.slug, t.namedApart),
    unique('stances_once').on(t.statementId, t.claimId),
    index('stances_by_claim').on(t.claimId),
    index('stances_by_stance').on(t.stance, t.statementId),
    index('stances_by_passage').on(t.passageId),
    index('stances_by_speaker').on(
      ...[t.speakerId, t.claimId, t.documentId, t.stance, t.statementId, t.timeId, t.onBehalfOfId, t.nested, t.manner],
    ),
    // Concessions, presuppositions and the like, by themselves.
    sparse('stances_by_manner', t.manner),
    sparse('stances_by_rule', t.ruleId),
  ],
)
