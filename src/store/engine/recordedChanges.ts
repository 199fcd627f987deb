import type { Database } from './database.ts'

/**
 * What is followed through changes, in SQL: the types, their slugs, and what makes a row another than it was: of an agent, what
 * is decided of it too; of a dataset, what rules have read in it too. All else stands in a document, and goes with it.
 */
const followed = `
  select 'Document' as typename, slug, digest || coalesce(importId, '') as state from documents
  union all select case kind when 'PERSON' then 'Person' when 'ORGANIZATION' then 'Organization' else 'UnclassifiedAgent' end,
    slug, name || ' ' || coalesce(organizationKind, '') || coalesce((
      select group_concat(slug || coalesce(words, '')) from (
        select slug, words from decisions where agentId = agents.id or otherId = agents.id order by slug)), '') from agents
  union all select 'Claim', slug, text from claims
  union all select 'Dataset', slug, name || ' ' || coalesce(version, '') || ' ' || importedAt || ' ' ||
    coalesce(speakersRead, '') || ' ' || coalesce(numbersRead, '') from datasets`

/** Records what the change with that revision brought, changed and took away, against the states before it. */
export function recordChanges(database: Database, revisionId: number): void {
  const run = (text: string) => database.prepare<{ revisionId: number }[]>(text).run({ revisionId })
  const other = `from (${followed}) now left join states before on before.slug = now.slug and before.typename = now.typename
    where before.state is not now.state`
  const gone = `from states where not exists (
    select 1 from documents d where typename = 'Document' and d.slug = states.slug
    union all select 1 from agents a where typename not in ('Document', 'Claim', 'Dataset') and a.slug = states.slug
      and typename = case a.kind when 'PERSON' then 'Person' when 'ORGANIZATION' then 'Organization' else 'UnclassifiedAgent' end
    union all select 1 from claims c where typename = 'Claim' and c.slug = states.slug
    union all select 1 from datasets b where typename = 'Dataset' and b.slug = states.slug)`
  run(`insert into changes (revisionId, kind, typename, slug) select @revisionId, 'REMOVED', typename, slug ${gone}`)
  run(`delete ${gone} and @revisionId > 0`)
  run(`insert into changes (revisionId, kind, typename, slug)
    select @revisionId, case when before.slug is null then 'ADDED' else 'CHANGED' end, now.typename, now.slug ${other}`)
  run(`insert into states (typename, slug, state, revisionId) select now.typename, now.slug, now.state, @revisionId ${other}
    on conflict (slug, typename) do update set state = excluded.state, revisionId = excluded.revisionId`)
}
