import type { z } from 'zod'
import type { FormerKey } from '../formerNames.ts'
import type { Problems } from '../problems.ts'
import { readYaml } from '../yaml.ts'

/** A text with its former names replaced where they stand, and which they were: all else is kept, to the character. */
export interface Upgraded {
  readonly text: string
  readonly keys: readonly FormerKey[]
}

/** A YAML or JSON text that a schema describes, upgraded; null, with the problems noted, if it cannot be read. */
export function upgradeKeys(schema: z.ZodType, file: string, text: string, problems: Problems): Upgraded | null {
  const source = readYaml(schema, file, text, problems)
  return source && { text: withNames(text, source.formerKeys), keys: source.formerKeys }
}

function withNames(text: string, keys: readonly FormerKey[]): string {
  let upgraded = ''
  let end = 0
  for (const key of keys.toSorted((one, other) => one.start - other.start)) {
    const mark = text[key.start] ?? ''
    const name = mark === '"' || mark === "'" ? `${mark}${key.name}${mark}` : key.name
    upgraded += text.slice(end, key.start) + name
    end = key.end
  }
  return upgraded + text.slice(end)
}
