import { beforeAll, describe, expect, test } from 'vitest'
import { graphOfEverything } from '../support/corpora.ts'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { Model, type Thing } from '../support/model.ts'
import { writeOddities } from '../support/oddities.ts'

const corpus = testGraph(writer => void writeCorpus(writer))
const numbers = Array.from({ length: defaultSize.documents * defaultSize.statementsPerDocument }, (_, n) => n)

const seed = testGraph()
const odd = testGraph(writer => void writeOddities(writer))
const model = new Model(odd.database)

interface Group {
  readonly keys: readonly { readonly value: string | null }[]
  readonly count: number
  readonly share: number
}

type Key = string | null

/** The groups that a test computes for itself: how many of the items have each of their keys. */
function countBy<T>(items: readonly T[], keysOf: (item: T) => readonly (readonly Key[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    for (const key of new Set(keysOf(item).map(keys => JSON.stringify(keys))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const counted = (groups: readonly Group[]) =>
  new Map(groups.map(({ keys, count }) => [JSON.stringify(keys.map(({ value }) => value)), count]))

/** Every group, page by page. */
async function groupsOf(graph: typeof corpus, field: string, args: string, more = ''): Promise<Group[]> {
  const groups: Group[] = []
  let after = ''
  for (;;) {
    const answer = await graph.ask(
      `{ stats: ${field}(${args} first: 100 ${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { keys { value } count share ${more} } } }`,
    )
    const { stats } = dataOf(answer) as {
      stats: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Group[] }
    }
    groups.push(...stats.nodes)
    if (!stats.pageInfo.hasNextPage) {
      expect(groups).toHaveLength(stats.totalCount)
      return groups
    }
    after = `after: "${stats.pageInfo.endCursor}"`
  }
}

const dayOf = (n: number) =>
  new Date(Date.UTC(2020, 0, 1 + Math.floor(n / defaultSize.statementsPerDocument))).toISOString().slice(0, 10)

describe('counting thousands of statements', () => {
  const at = (n: number) => statementNumber(n)
  test.each<[string, (n: number) => Key[]]>([
    ['SPEAKER', n => [at(n).speaker]],
    ['DOCUMENT', n => [at(n).slug.replace(/\/.*/, '')]],
    ['PUBLISHER', () => ['the-gazette']],
    ['PARTY', () => [null]],
    ['CHANNEL', () => [null]],
    ['VOICE', n => [at(n).speaker === null ? 'DOCUMENT' : 'AGENT']],
    ['QUOTATION', n => [at(n).quotation]],
    ['SPEECH_ACT', () => ['ASSERTIVE']],
    ['CUE', n => [at(n).cue]],
    ['DAY', n => [dayOf(n)]],
    ['MONTH', n => [dayOf(n).slice(0, 7)]],
    ['YEAR', n => [dayOf(n).slice(0, 4)]],
    ['TERM', n => [at(n).term]],
    ['REFERENT', n => [`people-called-${at(n).term}`]],
    ['FRAME_FUNCTION', n => [n % 2 === 0 ? 'PROBLEM_DEFINITION' : null]],
    ['FRAME_DIMENSION', () => ['ECONOMIC']],
    ['FRAME_VALENCE', () => [null]],
    ['CLAIM', n => [`${at(n).topic}-rise`]],
    ['STANCE', n => [n % 2 === 0 ? 'SUPPORTS' : 'OPPOSES']],
    ['MANNER', () => [null]],
    ['SPEAKER CUE', n => [at(n).speaker, at(n).cue]],
    ['MONTH QUOTATION TERM', n => [dayOf(n).slice(0, 7), at(n).quotation, at(n).term]],
    ['CLAIM STANCE', n => [`${at(n).topic}-rise`, n % 2 === 0 ? 'SUPPORTS' : 'OPPOSES']],
    ['FRAME_FUNCTION VOICE', n => [n % 2 === 0 ? 'PROBLEM_DEFINITION' : null, n % 7 === 0 ? 'DOCUMENT' : 'AGENT']],
  ])('by %s, under a filter', async (dimensions, keysOf) => {
    const filter = 'filter: { figures: { value: { gte: 100 } } }'
    const groups = await groupsOf(corpus, 'statementStats', `${filter} groupBy: [${dimensions}]`)
    const expected = numbers.filter(n => n >= 100)
    expect(counted(groups)).toEqual(countBy(expected, n => [keysOf(n)]))
    for (const { count, share } of groups) expect(share).toBeCloseTo(count / expected.length, 12)
    const counts = groups.map(({ count }) => count)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  })

  test('by a figure, of which there are thousands', async () => {
    const answer = await corpus.ask('{ statementStats(groupBy: [FIGURE], first: 2) { totalCount nodes { count } } }')
    expect(dataOf(answer)).toEqual({ statementStats: { totalCount: 5500, nodes: [{ count: 1 }, { count: 1 }] } })
  })

  test('small groups are left out by minCount, and counted out', async () => {
    const groups = await groupsOf(corpus, 'statementStats', 'groupBy: [SPEAKER, CUE] minCount: 120')
    const expected = [...countBy(numbers, n => [[at(n).speaker, at(n).cue]])].filter(([, count]) => count >= 120)
    expect(counted(groups)).toEqual(new Map(expected))
  })

  test('keys lead to their nodes, groups to their statements, in a constant number of SQL statements', async () => {
    const query = `query ($first: Int) { statementStats(groupBy: [DOCUMENT, SPEAKER], first: $first, order: { by: KEY }) {
      countedTotal
      nodes { keys { dimension label value node { id __typename ... on Person { name } ... on Document { title } } }
        count share
        statements(filter: { quotation: DIRECT }, order: { by: POSITION, direction: DESC }, first: 2) {
          totalCount nodes { slug speaker { slug } } } } } }`
    const few = await corpus.ask(query, { first: 3 })
    const many = await corpus.ask(query, { first: 100 })
    expect(many.sql).toEqual(few.sql)
    expect(many.sql).toMatchSnapshot()

    const { statementStats } = dataOf(many) as {
      statementStats: { nodes: (Group & { statements: { totalCount: number; nodes: { slug: string }[] } })[] }
    }
    for (const { keys, statements } of statementStats.nodes) {
      const [document, speaker] = keys.map(({ value }) => value)
      const expected = numbers.filter(
        n => n % 3 === 0 && at(n).slug.startsWith(`${document}/`) && at(n).speaker === speaker,
      )
      expect(statements.totalCount).toBe(expected.length)
      expect(statements.nodes.map(({ slug }) => slug)).toEqual(
        expected
          .reverse()
          .slice(0, 2)
          .map(n => at(n).slug),
      )
    }
    expect(statementStats.nodes[1]).toMatchObject({
      keys: [
        { dimension: 'DOCUMENT', label: 'Report 0', node: { __typename: 'Document', title: 'Report 0' } },
        { dimension: 'SPEAKER', label: 'Speaker 0', node: { __typename: 'Person', name: 'Speaker 0' } },
      ],
    })
  })
})

const list = (value: unknown): Thing[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): Key => (typeof value === 'string' ? value : null)
const slug = (value: unknown): Key =>
  typeof value === 'object' && value !== null && 'slug' in value ? text(value.slug) : null
const fold = (words: unknown) => String(words).normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ')
const orUnknown = (keys: Key[][], arity: number): Key[][] => {
  const known = keys.filter(key => key.some(part => part !== null))
  return known.length > 0 ? known : [new Array(arity).fill(null)]
}
const timeOf = (thing: unknown, field: string, length: number): Key => {
  const { time } = (thing as Record<string, { time: { earliest: Key; latest: Key } }>)[field] ?? { time: null }
  const first = time?.earliest?.slice(0, length) ?? null
  return first !== null && first === time?.latest?.slice(0, length) ? first : null
}
const partyOf = (statement: Thing): Key => parties.get(statement.slug) ?? null
const frames = (statement: Thing) => list(statement.frameUses)
const oddStatements: readonly (readonly [string, (statement: Thing) => Key[][]])[] = [
  ['SPEAKER', s => [[slug(s.speaker)]]],
  ['PUBLISHER', s => [[slug((s.document as Thing).publisher)]]],
  ['PARTY', s => [[partyOf(s)]]],
  ['CHANNEL', s => [[slug(s.channel)]]],
  ['DAY', s => [[timeOf(s.document, 'published', 10)]]],
  ['MONTH', s => [[timeOf(s.document, 'published', 7)]]],
  ['YEAR', s => [[timeOf(s.document, 'published', 4)]]],
  [
    'TERM',
    s =>
      orUnknown(
        list(s.termUses).map(use => [fold(use.words)]),
        1,
      ),
  ],
  [
    'REFERENT',
    s =>
      orUnknown(
        list(s.termUses).map(use => [slug(use.referent)]),
        1,
      ),
  ],
  [
    'TERM REFERENT',
    s =>
      orUnknown(
        list(s.termUses).map(use => [fold(use.words), slug(use.referent)]),
        2,
      ),
  ],
  [
    'FRAME_FUNCTION',
    s =>
      orUnknown(
        frames(s).map(use => [text(use.function)]),
        1,
      ),
  ],
  [
    'FRAME_DIMENSION',
    s =>
      orUnknown(
        frames(s).map(use => [text(use.dimension)]),
        1,
      ),
  ],
  [
    'FRAME_FUNCTION FRAME_DIMENSION',
    s =>
      orUnknown(
        frames(s).map(use => [text(use.function), text(use.dimension)]),
        2,
      ),
  ],
  [
    'CLAIM STANCE',
    s =>
      orUnknown(
        list(s.stances).map(use => [slug(use.claim), text(use.stance)]),
        2,
      ),
  ],
  [
    'MANNER',
    s =>
      orUnknown(
        list(s.stances).flatMap(use => (use.manner === null ? [] : [[text(use.manner)]])),
        1,
      ),
  ],
  [
    'SPEAKER CLAIM STANCE MANNER',
    s =>
      orUnknown(
        list(s.stances).map(use => [slug(use.claim), text(use.stance), text(use.manner)]),
        3,
      ).map(keys => [slug(s.speaker), ...keys]),
  ],
  [
    'FIGURE',
    s =>
      orUnknown(
        list(s.figureMentions).map(use => [slug(use.figure)]),
        1,
      ),
  ],
  [
    'PARTY PUBLISHER MONTH',
    s => [[partyOf(s), slug((s.document as Thing).publisher), timeOf(s.document, 'published', 7)]],
  ],
  [
    'SPEAKER TERM STANCE',
    s =>
      orUnknown(
        list(s.termUses).map(use => [fold(use.words)]),
        1,
      ).flatMap(([term = null]) =>
        orUnknown(
          list(s.stances).map(use => [text(use.stance)]),
          1,
        ).map(([stance = null]) => [slug(s.speaker), term, stance]),
      ),
  ],
]

const oddFigures: readonly (readonly [string, (figure: Thing) => Key[][]])[] = [
  ['UNIT', f => [[text(f.unit)]]],
  ['POPULATION', f => [[text(f.unit), text(f.population)]]],
  ['REFERENT', f => [[text(f.unit), slug(f.referent)]]],
  ['TIME_RELATION', f => [[text(f.unit), text(f.timeRelation)]]],
  ['MONTH', f => [[text(f.unit), f.time === null ? null : timeOf(f.time, 'when', 7)]]],
  [
    'SPEAKER',
    f =>
      orUnknown(
        list(f.speakers).map(speaker => [slug(speaker)]),
        1,
      ).map(key => [text(f.unit), ...key]),
  ],
]

const oddMentions: readonly (readonly [string, (mention: Thing) => Key[][]])[] = [
  ['APPROXIMATION', m => [[text(m.approximation)]]],
  ['WORDING', m => [[text(m.words)]]],
  ['FIGURE', m => [[slug(m.figure)]]],
  ['SPEAKER', m => [[slug((m.statement as Thing).speaker)]]],
  ['DOCUMENT', m => [[slug((m.statement as Thing).document)]]],
]

const members = '(first: 100) { totalCount nodes { slug } }'

/** The party of each statement's speaker that is certain, by the roles that the graph itself gives. */
const parties = new Map<string, Key>()

interface Roles {
  readonly slug: string
  readonly speakerRoles: readonly {
    readonly certainty: string
    readonly membership: { readonly onBehalfOf: { readonly slug: string } | null }
  }[]
}

beforeAll(async () => {
  for (const half of ['first: 100', 'last: 100']) {
    const answer = await odd.ask(
      `{ statements(${half}) { nodes { slug speakerRoles { certainty membership { onBehalfOf { slug } } } } } }`,
    )
    const { statements } = dataOf(answer) as { statements: { nodes: Roles[] } }
    for (const { slug: statement, speakerRoles } of statements.nodes) {
      const roles = speakerRoles.filter(({ membership }) => membership.onBehalfOf !== null)
      const named = new Set(roles.map(({ membership }) => membership.onBehalfOf?.slug ?? null))
      const certain = named.size === 1 && roles.some(({ certainty }) => certainty === 'CERTAIN')
      parties.set(statement, certain ? ([...named][0] ?? null) : null)
    }
  }
})

describe('where things are unknown, or there are several of them', () => {
  const cases = [
    ...oddStatements.map(([by, keysOf]) => ['statementStats', 'statements', 'statements', by, keysOf] as const),
    ...oddFigures.map(([by, keysOf]) => ['figureStats', 'figures', 'figures', by, keysOf] as const),
    ...oddMentions.map(
      ([by, keysOf]) => ['figureMentionStats', 'figureMentions', 'figureMentions', by, keysOf] as const,
    ),
  ]
  test.each(cases)('%s: %s of %s by %s', async (field, name, table, by, keysOf) => {
    const groups = (await groupsOf(odd, field, `groupBy: [${by}]`, `members: ${name}${members}`)) as (Group & {
      members: { totalCount: number; nodes: { slug: string }[] }
    })[]
    const things = model.all(table)
    expect(counted(groups)).toEqual(countBy(things, keysOf))
    for (const { keys, count, members: found } of groups) {
      const key = JSON.stringify(keys.map(({ value }) => value))
      const expected = things.filter(thing => keysOf(thing).some(each => JSON.stringify(each) === key))
      expect(found.nodes.map(node => node.slug)).toEqual(expected.slice(0, 100).map(each => each.slug))
      expect(found.totalCount).toBe(count)
    }
  })
})

describe('where corpora stand beside dossiers', async () => {
  const everything = await graphOfEverything()
  const { statements } = dataOf(
    await everything.ask(`{ statements(first: 100) { totalCount nodes { slug
      speaker { __typename slug } onBehalfOf { slug } dataset { slug } coder { slug } } } }`),
  ) as { statements: { totalCount: number; nodes: Record<string, { slug: string; __typename?: string } | null>[] } }

  test.each([
    ['SPEAKER', 'speaker'],
    ['ON_BEHALF_OF', 'onBehalfOf'],
    ['DATASET', 'dataset'],
    ['CODER', 'coder'],
  ])('by %s', async (dimension, field) => {
    expect(statements.nodes).toHaveLength(statements.totalCount)
    const groups = await groupsOf(everything, 'statementStats', `groupBy: [${dimension}]`, 'statements { totalCount }')
    expect(counted(groups)).toEqual(countBy(statements.nodes, node => [[node[field]?.slug ?? null]]))
    expect(groups.length).toBeGreaterThan(1)
    for (const group of groups) expect(group).toMatchObject({ statements: { totalCount: group.count } })
  })

  test('an agent is of the type that it is elsewhere', async () => {
    const answer = await everything.ask(
      '{ statementStats(groupBy: [SPEAKER], first: 100) { nodes { keys { value node { __typename } } } } }',
    )
    const { statementStats } = dataOf(answer) as {
      statementStats: { nodes: { keys: { value: Key; node: { __typename: string } | null }[] }[] }
    }
    const types = new Map(statementStats.nodes.map(({ keys: [key] }) => [key?.value ?? null, key?.node?.__typename]))
    for (const { speaker } of statements.nodes) {
      expect(types.get(speaker?.slug ?? null)).toBe(speaker?.__typename)
    }
    expect(new Set(types.values())).toContain('UnclassifiedAgent')
  })
})

describe('figures', () => {
  test('of other units are never put together, and range from the least to the greatest that is known', async () => {
    const answer = await odd.ask(
      '{ figureStats { nodes { unit count value { min max } lower { min max } upper { min max } } } }',
    )
    const range = (figures: readonly Thing[], field: string) => {
      const known = figures.flatMap(figure => (typeof figure[field] === 'number' ? [figure[field]] : []))
      return { min: Math.min(...known), max: Math.max(...known) }
    }
    expect(dataOf(answer)).toEqual({
      figureStats: {
        nodes: ['dollars', 'people'].map(unit => {
          const figures = model.all('figures').filter(figure => figure.unit === unit)
          const [value, lower, upper] = ['value', 'lower', 'upper'].map(field => range(figures, field))
          return { unit, count: figures.length, value, lower, upper }
        }),
      },
    })
  })

  test('without a known value have no range', async () => {
    const answer = await odd.ask('{ figureStats(filter: { value: { isNull: true } }) { nodes { value { min max } } } }')
    expect(dataOf(answer)).toEqual({
      figureStats: { nodes: [{ value: { min: null, max: null } }, { value: { min: null, max: null } }] },
    })
  })

  test('are worded in so many ways', async () => {
    const answer = await odd.ask(
      '{ figureMentionStats(groupBy: [APPROXIMATION], order: { by: KEY }) { nodes { keys { value } wordings } } }',
    )
    const mentions = model.all('figureMentions')
    expect(dataOf(answer)).toEqual({
      figureMentionStats: {
        nodes: ['ABOUT', 'EXACT', 'NO_NUMBER', 'OVER'].map(value => ({
          keys: [{ value }],
          wordings: new Set(mentions.filter(each => each.approximation === value).map(each => each.words)).size,
        })),
      },
    })
  })
})

describe('facets', () => {
  test('count the whole list, whatever page is shown, in a constant number of SQL statements', async () => {
    const query = `query ($first: Int) { people(first: $first, order: { by: SLUG }) { nodes { slug
      statements(filter: { quotation: DIRECT }, first: 1) { totalCount nodes { slug }
        facets(by: [TERM, CUE], first: 2) { dimension valueCount values { key { value } count share } } } } } }`
    const few = await corpus.ask(query, { first: 2 })
    const many = await corpus.ask(query, { first: 40 })
    expect(many.sql).toEqual(few.sql)
    expect(many.sql).toMatchSnapshot()

    const { people } = dataOf(many) as {
      people: {
        nodes: {
          slug: string
          statements: {
            facets: {
              dimension: string
              valueCount: number
              values: { key: { value: Key }; count: number; share: number }[]
            }[]
          }
        }[]
      }
    }
    for (const { slug: speaker, statements } of people.nodes) {
      const said = numbers.filter(n => n % 3 === 0 && statementNumber(n).speaker === speaker)
      for (const { dimension, valueCount, values } of statements.facets) {
        const counts = countBy(said, n => [[dimension === 'TERM' ? statementNumber(n).term : statementNumber(n).cue]])
        expect(valueCount).toBe(counts.size)
        expect(values).toHaveLength(Math.min(2, counts.size))
        for (const { key, count, share } of values) {
          expect(counts.get(JSON.stringify([key.value]))).toBe(count)
          expect(share).toBeCloseTo(count / said.length, 12)
        }
      }
    }
  })

  test('of agents, documents, figures and wordings', async () => {
    const answer = await odd.ask(`{
      agents(first: 0) { facets(by: [KIND, PARTY]) { values { key { value label } count } } }
      documents(first: 0) { facets(by: [LANGUAGE, YEAR]) { values { key { value } count } } }
      figures(first: 0) { facets(by: [UNIT]) { values { key { value } count } } }
      figureMentions(first: 0) { facets(by: [APPROXIMATION]) { values { key { value } count } } }
      figure(slug: "odd-1/figure-1") { speakers(first: 0) { facets(by: [KIND]) { values { key { value } count } } } }
    }`)
    expect(dataOf(answer)).toMatchSnapshot()
  })

  test('of an empty list are empty', async () => {
    const answer = await odd.ask(
      '{ statements(filter: { or: [] }) { facets(by: [CUE]) { valueCount values { count } } } }',
    )
    expect(dataOf(answer)).toEqual({ statements: { facets: [{ valueCount: 0, values: [] }] } })
  })
})

describe('a grouping that cannot be made is refused', () => {
  test.each([
    ['groupBy: []', 'BAD_GROUPING', 'groupBy'],
    ['groupBy: [CUE, CUE]', 'BAD_GROUPING', 'groupBy'],
    ['groupBy: [CUE, TERM, CLAIM, STANCE, MANNER]', 'BAD_GROUPING', 'groupBy'],
    ['groupBy: [CUE], first: 101', 'BAD_PAGE', 'first'],
  ])('(%s)', async (args, code, argument) => {
    const { errors } = await corpus.ask(`{ statementStats(${args}) { totalCount nodes { count } } }`)
    expect(errors).toMatchObject([{ extensions: { code, argument } }])
  })
})

describe('what a reader should know of the counts', () => {
  const notesOf = async (args: string) => {
    const answer = await seed.ask(`{ statementStats(${args}, first: 1) { notes } }`)
    return (dataOf(answer) as { statementStats: { notes: string[] } }).statementStats.notes
  }

  test('how few they are, which are not independent, and how many rest on inferences', async () => {
    expect(await notesOf('groupBy: [SPEAKER], filter: { speaker: "patrick-lechleitner" }')).toEqual([
      'Only 14 statements counted: percentages of so few mean little.',
      'Concluded, not stated (INFERRED): who speaks in 2 of 14, to whom in 6 of 14, by which channel in 5 of 14.',
      'Not independent: 2 further pieces of a quotation that stands under one cue.',
      'Not independent: in 3 pairs of statements, one paraphrases or repeats the other, and both count.',
    ])
    expect(await notesOf('groupBy: [CUE], filter: { slug: { eq: "wane-ice-435000/broken" } }')).toEqual([
      'Only 1 statement counted: percentages of so few mean little.',
    ])
  })

  test('which quotations are none of a speaker, unless the voice is a dimension', async () => {
    const [note] = await notesOf('groupBy: [QUOTATION]')
    expect(note).toMatch(
      /^\d+ INDIRECT statements are what a document says itself, .*: group by VOICE beside QUOTATION/,
    )
    const told = await notesOf('groupBy: [QUOTATION, VOICE]')
    expect(told.filter(each => each.includes('group by VOICE'))).toEqual([])
    const spoken = await notesOf('groupBy: [QUOTATION], filter: { speaker: "mark-green" }')
    expect(spoken.filter(each => each.includes('group by VOICE'))).toEqual([])
  })

  test('which stances are not plainly held, unless the manner is a dimension', async () => {
    const [note] = await notesOf('groupBy: [CLAIM, STANCE], filter: { speaker: "patrick-lechleitner" }')
    expect(note).toMatch(/^3 stances are conceded, implied, reported, asked or supposed, .*: group by MANNER/)
    const told = await notesOf('groupBy: [CLAIM, STANCE, MANNER], filter: { speaker: "patrick-lechleitner" }')
    expect(told.filter(each => each.includes('MANNER'))).toEqual([])
  })
})
