import {
  Approximation,
  Basis,
  ChangeDirection,
  FigureRelationKind,
  FigureTime,
  Quantifier,
  Wording,
} from '../../model/vocabulary.ts'
import { check, index, integer, real, sql, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, namedApart, oneOf, ordered, reasoned, ruled, slugColumn, slugOfPart, sparse, term } from './columns.ts'
import { documents } from './documents.ts'
import { passagePlaces } from './passages.ts'
import { referents } from './referents.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'
import { timeExpressions } from './times.ts'

/**
 * A quantity as a document gives it: a value, or bounds where the words name no number.
 *
 * Values are IEEE doubles: integers are exact up to 2^53. A null bound is open. `population` is in words of the document if
 * its basis is STATED, and else in a curator's.
 */
export const figures = sqliteTable(
  'figures',
  {
    id: id(),
    slug: slugColumn(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    label: text().notNull(),
    value: real(),
    lower: real(),
    upper: real(),
    /** The value, or else the known bound; figures are sorted by it. */
    magnitude: real().notNull(),
    unit: text().notNull(),
    population: text(),
    referentId: integer().references(() => referents.id, { onDelete: 'restrict' }),
    timeId: integer().references(() => timeExpressions.id, { onDelete: 'set null' }),
    timeRelation: term(FigureTime),
    populationBasis: term(Basis),
    populationReason: text(),
    timeBasis: term(Basis),
    timeReason: text(),
    /** The rule by which whatever is AUTOMATIC of it was read. */
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    check('figures_amount', sql`${t.magnitude} is coalesce(${t.value}, ${t.lower}, ${t.upper})`),
    ordered('figures_interval', t.lower, t.upper),
    oneOf('figures_time_relation', t.timeRelation, FigureTime),
    oneOf('figures_population_basis', t.populationBasis, Basis),
    reasoned('figures_population_reason', t.populationBasis, t.populationReason),
    oneOf('figures_time_basis', t.timeBasis, Basis),
    reasoned('figures_time_reason', t.timeBasis, t.timeReason),
    index('figures_by_document').on(t.documentId),
    index('figures_by_value').on(t.value),
    index('figures_by_magnitude').on(t.magnitude),
    index('figures_by_lower').on(t.lower, t.upper),
    // It holds all that counting by unit reads.
    index('figures_by_unit').on(t.unit, t.population, t.value, t.lower, t.upper),
    index('figures_by_label').on(t.label),
    index('figures_by_referent').on(t.referentId),
    index('figures_by_time').on(t.timeId),
    sparse('figures_by_rule', t.ruleId),
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
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('figure_conditions_basis', t.basis, Basis),
    reasoned('figure_conditions_reason', t.basis, t.reason),
    ruled('figure_conditions_rule', t.basis, t.ruleId),
    unique('figure_conditions_once').on(t.figureId, t.aspect),
    // Who is not detained?
    index('figure_conditions_by_aspect').on(t.aspect, t.value, t.figureId),
    sparse('figure_conditions_by_rule', t.ruleId),
  ],
)

/**
 * One wording of a quantity in one statement. The bounds are those that the words commit to; null if open.
 *
 * `figureId` is null where nobody has said which figure it is: what a rule read has then its own unit and what is `counted`,
 * and a quantity without a number its `quantifier`.
 */
export const figureMentions = sqliteTable(
  'figureMentions',
  {
    id: id(),
    ...slugOfPart(),
    figureId: integer().references(() => figures.id, { onDelete: 'cascade' }),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    words: text().notNull(),
    approximation: term(Approximation).notNull(),
    value: real(),
    lower: real(),
    upper: real(),
    quantifier: term(Quantifier),
    unit: text(),
    counted: text(),
    wording: term(Wording),
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('figure_mentions_approximation', t.approximation, Approximation),
    oneOf('figure_mentions_quantifier', t.quantifier, Quantifier),
    check('figure_mentions_number', sql`(${t.approximation} = 'NO_NUMBER') = (${t.quantifier} is not null)`),
    oneOf('figure_mentions_wording', t.wording, Wording),
    oneOf('figure_mentions_basis', t.basis, Basis),
    reasoned('figure_mentions_reason', t.basis, t.reason),
    ruled('figure_mentions_rule', t.basis, t.ruleId),
    ordered('figure_mentions_interval', t.lower, t.upper),
    namedApart('figure_mentions_named_apart', t.slug, t.namedApart),
    index('figure_mentions_by_figure').on(t.figureId, t.id, t.statementId),
    index('figure_mentions_by_statement').on(t.statementId, t.id, t.figureId),
    index('figure_mentions_by_passage').on(t.passageId),
    index('figure_mentions_by_value').on(t.value),
    // It holds all that counting by approximation reads, and what fits a number beyond its bounds: of a large number, most do.
    index('figure_mentions_by_approximation').on(
      t.approximation,
      t.lower,
      t.upper,
      t.value,
      t.words,
      t.figureId,
      t.unit,
    ),
    // Lists of speakers count the numbers in their own words.
    index('figure_mentions_in_own_words').on(t.statementId).where(sql`${t.wording} = 'SPEAKER'`),
    // Is a figure given exactly?
    index('figure_mentions_exact').on(t.figureId).where(sql`${t.approximation} = 'EXACT'`),
    sparse('figure_mentions_by_quantifier', t.quantifier),
    sparse('figure_mentions_by_rule', t.ruleId),
  ],
)

/** Words of a statement that a person said are not a quantity, whatever a rule reads in them. */
export const noQuantities = sqliteTable(
  'noQuantities',
  {
    id: id(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    decidedBy: text(),
  },
  t => [index('no_quantities_by_statement').on(t.statementId), index('no_quantities_by_passage').on(t.passageId)],
)

/** How one figure derives from or stands to another (PROV derivation), with the arithmetic that shows it. */
export const figureRelations = sqliteTable(
  'figureRelations',
  {
    id: id(),
    slug: slugColumn(),
    subjectId: integer()
      .notNull()
      .references(() => figures.id, { onDelete: 'cascade' }),
    kind: term(FigureRelationKind).notNull(),
    objectId: integer()
      .notNull()
      .references(() => figures.id, { onDelete: 'cascade' }),
    /** The arithmetic of a sum or a rounding, as it was checked; empty for others, whose is read from the words. */
    explanation: text().notNull(),
    passageId: integer().references(() => passagePlaces.id, { onDelete: 'cascade' }),
    basis: term(Basis).notNull(),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
    /** Of a change: which way it went. */
    direction: term(ChangeDirection),
  },
  t => [
    oneOf('figure_relations_kind', t.kind, FigureRelationKind),
    oneOf('figure_relations_basis', t.basis, Basis),
    reasoned('figure_relations_reason', t.basis, t.reason),
    ruled('figure_relations_rule', t.basis, t.ruleId),
    oneOf('figure_relations_direction', t.direction, ChangeDirection),
    check('figure_relations_change', sql`(${t.kind} = 'CHANGED_FROM') = (${t.direction} is not null)`),
    check('figure_relations_other', sql`${t.subjectId} <> ${t.objectId}`),
    unique('figure_relations_once').on(t.subjectId, t.kind, t.objectId),
    index('figure_relations_by_subject').on(t.subjectId),
    index('figure_relations_by_object').on(t.objectId),
    index('figure_relations_by_passage').on(t.passageId),
    sparse('figure_relations_by_rule', t.ruleId),
  ],
)
