import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, type TestGraph, testGraph } from '../support/graph.ts'
import { writeOddities } from '../support/oddities.ts'
import { writeDocument } from '../support/writeDocument.ts'

const graph = testGraph(writer => void writeOddities(writer))

/** Every list with every order that it can be walked in; `list` has the place of its arguments marked. */
const orders = [
  ['statements', 'POSITION'],
  ['figures', 'IMPORTED'],
  ['figures', 'VALUE'],
  ['figures', 'LABEL'],
  ['agents', 'NAME'],
  ['agents', 'SLUG'],
  ['documents', 'SLUG'],
  ['documents', 'PUBLISHED'],
  ['documents', 'TITLE'],
  ['times', 'EARLIEST'],
  ['claims', 'TEXT'],
  ['referents', 'LABEL'],
  ['termUses', 'WORDS'],
  ['figureMentions', 'IMPORTED'],
  ['figureMentions', 'POSITION'],
  ['times', 'POSITION'],
  ['statementStats', 'COUNT'],
  ['statementStats', 'KEY'],
  ['figureStats', 'COUNT'],
] as const

interface Page {
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const grouping: Readonly<Record<string, string>> = {
  statementStats: 'groupBy: [SPEAKER, TERM]',
  figureStats: 'groupBy: [POPULATION]',
}
const others: Readonly<Record<string, string>> = {
  statementStats: '{ count keys { value } statements { totalCount } }',
  figureStats: '{ count keys { value } figures { totalCount } }',
}

async function ask({ ask: send }: TestGraph, field: string, order: object, stretch: object): Promise<Page> {
  const args = Object.entries({ ...stretch }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const by = `order: ${JSON.stringify(order).replaceAll('"', '')}`
  const answer = await send(`{ page: ${field}(${[grouping[field] ?? '', by, ...args].join(' ')}) {
    totalCount edges { cursor node ${others[field] ?? '{ slug }'} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`)
  return (dataOf(answer) as { page: Page }).page
}

/** The whole list, page by page. */
async function walk(field: string, order: object, size: number, way: 'forwards' | 'backwards'): Promise<unknown[]> {
  const nodes: unknown[] = []
  let cursor: string | null = null
  for (;;) {
    const forwards = way === 'forwards'
    const stretch = forwards
      ? { first: size, ...(cursor === null ? {} : { after: cursor }) }
      : { last: size, ...(cursor === null ? {} : { before: cursor }) }
    const { edges, pageInfo, totalCount }: Page = await ask(graph, field, order, stretch)
    expect(edges.length).toBeLessThanOrEqual(size)
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges.at(0)?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ])
    const page = edges.map(({ node }) => node)
    if (forwards) nodes.push(...page)
    else nodes.unshift(...page)
    const more = forwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage
    expect(more).toBe(nodes.length < totalCount)
    if (!more) return nodes
    cursor = forwards ? pageInfo.endCursor : pageInfo.startCursor
  }
}

describe('walking a list', () => {
  test.each(orders)(
    '%s by %s: either way and by any page size, everything once and in the same order',
    async (field, by) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('ASC', 'DESC'),
          fc.oneof(fc.integer({ min: 7, max: 30 }), fc.constantFrom(1, 2, 100)),
          async (direction, size) => {
            const first = await ask(graph, field, { by, direction }, { first: 100 })
            const whole = await walk(
              field,
              { by, direction },
              Math.max(size, Math.ceil(first.totalCount / 25)),
              'forwards',
            )
            const back = await walk(
              field,
              { by, direction },
              Math.max(size, Math.ceil(first.totalCount / 25)),
              'backwards',
            )
            expect(new Set(whole.map(node => JSON.stringify(node))).size).toBe(first.totalCount)
            expect(back).toEqual(whole)
            expect(first.edges.map(({ node }) => node)).toEqual(whole.slice(0, 100))
          },
        ),
        { numRuns: 4 },
      )
    },
  )

  test('by a key in descending order, it is the other way round', async () => {
    const up = await walk('figures', { by: 'VALUE', direction: 'ASC' }, 100, 'forwards')
    const down = await walk('figures', { by: 'VALUE', direction: 'DESC' }, 100, 'forwards')
    expect(down).toEqual(up.reverse())
  })

  test('texts are in code-point order: characters beyond the BMP come last', async () => {
    const answer = await graph.ask('{ agents(order: { by: NAME }) { nodes { name } } }')
    const { agents } = dataOf(answer) as { agents: { nodes: { name: string }[] } }
    const points = (text: string) => [...text].map(character => character.codePointAt(0) ?? 0)
    const compare = (a: readonly number[], b: readonly number[]): number => {
      const at = a.findIndex((point, index) => point !== b[index])
      return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
    }
    const names = agents.nodes.map(({ name }) => name)
    expect(names).toEqual([...names].sort((a, b) => compare(points(a), points(b))))
    expect(names.slice(-3)).toEqual(['\u{FFFD}z', '\u{1F600}z', '\u{10FFFF}'])
  })
})

describe('a page', () => {
  test('of none says whether there is something', async () => {
    const page = await ask(graph, 'statements', { by: 'POSITION' }, { first: 0 })
    expect(page).toMatchObject({ edges: [], totalCount: 120 })
    expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null })
  })

  test('goes on after its cursor although rows have come in between', async () => {
    let path = ''
    const growing = testGraph(writer => {
      path = writer.client.name
      writeOddities(writer)
    })
    const before = await ask(growing, 'statements', { by: 'POSITION' }, { first: 7 })
    const agents = await ask(growing, 'agents', { by: 'NAME' }, { first: 3 })

    const writer = openWriter(path)
    writeDocument(writer, documentOf('new', [{ speaker: 'Aaron', words: 'It is new.' }]), { replace: false })
    writer.close()

    const rest = await ask(growing, 'statements', { by: 'POSITION' }, { first: 100, after: before.pageInfo.endCursor })
    const end = await ask(growing, 'statements', { by: 'POSITION' }, { last: 20 })
    const whole = await ask(graph, 'statements', { by: 'POSITION' }, { first: 100 })
    const nodes = [...before.edges, ...rest.edges].map(({ node }) => node)
    expect(nodes.slice(0, 100)).toEqual(whole.edges.map(({ node }) => node))
    expect(end.edges.at(-1)?.node).toEqual({ slug: 'new/s0' })

    // A name that sorts between two pages stands where it belongs, and nothing is met twice.
    const names = await ask(growing, 'agents', { by: 'NAME' }, { first: 100, after: agents.pageInfo.endCursor })
    const all = await ask(growing, 'agents', { by: 'NAME' }, { first: 100 })
    expect([...agents.edges, ...names.edges].map(({ cursor }) => cursor).sort()).toEqual(
      all.edges.map(({ cursor }) => cursor).sort(),
    )
  })

  test.each([
    ['agents', { by: 'SLUG' }, 'after'],
    ['agents', { by: 'SLUG' }, 'before'],
    ['documents', { by: 'SLUG' }, 'after'],
    ['statementStats', { by: 'COUNT', direction: 'ASC' }, 'after'],
  ])('of another list or order: its cursor is refused (%s by %j, %s)', async (field, order, argument) => {
    const [{ cursor } = { cursor: '' }] = (await ask(graph, 'agents', { by: 'NAME' }, { first: 1 })).edges
    const { errors } = await graph.ask(
      `{ ${field}(${grouping[field] ?? ''} order: ${JSON.stringify(order).replaceAll('"', '')} ${argument}: "${cursor}") { totalCount } }`,
    )
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_CURSOR', argument }])
  })

  test.each([
    '',
    '!',
    'e30',
    Buffer.from('agents NAME[null,1]').toString('base64url'),
    Buffer.from('agents NAME[1').toString('base64url'),
  ])('a cursor that is none is refused (%j)', async cursor => {
    const { errors } = await graph.ask('query ($after: String) { agents(after: $after) { totalCount } }', {
      after: cursor,
    })
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_CURSOR', argument: 'after' }])
  })

  test.each([
    ['first: -1', 'first'],
    ['last: -1', 'last'],
    ['first: 101', 'first'],
    ['last: 101', 'last'],
    ['first: 1, last: 1', 'last'],
    ['first: 1, before: "x"', 'before'],
  ])('(%s) is refused', async (stretch, argument) => {
    const { errors } = await graph.ask(`{ statements(${stretch}) { totalCount } }`)
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_PAGE', argument }])
  })
})
