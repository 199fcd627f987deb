import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit, entry, start } from '../support/cli.ts'
import { databaseIn, graphOfEverything } from '../support/corpora.ts'
import { writeCorpus } from '../support/corpus.ts'
import { dump } from '../support/dump.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

vi.setConfig({ testTimeout: 240_000 })

function rows(path: string) {
  const database = openReader(path)
  const found = dump(database)
  database.close()
  return found
}

/** A copy of the seed's database in a folder of its own, changed by SQL. */
function changed(sql: string): string {
  const path = join(temporaryFolder(), 'dixit.db')
  copyFileSync(seedPath, path)
  const client = new Sqlite(path)
  client.pragma('foreign_keys = OFF')
  client.exec(sql)
  client.close()
  return path
}

const seedPath = testDatabase()

describe('the drill', () => {
  test('a database is backed up while it is served and written to, lost, and restored', async () => {
    const folder = temporaryFolder()
    const DIXIT_DB = databaseIn(folder)
    const file = join(folder, 'backups.db')
    const server = start(process.execPath, [entry, 'serve'], { DIXIT_DB, PORT: '0' })
    onTestFinished(() => void server.child.kill('SIGKILL'))
    await server.says(/Ctrl-C/)
    const writer = openWriter(DIXIT_DB)
    const backup = dixit(['backup', file], { DIXIT_DB })
    let size = 1
    let isDone = false
    void backup.then(() => {
      isDone = true
    })
    while (!isDone) {
      writeCorpus(writer, { documents: size, statementsPerDocument: 5, speakers: 2 })
      size += 1
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    writer.close()
    const { code, out, err } = await backup
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [, revision = ''] = /up to revision (\d+) \(document /.exec(out) ?? []
    expect(readdirSync(folder).filter(name => name.startsWith('backups'))).toEqual(['backups.db'])

    const live = await dixit(['restore', file, '--replace'], { DIXIT_DB })
    expect(live).toMatchObject({ code: 1, err: expect.stringContaining('open in another program') })
    server.child.kill('SIGTERM')
    await server.ended
    truncateSync(DIXIT_DB, 10_000)
    expect(await dixit(['restore', file], { DIXIT_DB })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--replace'),
    })
    expect(await dixit(['restore', file, '--replace'], { DIXIT_DB })).toMatchObject({ code: 0, err: '' })
    expect(rows(DIXIT_DB)).toEqual(rows(file))
    // The change that the backup names is the last one that it holds.
    const copy = openReader(file)
    expect(Number(revision)).toBe(copy.value('select max(id) from revisions'))
    copy.close()
    expect(await dixit(['doctor'], { DIXIT_DB })).toMatchObject({ code: 0, err: '' })
  })

  test('a backup is never overwritten, and one that is not sound is not kept', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'backup.db')
    writeFileSync(file, 'precious')
    expect(await dixit(['backup', file], { DIXIT_DB: seedPath })).toMatchObject({ code: 2 })
    expect(readFileSync(file, 'utf8')).toBe('precious')

    const bad = join(folder, 'bad.db')
    const DIXIT_DB = changed(`update passagePlaces set exact = 'x' where id = 1`)
    expect(await dixit(['backup', bad], { DIXIT_DB })).toMatchObject({
      code: 1,
      err: expect.stringContaining('is damaged'),
    })
    expect(readdirSync(folder)).toEqual(['backup.db'])
  })

  test('what is no backup is not restored, and the database stays', async () => {
    const DIXIT_DB = changed('select 1')
    const before = rows(DIXIT_DB)
    const text = join(temporaryFolder(), 'text.db')
    writeFileSync(text, 'The head of an agency …')
    expect(await dixit(['restore', text, '--replace'], { DIXIT_DB })).toMatchObject({ code: 1 })
    const bad = changed(`delete from documentTexts`)
    expect(await dixit(['restore', bad, '--replace'], { DIXIT_DB })).toMatchObject({ code: 1 })
    expect(rows(DIXIT_DB)).toEqual(before)
    expect(existsSync(`${DIXIT_DB}.part`)).toBe(false)
  })

  test('a backup is served as it is where nothing may be written', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'published.db')
    await dixit(['backup', file], { DIXIT_DB: seedPath })
    chmodSync(file, 0o444)
    const reader = openReader(file)
    expect(reader.client.pragma('journal_mode', { simple: true })).toBe('delete')
    reader.close()
  })
})

describe('the doctor', () => {
  test('finds nothing wrong with the seed and all small corpora', async () => {
    const graph = await graphOfEverything()
    const { code, out, err } = await dixit(['doctor'], { DIXIT_DB: graph.database.client.name })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.match(/sound/g)).toHaveLength(6)
  })

  test.each([
    ['a search index', `insert into statementSearch(statementSearch) values ('delete-all')`, 'statementSearch'],
    ['the words of a cue', `update statements set cueWords = 'sang' where cueWords is not null`, 'folded words'],
    ['the words of a term', `update termUses set folded = 'x' where id = 1`, 'folded words'],
    ['the copies of a stance', 'update stances set speakerId = null', 'not like their statements'],
    ['the record of changes', 'pragma foreign_keys = ON; delete from revisions', 'no change is recorded'],
  ])('mends %s', async (_, sql, said) => {
    const DIXIT_DB = changed(sql)
    expect(await dixit(['doctor'], { DIXIT_DB })).toMatchObject({ code: 1, out: expect.stringContaining(said) })
    const mended = await dixit(['doctor', '--mend'], { DIXIT_DB })
    expect(mended).toMatchObject({ code: 0, out: expect.stringContaining('mended: ') })
    expect(await dixit(['doctor'], { DIXIT_DB })).toMatchObject({ code: 0, err: '' })
    const left = rows(DIXIT_DB)
    const right = rows(seedPath)
    for (const table of ['statements', 'termUses', 'stances']) expect(left[table]).toEqual(right[table])
  })

  test.each([
    ['a text', `update documentTexts set text = text || '.'`, 'another text'],
    ['a passage', `update passagePlaces set exact = 'Nobody said this' where id = 2`, 'do not stand in the text'],
    [
      'a selector',
      `update passagePlaces set pieces = '9999999-99999999', exact = 'Nobody said this' where id = 2`,
      'do not stand in the text',
    ],
    ['a reference', 'update termUses set referentId = 99999', 'refer to none of referents'],
    ['a document', 'delete from documentTexts', 'have no text'],
  ])('finds that %s is wrong, and does not make believe that it can mend it', async (_, sql, said) => {
    const DIXIT_DB = changed(sql)
    const { code, out } = await dixit(['doctor', '--mend'], { DIXIT_DB })
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(said) })
  })

  test.each([
    ['search', 'migrants'],
    ['cite', 'wane-ice-435000'],
    ['cite', 'wane-ice-435000/actively-releasing'],
    ['report', 'wane-ice-435000', '--out', '-'],
    ['export', 'dossier', '--texts', '--out', 'dossier'],
    ['export', 'annotations', '--texts', '--out', 'annotations.json'],
  ])('of a document without its text, %s %s says what to do', async (...args) => {
    const DIXIT_DB = changed('delete from documentTexts')
    const inFolder = args.map(each =>
      /^(dossier|.*json)$/.test(each) && each !== args[1] ? join(temporaryFolder(), each) : each,
    )
    const { code, err } = await dixit(inFolder, { DIXIT_DB })
    expect(code).toBe(1)
    expect(err).toContain('The document wane-ice-435000 has no text. Import it again, with --replace.')
    expect(err).not.toMatch(/^ +at /m)
  })

  test('finds a damaged page', async () => {
    const DIXIT_DB = changed('select 1')
    const bytes = readFileSync(DIXIT_DB)
    bytes.fill(0xee, bytes.length - 40_000, bytes.length - 20_000)
    writeFileSync(DIXIT_DB, bytes)
    const { code, out, err } = await dixit(['doctor'], { DIXIT_DB })
    expect({ code, said: /damaged/.test(out + err) }).toEqual({ code: 1, said: true })
    expect(err).not.toMatch(/^ +at /m)
  })
})
