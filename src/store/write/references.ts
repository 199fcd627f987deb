import type { Database } from '../engine/database.ts'

/** A foreign key that leads to a table: the table and the column in which it stands. */
export interface ForeignKey {
  readonly table: string
  readonly column: string
}

/** What says what an agent itself is, and is part of its record. */
const DESCRIBING = ['agentNames', 'identifiers', 'labels']

/** The foreign keys that lead to a table, but for those of what is part of its rows. */
export function referencesTo(database: Database, table: string): ForeignKey[] {
  return database
    .prepare<[string, string], ForeignKey>(
      `select m.name as "table", k."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) k
       where m.type = 'table' and k."table" = ? and m.name not in (select value from json_each(?))
       order by m.name, k."from"`,
    )
    .all(table, JSON.stringify(DESCRIBING))
}

/** Whatever refers to an agent and follows it when a person decides that it is another's: all but the decisions themselves. */
export function agentReferences(database: Database): ForeignKey[] {
  return referencesTo(database, 'agents').filter(({ table }) => table !== 'decisions')
}
