/** A PostgreSQL of its own in a folder, with the tables, indexes and rows of a Dixit database. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { end, freePort, serverCore, spawnOn } from './processes.ts'

export interface Postgres {
  readonly root: number
  readonly address: string
  stop(): Promise<void>
}

const user = 'bench'
const done = 'bench-is-filled'

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Where its programs are: in the path, or where Debian puts them. */
function programs(): string {
  const folder = '/usr/lib/postgresql'
  const versions = existsSync(folder) ? readdirSync(folder).toSorted((a, b) => Number(b) - Number(a)) : []
  const [bin] = versions.map(version => join(folder, version, 'bin')).filter(path => existsSync(join(path, 'initdb')))
  return bin ?? ''
}

export function postgresVersion(): string {
  return execFileSync(join(programs(), 'postgres'), ['--version'], { encoding: 'utf8' })
    .trim()
    .replace(/^.*\) /, '')
}

/** Starts it on the servers' core; fills it first with what a Dixit database has, if it is new. */
export async function startPostgres(database: string, folder: string, extra: readonly string[]): Promise<Postgres> {
  const isFilled = existsSync(join(folder, done))
  if (!isFilled) makeCluster(folder)
  const port = await freePort()
  const argv = ['-D', folder, '-p', String(port), '-k', '', '-h', '127.0.0.1', ...settings]
  const child = spawnOn(serverCore, join(programs(), 'postgres'), argv, {
    ...owner,
    stdio: ['ignore', 'ignore', 'ignore'],
    cwd: folder,
  })
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for those who are connected.
  const stop = () => end(child, 'SIGINT')
  const address = `postgres://${user}@127.0.0.1:${port}/postgres`
  try {
    await ready(port)
    if (!isFilled) {
      await fill(database, address, extra)
      mkdirSync(join(folder, done))
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { root: child.pid ?? 0, address, stop }
}

/** As one tunes a small server that mostly reads. */
const settings = [
  ...['shared_buffers=1GB', 'effective_cache_size=4GB', 'work_mem=64MB', 'maintenance_work_mem=512MB'],
  ...['random_page_cost=1.1', 'jit=off', 'max_wal_size=4GB', 'synchronous_commit=off', 'autovacuum=off'],
].flatMap(setting => ['-c', setting])

function makeCluster(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (owner.uid !== undefined) {
    chownSync(folder, owner.uid, owner.gid)
    try {
      execFileSync('test', ['-w', folder], owner)
    } catch {
      throw new Error(`PostgreSQL does not run as root, and nobody else can reach ${folder}: name another by --data`)
    }
  }
  // Of the plain locale C its search takes typeset quotation marks for letters.
  const locale = ['--locale=C', '--lc-ctype=C.UTF-8']
  const argv = ['-D', folder, '-U', user, '-A', 'trust', '-E', 'UTF8', ...locale, '--no-sync']
  execFileSync(join(programs(), 'initdb'), argv, { ...owner, stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
}

async function ready(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      execFileSync('pg_isready', ['-q', '-h', '127.0.0.1', '-p', String(port)])
      return
    } catch {
      await sleep(100)
    }
  }
  throw new Error('PostgreSQL does not start')
}

/** Copies tables and rows, then makes keys and indexes and gathers statistics. */
async function fill(database: string, address: string, extra: readonly string[]): Promise<void> {
  const source = new Sqlite(database, { readonly: true })
  const tables = source
    .prepare<[], string>(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'
       and name not like '\\_\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all()
    .map(name => describe(source, name))
  await psql(address, tables.map(({ create }) => create).join('\n'))
  for (const table of tables) await copy(source, address, table)
  const after = [...tables.flatMap(({ keys }) => keys), ...tables.flatMap(({ references }) => references), ...extra]
  await psql(address, `${after.join('\n')}\nanalyze;\nvacuum;`)
  source.close()
}

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly create: string
  readonly keys: readonly string[]
  readonly references: readonly string[]
}

const types: Readonly<Record<string, string>> = { INTEGER: 'integer', REAL: 'double precision', TEXT: 'text' }

function describe(source: Sqlite.Database, name: string): Table {
  const columns = source.prepare<[string], Column>('select * from pragma_table_info(?)').all(name)
  const indexes = source
    .prepare<[string], { name: string; unique: number; origin: string }>('select * from pragma_index_list(?)')
    .all(name)
  const references = source
    .prepare<[string], { table: string; from: string; to: string | null }>('select * from pragma_foreign_key_list(?)')
    .all(name)
  const indexed = source.prepare<[string], string | null>('select name from pragma_index_info(?)').pluck()
  const written = source.prepare<[string], string>('select sql from sqlite_master where name = ?').pluck()
  const keyed = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  return {
    name,
    columns,
    create: `create table ${quoted(name)} (${columns
      .map(({ name, type, notnull }) => `${quoted(name)} ${types[type] ?? 'text'}${notnull ? ' not null' : ''}`)
      .join(', ')});`,
    keys: [
      ...(keyed.length === 0 ? [] : [`alter table ${quoted(name)} add primary key (${listed(keyed)});`]),
      ...indexes
        .filter(({ origin }) => origin !== 'pk')
        .map(index => {
          const on = keysOf(indexed.all(index.name), written.get(index.name) ?? '', columns)
          return index.unique === 1
            ? `alter table ${quoted(name)} add unique ${on};`
            : `create index on ${quoted(name)} ${on};`
        }),
    ],
    references: references.map(
      ({ table, from, to }) =>
        `alter table ${quoted(name)} add foreign key (${quoted(from)}) references ${quoted(table)} (${quoted(to ?? 'id')});`,
    ),
  }
}

/** What an index is on: columns, or what its statement has between parentheses where that is an expression. */
function keysOf(names: readonly (string | null)[], sql: string, columns: readonly Column[]): string {
  if (!names.includes(null)) return `(${names.map(name => quoted(name ?? '')).join(', ')})`
  const expression = sql.slice(sql.indexOf('(')).replaceAll('`', '"')
  return columns
    .reduce((text, { name }) => text.replace(new RegExp(`(?<!["\\w])${name}(?!["\\w])`, 'g'), quoted(name)), expression)
    .replace(/case .*? end/g, '($&)')
}

function listed(columns: readonly Column[]): string {
  return columns.map(({ name }) => quoted(name)).join(', ')
}

function quoted(name: string): string {
  return `"${name}"`
}

/** What Dixit derives where it is read: PostgreSQL has it in the row, which costs it nothing to read. */
const derived: Readonly<Record<string, string>> = {
  'passagePlaces.exact': '(select p.exact from passages p where p.id = "passagePlaces".id)',
}

async function copy(source: Sqlite.Database, address: string, { name, columns }: Table): Promise<void> {
  const child = startPsql(address, ['-c', `copy ${quoted(name)} (${listed(columns)}) from stdin`])
  const cells = columns.map(column => derived[`${name}.${column.name}`] ?? quoted(column.name)).join(', ')
  const rows = source.prepare<[], (string | number | null)[]>(`select ${cells} from ${quoted(name)}`).raw()
  let batch = ''
  for (const row of rows.iterate()) {
    batch += `${row.map(cellOf).join('\t')}\n`
    if (batch.length < 1_000_000) continue
    if (!child.stdin?.write(batch)) await once(child.stdin ?? child, 'drain')
    batch = ''
  }
  child.stdin?.end(batch)
  await ended(child)
}

function cellOf(value: string | number | null): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

async function psql(address: string, script: string): Promise<void> {
  const child = startPsql(address, [])
  child.stdin?.end(script)
  await ended(child)
}

function startPsql(address: string, argv: readonly string[]): ChildProcess {
  const common = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', address]
  return spawn('psql', [...common, ...argv], { stdio: ['pipe', 'ignore', 'inherit'] })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error('psql failed; the reason stands above')
}
