import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, graphAt, seed, type TestGraph, temporaryFolder, testDatabase } from '../support/graph.ts'
import { writeAsDossier } from '../support/writeAsDossier.ts'

const brought = documentOf('rivers', [
  { speaker: 'ada', words: 'Convicted rivers rise.' },
  { speaker: 'bob', words: 'Roads fall.' },
])
const imports = [
  (writer: Database) => void importDossier(writer, seed, { replace: false }),
  (writer: Database) => void writeAsDossier(writer, brought, { replace: false }),
]

const path = testDatabase(writer => {
  for (const run of imports) run(writer)
})
const graph = graphAt(path)
/** The same content, imported in another order: every row has another id. */
const other = graphAt(
  testDatabase(writer => {
    for (const run of imports.toReversed()) run(writer)
  }),
)

interface Edge {
  readonly cursor: string
  readonly node: unknown
}

async function edges({ ask }: TestGraph, list: string): Promise<Edge[]> {
  const data = dataOf(await ask(`{ ${list} }`)) as {
    [field: string]: { edges: Edge[]; annotations?: { edges: Edge[] } }
  }
  const [page] = Object.values(data)
  return page?.annotations?.edges ?? page?.edges ?? []
}

/** Lists of each kind of cursor: `PAGE` stands for where a page is asked for. */
const lists: Readonly<Record<string, string>> = {
  'a list, as it stands': 'statements(PAGE) { edges { cursor node { slug } } }',
  'a list by a neighbour':
    'statements(order: { by: SPEAKER, thenBy: { by: TIME } }, PAGE) { edges { cursor node { slug } } }',
  'a list in the order of import': 'figureMentions(order: { by: IMPORTED }, PAGE) { edges { cursor node { slug } } }',
  'a list by a value': 'figures(order: { by: VALUE, direction: DESC }, PAGE) { edges { cursor node { slug } } }',
  search:
    'search(query: "convicted", PAGE) { edges { cursor node { node { __typename ... on Statement { slug } } } } }',
  'a concordance by position':
    'concordance(term: "convicted", anyForm: true, PAGE) { edges { cursor node { start keyword } } }',
  'a concordance by context':
    'concordance(term: "convicted", anyForm: true, order: LEFT, PAGE) { edges { cursor node { start keyword } } }',
  'the texts of documents':
    'concordance(term: "convicted", anyForm: true, scope: DOCUMENTS, PAGE) { edges { cursor node { start keyword } } }',
  annotations: 'document(slug: "wane-ice-435000") { annotations(PAGE) { edges { cursor node { start end kind } } } }',
  groups: 'statementStats(groupBy: [SPEAKER, TERM], PAGE) { edges { cursor node { count keys { value } } } }',
  'pairs of mentions': 'figureComparisons(PAGE) { edges { cursor node { one { slug } other { slug } } } }',
}

test.each(Object.entries(lists))('%s has the same cursors whatever the order of import', async (_, list) => {
  const whole = list.replace('PAGE', 'first: 100')
  const here = await edges(graph, whole)
  const there = await edges(other, whole)
  expect(here.length).toBeGreaterThan(1)
  const cursors = ({ cursor, node }: Edge) => `${JSON.stringify(node)} ${cursor}`
  expect(there.map(cursors).toSorted()).toEqual(here.map(cursors).toSorted())
  expect(new Set(here.map(({ cursor }) => cursor)).size).toBe(here.length)
})

test.each(Object.entries(lists))('%s goes on elsewhere at the same place of its order', async (_, list) => {
  const [first] = await edges(graph, list.replace('PAGE', 'first: 1'))
  const there = await edges(other, list.replace('PAGE', 'first: 100'))
  const at = there.findIndex(({ cursor }) => cursor === first?.cursor)
  const after = await edges(other, list.replace('PAGE', `first: 100, after: "${first?.cursor}"`))
  expect(after.slice(0, 100 - at - 1)).toEqual(there.slice(at + 1))
})

test('a copy, opened anew, has the same cursors', async () => {
  const copy = join(temporaryFolder(), 'copy.db')
  const writer = openWriter(path)
  writer.client.exec('pragma wal_checkpoint(truncate)')
  writer.close()
  copyFileSync(path, copy)
  const again = graphAt(copy)
  for (const list of Object.values(lists)) {
    const whole = list.replace('PAGE', 'first: 100')
    expect(await edges(again, whole)).toEqual(await edges(graph, whole))
  }
})

test('a cursor whose row has gone is refused, and says so', async () => {
  const [{ cursor } = { cursor: '' }] = await edges(
    graph,
    'statements(order: { by: IMPORTED, direction: DESC }, first: 1) { edges { cursor node { slug } } }',
  )
  const without = graphAt(testDatabase())
  const { errors } = await without.ask(
    `{ statements(order: { by: IMPORTED, direction: DESC }, after: "${cursor}") { totalCount } }`,
  )
  expect(errors).toMatchObject([
    {
      message: 'The cursor stands at rivers/s1, which is not, or no longer, in the graph. Start again without it.',
      extensions: { code: 'BAD_CURSOR', argument: 'after' },
    },
  ])
})
