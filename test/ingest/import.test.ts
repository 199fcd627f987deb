import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier, importPath } from '../../src/ingest/importDossier.ts'
import { BadDossier } from '../../src/ingest/problems.ts'
import { Failure } from '../../src/model/failure.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { example, replaceOnce, temporaryFolder, write, writeDossier } from './dossiers.ts'

const keep = { replace: false }

function withDatabase(use: (database: Database) => void): void {
  const database = openWriter(join(temporaryFolder(), 'dixit.db'))
  try {
    use(database)
  } finally {
    database.close()
  }
}

function countOf(database: Database, table: string): unknown {
  return database.client.prepare(`select count(*) from "${table}"`).pluck().get()
}

function failureOf(act: () => unknown): Failure {
  try {
    act()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('a failure was expected')
}

test('writes every row once, and none again', () => {
  withDatabase(database => {
    const folder = writeDossier(example.article, example.annotations)
    const { counts, ...first } = importDossier(database, folder, keep)
    expect(first).toEqual({ folder, slug: 'example', outcome: 'created', coverage: [], notes: [] })
    for (const [table, count] of Object.entries(counts))
      expect([table, countOf(database, table)]).toEqual([table, count])

    const changes = database.client.prepare('select total_changes()').pluck()
    const before = changes.get()
    expect(importDossier(database, folder, keep).outcome).toBe('unchanged')
    expect(changes.get()).toBe(before)
  })
})

test('other annotations of the same text replace the earlier ones', () => {
  withDatabase(database => {
    importDossier(database, writeDossier(example.article, example.annotations), keep)
    const fewer = example.annotations.replace(/^ {4}frames: \[\{ function: MORAL.*\n/m, '')
    expect(importDossier(database, writeDossier(example.article, fewer), keep).outcome).toBe('updated')
    expect(countOf(database, 'frameUses')).toBe(1)
  })
})

test('another text is refused, with the words that changed, unless it is to be replaced', () => {
  withDatabase(database => {
    importDossier(database, writeDossier(example.article, example.annotations), keep)
    const other = writeDossier(`${example.article}And so on.\n`, example.annotations)
    const failure = failureOf(() => importDossier(database, other, keep))
    expect(failure.code).toBe('TEXT_CHANGED')
    expect(failure.message).toContain('in line 4 stands nothing, and “And so on.” was read')
    expect(importDossier(database, other, { replace: true }).outcome).toBe('updated')
  })
})

test('nothing is written of a dossier with a problem, nor of those beside it', () => {
  withDatabase(database => {
    const faulty = replaceOnce(example.annotations, 'value: 454', 'value: 455')
    const folder = write({
      'a/article.txt': example.article,
      'a/annotations.yaml': example.annotations,
      'b/article.txt': example.article,
      'b/annotations.yaml': faulty,
      'c/notes.txt': 'No dossier.',
    })
    const failure = failureOf(() => importPath(database, folder, keep))
    expect(failure).toBeInstanceOf(BadDossier)
    expect(failure.code).toBe('BAD_INPUT')
    expect(failure instanceof BadDossier && failure.problems.map(({ file }) => file)).toEqual([
      join(folder, 'b/annotations.yaml'),
      join(folder, 'b/annotations.yaml'),
    ])
    expect(countOf(database, 'documents')).toBe(0)
  })
})

test('a folder of dossiers is imported in the order of names, and so is a single one', () => {
  withDatabase(database => {
    const files = Object.fromEntries(
      ['b', 'a'].flatMap(name => [
        [`${name}/article.txt`, example.article],
        [`${name}/annotations.yaml`, example.annotations],
      ]),
    )
    const folder = write(files)
    expect(importPath(database, folder, keep).map(({ slug, outcome }) => `${slug} ${outcome}`)).toEqual([
      'a created',
      'b created',
    ])
    expect(importPath(database, join(folder, 'a'), keep).map(({ slug, outcome }) => `${slug} ${outcome}`)).toEqual([
      'a unchanged',
    ])
  })
})

test('a path without a dossier', () => {
  withDatabase(database => {
    const folder = temporaryFolder()
    expect(failureOf(() => importPath(database, folder, keep)).message).toContain('There is no dossier in')
    expect(failureOf(() => importPath(database, join(folder, 'none'), keep)).message).toContain('There is no folder')
  })
})

test('the same article under another name is a warning, when it is imported and when both are checked', async () => {
  const { annotations, article } = example
  const folder = write({
    'one/article.txt': article,
    'one/annotations.yaml': annotations,
    'two/article.txt': article,
    'two/annotations.yaml': annotations,
  })
  const warning = 'warning: two and one have the same text: their statements count twice'
  withDatabase(database => {
    expect(importDossier(database, join(folder, 'one'), keep).notes).toEqual([])
    expect(importDossier(database, join(folder, 'two'), keep).notes).toEqual([warning])
    expect(importDossier(database, join(folder, 'two'), keep).notes).toEqual([])
  })
  expect(await dixit(['check', folder])).toMatchObject({ code: 0, err: `${warning}\n` })
})
