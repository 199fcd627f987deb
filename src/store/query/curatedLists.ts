import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { agents } from '../tables/agents.ts'
import { claims } from '../tables/claims.ts'
import { referents } from '../tables/referents.ts'
import { agentNamesOf } from './agentNames.ts'

/** More of a kind than this are no list from which a person chooses. */
const mostListed = 5_000

/** What curators have put into the graph, and no corpus has: what a new dossier may refer to. */
export interface CuratedLists {
  readonly agents: readonly {
    readonly key: string
    readonly type: 'person' | 'organization'
    readonly kind: string | null
    readonly names: readonly string[]
  }[]
  readonly referents: readonly { readonly key: string; readonly label: string }[]
  readonly claims: readonly { readonly key: string; readonly label: string }[]
}

export function curatedLists(database: Database): CuratedLists {
  const rows = database.all<{ slug: string; kind: string }>(sql`
    select ${agents.slug} as slug, ${agents.organizationKind} as kind from ${agents}
    where ${agents.datasetId} is null and ${agents.kind} = 'ORGANIZATION'`)
  const kinds = new Map(rows.map(({ slug, kind }) => [slug, kind]))
  return {
    agents: agentNamesOf(database).map(({ key, names }) => ({
      key,
      type: kinds.has(key) ? 'organization' : 'person',
      kind: kinds.get(key) ?? null,
      names,
    })),
    referents: database.all<{ key: string; label: string }>(sql`
      select ${referents.slug} as key, ${referents.label} as label from ${referents} order by 2 limit ${mostListed}`),
    claims: database.all<{ key: string; label: string }>(sql`
      select ${claims.slug} as key, ${claims.text} as label from ${claims}
      where ${claims.datasetId} is null order by 2 limit ${mostListed}`),
  }
}
