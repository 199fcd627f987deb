import { describe, expect, test } from 'vitest'
import { MOST_CANDIDATES } from '../../src/store/query/names.ts'
import { type Answer, testGraph } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const graph = testGraph()

interface Note {
  code: string
  message: string
  path: string
  notFound: string
  nearest: string[]
}

async function notes(query: string, variables?: Record<string, unknown>): Promise<Note[]> {
  const answer = await graph.ask(query, variables)
  expect(answer.errors).toBeUndefined()
  return notesOf(answer)
}

function notesOf({ extensions }: Answer): Note[] {
  const notes = extensions?.notes
  // The test below holds their shape.
  return Array.isArray(notes) ? notes : []
}

describe('what an operation names and the graph does not have is told', () => {
  const cases: readonly (readonly [query: string, path: string, notFound: string, nearest: string])[] = [
    [
      '{ statements(filter: { speaker: "mark-gren" }) { totalCount } }',
      'statements.filter.speaker',
      'mark-gren',
      'mark-green',
    ],
    ['{ statements(filter: { speaker: "green" }) { totalCount } }', 'statements.filter.speaker', 'green', 'mark-green'],
    ['{ a: person(slug: "mark-gren") { name } }', 'a.slug', 'mark-gren', 'mark-green'],
    ['query ($who: String! = "mark-gren") { person(slug: $who) { name } }', 'person.slug', 'mark-gren', 'mark-green'],
    [
      '{ people { nodes { statements(filter: { or: [{ document: "wane-ice" }] }) { totalCount } } } }',
      'people.nodes.statements.filter.or.0.document',
      'wane-ice',
      'wane-ice-435000',
    ],
    [
      '{ agents(filter: { name: { eq: "Marc Green" } }) { totalCount } }',
      'agents.filter.name.eq',
      'Marc Green',
      'Mark Green',
    ],
    [
      '{ agents(filter: { name: { in: ["mark green", "Marc Green"] } }) { totalCount } }',
      'agents.filter.name.in.1',
      'Marc Green',
      'Mark Green',
    ],
    [
      '{ figures(filter: { referentMatches: { slug: { eq: "people-counter" } } }) { totalCount } }',
      'figures.filter.referentMatches.slug.eq',
      'people-counter',
      'people-counted',
    ],
    [
      '{ compareFraming(speakers: ["mark-gren", "mark-green"]) { __typename } }',
      'compareFraming.speakers.0',
      'mark-gren',
      'mark-green',
    ],
  ]
  test.each(cases)('%s', async (query, path, notFound, nearest) => {
    const found = await graph.ask(query)
    if (!query.includes('compareFraming')) expect(found.errors).toBeUndefined()
    const told = notesOf(found)
    expect(told).toMatchObject([{ code: 'NOT_FOUND', path, notFound }])
    expect(told[0]?.nearest).toContain(nearest)
    expect(told[0]?.message).toContain(`“${notFound}”`)
  })

  test('in variables too, by ids, by labels; and nothing is told of what is there', async () => {
    const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
    expect(await notes(query, { filter: { not: { addressee: 'nobody-at-all' } } })).toMatchObject([
      { path: 'statements.filter.not.addressee', notFound: 'nobody-at-all' },
    ])
    expect(await notes(query, { filter: { label: { name: 'party' } } })).toMatchObject([
      { path: 'statements.filter.label.name', message: 'Nothing has the label “party”.', nearest: [] },
    ])
    const id = Buffer.from('Person:mark-gren').toString('base64url')
    expect(await notes(`{ node(id: "${id}") { id } }`)).toMatchObject([{ path: 'node.id', notFound: 'mark-gren' }])
    expect(await notes(query, { filter: { speaker: id } })).toMatchObject([{ notFound: 'mark-gren' }])
    expect(await notes(query, { filter: { speaker: 'mark-green', speakerMatches: null } })).toEqual([])
    expect(await notes('{ person(slug: "mark-green") { name } }')).toEqual([])
  })
})

test('a served graph tells it on every way that an answer takes', async () => {
  const server = await testServer()
  for (const query of [
    '{ statements(filter: { speaker: "mark-gren" }) { totalCount } }',
    '{ statements(filter: { speaker: "mark-gren" }) { totalCount @include(if: true) } }',
  ]) {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(await response.json()).toMatchObject({
      data: { statements: { totalCount: 0 } },
      extensions: { notes: [{ nearest: ['mark-green'] }] },
    })
  }
})

test('among more names than can be looked through, none is said to be missing that may be there', async () => {
  const many = testGraph(writer => {
    writer.client.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MOST_CANDIDATES + 10})
      insert into agents (slug, kind, name) select 'agent-' || i, 'PERSON', 'Agent ' || i from n`)
  })
  const last = `agent ${MOST_CANDIDATES + 10}`
  const named = await many.ask(`{ agents(filter: { name: { eq: "${last}" } }) { totalCount } }`)
  expect(named).toMatchObject({ data: { agents: { totalCount: 1 } } })
  expect(notesOf(named)).toEqual([])
  // A slug is found by its index, however many there are.
  expect(notesOf(await many.ask('{ agent(slug: "agnt-7") { name } }'))).toMatchObject([{ notFound: 'agnt-7' }])
})
