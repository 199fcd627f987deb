import { z } from 'zod'
import { dossierSchema } from '../dossier.ts'
import type { Problems } from '../problems.ts'
import { type Upgraded, upgradeKeys } from './upgradeKeys.ts'

const { shape } = dossierSchema
const sections = { ...shape, memberships: shape.memberships.unwrap().element }

const entry = z.object({ section: z.string() }).nullable().default(null)
const decision = z.object({ accepted: entry, replaced: entry })

/** The log of a review, `decisions.jsonl`: its lines hold entries of annotations. */
export function upgradeLog(file: string, text: string, problems: Problems): Upgraded {
  const lines = text.split('\n').map(line => upgradeLine(file, line, problems))
  return { text: lines.map(line => line.text).join('\n'), keys: lines.flatMap(line => line.keys) }
}

function upgradeLine(file: string, line: string, problems: Problems): Upgraded {
  const unchanged = { text: line, keys: [] }
  const { accepted, replaced } = decision.safeParse(parse(line)).data ?? {}
  if (!accepted && !replaced) return unchanged
  const schema = z.object({
    accepted: schemaOf(accepted?.section).optional(),
    replaced: schemaOf(replaced?.section).optional(),
  })
  return upgradeKeys(schema, file, line, problems) ?? unchanged
}

/** An entry of a section, as it stands in a line. */
function schemaOf(name: string | undefined): z.ZodType {
  const found = Object.entries(sections).find(([section]) => section === name)?.[1]
  const entries = found instanceof z.ZodOptional ? found.unwrap() : found
  const value = entries instanceof z.ZodRecord ? entries.valueType : entries
  return z.object({ value: value instanceof z.ZodType ? value : z.unknown() })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Whoever was killed while writing has left a line without its end.
    return undefined
  }
}
