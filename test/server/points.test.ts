import { describe, expect, test } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/documents.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'
import { writeDocument } from '../support/writeDocument.ts'

/** What the API promises, asked as a client does: over HTTP, of a database with thousands of statements besides the seed. */
const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer)
})
const server = await testServer({}, path)
const numbers = Array.from({ length: defaultSize.documents * defaultSize.statementsPerDocument }, (_, n) => n)

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { status, data, errors } = await server.post({ query, variables })
  expect({ status, errors }).toEqual({ status: 200, errors: [] })
  return data
}

describe('filters', () => {
  const count = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
  const ofCorpus = { document: 'corpus-7' }
  const inDocument = numbers.filter(n => Math.floor(n / defaultSize.statementsPerDocument) === 7)
  const valueIs = (condition: object) => ({ figures: { value: condition } })

  test.each<[object, (n: number) => boolean]>([
    [valueIs({ eq: 800 }), n => n === 800],
    [valueIs({ in: [800, 801, 1] }), n => n === 800 || n === 801],
    [valueIs({ not: 800 }), n => n !== 800],
    [valueIs({ lt: 780 }), n => n < 780],
    [valueIs({ lte: 780 }), n => n <= 780],
    [valueIs({ gt: 870 }), n => n > 870],
    [valueIs({ gte: 870 }), n => n >= 870],
    [valueIs({ near: { value: 800, within: 0.01 } }), n => n >= 792 && n <= 808],
    [{ text: { startsWith: 'that 80' } }, n => String(n).startsWith('80')],
    [{ text: { contains: 'staff of roads' } }, n => n % 4 === 2 && n % 5 === 2],
    [{ cueWords: { isNull: true } }, n => n % 7 === 0],
    [{ documentMatches: { published: { overlaps: '2020-01-08' } } }, () => true],
    [{ documentMatches: { published: { before: '2020-01-08' } } }, () => false],
    [{ documentMatches: { published: { after: '2020-01-07' } } }, () => true],
    [{ and: [{ hasSpeaker: true }, valueIs({ lt: 790 })] }, n => n % 7 !== 0 && n < 790],
    [{ or: [{ hasSpeaker: false }, valueIs({ lt: 790 })] }, n => n % 7 === 0 || n < 790],
    [{ not: { or: [{ hasSpeaker: false }, valueIs({ lt: 790 })] } }, n => n % 7 !== 0 && n >= 790],
  ])('%j at the root and nested', async (filter, holds) => {
    const totalCount = inDocument.filter(holds).length
    expect(await ask(count, { filter: { ...ofCorpus, ...filter } })).toEqual({ statements: { totalCount } })
    const nested =
      'query ($filter: StatementFilter) { document(slug: "corpus-7") { statements(filter: $filter, first: 0) { totalCount } } }'
    expect(await ask(nested, { filter })).toEqual({ document: { statements: { totalCount } } })
  })

  test('cursors walk a nested list in order, forwards and backwards, also while rows come in', async () => {
    const walk = async (stretch: string, cursor: string | null) => {
      const data = await ask(
        `query ($cursor: String) { agent(slug: "speaker-1") { statements(${stretch}: $cursor, order: { by: POSITION }) {
          nodes { slug } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
        { cursor },
      )
      return Object(data).agent.statements
    }
    const forwards: string[] = []
    for (let cursor: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await walk('first: 50, after', cursor)
      forwards.push(...nodes.map(({ slug }: { slug: string }) => slug))
      cursor = pageInfo.endCursor
      more = pageInfo.hasNextPage
      if (forwards.length === 50) {
        const writer = openWriter(path)
        writeDocument(writer, documentOf('later', [{ speaker: 'Nobody Else', words: 'It is new.' }]), {
          replace: false,
        })
        writer.close()
      }
    }
    const backwards: string[] = []
    for (let cursor: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await walk('last: 50, before', cursor)
      backwards.unshift(...nodes.map(({ slug }: { slug: string }) => slug))
      cursor = pageInfo.startCursor
      more = pageInfo.hasPreviousPage
    }
    const said = numbers.map(n => statementNumber(n)).filter(({ speaker }) => speaker === 'speaker-1')
    expect(forwards).toEqual(said.map(({ slug }) => slug))
    expect(backwards).toEqual(forwards)
  })
})

describe('search and concordance', () => {
  const search = `query ($query: String!, $types: [SearchType!]) {
    search(query: $query, types: $types) { totalCount nodes { type snippet } } concordance(term: $query) { totalCount } }`

  test.each(['435719', '435,719', '435k', '435 thousand', '435.7k'])('the number %s is found', async query => {
    const found = Object(await ask(search, { query, types: ['STATEMENT', 'FIGURE', 'DOCUMENT'] })).search
    const types = found.nodes.map(({ type }: { type: string }) => type)
    expect(new Set(types)).toEqual(new Set(['STATEMENT', 'FIGURE', 'DOCUMENT']))
    expect(JSON.stringify(found.nodes)).toContain('[435,719]')
  })

  test.each(['NOT', 'a AND', 'NEAR(', 'text:ice', '^', '"', '*', '-', '\0', '\u{1F600}', '\u202Eمرحبا', "' or 1=1 --"])(
    '%j raises nothing',
    async query => {
      expect(await ask(search, { query, types: null })).toHaveProperty('search.totalCount')
    },
  )

  test('words stand in their contexts, sorted by them', async () => {
    const query = `{ concordance(term: "labourers", order: RIGHT, window: 3, filter: { document: "corpus-3" }, first: 100) {
      totalCount nodes { left keyword right speaker { slug } } } }`
    const { totalCount, nodes } = Object(await ask(query)).concordance
    expect(nodes).toHaveLength(totalCount)
    const rights: string[] = nodes.map(({ right }: { right: string }) => right)
    expect(rights).toEqual(rights.toSorted())
    expect(new Set(rights).size).toBe(5)
  })
})

test('time: intervals are compared, and roles told by evidence', async () => {
  const data = await ask(`{
    in: times(filter: { when: { overlaps: "2024-07" } }) { nodes { edtf } }
    open: times(filter: { when: { overlaps: "2024-08/.." } }) { nodes { edtf } }
    unresolved: times(filter: { when: { isNull: true } }) { totalCount }
    person(slug: "mark-green") {
      membershipsAsOf(date: "2024-07") { totalCount }
      statements(first: 1) { nodes { speakerRoles { why certainty membership { role } } } }
    }
  }`)
  expect(data).toMatchObject({
    in: { nodes: [{ edtf: '2024-07-21' }, { edtf: '2023-05/2024-07' }, { edtf: '2023-10/2024-09' }] },
    open: { nodes: [{ edtf: '2023-10/2024-09' }] },
    unresolved: { totalCount: 7 },
    // No document dates his roles: which he held in July is not known.
    person: { membershipsAsOf: { totalCount: 0 } },
  })
  expect(JSON.stringify(data)).toContain('"why":"STATED_IN_DOCUMENT","certainty":"POSSIBLE"')
})

test.each(
  [
    ...[
      'SPEAKER',
      'PARTY',
      'DOCUMENT',
      'PUBLISHER',
      'ON_BEHALF_OF',
      'CHANNEL',
      'DATASET',
      'CODER',
      'VOICE',
      'QUOTATION',
    ],
    ...[
      'SPEECH_ACT',
      'CUE',
      'DAY',
      'MONTH',
      'YEAR',
      'TERM',
      'REFERENT',
      'FRAME_FUNCTION',
      'FRAME_DIMENSION',
      'FRAME_VALENCE',
      'CLAIM',
    ],
    ...['STANCE', 'MANNER', 'FRAME_AGENT', 'FRAME_REFERENT', 'FIGURE', 'WORDING', 'APPROXIMATION'],
  ].map(dimension => [dimension]),
)('counting by %s: each group leads to as many statements as it counts', async dimension => {
  const query = `{ statementStats(groupBy: [${dimension}], first: 5) { countedTotal nodes { count statements(first: 1) { totalCount nodes { slug } } } } }`
  const { countedTotal, nodes } = Object(await ask(query)).statementStats
  expect(countedTotal).toBeGreaterThan(numbers.length)
  expect(nodes).not.toEqual([])
  for (const { count, statements } of nodes) expect(statements.totalCount).toBe(count)
})

test('facets count a nested list, and figures their least and greatest', async () => {
  const data = await ask(`{
    agent(slug: "speaker-1") { statements(first: 0) { totalCount facets(by: [QUOTATION]) { values { key { value } count } } } }
    figureStats(filter: { document: "corpus-3" }) { nodes { unit count value { min max } } }
  }`)
  const said = numbers.map(n => statementNumber(n)).filter(({ speaker }) => speaker === 'speaker-1')
  const counts = ['DIRECT', 'INDIRECT', 'MIXED'].map(value => ({
    key: { value },
    count: said.filter(({ quotation }) => quotation === value).length,
  }))
  const { totalCount, facets } = Object(data).agent.statements
  expect(totalCount).toBe(said.length)
  expect(facets[0].values).toHaveLength(3)
  expect(facets[0].values).toEqual(expect.arrayContaining(counts))
  expect(data).toMatchObject({
    figureStats: { nodes: [{ unit: 'people', count: 110, value: { min: 330, max: 439 } }] },
  })
})

test('evidence: the sentence and the paragraph of a passage, the annotations of a document, and permalinks', async () => {
  const data = Object(
    await ask(`{ figureMentions(filter: { value: { eq: 435719 } }, first: 1) { nodes { uri passage {
      sentence: context(before: 0, after: 0, unit: SENTENCE) { before exact after }
      paragraph: context(before: 0, after: 0, unit: PARAGRAPH) { before exact after } } } }
      document(slug: "corpus-3") { annotations(filter: { overlaps: { start: 0, end: 60 } }, first: 100) { nodes { passage { start } } } } }`),
  )
  const [{ uri, passage }] = data.figureMentions.nodes
  expect(passage).toEqual({
    sentence: {
      before: '“Of those, ',
      exact: '435,719',
      after: ' are convicted criminals, and 226,847 have pending criminal charges,”',
    },
    paragraph: { before: '“Of those, ', exact: '435,719', after: expect.stringContaining('charges,”') },
  })
  const starts: number[] = data.document.annotations.nodes.map(
    (node: { passage: { start: number } }) => node.passage.start,
  )
  expect(starts.length).toBeGreaterThan(3)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  const answer = await fetch(uri, { headers: { accept: 'application/json' } })
  expect(await answer.json()).toMatchObject({ data: { node: { words: '435,719', uri } } })
})

describe('aliases of pages cost what each of them costs', () => {
  const page = '(first: 100) { nodes { id reports(first: 100) { nodes { id } } } }'
  const aliased = (aliases: number) =>
    `{ ${Array.from({ length: aliases }, (_, n) => `a${n}: statements${page}`).join(' ')} }`

  test('some are answered and more are refused', async () => {
    expect(Object.keys(Object(await ask(aliased(2))))).toHaveLength(2)
    const { status, errors } = await server.post({ query: aliased(20) })
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'TOO_COSTLY', limit: 200_000 } }],
    })
    expect(errors[0]?.extensions?.value).toBe(20 * (1 + 100 * 102))
  })
})
