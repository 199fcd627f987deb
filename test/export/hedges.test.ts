import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { cslItem } from '../../src/export/citation/cslItem.ts'
import { dixit } from '../support/cli.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, type TestGraph, temporaryFolder } from '../support/graph.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// A number that its words hedge must nowhere look like an exact one.

const folder = temporaryFolder()
let graph: TestGraph
beforeAll(async () => {
  await importInto(folder, 'jsonl', fixture('hedges'), { dataset: 'hedges', strict: true })
  graph = graphIn(folder)
})

/** What is said of each, what it is, and the least and the most that it can be. Carts are “over 74” and “nearly 74”. */
const hedges = [
  ['crates', '41', 'EXACT', 41, 41, 41, '41 crates'],
  ['barrels', 'about 52', 'ABOUT', 52, null, null, 'about 52 barrels'],
  ['boats', 'nearly 63', 'NEARLY', 63, null, 63, 'nearly 63 boats'],
  ['carts', 'over 74', 'OVER', 74, null, null, 'over 74 carts'],
  ['horses', 'at least 85', 'AT_LEAST', 85, 85, null, 'at least 85 horses'],
  ['mules', 'under 96', 'UNDER', 96, null, 96, 'under 96 mules'],
  ['goats', 'up to 107', 'UP_TO', 107, null, 107, 'up to 107 goats'],
  ['sheep', 'between 110 and 120', 'BETWEEN', null, 110, 120, '110 to 120 sheep'],
  ['dollars', 'nearly $130', 'NEARLY', 130, null, 130, 'nearly $130'],
] as const

test('figures have the words, the hedge and the bounds of their number', async () => {
  const answer = await graph.ask('{ figures(first: 20) { nodes { label words approximation value lower upper } } }')
  expect(dataOf(answer)).toEqual({
    figures: {
      nodes: hedges.map(([label, words, approximation, value, lower, upper]) => ({
        ...{ label, words, approximation, value, lower, upper },
      })),
    },
  })
})

describe('filters by a bound', () => {
  test.each([
    ['upper: { lte: 63 }', ['crates', 'boats']],
    ['upper: { eq: 96 }', ['mules']],
    ['upper: { isNull: true }', ['barrels', 'carts', 'horses']],
    ['lower: { gte: 41 }', ['crates', 'horses', 'sheep']],
    ['lower: { lt: 74 }', ['crates']],
    ['upper: { not: 63 }', ['crates', 'barrels', 'carts', 'horses', 'mules', 'goats', 'sheep', 'dollars']],
  ])('%s', async (filter, labels) => {
    const answer = await graph.ask(`{ figures(filter: { ${filter} }, first: 20) { nodes { label } } }`)
    expect(dataOf(answer)).toEqual({ figures: { nodes: labels.map(label => ({ label })) } })
  })
})

test('ranges of bounds leave out those that the words leave open', async () => {
  const answer = await graph.ask(`{ figureStats(groupBy: [UNIT], order: { by: KEY }) {
    nodes { keys { value } lower { min max } upper { min max } } } }`)
  const { figureStats } = dataOf(answer) as { figureStats: { nodes: { keys: { value: string }[] }[] } }
  const boats = figureStats.nodes.find(({ keys }) => keys[0]?.value === 'boat')
  expect(boats).toMatchObject({ lower: { min: null, max: null }, upper: { min: 63, max: 63 } })
})

test.each(['statementStats', 'figureMentionStats'])('%s by number keep hedged numbers apart', async stats => {
  const answer = await graph.ask(
    `{ ${stats}(groupBy: [NUMBER], first: 30, order: { by: KEY }) { nodes { keys { value } } } }`,
  )
  const { nodes } = Object.values(dataOf(answer) as Record<string, { nodes: { keys: { value: string }[] }[] }>)[0] ?? {
    nodes: [],
  }
  const keys = nodes.map(({ keys: [key] }) => key?.value)
  expect(keys).toEqual(expect.arrayContaining([...hedges.map(hedge => hedge[6]), 'nearly 74 carts']))
})

test('tables have the words, the hedge and the bounds beside the number', async () => {
  const out = join(folder, 'csv')
  const { code, err } = await dixit(['export', 'csv', '--out', out], { DIXIT_DB: databaseIn(folder) })
  expect({ code, err }).toMatchObject({ code: 0 })
  const rows: Record<string, string>[] = parse(readFileSync(join(out, 'figures.csv')), { columns: true })
  const cell = (value: number | null) => (value === null ? '' : String(value))
  expect(rows).toMatchObject(
    hedges.map(([label, words, approximation, value, lower, upper]) => ({
      ...{ label, words, approximation, value: cell(value), lower: cell(lower), upper: cell(upper) },
    })),
  )
})

test('linked data has the words, the hedge and the bounds beside the number', async () => {
  const out = join(folder, 'graph.jsonld')
  const { code, err } = await dixit(['export', 'jsonld', '--out', out], { DIXIT_DB: databaseIn(folder) })
  expect({ code, err }).toMatchObject({ code: 0 })
  const { '@graph': nodes }: { '@graph': Record<string, unknown>[] } = JSON.parse(readFileSync(out, 'utf8'))
  const boats = nodes.find(({ id }) => String(id).endsWith('/id/Figure/hedges/boats'))
  expect(boats).toMatchObject({ hedgedValue: '63', upper: '63', words: 'nearly 63', approximation: 'NEARLY' })
  expect(boats).not.toHaveProperty('lower')
  expect(boats).not.toHaveProperty('value')
})

test.each(hedges)('%s: a citation says %s', (label, words, ...rest) => {
  const number = rest[4]
  const item = cslItem(graph.database, { typename: 'Figure', slug: `hedges/${label}` }, 'https://dixit.example.org/x')
  // “Nearly $130” is not said twice.
  const amount = number === words ? '' : `: ${number}`
  expect(item?.title).toBe(`Ada Moss, as reported, “${words}”${amount} (a curator’s label: ${label})`)
})

test('dixit number says that what fits is in different units, and how to ask for one', async () => {
  const environment = { DIXIT_DB: databaseIn(folder) }
  const { err } = await dixit(['number', '41', '--first', '50'], environment)
  expect(err).toMatch(
    /^The matches are in different units: crate, .*dixit number "41" --unit "crate" shows only those in crate\.$/m,
  )
  const one = await dixit(['number', '41', '--unit', 'crate'], environment)
  expect(one.out).toContain('crates')
  expect(one.err).not.toContain('different units')
})
