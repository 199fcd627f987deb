import type { Database } from '../engine/database.ts'
import { referencesTo } from './references.ts'
import { forgetRows } from './searchIndex.ts'

/** Of these, dossiers share what a dataset or a corpus has not brought; referents are of dossiers alone. */
const ofDossiers = 'datasetId is null and importId is null'
const shared = { agents: ofDossiers, coders: ofDossiers, claims: ofDossiers, referents: 'true' } as const

const tables = ['agents', 'coders', 'claims', 'referents'] as const

/** By table, the slugs of those that stay although nothing refers to them. */
export type Kept = Readonly<Partial<Record<keyof typeof shared, readonly string[]>>>

/**
 * Takes out what dossiers brought and nothing refers to any more: people and organizations with their names, coders, claims and
 * referents; out of the indexes for searching too. A decision that two agents are the same keeps neither.
 */
export function removeUnused(database: Database, kept: Kept = {}, from: readonly (keyof Kept)[] = tables): void {
  for (const table of from) {
    const unused = unusedIn(database, table, kept[table] ?? []).map(({ id }) => id)
    if (table === 'agents' || table === 'claims') forgetRows(database, table, unused)
    database
      .prepare<[string]>(`delete from "${table}" where id in (select value from json_each(?))`)
      .run(JSON.stringify(unused))
  }
}

/**
 * The slugs of what dossiers brought and nothing refers to now. It may be in the list of people of any dossier that stands, so that
 * it does not go with another.
 */
export function unusedNow(database: Database): Kept {
  return Object.fromEntries(tables.map(table => [table, unusedIn(database, table, []).map(({ slug }) => slug)]))
}

interface Unused {
  readonly id: number
  readonly slug: string
}

function unusedIn(database: Database, table: keyof typeof shared, kept: readonly string[]): Unused[] {
  const referring = referencesTo(database, table)
    .filter(({ table }) => table !== 'decisions')
    .map(({ table: name, column }) => `and not exists (select 1 from "${name}" r where r."${column}" = "${table}".id)`)
  return database
    .prepare<[string], Unused>(
      `select id, slug from "${table}" where ${shared[table]} and slug not in (select value from json_each(?)) ${referring.join(' ')}`,
    )
    .all(JSON.stringify(kept))
}

/** Takes out the roles that a document's dossier gives without words of it, which do not go with the document. */
export function forgetOwnRoles(database: Database, document: string): void {
  database
    .prepare('delete from memberships where documentId is null and datasetId is null and substr(slug, 1, ?) = ?')
    .run(document.length + 1, `${document}/`)
}
