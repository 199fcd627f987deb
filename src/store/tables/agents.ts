import { AgentKind, OrganizationKind } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { id, oneOf, slugColumn, sparse, term } from './columns.ts'
import { datasets, imports } from './datasets.ts'
import { rules } from './rules.ts'

/** People and organizations in one table (Popolo's Agent): whatever can speak, can be spoken of in one join. */
export const agents = sqliteTable(
  'agents',
  {
    id: id(),
    slug: slugColumn(),
    kind: term(AgentKind).notNull(),
    organizationKind: term(OrganizationKind),
    name: text().notNull(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    importId: integer().references(() => imports.id, { onDelete: 'set null' }),
    /** The rule that made the agent of names in documents; null where a source itself has it. */
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('agents_kind', t.kind, AgentKind),
    oneOf('agents_organization_kind', t.organizationKind, OrganizationKind),
    check('agents_organization', sql`(${t.kind} = 'ORGANIZATION') = (${t.organizationKind} is not null)`),
    index('agents_by_kind_name').on(t.kind, t.name),
    index('agents_by_name').on(t.name),
    index('agents_by_dataset').on(t.datasetId),
    index('agents_by_import').on(t.importId),
    sparse('agents_by_rule', t.ruleId),
  ],
)

/** Other names of an agent (Popolo other_names): abbreviations, aliases, short forms. */
export const agentNames = sqliteTable(
  'agentNames',
  {
    id: id(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    name: text().notNull(),
  },
  t => [unique('agent_names_once').on(t.agentId, t.name)],
)

/**
 * Identifiers of an agent in other registers (Popolo identifiers), such as wikidata or bioguide.
 *
 * Two agents can have the same one: two corpora tell of one person, and nobody has decided so yet.
 */
export const identifiers = sqliteTable(
  'identifiers',
  {
    id: id(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    scheme: text().notNull(),
    value: text().notNull(),
  },
  t => [
    unique('identifiers_once').on(t.scheme, t.value, t.agentId),
    index('identifiers_by_agent').on(t.agentId, t.scheme),
  ],
)
