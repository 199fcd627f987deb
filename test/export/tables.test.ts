import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { describeTable } from '../../src/graph/dataDictionary.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { countExportRows, exportTables } from '../../src/store/query/exportTables.ts'
import { dixit } from '../support/cli.ts'
import { graphOfEverything } from '../support/corpora.ts'
import { dataOf, temporaryFolder, testDatabase } from '../support/graph.ts'
import { pythonWith } from '../support/python.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const DIXIT_DB = testDatabase()
const out = (name: string) => join(folder, name)
const run = (...args: string[]) => dixit(['export', ...args], { DIXIT_DB })
const statements = 'statements/dataset=__HIVE_DEFAULT_PARTITION__/year=__HIVE_DEFAULT_PARTITION__/part-0.parquet'

beforeAll(async () => {
  for (const form of ['csv', 'parquet']) expect((await run(form, '--out', out(form))).code).toBe(0)
})

/** Every file below a folder, with its bytes. */
function filesIn(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files.map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map(file => [file.slice(path.length), readFileSync(file, 'base64')]))
}

test('every table leaves, or stays for a reason', () => {
  const stays: Readonly<Record<string, string>> = {
    __drizzle_migrations: 'of the file, not of the graph',
    decisionMoves: 'how to undo decisions in this database',
    imports: 'what was read from where into this database',
    importCounts: 'the same',
    revisions: 'the history of the file',
    changes: 'the history of the file',
    states: 'the history of the file',
    removals: 'the same',
    passagePlaces: 'leaves whole, as passages',
  }
  const database = openReader(DIXIT_DB)
  const stored = database.client
    .prepare<[], string>("select name from pragma_table_list where schema = 'main' and type = 'table'")
    .pluck()
    .all()
  database.close()
  const leaving = new Set(exportTables.map(({ name }) => name))
  const forgotten = stored.filter(name => !leaving.has(name) && !(name in stays) && !name.startsWith('sqlite_'))
  expect(forgotten, 'add these to src/store/query/exportTables.ts').toEqual([])
})

test('every table and column says what it holds', () => {
  const silent = exportTables.flatMap(({ name, columns }) =>
    [null, ...columns.map(column => column.name)]
      .filter(column => describeTable(name, column) === '')
      .map(c => [name, c]),
  )
  expect(silent, 'add these to src/graph/dataDictionary.ts').toEqual([])
})

test('every row leaves, also of no document: roles that a register knows, labels of statements and agents', async () => {
  const everything = await graphOfEverything()
  const { code } = await dixit(['export', 'csv', '--out', out('everything'), '--texts'], {
    DIXIT_DB: everything.database.client.name,
  })
  expect(code).toBe(0)
  const { tables }: { tables: { table: string; rows: number }[] } = JSON.parse(
    readFileSync(join(out('everything'), 'schema.json'), 'utf8'),
  )
  const stored = tables.map(({ table }) => [
    table,
    everything.database.value<number>(`select count(*) from "${table}"`),
  ])
  expect(tables.map(({ table, rows }) => [table, rows])).toEqual(stored)
  // What the bar on a terminal counts up to.
  const all = tables.reduce((sum, { rows }) => sum + rows, 0)
  expect(countExportRows(everything.database, { filter: null, withTexts: true })).toBe(all)
  expect(countExportRows(everything.database, { filter: null, withTexts: false })).toBeLessThan(all)
})

test('the same graph gives the same bytes', async () => {
  for (const form of ['csv', 'parquet']) {
    await run(form, '--out', out(`${form}-again`))
    expect(filesIn(out(`${form}-again`))).toEqual(filesIn(out(form)))
  }
})

test('Parquet holds what CSV holds', async () => {
  const read = await parquetReadObjects({ file: await asyncBufferFromFile(join(out('parquet'), statements)) })
  expect(read).toHaveLength(41)
  expect(read[0]).toMatchObject({ slug: 'wane-ice-435000/lead', speaker: 'patrick-lechleitner', start: 92n })
  const lines = readFileSync(join(out('csv'), 'statements.csv'), 'utf8')
  expect(lines).toContain('\r\nwane-ice-435000/lead,wane-ice-435000,92,"435,000 undocumented')
})

interface Timed {
  readonly statements: {
    readonly nodes: readonly { readonly slug: string; readonly said: { readonly timeBasis: string | null } }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  }
}

test('a statement leaves with the basis of its time, as the API has it', async () => {
  const everything = await graphOfEverything()
  await dixit(['export', 'csv', '--out', out('timed')], { DIXIT_DB: everything.database.client.name })
  const rows: Record<string, string>[] = parse(readFileSync(join(out('timed'), 'statements.csv')), { columns: true })
  const query = `query ($after: String) { statements(first: 100, after: $after) {
    nodes { slug said { timeBasis } }
    pageInfo { hasNextPage endCursor }
  } }`
  const known = new Map<string, string>()
  for (let after: string | null = null; known.size === 0 || after !== null; ) {
    const { statements } = dataOf(await everything.ask(query, { after })) as Timed
    for (const { slug, said } of statements.nodes) known.set(slug, said.timeBasis ?? '')
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null
  }
  expect(new Map(rows.map(({ slug = '', timeBasis = '' }) => [slug, timeBasis]))).toEqual(known)
  expect(known.get('wane-ice-435000/shielding')).toBe('INFERRED')
  expect(new Set(known.values())).toEqual(new Set(['', 'STATED', 'INFERRED']))
})

test('stances carry what decides whether they count, and statements how many they are', async () => {
  const everything = await graphOfEverything()
  await dixit(['export', 'csv', '--out', out('counted')], { DIXIT_DB: everything.database.client.name })
  const rows = (table: string): Record<string, string>[] =>
    parse(readFileSync(join(out('counted'), `${table}.csv`)), { columns: true })
  const [said, taken] = [rows('statements'), rows('stances')]
  const bySlug = new Map(said.map(row => [row.slug, row]))
  const ofStatements = taken.map(({ statement }) => bySlug.get(statement))
  for (const column of ['speakerBasis', 'repeat']) {
    expect(taken.map(row => row[column])).toEqual(ofStatements.map(row => row?.[column]))
  }
  expect(new Set(taken.map(({ speakerBasis }) => speakerBasis)).size).toBeGreaterThan(1)
  const counts = (values: readonly (string | undefined)[], of: string | undefined) =>
    of === '' ? '0' : String(values.filter(value => value === of).length)
  const expected = (ofStances: readonly (string | undefined)[], ofCues: readonly (string | undefined)[]) =>
    said.map(({ slug, cue }) => [slug, counts(ofStances, slug), counts(ofCues, cue)])
  const found = said.map(({ slug, stanceCount, cueStatementCount }) => [slug, stanceCount, cueStatementCount])
  expect(found).toEqual(
    expected(
      taken.map(({ statement }) => statement),
      said.map(({ cue }) => cue),
    ),
  )
  expect(Math.max(...said.map(({ cueStatementCount }) => Number(cueStatementCount)))).toBeGreaterThan(1)
})

test('a filter leaves its statements, and what belongs to them', async () => {
  await run('parquet', '--out', out('green'), '--speaker', 'mark-green')
  const file = (path: string) => asyncBufferFromFile(join(out('green'), path))
  const kept = await parquetReadObjects({ file: await file(statements) })
  expect(new Set(kept.map(({ speaker }) => speaker))).toEqual(new Set(['mark-green']))
  const uses = await parquetReadObjects({ file: await file(statements.replace('statements', 'termUses')) })
  const slugs = new Set(kept.map(({ slug }) => slug))
  expect(uses.length).toBeGreaterThan(0)
  expect(uses.filter(({ statement }) => !slugs.has(statement))).toEqual([])
})

test('texts without a licence stay, unless they are asked for', async () => {
  expect(readFileSync(join(out('csv'), 'documentTexts.csv'), 'utf8').split('\r\n')).toHaveLength(2)
  await run('csv', '--out', out('texts'), '--texts')
  expect(readFileSync(join(out('texts'), 'documentTexts.csv'), 'utf8')).toContain('Tony Gonzales')
})

describe('what stands at the path', () => {
  test('is kept, and the message says how to replace it', async () => {
    mkdirSync(out('mine'))
    writeFileSync(join(out('mine'), 'notes.txt'), 'mine')
    const { code, err } = await run('csv', '--out', out('mine'))
    expect({ code, err }).toEqual({
      code: 2,
      err: `dixit: --out ${out('mine')} already exists. --force replaces it.\n`,
    })
    expect(readdirSync(out('mine'))).toEqual(['notes.txt'])
  })

  test('is kept where the export fails, and no half of one is left', async () => {
    const before = readdirSync(folder)
    expect((await run('csv', '--out', out('none'), '--speaker', 'nobody')).code).toBe(2)
    expect(readdirSync(folder)).toEqual(before)
  })
})

const duckdb = pythonWith('duckdb', 'pyarrow')

test.skipIf(duckdb === null)('DuckDB and pyarrow read it (skipped without python3 with duckdb and pyarrow)', () => {
  const script = `
import sys, duckdb, pyarrow as pa, pyarrow.dataset as ds
parts = ds.partitioning(pa.schema([('dataset', pa.string()), ('year', pa.string())]), flavor = 'hive')
folder = sys.argv[1]
said = duckdb.sql(f"select count(*) from read_parquet('{folder}/statements/**/*.parquet', hive_partitioning = true) where speaker = 'mark-green'")
day = duckdb.sql(f"select typeof(publishedEarliest) from read_parquet('{folder}/documents/**/*.parquet', hive_partitioning = true)")
print(said.fetchall()[0][0], day.fetchall()[0][0], ds.dataset(f'{folder}/statements', partitioning = parts).count_rows())`
  expect(duckdb?.(script, out('parquet'))).toBe('6 DATE 41')
})

const hasCroissant = pythonWith('mlcroissant') !== null

test.skipIf(!hasCroissant)("Croissant's own validator accepts it (skipped without mlcroissant)", () => {
  for (const form of ['csv', 'parquet']) {
    execFileSync('mlcroissant', ['validate', '--jsonld', join(out(form), 'croissant.json')], { stdio: 'pipe' })
  }
})
