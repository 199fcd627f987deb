import type { SQL } from 'drizzle-orm'
import { sql } from './drizzle.ts'

/**
 * A value of a statement that SQLite does not look at when it plans. Where it does, as behind `limit` and beside a column
 * that no index finds, it plans the statement anew whenever a value is bound, which takes longer than many a page. Of what
 * stands in `likely` it takes no notice, and the value is the same.
 */
export function opaque(value: unknown): SQL {
  return sql`likely(${value})`
}
