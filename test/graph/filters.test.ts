import { describe, expect, test } from 'vitest'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { type Answer, dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph(writer => void writeCorpus(writer))
const total = defaultSize.documents * defaultSize.statementsPerDocument
const numbers = Array.from({ length: total }, (_, n) => n)

/** The day on which the document of a statement was published. */
const dayOf = (n: number) =>
  new Date(Date.UTC(2020, 0, 1 + Math.floor(n / defaultSize.statementsPerDocument))).toISOString().slice(0, 10)
const textOf = (n: number) => {
  const { value, term, topic } = statementNumber(n)
  return `that ${value} ${term} of ${topic} have gone their way`
}

type Expectation = readonly [filter: object, holds: (n: number) => boolean]

/** Each operator of each kind of field, with what it finds by the corpus's own arithmetic. */
const statementFilters: readonly Expectation[] = [
  [{ slug: { eq: 'corpus-3/s333' } }, n => n === 333],
  [{ text: { not: textOf(7) } }, n => n !== 7],
  [{ text: { in: [textOf(7), textOf(8), 'nothing'] } }, n => n === 7 || n === 8],
  [{ text: { in: [] } }, () => false],
  [{ text: { startsWith: 'that 55' } }, n => String(n).startsWith('55')],
  [{ text: { startsWith: '' } }, () => true],
  [{ text: { contains: 'workers of rivers' } }, n => n % 4 === 0 && n % 5 === 4],
  [{ text: { contains: '%' } }, () => false],
  [{ text: { contains: '_' } }, () => false],
  [{ text: { isNull: false } }, () => true],
  [{ cueWords: { eq: 'wrote' } }, n => statementNumber(n).cue === 'wrote'],
  [{ cueWords: { not: 'wrote' } }, n => statementNumber(n).cue !== 'wrote'],
  [{ cueWords: { isNull: true } }, n => n % 7 === 0],
  [{ quotation: 'DIRECT' }, n => n % 3 === 0],
  [{ not: { quotation: 'DIRECT' } }, n => n % 3 !== 0],
  [{ quotation: ['DIRECT', 'MIXED'] }, n => n % 3 !== 1],
  [{ speaker: 'speaker-9' }, n => n % 7 !== 0 && n % 40 === 9],
  [{ hasSpeaker: false }, n => n % 7 === 0],
  [{ speakerMatches: { name: { in: ['Speaker 1', 'Speaker 2'] } } }, n => n % 7 !== 0 && [1, 2].includes(n % 40)],
  [{ not: { speakerMatches: { name: { eq: 'Speaker 1' } } } }, n => n % 7 === 0 || n % 40 !== 1],
  [{ figures: { value: { gt: 5400 } } }, n => n > 5400],
  [{ not: { figures: { value: { gt: 100 } } } }, n => n <= 100],
  [{ not: { figures: { not: { value: { lte: 50 } } } } }, n => n <= 50],
  [{ times: {} }, () => false],
  [{ not: { times: { not: { words: { eq: 'never' } } } } }, () => true],
  [{ termUses: { words: { eq: 'staff' } }, hasSpeaker: true }, n => n % 4 === 2 && n % 7 !== 0],
  [{ stances: { claim: 'rents-rise', stance: 'OPPOSES' } }, n => n % 5 === 1 && n % 2 === 1],
  [{ frameUses: { hasFunction: false } }, n => n % 2 === 1],
  [{ documentMatches: { published: { overlaps: '2020-02' } } }, n => dayOf(n).startsWith('2020-02')],
  [{ documentMatches: { published: { before: '2020-01-10' } } }, n => dayOf(n) < '2020-01-10'],
  [{ documentMatches: { published: { after: '2020-02' } } }, n => dayOf(n) > '2020-02-29'],
  [{ and: [{ quotation: 'DIRECT' }, { hasSpeaker: false }] }, n => n % 21 === 0],
  [{ or: [{ quotation: 'DIRECT' }, { hasSpeaker: false }] }, n => n % 3 === 0 || n % 7 === 0],
  [{ and: [] }, () => true],
  [{ or: [] }, () => false],
  [{ not: {} }, () => false],
  [{ not: { or: [{ hasSpeaker: true }, { quotation: 'MIXED' }] } }, n => n % 7 === 0 && n % 3 !== 2],
  [{ quotation: null, text: { eq: null } }, () => true],
]

const figureFilters: readonly Expectation[] = [
  [{ value: { eq: 435 } }, n => n === 435],
  [{ value: { not: 435 } }, n => n !== 435],
  [{ value: { in: [1, 2, 5499, 5500] } }, n => [1, 2, 5499].includes(n)],
  [{ value: { lt: 3 } }, n => n < 3],
  [{ value: { lte: 3 } }, n => n <= 3],
  [{ value: { gt: 5497 } }, n => n > 5497],
  [{ value: { gte: 5497 } }, n => n >= 5497],
  [{ value: { gt: 10, lt: 13 } }, n => n === 11 || n === 12],
  [{ value: { near: { value: 1000, within: 0.01 } } }, n => n >= 990 && n <= 1010],
  [{ value: { near: { value: -1000, within: 1.5 } } }, n => n <= 500],
  [{ value: { near: { value: 7, within: 0 } } }, n => n === 7],
  [{ value: { isNull: true } }, () => false],
  [{ speakers: { slug: { eq: 'speaker-3' } } }, n => n % 40 === 3 && n % 7 !== 0],
]

interface Slugs {
  readonly totalCount: number
  readonly nodes: readonly { readonly slug: string }[]
}

const found = (answer: Answer) => (dataOf(answer) as { found: Slugs }).found

const named = (expectations: readonly Expectation[]) =>
  expectations.map(([filter, holds]) => [JSON.stringify(filter), filter, holds] as const)

describe('over thousands of statements', () => {
  test.each(named(statementFilters))('statements %s', async (_, filter, holds) => {
    const answer = await graph.ask(
      'query ($filter: StatementFilter) { found: statements(filter: $filter, first: 100) { totalCount nodes { slug } } }',
      { filter },
    )
    const expected = numbers.filter(holds)
    expect(found(answer)).toEqual({
      totalCount: expected.length,
      nodes: expected.slice(0, 100).map(n => ({ slug: statementNumber(n).slug })),
    })
  })

  test.each(named(figureFilters))('figures %s', async (_, filter, holds) => {
    const answer = await graph.ask(
      `query ($filter: FigureFilter) {
        found: figures(filter: $filter, order: { by: VALUE }, first: 100) { totalCount nodes { slug } } }`,
      { filter },
    )
    const expected = numbers.filter(holds)
    expect(found(answer)).toEqual({
      totalCount: expected.length,
      nodes: expected.slice(0, 100).map(n => ({ slug: statementNumber(n).slug.replace('/s', '/f') })),
    })
  })

  test('nested, with as many SQL statements however many people there are', async () => {
    const query = `query ($first: Int) {
      people(first: $first, order: { by: SLUG }) {
        nodes {
          slug
          statements(
            filter: { figures: { value: { gt: 1000 } }, quotation: DIRECT }
            order: { by: POSITION, direction: DESC }
            first: 3
          ) { totalCount nodes { slug } }
        }
      }
    }`
    const few = await graph.ask(query, { first: 2 })
    const many = await graph.ask(query, { first: 40 })
    expect(many.sql).toEqual(few.sql)
    // One of them asks whether anything is quoted so at all, one for a number beyond, one whether others report any of it.
    expect(many.sql).toHaveLength(6)

    const { people } = dataOf(many) as { people: { nodes: { slug: string; statements: Slugs }[] } }
    expect(people.nodes).toHaveLength(40)
    for (const { slug, statements } of people.nodes) {
      const said = numbers.filter(n => n > 1000 && n % 3 === 0 && statementNumber(n).speaker === slug).reverse()
      expect(statements).toEqual({
        totalCount: said.length,
        nodes: said.slice(0, 3).map(n => ({ slug: statementNumber(n).slug })),
      })
    }
  })

  test('aliases with other filters do not share an answer', async () => {
    const answer = await graph.ask(`{ person(slug: "speaker-1") {
      low: statements(filter: { figures: { value: { lt: 100 } } }) { totalCount }
      high: statements(filter: { figures: { value: { gte: 100 } } }) { totalCount } } }`)
    const said = numbers.filter(n => statementNumber(n).speaker === 'speaker-1')
    expect(dataOf(answer)).toEqual({
      person: {
        low: { totalCount: said.filter(n => n < 100).length },
        high: { totalCount: said.filter(n => n >= 100).length },
      },
    })
  })
})

describe('a filter that cannot be read says where it goes wrong', () => {
  test.each([
    ['figures', 'FigureFilter', { value: { near: { value: 1, within: -0.1 } } }, 'BAD_FILTER', 'value.near.within'],
    ['statements', 'StatementFilter', { figures: { not: { time: id('Figure', 'x') } } }, 'BAD_ID', 'figures.not.time'],
    ['figures', 'FigureFilter', { or: [{}, { time: 'a b' }] }, 'BAD_ID', 'or.1.time'],
    [
      'statements',
      'StatementFilter',
      { not: { timeMatches: { when: { after: 'soon' } } } },
      'BAD_DATE',
      'not.timeMatches.when.after',
    ],
  ])('%s %s %j', async (field, input, filter, code, path) => {
    const { errors } = await graph.ask(`query ($filter: ${input}) { ${field}(filter: $filter) { totalCount } }`, {
      filter,
    })
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code, argument: `filter.${path}` }])
  })

  test.each([
    'person(slug: "speaker-1") { figureMentions(filter: { value: { near: { value: 1, within: -1 } } }) { totalCount } }',
    'figureStats(filter: { value: { near: { value: 1, within: -1 } } }) { nodes { count } }',
    'figureStats(filter: { value: { near: { value: 1, within: -1 } } }) { totalCount }',
    'figures(filter: { value: { near: { value: 1, within: -1 } } }) { facets(by: [UNIT]) { dimension } }',
  ])('also nested and among groups: %s', async fields => {
    const { errors } = await graph.ask(`{ ${fields} }`)
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_FILTER', argument: 'filter.value.near.within' },
    ])
  })
})

test('bounds mean the same of a figure and of the words that give it exactly', async () => {
  const bounds = [
    { lower: { lte: 435 }, upper: { gte: 435 } },
    { lower: { gt: 5_490 } },
    { upper: { near: { value: 1_000, within: 0.01 } } },
    { lower: { in: [7, 8] }, upper: { not: 7 } },
    { lower: { isNull: false }, upper: { lt: 3 } },
    { upper: { isNull: true } },
  ]
  for (const filter of bounds) {
    const answer = await graph.ask(
      `query ($figure: FigureFilter, $mention: FigureMentionFilter) {
        figures(filter: $figure, first: 100) { nodes { value lower upper } }
        figureMentions(filter: $mention, first: 100) { nodes { value lower upper } }
      }`,
      { figure: filter, mention: filter },
    )
    const { figures, figureMentions } = dataOf(answer) as Record<string, { nodes: { value: number }[] }>
    const sorted = (list: typeof figures) => list?.nodes.toSorted((a, b) => a.value - b.value)
    expect(sorted(figures)).toEqual(sorted(figureMentions))
  }
})

test('a figure that no words give exactly has the bounds of its words, and is found by them', async () => {
  const of = (filter: string) =>
    `figures(filter: { slug: { eq: "wane-ice-435000/removed-or-returned" }, ${filter} }) { nodes { value lower upper } }`
  const query = `{ named: ${of('value: { eq: 900000 }')} least: ${of('lower: { gte: 900000 }')} most: ${of('upper: { lte: 900000 }')} open: ${of('lower: { isNull: true }')} }`
  const nearly = [{ value: 900_000, lower: null, upper: 900_000 }]
  expect(dataOf(await testGraph().ask(query))).toEqual({
    named: { nodes: nearly },
    least: { nodes: [] },
    most: { nodes: nearly },
    open: { nodes: nearly },
  })
})

test('a former name answers and filters as that of today', async () => {
  const asked = (name: string) =>
    graph.ask(
      `{ figureMentions(filter: { ${name}: { startsWith: "1" } }, first: 3) { totalCount nodes { words: ${name} } } }`,
    )
  const [today, former] = [dataOf(await asked('words')), dataOf(await asked('verbatim'))]
  expect(former).toEqual(today)
  expect(former).toMatchObject({ figureMentions: { totalCount: expect.any(Number), nodes: [{}, {}, {}] } })
})

function id(typename: string, slug: string): string {
  return Buffer.from(`${typename}:${slug}`).toString('base64url')
}
