import type { SQL } from 'drizzle-orm'
import { sha256 } from '../../model/text.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { commas, literal } from './text.ts'

/** Which state the database is in: what other connections change shows in the one, what this one changes in the other. */
export const databaseState = sql`concat((select data_version from pragma_data_version), ' ', total_changes())`

/**
 * What is counted of a whole list, which is kept until something else is stored: whoever turns the pages of the list asks for it
 * with each of them. It depends on the values in its query and on the row to which the list belongs, if it belongs to one.
 */
export function keptResult(counted: SQL, parent: SQL | null): SQL {
  const { text, params } = madeQuery(counted)
  const owner = parent === null ? [] : [sql`${parent}.id`]
  const on = commas([literal(sha256(text)), databaseState, ...owner, ...params.map(param => sql`${param}`)])
  return sql`coalesce(kept(${on}), keep(${counted}, ${on}))`
}
