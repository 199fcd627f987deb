import type { SQL } from 'drizzle-orm'
import { sql } from './drizzle.ts'

/** Whether a text begins so, by an index of it: no character comes behind the last one of Unicode. */
export function beginsWith(text: SQL, start: string, value = (given: string): SQL => sql`${given}`): SQL {
  return sql`(${text} >= ${value(start)} and ${text} < ${value(`${start}\u{10ffff}`)})`
}
