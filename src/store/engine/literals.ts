import type { SQL } from 'drizzle-orm'
import { sql } from './drizzle.ts'

/** Names of a vocabulary as a list in the text of a statement. */
export function literals(names: readonly string[]): SQL {
  return sql.raw(`(${names.map(name => `'${name}'`).join(', ')})`)
}
