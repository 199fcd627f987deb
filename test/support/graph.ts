import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { createApi } from '../../src/server/api.ts'
import { readSettings } from '../../src/settings/settings.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'

/** The answer to a GraphQL request, with the SQL statements that it took. */
export interface Answer {
  readonly status: number
  readonly data: unknown
  readonly errors?: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[]
  readonly extensions?: Readonly<Record<string, unknown>>
  readonly sql: readonly string[]
}

/** A graph in a folder of its own, asked over the whole of yoga's HTTP pipeline. */
export interface TestGraph {
  readonly database: Database
  readonly log: readonly string[]
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>
  /** Gets another path of the site, and follows no redirection. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
}

export const seed = new URL('../../seed/wane-ice-435000', import.meta.url).pathname

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes the seed. */
export function fillWithSeed(writer: Database): void {
  importDossier(writer, seed, { replace: false })
}

/** The path of a new database with what `fill` writes. */
export function testDatabase(fill = fillWithSeed): string {
  const path = join(temporaryFolder(), 'dixit.db')
  if (fill === fillWithSeed) {
    seeded ??= bytesOf(fillWithSeed)
    writeFileSync(path, seeded)
  } else {
    const writer = writerAt(path)
    fill(writer)
    writer.close()
  }
  return path
}

/** Opens a database for writing; a new one has its tables already. */
export function writerAt(path: string): Database {
  empty ??= bytesOf(() => undefined)
  if (!existsSync(path)) writeFileSync(path, empty)
  return openWriter(path)
}

// Made once for all files of a worker: to copy them takes a hundredth of the time.
let seeded: Buffer | undefined
let empty: Buffer | undefined

function bytesOf(fill: (writer: Database) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-'))
  try {
    const path = join(folder, 'dixit.db')
    const writer = openWriter(path)
    fill(writer)
    writer.close()
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The graph of the seed, or of what `fill` writes. */
export function testGraph(fill = fillWithSeed): TestGraph {
  const path = testDatabase(fill)
  return graphAt(path)
}

/** The graph of a database that stands. */
export function graphAt(path: string): TestGraph {
  const database = openReader(path)
  afterAll(() => database.close())
  const log: string[] = []
  const api = createApi(
    database,
    pino({ level: 'warn' }, { write: line => void log.push(line) }),
    // Tests may ask for everything at once: the limits have tests of their own. The resolvers answer: plans are held
    // against them in a test of their own.
    { settings: readSettings({ MAX_COST: '1000000000', FAST_PATH_COST: '0' }) },
  )

  return {
    database,
    log,
    async get(path, headers = {}) {
      return api.fetch(new URL(path, 'http://dixit.test').href, { headers, redirect: 'manual' })
    },
    async ask(query, variables) {
      const sql: string[] = []
      database.onQuery = text => sql.push(text.replaceAll(/\s+/g, ' ').trim())
      const response = await api.fetch('http://dixit.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      database.onQuery = null
      return { status: response.status, sql, ...JSON.parse(await response.text()) }
    },
  }
}

/** The data of an answer that must have no errors: a failing test then says which there were. */
export function dataOf(answer: Answer): unknown {
  if (answer.errors) throw new Error(`the query failed: ${JSON.stringify(answer.errors, null, 2)}`)
  return answer.data
}
