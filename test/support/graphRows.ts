import type { Database } from '../../src/store/engine/database.ts'

/** What says how a row came into the file, and not what it says; and what is kept of other tables. */
const notSaid = ['imports', 'importCounts', 'revisions', 'changes', 'states', 'sqlite_schema', 'sqlite_sequence']
const notSaidOf: Readonly<Record<string, readonly string[]>> = {
  datasets: ['format', 'importedAt', 'speakersRead', 'numbersRead', 'repeatsRead'],
  documents: ['digest', 'importId'],
  agents: ['importId'],
  claims: ['importId'],
  coders: ['importId'],
  memberships: ['importId'],
}

/** The copies of keys, which SQLite knows of no more than of their being copies. */
const copies: Readonly<Record<string, string>> = {
  speakerId: 'agents',
  onBehalfOfId: 'agents',
  documentId: 'documents',
  timeId: 'timeExpressions',
}

/** Every row that says something, with names in place of row ids, sorted: equal graphs have equal rows. */
export function graphRows({ client }: Database): string[] {
  const tables = client
    .prepare<[], string>("select name from pragma_table_list where schema = 'main' and type = 'table' order by name")
    .pluck()
    .all()
    // The view that has the names and the words of passages.
    .map(table => (table === 'passagePlaces' ? 'passages' : table))
  const named = new Set(
    tables.filter(table => client.prepare(`select 1 from pragma_table_info('${table}') where name = 'slug'`).get()),
  )
  return tables
    .filter(table => !notSaid.includes(table))
    .flatMap(table => {
      const keys = new Map(
        client
          .prepare<[], [string, string]>(`select "from", "table" from pragma_foreign_key_list('${table}')`)
          .raw()
          .all(),
      )
      const columns = client
        .prepare<[], string>(`select name from pragma_table_info('${table}')`)
        .pluck()
        .all()
        .filter(column => column !== 'id' && !(notSaidOf[table] ?? []).includes(column))
      const cells = columns.map(column => {
        const key = keys.get(column) ?? copies[column]
        const target = key === 'passagePlaces' ? 'passages' : key
        if (table === 'notes' && column === 'aboutId') return 'null'
        return target !== undefined && named.has(target)
          ? `(select r.slug from "${target}" r where r.id = t."${column}")`
          : `t."${column}"`
      })
      const rows = client
        .prepare<[], unknown[]>(`select ${cells.join(', ')} from "${table}" t`)
        .raw()
        .all()
      return rows.map(row => `${table} ${JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, row[i]])))}`)
    })
    .toSorted()
}
