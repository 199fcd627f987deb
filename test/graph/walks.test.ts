import { beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '../../src/model/nodeNames.ts'
import { graphOfEverything } from '../support/corpora.ts'
import { type Crawl, crawl, nodeTypes, rootLists, toMany, toOne } from '../support/crawl.ts'
import { dataOf } from '../support/graph.ts'

const graph = await graphOfEverything()
let all: Crawl
beforeAll(async () => {
  all = await crawl(graph)
})

const singles = nodeTypes.flatMap(type => toOne(type).map(({ name }) => walk(type.name, name)))
const lists = nodeTypes.flatMap(type => toMany(type).map(({ name }) => walk(type.name, name)))

function walk(type: string, name: string) {
  return { type, name, field: `${type}.${name}` }
}

describe('every walk to one node can be walked back', () => {
  test.each(singles)('$field', ({ type, name, field }) => {
    const steps = all.steps.filter(step => step.field === field)
    expect(steps, `no node has ${field}: the walk is not tested`).not.toHaveLength(0)

    const taken = new Set(all.steps.map(({ field, from, to }) => `${field} ${from} ${to}`))
    for (const [target, walked] of Map.groupBy(steps, ({ to }) => all.nodes.get(to) ?? '')) {
      const back = lists
        .filter(list => list.type === target)
        .filter(list => walked.every(({ from, to }) => taken.has(`${target}.${list.name} ${to} ${from}`)))
      expect(back.length, `no list of ${target} leads back to each ${type} whose ${name} it is`).toBeGreaterThan(0)
    }
  })
})

describe('every list pages', () => {
  interface List {
    readonly totalCount: number
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
    readonly pageInfo: {
      readonly hasNextPage: boolean
      readonly hasPreviousPage: boolean
      readonly startCursor: string | null
      readonly endCursor: string | null
    }
  }
  const selection =
    'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

  /** The same ids, whether read at once, in small pages from the start, or in small pages from the end. */
  async function expectPages(read: (page: string) => Promise<List>): Promise<void> {
    const whole = await read('first: 100')
    const ids = whole.edges.map(({ node }) => node.id)
    expect(new Set(whole.edges.map(({ cursor }) => cursor)).size).toBe(ids.length)
    expect(whole.totalCount).toBeGreaterThanOrEqual(ids.length)
    if (!whole.pageInfo.hasNextPage) expect(whole.totalCount).toBe(ids.length)

    const size = Math.max(1, Math.ceil(ids.length / 3))
    const forwards: string[] = []
    for (let after = ''; forwards.length < ids.length; ) {
      const page = await read(`first: ${size}${after}`)
      forwards.push(...page.edges.map(({ node }) => node.id))
      expect(page.pageInfo.startCursor).toBe(page.edges.at(0)?.cursor)
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor)
      expect(page.pageInfo.hasPreviousPage).toBe(after !== '')
      expect(page.pageInfo.hasNextPage).toBe(forwards.length < whole.totalCount)
      expect(page.totalCount).toBe(whole.totalCount)
      after = `, after: "${page.pageInfo.endCursor}"`
    }
    expect(forwards.slice(0, ids.length)).toEqual(ids)

    const backwards: string[] = []
    const end = whole.edges.at(-1)
    for (let before = end ? `, before: "${end.cursor}"` : ''; backwards.length < ids.length - 1; ) {
      const page = await read(`last: ${size}${before}`)
      backwards.unshift(...page.edges.map(({ node }) => node.id))
      expect(page.pageInfo.hasNextPage).toBe(true)
      expect(page.pageInfo.hasPreviousPage).toBe(backwards.length < ids.length - 1)
      before = `, before: "${page.pageInfo.startCursor}"`
    }
    expect(backwards).toEqual(ids.slice(0, -1))
  }

  test.each(rootLists().map(({ name }) => ({ name })))('Query.$name', async ({ name }) => {
    await expectPages(async page => {
      const data = dataOf(await graph.ask(`{ list: ${name}(${page}) { ${selection} } }`)) as { list: List }
      return data.list
    })
  })

  test.each(lists)('$field', async ({ type, name }) => {
    const lengths = new Map([...all.nodes].filter(([, typename]) => typename === type).map(([id]) => [id, 0]))
    for (const { field, from } of all.steps) {
      if (field === `${type}.${name}`) lengths.set(from, (lengths.get(from) ?? 0) + 1)
    }
    const [longest] = [...lengths].toSorted(([, a], [, b]) => b - a)
    await expectPages(async page => {
      const query = `query($id: ID!) { node(id: $id) { ... on ${type} { list: ${name}(${page}) { ${selection} } } } }`
      const data = dataOf(await graph.ask(query, { id: longest?.[0] })) as { node: { list: List } }
      return data.node.list
    })
  })
})

describe('node and nodes', () => {
  test.each(nodeTypes.map(({ name }) => ({ name })))('find every $name', async ({ name }) => {
    const ids = [...all.nodes].filter(([, typename]) => typename === name).map(([id]) => id)
    expect(ids.length, `the graph has no ${name}`).toBeGreaterThan(0)
    for (let at = 0; at < ids.length; at += 50) {
      const some = ids.slice(at, at + 50)
      const data = dataOf(await graph.ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: some }))
      expect(data).toEqual({ nodes: some.map(id => ({ __typename: name, id })) })
    }
    const one = dataOf(await graph.ask('query($id: ID!) { node(id: $id) { __typename id } }', { id: ids[0] }))
    expect(one).toEqual({ node: { __typename: name, id: ids[0] } })
  })

  test('find nothing under an id that nothing has', async () => {
    const unknown = nodeTypes.map(({ name }) => encodeId(name, 'nobody-has-this-name'))
    const data = dataOf(
      await graph.ask('query($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }', {
        id: unknown[0],
        ids: unknown,
      }),
    )
    expect(data).toEqual({ node: null, nodes: unknown.map(() => null) })
  })

  test('find no person under the id of an organization, nor the other way round', async () => {
    const ids = [
      encodeId('Person', 'ice'),
      encodeId('Organization', 'mark-green'),
      encodeId('Organization', 'ice'),
      encodeId('Person', 'mark-green'),
    ]
    const data = dataOf(await graph.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }))
    expect(data).toEqual({ nodes: [null, null, { id: ids[2] }, { id: ids[3] }] })
  })

  test('keep the order of the ids, and answer twice to one that stands twice', async () => {
    const ids = [encodeId('Person', 'mark-green'), encodeId('Organization', 'ice'), encodeId('Person', 'mark-green')]
    const data = dataOf(await graph.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }))
    expect(data).toEqual({ nodes: ids.map(id => ({ id })) })
  })

  test('are there twice where one is asked for twice', async () => {
    const id = encodeId('Person', 'mark-green')
    const data = dataOf(
      await graph.ask('query($id: ID!) { one: node(id: $id) { id } other: node(id: $id) { id } }', { id }),
    )
    expect(data).toEqual({ one: { id }, other: { id } })
  })

  test.each([
    ['text that is no id', 'mark-green'],
    ['nothing', ''],
    ['a type that there is none of', encodeId('Politician', 'mark-green')],
    ['a type that is no node', encodeId('StatementConnection', 'mark-green')],
    ['a type without a slug', encodeId('Person', '')],
    ['an id with something after it', `${encodeId('Person', 'mark-green')}=`],
    ['what every object has', encodeId('__proto__', 'x')],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x3a, 0x61]).toString('base64url')],
  ])('refuse %s', async (_, id) => {
    const answer = await graph.ask('query($id: ID!) { found: node(id: $id) { id } }', { id })
    expect(answer.data).toEqual({ found: null })
    const message = `“${id}” is not an id of this graph. Ids are opaque: take them from an id field.`
    expect(answer.errors).toMatchObject([{ message, path: ['found'], extensions: { code: 'BAD_ID' } }])
    const several = await graph.ask('query($id: ID!) { nodes(ids: [$id]) { id } }', { id })
    expect(several.errors).toMatchObject([{ message, path: ['nodes'], extensions: { code: 'BAD_ID' } }])
  })
})
