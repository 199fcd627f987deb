import { z } from 'zod'
import { dossierSchema } from '../dossier.ts'
import type { Problems } from '../problems.ts'
import { type Upgraded, upgradeKeys } from './upgradeKeys.ts'

const { shape } = dossierSchema
const sections = { ...shape, memberships: shape.memberships.unwrap().element }

const section = z.object({ accepted: z.object({ section: z.string() }).nullable() })

/** The log of a review, `decisions.jsonl`: its lines hold entries of annotations. */
export function upgradeLog(file: string, text: string, problems: Problems): Upgraded {
  const lines = text.split('\n').map(line => upgradeLine(file, line, problems))
  return { text: lines.map(line => line.text).join('\n'), keys: lines.flatMap(line => line.keys) }
}

function upgradeLine(file: string, line: string, problems: Problems): Upgraded {
  const unchanged = { text: line, keys: [] }
  const accepted = section.safeParse(parse(line)).data?.accepted
  if (!accepted) return unchanged
  return upgradeKeys(schemaOf(accepted.section), file, line, problems) ?? unchanged
}

/** What a line holds, as far as it is an entry of a section. */
function schemaOf(name: string): z.ZodType {
  const found = Object.entries(sections).find(([section]) => section === name)?.[1]
  const entries = found instanceof z.ZodOptional ? found.unwrap() : found
  const value = entries instanceof z.ZodRecord ? entries.valueType : entries
  return z.object({ accepted: z.object({ value: value instanceof z.ZodType ? value : z.unknown() }) })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Whoever was killed while writing has left a line without its end.
    return undefined
  }
}
