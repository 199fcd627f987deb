import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { agentNames, agents } from '../tables/agents.ts'

/** More names than this are not looked for in an article. */
const mostNames = 50_000

/** People and organizations that no corpus brought, with all their names: those that curators named. */
export function agentNamesOf(database: Database): { readonly key: string; readonly names: string[] }[] {
  const rows = database.all<{ slug: string; name: string }>(sql`
    select ${agents.slug} as slug, ${agents.name} as name from ${agents} where ${agents.datasetId} is null
    union all
    select ${agents.slug}, ${agentNames.name} from ${agentNames} join ${agents} on ${agents.id} = ${agentNames.agentId}
    where ${agents.datasetId} is null limit ${mostNames}`)
  return Array.from(
    Map.groupBy(rows, ({ slug }) => slug),
    ([key, named]) => ({ key, names: named.map(({ name }) => name) }),
  )
}
