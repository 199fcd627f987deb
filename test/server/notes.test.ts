import { getNamedType, isInputObjectType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { PageOfList } from '../../src/graph/reads.ts'
import { schema } from '../../src/graph/schema.ts'
import type { FilterField } from '../../src/store/query/filterField.ts'
import { filterFields } from '../../src/store/query/filterFields.ts'
import { MOST_CANDIDATES } from '../../src/store/query/names.ts'
import { documentOf } from '../support/documents.ts'
import { type Answer, dataOf, testGraph } from '../support/graph.ts'
import { testServer } from '../support/server.ts'
import { writeDocument } from '../support/writeDocument.ts'

const graph = testGraph()

interface Note {
  code: string
  message: string
  path: string
  notFound: string
  nearest: string[]
}

async function notes(query: string, variables?: Record<string, unknown>): Promise<Note[]> {
  const answer = await graph.ask(query, variables)
  expect(answer.errors).toBeUndefined()
  return notesOf(answer)
}

function notesOf({ extensions }: Answer): Note[] {
  const notes = extensions?.notes
  // The test below holds their shape.
  return Array.isArray(notes) ? notes : []
}

describe('what an operation names and the graph does not have is told', () => {
  const cases: readonly (readonly [query: string, path: string, notFound: string, nearest: string])[] = [
    [
      '{ statements(filter: { speaker: "mark-gren" }) { totalCount } }',
      'statements.filter.speaker',
      'mark-gren',
      'mark-green',
    ],
    ['{ statements(filter: { speaker: "green" }) { totalCount } }', 'statements.filter.speaker', 'green', 'mark-green'],
    ['{ a: person(slug: "mark-gren") { name } }', 'a.slug', 'mark-gren', 'mark-green'],
    ['query ($who: String! = "mark-gren") { person(slug: $who) { name } }', 'person.slug', 'mark-gren', 'mark-green'],
    [
      '{ people { nodes { statements(filter: { or: [{ document: "wane-ice" }] }) { totalCount } } } }',
      'people.nodes.statements.filter.or.0.document',
      'wane-ice',
      'wane-ice-435000',
    ],
    [
      '{ agents(filter: { name: { eq: "Marc Green" } }) { totalCount } }',
      'agents.filter.name.eq',
      'Marc Green',
      'Mark Green',
    ],
    [
      '{ agents(filter: { name: { in: ["mark green", "Marc Green"] } }) { totalCount } }',
      'agents.filter.name.in.1',
      'Marc Green',
      'Mark Green',
    ],
    [
      '{ agents(filter: { name: { eq: "Gonzalez" } }) { totalCount } }',
      'agents.filter.name.eq',
      'Gonzalez',
      'Tony Gonzales',
    ],
    [
      '{ statements(filter: { speakerMatches: { name: { eq: "gonzález" } } }) { totalCount } }',
      'statements.filter.speakerMatches.name.eq',
      'gonzález',
      'Tony Gonzales',
    ],
    [
      '{ people(filter: { name: { contains: "Gonzalez" } }) { totalCount } }',
      'people.filter.name.contains',
      'Gonzalez',
      'Tony Gonzales',
    ],
    [
      '{ figures(filter: { referentMatches: { slug: { eq: "people-counter" } } }) { totalCount } }',
      'figures.filter.referentMatches.slug.eq',
      'people-counter',
      'people-counted',
    ],
    [
      '{ compareFraming(speakers: ["mark-gren", "mark-green"]) { __typename } }',
      'compareFraming.speakers.0',
      'mark-gren',
      'mark-green',
    ],
  ]
  test.each(cases)('%s', async (query, path, notFound, nearest) => {
    const found = await graph.ask(query)
    if (!query.includes('compareFraming')) expect(found.errors).toBeUndefined()
    const told = notesOf(found)
    expect(told).toMatchObject([{ code: 'NOT_FOUND', path, notFound }])
    expect(told[0]?.nearest).toContain(nearest)
    expect(told[0]?.message).toContain(`“${notFound}”`)
  })

  test('in variables too, by ids, by labels; and nothing is told of what is there', async () => {
    const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
    expect(await notes(query, { filter: { not: { addressee: 'nobody-at-all' } } })).toMatchObject([
      { path: 'statements.filter.not.addressee', notFound: 'nobody-at-all' },
    ])
    expect(await notes(query, { filter: { label: { name: 'party' } } })).toMatchObject([
      { path: 'statements.filter.label.name', message: 'Nothing has the label “party”.', nearest: [] },
    ])
    const id = Buffer.from('Person:mark-gren').toString('base64url')
    expect(await notes(`{ node(id: "${id}") { id } }`)).toMatchObject([{ path: 'node.id', notFound: 'mark-gren' }])
    expect(await notes(query, { filter: { speaker: id } })).toMatchObject([{ notFound: 'mark-gren' }])
    expect(await notes(query, { filter: { speaker: 'mark-green', speakerMatches: null } })).toEqual([])
    expect(await notes('{ person(slug: "mark-green") { name } }')).toEqual([])
  })
})

test('a slug that reads as a name leads to whatever is called so', async () => {
  expect(await notes('{ statements(filter: { speaker: "patrick-j-lechleitner" }) { totalCount } }')).toMatchObject([
    { code: 'NOT_FOUND', nearest: ['patrick-lechleitner'] },
  ])
  expect(
    await notes('{ frameUses(filter: { targetAgent: "department-of-homeland-security" }) { totalCount } }'),
  ).toMatchObject([{ code: 'NOT_FOUND', nearest: ['dhs'] }])
})

describe('what a filter by date leaves out for want of a date is told', () => {
  const undated = '{ statements(filter: { said: { isNull: true } }) { totalCount } }'
  test('in the filter, among its parts and in variables; and nothing is told of a question for no date', async () => {
    const { statements } = dataOf(await graph.ask(undated)) as { statements: { totalCount: number } }
    const { totalCount: undatedCount } = statements
    expect(undatedCount).toBeGreaterThan(1)
    const note = {
      code: 'UNDATED',
      path: 'statements.filter',
      undatedCount,
      message: expect.stringContaining(`${undatedCount} statements that fit otherwise have no date`),
    }
    expect(await notes('{ statements(filter: { said: { after: "2024-09-01" } }) { totalCount } }')).toEqual([note])
    expect(await notes('{ statements(filter: { and: [{ said: { within: "2024" } }] }) { totalCount } }')).toEqual([
      note,
    ])
    const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
    const gonzales = await notes(query, { filter: { said: { after: '2024' }, speaker: 'tony-gonzales' } })
    expect(gonzales).toMatchObject([{ code: 'UNDATED', path: 'statements.filter' }])
    expect(gonzales[0]).not.toEqual(note)
    // A nested list is another for each parent: what it leaves out is counted in the whole graph.
    const nested = '{ person(slug: "mark-green") { statements(filter: { said: { after: "2024" } }) { totalCount } } }'
    expect(await notes(nested)).toMatchObject([
      {
        path: 'person.statements.filter',
        undatedCount,
        message: expect.stringContaining('here and elsewhere in the graph'),
      },
    ])
    expect(await notes(undated)).toEqual([])
    expect(
      await notes(
        '{ statements(filter: { said: { after: "2024" }, voice: CHANNEL, search: "homicide" }) { totalCount } }',
      ),
    ).toEqual([])
  })
})

describe('in whatever argument the filter by date stands', () => {
  /** A filter by a date that no row has, of each type that can be asked for one. */
  const dated: Readonly<Record<string, string>> = {
    StatementFilter: '{ said: { after: "2030" } }',
    StanceFilter: '{ said: { after: "2030" } }',
    MentionFilter: '{ said: { after: "2030" } }',
    FigureMentionFilter: '{ said: { after: "2030" } }',
    TermUseFilter: '{ said: { after: "2030" } }',
    FrameUseFilter: '{ said: { after: "2030" } }',
    DocumentFilter: '{ published: { after: "2030" } }',
    MembershipFilter: '{ held: { after: "2030" } }',
    TimeExpressionFilter: '{ when: { after: "2030" } }',
  }
  /** What a field cannot be asked without, beside its filter. */
  const required: Readonly<Record<string, string>> = {
    compareFraming: 'speakers: ["mark-green", "tony-gonzales"]',
    concordance: 'term: "homicide"',
    distinctiveWording: 'one: { speaker: "mark-green" }',
    search: 'query: "homicide"',
    statementStats: 'groupBy: SPEAKER',
    figureMentionStats: 'groupBy: WORDING',
    timeline: 'unit: MONTH',
    discourseNetworkOverTime: 'unit: MONTH',
    affiliationNetworkOverTime: 'unit: MONTH',
  }
  const query = schema.getQueryType()?.getFields() ?? {}
  const asked = Object.values(query).flatMap(({ name, args }) =>
    args.flatMap(({ name: argument, type }) => {
      const named = getNamedType(type)
      const inner = isInputObjectType(named) && !named.name.endsWith('Order') ? Object.values(named.getFields()) : []
      const value = dated[named.name]
      if (value !== undefined) return [[name, `${argument}: ${value}`, argument] as const]
      // An object of filters, one for each type.
      if (named.name.endsWith('Filter') && named.name !== 'SearchFilter') return []
      return inner.flatMap(field => {
        const filter = dated[getNamedType(field.type).name]
        return filter === undefined
          ? []
          : [[name, `${argument}: { ${field.name}: ${filter} }`, `${argument}.${field.name}`] as const]
      })
    }),
  )

  test('there are many', () => {
    expect(asked.map(([name]) => name)).toEqual(expect.arrayContaining(['statementStats', 'search', 'compareFraming']))
    expect(asked.length).toBeGreaterThan(20)
  })

  /** Of these the article has no row without a date. */
  const whole: ReadonlySet<string> = new Set(['mentions'])
  test.each(asked)('%s(%s)', async (name, argument, path) => {
    const others = argument.startsWith('one:') ? '' : (required[name] ?? '')
    const told = await notes(`{ ${name}(${others} ${argument}) { __typename } }`)
    const undated = told.filter(({ code }) => code === 'UNDATED')
    expect(undated).toMatchObject(whole.has(name) ? [] : [{ path: `${name}.${path}` }])
  })
})

test('a list of comparisons says how many agree or round and are not listed', async () => {
  const unlisted = '{ figureComparisons(verdicts: [AGREE, ROUNDS]) { totalCount } }'
  const { figureComparisons } = dataOf(await graph.ask(unlisted)) as { figureComparisons: { totalCount: number } }
  expect(figureComparisons.totalCount).toBeGreaterThan(0)
  expect(await notes('{ figureComparisons { totalCount } }')).toMatchObject([
    { code: 'UNLISTED', path: 'figureComparisons.verdicts', unlistedCount: figureComparisons.totalCount },
  ])
  expect(await notes(unlisted)).toEqual([])
})

test('a served graph tells it on every way that an answer takes', async () => {
  const server = await testServer()
  for (const query of [
    '{ statements(filter: { speaker: "mark-gren" }) { totalCount } }',
    '{ statements(filter: { speaker: "mark-gren" }) { totalCount @include(if: true) } }',
  ]) {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(await response.json()).toMatchObject({
      data: { statements: { totalCount: 0 } },
      extensions: { notes: [{ nearest: ['mark-green'] }] },
    })
  }
})

test('among more names than can be looked through, none is said to be missing that may be there', async () => {
  const many = testGraph(writer => {
    writer.client.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MOST_CANDIDATES + 10})
      insert into agents (slug, kind, name) select 'agent-' || i, 'PERSON', 'Agent ' || i from n`)
  })
  const last = `agent ${MOST_CANDIDATES + 10}`
  const named = await many.ask(`{ agents(filter: { name: { eq: "${last}" } }) { totalCount } }`)
  expect(named).toMatchObject({ data: { agents: { totalCount: 1 } } })
  expect(notesOf(named)).toEqual([])
  // A slug is found by its index, however many there are.
  expect(notesOf(await many.ask('{ agent(slug: "agnt-7") { name } }'))).toMatchObject([{ notFound: 'agnt-7' }])
})

describe('whatever a filter names and the graph does not have is told', () => {
  /** A condition by which that filter field names nothing, and the way to the name in it. */
  function namesNothing(name: string, field: FilterField): [condition: string, path: string][] {
    if (field.kind === 'one') return [[`${name}: "names-nothing"`, name]]
    if (field.kind === 'label') return [[`${name}: { name: "names-nothing" }`, `${name}.name`]]
    if (field.kind === 'condition') return [[`${name}: { aspect: "names-nothing" }`, `${name}.aspect`]]
    if (field.kind === 'search') return [[`${name}: "names-nothing"`, name]]
    // Whole sentences are no names.
    if (field.kind !== 'text' || ['text', 'exact', 'difference'].includes(field.column)) return []
    return [
      [`${name}: { contains: "names-nothing" }`, `${name}.contains`],
      [`${name}: { startsWith: "names-nothing" }`, `${name}.startsWith`],
      [`${name}: { exactly: { eq: "names-nothing" } }`, `${name}.exactly.eq`],
      [`${name}: { eq: "names-nothing" }`, `${name}.eq`],
      [`${name}: { in: ["names-nothing"] }`, `${name}.in.0`],
    ]
  }

  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, extensions: { reads } }) =>
    reads instanceof PageOfList && reads.list.relation === undefined ? [[name, reads.list.entity] as const] : [],
  )
  const asked = lists.flatMap(([list, entity]) =>
    Object.entries(filterFields.get(entity) ?? {}).flatMap(([name, field]) =>
      namesNothing(name, field).map(([condition, path]) => [list, condition, `${list}.filter.${path}`] as const),
    ),
  )

  test('there is much to name', () => {
    expect(lists.length).toBeGreaterThan(15)
    expect(asked.length).toBeGreaterThan(100)
  })

  test.each(asked)('%s(filter: { %s })', async (list, condition, path) => {
    const told = await notes(`{ ${list}(filter: { ${condition} }) { totalCount } }`)
    expect(told).toMatchObject([{ code: 'NOT_FOUND', path, notFound: 'names-nothing' }])
  })

  test('so is a value of a vocabulary that no row has', async () => {
    let told = 0
    for (const [list, entity] of lists) {
      // People and organizations are one kind of row: a value may be that of the other.
      if (list === 'people' || list === 'organizations') continue
      for (const [name, field] of Object.entries(filterFields.get(entity) ?? {})) {
        if (field.kind !== 'term') continue
        for (const value of Object.keys(field.vocabulary)) {
          const answer = await graph.ask(`{ ${list}(filter: { ${name}: [${value}] }) { totalCount } }`)
          const { totalCount } = Object(answer.data)[list] as { totalCount: number }
          const missing = { code: 'NOT_FOUND', path: `${list}.filter.${name}.0`, notFound: value }
          expect(notesOf(answer), `${list}.${name}: ${value}`).toMatchObject(totalCount === 0 ? [missing] : [])
          told += totalCount === 0 ? 1 : 0
        }
      }
    }
    expect(told).toBeGreaterThan(20)
  })

  test('so is an argument that is a slug, of whatever field', async () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args, type }) => args.length === 1 && args[0]?.name === 'slug' && isObjectType(type),
    )
    expect(fields.length).toBeGreaterThan(5)
    for (const { name } of fields) {
      const told = await notes(`{ ${name}(slug: "names-nothing") { __typename } }`)
      expect(told, name).toMatchObject([{ path: `${name}.slug`, notFound: 'names-nothing' }])
    }
  })
})

test('a name that stands at the other end of what is asked for is told with the field that has it', async () => {
  const { data } = await graph.ask('{ figureRelations(first: 100) { nodes { subject { slug } object { slug } } } }')
  const { nodes } = Object(data).figureRelations as { nodes: { subject: { slug: string }; object: { slug: string } }[] }
  const subjects = new Set(nodes.map(({ subject }) => subject.slug))
  const [wrong = ''] = nodes.map(({ object }) => object.slug).filter(slug => !subjects.has(slug))
  expect(await notes(`{ figureRelations(filter: { subject: "${wrong}" }) { totalCount } }`)).toEqual([
    {
      code: 'NOT_FOUND',
      message: `No figure relation has “${wrong}” as its subject. Did you mean object?`,
      path: 'figureRelations.filter.subject',
      notFound: wrong,
      nearest: ['object'],
    },
  ])
  expect(await notes(`{ figureRelations(filter: { object: "${wrong}" }) { totalCount } }`)).toEqual([])
})

test('so are conditions that only something at the other end meets', async () => {
  const republicans =
    '{ people(filter: { memberships: { organizationMatches: { name: { eq: "Republican Party" } } } }) { totalCount } }'
  expect(await notes(republicans)).toEqual([
    {
      code: 'NOT_FOUND',
      message: 'No membership has that as its organization. Did you mean onBehalfOfMatches?',
      path: 'people.filter.memberships.organizationMatches',
      notFound: 'organizationMatches',
      nearest: ['onBehalfOfMatches'],
    },
  ])
  expect(await notes(republicans.replace('organizationMatches', 'onBehalfOfMatches'))).toEqual([])
  expect(
    await notes('{ memberships(filter: { memberMatches: { name: { eq: "Mark Green" } } }) { totalCount } }'),
  ).toEqual([])
})

test('a condition that no figure has is told with those that some have', async () => {
  const asked = (value: string) =>
    notes(`{ figures(filter: { condition: { aspect: "custody", value: "${value}" } }) { totalCount } }`)
  expect(await asked('not detained')).toEqual([])
  expect(await asked('not detaind')).toMatchObject([
    { path: 'figures.filter.condition.value', notFound: 'not detaind', nearest: ['not detained'] },
  ])
})

describe('a number that nothing has is told with those next to it', () => {
  const cases: readonly (readonly [query: string, path: string, nearest: string[], message: string])[] = [
    [
      '{ number(words: "435,001") { value } }',
      'number.words',
      ['435000', '435719'],
      'No wording names 435,001. The nearest are 435,000 and 435,719.',
    ],
    [
      '{ number(words: "2 million") { value } }',
      'number.words',
      ['900000'],
      'The nearest is 900,000 (“nearly 900,000”).',
    ],
    [
      '{ figures(filter: { value: { eq: 435001 } }) { totalCount } }',
      'figures.filter.value',
      ['435000', '435719'],
      'No figure has the value 435,001. The nearest are 435,000 and 435,719.',
    ],
    [
      '{ statements(filter: { figureMentions: { value: { in: [435001, 435719] } } }) { totalCount } }',
      'statements.filter.figureMentions.value.in.0',
      ['435000', '435719'],
      'No figure mention has the value 435,001.',
    ],
    [
      '{ figures(filter: { value: { near: { value: 1000000, within: 0.01 } } }) { totalCount } }',
      'figures.filter.value',
      ['900000'],
      'No figure has such a value. The nearest is 900,000.',
    ],
    [
      '{ figureMentions(filter: { lower: { gt: 10000000 } }) { totalCount } }',
      'figureMentions.filter.lower',
      ['662566'],
      'No figure mention has such a lower bound.',
    ],
  ]
  test.each(cases)('%s', async (query, path, nearest, message) => {
    const told = await notes(query)
    expect(told).toMatchObject([{ code: 'NOT_FOUND', path, nearest }])
    expect(told[0]?.message).toContain(message)
  })

  test('or, where others have it, with where they have it', async () => {
    expect(await notes('{ number(words: "$435,000") { value } }')).toMatchObject([
      {
        path: 'number.words',
        message: 'No wording in $ names 435,000, but others do: the number alone, without a unit, finds them.',
      },
    ])
  })

  test('and nothing is told of what is there', async () => {
    for (const query of [
      '{ number(words: "435k") { value } }',
      '{ number(words: "about 435,000") { value } }',
      '{ figures(filter: { value: { gte: 435000, lt: 435001 } }) { totalCount } }',
      '{ figures(filter: { value: { isNull: true } }) { totalCount } }',
      '{ figures(filter: { value: { not: 435001 } }) { totalCount } }',
    ])
      expect(await notes(query), query).toEqual([])
  })
})

describe('what stands elsewhere is told where nothing is found', () => {
  const cases: readonly (readonly [query: string, path: string, message: RegExp])[] = [
    [
      '{ concordance(term: "convict") { totalCount } }',
      'concordance.term',
      /^“convict” is found nowhere so, but in other forms \(anyForm: true\) at \d+ places\.$/,
    ],
    [
      'query ($who: Reference!) { concordance(term: "agency", filter: { speaker: $who }) { totalCount } }',
      'concordance.term',
      /without the filter at \d places and in whole documents \(scope: DOCUMENTS\) at \d places/,
    ],
    [
      '{ statements(filter: { speaker: "wane" }) { totalCount } }',
      'statements.filter.speaker',
      /^wane says nothing as a speaker, but publishes documents, which say 6 statements in their own voice: statements\(filter: \{ voice: DOCUMENT/,
    ],
    ['{ agent(slug: "wane") { statements { totalCount } } }', 'agent.statements', /publishes documents/],
    [
      '{ organization(slug: "republican-party") { members { totalCount } } }',
      'organization.members',
      /^republican-party has no members, but 1 role held on its behalf: ask for representatives\.$/,
    ],
  ]
  test.each(cases)('%s', async (query, path, message) => {
    const told = await notes(query, query.includes('$who') ? { who: 'mark-green' } : {})
    expect(told).toMatchObject([{ code: 'NOT_FOUND', path, message: expect.stringMatching(message) }])
  })

  test('and nothing where it is found, or stands nowhere else', async () => {
    for (const query of [
      '{ concordance(term: "agency") { totalCount } }',
      '{ concordance(term: "") { totalCount } }',
      '{ agent(slug: "mark-green") { statements { totalCount } } }',
      '{ organization(slug: "dhs") { members { totalCount } } }',
      '{ organization(slug: "washington") { members { totalCount } } }',
    ])
      expect(
        (await notes(query)).filter(({ code }) => code === 'NOT_FOUND'),
        query,
      ).toEqual([])
  })

  test('and of how many the party is not certain', async () => {
    const { statementStats } = dataOf(await graph.ask('{ statementStats(groupBy: [PARTY]) { notes } }')) as {
      statementStats: { notes: string[] }
    }
    expect(statementStats.notes).toContainEqual(
      expect.stringMatching(
        /^\d+ statements are by speakers who hold a role for a party, but not certainly at that time/,
      ),
    )
  })
})

test('a hedge in front of a number is told to be left aside', async () => {
  const noted = async (words: string) => {
    const { number } = dataOf(await graph.ask(`{ number(words: "${words}") { notes } }`)) as {
      number: { notes: string[] }
    }
    return number.notes.slice(1)
  }
  expect(await noted('435,000')).toEqual([])
  for (const words of ['about 435,000', 'more than 435,000', 'nearly 435,000'])
    expect(await noted(words)).toEqual([
      `“${words}” was searched as 435,000 with any hedge: each approximation says which.`,
    ])
})

test('of few names that there are, all are told', async () => {
  expect(await notes('{ figures(filter: { unit: { eq: "usd" } }) { totalCount } }')).toMatchObject([
    { message: 'No figure has the unit “usd”. The graph has people.', nearest: [] },
  ])
  expect(await notes('{ stances(filter: { stance: OPPOSES }) { totalCount } }')).toMatchObject([
    { message: 'No stance has the stance “OPPOSES”. The graph has SUPPORTS.', nearest: [] },
  ])
  expect(await notes('{ documents(filter: { title: { contains: "ICE" } }) { totalCount } }')).toMatchObject([
    { message: 'No document has a title.', nearest: [] },
  ])
})

describe('a search that finds nothing says which of its words stands nowhere', () => {
  const cases: readonly (readonly [query: string, path: string, notFound: string, message: string])[] = [
    [
      '{ search(query: "homicide murder") { totalCount } }',
      'search.query',
      'murder',
      'Nothing has the word “murder”; 3 have “homicide”.',
    ],
    [
      '{ search(query: "homicde") { totalCount } }',
      'search.query',
      'homicde',
      'Nothing has the word “homicde”. Did you mean homicide?',
    ],
    [
      '{ search(query: "zebra*") { totalCount } }',
      'search.query',
      'zebra',
      'Nothing has a word that begins with “zebra”.',
    ],
    [
      '{ search(query: "9,999,999") { totalCount } }',
      'search.query',
      '9,999,999',
      'Nothing has the number “9,999,999”.',
    ],
    [
      '{ search(query: "mayors homicide", types: STATEMENT) { totalCount } }',
      'search.query',
      'mayors homicide',
      'Nothing that was looked through has all of “mayors” and “homicide”; documents have.',
    ],
    [
      '{ search(query: "homicide", types: [AGENT]) { totalCount } }',
      'search.query',
      'homicide',
      'Nothing that was looked through has “homicide”; statements, documents, and claims have.',
    ],
    ['{ concordance(term: "homocide") { totalCount } }', 'concordance.term', 'homocide', 'Did you mean homicide?'],
    [
      '{ statements(filter: { search: "homocide" }) { totalCount } }',
      'statements.filter.search',
      'homocide',
      'homicide',
    ],
    [
      '{ compareFraming(speakers: ["mark-green", "tony-gonzales"], about: { query: "zebra" }) { __typename } }',
      'compareFraming.about.query',
      'zebra',
      'Nothing has the word “zebra”.',
    ],
  ]
  test('OR is a word, and how to ask for either is said', async () => {
    const told = await notes('{ statements(filter: { search: "mayors OR beds" }) { totalCount } }')
    expect(told).toMatchObject([{ notFound: 'OR' }, { notFound: 'beds' }])
    expect(told[0]?.message).toContain('or: [{ search: … }, { search: … }]')
    expect(await notes('{ statements(filter: { search: "mayors or beds" }) { totalCount } }')).toHaveLength(1)
  })

  test.each(cases)('%s', async (query, path, notFound, message) => {
    const told = await notes(query)
    expect(told).toMatchObject([{ code: 'NOT_FOUND', path, notFound }])
    expect(told[0]?.message).toContain(message)
  })

  test('or that all of them stand somewhere, but never together', async () => {
    const two = testGraph(writer => {
      for (const [slug, words] of [
        ['first', 'The dam will hold.'],
        ['second', 'The bridge will fall.'],
      ] as const) {
        writeDocument(writer, documentOf(slug, [{ speaker: 'Bo', words }]), { replace: false })
      }
    })
    expect(notesOf(await two.ask('{ search(query: "dam bridge") { totalCount } }'))).toMatchObject([
      { message: 'Each of “dam” and “bridge” is found, but nothing has all of them.', notFound: 'dam bridge' },
    ])
  })

  test('and says nothing of what is found, or is no word', async () => {
    for (const query of ['homicide', '"convicted of homicide"', 'homicid*', '435719', '', '?!', '435k']) {
      const told = await notes('query ($query: String!) { search(query: $query) { totalCount } }', { query })
      expect(told, query).toEqual([])
    }
    expect(await notes('{ concordance(term: "convictions", anyForm: true) { totalCount } }')).toEqual([])
  })
})

test('roles without a date are told where roles at a date are asked for', async () => {
  const asked = (filter = '') =>
    `{ person(slug: "mark-green") { membershipsAsOf(date: "2024"${filter}) { totalCount } } }`
  expect(await notes(asked())).toMatchObject([
    {
      code: 'UNDATED',
      path: 'person.membershipsAsOf.date',
      message: expect.stringContaining('have no date and are left out'),
    },
  ])
  expect(await notes(asked(', filter: { role: { eq: "Chairman" } }'))).toMatchObject([
    { code: 'UNDATED', undatedCount: 1, message: expect.stringContaining('held: { isNull: true } finds them') },
  ])
})

describe('what others only report that a speaker said is told', () => {
  const message = '1 of these is only reported by others: filter: { hasReportedIn: false } leaves it out.'
  const cases: readonly (readonly [query: string, path: string, nestedCount: number])[] = [
    ['{ agent(slug: "biden-harris-administration") { statements { totalCount } } }', 'agent.statements', 1],
    ['query ($who: String!) { a: agent(slug: $who) { s: statements { nodes { text } } } }', 'a.s', 1],
    ['{ statements(filter: { speaker: "biden-harris-administration" }) { totalCount } }', 'statements', 1],
    ['{ organizations { nodes { statements { totalCount } } } }', 'organizations.nodes.statements', 4],
    [
      '{ organizations(filter: { slug: { eq: "biden-harris-administration" } }) { nodes { statements { totalCount } } } }',
      'organizations.nodes.statements',
      1,
    ],
  ]
  test.each(cases)('%s', async (query, path, nestedCount) => {
    const found = await notes(query, query.includes('$who') ? { who: 'biden-harris-administration' } : undefined)
    expect(found).toMatchObject([{ code: 'NESTED', path, nestedCount }])
    if (nestedCount === 1) expect(found[0]?.message).toBe(message)
  })

  test('deeper down it is counted in the whole graph', async () => {
    const [note] = await notes('{ statements { nodes { speaker { statements { totalCount } } } } }')
    expect(note).toMatchObject({
      code: 'NESTED',
      message: expect.stringContaining('statements of speakers, here and elsewhere in the graph, are only reported'),
    })
  })

  test.each([
    '{ agent(slug: "mark-green") { statements { totalCount } } }',
    '{ agent(slug: "biden-harris-administration") { statements(filter: { hasReportedIn: false }) { totalCount } } }',
    '{ agent(slug: "biden-harris-administration") { statements(filter: { and: [{ hasReportedIn: true }] }) { totalCount } } }',
    '{ agent(slug: "biden-harris-administration") { addressedIn { totalCount } } }',
    '{ statements { totalCount } }',
    '{ statements(filter: { hasSpeaker: false }) { totalCount } }',
  ])('nothing is told where there is none, or none is asked for: %s', async query => {
    expect(await notes(query)).toEqual([])
  })
})

test('an order by date says how much of the list has none, where that is most of it', async () => {
  expect(await notes('{ statements(order: { by: TIME }) { nodes { text } } }')).toEqual([
    {
      code: 'UNDATED',
      message: '40 of 41 have no date and stand last, in the order of import.',
      path: 'statements.order',
      undatedCount: 40,
    },
  ])
  const ofOne = '{ person(slug: "mark-green") { statements(order: { by: TIME, direction: DESC }) { totalCount } } }'
  expect(await notes(ofOne)).toMatchObject([{ message: expect.stringMatching(/^6 of 6 have no date and stand last/) }])
  const dated = '{ statements(filter: { said: { isNull: false } }, order: { by: TIME }) { totalCount } }'
  expect(await notes(dated)).toEqual([])
  expect(await notes('{ statements(order: { by: SPEAKER }) { totalCount } }')).toEqual([])
  expect(await notes('{ claims(order: { by: TIME }) { totalCount } }')).toMatchObject([
    { code: 'UNDATED', path: 'claims.order', message: expect.stringContaining('have no date and stand last') },
  ])
  expect(await notes('{ documents(order: { by: PUBLISHED }) { totalCount } }')).toEqual([])
})

test('changes that are listed from nowhere say how to begin', async () => {
  expect(await notes('{ changes { nodes { kind } } }')).toMatchObject([
    { code: 'UNLISTED', path: 'changes.after', message: expect.stringContaining('`after: ""` starts with the first') },
  ])
  expect(await notes('{ changes { cursor } }')).toEqual([])
  expect(await notes('{ changes(after: "") { nodes { kind } } }')).toEqual([])
})
