import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StretchRequest } from '../../src/store/engine/cursor.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { countHits, prepareSearch, readHits, readSnippets } from '../../src/store/search/search.ts'
import { databaseIn, importInto } from '../support/corpora.ts'
import { writeCorpus } from '../support/corpus.ts'
import { fillWithSeed, temporaryFolder, testDatabase } from '../support/graph.ts'

const seed = openReader(testDatabase(fillWithSeed))
// 10,500 passages that end in “have gone their way”: more than are ranked.
const many = openReader(
  testDatabase(writer => writeCorpus(writer, { documents: 35, statementsPerDocument: 300, speakers: 3 })),
)

function found(database: typeof seed, query: string, asked: StretchRequest) {
  const filters = {}
  const search = prepareSearch(database, { query, types: ['PASSAGE'], filters })
  const { edges, hasNextPage } = readHits(database, search, { ...asked, query, filters })
  const hits = edges.map(({ node }) => node)
  return { search, hits, total: countHits(database, search), ids: hits.map(({ id }) => id), edges, hasNextPage }
}

/** The passages in which a word stands, without an index. */
function wordedWith(database: typeof seed, word: string): number[] {
  const rows = database.client.prepare<[], { id: number; exact: string }>('select id, exact from passages').all()
  return rows.filter(({ exact }) => new RegExp(`\\b${word}\\b`, 'i').test(exact)).map(({ id }) => id)
}

describe('passages', () => {
  test.each(['convicted', 'criminal', 'ice'])('with “%s” are all found, each once', word => {
    const quoted = `"${word}"`
    const { ids, total, hits, search } = found(seed, quoted, { first: 100 })
    expect(ids.toSorted((a, b) => a - b)).toEqual(wordedWith(seed, word))
    expect(ids.length).toBeGreaterThan(2)
    expect(total).toBe(ids.length)
    expect(new Set(hits.map(({ type }) => type))).toEqual(new Set(['PASSAGE']))
    for (const snippet of readSnippets(seed, search, hits)) expect(snippet.some(({ matched }) => matched)).toBe(true)
  })

  test.each([
    ['the seed', seed, 'convicted'],
    ['what is common', many, 'gone'],
  ] as const)('are the same page by page: %s', (_, database, word) => {
    const whole = found(database, word, { first: 20 })
    const paged: number[] = []
    let after: string | undefined
    while (paged.length < whole.ids.length) {
      const page = found(database, word, { first: 3, after })
      if (page.edges.length === 0) break
      paged.push(...page.ids)
      after = page.edges.at(-1)?.cursor
    }
    expect(paged.slice(0, 20)).toEqual(whole.ids)
    const back = found(database, word, { last: 3, before: whole.edges.at(-1)?.cursor })
    expect(back.ids).toEqual(whole.ids.slice(-4, -1))
  })

  test('that stand by themselves and as the content of statements are in two indexes, and none in both', () => {
    const rows = (table: string) => seed.value<number>(`select count(*) from ${table}`) ?? 0
    const words = seed.value<number>('select count(*) from passagePlaces where exact is not null')
    expect(rows('passageSearch_docsize')).toBe(words)
    expect(rows('passages')).toBeGreaterThan(rows('passageSearch_docsize'))
  })
})

test('passages that are what several statements say do not end a search for the beginning of a word early', async () => {
  const folder = temporaryFolder()
  const lines = Array.from({ length: 5_100 }, (_, line) => `${line < 100 ? 'wabc' : 'wxyz'} number ${line}\n`)
  const records = lines.flatMap((text, line) => {
    const content = { at: [[0, text.length - 1]], exact: text.trim() }
    const said = { type: 'statement', document: `d-${line}`, content }
    return [
      { type: 'document', slug: `d-${line}`, text, language: 'en' },
      { ...said, slug: `d-${line}/one` },
      { ...said, slug: `d-${line}/two` },
    ]
  })
  const file = join(folder, 'lines.jsonl')
  writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  await importInto(folder, 'jsonl', file, { dataset: 'lines', strict: true })
  const database = openReader(databaseIn(folder))
  const first = found(database, 'w*', { first: 100 })
  const next = found(database, 'w*', { first: 100, after: first.edges.at(-1)?.cursor })
  expect([first.total, first.ids.length, first.hasNextPage, next.ids.length]).toEqual([5_100, 100, true, 100])
  database.close()
})
