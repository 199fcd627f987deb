import type { Database } from '../../src/store/database.ts'

/** Every row of every table, in the order of the row ids. */
export function dump({ client }: Database): Record<string, unknown[]> {
  const tables = client.prepare<[], string>("select name from sqlite_schema where type = 'table' order by name").pluck()
  return Object.fromEntries(
    tables.all().map(table => [table, client.prepare(`select * from "${table}" order by rowid`).all()]),
  )
}
