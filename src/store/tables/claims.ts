import { Stance } from '../../model/vocabulary.ts'
import { index, integer, sqliteTable, text, unique } from '../drizzle.ts'
import { id, oneOf, slug, term } from './columns.ts'
import { datasets, imports } from './datasets.ts'
import { passages } from './passages.ts'
import { statements } from './statements.ts'

/** A proposition, normalised, to which statements take a stance (Discourse Network Analyzer: concept). */
export const claims = sqliteTable(
  'claims',
  {
    id: id(),
    slug: slug(),
    text: text().notNull(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    importId: integer().references(() => imports.id, { onDelete: 'set null' }),
  },
  t => [
    index('claims_by_text').on(t.text, t.id),
    index('claims_by_dataset').on(t.datasetId, t.id),
    index('claims_by_import').on(t.importId),
  ],
)

/** The stance of one statement to one claim (Discourse Network Analyzer: agreement). */
export const stances = sqliteTable(
  'stances',
  {
    id: id(),
    slug: slug(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    claimId: integer()
      .notNull()
      .references(() => claims.id, { onDelete: 'restrict' }),
    stance: term(Stance).notNull(),
    passageId: integer()
      .notNull()
      .references(() => passages.id, { onDelete: 'cascade' }),
  },
  t => [
    oneOf('stances_stance', t.stance, Stance),
    unique('stances_once').on(t.statementId, t.claimId),
    index('stances_by_claim').on(t.claimId, t.id),
    index('stances_by_stance').on(t.stance, t.statementId),
    index('stances_by_passage').on(t.passageId, t.id),
  ],
)
