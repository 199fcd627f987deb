import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import type { ClientCost } from './clients.ts'
import type { ContenderName } from './contender.ts'
import type { ImportFigures } from './dataset.ts'
import type { Everyday } from './everyday.ts'
import type { Effort, Measurements } from './measure.ts'
import { postGraphileVersion } from './postgraphile.ts'
import { postgresVersion } from './postgres.ts'
import type { UnderLoad } from './underLoad.ts'

const file = fileURLToPath(new URL('./figures.json', import.meta.url))

/** All that the bench has found, as it stands in bench/figures.json. */
export interface Figures {
  readonly machine: Readonly<Record<string, string>>
  readonly sizes: Readonly<Record<string, SizeFigures>>
}

export interface SizeFigures extends Measurements {
  readonly statements: number
  readonly date: string
  readonly effort: Effort
  readonly imported: ImportFigures
  readonly everyday?: EverydayFigures
}

/** Everyday questions, the requests of different clients, and both under load. */
export interface EverydayFigures {
  readonly date: string
  /** The load average when it began, before the bench's own programs. */
  readonly load: number
  readonly asked: readonly Everyday[]
  readonly clients: readonly ClientCost[]
  readonly underLoad: readonly UnderLoad[]
}

export function readFigures(): Figures {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { machine: {}, sizes: {} }
}

export function writeFigures(figures: Figures): void {
  const short = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value)
  writeFileSync(file, JSON.stringify(figures, short, 2))
  execFileSync('biome', ['format', '--write', '--log-level=error', file], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** What it was measured on. */
export function machine(contenders: readonly ContenderName[]): Record<string, string> {
  const database = new Sqlite(':memory:')
  const sqlite = database.prepare<[], string>('select sqlite_version()').pluck().get() ?? ''
  database.close()
  const peers = contenders.includes('E')
    ? { PostgreSQL: postgresVersion(), PostGraphile: postGraphileVersion() }
    : undefined
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: String(cpus().length),
    memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    Node: process.versions.node,
    SQLite: sqlite,
    ...peers,
  }
}
