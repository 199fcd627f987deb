import type { SQL } from 'drizzle-orm'
import { CasingCache, Placeholder } from './drizzle.ts'

/** A query that is made once and read often: placeholders (`sql.placeholder`) stand for the values that differ. */
export interface Query {
  readonly text: string
  readonly params: readonly unknown[]
}

/** How SQLite writes what a query is made of. */
const dialect = {
  casing: new CasingCache(),
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeParam: () => '?',
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
}

/** Makes the text of a query, which takes longer than many a query takes to run. */
export function madeQuery(query: SQL): Query {
  const { sql: text, params } = query.toQuery(dialect)
  return { text, params }
}

/** The values that a query is run with, in their order: its own, and those for its placeholders. */
export function filled({ params }: Query, values: Readonly<Record<string, unknown>>): unknown[] {
  return params.map(param => (param instanceof Placeholder ? values[param.name] : param))
}
