import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { graphIn, importInto } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const folder = temporaryFolder()
const file = join(folder, 'letters.jsonl')
const document = (slug: string, ...names: string[]) => ({
  type: 'document',
  slug,
  text: `The text of ${slug}.`,
  language: 'en',
  ...(names.length > 0 && { authors: names.map(name => ({ name })) }),
})
const records = [
  document('one', 'Jane Doe', 'Joe Roe'),
  document('two', 'Joe Roe'),
  document('three', 'Łucja Dož'),
  document('four'),
  { type: 'agent', slug: 'ada', kind: 'PERSON', name: 'Ada' },
  ...['one', 'four'].map(slug => ({
    type: 'statement',
    slug: `${slug}/said`,
    document: slug,
    content: { at: [[0, 8]], exact: 'The text' },
    speakers: ['ada'],
    cue: { at: [[9, 11]], exact: 'of' },
  })),
]
writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
await importInto(folder, 'jsonl', file)
const graph = graphIn(folder)

test('authors stand in the order of the byline', async () => {
  const query = '{ documents(order: { by: IMPORTED }) { nodes { slug authors } } }'
  expect(dataOf(await graph.ask(query))).toEqual({
    documents: {
      nodes: [
        { slug: 'one', authors: ['Jane Doe', 'Joe Roe'] },
        { slug: 'two', authors: ['Joe Roe'] },
        { slug: 'three', authors: ['Łucja Dož'] },
        { slug: 'four', authors: [] },
      ],
    },
  })
})

test.each([
  ['{ eq: "joe roe" }', ['one', 'two']],
  ['{ contains: "doz" }', ['three']],
  ['{ exactly: { eq: "joe roe" } }', []],
  ['{ exactly: { startsWith: "Joe" } }', ['one', 'two']],
  ['{ in: ["Jane Doe", "Lucja Doz"] }', ['one', 'three']],
  // Of one author, not of two: no author of the first is both.
  ['{ startsWith: "Jane", contains: "Roe" }', []],
  ['{ not: "Jane Doe" }', ['two', 'three', 'four']],
  ['{ exactly: { not: "Joe Roe" } }', ['three', 'four']],
  ['{ isNull: true }', ['four']],
  ['{ isNull: false, not: "Joe Roe" }', ['three']],
  ['{}', ['one', 'two', 'three', 'four']],
])('documents whose author is %s', async (author, slugs) => {
  const query = `{ documents(filter: { author: ${author} }, order: { by: IMPORTED }) { totalCount nodes { slug } } }`
  const nodes = slugs.map(slug => ({ slug }))
  expect(dataOf(await graph.ask(query))).toEqual({ documents: { totalCount: slugs.length, nodes } })
})

test.each([
  ['{ eq: "Jane Do" }', 'No document names “Jane Do” as its author. Did you mean Jane Doe?', ['Jane Doe']],
  ['{ eq: "jane doe" }', undefined, []],
  ['{ contains: "Doe" }', undefined, []],
  [
    '{ contains: "Smith" }',
    'No document names an author with “Smith” in the name. The graph has Jane Doe, Joe Roe, and Łucja Dož.',
    [],
  ],
  [
    '{ exactly: { eq: "jane doe" } }',
    'No document names “jane doe” as its author. Did you mean Jane Doe?',
    ['Jane Doe'],
  ],
])('an author %s whom no document names is told', async (author, message, nearest) => {
  const answer = await graph.ask(`{ documents(filter: { author: ${author} }) { totalCount } }`)
  const notes = message === undefined ? [] : [{ message, nearest }]
  expect(answer.extensions?.notes ?? []).toMatchObject(notes)
})

test('statements are counted by who wrote their document, several together', async () => {
  const query = `{ statementStats(groupBy: AUTHORS) {
    nodes { count keys { value label } statements { nodes { slug } } }
  } }`
  expect(dataOf(await graph.ask(query))).toMatchObject({
    statementStats: {
      nodes: [
        { count: 1, keys: [{ value: null }], statements: { nodes: [{ slug: 'four/said' }] } },
        { count: 1, keys: [{ value: 'Jane Doe; Joe Roe' }], statements: { nodes: [{ slug: 'one/said' }] } },
      ],
    },
  })
})

test('statements are found by who wrote the document', async () => {
  const query = '{ statements(filter: { documentMatches: { author: { eq: "Jane Doe" } } }) { nodes { slug } } }'
  expect(dataOf(await graph.ask(query))).toEqual({ statements: { nodes: [{ slug: 'one/said' }] } })
})
