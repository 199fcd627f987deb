/**
 * `node bench/lakeDatabase.ts FOLDER DATABASE`: the database of which the export that `lakeCorpus.ts` wrote could be, for sizes whose
 * import would take hours. It holds what the network, the counts by speaker and the verbs read, and of the indexes those that they
 * read; rows that nobody reads here, texts among them, are shorter than those of an import.
 */

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { openWriter } from '../src/store/engine/openDatabase.ts'
import { textLiteral } from '../src/store/lake/dialect.ts'

const [folder = '', path = ''] = process.argv.slice(2)
const database = openWriter(path)
const { client } = database
client.pragma('foreign_keys = OFF')
client.pragma('synchronous = OFF')
client.pragma('journal_mode = OFF')
client.pragma('ignore_check_constraints = ON')

/** The indexes of the large tables, without which they are filled; of them these are read. */
const read = ['stances_by_speaker', 'statements_by_cue_words']
const indexes = client
  .prepare<[], { name: string; sql: string }>(
    `select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name in ('statements', 'stances')
     and sql not like '% WHERE %'`,
  )
  .all()
for (const { name } of indexes) client.exec(`drop index "${name}"`)

const instance = await DuckDBInstance.create(':memory:', {
  threads: '1',
  memory_limit: '1GB',
  temp_directory: join(tmpdir(), `dixit-duckdb-${process.pid}`),
})
const connection = await instance.connect()

/** Fills a table with the rows of a question to the exported ones, whose columns are named as those of the table. */
async function fill(table: string, source: string, columns: readonly string[]): Promise<void> {
  const files = textLiteral(join(folder, source))
  const result = await connection.stream(
    `select ${columns.join(', ')} from read_parquet(${files}, hive_partitioning = false) order by id`,
  )
  const names = columns.map(column => column.replace(/^.* as /, ''))
  const insert = client.prepare(
    `insert into "${table}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  )
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const rows = chunk.getRows()
    client.transaction(() => {
      for (const row of rows) insert.run(...row.map(cell => (typeof cell === 'bigint' ? Number(cell) : cell)))
    })()
  }
}

await fill('agents', 'agents.parquet', ['id', 'slug', 'kind', 'name'])
await fill('claims', 'claims.parquet', ['id', 'slug', 'text'])
await fill('documents', 'documents/**/*.parquet', [
  ...['id', 'slug', 'language', 'publisherId', 'cast(publishedEarliest as varchar) as published'],
  ...['cast(publishedEarliest as varchar) as publishedEarliest', 'cast(publishedLatest as varchar) as publishedLatest'],
  ...["'' as sha256", '0 as length', "'' as digest"],
])
await fill('statements', 'statements/**/*.parquet', [
  ...[
    'id',
    'slug',
    'documentId',
    'id % 20 as start',
    "'' as text",
    "'AGENT' as voice",
    'speakerId',
    'cueId',
    'cueWords',
  ],
  ...['id as contentId', 'basis'],
])
await fill('stances', 'stances/**/*.parquet', [
  ...['id', "'s' || id as slug", 'statementId', 'claimId', 'stance', 'id as passageId', 'speakerId', 'documentId'],
  ...['wording'],
])
connection.closeSync()
instance.closeSync()
for (const { name, sql } of indexes) if (read.includes(name)) client.exec(sql)
database.close()
