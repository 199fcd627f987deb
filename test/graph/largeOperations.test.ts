import fc from 'fast-check'
import { type GraphQLField, GraphQLObjectType, getNamedType, isEnumType, isObjectType } from 'graphql'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { PageOfList, RowOfKey } from '../../src/graph/reads.ts'
import { schema } from '../../src/graph/schema.ts'
import { createApi } from '../../src/server/api.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { writeCorpus } from '../support/corpus.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'

// Whatever the limits allow is answered, even where it is more than SQLite compiles as one statement.

const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer, { documents: 3, statementsPerDocument: 20, speakers: 5 })
})

/** Asks over HTTP, with plans or without, where operations may be as deep as `maxDepth`. */
function asking({ plans, maxDepth = 20 }: { readonly plans: boolean; readonly maxDepth?: number }) {
  const database = openReader(path)
  afterAll(() => database.close())
  const settings = readSettings({
    MAX_COST: '1000000000',
    MAX_DEPTH: String(maxDepth),
    FAST_PATH_COST: plans ? '1000000000' : '0',
  })
  const api = createApi(database, pino({ level: 'silent' }), { settings })
  return async (query: string): Promise<string> => {
    const response = await api.fetch('http://dixit.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    })
    return response.text()
  }
}

const [planned, unplanned] = [asking({ plans: true }), asking({ plans: false })]

/** The answer of both, which must be one and no error. */
async function answered(query: string): Promise<void> {
  const answer = await planned(query)
  expect(answer).not.toContain('"errors"')
  expect(answer).toBe(await unplanned(query))
}

const dimensions = enumNames('StatementDimension')
const facetsBy = (count: number) =>
  `facets(by: [${dimensions.slice(0, count)}], first: 2) { dimension valueCount values { count share key { label } } }`

/** Lists of statements in each other, with so many facets each. */
function nested(levels: number, facets: number): string {
  const inner = levels === 1 ? 'text' : `document { ${nested(levels - 1, facets)} }`
  return `statements(first: 1, filter: { quotation: DIRECT }) { totalCount ${facets > 0 ? facetsBy(facets) : ''} nodes { ${inner} } }`
}

describe('answered with a plan and without', () => {
  test.each([
    ['three facets in each of five lists', `{ ${nested(5, 3)} }`],
    ['every facet of one list', `{ ${nested(1, dimensions.length)} }`],
    [
      'every facet of lists beside each other',
      `{ ${[1, 2, 3, 4].map(each => `a${each}: ${nested(1, dimensions.length)}`).join(' ')} }`,
    ],
    ['lists as deep as the limits allow', `{ ${nested(6, 0)} }`],
  ])('%s', async (_, query) => {
    await answered(query)
    // What SQLite refused is remembered.
    await answered(query)
  })

  test('lists deeper than by default, where a server allows them', async () => {
    const query = `{ ${nested(13, 0)} }`
    const answer = await asking({ plans: true, maxDepth: 40 })(query)
    expect(answer).not.toContain('"errors"')
    expect(answer).toBe(await asking({ plans: false, maxDepth: 40 })(query))
  })

  test('whatever lists in lists, to the greatest depth', async () => {
    const root = schema.getQueryType()
    if (!root) throw new Error('the schema has no root')
    const draws = fc.infiniteStream(fc.nat(2 ** 31 - 1))
    await fc.assert(
      fc.asyncProperty(draws, async stream => {
        const draw: Draw = bound => Number(stream.next().value) % (bound + 1)
        await answered(`{ ${pageIn(root, 20, draw)} }`)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})

/** A draw among choices: a whole number up to the bound, itself included. */
type Draw = (bound: number) => number

/** A page of one of the type's lists, with counts, facets, a filter and further pages in its nodes, that many levels deep. */
function pageIn(type: GraphQLObjectType, depth: number, draw: Draw): string {
  const field = oneOf(listsOf(type), draw)
  const connection = objectOf(field)
  const node = nodeOf(connection)
  const by = connection.getFields().facets?.args.find(({ name }) => name === 'by')
  const every = by ? enumNames(getNamedType(by.type).name) : []
  const chosen = every.slice(draw(every.length - 1)).slice(0, 1 + draw(5))
  const facets = `facets(by: [${chosen}], first: 2) { dimension valueCount values { count share key { label } } }`
  // The fields of facets are four levels below the list.
  const parts = [
    'totalCount',
    'pageInfo { hasNextPage endCursor }',
    ...(chosen.length > 0 && depth >= 5 ? [facets] : []),
  ]
  const filtered = field.args.some(({ name }) => name === 'filter') && draw(1) === 0
  // Met by all, so that there are rows to the last level.
  const nots = 2 * draw(4)
  const filter = filtered ? `, filter: ${'{ not: '.repeat(nots)}{}${' }'.repeat(nots)}` : ''
  return `${field.name}(first: 1${filter}) { ${parts.join(' ')} nodes { ${inNode(node, depth - 2, draw)} } }`
}

/** A page in a node, or in what a key of the node leads to. */
function inNode(type: GraphQLObjectType | null, depth: number, draw: Draw): string {
  if (type === null) return '__typename'
  const keys = Object.values(type.getFields()).filter(
    ({ type: of, extensions }) => extensions.reads instanceof RowOfKey && listsOf(getNamedType(of)).length > 0,
  )
  const hasLists = listsOf(type).length > 0
  if (hasLists && depth >= 3 && (keys.length === 0 || draw(1) === 0)) return `slug ${pageIn(type, depth, draw)}`
  if (keys.length === 0 || depth < 4) return 'slug'
  const key = oneOf(keys, draw)
  return `slug ${key.name} { ${pageIn(objectOf(key), depth - 1, draw)} }`
}

function listsOf(type: unknown): GraphQLField<unknown, unknown>[] {
  if (!(type instanceof GraphQLObjectType)) return []
  return Object.values(type.getFields()).filter(({ extensions }) => extensions.reads instanceof PageOfList)
}

/** The type of a list's nodes; null if they are of several. */
function nodeOf(connection: GraphQLObjectType): GraphQLObjectType | null {
  const type = getNamedType(connection.getFields().nodes?.type)
  return isObjectType(type) ? type : null
}

function objectOf({ name, type }: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const target = getNamedType(type)
  if (!isObjectType(target)) throw new Error(`${name} is no object`)
  return target
}

function oneOf<Choice>(choices: readonly Choice[], draw: Draw): Choice {
  const choice = choices[draw(choices.length - 1)]
  if (choice === undefined) throw new Error('there is no choice')
  return choice
}

function enumNames(name: string): string[] {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map(value => value.name) : []
}
