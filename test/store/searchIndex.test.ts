import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { Reader } from '../../src/store/reader.ts'
import { rebuildSearch } from '../../src/store/write/searchIndex.ts'
import { examinations } from '../../src/store/write/soundness.ts'
import { checkSearch } from '../support/checkSearch.ts'
import { documentOf } from '../support/documents.ts'
import { seed, temporaryFolder } from '../support/graph.ts'
import { makeOlderDatabase } from '../support/olderDatabase.ts'
import { writeAsDossier } from '../support/writeAsDossier.ts'

function emptyDatabase(): Database {
  return opened(join(temporaryFolder(), 'dixit.db'))
}

function opened(path: string): Database {
  const database = openWriter(path)
  onTestFinished(() => database.close())
  return database
}

/** How much of each type a query finds. */
async function found(database: Database, query: string): Promise<Record<string, number>> {
  const types = ['STATEMENT', 'PASSAGE', 'AGENT', 'DOCUMENT', 'CLAIM', 'FIGURE'] as const
  const { page } = await new Reader(database).search({ query, types, filters: {}, first: 100 })
  return Object.fromEntries(
    [...Map.groupBy(page.edges, ({ node }) => node.type)].map(([type, edges]) => [type, edges.length]),
  )
}

describe('the indexes agree with what is stored', () => {
  test('after the seed, and after each way of writing it again', () => {
    const database = emptyDatabase()
    importDossier(database, seed, { replace: false })
    checkSearch(database)
    expect(importDossier(database, seed, { replace: true }).outcome).toBe('unchanged')
    checkSearch(database)
  })

  test('after a document is annotated anew, gets another text, and shares its agents and claims', async () => {
    const database = emptyDatabase()
    const write = (...args: Parameters<typeof documentOf>) =>
      writeAsDossier(database, documentOf(...args), { replace: true })
    const said = (words: string) => [{ speaker: 'ada', words }]

    write('one', said('Rivers rise.'), { title: 'Of rivers', claim: 'Rivers do rise.' })
    checkSearch(database)
    expect(await found(database, 'rivers')).toEqual({ STATEMENT: 1, PASSAGE: 1, DOCUMENT: 1, CLAIM: 1 })

    expect(write('one', said('Rivers rise.'), { title: 'Of streams', otherNames: ['Zoë'], claim: 'Streams do.' })).toBe(
      'updated',
    )
    checkSearch(database)
    expect(await found(database, 'streams')).toEqual({ DOCUMENT: 1, CLAIM: 1 })
    expect(await found(database, 'zoe')).toEqual({ AGENT: 1 })

    write('two', said('Roads fall.'), { otherNames: ['Adéle'], claim: 'Streams do.' })
    checkSearch(database)
    expect(await found(database, 'adele')).toEqual({ AGENT: 1 })

    write('one', said('Nothing at all.'))
    write('two', said('Nothing more.'))
    checkSearch(database)
    expect(await found(database, 'rivers')).toEqual({})
    expect(await found(database, 'streams')).toEqual({})
    expect(await found(database, 'nothing')).toEqual({ STATEMENT: 2, PASSAGE: 2, DOCUMENT: 2 })
  })

  test('after a rebuild, if rows were written past them', async () => {
    const database = emptyDatabase()
    database.client.exec(`insert into claims(slug, text) values ('c', 'Bridges hold.')`)
    expect(await found(database, 'bridges')).toEqual({})
    expect(() => checkSearch(database)).toThrow()

    rebuildSearch(database)
    checkSearch(database)
    expect(await found(database, 'bridges')).toEqual({ CLAIM: 1 })
  })

  test('after a write that failed', () => {
    const database = emptyDatabase()
    writeAsDossier(database, documentOf('one', [{ speaker: 'ada', words: 'Rivers rise.' }]), { replace: false })
    const changed = documentOf('one', [{ speaker: 'ada', words: 'Rivers rise.' }], { title: 'Anew' })
    const broken = { ...changed, statements: changed.statements.map(row => ({ ...row, contentId: 'nowhere' })) }
    expect(() => writeAsDossier(database, broken, { replace: false })).toThrow()
    checkSearch(database)
  })
})

test('a database from before there was search is indexed when it is brought up to date', async () => {
  const path = join(temporaryFolder(), 'old.db')
  makeOlderDatabase(
    path,
    1,
    `insert into agents(slug, kind, name) values ('zoe', 'PERSON', 'Zoë Nägele');
     insert into agentNames(agentId, name) select id, 'the Chair' from agents`,
  )
  expect(() => openReader(path)).toThrow('older Dixit')
  const database = opened(path)
  checkSearch(database)
  expect(await found(database, 'nagele chair')).toEqual({ AGENT: 1 })
})

test('indexes that another stemmer made are told, and made anew by the next import', async () => {
  const database = emptyDatabase()
  writeAsDossier(database, documentOf('one', [{ speaker: 'ada', words: 'Convictions rise.' }]), { replace: false })
  const looked = () => examinations['search indexes'](database).flaws.map(({ what }) => what)
  expect(looked()).toEqual([])
  // As an older stemmer, which knew no forms, would have left them.
  database.client.exec("insert into statementSearch(statementSearch) values ('delete-all'); pragma user_version = 7")
  expect(looked()).toEqual([expect.stringContaining('another stemmer')])
  expect(await found(database, 'convicted')).not.toHaveProperty('STATEMENT')
  writeAsDossier(database, documentOf('two', [{ speaker: 'bob', words: 'Roads fall.' }]), { replace: false })
  expect(looked()).toEqual([])
  expect(await found(database, 'convicted')).toHaveProperty('STATEMENT')
  checkSearch(database)
})
