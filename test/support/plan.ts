import type { Database } from '../../src/store/engine/database.ts'
import type { Answer, TestGraph } from './graph.ts'

/** The steps of the query plans of an answer's statements. */
export function planOf(graph: TestGraph, { sql }: Pick<Answer, 'sql'>): string[] {
  return sql.flatMap(text => stepsOf(graph, text))
}

/**
 * The steps of the query plans of an answer's statements that read a whole table: every SCAN but those of a full-text
 * query (M), of one word of an index (267: the term is equal), of the rows of a JSON array, and of what the statement itself has put
 * aside.
 */
export function fullScans(graph: TestGraph, answer: Answer): string[] {
  return answer.sql.flatMap(text =>
    stepsOf(graph, text)
      .filter(detail => detail.startsWith('SCAN'))
      .filter(
        detail =>
          !/ VIRTUAL TABLE INDEX (0:M\d|1:$|267:$)/.test(detail) &&
          !/^SCAN (kept|found|known|\(subquery-\d+\)|CONSTANT ROW)$/.test(detail),
      )
      .map(detail => `${detail}: ${text}`),
  )
}

export function stepsOf({ database }: TestGraph, text: string): string[] {
  const values = new Array(text.split('?').length - 1).fill(null)
  const steps = database.client.prepare<null[], { detail: string }>(`explain query plan ${text}`).all(...values)
  return steps.map(({ detail }) => detail)
}

/** How many rows make a table large: reading all of it is then no way to find a few. */
const largeTable = 1000

/**
 * The steps of the plans of SQL statements that may read a whole large table, or a whole index of it: every SCAN but that
 * of a list without a filter, which stops at the end of its page, or under a filter that nothing meets. `database` is one in which tables are large; the
 * statements may come from elsewhere, for without statistics a plan depends on the schema alone.
 */
export function wholeTableScans(database: Database, statements: readonly string[]): string[] {
  return statements.flatMap(text => {
    const values = new Array(text.split('?').length - 1).fill(null)
    const plan = database.client.prepare<null[], { detail: string }>(`explain query plan ${text}`).all(...values)
    return plan.flatMap(({ detail }) => {
      const [, name] = /^SCAN (\w+)\b(?! VIRTUAL)/.exec(detail) ?? []
      if (name === undefined || text.includes('where true and (false)')) return []
      if (new RegExp(`"?${name}"? where (true and )*true order by [^()]+ limit`).test(text)) return []
      const named = [...text.matchAll(new RegExp(`(\\w+)"? (?:as )?"?${name}\\b`, 'g'))].map(([, table = '']) => table)
      return rowsOf(database, [...named, name]) > largeTable ? [`${detail}: ${text}`] : []
    })
  })
}

/** The rows of the first of the names that is a table's; none, if they name what a statement has put aside. */
function rowsOf(database: Database, names: readonly string[]): number {
  const tables = database.client
    .prepare<[], string>(`select name from sqlite_master where type = 'table'`)
    .pluck()
    .all()
  const table = names.find(name => tables.includes(name))
  if (table === undefined) return 0
  return database.client.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0
}
