import { getTableName } from 'drizzle-orm'
import fc from 'fast-check'
import { type ExecutionResult, execute, isObjectType, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { encodeId } from '../../src/graph/globalId.ts'
import { planOf } from '../../src/graph/plan/plan.ts'
import { schema } from '../../src/graph/schema.ts'
import { type Database, openReader } from '../../src/store/database.ts'
import { entities } from '../../src/store/entities.ts'
import { defaultOrder, type List, pageQuery, pagesQuery } from '../../src/store/page.ts'
import { Reader } from '../../src/store/reader.ts'
import * as relations from '../../src/store/relations.ts'
import { writeCorpus } from '../support/corpus.ts'
import { documentedQueries } from '../support/documentation.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'
import { anyQuery } from '../support/selections.ts'

const baseUrl = 'https://dixit.example'
const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer, { documents: 3, statementsPerDocument: 40, speakers: 5 })
})
const database = openReader(path)

/** The answer of the resolvers. */
async function resolved(query: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
  const contextValue = { read: new Reader(database), baseUrl }
  return execute({ schema, document: parse(query), variableValues: variables, contextValue })
}

/** The answer of the plan; undefined if there is no plan, null if it leaves the answer to the resolvers. */
function planned(query: string, variables: Record<string, unknown> = {}): string | null | undefined {
  return planOf(parse(query), undefined)?.run(database, variables, baseUrl)
}

/** The cells of the first column, without the rest. */
function names(table: string): string[] {
  return database.client.prepare<[], string>(`select slug from "${table}" order by id limit 40`).pluck().all()
}

describe('a plan answers with the bytes of the resolvers', () => {
  test.each(documentedQueries().filter(({ query }) => planOf(parse(query), undefined) !== null))(
    '$place',
    async ({ query }) => {
      const answer = planned(query)
      const { data, errors } = await resolved(query)
      if (answer !== null) expect(answer).toBe(JSON.stringify({ data }))
      else expect(errors ?? query.match(/filter|order/)).toBeTruthy()
    },
  )

  test('whatever is asked', async () => {
    const slugs = ['agents', 'figures', 'documents', 'claims', 'referents'].flatMap(table => names(table).slice(0, 8))
    const ids = entities.flatMap(({ table, typenames }) =>
      names(getTableName(table))
        .slice(0, 4)
        .flatMap(slug => typenames.map(typename => encodeId(typename, slug))),
    )
    let answered = 0
    await fc.assert(
      fc.asyncProperty(anyQuery({ slugs: [...slugs, 'nobody'], ids: [...ids, 'garbage'] }), async query => {
        const document = parse(query)
        const plan = planOf(document, undefined)
        if (plan === null || validate(schema, document).length > 0) return
        const answer = plan.run(database, {}, baseUrl)
        const { data, errors } = await resolved(query)
        if (errors) expect([answer, errors]).toEqual([null, errors])
        if (answer === null) return
        answered += 1
        expect(answer).toBe(JSON.stringify({ data }))
      }),
      { numRuns: 3_000, endOnFailure: true },
    )
    expect(answered).toBeGreaterThan(300)
  })

  test('page by page, forwards and backwards, of one parent and of many', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      statements(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { slug figureMentions(first: 1) { nodes { verbatim } pageInfo { hasNextPage endCursor } } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`
    for (const [size, beyond] of [
      ['first', 'after'],
      ['last', 'before'],
    ] as const) {
      let cursor: string | null = null
      for (let page = 0; page < 4; page += 1) {
        const variables: Record<string, unknown> = { [size]: 7, [beyond]: cursor }
        const { data, errors } = await resolved(query, variables)
        expect(errors).toBeUndefined()
        expect(planned(query, variables)).toBe(JSON.stringify({ data }))
        const { pageInfo } = JSON.parse(JSON.stringify(data)).statements
        cursor = size === 'first' ? pageInfo.endCursor : pageInfo.startCursor
      }
    }
  })
})

describe('what is planned is bounded', () => {
  const light = ['agent', 'person', 'organization', 'claim', 'dataset', 'document', 'figure', 'referent', 'node']
  const lists = [
    'agents',
    'channels',
    'claims',
    'datasets',
    'documents',
    'figureMentions',
    'figureRelations',
    'figures',
  ]
  const more = ['frameUses', 'memberships', 'mentions', 'referents', 'reviews', 'stances', 'statements']

  test('of the fields of the root, the nodes by name and the lists alone', () => {
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {})
    const withPlan = fields.filter(field => planOf(parse(`{ ${field} { __typename } }`), undefined) !== null)
    expect(withPlan.sort()).toEqual([...light, ...lists, ...more, 'termUses', 'times'].sort())
  })

  test('no list is counted, neither whole nor by facets', () => {
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      if (!type.name.endsWith('Connection')) continue
      for (const field of ['totalCount', 'facets']) {
        expect(planOf(parse(`{ statements { ${field} } }`), undefined)).toBeNull()
      }
    }
  })

  test.each([
    '{ statements(filter: {text: {contains: "a"}}) { nodes { slug } } }',
    '{ documents(order: {by: TITLE}) { nodes { slug } } }',
  ])('a list that is filtered or in another order is left to the resolvers: %s', query => {
    expect(planned(query)).toBeNull()
  })

  test.each([
    '{ document(slug: "wane-ice-435000") { text } }',
    '{ documents { nodes { annotations { nodes { kind } } } } }',
    '{ figures { nodes { statements { nodes { slug } } } } }',
    '{ people { nodes { slug } } }',
    '{ coders { nodes { slug } } }',
    '{ statements { nodes { slug @include(if: true) } } }',
    '{ __schema { types { name } } }',
  ])('this has no plan: %s', query => {
    expect(planned(query)).toBeUndefined()
  })

  const all: readonly List[] = [
    ...entities.map(entity => ({ entity })),
    ...Object.values(relations).map(relation => ({ entity: relation.target, relation })),
  ]
  const bounded = all.filter(({ entity, relation }) => ((relation ?? entity).reach ?? 'ALL') !== 'ALL')

  test.each(bounded.map(list => ({ name: list.relation?.name ?? getTableName(list.entity.table), list })))(
    'an index holds the order of $name',
    ({ list }) => {
      const { reach } = list.relation ?? list.entity
      const by = defaultOrder(list.entity)
      for (const direction of ['ASC', 'DESC'] as const) {
        for (const beyond of [{}, { after: 'x' }, { before: 'x' }]) {
          const request = { ...beyond, order: { by, direction } }
          const steps = stepsOf(database, pageQuery(list, request, ['id'], true))
          // A scan that ends with the page; that of everything sorts, or has no index.
          const scans = steps.filter(step => step.startsWith('SCAN') && !step.includes('VIRTUAL'))
          const sorts = steps.filter(step => step.includes('TEMP B-TREE'))
          if (list.relation) expect(scans).toEqual([])
          if (reach === 'PAGE') expect(sorts).toEqual([])
          // The rows of the pages are sorted once more, and nothing else is.
          const many = stepsOf(database, pagesQuery(list, request, ['id']))
          if (reach === 'PAGE') expect(many.filter(step => step.includes('TEMP B-TREE'))).toHaveLength(1)
        }
      }
    },
  )
})

function stepsOf(
  { client }: Database,
  { text, params }: { readonly text: string; readonly params: readonly unknown[] },
) {
  const steps = client
    .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
    .all(...params.map(() => null))
  return steps.map(({ detail }) => detail)
}
