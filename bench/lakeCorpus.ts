/**
 * `node bench/lakeCorpus.ts FOLDER STATEMENTS`: an export of so many statements as `dixit export parquet` lays it out, written
 * straight by DuckDB, for sizes whose import and export would take hours. It holds what the analyses read (who took which stance to
 * which claim, with which cue, in which words) in the proportions of `generate.ts`, and of all other tables and columns nothing.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { textLiteral } from '../src/store/lake/dialect.ts'
import { LAYOUT_VERSION } from '../src/store/lake/layout.ts'
import { exportTables } from '../src/store/query/exportTables.ts'
import { rivals } from './generate.ts'

const statementsPerDocument = 20
const counts = { claims: 500, publishers: 50, cues: 10, words: 5_000 }

/** A number from 0 to 1 that is each row's own, and another for each `salt`. */
const random = (row: string, salt: number) => `(hash(${row} * 64 + ${salt}) / 18446744073709551616.0)`
/** One of so many numbers from 0 up, by Zipf's law, as in `random.ts`. */
const zipf = (size: number, row: string, salt: number) =>
  `cast(floor(pow(${size + 1}, ${random(row, salt)})) as bigint) - 1`

const cues = ['said', 'says', 'told reporters', 'wrote', 'claimed', 'noted', 'argued', 'admitted', 'warned', 'added']
const words = (count: number) =>
  Array.from({ length: count }, (_, place) => `'w' || (${zipf(counts.words, 'n', 10 + place)})`).join(` || ' ' || `)

interface Written {
  readonly rows: number
  /** Rows by `n`, from 0 up. */
  readonly select: string
}

function tablesOf(statements: number): Readonly<Record<string, Written>> {
  const documents = Math.ceil(statements / statementsPerDocument)
  const speakers = Math.max(300, Math.ceil(statements / 50))
  const agents = speakers + rivals.length + counts.publishers
  const year = `2000 + cast(floor(d * 24 / ${documents}) as bigint)`
  const document = `cast(floor(n / ${statementsPerDocument}) as bigint)`
  const placed = `from (select n, ${document} as d from range(${statements}) r(n))`
  const where = `'bench' as dataset, ${year} as year`
  // Each rival has a hundredth of the statements, and the others share the rest.
  const speaker = `case n % 100 when 0 then 1 when 1 then 2 else 3 + ${zipf(speakers, 'n', 1)} end`
  const slugOf = (id: string) =>
    `case ${id} when 1 then '${rivals[0]}' when 2 then '${rivals[1]}' else 'speaker-' || (${id} - 3) end`
  return {
    agents: {
      rows: agents,
      select: `select n + 1 as id, kind, slug, slug as name from (select n, case when n < ${speakers + rivals.length} then 'PERSON' else 'ORGANIZATION' end as kind,
        case when n < ${speakers + rivals.length} then ${slugOf('(n + 1)')} else 'publisher-' || (n - ${speakers + rivals.length}) end as slug
        from range(${agents}) r(n))`,
    },
    claims: {
      rows: counts.claims,
      select: `select n + 1 as id, 'claim-' || n as slug, 'Claim ' || n as text from range(${counts.claims}) r(n)`,
    },
    documents: {
      rows: documents,
      select: `select d + 1 as id, 'doc-' || d as slug, 'en' as language, 'publisher-' || p as publisher,
        ${speakers + rivals.length + 1} + p as publisherId, day as publishedEarliest, day as publishedLatest, ${where}
        from (select n as d, ${zipf(counts.publishers, 'n', 2)} as p, date '2000-01-01' + cast(floor(n * 8766 / ${documents}) as integer) as day from range(${documents}) r(n))`,
    },
    statements: {
      rows: statements,
      select: `select n + 1 as id, 'doc-' || d || '/' || n as slug, 'doc-' || d as document, d + 1 as documentId, ${slugOf('speaker')} as speaker,
        speaker as speakerId, n + 1 as cueId, [${cues.map(textLiteral).join(', ')}][cue + 1] as cueWords, 'STATED' as basis,
        'STATED' as speakerBasis, 1 as stanceCount, 1 as cueStatementCount, ${where}
        from (select n, d, ${speaker} as speaker, ${zipf(counts.cues, 'n', 3)} as cue ${placed})`,
    },
    stances: {
      rows: statements,
      select: `select n + 1 as id, n + 1 as statementId, 'claim-' || claim as claim, claim + 1 as claimId,
        case when ${random('n', 5)} < 0.7 then 'SUPPORTS' else 'OPPOSES' end as stance, ${speaker} as speakerId, d + 1 as documentId,
        'SPEAKER' as wording, 'STATED' as speakerBasis, ${where}
        from (select n, d, ${zipf(counts.claims, 'n', 4)} as claim ${placed})`,
    },
    statementWords: {
      rows: statements,
      select: `select n + 1 as statementId, own, own as whole, ${where} from (select n, d, ' ' || ${words(8)} || ' ' as own ${placed})`,
    },
  }
}

const [folder = '', given = ''] = process.argv.slice(2)
const tables = tablesOf(Number(given))
mkdirSync(folder)
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: '2GB',
  temp_directory: join(tmpdir(), `dixit-duckdb-${process.pid}`),
})
const connection = await instance.connect()
await connection.run('set preserve_insertion_order = false')
for (const { name, columns, isPartitioned } of exportTables) {
  const table = tables[name]
  if (table === undefined) continue
  const known = new Set(
    (await connection.runAndReadAll(`describe (${table.select})`)).getRowObjects().map(row => String(row.column_name)),
  )
  const types = { TEXT: 'varchar', INTEGER: 'bigint', REAL: 'double', DATE: 'date' }
  const cells = columns.map(({ name: column, type }) =>
    known.has(column)
      ? `cast("${column}" as ${types[type]}) as "${column}"`
      : `cast(null as ${types[type]}) as "${column}"`,
  )
  // As many rows a group as an export has.
  const form = 'format parquet, row_group_size 10240'
  const from = `from (${table.select}) t`
  await connection.run(
    isPartitioned
      ? `copy (select ${cells.filter(cell => !cell.endsWith('as "dataset"')).join(', ')}, dataset, year ${from})
          to ${textLiteral(join(folder, name))} (${form}, partition_by (dataset, year), write_partition_columns true)`
      : `copy (select ${cells.join(', ')} ${from}) to ${textLiteral(join(folder, `${name}.parquet`))} (${form})`,
  )
}
connection.closeSync()
instance.closeSync()
const layout = {
  layout: LAYOUT_VERSION,
  tables: exportTables.map(({ name, columns, isPartitioned }) => ({
    table: name,
    partitionedBy: isPartitioned ? ['dataset', 'year'] : [],
    rows: tables[name]?.rows ?? 0,
    columns: columns.map(({ name: column, type }) => ({ column, type })),
  })),
}
writeFileSync(join(folder, 'schema.json'), `${JSON.stringify(layout)}\n`)
