import { Failure } from '../../model/failure.ts'
import type { Database } from '../engine/database.ts'
import { recordRevision } from '../engine/revisions.ts'
import { carryDecisionsOut, setDecisionsAside } from './identities.ts'
import { referencesTo } from './references.ts'
import { rebuildSearch } from './searchIndex.ts'
import { forgetOwnRoles, removeUnused } from './unused.ts'

/** What was taken out. */
export interface Removal {
  readonly what: 'document' | 'dataset'
  readonly slug: string
  readonly documents: number
  readonly statements: number
}

/** What is to go: a slug, and which of the two it is of, if both have it. */
export interface RemovalTarget {
  readonly slug: string
  readonly what: Removal['what'] | null
}

interface Found extends Removal {
  readonly id: number
  readonly dataset: string | null
}

/**
 * Takes a document or a dataset out of the graph with all that it brought, in one transaction, and notes that it went.
 * What others still refer to stays: agents with their names, claims, coders. So do the agents of a dataset that stands.
 *
 * @throws Failure BAD_ARGUMENT if there is none of that name, or both
 */
export function remove(database: Database, named: RemovalTarget, reason: string | null, now: Date): Removal {
  return database.write(() => {
    const { slug } = named
    const found = find(database, named)
    setDecisionsAside(database)
    if (found.what === 'document') removeDocument(database, found)
    else removeDataset(database, found.id)
    // Rows went through foreign keys, of which the indexes for searching hear nothing.
    rebuildSearch(database)
    carryDecisionsOut(database)
    database
      .prepare(
        'insert into removals (what, slug, dataset, at, reason, documents, statements) values (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(found.what, slug, found.dataset, now.toISOString(), reason, found.documents, found.statements)
    recordRevision(database, `${found.what} ${slug} removed`, reason ?? '')
    const { what, documents, statements } = found
    return { what, slug, documents, statements }
  })
}

/** What `remove` would take out. @throws Failure as it does */
export function findRemoval(database: Database, named: RemovalTarget): Removal {
  const { what, documents, statements } = find(database, named)
  return { what, slug: named.slug, documents, statements }
}

function find(database: Database, { slug, what }: RemovalTarget): Found {
  const document = database
    .prepare<[string], Omit<Found, 'what'>>(
      `select d.id, d.slug, s.slug as dataset, 1 as documents,
         (select count(*) from statements t where t.documentId = d.id) as statements
       from documents d left join datasets s on s.id = d.datasetId where d.slug = ?`,
    )
    .get(slug)
  const dataset = database
    .prepare<[string], Omit<Found, 'what'>>(
      `select s.id, s.slug, s.slug as dataset, (select count(*) from documents d where d.datasetId = s.id) as documents,
         (select count(*) from statements t where t.datasetId = s.id) as statements
       from datasets s where s.slug = ?`,
    )
    .get(slug)
  if (document && dataset && what === null) {
    throw new Failure('BAD_ARGUMENT', `${slug} is both a document and a dataset: say which with --as.`)
  }
  if (document && what !== 'dataset') return { what: 'document', ...document }
  if (dataset && what !== 'document') return { what: 'dataset', ...dataset }
  throw new Failure('BAD_ARGUMENT', `There is no ${what ?? 'document or dataset'} ${slug}.`)
}

/** A document, the roles that its dossier gives without words of it, and what only it referred to. */
function removeDocument(database: Database, { id, slug, dataset }: Found): void {
  database.prepare('delete from documents where id = ?').run(id)
  if (dataset !== null) return
  forgetOwnRoles(database, slug)
  removeUnused(database)
}

/** What others refer to is theirs too, and stays without the dataset: it belongs to nobody then. */
function removeDataset(database: Database, id: number): void {
  database.prepare('delete from documents where datasetId = ?').run(id)
  database.prepare('delete from memberships where datasetId = ?').run(id)
  for (const table of ['coders', 'claims', 'agents'] as const) {
    const referring = referencesTo(database, table)
      .map(({ table: name, column }) => `or exists (select 1 from "${name}" r where r."${column}" = t.id)`)
      .join(' ')
    database.prepare(`update "${table}" as t set datasetId = null where t.datasetId = ? and (0 ${referring})`).run(id)
  }
  database.prepare('delete from datasets where id = ?').run(id)
}
