import { expect, test } from 'vitest'
import { KnownOperations } from '../../src/server/operations/knownOperations.ts'
import { Runner } from '../../src/server/operations/runner.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

/** How much a small operation may read here: less than all statements. */
const budget = { rows: 10_000, milliseconds: 20 }

// 12,000 statements, of 3 speakers in turn but for the every seventh.
const database = openReader(
  testDatabase(writer => writeCorpus(writer, { documents: 40, statementsPerDocument: 300, speakers: 3 })),
)

interface FastPath {
  readonly known: KnownOperations
  readonly runner: Runner
}

/** How often an operation is answered in the server, asked once with each of the variables. */
function answered({ known, runner }: FastPath, query: string, variables: readonly Record<string, unknown>[]): number {
  return variables.filter(each => {
    const found = known.find({ query, operationName: undefined, variables: each })
    return found.kind === 'runnable' && runner.runHere(found, 'https://dixit.example') !== null
  }).length
}

function operations(fastPathCost = 20_000): FastPath {
  const settings = readSettings({ FAST_PATH_COST: String(fastPathCost) })
  return {
    known: new KnownOperations({ limits: settings, usePlans: true, maxBytes: 10_000_000 }),
    runner: new Runner(database, settings, () => Promise.reject(new Error('it is not small')), budget),
  }
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
  const small = operations()
  const query = 'query ($slug: String!) { person(slug: $slug) { name } }'
  expect(answered(small, query, [{}, { slug: null }, { slug: 3 }])).toBe(0)
  expect(answered(small, query, [{ slug: 'speaker-1' }])).toBe(1)
})

test('how long a page is decides whether an operation is small, and what it is filtered by does not', () => {
  const small = operations(100)
  const query =
    'query ($first: Int, $above: Float) { figures(first: $first, filter: {value: {gt: $above}}) { nodes { slug } } }'
  expect(
    answered(small, query, [
      { first: 5, above: 1 },
      { first: 5, above: 2.5 },
    ]),
  ).toBe(2)
  expect(answered(small, query, [{ first: 100, above: 1 }])).toBe(0)
})

const counted = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
const few = Array.from({ length: 30 }, (_, n) => ({ filter: { document: `corpus-${n}` } }))
const all = { filter: { text: { contains: 'a' } } }

test('what seldom reads too much goes on being tried', () => {
  const small = operations()
  expect(answered(small, counted, few)).toBe(few.length)
  expect(answered(small, counted, [all])).toBe(0)
  expect(answered(small, counted, few)).toBe(few.length)
})

test('what reads too much more often than not is seldom tried', () => {
  const small = operations()
  expect(answered(small, counted, [all])).toBe(0)
  expect(answered(small, counted, few)).toBe(few.length - 20)
  const others = Array.from({ length: 100 }, (_, n) => ({ filter: { text: { not: String(n) } } }))
  const tries = tried(() => expect(answered(small, counted, others)).toBe(0))
  expect(tries).toBeGreaterThan(0)
  expect(tries).toBeLessThan(10)
})
