/**
 * Writes docs/dossier.schema.json, by which editors complete and check a dossier, and the tables of its fields in
 * docs/dossier.md: npm run schema:dossier
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { dossierSchema } from './dossier.ts'
import { dossierTables } from './dossierTable.ts'

export const SCHEMA_FILE = new URL('../../docs/dossier.schema.json', import.meta.url)

/** The JSON Schema of a dossier. Draft 7 is what the YAML language server of the common editors knows best. */
export function dossierJsonSchema(): string {
  const schema = z.toJSONSchema(dossierSchema, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ title: 'Dixit dossier', ...schema }, null, 2)}\n`
}

export const GUIDE_FILE = new URL('../../docs/dossier.md', import.meta.url)

/** The guide with the tables that the schema makes. */
export function guideWithTables(guide: string): string {
  return guide.replace(
    /(<!-- fields -->\n).*?(<!-- end of fields -->)/s,
    (_, begins, ends) => `${begins}\n${dossierTables()}\n\n${ends}`,
  )
}

if (import.meta.main) {
  writeFileSync(SCHEMA_FILE, dossierJsonSchema())
  writeFileSync(GUIDE_FILE, guideWithTables(readFileSync(GUIDE_FILE, 'utf8')))
}
