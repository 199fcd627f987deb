import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, type TestGraph, temporaryFolder, testGraph } from '../support/graph.ts'

let graph: TestGraph
const seeded = testGraph()

beforeAll(async () => {
  const folder = temporaryFolder()
  openWriter(databaseIn(folder)).close()
  await importInto(folder, 'jsonl', fixture('when'))
  graph = graphIn(folder)
})
afterAll(() => graph.database.close())

interface Page {
  list: { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
}

/** The slugs of a list in its order, read in pages of that size. */
async function slugs(list: string, order: string, size = 2): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const cursor: string = after === null ? '' : `, after: "${after}"`
    const query = `{ list: ${list}(first: ${size}${cursor}, order: ${order}) { nodes { slug } pageInfo { hasNextPage endCursor } } }`
    const { list: page } = dataOf(await graph.ask(query)) as Page
    found.push(...page.nodes.map(({ slug }) => slug))
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

test('statements come in the order in which they were made, those without a date last either way', async () => {
  expect(await slugs('statements', '{ by: TIME }', 1)).toEqual(['old/bob', 'new/ann', 'new/bob', 'undated/ann'])
  expect(await slugs('statements', '{ by: TIME, direction: DESC }', 1)).toEqual([
    'new/bob',
    'new/ann',
    'old/bob',
    'undated/ann',
  ])
})

test('so do the parts of statements, and claims by who first took a stance to them', async () => {
  expect(await slugs('stances', '{ by: TIME }')).toEqual([
    'old/bob/rain-comes',
    'new/ann/dams-hold',
    'new/bob/rain-comes',
  ])
  expect(await slugs('mentions', '{ by: TIME }')).toHaveLength(4)
  expect((await slugs('mentions', '{ by: TIME }'))[0]).toBe('old/bob/mention/1')
  expect(await slugs('claims', '{ by: TIME }')).toEqual(['rain-comes', 'dams-hold'])
  expect(await slugs('claims', '{ by: TIME, direction: DESC }')).toEqual(['dams-hold', 'rain-comes'])
})

test('orders follow one another, each its own way, and by a neighbour', async () => {
  const bySpeaker = '{ by: SPEAKER, thenBy: { by: TIME, direction: DESC } }'
  for (const size of [1, 2, 4]) {
    expect(await slugs('statements', bySpeaker, size)).toEqual(['new/ann', 'undated/ann', 'new/bob', 'old/bob'])
    expect(await slugs('statements', '{ by: SPEAKER, direction: DESC, thenBy: { by: TIME } }', size)).toEqual([
      'old/bob',
      'new/bob',
      'new/ann',
      'undated/ann',
    ])
  }
  const many =
    '{ by: TIME, thenBy: { by: SPEAKER, thenBy: { by: TIME, thenBy: { by: SPEAKER, thenBy: { by: TIME, thenBy: { by: TIME } } } } } }'
  expect((await graph.ask(`{ statements(order: ${many}) { totalCount nodes { slug } } }`)).errors).toMatchObject([
    { extensions: { code: 'BAD_PAGE', argument: 'order' } },
  ])
})

test.each(['stances', 'figureMentions', 'termUses', 'frameUses', 'mentions', 'times'])(
  '%s go in the order of the text',
  async list => {
    const article = list === 'mentions' ? graph : testGraph()
    const places = async (direction: string) => {
      const answer = await article.ask(
        `{ list: ${list}(order: { by: POSITION, direction: ${direction} }, first: 100) { nodes { passage { document { slug } start end } } } }`,
      )
      const { nodes } = (dataOf(answer) as { list: { nodes: { passage: { start: number; end: number } }[] } }).list
      return nodes.map(({ passage }) => passage)
    }
    const up = await places('ASC')
    expect(up.length).toBeGreaterThan(2)
    expect(await places('DESC')).toEqual(up.toReversed())
    if (list === 'mentions') return
    expect(up).toEqual(up.toSorted((one, other) => one.start - other.start || one.end - other.end))
  },
)

test('a range of time finds what was said in it, and each statement says how that is known', async () => {
  const query = `{
    statements(filter: { said: { within: "1990/2010" } }) { nodes { slug said { basis edtf earliest latest } } }
    undated: statements(filter: { said: { isNull: true } }) { nodes { slug said { basis edtf } } }
    stances(filter: { said: { after: "2010" } }) { totalCount }
    claims(filter: { statements: { said: { before: "2010" } } }) { nodes { slug } }
  }`
  expect(dataOf(await graph.ask(query))).toEqual({
    statements: {
      nodes: [
        { slug: 'old/bob', said: { basis: 'PUBLISHED', edtf: '1999', earliest: '1999-01-01', latest: '1999-12-31' } },
      ],
    },
    undated: { nodes: [{ slug: 'undated/ann', said: { basis: 'UNKNOWN', edtf: null } }] },
    stances: { totalCount: 2 },
    claims: { nodes: [{ slug: 'rain-comes' }] },
  })
})

test('words that fix no date are told from no words', async () => {
  const { statement } = dataOf(
    await seeded.ask(
      '{ statement(slug: "wane-ice-435000/wake-up-call") { time { words reason } said { basis edtf reason } } }',
    ),
  ) as { statement: { time: { words: string; reason: string }; said: object } }
  expect(statement.time.words).toBe('Friday')
  expect(statement.said).toEqual({ basis: 'UNRESOLVED', edtf: null, reason: statement.time.reason })
})

test('a date that was concluded says so, with its reason', async () => {
  const query = `{ statements(filter: { said: { overlaps: "2024-03" } }) { nodes { time { basis } said { basis reason edtf } } } }`
  const { statements } = dataOf(await seeded.ask(query)) as { statements: { nodes: unknown[] } }
  expect(statements.nodes).toContainEqual({
    time: { basis: 'INFERRED' },
    said: { basis: 'INFERRED', reason: expect.stringContaining('gives no year'), edtf: '2024-03' },
  })
})

test('the time of a channel that was concluded is no better known than the channel', async () => {
  const data = dataOf(
    await seeded.ask(`{
      docket: statement(slug: "wane-ice-435000/docket") { said { basis timeBasis reason } }
      shielding: statement(slug: "wane-ice-435000/shielding") { said { basis timeBasis reason } }
      vow: statement(slug: "wane-ice-435000/vow") { said { timeBasis } } }`),
  )
  expect(data).toEqual({
    docket: {
      said: { basis: 'UNRESOLVED', timeBasis: 'STATED', reason: expect.stringMatching(/^The text does not say which/) },
    },
    shielding: {
      said: {
        basis: 'UNRESOLVED',
        timeBasis: 'INFERRED',
        reason: expect.stringMatching(
          /^Time: The text does not say which Wednesday.* Channel: The article says “wrote”/,
        ),
      },
    },
    vow: { said: { timeBasis: null } },
  })
})

test('one thing of every kind is found by its slug', async () => {
  const query = `{
    statement(slug: "old/bob") { text }
    stance(slug: "old/bob/rain-comes") { stance }
    mention(slug: "old/bob/mention/1") { words }
    passage(slug: "old@9-19") { exact }
  }`
  expect(dataOf(await graph.ask(query))).toEqual({
    statement: { text: 'dams broke' },
    stance: { stance: 'OPPOSES' },
    mention: { words: 'Bob' },
    passage: { exact: 'dams broke' },
  })
})

interface TimelineAnswer {
  timeline: {
    totalCount: number
    undatedCount: number
    pageInfo: { endCursor: string; hasNextPage: boolean }
    nodes: unknown[]
  }
}

async function timeline(args: string, fields: string): Promise<TimelineAnswer['timeline']> {
  const query = `{ timeline(${args}) { totalCount undatedCount pageInfo { endCursor hasNextPage } nodes { ${fields} } } }`
  return (dataOf(await graph.ask(query)) as TimelineAnswer).timeline
}

test('a timeline has each statement once, as exactly as its time is known, and what has no date last', async () => {
  const fields =
    'label certainty earliest latest statementCount claimCount statements { nodes { slug } } stances { totalCount }'
  const byMonth = await timeline('unit: MONTH', fields)
  expect(byMonth).toMatchInlineSnapshot(`
    {
      "nodes": [
        {
          "certainty": "POSSIBLE",
          "claimCount": 1,
          "earliest": "1999-01-01",
          "label": "1999-01 to 1999-12",
          "latest": "1999-12-31",
          "stances": {
            "totalCount": 1,
          },
          "statementCount": 1,
          "statements": {
            "nodes": [
              {
                "slug": "old/bob",
              },
            ],
          },
        },
        {
          "certainty": "CERTAIN",
          "claimCount": 2,
          "earliest": "2020-05-01",
          "label": "2020-05",
          "latest": "2020-05-31",
          "stances": {
            "totalCount": 2,
          },
          "statementCount": 2,
          "statements": {
            "nodes": [
              {
                "slug": "new/ann",
              },
              {
                "slug": "new/bob",
              },
            ],
          },
        },
        {
          "certainty": "UNKNOWN",
          "claimCount": 0,
          "earliest": null,
          "label": "unknown",
          "latest": null,
          "stances": {
            "totalCount": 0,
          },
          "statementCount": 1,
          "statements": {
            "nodes": [
              {
                "slug": "undated/ann",
              },
            ],
          },
        },
      ],
      "pageInfo": {
        "endCursor": "dGltZWxpbmUgU0FJRCBNT05USCBBU0NbIn4iLCIiLCJ-Il0",
        "hasNextPage": false,
      },
      "totalCount": 3,
      "undatedCount": 1,
    }
  `)
  for (const direction of ['ASC', 'DESC']) {
    const whole = await timeline(`unit: MONTH, direction: ${direction}`, fields)
    const read: unknown[] = []
    for (let after = ''; ; ) {
      const page = await timeline(`unit: MONTH, direction: ${direction}, first: 1 ${after}`, fields)
      read.push(...page.nodes)
      if (!page.pageInfo.hasNextPage) break
      after = `, after: "${page.pageInfo.endCursor}"`
    }
    expect(read).toEqual(whole.nodes)
    expect(whole.nodes.at(-1)).toMatchObject({ label: 'unknown', certainty: 'UNKNOWN', earliest: null, latest: null })
  }
})

test('a timeline goes by when it was said or published, in any unit, within a range', async () => {
  const labels = async (args: string) => (await timeline(args, 'label statementCount')).nodes
  expect({
    day: await labels('unit: DAY'),
    week: await labels('unit: WEEK'),
    year: await labels('unit: YEAR'),
    published: await labels('unit: YEAR, clock: PUBLISHED'),
    said: await labels('unit: YEAR, filter: { said: { within: "1990/2010" } }'),
    range: await labels('unit: YEAR, filter: { documentMatches: { published: { after: "2010" } } }'),
  }).toMatchInlineSnapshot(`
    {
      "day": [
        {
          "label": "1999-01-01 to 1999-12-31",
          "statementCount": 1,
        },
        {
          "label": "2020-05-01",
          "statementCount": 2,
        },
        {
          "label": "unknown",
          "statementCount": 1,
        },
      ],
      "published": [
        {
          "label": "1999",
          "statementCount": 1,
        },
        {
          "label": "2020",
          "statementCount": 2,
        },
        {
          "label": "unknown",
          "statementCount": 1,
        },
      ],
      "range": [
        {
          "label": "2020",
          "statementCount": 2,
        },
      ],
      "said": [
        {
          "label": "1999",
          "statementCount": 1,
        },
      ],
      "week": [
        {
          "label": "1998-W53 to 1999-W52",
          "statementCount": 1,
        },
        {
          "label": "2020-W18",
          "statementCount": 2,
        },
        {
          "label": "unknown",
          "statementCount": 1,
        },
      ],
      "year": [
        {
          "label": "1999",
          "statementCount": 1,
        },
        {
          "label": "2020",
          "statementCount": 2,
        },
        {
          "label": "unknown",
          "statementCount": 1,
        },
      ],
    }
  `)
})
