/** Writes docs/dossier.schema.json, by which editors complete and check a dossier: npm run schema:dossier */

import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { dossierSchema } from './dossier.ts'

export const SCHEMA_FILE = new URL('../../docs/dossier.schema.json', import.meta.url)

/** The JSON Schema of a dossier. Draft 7 is what the YAML language server of the common editors knows best. */
export function dossierJsonSchema(): string {
  const schema = z.toJSONSchema(dossierSchema, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ title: 'Dixit dossier', ...schema }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(SCHEMA_FILE, dossierJsonSchema())
