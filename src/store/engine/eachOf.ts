import type { SQL } from 'drizzle-orm'
import { sql } from './drizzle.ts'

/** SQL: values as rows, so that the text of a statement is the same for however many. */
export function eachOf(values: unknown): SQL {
  return sql`select value from json_each(${JSON.stringify(values)})`
}
