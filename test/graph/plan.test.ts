import { getTableName } from 'drizzle-orm'
import fc from 'fast-check'
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  isInputType,
  parse,
  print,
  validate,
  valueToLiteral,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../src/graph/plan.ts'
import { schema } from '../../src/graph/schema.ts'
import { encodeId } from '../../src/model/nodeNames.ts'
import { dimensions } from '../../src/store/counting/dimensions.ts'
import { OverBudget } from '../../src/store/engine/budget.ts'
import { stretch } from '../../src/store/engine/cursor.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { compileJson } from '../../src/store/json/compiler.ts'
import type { Selected } from '../../src/store/json/selection.ts'
import { noSearch } from '../../src/store/json/soughtForm.ts'
import { defaultOrder } from '../../src/store/query/order.ts'
import { type List, type PageRequest, pagesQuery } from '../../src/store/query/page.ts'
import { Reader } from '../../src/store/reader.ts'
import type { Entity } from '../../src/store/schema/entities.ts'
import * as stored from '../../src/store/schema/entities.ts'
import { entities } from '../../src/store/schema/entities.ts'
import * as relations from '../../src/store/schema/relations.ts'
import { writeCorpus } from '../support/corpus.ts'
import { documentedQueries } from '../support/documentation.ts'
import { filterOf } from '../support/filters.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'
import { anyQuery } from '../support/selections.ts'
import { askedAgain } from '../support/variables.ts'

const baseUrl = 'https://dixit.example'
const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer, { documents: 3, statementsPerDocument: 40, speakers: 5 })
})
const database = openReader(path)

type Variables = Readonly<Record<string, unknown>>

/** The answer of the resolvers. */
async function resolved(query: string | DocumentNode, variables: Variables = {}): Promise<ExecutionResult> {
  const contextValue = { read: new Reader(database), baseUrl }
  const document = typeof query === 'string' ? parse(query) : query
  return execute({ schema, document, variableValues: variables, contextValue })
}

/** The answer of the plan; undefined if there is no plan, null if it leaves the answer to the resolvers. */
function planned(query: string, variables: Record<string, unknown> = {}): string | null | undefined {
  return planOf(parse(query), undefined)?.run(database, variables, baseUrl)
}

const lists: readonly (readonly [string, Entity])[] = [
  ['statements', stored.statement],
  ['figures', stored.figure],
  ['figureMentions', stored.figureMention],
  ['agents', stored.agent],
  ['documents', stored.document],
  ['memberships', stored.membership],
  ['stances', stored.stance],
  ['termUses', stored.termUse],
  ['times', stored.timeExpression],
]

const dimensionsOfStatements = Object.keys(dimensions.get(stored.statement) ?? {})

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
      if (errors) expect([answer, errors]).toEqual([null, errors])
      else expect(answer).toBe(JSON.stringify({ data }))
    },
  )

  const known = {
    slugs: [
      ...['agents', 'figures', 'documents', 'claims', 'referents'].flatMap(table => names(table).slice(0, 8)),
      'nobody',
    ],
    ids: [
      ...entities.flatMap(({ table, typenames }) =>
        names(getTableName(table))
          .slice(0, 4)
          .flatMap(slug => typenames.map(typename => encodeId(typename, slug))),
      ),
      'garbage',
    ],
  }

  /** Asks a document of one plan with one set of variables after the other; how many of them it answered. */
  async function answersOf(document: DocumentNode, asked: readonly Variables[]): Promise<number> {
    const plan = planOf(document, undefined)
    if (plan === null || validate(schema, document).length > 0) return 0
    let answered = 0
    for (const variables of asked) {
      const answer = plan.run(database, variables, baseUrl)
      const { data, errors } = await resolved(document, variables)
      if (errors) expect([answer, errors]).toEqual([null, errors])
      if (answer === null) continue
      answered += 1
      expect(answer).toBe(JSON.stringify({ data }))
    }
    return answered
  }

  test('whatever is asked', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(anyQuery(known), async query => {
        answered += await answersOf(parse(query), [{}])
      }),
      { numRuns: 700, endOnFailure: true },
    )
    expect(answered).toBeGreaterThan(100)
  })

  test('whatever is asked with variables, again and again', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(askedAgain(anyQuery(known)), async ({ document, asked }) => {
        answered += await answersOf(document, asked)
      }),
      { numRuns: 150, endOnFailure: true },
    )
    expect(answered).toBeGreaterThan(150)
  })

  test('where no fragment is about the type', async () => {
    const query = '{ statements(first: 100) { nodes { speaker { ... on Organization { name } } } } }'
    const { data } = await resolved(query)
    expect(JSON.stringify(data)).toContain('"speaker":{}')
    expect(planned(query)).toBe(JSON.stringify({ data }))
  })

  test.each([
    [
      'query ($yes: Boolean!, $no: Boolean = false) { statements { nodes { slug @include(if: $yes) text @skip(if: $no) ...F @include(if: $no) } } } fragment F on Statement { voice }',
      [{ yes: true }, { yes: false }, { yes: true, no: true }],
    ],
    ['{ statements { nodes { ... @skip(if: true) { slug } text @include(if: true) @skip(if: false) } } }', [{}]],
    [
      'query ($before: Int, $unit: TextUnit) { statements { nodes { content { prefix suffix fragments { to: end start } context(before: $before, after: 2, unit: $unit) { before exact after start end __typename } } } } }',
      [{ before: 3, unit: 'WORD' }, { before: null, unit: 'PARAGRAPH' }, {}, { before: 101 }],
    ],
    [
      '{ statements { nodes { speakerRoles { why certainty date membership { id role organization { name } } } } } }',
      [{}],
    ],
    [
      '{ documents { nodes { text labels { name value } } } agents { nodes { otherNames identifiers { scheme } } } }',
      [{}],
    ],
    [
      'query ($first: Int!, $filter: StatementFilter) { statements(filter: $filter) { facets(by: [SPEAKER, QUOTATION, MONTH], first: $first) { dimension valueCount values { share count key { label value dimension } } } } }',
      [
        { first: 2 },
        { first: 100, filter: { hasSpeaker: true } },
        { first: 5, filter: { voice: 'CHANNEL' } },
        { first: 101 },
      ],
    ],
    [
      '{ people { nodes { statements(first: 1) { totalCount facets(by: [VOICE, CUE]) { valueCount values { count share } } } } } }',
      [{}],
    ],
  ])('as clients ask: %s', async (query, asked) => {
    const plan = planOf(parse(query), undefined)
    for (const variables of asked) {
      const { data, errors } = await resolved(query, variables)
      expect(plan?.run(database, variables, baseUrl)).toBe(errors ? null : JSON.stringify({ data }))
    }
  })

  test('nodes by their ids, of several types', async () => {
    const { data } = await resolved('{ statements(first: 2) { nodes { id } } agents(first: 3) { nodes { id } } }')
    const nodes: { id: string }[] = [...Object(data).statements.nodes, ...Object(data).agents.nodes]
    const ids = [...nodes.map(({ id }) => id), encodeId('Statement', 'none')]
    const query =
      'query ($ids: [ID!]!) { found: nodes(ids: $ids) { __typename id ... on Statement { text } ... on Agent { name } } }'
    expect(planOf(parse(query), undefined)?.run(database, { ids }, baseUrl)).toBe(
      JSON.stringify({ data: (await resolved(query, { ids })).data }),
    )
  })

  test('page by page, forwards and backwards, of one parent and of many', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      statements(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { slug figureMentions(first: 1) { nodes { words } pageInfo { hasNextPage endCursor } } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`
    const plan = planOf(parse(query), undefined)
    for (const [size, beyond] of [
      ['first', 'after'],
      ['last', 'before'],
    ] as const) {
      let cursor: string | null = null
      for (let page = 0; page < 4; page += 1) {
        const variables: Record<string, unknown> = { [size]: 7, [beyond]: cursor }
        const { data, errors } = await resolved(query, variables)
        expect(errors).toBeUndefined()
        expect(plan?.run(database, variables, baseUrl)).toBe(JSON.stringify({ data }))
        const { pageInfo } = JSON.parse(JSON.stringify(data)).statements
        cursor = size === 'first' ? pageInfo.endCursor : pageInfo.startCursor
      }
    }
  })
})

describe('so it does where it is filtered, counted and searched', () => {
  test.each(lists.map(([field, entity]) => ({ field, entity })))('$field by any filter', async ({ field, entity }) => {
    const [typename = ''] = entity.typenames
    const input = typename === 'Person' ? 'AgentFilter' : `${typename}Filter`
    const query = `query ($filter: ${input}) {
      ${field}(filter: $filter, first: 5) { totalCount nodes { ... on Node { id } } pageInfo { hasNextPage endCursor } }
    }`
    await fc.assert(
      fc.asyncProperty(filterOf(entity, 2), async filter => {
        const { data, errors } = await resolved(query, { filter })
        expect(errors).toBeUndefined()
        expect(planned(query, { filter })).toBe(JSON.stringify({ data }))
      }),
      { numRuns: 40 },
    )
  })

  test.each(lists.map(([field, entity]) => ({ field, entity })))(
    '$field by any filter with variables in it, again and again',
    async ({ field, entity }) => {
      const [typename = ''] = entity.typenames
      const type = schema.getType(typename === 'Person' ? 'AgentFilter' : `${typename}Filter`)
      let answered = 0
      const queries = filterOf(entity, 2).map(filter => {
        const literal = isInputType(type) ? valueToLiteral(filter, type) : undefined
        const asked = `filter: ${literal ? print(literal) : '{}'}, first: 5`
        return `{ ${field}(${asked}) { totalCount nodes { __typename } } }`
      })
      await fc.assert(
        fc.asyncProperty(askedAgain(queries), async ({ document, asked }) => {
          const plan = planOf(document, undefined)
          expect(validate(schema, document)).toEqual([])
          for (const variables of asked) {
            const answer = plan?.run(database, variables, baseUrl)
            const { data, errors } = await resolved(document, variables)
            expect(answer).toBe(errors ? null : JSON.stringify({ data }))
            if (!errors) answered += 1
          }
        }),
        { numRuns: 40 },
      )
      expect(answered).toBeGreaterThan(40)
    },
  )

  test('by slugs and by ids of several types in turns', async () => {
    const query = 'query ($speaker: Reference) { statements(filter: { speaker: $speaker }) { totalCount } }'
    const plan = planOf(parse(query), undefined)
    const [slug = ''] = names('agents')
    const ids = ['Person', 'Organization', 'Document'].map(typename => encodeId(typename, slug))
    for (const speaker of [slug, ...ids, 'nobody', null, undefined, slug, ...ids.toReversed()]) {
      const { data, errors } = await resolved(query, { speaker })
      const answer = plan?.run(database, { speaker }, baseUrl)
      expect(answer).toBe(errors ? null : JSON.stringify({ data }))
    }
  })

  test.each(dimensionsOfStatements)('statements by %s', async dimension => {
    for (const [second, order] of [
      ['', ''],
      [', CUE', 'order: { by: KEY }'],
      [', VOICE', 'order: { by: COUNT, direction: ASC }, minCount: 2'],
    ]) {
      if (second?.includes(dimension)) continue
      const query = `{ statementStats(groupBy: [${dimension}${second}], first: 7, ${order}, filter: { not: { quotation: DIRECT } }) {
        __typename countedTotal nodes { count share keys { __typename dimension label value } }
      } }`
      const { data, errors } = await resolved(query)
      expect(errors).toBeUndefined()
      expect(planned(query)).toBe(JSON.stringify({ data }))
    }
  })

  test.each([
    'people',
    '435719',
    '435k',
    'gone 57',
    '"have gone" their* 57',
    '"criminal convictions"',
    'immigr*',
    'a',
    'nobody says this',
    '',
    'AND "',
    '\0',
  ])('searched for %j', async query => {
    const text = `query ($query: String!, $types: [SearchType!]) {
        search(query: $query, types: $types, first: 5) {
          nodes { type score snippet marked: snippet(open: "<b>", close: "</b>")
            node { __typename ... on Statement { slug speaker { name } } ... on Person { name } ... on Organization { slug }
              ... on Document { title } ... on Figure { label value } ... on Passage { exact } ... on Claim { text } } }
        }
      }`
    for (const types of [null, ['STATEMENT'], ['AGENT', 'PASSAGE', 'FIGURE']]) {
      const { data, errors } = await resolved(text, { query, types })
      expect(errors).toBeUndefined()
      expect(planned(text, { query, types })).toBe(JSON.stringify({ data }))
    }
  })
})

describe('what is planned is bounded', () => {
  // Some of the rows are counted, for the others too: there must be some of everything.
  const larger = openReader(
    testDatabase(writer => {
      fillWithSeed(writer)
      writeCorpus(writer, { documents: 60, statementsPerDocument: 3, speakers: 60 })
    }),
  )
  // Whatever a slug alone names, and nodes by their ids.
  const byName = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {})
      .filter(({ args }) => args.length === 1 && args[0]?.name === 'slug')
      .map(({ name }) => name),
    'node',
    'nodes',
  ]
  const listed = [
    'agents',
    'people',
    'organizations',
    'channels',
    'claims',
    'coders',
    'datasets',
    'documents',
    'figures',
  ]
  const more = ['figureMentions', 'figureRelations', 'frameUses', 'memberships', 'mentions', 'referents', 'reviews']

  test('of the fields of the root, the nodes by name and the lists alone', () => {
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {})
    const isPlanned = (field: string) =>
      planOf(parse(`{ ${field}${field === 'nodes' ? '(ids: [])' : ''} { __typename } }`), undefined) !== null
    const withPlan = fields.filter(field => !/Stats$|^search$/.test(field) && isPlanned(field))
    expect(withPlan.sort()).toEqual(
      [
        ...byName,
        ...listed,
        ...more,
        'notes',
        'stances',
        'statementRelations',
        'statements',
        'termUses',
        'times',
      ].sort(),
    )
  })

  test.each(['{ documents { nodes { annotations { nodes { kind } } } } }', '{ __schema { types { name } } }'])(
    'this has no plan: %s',
    query => {
      expect(planned(query)).toBeUndefined()
    },
  )

  test.each([
    '{ statements(filter: {text: {contains: "a"}}) { nodes { slug } } }',
    '{ statements(filter: {figures: {value: {gt: 1000}}}) { nodes { slug } } }',
    '{ statements(filter: {speakerMatches: {name: {contains: "e"}}}) { nodes { slug } } }',
    '{ statements(filter: {search: "gone"}) { nodes { slug } } }',
    '{ documents(order: {by: TITLE}) { nodes { slug } } }',
    '{ statements { totalCount } }',
    '{ people { nodes { slug } } }',
    '{ coders { nodes { slug } } }',
    '{ documents { nodes { statements(filter: {text: {contains: "zzz"}}) { nodes { slug } } } } }',
    '{ figures(first: 100) { nodes { statements { nodes { slug } } } } }',
  ])('what its form does not bound is stopped after so many rows: %s', query => {
    const plan = planOf(parse(query), undefined)
    const isBounded = query.includes('coders')
    // Before it is answered: a count that was made is kept.
    if (!isBounded) expect(() => plan?.run(larger, {}, baseUrl, { rows: 0, milliseconds: 60_000 })).toThrow(OverBudget)
    expect(plan?.run(larger, {}, baseUrl, { rows: 10_000, milliseconds: 60_000 })).toContain('"data"')
    // What stopped it stops nothing else.
    expect(plan?.run(larger, {}, baseUrl)).toContain('"data"')
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
          const steps = stepsOf(database, selected(list, request))
          // A scan that ends with the page; that of everything sorts, or has no index.
          const scans = steps.filter(
            step => /^SCAN (?!CONSTANT ROW|p\d+$|\(subquery-)/.test(step) && !step.includes('VIRTUAL'),
          )
          const sorts = steps.filter(step => step.includes('TEMP B-TREE'))
          if (list.relation) expect(scans).toEqual([])
          // A page that is read from its end is turned round.
          if (reach === 'PAGE') expect(sorts).toHaveLength('before' in beyond ? 1 : 0)
          // The rows of the pages are sorted once more, and nothing else is.
          const many = stepsOf(database, pagesQuery(list, request))
          if (reach === 'PAGE') expect(many.filter(step => step.includes('TEMP B-TREE'))).toHaveLength(1)
        }
      }
    },
  )
})

/** The statement of a plan that selects a page of a list: of everything, or of what belongs to a statement's row. */
function selected(list: List, request: PageRequest) {
  const page: Selected = { kind: 'page', call: 0, list, parts: [['nodes', { kind: 'nodes', of: [] }]] }
  const parent: Selected = { kind: 'named', call: 1, entity: stored.statement, of: [['page', page]] }
  const asked = stretch(request)
  return compileJson(list.relation ? [['parent', parent]] : [['page', page]], [
    { request, asked, sought: noSearch },
    { request: {}, asked, sought: noSearch },
  ])
}

function stepsOf(
  { client }: Database,
  { text, params }: { readonly text: string; readonly params: readonly unknown[] },
) {
  const steps = client
    .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
    .all(...params.map(() => null))
  return steps.map(({ detail }) => detail)
}
