import { Approximation, DecisionKind, FigureDecisionKind } from '../../model/vocabulary.ts'
import { index, integer, real, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, oneOf, slugColumn, term } from './columns.ts'
import { datasets } from './datasets.ts'

/** What a person decided about identities, from a reviewed file. `agentId` is the agent that the decision is about. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: id(),
    slug: slugColumn(),
    kind: term(DecisionKind).notNull(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    otherId: integer().references(() => agents.id, { onDelete: 'cascade' }),
    /** The words that the decision links to the agent, and the dataset in which it does. */
    words: text(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    /** What of the agent is another's: one statement, or what was published in an EDTF interval. */
    statement: text(),
    /** The document to which a decision about words is limited. */
    document: text(),
    published: text(),
    decidedBy: text(),
    reason: text().notNull(),
  },
  t => [
    oneOf('decisions_kind', t.kind, DecisionKind),
    index('decisions_by_agent').on(t.agentId),
    index('decisions_by_other').on(t.otherId),
    index('decisions_by_dataset').on(t.datasetId),
  ],
)

/** Each reference that a decision moved from one agent to another, so that it can be put back. */
export const decisionMoves = sqliteTable('decisionMoves', {
  id: id(),
  tableName: text().notNull(),
  columnName: text().notNull(),
  rowId: integer().notNull(),
  fromId: integer(),
  toId: integer(),
})

/**
 * What a person decided about a number that a rule has read: which figure the mention is of, what its words say, or that they are
 * no quantity. All are known by their slugs, since a source that is read anew makes them anew. A figure that has a label is the decision's own: it stands in the document of
 * its first mention as long as the decision does.
 */
export const figureDecisions = sqliteTable(
  'figureDecisions',
  {
    id: id(),
    slug: slugColumn(),
    kind: term(FigureDecisionKind).notNull(),
    /** Null unless the mention is bound to one. */
    figure: text(),
    mention: text().notNull(),
    /** With the value, the bounds and the unit below: what holds where the reading is corrected. */
    approximation: term(Approximation),
    counted: text(),
    /** What the rule had read, as the row stood, while the decision holds over it. */
    original: text(),
    label: text(),
    unit: text(),
    population: text(),
    value: real(),
    lower: real(),
    upper: real(),
    decidedBy: text(),
    reason: text().notNull(),
  },
  t => [
    oneOf('figure_decisions_kind', t.kind, FigureDecisionKind),
    oneOf('figure_decisions_approximation', t.approximation, Approximation),
    unique('figure_decisions_once').on(t.mention, t.kind),
  ],
)
