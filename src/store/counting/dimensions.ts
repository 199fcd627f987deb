import { sql } from '../engine/drizzle.ts'
import { agent, document, type Entity, figure, figureMention, statement } from '../schema/entities.ts'
import { agents } from '../tables/agents.ts'
import { documents } from '../tables/documents.ts'
import { memberships } from '../tables/memberships.ts'
import { authorsOfDocument, documentsByAuthors } from './authors.ts'
import { calendarDimensions, type Dimensions, dimensionsBy, dimensionsOf, publication, targets } from './dimension.ts'
import { figureDimensions, figureMentionDimensions } from './figureDimensions.ts'
import { statementDimensions } from './statementDimensions.ts'

const ofAgent = dimensionsOf(agents)
const byMembership = dimensionsBy(memberships, row => row.memberId)
const ofDocument = dimensionsOf(documents)

const agentDimensions = {
  KIND: ofAgent('Whether it is a person or an organization.', row => row.kind),
  ORGANIZATION_KIND: ofAgent('The kind of organization; unknown for people.', row => row.organizationKind),
  DATASET: ofAgent('The dataset that it comes from; unknown for those of dossiers.', row => row.datasetId, {
    target: targets.dataset,
  }),
  ORGANIZATION: byMembership('Where it holds roles: once for each.', row => row.organizationId, {
    target: targets.agent,
  }),
  PARTY: byMembership('On whose behalf it holds roles: once for each.', row => row.onBehalfOfId, {
    target: targets.agent,
  }),
}

const documentDimensions = {
  PUBLISHER: ofDocument('Who published it.', row => row.publisherId, { target: targets.agent }),
  AUTHORS: ofDocument(
    'Who wrote it, as it names them, several together; unknown where it names nobody.',
    row => authorsOfDocument(row.id),
    { reach: (row, value) => sql`${row.id} in (${documentsByAuthors(value)})` },
  ),
  DATASET: ofDocument('The dataset that it comes from; unknown for a dossier.', row => row.datasetId, {
    target: targets.dataset,
  }),
  LANGUAGE: ofDocument('The language, as a BCP 47 tag.', row => row.language),
  ...calendarDimensions(
    documents,
    'on which it was published',
    publication,
    (row, key) => sql`(select ${key} from ${documents} d where d.id = ${row.id})`,
    (row, condition) => sql`${row.id} in (select d.id from ${documents} d where ${condition})`,
  ),
}

/** The dimensions of each entity that can be counted: plain data, from which the GraphQL enums are made as well. */
export const dimensions: ReadonlyMap<Entity, Dimensions> = new Map<Entity, Dimensions>([
  [statement, statementDimensions],
  [figure, figureDimensions],
  [figureMention, figureMentionDimensions],
  [agent, agentDimensions],
  [document, documentDimensions],
])
