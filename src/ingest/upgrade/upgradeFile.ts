import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { isMap, isScalar, parseDocument } from 'yaml'
import type { z } from 'zod'
import { Failure } from '../../model/failure.ts'
import { decodeUtf8 } from '../../model/text.ts'
import { decisionsSchema } from '../decisions.ts'
import { dossierSchema, registerSchema } from '../dossier.ts'
import { mappingSchema } from '../formats/table/mapping.ts'
import type { FormerKey } from '../formerNames.ts'
import type { Problems } from '../problems.ts'
import { upgradeKeys } from './upgradeKeys.ts'
import { upgradeLog } from './upgradeLog.ts'
import { missingFirstLine } from './upgradeRecords.ts'

/** What is to be done with a file of an older release. */
export type Upgrade =
  | { readonly kind: 'names'; readonly before: string; readonly after: string; readonly keys: readonly FormerKey[] }
  | { readonly kind: 'records'; readonly line: string | null }
  | { readonly kind: 'database' }

/** The first bytes of every SQLite file. */
const SQLITE = 'SQLite format 3\0'

/**
 * What is to be done with a file; null if it is none that Dixit reads, or cannot be read, which is then noted.
 *
 * @throws Failure BAD_INPUT for a file that is corrupt
 */
export async function upgradeOf(file: string, problems: Problems): Promise<Upgrade | null> {
  if (beginsWith(file, SQLITE)) return { kind: 'database' }
  if (basename(file) === 'decisions.jsonl') {
    const before = readUtf8(file)
    const { text, keys } = upgradeLog(file, before, problems)
    return { kind: 'names', before, after: text, keys }
  }
  if (/\.jsonl(\.gz)?$/.test(file)) {
    const line = await missingFirstLine(file)
    return line === undefined ? null : { kind: 'records', line }
  }
  if (!/\.ya?ml$/.test(file)) return null
  const before = readUtf8(file)
  const schema = schemaOf(before)
  if (schema === null) return null
  const upgraded = upgradeKeys(schema, file, before, problems)
  return upgraded && { kind: 'names', before, after: upgraded.text, keys: upgraded.keys }
}

function beginsWith(file: string, start: string): boolean {
  const bytes = Buffer.alloc(start.length)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes)
  } finally {
    closeSync(descriptor)
  }
  return bytes.toString('latin1') === start
}

/** The text as it stands, line ends and all. */
function readUtf8(file: string): string {
  try {
    return decodeUtf8(readFileSync(file))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_INPUT', `${file} cannot be upgraded: ${why}. Save it as UTF-8.`, { cause: error })
  }
}

const versioned: readonly (readonly [key: string, schema: z.ZodType])[] = [
  ['dossier', dossierSchema],
  ['decisions', decisionsSchema],
  ['mapping', mappingSchema],
]

/** By which schema a YAML file is read; null if it is none of ours. */
function schemaOf(text: string): z.ZodType | null {
  const { contents } = parseDocument(text, { logLevel: 'silent', uniqueKeys: false })
  if (!isMap(contents)) return null
  const keys = contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  const found = versioned.find(([key]) => keys.includes(key))
  if (found) return found[1]
  return keys.length > 0 && keys.every(key => key in registerSchema.shape) ? registerSchema : null
}
