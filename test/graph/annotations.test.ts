import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../support/corpus.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { planOf } from '../support/plan.ts'

interface Annotation {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly passage: { readonly slug: string }
  readonly node: { readonly __typename: string; readonly slug: string }
}

const fields =
  'kind start end passage { slug } node { __typename ... on Statement { slug } ... on Membership { slug } }'

describe('the annotations of a document', () => {
  const graph = testGraph()

  async function annotations(argument: string): Promise<{ nodes: Annotation[]; totalCount: number; pageInfo: Info }> {
    const page = `annotations(${argument}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { ${fields} } }`
    return Object(dataOf(await graph.ask(`{ document(slug: "wane-ice-435000") { ${page} } }`))).document.annotations
  }

  async function all(filter = ''): Promise<Annotation[]> {
    const read: Annotation[] = []
    for (let after = ''; ; ) {
      const { nodes, pageInfo } = await annotations(`first: 100 ${filter} ${after}`)
      read.push(...nodes)
      if (!pageInfo.hasNextPage) return read
      after = `after: "${pageInfo.endCursor}"`
    }
  }

  test('are all that is anchored in it, in text order', async () => {
    const read = await all()
    expect(read).toEqual(read.toSorted((a, b) => a.start - b.start || a.end - b.end))
    expect((await annotations('first: 0')).totalCount).toBe(read.length)

    const { document } = Object(
      dataOf(
        await graph.ask(`{ document(slug: "wane-ice-435000") {
          statements(first: 100) { nodes { source { slug } cue { slug } content { slug } reports { totalCount } } }
          times { totalCount } channels { totalCount } memberships { totalCount }
        } }`),
      ),
    )
    const counts = Map.groupBy(read, ({ kind }) => kind)
    const count = (kind: string) => counts.get(kind)?.length ?? 0
    const statements: { source: object | null; cue: object | null }[] = document.statements.nodes
    expect(count('STATEMENT')).toBe(statements.length)
    expect(count('SOURCE')).toBe(statements.filter(({ source }) => source).length)
    expect(count('CUE')).toBe(statements.filter(({ cue }) => cue).length)
    expect(count('TIME_EXPRESSION')).toBe(document.times.totalCount)
    expect(count('CHANNEL')).toBe(document.channels.totalCount)
    expect(count('MEMBERSHIP')).toBe(document.memberships.totalCount)
    for (const kind of ['FIGURE_MENTION', 'FIGURE_RELATION', 'TERM_USE', 'FRAME_USE', 'STANCE']) {
      expect(count(kind)).toBeGreaterThan(0)
    }
  })

  test('say which node stands on which words', async () => {
    const { nodes } = await annotations('first: 2')
    expect(nodes).toEqual([
      {
        kind: 'SOURCE',
        start: 0,
        end: 47,
        passage: { slug: 'wane-ice-435000@0-47' },
        node: { __typename: 'Statement', slug: 'wane-ice-435000/lead' },
      },
      {
        kind: 'MEMBERSHIP',
        start: 0,
        end: 47,
        passage: { slug: 'wane-ice-435000@0-47' },
        node: { __typename: 'Membership', slug: 'wane-ice-435000/patrick-lechleitner/head' },
      },
    ])
  })

  test('are filtered by kind and by a stretch of the text', async () => {
    const read = await all()
    const kinds = ['FIGURE_MENTION', 'TIME_EXPRESSION']
    expect(await all(`filter: { kinds: [${kinds}] }`)).toEqual(read.filter(({ kind }) => kinds.includes(kind)))
    expect(await all('filter: { kinds: [] }')).toEqual([])
    const seen = await all('filter: { overlaps: { start: 100, end: 432 } }')
    expect(seen).toEqual(read.filter(({ start, end }) => start < 432 && end > 100))
    expect(seen.length).toBeGreaterThan(10)
  })

  test('are read backwards page by page, the same ones in the same order', async () => {
    const forwards = (await annotations('first: 50')).nodes
    const { pageInfo } = await annotations('first: 50')
    const beyond = (await annotations(`first: 1, after: "${pageInfo.endCursor}"`)).pageInfo.startCursor
    const backwards: Annotation[] = []
    for (let before = `before: "${beyond}"`; ; ) {
      const page = await annotations(`last: 7 ${before}`)
      backwards.unshift(...page.nodes)
      if (!page.pageInfo.hasPreviousPage) break
      before = `before: "${page.pageInfo.startCursor}"`
    }
    expect(backwards).toEqual(forwards)
  })

  test('refuse a cursor of another list', async () => {
    const other = Object(dataOf(await graph.ask('{ statements(first: 1) { pageInfo { endCursor } } }')))
    const { errors } = await graph.ask(`{ document(slug: "wane-ice-435000") {
      annotations(after: "${other.statements.pageInfo.endCursor}") { totalCount }
    } }`)
    expect(errors?.[0]?.extensions?.code).toBe('BAD_CURSOR')
  })

  interface Info {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string
    endCursor: string
  }
})

describe('the annotations of many documents', () => {
  const graph = testGraph(writer => void writeCorpus(writer))
  const query = (documents: number, first: number) => `{
    documents(first: ${documents}) { nodes { annotations(first: ${first}) { totalCount nodes { ${fields} } } } }
  }`

  test('are read by as many SQL statements as those of one', async () => {
    const one = await graph.ask(query(1, 20))
    const many = await graph.ask(query(50, 100))
    expect(Object(dataOf(many)).documents.nodes).toHaveLength(50)
    expect(many.sql).toHaveLength(one.sql.length)
  })

  test('are read along the indexes, and sorted within the same start and end alone', async () => {
    const { sql } = await graph.ask(query(2, 20))
    const reads = sql.filter(text => text.includes('json_group_array'))
    const plan = planOf(graph, { sql: reads })
    expect(reads).toHaveLength(1)
    expect(
      plan.filter(step => /SEARCH p USING COVERING INDEX passages_by_document \(documentId=\?/.test(step)),
    ).toHaveLength(11)
    expect(
      plan.filter(step => /^SEARCH a USING COVERING INDEX \w+_by_(passage|content|source|cue) /.test(step)),
    ).toHaveLength(11)
    const sorts = plan.filter(step => step.startsWith('USE TEMP B-TREE') && step.includes('LAST 2 TERMS'))
    expect(sorts).toHaveLength(11)
  })
})
