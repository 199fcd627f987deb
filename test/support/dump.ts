import type { Database } from '../../src/store/engine/database.ts'

/**
 * Every row of every table, in the order of the row ids. Left out are what SQLite keeps for a search index, and the
 * revisions, which say when a row came and not what it says.
 */
export function dump({ client }: Database): Record<string, unknown[]> {
  const tables = client
    .prepare<[], string>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not in ('sqlite_schema', 'revisions', 'changes', 'states') order by name",
    )
    .pluck()
  return Object.fromEntries(
    tables.all().map(table => [table, client.prepare(`select * from "${table}" order by rowid`).all()]),
  )
}
