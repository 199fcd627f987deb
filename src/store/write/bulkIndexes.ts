import type { Database } from '../engine/database.ts'

/** The tables whose rows come in bulk, and of each the indexes that are read while rows are written. */
const read: Readonly<Record<string, readonly string[]>> = {
  documents: ['documents_slug_unique'],
  passagePlaces: ['passages_by_document'],
  statements: ['statements_slug_unique'],
  figures: ['figures_slug_unique'],
  mentions: [],
  figureMentions: [],
  termUses: [],
  stances: [],
  reviews: [],
  // Those of an agent that comes again are deleted.
  labels: ['labels_by_agent'],
}

/**
 * Drops the indexes that are not read while a corpus is written, within the transaction that is open; returns how each is made.
 *
 * An index that is kept up row by row is written all over with every row; one that is made anew is sorted once. That pays
 * where more rows come than stand already. Other connections see the indexes until the transaction is committed, and a
 * rollback leaves them as they were.
 */
export function setIndexesAside(database: Database): readonly string[] {
  const indexes = database.client
    .prepare<[string], { name: string; tbl_name: string; sql: string }>(
      `select name, tbl_name, sql from sqlite_master
       where type = 'index' and sql is not null and tbl_name in (select value from json_each(?)) order by name`,
    )
    .all(JSON.stringify(Object.keys(read)))
    // One that holds few of the rows costs little while they come, and a look at all of them when it is made.
    .filter(({ name, tbl_name, sql }) => !read[tbl_name]?.includes(name) && !/\bwhere\b/i.test(sql))
  for (const { name } of indexes) database.client.exec(`drop index "${name}"`)
  return indexes.map(({ sql }) => sql)
}
