import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../support/corpus.ts'
import { figuresDocument, type TestFigure, type TestRelation } from '../support/figures.ts'
import { dataOf, type TestGraph, testGraph } from '../support/graph.ts'
import { planOf, wholeTableScans } from '../support/plan.ts'
import { writeDocument } from '../support/writeDocument.ts'

interface Comparison {
  readonly verdict: string
  readonly inTension: boolean
  readonly factor: number | null
  readonly explanation: string
  readonly aspects: readonly { readonly aspect: string; readonly verdict: string; readonly one: string | null }[]
  readonly setSideBySide: { readonly kind: string } | null
  readonly one: { readonly slug: string; readonly words: string }
  readonly other: { readonly slug: string; readonly words: string }
}

const fields = `verdict inTension factor explanation aspects { aspect verdict one other } setSideBySide { kind }
  one { slug words statement { text speaker { slug } } } other { slug words statement { text speaker { slug } } }`

async function compare(graph: TestGraph, one: string, other: string): Promise<Comparison[]> {
  const answer = await graph.ask(
    `query ($one: Reference!, $other: Reference!) { compareFigures(one: $one, other: $other) { ${fields} } }`,
    { one, other },
  )
  return (dataOf(answer) as { compareFigures: Comparison[] }).compareFigures
}

const everyVerdict = ['AGREE', 'ROUNDS', 'OVERLAPS', 'DISJOINT']

/** All pairs that are listed, page by page. */
async function listed(graph: TestGraph, args: object = {}): Promise<Comparison[]> {
  const nodes: Comparison[] = []
  for (let after: string | null = null; ; ) {
    const answer = await graph.ask(
      `query ($figure: Reference, $filter: FigureFilter, $verdicts: [FigureVerdict!], $inTension: Boolean, $after: String) {
        page: figureComparisons(figure: $figure, filter: $filter, verdicts: $verdicts, inTension: $inTension, first: 7, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
      { verdicts: everyVerdict, ...args, after },
    )
    const { page } = dataOf(answer) as {
      page: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Comparison[] }
    }
    nodes.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) {
      expect(nodes).toHaveLength(page.totalCount)
      return nodes
    }
    after = page.pageInfo.endCursor
  }
}

const base = { words: '100', referent: 'people', conditions: { custody: 'held' }, time: '2024-07-21' } as const
const other = (change: Partial<TestFigure>): TestFigure => ({ ...base, words: '300', ...change })

/** Two figures, whether a relation sets them side by side, and whether they are comparable and if not why not. */
const cases: Record<string, readonly [TestFigure, TestFigure, TestRelation['kind'] | null, string | null]> = {
  'the same in all': [base, other({}), null, null],
  'times with a day in common': [base, other({ time: '2024-07' }), null, null],
  'the same referent under other words': [
    { ...base, population: 'migrants' },
    other({ population: 'noncitizens' }),
    null,
    null,
  ],
  'the same words, and no referent': [
    { ...base, referent: null, population: 'migrants' },
    other({ referent: null, population: 'migrants' }),
    null,
    null,
  ],
  'the same words, and one referent': [
    { ...base, population: 'migrants' },
    other({ referent: null, population: 'migrants' }),
    null,
    null,
  ],
  'another unit': [base, other({ unit: 'beds' }), null, 'They are coded differently in unit (people; beds).'],
  'another referent, in the same words': [
    { ...base, population: 'people' },
    other({ referent: 'citizens', population: 'people' }),
    null,
    'They are coded differently in population (those called people; those called citizens).',
  ],
  'other words, and no referent': [
    { ...base, referent: null, population: 'migrants' },
    other({ referent: null, population: 'noncitizens' }),
    null,
    'They are coded differently in population (migrants; noncitizens).',
  ],
  'another condition': [
    base,
    other({ conditions: { custody: 'not detained' } }),
    null,
    'They are coded differently in custody (held; not detained).',
  ],
  'another time': [base, other({ time: '2023' }), null, 'They are coded differently in time (2024-07-21; 2023).'],
  'a difference, set side by side': [
    base,
    other({ time: '2023' }),
    'COMPARED_WITH',
    'They are coded differently in time (2024-07-21; 2023).',
  ],
  'silent about the time': [
    base,
    other({ time: null }),
    null,
    'It is not known whether they have the same time (2024-07-21; not said).',
  ],
  'a time whose date is not known': [
    base,
    other({ time: 'UNRESOLVED' }),
    null,
    'It is not known whether they have the same time (2024-07-21; then).',
  ],
  'silent about a condition': [
    base,
    other({ conditions: {} }),
    null,
    'It is not known whether they have the same custody (held; not said).',
  ],
  'silent about the population': [
    { ...base, referent: null },
    other({ referent: null }),
    null,
    'It is not known whether they have the same population (not said; not said).',
  ],
  'silent, set side by side': [
    { ...base, time: null },
    other({ referent: null, conditions: {}, time: null }),
    'IN_TENSION_WITH',
    null,
  ],
  'silent, and parts of one sum': [
    base,
    other({ time: null }),
    'SUM_OF',
    'It is not known whether they have the same time (2024-07-21; not said).',
  ],
}

const pairs = testGraph(writer => {
  for (const [index, [one, two, kind]] of Object.values(cases).entries()) {
    const relations = kind === null ? [] : [{ subject: 1, kind, object: 0 }]
    writeDocument(writer, figuresDocument(`pair-${index}`, [one, two], relations), { replace: false })
  }
})

/** What is said where two are set side by side and do not say the same under each aspect. */
const silence: Readonly<Record<string, string>> = {
  'silent, set side by side': ' It is not known whether they have the same population, custody, and time.',
}

describe('whether two figures count the same', () => {
  test.each(Object.entries(cases))('%s', async (name, [, , kind, reason]) => {
    const slug = `pair-${Object.keys(cases).indexOf(name)}`
    const [comparison, ...more] = await compare(pairs, `${slug}/f0`, `${slug}/f1`)
    expect(more).toEqual([])
    expect(comparison).toMatchObject({
      verdict: reason === null ? 'DISJOINT' : 'NOT_COMPARABLE',
      factor: reason === null ? 3 : null,
      explanation:
        reason ?? `“100” is 100 people; “300” is 300 people: the larger is 3 times the smaller.${silence[name] ?? ''}`,
      setSideBySide: kind === null || kind === 'SUM_OF' ? null : { kind },
    })
    const inDocument = await listed(pairs, { filter: { document: slug } })
    expect(inDocument).toEqual(reason === null ? [comparison] : [])
  })

  test('a number that is only about so many says why nothing follows', async () => {
    const graph = testGraph(
      writer =>
        void writeDocument(writer, figuresDocument('d', [base, other({ words: 'about 300' })]), { replace: false }),
    )
    expect(await compare(graph, 'd/f0', 'd/f1')).toMatchObject([
      {
        verdict: 'NOT_COMPARABLE',
        factor: null,
        explanation:
          '“100” is 100 people; “about 300” is about 300 people. A number that is only approximate commits to no bounds.',
      },
    ])
    expect(await listed(graph)).toEqual([])
  })

  test('a figure that is not there has nothing to be held against', async () => {
    expect(await compare(pairs, 'pair-0/f0', 'nothing')).toEqual([])
    expect(await listed(pairs, { figure: 'nothing' })).toEqual([])
  })
})

const figure: fc.Arbitrary<TestFigure> = fc.record({
  words: fc.constantFrom('100', '103', '200', 'about 100', 'nearly 200', 'over 100', 'dozens', 'hundreds', 'up to 150'),
  unit: fc.constantFrom('people', 'people', 'beds'),
  population: fc.constantFrom(null, 'a', 'b'),
  referent: fc.constantFrom(null, 'r', 's'),
  conditions: fc.dictionary(fc.constantFrom('custody', 'charge'), fc.constantFrom('x', 'y'), { maxKeys: 2 }),
  time: fc.constantFrom(null, 'UNRESOLVED', '2023', '2024', '2023-12/2024-01', '2024/..', '../2023', '/2024-06'),
})
const kinds = fc.constantFrom('ROUNDS', 'COMPARED_WITH', 'AS_COMPARABLE', 'IN_TENSION_WITH', 'SUM_OF')

test('what is listed is what is comparable, whatever the figures are', async () => {
  const documents = fc.sample(
    fc.record({
      figures: fc.array(figure, { minLength: 24, maxLength: 24 }),
      relations: fc.uniqueArray(
        fc.record({ subject: fc.nat(23), kind: kinds, object: fc.nat(23) }).filter(r => r.subject !== r.object),
        { minLength: 20, maxLength: 60, selector: ({ subject, kind, object }) => `${subject} ${kind} ${object}` },
      ),
    }),
    2,
  )
  for (const { figures, relations } of documents) {
    const graph = testGraph(
      writer => void writeDocument(writer, figuresDocument('d', figures, relations), { replace: false }),
    )
    const expected: Comparison[] = []
    for (let one = 0; one < figures.length; one += 1) {
      const held = await Promise.all(
        Array.from({ length: figures.length - one - 1 }, (_, index) =>
          compare(graph, `d/f${one}`, `d/f${one + index + 1}`),
        ),
      )
      expected.push(...held.flat().filter(({ verdict }) => verdict !== 'NOT_COMPARABLE'))
    }
    expect(await listed(graph)).toEqual(expected)
    expect(await listed(graph, { verdicts: ['DISJOINT'] })).toEqual(
      expected.filter(({ verdict }) => verdict === 'DISJOINT'),
    )
    const related = (pair: Comparison) => [pair.one.slug, pair.other.slug].map(slug => Number(/\d+/.exec(slug)?.[0]))
    const areSet = (pair: Comparison) =>
      relations.some(
        ({ kind, subject, object }) =>
          (kind === 'IN_TENSION_WITH' || kind === 'AS_COMPARABLE') &&
          related(pair).includes(subject) &&
          related(pair).includes(object),
      )
    const inTension = (pair: Comparison) =>
      pair.verdict === 'DISJOINT' && (areSet(pair) || pair.aspects.every(({ verdict }) => verdict === 'SAME'))
    expect(expected.map(pair => pair.inTension)).toEqual(expected.map(inTension))
    expect(await listed(graph, { inTension: true })).toEqual(expected.filter(inTension))
    expect(await listed(graph, { inTension: false })).toEqual(expected.filter(pair => !inTension(pair)))
    const ofOne = expected.filter(({ one, other }) => one.slug === 'd/s3/figure' || other.slug === 'd/s3/figure')
    expect(await listed(graph, { figure: 'd/f3' })).toEqual(ofOne)
  }
})

describe('the seed', () => {
  const seed = testGraph()

  /** Of each aspect of a comparison of two figures, how it is known. */
  async function grounds(one: string, other: string) {
    const answer = await seed.ask(`{ compareFigures(one: "wane-ice-435000/${one}", other: "wane-ice-435000/${other}") {
      aspects { aspect verdict basis reason } } }`)
    const { compareFigures } = dataOf(answer) as { compareFigures: { aspects: ({ aspect: string } & object)[] }[] }
    return Object.fromEntries((compareFigures[0]?.aspects ?? []).map(({ aspect, ...ground }) => [aspect, ground]))
  }

  test('that two wordings name one population is concluded, and an aspect is no better known than what each figure says', async () => {
    expect(await grounds('green-tens-of-thousands', 'assault-convicted-released')).toMatchObject({
      unit: { verdict: 'SAME', basis: null, reason: null },
      population: {
        verdict: 'SAME',
        basis: 'INFERRED',
        reason: expect.stringMatching(/^A coder has taken both to count/),
      },
      release: { verdict: 'SAME', basis: 'INFERRED', reason: expect.stringContaining('it goes on') },
      custody: { verdict: 'SILENT', basis: 'STATED', reason: null },
    })
    expect(await grounds('convicted', 'docket-total')).toMatchObject({
      population: { verdict: 'SAME', basis: 'INFERRED' },
      custody: { verdict: 'SAME', basis: 'INFERRED', reason: expect.stringContaining('“Of those”') },
      time: { verdict: 'SAME', basis: 'INFERRED', reason: expect.stringContaining('gives no year') },
    })
  })

  test('finds “tens of thousands” beside 435,719, with both quotations and the factor', async () => {
    const inTension = await listed(seed, { inTension: true })
    // Two more have no number in common, and the article only compares them.
    expect(inTension.map(({ one }) => one.words)).toEqual(['435,000', '662,566', '435,719'])
    expect(inTension).toContainEqual(
      expect.objectContaining({
        factor: 4.35719,
        explanation:
          '“435,719” is 435,719 people; “tens of thousands” is 20,000 to below 100,000 people: the larger is at least 4.357 times the smaller. It is not known whether they have the same conviction, custody, record, release, and time.',
        one: expect.objectContaining({
          words: '435,719',
          statement: {
            text: 'Of those, 435,719 are convicted criminals, and 226,847 have pending criminal charges,',
            speaker: { slug: 'patrick-lechleitner' },
          },
        }),
        other: expect.objectContaining({
          words: 'tens of thousands',
          statement: {
            text: expect.stringContaining('actively releasing tens of thousands of criminal illegal aliens'),
            speaker: { slug: 'mark-green' },
          },
        }),
      }),
    )
  })

  test('says by what factor related figures differ', async () => {
    const answer = await seed.ask(
      '{ figureRelations(filter: { not: { kind: AS_COMPARABLE } }) { nodes { kind factor subject { value } object { value } } } }',
    )
    const { figureRelations } = dataOf(answer) as {
      figureRelations: {
        nodes: { kind: string; factor: number | null; subject: { value: number }; object: { value: number } }[]
      }
    }
    expect(
      figureRelations.nodes.map(({ kind, factor }) => [kind, factor === null ? null : Number(factor.toFixed(4))]),
    ).toEqual([
      ['ROUNDS', 1.0017],
      ['SUM_OF', 1.5206],
      ['SUM_OF', 2.9208],
      ['IN_TENSION_WITH', 6.6257],
      ['IN_TENSION_WITH', 4.3572],
      ['IN_TENSION_WITH', 4.35],
      ['COMPARED_WITH', null],
      ['COMPARED_WITH', null],
      ['COMPARED_WITH', 1.2649],
      ['COMPARED_WITH', 7.9334],
      ['CHANGED_FROM', 1.2206],
    ])
  })
})

describe('the arithmetic of a comparison keeps what hedges the numbers', () => {
  test.each([
    [
      '100',
      '300',
      '100 (100 people) and 300 (300 people) differ by 200 people: the larger is 3 times the smaller',
      3,
      false,
    ],
    ['nearly 100', '300', 'Nearly 100 (nearly 100 people) and 300 (300 people) have no number in common', 3, true],
    ['nearly 100', '100', 'Nearly 100 (nearly 100 people) and 100 (100 people) have no number in common', 1, true],
    [
      'tens of thousands',
      '100,000',
      'Tens of thousands (20,000 to below 100,000 people) and 100,000 (100,000 people) have no number in common',
      1,
      true,
    ],
    [
      'tens of thousands',
      '20,000',
      'Tens of thousands (20,000 to below 100,000 people) and 20,000 (20,000 people) overlap',
      null,
      false,
    ],
    [
      'over 100',
      'at least 100',
      'Over 100 (over 100 people) and at least 100 (at least 100 people) overlap',
      null,
      false,
    ],
    [
      'about 100',
      '300',
      'About 100 (about 100 people) and 300 (300 people) cannot be compared: one of them has no bounds',
      null,
      false,
    ],
  ] as const)('%s, %s', async (one, another, explanation, factor, factorIsLeast) => {
    const relations = [{ subject: 0, kind: 'COMPARED_WITH', object: 1 }] as const
    const records = figuresDocument('d', [{ words: one }, { words: another }], relations)
    const graph = testGraph(writer => void writeDocument(writer, records, { replace: false }))
    const read = '{ figureRelations { nodes { explanation factor factorIsLeast } } }'
    expect(dataOf(await graph.ask(read))).toEqual({
      figureRelations: { nodes: [{ explanation, factor, factorIsLeast }] },
    })
    // The same by a plan, which has no field that is computed apart.
    const planned = '{ figures { nodes { relations { nodes { explanation } } } } }'
    expect(dataOf(await graph.ask(planned))).toEqual({
      figures: { nodes: expect.arrayContaining([{ relations: { nodes: [{ explanation }] } }]) },
    })
  })
})

test('pairs of thousands of figures are found by indexes', async () => {
  const corpus = testGraph(writer => void writeCorpus(writer))
  for (const args of ['(figure: "corpus-3/f361")', '(filter: { document: "corpus-3" })']) {
    const answer = await corpus.ask(`{ figureComparisons${args} { totalCount nodes { verdict } } }`)
    expect(dataOf(answer)).toEqual({ figureComparisons: { totalCount: 0, nodes: [] } })
    expect(wholeTableScans(corpus.database, answer.sql)).toEqual([])
  }
  // By its unit alone a figure would be held against all others of that unit.
  const counted = await corpus.ask('{ figureComparisons { totalCount } }')
  expect(planOf(corpus, counted).filter(step => step.endsWith('figures_by_unit (unit=?)'))).toEqual([])
  // Without a filter they are walked in the order of their row ids, and reading stops at the end of the page.
  for (const args of ['(first: 5)', '(last: 5, verdicts: [AGREE])']) {
    const answer = await corpus.ask(`{ figureComparisons${args} { nodes { verdict } } }`)
    expect(dataOf(answer)).toEqual({ figureComparisons: { nodes: [] } })
    for (const scan of wholeTableScans(corpus.database, answer.sql)) {
      expect(scan).toMatch(/^SCAN one: .* order by one\.id (asc|desc), other\.id (asc|desc) limit /)
    }
  }
})

test('a page stops where very many pairs hold none, and the next one goes on there', async () => {
  // All count the same people, each on a day of its own but for the last two: one pair among a hundred thousand and more.
  const days = Array.from({ length: 500 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + Math.min(n, 498))))
  const figures = days.map(
    (day, n): TestFigure => ({ ...base, words: `${1000 + n}`, time: day.toISOString().slice(0, 10) }),
  )
  const graph = testGraph(writer => void writeDocument(writer, figuresDocument('daily', figures), { replace: false }))
  const ask = async (args: string) => {
    const answer = await graph.ask(`{ figureComparisons(${args}) {
      pageInfo { hasNextPage hasPreviousPage endCursor } nodes { one { words } other { words } } } }`)
    return (dataOf(answer) as { figureComparisons: { pageInfo: { endCursor: string | null } } }).figureComparisons
  }
  const only = { one: { words: '1498' }, other: { words: '1499' } }
  const first = await ask('first: 5')
  expect(first).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, hasPreviousPage: false } })
  const next = await ask(`first: 5, after: "${first.pageInfo.endCursor}"`)
  expect(next).toMatchObject({ nodes: [only], pageInfo: { hasNextPage: false, hasPreviousPage: true } })
  expect(await ask('last: 5')).toMatchObject({ nodes: [only], pageInfo: { hasPreviousPage: true, hasNextPage: false } })
})
