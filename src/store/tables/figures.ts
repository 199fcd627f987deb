import { Approximation, Basis, FigureRelationKind, FigureTime } from '../../model/vocabulary.ts'
import { check, index, integer, real, sql, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, oneOf, ordered, reasoned, slug, term } from './columns.ts'
import { documents } from './documents.ts'
import { passages } from './passages.ts'
import { referents } from './referents.ts'
import { statements } from './statements.ts'
import { timeExpressions } from './times.ts'

/**
 * A quantity as a document gives it: a value, or bounds where the words name no number.
 *
 * Values are IEEE doubles: integers are exact up to 2^53. A null bound is open.
 */
export const figures = sqliteTable(
  'figures',
  {
    id: id(),
    slug: slug(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    label: text().notNull(),
    value: real(),
    lower: real(),
    upper: real(),
    /** The value, or else the bound that is known: what figures are sorted by. */
    magnitude: real().notNull(),
    unit: text().notNull(),
    population: text(),
    referentId: integer().references(() => referents.id, { onDelete: 'restrict' }),
    timeId: integer().references(() => timeExpressions.id, { onDelete: 'set null' }),
    timeRelation: term(FigureTime),
  },
  t => [
    check('figures_amount', sql`${t.magnitude} is coalesce(${t.value}, ${t.lower}, ${t.upper})`),
    ordered('figures_interval', t.lower, t.upper),
    oneOf('figures_time_relation', t.timeRelation, FigureTime),
    index('figures_by_document').on(t.documentId, t.id),
    index('figures_by_value').on(t.value, t.id),
    index('figures_by_magnitude').on(t.magnitude, t.id),
    index('figures_by_lower').on(t.lower, t.upper, t.id),
    // It holds all that counting by unit reads.
    index('figures_by_unit').on(t.unit, t.population, t.value, t.lower, t.upper, t.id),
    index('figures_by_label').on(t.label, t.id),
    index('figures_by_referent').on(t.referentId, t.id),
    index('figures_by_time').on(t.timeId, t.id),
  ],
)

/** What holds of everything that a figure counts, aspect by aspect: custody: not detained; conviction: assault. */
export const figureConditions = sqliteTable(
  'figureConditions',
  {
    id: id(),
    figureId: integer()
      .notNull()
      .references(() => figures.id, { onDelete: 'cascade' }),
    aspect: text().notNull(),
    value: text().notNull(),
  },
  t => [unique('figure_conditions_once').on(t.figureId, t.aspect)],
)

/** One wording of a figure in one statement. The bounds are those that the words commit to; null is open. */
export const figureMentions = sqliteTable(
  'figureMentions',
  {
    id: id(),
    slug: slug(),
    figureId: integer()
      .notNull()
      .references(() => figures.id, { onDelete: 'cascade' }),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passages.id, { onDelete: 'cascade' }),
    verbatim: text().notNull(),
    approximation: term(Approximation).notNull(),
    value: real(),
    lower: real(),
    upper: real(),
  },
  t => [
    oneOf('figure_mentions_approximation', t.approximation, Approximation),
    ordered('figure_mentions_interval', t.lower, t.upper),
    index('figure_mentions_by_figure').on(t.figureId, t.id, t.statementId),
    index('figure_mentions_by_statement').on(t.statementId, t.id, t.figureId),
    index('figure_mentions_by_passage').on(t.passageId, t.id),
    index('figure_mentions_by_value').on(t.value, t.id),
    index('figure_mentions_by_approximation').on(t.approximation, t.verbatim, t.id),
  ],
)

/** How one figure derives from or stands to another (PROV derivation), with the arithmetic that shows it. */
export const figureRelations = sqliteTable(
  'figureRelations',
  {
    id: id(),
    slug: slug(),
    subjectId: integer()
      .notNull()
      .references(() => figures.id, { onDelete: 'cascade' }),
    kind: term(FigureRelationKind).notNull(),
    objectId: integer()
      .notNull()
      .references(() => figures.id, { onDelete: 'cascade' }),
    explanation: text().notNull(),
    passageId: integer().references(() => passages.id, { onDelete: 'cascade' }),
    basis: term(Basis).notNull(),
    reason: text(),
  },
  t => [
    oneOf('figure_relations_kind', t.kind, FigureRelationKind),
    oneOf('figure_relations_basis', t.basis, Basis),
    reasoned('figure_relations_reason', t.basis, t.reason),
    check('figure_relations_other', sql`${t.subjectId} <> ${t.objectId}`),
    unique('figure_relations_once').on(t.subjectId, t.kind, t.objectId),
    index('figure_relations_by_subject').on(t.subjectId, t.id),
    index('figure_relations_by_object').on(t.objectId, t.id),
    index('figure_relations_by_passage').on(t.passageId, t.id),
  ],
)
