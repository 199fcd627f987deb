import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { dump } from '../support/dump.ts'
import { seed, temporaryFolder, testGraph } from '../support/graph.ts'

const folder = temporaryFolder()
const sound = join(folder, 'sound.db')
openWriter(sound).close()

/** A copy of a sound database, changed by SQL. */
function changed(name: string, sql: string): string {
  const path = join(folder, name)
  copyFileSync(sound, path)
  const client = new Sqlite(path)
  client.exec(sql)
  client.close()
  return path
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function truncated(): string {
  const bytes = readFileSync(sound)
  // The header stays, and says that there is more.
  return file('truncated.db', bytes.subarray(0, 5000))
}

const newer = 'was made by a newer Dixit than this one. Update Dixit, or name another file.'
const foreign = "is an SQLite database, but not one of Dixit's. Name another file."

describe('a database that cannot be used is refused in a sentence, and left as it is', () => {
  test.each([
    {
      name: 'of a newer Dixit',
      path: changed('newer.db', "insert into __drizzle_migrations (hash, created_at) values ('f', 9999999999999)"),
      code: 'DATABASE_NEWER',
      message: (path: string) => `The database at ${path} ${newer}`,
    },
    {
      name: 'of another program',
      path: changed('foreign.db', 'pragma application_id = 0'),
      code: 'DATABASE_FOREIGN',
      message: (path: string) => `${path} ${foreign}`,
    },
    {
      name: 'that is no database',
      path: file('article.txt', 'The head of an agency told a lawmaker this week that …'),
      code: 'DATABASE_UNUSABLE',
      message: (path: string) => `The database at ${path} cannot be used: the file is no SQLite database.`,
    },
    {
      name: 'of which a part is missing',
      path: truncated(),
      code: 'DATABASE_UNUSABLE',
      message: (path: string) => `The database at ${path} cannot be used: the file is damaged.`,
    },
    {
      name: 'that is a folder',
      path: folder,
      code: 'DATABASE_UNUSABLE',
      message: (path: string) => `The database at ${path} cannot be used: it is a folder.`,
    },
  ])('$name', ({ path, code, message }) => {
    const before = path === folder ? null : readFileSync(path)
    for (const open of [openReader, openWriter]) {
      expect(() => open(path)).toThrow(expect.objectContaining({ code, message: message(path) }))
    }
    if (before) expect(readFileSync(path).equals(before)).toBe(true)
  })

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)('that may not be read', () => {
    const path = join(folder, 'forbidden.db')
    copyFileSync(sound, path)
    chmodSync(path, 0)
    for (const open of [openReader, openWriter]) {
      expect(() => open(path)).toThrow(
        expect.objectContaining({
          code: 'DATABASE_UNUSABLE',
          message: `The database at ${path} cannot be used: the file cannot be opened.`,
        }),
      )
    }
  })

  test('that is not there, to read', () => {
    const path = join(folder, 'nowhere.db')
    expect(() => openReader(path)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_MISSING',
        message: `There is no database at ${path}. Make one with: dixit seed`,
      }),
    )
  })

  test('that would stand below a file, to write', () => {
    const path = join(file('not-a-folder', ''), 'dixit.db')
    expect(() => openReader(path)).toThrow(expect.objectContaining({ code: 'DATABASE_MISSING' }))
    expect(() => openWriter(path)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNUSABLE',
        message: `The database at ${path} cannot be used: a file stands where a folder is expected.`,
      }),
    )
  })

  test('of an older Dixit, to read; to write, it is brought up to date', () => {
    const path = join(folder, 'older.db')
    const client = new Sqlite(path)
    client.pragma(`application_id = ${0x44495854}`)
    client.exec('create table __drizzle_migrations (id integer primary key, hash text, created_at integer)')
    client.close()
    expect(() => openReader(path)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_OLDER',
        message: `The database at ${path} was made by an older Dixit. Bring it up to date with: dixit seed`,
      }),
    )
    openWriter(path).close()
    openReader(path).close()
  })

  test('an empty file is a database without tables', () => {
    const path = file('empty.db', '')
    expect(() => openReader(path)).toThrow(expect.objectContaining({ code: 'DATABASE_EMPTY' }))
    openWriter(path).close()
    openReader(path).close()
  })

  test('the folder of a new one is made', () => {
    const path = join(folder, 'new', 'and', 'deep', 'dixit.db')
    openWriter(path).close()
    openReader(path).close()
  })
})

describe('the connection of the server', () => {
  const { database } = testGraph()

  test.each([
    'insert into claims (slug, text) values (0, 0)',
    'update agents set name = slug',
    'delete from documents',
    'drop table stances',
    'create table more (id integer) strict',
    'pragma application_id = 0',
    'vacuum',
  ])('refuses: %s', sql => {
    expect(() => database.client.exec(sql)).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
  })

  test('has nothing to change in its API either', () => {
    expect(schema.getMutationType() ?? null).toBeNull()
  })
})

describe('a disk that is full', () => {
  test('is said in a sentence, and nothing is half-written', () => {
    const path = join(folder, 'full.db')
    const writer = openWriter(path)
    const before = dump(writer)
    const pages = writer.client.pragma('page_count', { simple: true })
    writer.client.pragma(`max_page_count = ${Number(pages) + 5}`)
    expect(() => importDossier(writer, seed, { replace: false })).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNUSABLE',
        message: `The database at ${path} cannot be used: the disk is full.`,
      }),
    )
    expect(dump(writer)).toEqual(before)

    writer.client.pragma('max_page_count = 1000000')
    expect(importDossier(writer, seed, { replace: false }).outcome).toBe('created')
    writer.close()
  })
})

test('another program that is writing is waited for, and then said', () => {
  const path = join(folder, 'busy.db')
  const writer = openWriter(path)
  const other = new Sqlite(path)
  other.exec('begin immediate')
  writer.client.pragma('busy_timeout = 50')
  expect(() => importDossier(writer, seed, { replace: false })).toThrow(
    expect.objectContaining({
      code: 'DATABASE_BUSY',
      message: `The database at ${path} cannot be used: another program is writing to it.`,
    }),
  )
  other.exec('rollback')
  expect(importDossier(writer, seed, { replace: false }).outcome).toBe('created')
  other.close()
  writer.close()
})
