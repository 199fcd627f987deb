import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { anything } from '../support/anything.ts'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, graphAt, type TestGraph, testDatabase, testGraph } from '../support/graph.ts'
import { fullScans } from '../support/plan.ts'
import { writeDocument } from '../support/writeDocument.ts'

const seed = testGraph()
const corpus = testGraph(writer => void writeCorpus(writer))
const words = testGraph(writer => {
  writeDocument(
    writer,
    documentOf(
      'words',
      [
        { speaker: 'Zoë Nägele', words: 'The naïve plan costs 1.2 million euros, or two dozen bridges.' },
        { speaker: 'Ada', words: 'A plan is no plan; immigration is no plan.' },
        { speaker: null, words: 'Immigrants came by the hundred thousand, some 435k of them.' },
      ],
      { title: 'A naive title' },
    ),
    { replace: false },
  )
})

const allCorpus = defaultSize.documents * defaultSize.statementsPerDocument

const hitsQuery = `query ($query: String!, $types: [SearchType!], $filter: SearchFilter, $first: Int, $after: String,
    $last: Int, $before: String) {
  search(query: $query, types: $types, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { type score snippet fragments { text matched } node { __typename ... on Node { id } } }
  }
}`

interface Hits {
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  nodes: {
    type: string
    score: number
    snippet: string
    fragments: { text: string; matched: boolean }[]
    node: { __typename: string; id: string }
  }[]
}

async function search(graph: TestGraph, query: string, more: Record<string, unknown> = {}): Promise<Hits> {
  const data = dataOf(await graph.ask(hitsQuery, { query, first: more.last ? undefined : 20, ...more }))
  return (data as { search: Hits }).search
}

/** The snippets of statements alone. */
async function snippets(graph: TestGraph, query: string, more: Record<string, unknown> = {}): Promise<string[]> {
  const { nodes } = await search(graph, query, { types: ['STATEMENT'], ...more })
  return nodes.map(({ snippet }) => snippet)
}

describe('a query', () => {
  test('finds every type, each by its words, and says what it is', async () => {
    const { nodes } = await search(seed, 'convicted', { first: 100, types: null })
    expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['STATEMENT', 'DOCUMENT', 'FIGURE', 'CLAIM']))
    const passages = await search(seed, 'convicted', { types: ['PASSAGE'] })
    expect(passages.nodes.map(({ node }) => node.__typename)).toContain('Passage')
    const [agent] = (await search(seed, 'gonzales', { types: ['AGENT'] })).nodes
    expect(agent).toMatchObject({ snippet: 'Tony [Gonzales]', node: { __typename: 'Person' } })
    const [organization] = (await search(seed, 'customs', { types: ['AGENT'] })).nodes
    expect(organization?.node.__typename).toBe('Organization')
    const [claim] = (await search(seed, 'shielding', { types: ['CLAIM'] })).nodes
    expect(claim?.snippet).toBe(
      'Policies called sanctuary policies can end up [shielding] people who commit crimes and are dangerous.',
    )
  })

  test('finds an agent by another name', async () => {
    const { nodes } = await search(seed, 'DHS', { types: ['AGENT'] })
    expect(nodes.map(({ snippet }) => snippet)).toContain('[DHS]')
  })

  test('needs all its words, in any order and in any case', async () => {
    expect(await snippets(words, 'BRIDGES plan')).toEqual([
      'The naïve [plan] costs 1.2 million euros, or two dozen [bridges].',
    ])
    expect(await snippets(words, 'bridges immigration')).toEqual([])
  })

  test('has phrases, in straight or curly quotation marks, closed or not', async () => {
    for (const query of ['"no plan"', '“no plan”', '"NO PLAN', 'is "no plan"']) {
      const [snippet] = await snippets(words, query)
      expect(snippet?.replaceAll('[is]', 'is')).toBe('A plan is [no plan]; immigration is [no plan].')
    }
    expect(await snippets(words, '"plan no"')).toEqual([])
    expect(await search(seed, '"non-detained docket"', { types: ['STATEMENT'] })).toMatchObject({ totalCount: 1 })
  })

  test('has prefixes, of words and of the last word of a phrase', async () => {
    expect(await snippets(words, 'immigr*')).toHaveLength(2)
    expect(await snippets(words, '"immigr"')).toEqual([])
    expect(await snippets(words, 'immi')).toEqual([])
    expect(await snippets(words, '"no pl*"')).toEqual(await snippets(words, '"no pl"*'))
    expect(await snippets(words, '"no pl*"')).toHaveLength(1)
  })

  test('folds diacritics both ways', async () => {
    expect(await snippets(words, 'naive')).toEqual(await snippets(words, 'naïve'))
    expect(await snippets(words, 'naive')).toHaveLength(1)
    expect(await search(words, 'Nagele', { types: ['AGENT'] })).toMatchObject({ totalCount: 1 })
    expect(await search(words, 'ŃÄĢELE', { types: ['AGENT'] })).toMatchObject({ totalCount: 1 })
    expect(await search(words, 'naïve title', { types: ['DOCUMENT'] })).toMatchObject({ totalCount: 1 })
  })

  test('that is empty or has no word finds nothing', async () => {
    for (const query of ['', ' ', '!?', '""', '*', '-', '"']) {
      expect(await search(seed, query)).toMatchObject({ totalCount: 0, nodes: [] })
    }
  })

  test('that is too long is refused, and the limit said', async () => {
    const { errors } = await seed.ask(hitsQuery, { query: 'x'.repeat(501) })
    expect(errors).toMatchObject([
      {
        message: 'query is 501 characters long; the limit is 500. Search for fewer words.',
        extensions: { code: 'SEARCH_TOO_LONG', argument: 'query' },
      },
    ])
    expect(await search(seed, 'x '.repeat(250))).toMatchObject({ totalCount: 0 })
  })

  test('is safe whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async query => {
        const { totalCount, nodes } = await search(seed, query)
        expect(nodes).toHaveLength(Math.min(totalCount, 20))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a number', () => {
  test.each(['435719', '435,719', '435’719', '435k', '435 thousand', '0.435 million'])(
    '%s finds the figure and the statement of 435,719',
    async query => {
      expect(await snippets(seed, query)).toContain(
        'Of those, [435,719] are convicted criminals, and 226,847 have pending criminal charges,',
      )
      const { nodes } = await search(seed, query, { types: ['FIGURE'] })
      expect(nodes.map(({ snippet }) => snippet)).toContain('[435,719]')
    },
  )

  test('in full means itself alone; in thousands, all that are called so when rounded', async () => {
    expect(await snippets(seed, '435000')).toEqual([expect.stringContaining('[435,000]')])
    expect(await snippets(seed, '435k')).toHaveLength(2)
    expect(await snippets(seed, '436k')).toHaveLength(1)
    expect(await snippets(seed, '434k')).toEqual([])
    expect(await snippets(seed, '0.44 million')).toHaveLength(2)
  })

  test('in words and in digits are one', async () => {
    expect(await snippets(words, '1200000')).toEqual([expect.stringContaining('[1.2 million]')])
    expect(await snippets(words, '$1.2m')).toHaveLength(1)
    expect(await snippets(words, '435,000')).toEqual([expect.stringContaining('[435k]')])
    expect(await snippets(seed, 'nine hundred thousand')).toEqual([expect.stringContaining('[900,000]')])
  })

  test('that is an order of magnitude is found as such', async () => {
    expect(await snippets(seed, 'tens of thousands')).toEqual(
      (await snippets(seed, '"tens of thousands"')).filter(snippet => snippet.includes('[tens of thousands]')),
    )
    const { nodes } = await search(seed, 'tens of thousands', { types: ['FIGURE'] })
    expect(nodes.map(({ snippet }) => snippet)).toEqual(['[tens of thousands]'])
  })

  test('stands among words', async () => {
    expect(await snippets(seed, '435719 "pending criminal"')).toHaveLength(1)
    expect(await snippets(seed, '435719 homicide')).toEqual([])
  })

  test('in quotation marks is taken as written', async () => {
    expect(await snippets(seed, '"435,719"')).toHaveLength(1)
    expect(await snippets(seed, '"435k"')).toEqual([])
  })

  test('finds its figure and statement among thousands', async () => {
    const n = 4321
    for (const query of ['4321', '4,321', '4.321k']) {
      const { nodes } = await search(corpus, query, { types: ['STATEMENT', 'FIGURE'], first: 100 })
      expect(nodes.some(({ snippet }) => snippet.startsWith(`that [${n}] ${statementNumber(n).term}`))).toBe(true)
    }
    expect(await search(corpus, '4321', { types: ['STATEMENT', 'FIGURE'] })).toMatchObject({ totalCount: 2 })
    expect(await search(corpus, '1.2k', { types: ['STATEMENT'] })).toMatchObject({ totalCount: 150 })
  })
})

describe('a word that is more than fifty times as frequent as one beside it', () => {
  const sentences = [
    'Tariffs: the budget, the whole budget and nothing but the budget.',
    'Tariffs, tariffs in a budget.',
    'Tariffs alone.',
    'Quotas in the budget.',
  ]
  const items = Array.from({ length: 200 }, (_, n) => `Item ${n + 1_000} of the budget.`)
  const write = (writer: Database, texts: readonly string[]) => {
    const statements = texts.map(words => ({ speaker: 'Ada', words }))
    writeDocument(writer, documentOf('common', statements), { replace: true })
  }
  const path = testDatabase(writer => write(writer, [...sentences, ...items]))
  const common = graphAt(path)
  const find = async (query: string) => (await search(common, query, { types: ['STATEMENT'] })).nodes
  const scores = async (query: string) => new Map((await find(query)).map(({ node, score }) => [node.id, score]))

  test('must be found, and weighs nothing', async () => {
    const both = await scores('budget tariffs')
    const rare = await scores('tariffs')
    expect(both.size).toBe(2)
    expect(rare.size).toBe(3)
    for (const [id, score] of both) expect(score).toBe(rare.get(id))
    expect(await scores('tariffs "the budget"')).not.toEqual(both)
  })

  test('is shown where it stands', async () => {
    expect((await find('budget tariffs')).map(({ snippet }) => snippet)).toEqual([
      '[Tariffs], [tariffs] in a [budget].',
      '[Tariffs]: the [budget], the whole [budget] and nothing but the [budget].',
    ])
  })

  test('weighs beside a word that is as frequent', async () => {
    const [ones, others] = [await scores('tariffs'), await scores('alone')]
    for (const [id, score] of await scores('tariffs alone')) {
      expect(score).toBeCloseTo((ones.get(id) ?? 0) + (others.get(id) ?? 0), 12)
    }
  })

  test.each(['budg* tariffs', 'a* tariffs'])('weighs nothing where it is only begun: %s', async query => {
    const [both, rare] = [await scores(query), await scores('tariffs')]
    expect(both.size).toBeGreaterThan(1)
    for (const [id, score] of both) expect(score).toBe(rare.get(id))
  })

  test('weighs once it is common no more', async () => {
    expect((await scores('budget tariffs')).size).toBe(2)
    const writer = openWriter(path)
    write(writer, [...sentences, ...items.slice(0, 100)])
    writer.close()
    const [ones, others] = [await scores('budget'), await scores('tariffs')]
    const both = await scores('budget tariffs')
    expect(both.size).toBe(2)
    for (const [id, score] of both) {
      expect(score).toBeCloseTo((ones.get(id) ?? 0) + (others.get(id) ?? 0), 5)
    }
  })
})

describe('the hits', () => {
  test('come best first, the same forwards and backwards, each once', async () => {
    const options = { types: ['STATEMENT', 'FIGURE', 'DOCUMENT'] }
    const forwards: Hits['nodes'] = []
    for (let after: string | null = null; ; ) {
      const page = await search(corpus, 'labourers rivers', { ...options, first: 100, after })
      forwards.push(...page.nodes)
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    const backwards: Hits['nodes'] = []
    for (let before: string | null = null; ; ) {
      const page = await search(corpus, 'labourers rivers', { ...options, last: 90, before })
      backwards.unshift(...page.nodes)
      if (!page.pageInfo.hasPreviousPage) break
      before = page.pageInfo.startCursor
    }
    const { totalCount } = await search(corpus, 'labourers rivers', options)
    expect(totalCount).toBe(2 * (allCorpus / 20) + defaultSize.documents)
    expect(forwards).toHaveLength(totalCount)
    expect(new Set(forwards.map(({ node }) => node.id)).size).toBe(totalCount)
    expect(backwards).toEqual(forwards)
    const scores = forwards.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('are narrowed by type and by filter, each type by its own', async () => {
    const only = { types: ['STATEMENT'], filter: { statement: { speaker: 'speaker-3' } } }
    const ofSpeaker = Array.from({ length: allCorpus }, (_, n) => statementNumber(n)).filter(
      ({ speaker, topic }) => speaker === 'speaker-3' && topic === 'roads',
    )
    expect(await search(corpus, 'roads', only)).toMatchObject({ totalCount: ofSpeaker.length })
    const { totalCount: figures } = await search(corpus, 'roads', { types: ['FIGURE'] })
    expect(await search(corpus, 'roads', { ...only, types: ['STATEMENT', 'FIGURE'] })).toMatchObject({
      totalCount: ofSpeaker.length + figures,
    })
    expect(await search(corpus, 'roads', { types: [] })).toEqual(await search(corpus, 'roads'))
  })

  test('show what was matched, in pieces or between marks of one’s own', async () => {
    const [hit] = (await search(words, 'naive plan', { types: ['STATEMENT'] })).nodes
    expect(hit?.fragments).toEqual([
      { text: 'The ', matched: false },
      { text: 'naïve', matched: true },
      { text: ' ', matched: false },
      { text: 'plan', matched: true },
      { text: ' costs 1.2 million euros, or two dozen bridges.', matched: false },
    ])
    const marked = await words.ask(
      '{ search(query: "naive", types: [DOCUMENT]) { nodes { snippet(open: "<mark>", close: "</mark>") } } }',
    )
    expect(dataOf(marked)).toEqual({ search: { nodes: [{ snippet: 'A <mark>naive</mark> title' }] } })
  })

  test('take as many SQL statements however many there are, and no full scan', async () => {
    const variables = { types: ['STATEMENT', 'FIGURE'], filter: { statement: { hasSpeaker: true } } }
    const ask = (query: string, first: number) => corpus.ask(hitsQuery, { ...variables, query, first })
    // Which words begin so is looked up the first time.
    await ask('labourers of rivers*', 3)
    const few = await ask('labourers of rivers*', 2)
    const many = await ask('labourers of rivers*', 100)
    // How a number is worded is looked up the first time that it is asked for.
    const number = await ask('1.7k', 100)
    expect(dataOf(few)).not.toEqual(dataOf(many))
    expect(many.sql).toHaveLength(few.sql.length)
    expect(number.sql).toHaveLength(few.sql.length + 1)
    const everyType = await corpus.ask(hitsQuery, { query: 'roads', types: null, first: 100 })
    expect([many, number, everyType].flatMap(answer => fullScans(corpus, answer))).toEqual([])
  })

  test('refuse a cursor of another list', async () => {
    const { errors } = await seed.ask(hitsQuery, { query: 'ice', after: 'U0xVR1siYSIsMV0' })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }])
  })
})

test('the queries of docs/search.md answer from the seed', async () => {
  const guide = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8')
  const queries = [...guide.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, query = '']) => query)
  expect(queries).toHaveLength(2)
  for (const query of queries) {
    const [list] = Object.values(Object(dataOf(await seed.ask(query))))
    expect(list).toMatchObject({ nodes: expect.arrayContaining([expect.anything()]) })
  }
})
