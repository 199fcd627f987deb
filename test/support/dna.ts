import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { StanceCell } from '../../src/analysis/network.ts'

/** DNA's sample database, where the corpora stand beside the repository. */
export const samplePath = new URL('../../../shared/corpora/dna/sample.dna', import.meta.url).pathname
export const hasSample = existsSync(samplePath)

/** The statements of DNA's sample: organization, concept and agreement, without repeats left out. */
export function readSample(): {
  readonly cells: StanceCell[]
  readonly organizations: string[]
  readonly concepts: string[]
} {
  const sample = new Sqlite(samplePath, { readonly: true })
  const rows = sample
    .prepare<[], { organization: string; concept: string; agreement: number; count: number }>(
      `select o.Value as organization, c.Value as concept, b.Value as agreement, count(*) as count
       from STATEMENTS s
       join VARIABLES vo on vo.StatementTypeId = s.StatementTypeId and vo.Variable = 'organization'
       join VARIABLES vc on vc.StatementTypeId = s.StatementTypeId and vc.Variable = 'concept'
       join VARIABLES vb on vb.StatementTypeId = s.StatementTypeId and vb.Variable = 'agreement'
       join DATASHORTTEXT so on so.StatementId = s.ID and so.VariableId = vo.ID
       join ENTITIES o on o.ID = so.Entity
       join DATASHORTTEXT sc on sc.StatementId = s.ID and sc.VariableId = vc.ID
       join ENTITIES c on c.ID = sc.Entity
       join DATABOOLEAN b on b.StatementId = s.ID and b.VariableId = vb.ID
       group by 1, 2, 3`,
    )
    .all()
  sample.close()
  const organizations = [...new Set(rows.map(row => row.organization))].sort()
  const concepts = [...new Set(rows.map(row => row.concept))].sort()
  return {
    organizations,
    concepts,
    cells: rows.map(row => ({
      actor: organizations.indexOf(row.organization),
      claim: concepts.indexOf(row.concept),
      level: row.agreement,
      count: row.count,
    })),
  }
}
