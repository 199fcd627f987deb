import { join } from 'node:path'
import { isObjectType } from 'graphql'
import { afterAll, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, graphAt, seed, temporaryFolder } from '../support/graph.ts'
import { writeAsDossier } from '../support/writeAsDossier.ts'

const path = join(temporaryFolder(), 'dixit.db')
const writer = openWriter(path)
afterAll(() => writer.close())
writeAsDossier(writer, documentOf('one', [{ speaker: 'ada', words: 'Rivers rise.' }]), { replace: true })
const graph = graphAt(path)

interface Page {
  changes: {
    nodes: { kind: string; typename: string; slug: string; id: string; at: string; revision: string }[]
    cursor: string
    hasMore: boolean
  }
  graph: { revision: string; importedAt: string; change: string; counts: { of: string; count: number }[] }
}

async function ask(after: string | null, first = 100): Promise<Page> {
  const query = `query ($after: String, $first: Int!) {
    changes(after: $after, first: $first) { nodes { kind typename slug id at revision } cursor hasMore }
    graph { revision importedAt change counts { of count } }
  }`
  return dataOf(await graph.ask(query, { after, first })) as Page
}

const told = ({ changes }: Page) => changes.nodes.map(({ kind, typename, slug }) => `${kind} ${typename} ${slug}`)

test('whoever asks for a cursor, loads, and asks again with it hears of all that came, changed and went, once', async () => {
  const { changes, graph: before } = await ask(null)
  expect(changes).toMatchObject({ nodes: [], hasMore: false, cursor: before.revision })
  expect(before.counts).toContainEqual({ of: 'statements', count: 1 })
  expect(told(await ask(changes.cursor))).toEqual([])

  writeAsDossier(writer, documentOf('two', [{ speaker: 'bob', words: 'Roads fall.' }], { claim: 'Roads do.' }), {
    replace: true,
  })
  writeAsDossier(writer, documentOf('one', [{ speaker: 'ada', words: 'Rivers rise.' }], { title: 'Anew' }), {
    replace: true,
  })
  writeAsDossier(writer, documentOf('two', [{ speaker: 'bob', words: 'Roads stand.' }]), { replace: true })
  const after = await ask(changes.cursor)
  expect(told(after)).toEqual(
    [
      'ADDED Document two',
      'ADDED Person bob',
      'ADDED Claim claim-two',
      'CHANGED Document one',
      'REMOVED Claim claim-two',
      'CHANGED Document two',
    ].map(line =>
      line.replace('claim-two', after.changes.nodes.find(({ typename }) => typename === 'Claim')?.slug ?? ''),
    ),
  )
  expect(after.changes.cursor).toBe(after.graph.revision)
  expect(after.graph.revision).not.toBe(before.revision)
  expect(after.graph).toMatchObject({ change: 'document two updated' })

  // In pages of any size the same, each once, and with the cursors of a copy of the graph.
  for (const size of [1, 2, 4]) {
    const all: string[] = []
    for (let cursor = changes.cursor, hasMore = true; hasMore; ) {
      const page = await ask(cursor, size)
      all.push(...told(page))
      cursor = page.changes.cursor
      hasMore = page.changes.hasMore
    }
    expect(all).toEqual(told(after))
  }
})

test('the same again changes nothing, a cursor of elsewhere is refused, and things say when they came', async () => {
  const { graph: before } = await ask(null)
  writeAsDossier(writer, documentOf('two', [{ speaker: 'bob', words: 'Roads stand.' }]), { replace: true })
  expect((await ask(before.revision)).changes.nodes).toEqual([])
  expect((await ask(null)).graph).toEqual(before)
  for (const after of ['abc', 'yesterday', '2024-13x']) {
    const wrong = await graph.ask(`{ changes(after: "${after}") { cursor } }`)
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR', argument: 'after' } }])
  }
  const { statements } = dataOf(
    await graph.ask(
      '{ statements(order: { by: IMPORTED, direction: DESC }) { nodes { text importedAt document { importedAt } } } }',
    ),
  ) as { statements: { nodes: { text: string; importedAt: string; document: { importedAt: string } }[] } }
  expect(statements.nodes.map(({ text }) => text)).toEqual(['Roads stand.', 'Rivers rise.'])
  for (const { importedAt, document } of statements.nodes) {
    expect(importedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(document.importedAt).toBe(importedAt)
  }
})

test('changes are told from a day on', async () => {
  const all = await ask('')
  const day = all.graph.importedAt.slice(0, 10)
  expect(told(all).length).toBeGreaterThan(0)
  expect((await ask(day)).changes.nodes).toEqual(all.changes.nodes.filter(({ at }) => at >= day))
  expect(told(await ask('2001-01-01'))).toEqual(told(all))
  expect(told(await ask('9999-01-01'))).toEqual([])
})

/** The lists of the root whose nodes say when they came. */
const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type }) => {
  const connection = 'ofType' in type ? type.ofType : type
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined
  const isFiltered = schema
    .getQueryType()
    ?.getFields()
    [name]?.args.some(argument => argument.name === 'order')
  return nodes && isFiltered && !name.endsWith('Stats') && name !== 'concordance' ? [name] : []
})

test('everything says when it came, and is found by that day', async () => {
  importDossier(writer, seed, { replace: true })
  const today = new Date().toISOString().slice(0, 10)
  const range = (operator: string) => `filter: { importedAt: { ${operator}: "${today}" } }`
  for (const list of lists) {
    const { all, within, overlaps, before } = dataOf(
      await graph.ask(`{
        all: ${list}(first: 100) { totalCount nodes { importedAt } }
        within: ${list}(${range('within')}) { totalCount }
        overlaps: ${list}(${range('overlaps')}) { totalCount }
        before: ${list}(${range('before')}) { totalCount }
      }`),
    ) as Record<string, { totalCount: number; nodes: { importedAt: string | null }[] }>
    for (const { importedAt } of all?.nodes ?? []) expect(importedAt, list).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect([list, within?.totalCount, overlaps?.totalCount, before?.totalCount]).toEqual([
      list,
      all?.totalCount,
      all?.totalCount,
      0,
    ])
  }
})

test('ordered by import, what was changed last comes last', async () => {
  writeAsDossier(writer, documentOf('one', [{ speaker: 'ada', words: 'Rivers fall.' }], { title: 'Again' }), {
    replace: true,
  })
  for (const list of ['documents', 'statements']) {
    const query = `{ ${list}(order: { by: IMPORTED }, first: 100) { nodes { importedAt } } }`
    const page = Object.values(Object(dataOf(await graph.ask(query))))[0] as { nodes: { importedAt: string }[] }
    const times = page.nodes.map(({ importedAt }) => importedAt)
    expect(times).toEqual(times.toSorted())
    expect(new Set(times).size).toBeGreaterThan(1)
  }
})
