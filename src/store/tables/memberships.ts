import { Basis } from '../../model/vocabulary.ts'
import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, oneOf, ordered, reasoned, ruled, slugColumn, sparse, term } from './columns.ts'
import { datasets, imports } from './datasets.ts'
import { documents } from './documents.ts'
import { passagePlaces } from './passages.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'

/**
 * A role that an agent holds in an organization (Popolo Membership), in the words of its source.
 *
 * The organization, the party on whose behalf, the area and both ends of the interval are null where the source does not
 * say. An end is an EDTF date, or `..` where the source says that there is none: the role goes on. `earliest` and `latest`
 * are the first day of the one end and the last day of the other, null if it is open or not known; where an end is not known
 * and `bounds` says in which interval the role lies, they are that interval's. A membership known from a document carries
 * its passage; where that stands in a statement's words, `statementId` is whose account it is.
 */
export const memberships = sqliteTable(
  'memberships',
  {
    id: id(),
    slug: slugColumn(),
    memberId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    organizationId: integer().references(() => agents.id, { onDelete: 'cascade' }),
    onBehalfOfId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    role: text().notNull(),
    area: text(),
    startDate: text(),
    endDate: text(),
    bounds: text(),
    earliest: text(),
    latest: text(),
    documentId: integer().references(() => documents.id, { onDelete: 'cascade' }),
    passageId: integer().references(() => passagePlaces.id, { onDelete: 'cascade' }),
    basis: term(Basis).notNull(),
    reason: text(),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    importId: integer().references(() => imports.id, { onDelete: 'set null' }),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
    statementId: integer().references(() => statements.id, { onDelete: 'cascade' }),
  },
  t => [
    oneOf('memberships_basis', t.basis, Basis),
    reasoned('memberships_reason', t.basis, t.reason),
    ruled('memberships_rule', t.basis, t.ruleId),
    ordered('memberships_interval', t.earliest, t.latest),
    index('memberships_by_member').on(t.memberId),
    index('memberships_by_dataset').on(t.datasetId),
    index('memberships_by_import').on(t.importId),
    index('memberships_by_organization').on(t.organizationId),
    index('memberships_by_on_behalf_of').on(t.onBehalfOfId),
    index('memberships_by_document').on(t.documentId),
    index('memberships_by_passage').on(t.passageId),
    sparse('memberships_by_rule', t.ruleId),
    sparse('memberships_by_statement', t.statementId),
  ],
)
