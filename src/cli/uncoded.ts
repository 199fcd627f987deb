import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DRAFT_FILE } from '../draft/draftFile.ts'
import type { DossierCheck } from '../ingest/checkDossier.ts'

/** What is to be known of a dossier without a statement, and what to do if it has a draft, which is not read here; null for others. */
export function uncodedNote(folder: string, counts: DossierCheck['counts']): string | null {
  if (counts.statements !== undefined) return null
  const hasDraft = existsSync(join(folder, DRAFT_FILE))
  return `no statement is coded yet${hasDraft ? `; ${DRAFT_FILE} has proposals to decide on: dixit review ${folder} --by 'Your Name'` : ''}`
}
