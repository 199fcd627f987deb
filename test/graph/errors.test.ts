import { describe, expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { encodeId } from '../../src/model/nodeNames.ts'
import { dataOf, seed, testGraph } from '../support/graph.ts'

const graph = testGraph()

describe('what there is none of is null', () => {
  test.each(['agent', 'person', 'organization', 'document', 'figure', 'claim', 'referent'])('%s', async field => {
    expect(dataOf(await graph.ask(`{ ${field}(slug: "nobody") { id } }`))).toEqual({ [field]: null })
  })

  test('a person under the slug of an organization, and the other way round', async () => {
    const data = dataOf(await graph.ask('{ person(slug: "ice") { id } organization(slug: "mark-green") { id } }'))
    expect(data).toEqual({ person: null, organization: null })
  })
})

describe('what is wrong with a request is said, with a code and the place', () => {
  test.each([
    {
      name: 'a page over the cap',
      query: '{ statements(first: 101) { nodes { id } } }',
      error: { message: 'first: 101 is over the cap of 100 rows a page.', code: 'BAD_PAGE', path: ['statements'] },
    },
    {
      name: 'a page over the cap, from the end',
      query: '{ person(slug: "mark-green") { statements(last: 1000) { nodes { id } } } }',
      error: {
        message: 'last: 1000 is over the cap of 100 rows a page.',
        code: 'BAD_PAGE',
        path: ['person', 'statements'],
      },
    },
    {
      name: 'a page below nothing',
      query: '{ statements(first: -1) { nodes { id } } }',
      error: { message: 'first: -1 is below 0.', code: 'BAD_PAGE', path: ['statements'] },
    },
    {
      name: 'a page that goes both ways',
      query: '{ claims(first: 1, last: 1) { nodes { id } } }',
      error: {
        message: 'A page goes forwards (first, after) or backwards (last, before), not both.',
        code: 'BAD_PAGE',
        path: ['claims'],
      },
    },
    {
      name: 'a cursor that is none',
      query: '{ figures(after: "x") { nodes { id } } }',
      error: {
        message:
          '“x” is no cursor of a list ordered by figures IMPORTED. Cursors come from the same list, in the same order.',
        code: 'BAD_CURSOR',
        path: ['figures'],
      },
    },
    {
      name: 'a distance below nothing',
      query: '{ figures(filter: { value: { near: { value: 435000, within: -0.01 } } }) { nodes { id } } }',
      error: {
        message: 'within is a share of the value and cannot be negative, but is -0.01.',
        code: 'BAD_FILTER',
        path: ['figures'],
      },
    },
    {
      name: 'the id of another kind of thing',
      query: `{ statements(filter: { speaker: "${encodeId('Claim', 'system-is-broken')}" }) { nodes { id } } }`,
      error: {
        message: 'This id is of a Claim; expected the id of a Person or Organization or UnclassifiedAgent.',
        code: 'BAD_ID',
        path: ['statements'],
      },
    },
  ])('$name', async ({ query, error: { message, code, path } }) => {
    const answer = await graph.ask(query)
    expect(answer.errors).toMatchObject([{ message, path, extensions: { code } }])
  })

  test('a cursor of the same list in another order', async () => {
    const { figures } = dataOf(await graph.ask('{ figures(first: 1) { edges { cursor } } }')) as {
      figures: { edges: { cursor: string }[] }
    }
    const cursor = figures.edges[0]?.cursor
    const answer = await graph.ask(
      'query($cursor: String) { figures(order: { by: LABEL }, after: $cursor) { nodes { id } } }',
      { cursor },
    )
    expect(answer.errors).toMatchObject([{ path: ['figures'], extensions: { code: 'BAD_CURSOR' } }])
  })

  test('a fault in one field leaves the others', async () => {
    const answer = await graph.ask('{ bad: node(id: "x") { id } good: person(slug: "mark-green") { name } }')
    expect(answer.data).toEqual({ bad: null, good: { name: 'Mark Green' } })
    expect(answer.errors).toMatchObject([{ path: ['bad'], extensions: { code: 'BAD_ID' } }])
  })

  test.each([
    ['a field that there is none of', '{ statment { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a filter that there is none of',
      '{ claims(filter: { txt: { eq: "" } }) { nodes { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a text where a number belongs',
      '{ figures(filter: { value: { eq: "many" } }) { nodes { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a slug with spaces',
      '{ statements(filter: { speaker: "mark green" }) { nodes { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a date that is none',
      '{ times(filter: { when: { overlaps: "soon" } }) { nodes { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a change', 'mutation { forget }', 'GRAPHQL_VALIDATION_FAILED'],
    ['what is no GraphQL', '{ statements( }', 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_, query, code) => {
    const answer = await graph.ask(query)
    expect(answer.data ?? null).toBeNull()
    expect(answer.errors).toMatchObject([{ locations: [{}], extensions: { code } }])
  })

  test.each([
    [{ speaker: 'mark green' }, 'BAD_ID', 'is neither a slug nor an id: it has spaces in it.'],
    [{ speker: 'mark-green' }, 'BAD_REQUEST', 'Did you mean "speaker" or "speakers"?'],
    [{ and: [{ voice: 'GOD' }] }, 'BAD_REQUEST', 'does not exist in "Voice" enum.'],
  ])('a variable that does not fit: %o', async (filter, code, message) => {
    const query = 'query($filter: StatementFilter) { statements(filter: $filter) { nodes { id } } }'
    const answer = await graph.ask(query, { filter })
    expect(answer.data ?? null).toBeNull()
    expect(answer.errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }])
  })

  test.each([
    ['{ compareFraming(speakers: ["Patrick Lechleitner"]) { notes } }', 'Did you mean patrick-lechleitner?'],
    [
      '{ statements(filter: { time: { after: "2024-01" } }) { totalCount } }',
      'Use said: { after: "2024-01" } of statements, or',
    ],
    ['{ statements(filter: { said: { after: "September 2024" } }) { totalCount } }', 'Did you mean 2024-09?'],
    ['{ statements(filter: { said: { after: "Sept. 3, 2024" } }) { totalCount } }', 'Did you mean 2024-09-03?'],
    ['{ discourseNetwork(aggregation: DISAGREEMENT) { notes } }', 'Use CONFLICT.'],
    ['{ disagreements }', 'Use discourseNetwork or figureComparisons or stances.'],
    ['{ documents { nodes { citation } } }', 'Use uri: its page says how to cite it, as does dixit cite.'],
    ['{ statements { nodes { source { name } } } }', 'who speaks is speaker { name } of the statement.'],
  ])('says what was meant: %s', async (query, meant) => {
    const { errors } = await graph.ask(query)
    expect(errors).toMatchObject([{ message: expect.stringContaining(meant) }])
    expect(errors?.[0]?.message).not.toMatch(/encountered error|speakerMatches.*Did you mean/)
  })

  test('none of it is logged: it is no fault of the server', () => {
    expect(graph.log).toEqual([])
  })
})

describe('a fault inside', () => {
  const broken = testGraph(writer => {
    importDossier(writer, seed, { replace: false })
    writer.client.exec('drop table termUses')
  })

  test('is masked and logged, and leaves the rest of the answer', async () => {
    const answer = await broken.ask('{ person(slug: "mark-green") { name } termUses { nodes { words } } }')
    expect(answer.errors).toMatchObject([
      {
        message: 'Something went wrong inside Dixit. The server has logged the error.',
        path: ['termUses'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ])
    const shown = JSON.stringify({ ...answer, sql: [] })
    for (const inside of ['no such table', 'Sqlite', 'select', '.ts', 'stack']) expect(shown).not.toContain(inside)

    expect(broken.log).toHaveLength(1)
    expect(JSON.parse(broken.log[0] ?? '')).toMatchObject({
      level: 50,
      msg: 'internal fault',
      err: { message: 'no such table: termUses', stack: expect.stringContaining('page.ts') },
    })
  })
})
