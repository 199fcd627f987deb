import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { MOST_LINE_BYTES } from '../../src/ingest/formats/lines.ts'
import { openReader, openWriter, writeAhead } from '../../src/store/engine/openDatabase.ts'
import { checkSearch } from '../support/checkSearch.ts'
import { databaseIn, fixture, graphIn, importInto, tally } from '../support/corpora.ts'
import { dataOf, seed, temporaryFolder } from '../support/graph.ts'

/** Ten million spaces, as bzip2 packs them. */
const bzip2OfSpaces = 'QlpoOTFBWSZTWWwCyj8ATJeQEMAAAAgACCAAMMwFKaaqRFGwFEUeLuSKcKEg2AWUfg=='

const dixit = fileURLToPath(new URL('../../src/dixit.js', import.meta.url))

function start(folder: string, ...argv: string[]) {
  // Vitest sets a BASE_URL of its own, with which Dixit would not start.
  const { BASE_URL, ...env } = process.env
  return spawn(process.execPath, [dixit, ...argv], { env: { ...env, DIXIT_DB: databaseIn(folder) } })
}

/** Every row of every table, but for when it was imported. Not opened read-only, so that SQLite takes back what a killed import left. */
function rowsOf(folder: string): Record<string, unknown[]> {
  const client = new Sqlite(databaseIn(folder))
  try {
    const tables = client
      .prepare<[], string>(`select name from sqlite_master where type = 'table' order by name`)
      .pluck()
      .all()
    return Object.fromEntries(
      tables.map(table => [
        table,
        client
          .prepare<[], Record<string, unknown>>(`select * from "${table}"`)
          .all()
          .map(({ importedAt, ...row }) => row),
      ]),
    )
  } finally {
    client.close()
  }
}

/** Whether another program is in the middle of a transaction that writes. */
function isBeingWritten(folder: string): boolean {
  const client = new Sqlite(databaseIn(folder), { timeout: 0 })
  try {
    client.exec('begin immediate')
    client.exec('rollback')
    return false
  } catch {
    return true
  } finally {
    client.close()
  }
}

/** A corpus of the interchange format that takes a while. */
function writeLong(folder: string, documents: number): string {
  const file = join(folder, 'long.jsonl')
  const lines = Array.from({ length: documents }, (_, index) => {
    const text = `Statement ${index} is made.`
    const document = { type: 'document', slug: `long-${index}`, text, language: 'en' }
    const content = { at: [[0, text.length]], exact: text }
    const statement = { type: 'statement', slug: `long-${index}/1`, document: `long-${index}`, content }
    return `${JSON.stringify(document)}\n${JSON.stringify(statement)}\n`
  })
  writeFileSync(file, lines.join(''))
  return file
}

describe('one source is one transaction', () => {
  test('the same again changes no row; a changed source takes the place of what it brought before', async () => {
    const folder = temporaryFolder()
    const source = join(folder, 'corpus')
    cpSync(fixture('jsonl'), source, { recursive: true })
    await importInto(folder, 'jsonl', source)
    const first = rowsOf(folder)
    expect(tally(await importInto(folder, 'jsonl', source))).toMatchObject([{ outcome: 'unchanged' }])
    expect(rowsOf(folder)).toEqual(first)

    const file = join(source, 'town.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.filter(line => !line.includes('town-watch')).join('\n'))
    await importInto(folder, 'jsonl', source)
    const query = '{ agents { nodes { slug } } statements { nodes { slug } } datasets { nodes { sources { name } } } }'
    expect(dataOf(await graphIn(folder).ask(query))).toEqual({
      agents: { nodes: [{ slug: 'town-ada' }] },
      // The first of the two statements was reviewed by the agent that is gone; a duplicate came up in its place.
      statements: { nodes: [{ slug: 'town-1/2' }, { slug: 'town-1/1' }] },
      datasets: { nodes: [{ sources: [{ name: 'town.jsonl' }] }] },
    })
  })

  test('a dry run, and --strict where a record is refused, leave the database as it was', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'liar', fixture('liar'))
    const before = rowsOf(folder)
    expect(tally(await importInto(folder, 'jsonl', fixture('jsonl'), { dryRun: true }))).toMatchObject([
      { outcome: 'checked', taken: { statement: 2 } },
    ])
    await expect(importInto(folder, 'jsonl', fixture('jsonl'), { strict: true })).rejects.toThrow(
      '7 records are refused',
    )
    expect(rowsOf(folder)).toEqual(before)
  })

  test.each(['SIGINT', 'SIGKILL'] as const)(
    '%s in the middle leaves the database as it was, and again it is done',
    { timeout: 240_000 },
    async signal => {
      const folder = temporaryFolder()
      await importInto(folder, 'liar', fixture('liar'))
      const before = rowsOf(folder)
      const file = writeLong(folder, 20_000)
      const running = start(folder, 'import', 'jsonl', file)
      const exited = once(running, 'exit')
      while (running.exitCode === null && !isBeingWritten(folder)) await new Promise(resolve => setTimeout(resolve, 20))
      running.kill(signal)
      expect(await exited).toEqual(signal === 'SIGINT' ? [1, null] : [null, 'SIGKILL'])
      expect(rowsOf(folder)).toEqual(before)
      writeLong(folder, 10)
      expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([
        { outcome: 'imported', taken: { statement: 10 } },
      ])
    },
  )

  test('a source larger than the database leaves it whole, with every index that it had', async () => {
    const schema = (client: Sqlite.Database) =>
      client.prepare('select name, sql from sqlite_master order by name').all()
    const folder = temporaryFolder()
    openWriter(databaseIn(folder)).close()
    const before = new Sqlite(databaseIn(folder))
    const expected = schema(before)
    before.close()

    // A second reading of each document, after it has been closed, and one of them twice.
    const file = writeLong(folder, 5_000)
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.includes('"statement"'))
    const again = lines.map(line => line.replace('/1"', '/2"'))
    appendFileSync(file, [...again, again[0], ''].join('\n'))
    expect(statSync(file).size).toBeGreaterThan(1_000_000)
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([
      { taken: { document: 5_000, statement: 10_000 }, unchanged: { statement: 1 }, refused: {} },
    ])

    const database = openWriter(databaseIn(folder))
    const { client } = database
    expect(schema(client)).toEqual(expected)
    expect(client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(client.pragma('foreign_key_check')).toEqual([])
    checkSearch(database)
    expect(client.prepare('select count(*) as passages from passages').get()).toEqual({ passages: 5_000 })
    database.close()
  })

  describe('a source of half a gigabyte, into an empty database', () => {
    /** Two thousand documents, or as many as given, and then one line without end, which takes no place on the disk. */
    function writeHuge(folder: string, documents = 2_000): string {
      const file = writeLong(folder, documents)
      truncateSync(file, 501_000_000)
      return file
    }
    const journalMode = (folder: string) => {
      const client = new Sqlite(databaseIn(folder))
      const mode = client.pragma('journal_mode', { simple: true })
      client.close()
      return mode
    }

    test('is undone by a kill, and again it is done', { timeout: 240_000 }, async () => {
      const folder = temporaryFolder()
      const file = writeHuge(folder, 40_000)
      const running = start(folder, 'import', 'jsonl', file)
      const exited = once(running, 'exit')
      const size = () => statSync(databaseIn(folder), { throwIfNoEntry: false })?.size ?? 0
      // Until a part of it stands in the file of the database itself.
      while (running.exitCode === null && size() < 10_000_000) await new Promise(resolve => setTimeout(resolve, 20))
      running.kill('SIGKILL')
      expect(await exited).toEqual([null, 'SIGKILL'])
      expect(() => openReader(databaseIn(folder))).toThrow('an import into it was killed')
      writeHuge(folder)
      expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([
        { taken: { document: 2_000 }, refused: { LINE_TOO_LONG: 1 } },
      ])
      expect(journalMode(folder)).toBe('delete')
      expect(rowsOf(folder).documents).toHaveLength(2_000)
    })

    test('readers that were there are served throughout', { timeout: 240_000 }, async () => {
      const folder = temporaryFolder()
      const writer = openWriter(databaseIn(folder))
      const graph = graphIn(folder)
      const ask = async () => dataOf(await graph.ask('{ documents { totalCount } }'))
      expect(await ask()).toEqual({ documents: { totalCount: 0 } })
      writer.close()
      let answer: Promise<unknown> | undefined
      const quiet = { waiting() {}, started() {}, finishing() {}, finished() {} }
      const on = {
        ...quiet,
        // After the first documents, and long before the end of the line without end.
        progressed() {
          answer ??= ask()
        },
      }
      await importInto(folder, 'jsonl', writeHuge(folder), { on })
      expect(await answer).toEqual({ documents: { totalCount: 0 } })
      expect(await ask()).toEqual({ documents: { totalCount: 2_000 } })
      expect(journalMode(folder)).toBe('wal')
    })
  })

  test('a source that another program brought while this one waited is not brought again', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'liar', fixture('liar'))
    const file = writeLong(folder, 5_000)
    const running = start(folder, 'import', 'jsonl', file)
    const exited = once(running, 'exit')
    // Opening a database takes its lock too, for a moment.
    let looks = 0
    while (running.exitCode === null && looks < 5) {
      looks = isBeingWritten(folder) ? looks + 1 : 0
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([{ outcome: 'unchanged' }])
    expect(await exited).toEqual([0, null])
  })

  test('two files of one name are told apart by their folders', async () => {
    const folder = temporaryFolder()
    const files = ['a', 'b'].map(name => join(folder, name, 'same.jsonl'))
    for (const file of files) {
      mkdirSync(dirname(file))
      writeFileSync(file, `{"type":"coder","slug":"${basename(dirname(file))}","name":"One"}\n`)
    }
    expect(tally(await importInto(folder, 'jsonl', [...files, ...files]))).toMatchObject([
      { source: 'a/same.jsonl', taken: { coder: 1 } },
      { source: 'b/same.jsonl', taken: { coder: 1 } },
    ])
    const [first = ''] = files
    expect(tally(await importInto(folder, 'jsonl', first))).toMatchObject([
      { source: 'a/same.jsonl', outcome: 'unchanged' },
    ])
  })

  test('a disk that is full is said, and the database is as it was', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'liar', fixture('liar'))
    const before = rowsOf(folder)
    const database = openWriter(databaseIn(folder))
    database.client.pragma(`max_page_count = ${Number(database.client.pragma('page_count', { simple: true })) + 50}`)
    const file = writeLong(folder, 5_000)
    await expect(importInto(folder, 'jsonl', file, { database })).rejects.toThrow('the disk is full')
    database.close()
    expect(rowsOf(folder)).toEqual(before)
  })

  test('while one import writes, readers read and a second one waits', async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'liar', fixture('liar'))
    const other = new Sqlite(databaseIn(folder))
    writeAhead(other)
    other.exec('begin immediate')
    let waited = 0
    const on = {
      waiting() {
        waited += 1
        setTimeout(() => other.exec('commit'), 50)
      },
      started() {},
      progressed() {},
      finishing() {},
      finished() {},
    }
    expect(dataOf(await graphIn(folder).ask('{ datasets { totalCount } }'))).toEqual({ datasets: { totalCount: 1 } })
    expect(tally(await importInto(folder, 'jsonl', fixture('jsonl'), { on }))).toMatchObject([{ outcome: 'imported' }])
    expect(waited).toBe(1)
    other.close()
  })
})

describe('what no corpus should hold', () => {
  /** What becomes of one file of the interchange format, with a good record after what is wrong. */
  async function importBytes(name: string, bytes: string | Uint8Array) {
    const folder = temporaryFolder()
    writeFileSync(join(folder, name), bytes)
    return tally(await importInto(folder, 'jsonl', join(folder, name)))
  }
  const good = '{"type":"coder","slug":"one","name":"One"}\n'

  test('bytes that are not UTF-8, and a line without end, are refused; what is around them is taken', async () => {
    const bad = Buffer.concat([
      Buffer.from(good),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.alloc(MOST_LINE_BYTES + 1, 0x20),
      Buffer.from(`\n${good}`),
    ])
    expect(await importBytes('a.jsonl', bad)).toMatchObject([
      { taken: { coder: 1 }, unchanged: { coder: 1 }, refused: { NOT_UTF8: 1, LINE_TOO_LONG: 1 } },
    ])
  })

  test('a gzip file that is cut short or corrupt fails as a whole', async () => {
    const packed = gzipSync(good.repeat(1_000))
    await expect(importBytes('a.jsonl.gz', packed.subarray(0, 40))).rejects.toThrow('a.jsonl.gz cannot be read')
    packed.fill(0, 12, 20)
    await expect(importBytes('b.jsonl.gz', packed)).rejects.toThrow('b.jsonl.gz cannot be read')
  })

  test('a zip bomb is no corpus', async () => {
    await expect(importBytes('a.jsonl.gz', gzipSync(Buffer.alloc(100_000_000, 0x20)))).rejects.toThrow(
      'this is not a corpus',
    )
  })

  test('a bzip2 bomb is no corpus either, and is found in the midst of one chunk', async () => {
    const folder = temporaryFolder()
    // A gigabyte of spaces, made by concatenating a hundred packed streams of ten megabytes.
    const stream = Buffer.from(bzip2OfSpaces, 'base64')
    writeFileSync(join(folder, 'quotes-2020.json.bz2'), Buffer.concat(Array<Buffer>(100).fill(stream)))
    await expect(importInto(folder, 'quotebank', join(folder, 'quotes-2020.json.bz2'))).rejects.toThrow(
      'this is not a corpus',
    )
  })

  test.each([
    ['popolo', 'a.json', (deep: string) => `{"persons":${deep}}`],
    ['jsonl', 'a.jsonl', (deep: string) => `{"type":"document","x":${deep}}`],
    ['quotebank', 'quotes-2020.json', (deep: string) => `{"quoteID":"1","quotation":${deep}}`],
  ])('%s: a record that nests deeper than any stack is refused', async (format, name, record) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, name), `${record('['.repeat(100_000) + ']'.repeat(100_000))}\n`)
    expect(tally(await importInto(folder, format, join(folder, name)))).toMatchObject([{ refused: { BAD_RECORD: 1 } }])
  })

  test('a file outside the corpus, a loop of links and a missing text are refused', async () => {
    const folder = temporaryFolder()
    const train = join(folder, 'polnear', 'train')
    cpSync(fixture('polnear'), join(folder, 'polnear'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    symlinkSync(join(folder, 'secret.txt'), join(train, 'text', 'outside.txt'))
    symlinkSync('loop.txt', join(train, 'text', 'loop.txt'))
    writeFileSync(join(train, 'attributions', 'nowhere_a1b2.ann'), 'E1\tAttribution:T1\n')
    expect(tally(await importInto(folder, 'polnear', join(folder, 'polnear')))).toMatchObject([
      { taken: { document: 1 }, refused: { UNREADABLE_FILE: 2, UNKNOWN_REFERENCE: 1 } },
    ])
    expect(dataOf(await graphIn(folder).ask('{ documents { nodes { title } } }'))).toEqual({
      documents: { nodes: [{ title: 'River town votes' }] },
    })
  })

  test('a link in a folder that leads out of it is refused; a link that is named is followed', async () => {
    const folder = temporaryFolder()
    const corpus = join(folder, 'corpus')
    mkdirSync(corpus)
    writeFileSync(join(folder, 'one.jsonl'), good)
    symlinkSync('../one.jsonl', join(corpus, 'one.jsonl'))
    await expect(importInto(folder, 'jsonl', corpus)).rejects.toThrow('is a link that points outside')
    expect(tally(await importInto(folder, 'jsonl', join(corpus, 'one.jsonl')))).toMatchObject([{ taken: { coder: 1 } }])
  })

  test('a dossier whose text is a link to another folder is refused', () => {
    const folder = temporaryFolder()
    const dossier = join(folder, 'dossiers', 'wane')
    cpSync(seed, dossier, { recursive: true })
    copyFileSync(join(seed, '../agents.yaml'), join(folder, 'dossiers', 'agents.yaml'))
    expect(checkDossier(dossier).problems).toEqual([])
    renameSync(join(dossier, 'article.txt'), join(folder, 'secret.txt'))
    symlinkSync(join(folder, 'secret.txt'), join(dossier, 'article.txt'))
    expect(checkDossier(dossier).problems).toMatchObject([
      { message: expect.stringContaining('this link points outside') },
    ])
  })

  test('a corrupt database, and a path that is of no such format', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.dna'), 'SQLite format 3\0 and then nothing of the kind')
    await expect(importInto(folder, 'dna', join(folder, 'a.dna'))).rejects.toThrow('cannot be read as a database')
    symlinkSync('b.jsonl', join(folder, 'a.jsonl'))
    symlinkSync('a.jsonl', join(folder, 'b.jsonl'))
    await expect(importInto(folder, 'jsonl', join(folder, 'a.jsonl'))).rejects.toMatchObject({ code: 'BAD_INPUT' })
    mkdirSync(join(folder, 'empty'))
    for (const format of ['polnear', 'liar', 'dna', 'legislators', 'popolo', 'quotebank', 'jsonl']) {
      await expect(importInto(folder, format, join(folder, 'empty'))).rejects.toThrow('empty')
      await expect(importInto(folder, format, join(folder, 'nowhere'))).rejects.toThrow('nowhere')
    }
  })
})
