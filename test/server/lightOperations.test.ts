import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { LightOperations } from '../../src/server/lightOperations.ts'
import { openReader } from '../../src/store/engine/database.ts'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

// 12,000 statements, of 3 speakers in turn but for the every seventh: too many to be read in the server.
const database = openReader(
  testDatabase(writer => writeCorpus(writer, { documents: 40, statementsPerDocument: 300, speakers: 3 })),
)

/** How often an operation is answered in the server, asked once with each of the variables. */
function answered(light: LightOperations, query: string, variables: readonly Record<string, unknown>[]): number {
  const document = parse(query)
  const asked = { query, operationName: undefined, baseUrl: 'https://dixit.example' }
  return variables.filter(each => light.answer({ ...asked, variables: each }, () => document) !== null).length
}

function operations() {
  return new LightOperations(database, 20_000)
}

/** How many statements are run meanwhile. */
function tried(work: () => void): number {
  let count = 0
  database.onQuery = () => {
    count += 1
  }
  work()
  database.onQuery = null
  return count
}

test('wrong variables, asked first, do not keep an operation out of the server', () => {
  const light = operations()
  const query = 'query ($slug: String!) { person(slug: $slug) { name } }'
  expect(answered(light, query, [{}, { slug: null }, { slug: 3 }])).toBe(0)
  expect(answered(light, query, [{ slug: 'speaker-1' }])).toBe(1)
})

test('how long a page is decides whether an operation is light, and what it is filtered by does not', () => {
  const light = new LightOperations(database, 100)
  const query =
    'query ($first: Int, $above: Float) { figures(first: $first, filter: {value: {gt: $above}}) { nodes { slug } } }'
  expect(
    answered(light, query, [
      { first: 5, above: 1 },
      { first: 5, above: 2.5 },
    ]),
  ).toBe(2)
  expect(answered(light, query, [{ first: 100, above: 1 }])).toBe(0)
})

const counted = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
const few = Array.from({ length: 30 }, (_, n) => ({ filter: { document: `corpus-${n}` } }))
const all = { filter: { text: { contains: 'a' } } }

test('what seldom reads too much goes on being tried, but not with the variables with which it did', () => {
  const light = operations()
  expect(answered(light, counted, few)).toBe(few.length)
  const tries = tried(() => expect(answered(light, counted, [all, all, all])).toBe(0))
  expect(tries).toBe(1)
  expect(answered(light, counted, few)).toBe(few.length)
})

test('what reads too much more often than not is seldom tried', () => {
  const light = operations()
  expect(answered(light, counted, [all])).toBe(0)
  expect(answered(light, counted, few)).toBe(few.length - 20)
  const others = Array.from({ length: 100 }, (_, n) => ({ filter: { text: { not: String(n) } } }))
  const tries = tried(() => expect(answered(light, counted, others)).toBe(0))
  expect(tries).toBeGreaterThan(0)
  expect(tries).toBeLessThan(10)
})
