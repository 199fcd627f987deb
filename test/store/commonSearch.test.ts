import { execute, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../src/graph/plan.ts'
import { schema } from '../../src/graph/schema.ts'
import type { StretchRequest } from '../../src/store/engine/cursor.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { Reader } from '../../src/store/reader.ts'
import { countHits, prepareSearch, readHits } from '../../src/store/search/search.ts'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

// 10,500 statements that end in “have gone their way”: more than are ranked.
const statements = 10_500
const path = testDatabase(writer => writeCorpus(writer, { documents: 35, statementsPerDocument: 300, speakers: 3 }))
const database = openReader(path)

function found(query: string, asked: StretchRequest) {
  const search = prepareSearch(database, { query, types: ['STATEMENT'], filters: {} })
  const { edges } = readHits(database, search, { ...asked, query, filters: {} })
  return { total: countHits(database, search), ids: edges.map(({ node }) => node.id), edges }
}

test.each(['gone', 'way', 'ways', 'gone way', '"their way"', 'go*', 'wa* gon*'])(
  '%s comes in the order of import',
  query => {
    const first = found(query, { first: 4 })
    expect(first).toMatchObject({ total: statements, ids: [1, 2, 3, 4] })
    const after = first.edges.at(-1)?.cursor
    expect(found(query, { first: 3, after }).ids).toEqual([5, 6, 7])
    expect(found(query, { last: 2, before: after }).ids).toEqual([2, 3])
    expect(found(query, { last: 2 }).ids).toEqual([statements - 1, statements])
  },
)

test.each(['g*', 'h*', 't*', 'w*', 'wa*', 'their w*', '"gone their" w*'])(
  'the words that begin as %s find the first rows',
  query => {
    const search = prepareSearch(database, { query, types: ['STATEMENT'], filters: {} })
    const page = (sought: typeof search) => readHits(database, sought, { first: 100, query, filters: {} })
    expect(search.beginnings).toHaveProperty('STATEMENT')
    expect(page(search)).toEqual(page({ ...search, beginnings: {} }))
  },
)

test.each(['777 ha*', '777 wa*', '777 their g*', '777 nothing*', 'nothing wa*', 'wage 777 w*'])(
  'beside a rare word, %s is looked for as the words that begin so there',
  query => {
    const search = prepareSearch(database, { query, types: ['STATEMENT'], filters: {} })
    const page = (sought: typeof search) => ({
      hits: readHits(database, sought, { first: 100, query, filters: {} }),
      total: countHits(database, sought),
    })
    expect(search.typedOut).toHaveProperty('STATEMENT')
    expect(page(search)).toEqual(page({ ...search, typedOut: {} }))
  },
)

test('a plan finds the same', () => {
  const plan = planOf(
    parse(
      'query ($q: String!) { search(query: $q, types: [STATEMENT, AGENT], first: 3) { nodes { type score node { id } } } }',
    ),
    null,
  )
  const answer = (q: string) => JSON.parse(plan?.run(database, { q }, '') ?? 'null').data.search.nodes
  expect(answer('way')).toEqual(answer('ways'))
  expect(answer('way')[0]).toMatchObject({ type: 'STATEMENT', score: 0 })
  // A name is ranked, and comes first.
  expect(answer('speaker 1')[0]).toMatchObject({ type: 'AGENT' })
})

test('what is rare is ranked', () => {
  const [hit] = found('777', { first: 1 }).edges
  expect(hit?.node.score).toBeGreaterThan(0)
})

describe('statements that hold a common word', () => {
  const dimensions = 'SPEAKER, DOCUMENT, PUBLISHER, DATASET, QUOTATION, CUE, YEAR, PARTY, TERM'
  const facets = `facets(by: [${dimensions}], first: 5) { dimension valueCount values { count share key { value label } } }`

  async function resolved(query: string, variables: Record<string, unknown>): Promise<unknown> {
    const contextValue = { read: new Reader(database), baseUrl: '' }
    const answer = await execute({ schema, document: parse(query), variableValues: variables, contextValue })
    return JSON.parse(JSON.stringify(answer))
  }

  const planned = (query: string, variables: Record<string, unknown>): unknown =>
    JSON.parse(planOf(parse(query), null)?.run(database, variables, '') ?? 'null')

  test.each([
    ['way', {}],
    ['ways', { quotation: 'DIRECT' }],
    ['gone', { quotation: 'DIRECT', speaker: 'speaker-1' }],
    ['777', {}],
    ['nowhere', {}],
  ])('are listed and counted by the plan as by the resolvers: %s, %j', async (search, more) => {
    const query = `query ($filter: StatementFilter) {
      last: statements(filter: $filter, order: { by: SPEAKER, direction: DESC }, first: 3) { nodes { slug } }
      statements(filter: $filter, first: 3) { totalCount nodes { slug } pageInfo { hasNextPage } ${facets} } }`
    const variables = { filter: { search, ...more } }
    expect(planned(query, variables)).toEqual(await resolved(query, variables))
    expect(planned(query, variables)).toEqual(await resolved(query, variables))
  })

  test.each([
    [{ hasDataset: true }, 0],
    [{ hasDataset: false }, statements],
    [{ documentMatches: { slug: { not: 'corpus-3' } } }, statements - 300],
    [{ documentMatches: { slug: { in: ['corpus-3'] } } }, 300],
  ])('are counted without the few that a filter leaves out: %j', async (filter, total) => {
    const counting = facets.replace(dimensions, 'SPEAKER, DOCUMENT, DATASET, QUOTATION, CUE')
    const query = `query ($filter: StatementFilter) { statements(filter: $filter, first: 0) { totalCount ${counting} } }`
    const found = planned(query, { filter })
    expect(found).toMatchObject({ data: { statements: { totalCount: total } } })
    expect(found).toEqual(await resolved(query, { filter }))
  })

  test('are counted anew once something else is stored', () => {
    const query = `{ statements(filter: { search: "way" }, first: 0) { ${facets.replace(dimensions, 'QUOTATION')} } }`
    const before = planned(query, {})
    const writer = openWriter(path)
    try {
      writer.client.exec(`update statements set quotation = 'MIXED'`)
    } finally {
      writer.close()
    }
    expect(planned(query, {})).not.toEqual(before)
    expect(planned(query, {})).toMatchObject({
      data: { statements: { facets: [{ valueCount: 1, values: [{ count: statements, key: { value: 'MIXED' } }] }] } },
    })
  })
})
