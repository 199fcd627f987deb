/** Writes docs/interchange.schema.json, which says what a line of the interchange format holds: npm run schema:interchange */

import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { interchangeRecord } from '../model/interchange.ts'

export const INTERCHANGE_SCHEMA_FILE = new URL('../../docs/interchange.schema.json', import.meta.url)

/** The JSON Schema (draft 2020-12) of one line. */
export function interchangeJsonSchema(): string {
  const schema = z.toJSONSchema(interchangeRecord, { io: 'input' })
  return `${JSON.stringify({ title: 'Dixit interchange record', ...schema }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(INTERCHANGE_SCHEMA_FILE, interchangeJsonSchema())
