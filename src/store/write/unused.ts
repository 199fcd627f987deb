import type { Database } from '../engine/database.ts'
import { referencesTo } from './references.ts'

/** Of these, dossiers share what a dataset or a corpus has not brought; referents are of dossiers alone. */
const ofDossiers = 'datasetId is null and importId is null'
const shared = { agents: ofDossiers, coders: ofDossiers, claims: ofDossiers, referents: '1' } as const

/**
 * Takes out what dossiers brought and nothing refers to any more: people and organizations with their names, coders, claims and
 * referents. A decision that two agents are the same keeps neither. The caller renews the indexes for searching.
 */
export function removeUnused(database: Database): void {
  for (const [table, isOfDossiers] of Object.entries(shared)) {
    const referring = referencesTo(database, table)
      .filter(({ table }) => table !== 'decisions')
      .map(
        ({ table: name, column }) => `and not exists (select 1 from "${name}" r where r."${column}" = "${table}".id)`,
      )
    database.prepare(`delete from "${table}" where ${isOfDossiers} ${referring.join(' ')}`).run()
  }
}
