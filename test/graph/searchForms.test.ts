import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, fillWithSeed, type TestGraph, temporaryFolder } from '../support/graph.ts'

let graph: TestGraph

beforeAll(async () => {
  const folder = temporaryFolder()
  const database = openWriter(databaseIn(folder))
  fillWithSeed(database)
  database.close()
  await importInto(folder, 'jsonl', fixture('scripts'))
  graph = graphIn(folder)
})
afterAll(() => graph.database.close())

test('names and texts are compared as people type them, and exactly where it is asked for', async () => {
  const count = async (list: string, filter: object) => {
    const type = { agents: 'AgentFilter', statements: 'StatementFilter', figures: 'FigureFilter' }[list]
    const answer = await graph.ask(`query ($filter: ${type}) { list: ${list}(filter: $filter) { totalCount } }`, {
      filter,
    })
    return (dataOf(answer) as { list: { totalCount: number } }).list.totalCount
  }
  for (const name of ['Mark Green', 'mark green', 'MARK GREEN']) {
    expect(await count('agents', { name: { eq: name } })).toBe(1)
    expect(await count('agents', { name: { in: [name, 'nobody'] } })).toBe(1)
    expect(await count('agents', { name: { exactly: { eq: name } } })).toBe(name === 'Mark Green' ? 1 : 0)
  }
  expect(await count('agents', { name: { startsWith: 'speaker anor' } })).toBe(1)
  expect(await count('agents', { name: { contains: "O'BREE" } })).toBe(1)
  expect(await count('agents', { name: { exactly: { contains: "O'Bree" } } })).toBe(0)
  expect(await count('statements', { text: { contains: 'Record Numbers' } })).toBeGreaterThan(0)
  expect(await count('statements', { text: { contains: 'lodz AND istanbul' } })).toBe(1)
  expect(await count('statements', { text: { contains: 'strasse' } })).toBe(1)
  expect(await count('statements', { speakerMatches: { name: { contains: 'green' } } })).toBeGreaterThan(0)
  expect(await count('statements', { slug: { startsWith: 'D4/' } })).toBe(0)
})

const query = `query ($query: String!, $filter: StatementFilter) {
  search(query: $query, types: [STATEMENT], first: 100) { totalCount nodes { snippet } }
  statements(filter: $filter) { totalCount }
  concordance(term: $query) { totalCount nodes { keyword } }
}`

interface Found {
  search: { totalCount: number; nodes: { snippet: string }[] }
  statements: { totalCount: number }
  concordance: { totalCount: number; nodes: { keyword: string }[] }
}

async function find(words: string): Promise<Found> {
  return dataOf(await graph.ask(query, { query: words, filter: { search: words } })) as Found
}

describe('a word is found however it is typed', () => {
  const typed: readonly (readonly [typed: string, marked: string])[] = [
    ['坚持', '坚持'],
    ['大坝', '大坝'],
    ['坚持住', '坚持住'],
    ['ダム', 'ダム'],
    ['持つ', '持つ'],
    ['โลก', 'โลก'],
    ['lodz', 'Łódź'],
    ['ŁÓDŹ', 'Łódź'],
    ['irmak', 'ırmak'],
    ['mass', 'Maß'],
    ['MASS', 'Maß'],
    ['strasse', 'Straße'],
    ['naive', 'naïve'],
    ['RÉSUMÉ', 'résumé'],
    ['first', 'ﬁrst'],
    ['flood', 'ﬂood'],
    ['cooperate', 'co­operate'],
    ['السد', 'السَّدُّ'],
    ['елкин', 'Ёлкин'],
    ['non-negotiable', 'non-negotiable'],
    ["workers'", 'workers'],
    ["don't", "Don't"],
    ['urgence', 'urgence'],
    ['ΕΛΛΗΝΙΚΑ', 'ελληνικά'],
    ['बाँध', 'बाँध'],
  ]
  test.each(typed)('%s finds %s', async (words, marked) => {
    const found = await find(words)
    expect(found.search.nodes.map(({ snippet }) => /\[([^\]]+)\]/.exec(snippet)?.[1])).toContain(marked)
    expect(found.statements.totalCount).toBe(found.search.totalCount)
    expect(found.concordance.nodes.map(({ keyword }) => keyword)).toContain(marked)
  })
})

describe('a number keeps what its separators mean', () => {
  test.each([
    ['1200', 1],
    ['1,200', 1],
    ['3.5', 1],
    ['3.50', 1],
    ['200', 0],
    ['000', 0],
    ['35', 0],
    ['5', 0],
    ['50', 1],
    ['60', 1],
    ['50-60', 1],
    ['20000', 1],
    ['20,000', 1],
    ['10,5', 1],
    ['10.5', 1],
    ['105', 0],
  ])('%s stands in %d statements', async (words, count) => {
    const { search } = await find(words)
    const inScripts = search.nodes.filter(({ snippet }) => /homes|percent/.test(snippet))
    expect(inScripts).toHaveLength(count)
  })
})

describe('word forms', () => {
  const forms = ['convict', 'convicted', 'conviction', 'convictions', 'Convicting']

  test('are found by each other', async () => {
    const counts = await Promise.all(forms.map(async form => (await find(form)).search.totalCount))
    expect(counts[0]).toBeGreaterThan(0)
    expect(new Set(counts).size).toBe(1)
  })

  test('come after the form that was typed', async () => {
    for (const form of ['convicted', 'convictions']) {
      const { search } = await find(form)
      const isExact = search.nodes.map(({ snippet }) => snippet.toLowerCase().includes(`[${form}]`))
      expect(isExact).toContain(true)
      expect(isExact).toContain(false)
      expect(isExact).toEqual(isExact.toSorted((one, other) => Number(other) - Number(one)))
    }
  })

  test('are left out of what stands in quotation marks, and of a concordance unless it is asked for', async () => {
    const { search, statements, concordance } = await find('"convicted"')
    expect(search.totalCount).toBeGreaterThan(0)
    expect(search.totalCount).toBeLessThan((await find('convicted')).search.totalCount)
    expect(statements.totalCount).toBe(search.totalCount)
    expect(new Set(concordance.nodes.map(({ keyword }) => keyword.toLowerCase()))).toEqual(new Set(['convicted']))
    const any =
      'query ($scope: ConcordanceScope!) { concordance(term: "convict", anyForm: true, scope: $scope, first: 100) { totalCount nodes { keyword } } }'
    for (const scope of ['STATEMENTS', 'DOCUMENTS']) {
      const { concordance: lines } = dataOf(await graph.ask(any, { scope })) as Pick<Found, 'concordance'>
      expect(lines.totalCount).toBe(lines.nodes.length)
      expect(new Set(lines.nodes.map(({ keyword }) => keyword.toLowerCase()))).toEqual(
        new Set(['convicted', 'convictions']),
      )
    }
  })
})

describe('what docs/search.md says is not found', () => {
  const types = { agents: '[AGENT]', documents: '[DOCUMENT]', statements: '[STATEMENT]' } as const
  test.each([
    ['half of a word in a script without spaces', '坝', 'statements', '大坝'],
    ['a name in another form', 'Greens', 'agents', 'Green'],
    ['a verb whose forms share no stem', 'says', 'documents', 'said'],
    ['a hyphenated word in another form', 'non-negotiables', 'statements', 'non-negotiable'],
    ['a part of a number', '231', 'documents', '62,231'],
  ] as const)('%s: %s', async (_, typed, type, written) => {
    const found = async (words: string) => {
      const asked = `query ($words: String!) { search(query: $words, types: ${types[type]}, first: 100) { nodes { fragments { text matched } } } }`
      const { search } = dataOf(await graph.ask(asked, { words })) as {
        search: { nodes: { fragments: { text: string; matched: boolean }[] }[] }
      }
      return search.nodes.flatMap(({ fragments }) => fragments.filter(({ matched }) => matched).map(({ text }) => text))
    }
    expect(await found(written)).toContain(written)
    expect(await found(typed)).not.toContain(written)
  })
})

test('an agent of whom it is not known what it is has its type', async () => {
  const { search } = dataOf(
    await graph.ask(
      '{ search(query: "wards", types: [AGENT]) { nodes { node { __typename ... on UnclassifiedAgent { name } } } } }',
    ),
  ) as { search: { nodes: { node: { __typename: string } }[] } }
  expect(search.nodes.map(({ node }) => node.__typename)).toEqual(['UnclassifiedAgent'])
})
