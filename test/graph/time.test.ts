import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEdtf } from '../../src/model/edtf.ts'
import { writeCorpus } from '../support/corpus.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { planOf } from '../support/plan.ts'
import { TestDocument } from '../support/records.ts'
import { tableOf } from '../support/tables.ts'
import { writeDocument } from '../support/writeDocument.ts'

const operators = ['before', 'overlaps', 'within', 'after']

describe('conditions on a time', () => {
  const rows = tableOf('time.md', 'the time')
  const times = [...new Set(rows.map(([time = '']) => time))]
  const graph = testGraph(writer => {
    const document = new TestDocument('times', 'Then.')
    for (const [index, time] of times.entries()) document.time(`t${index}`, readEdtf(time) ? time : null)
    writeDocument(writer, document.records, { replace: false })
  })

  const query = `query ($slug: String!, $date: EDTF!) { ${[
    ...operators.map(operator => `${operator}: times(filter: { slug: { eq: $slug }, when: { ${operator}: $date } })`),
    'isNull: times(filter: { slug: { eq: $slug }, when: { isNull: true } })',
    'notBefore: times(filter: { slug: { eq: $slug }, not: { when: { before: $date } } })',
  ]
    .map(field => `${field} { totalCount }`)
    .join(' ')} }`

  async function holds(slug: string, date: string): Promise<string[]> {
    const data = Object.entries(Object(dataOf(await graph.ask(query, { slug, date }))))
    return data.filter(([, list]) => Object(list).totalCount === 1).map(([name]) => name)
  }

  test.each(rows)('%s, asked for %s', async (time, asked, ...cells) => {
    const expected = operators.filter((_, index) => cells[index] === 'yes')
    if (!readEdtf(time)) expected.push('isNull')
    if (!expected.includes('before')) expected.push('notBefore')
    expect(await holds(`times/t${times.indexOf(time)}`, asked)).toEqual(expected.sort(byOrder))
  })

  test('exactly one of before, overlaps and after holds of a dated time, and within only with overlaps', async () => {
    const dated = times.filter(time => readEdtf(time) !== null)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...dated), fc.constantFrom(...dated), async (time, asked) => {
        const held = await holds(`times/t${times.indexOf(time)}`, asked)
        expect(held.filter(name => ['before', 'overlaps', 'after'].includes(name))).toHaveLength(1)
        expect(held.includes('within') && !held.includes('overlaps')).toBe(false)
      }),
    )
  })

  test('says what is marked as uncertain or approximate', async () => {
    const { times } = Object(dataOf(await graph.ask('{ times(first: 100) { nodes { edtf uncertain approximate } } }')))
    const marked = times.nodes.filter((time: Record<string, unknown>) => time.uncertain || time.approximate)
    expect(marked).toEqual([
      { edtf: '2024~', uncertain: false, approximate: true },
      { edtf: '2024-07?', uncertain: true, approximate: false },
    ])
  })

  test.each(['July 2024', '2024-02-30', ''])('refuses the date “%s”', async date => {
    const { errors } = await graph.ask(query, { slug: 'times/t0', date })
    expect(errors?.[0]?.message).toContain(`“${date}” is not an EDTF date or interval, such as 2024`)
  })

  const order = [...operators, 'isNull', 'notBefore']
  const byOrder = (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
})

const known = (cell: string | undefined) => (cell === undefined || cell === 'not known' ? null : cell)

describe('roles at a date', () => {
  const rows = tableOf('time.md', 'from')
  const graph = testGraph(writer => {
    const document = new TestDocument('roles', 'Roles.')
    for (const [index, [from, until]] of rows.entries()) {
      const memberId = document.person(`person-${index}`)
      document.membership(`roles/${index}`, { memberId, startDate: known(from), endDate: known(until) })
    }
    const memberId = document.person('senator')
    const terms = [
      ['2011-01-03', '2017-01-03', 'Senator'],
      ['2017-01-03', '2023-01-03', 'Senator'],
      ['2023-01-03', null, 'Senator'],
      ['2015', '2016', 'candidate'],
    ] as const
    for (const [index, [startDate, endDate, role]] of terms.entries()) {
      document.membership(`roles/senator/${index}`, { memberId, startDate, endDate, role, documentId: null })
    }
    writeDocument(writer, document.records, { replace: false })
  })

  test.each(rows.map((row, index) => [index, ...row] as const))(
    'row %i: from %s until %s, asked for %s: %s',
    async (index, _from, _until, date, answer) => {
      const query = `query ($slug: String!, $date: EDTF!) {
        person(slug: $slug) { membershipsAsOf(date: $date) { totalCount nodes { certainty } } }
      }`
      const { person } = Object(dataOf(await graph.ask(query, { slug: `person-${index}`, date })))
      const nodes = answer === 'none' ? [] : [{ certainty: answer }]
      expect(person.membershipsAsOf).toEqual({ totalCount: nodes.length, nodes })
    },
  )

  test('filters, orders and pages them like every list', async () => {
    const query = `query ($after: String) {
      person(slug: "senator") {
        all: membershipsAsOf(date: "2016-06-01", order: { by: ROLE }) { nodes { certainty membership { slug } } }
        candidate: membershipsAsOf(date: "2016-06-01", filter: { role: { eq: "candidate" } }) { totalCount }
        handover: membershipsAsOf(date: "2017-01-03") { nodes { certainty membership { slug } } }
        now: membershipsAsOf(date: "2024") { nodes { certainty membership { slug } } }
        page: membershipsAsOf(date: "2017-01-03", first: 1, after: $after) {
          edges { cursor node { membership { slug } } } pageInfo { hasNextPage endCursor }
        }
      }
    }`
    const { person } = Object(dataOf(await graph.ask(query)))
    const held = (slug: number, certainty = 'CERTAIN') => ({ certainty, membership: { slug: `roles/senator/${slug}` } })
    expect(person.all.nodes).toEqual([held(0), held(3, 'POSSIBLE')])
    expect(person.candidate.totalCount).toBe(1)
    expect(person.handover.nodes).toEqual([held(0), held(1)])
    expect(person.now.nodes).toEqual([held(2, 'POSSIBLE')])
    expect(person.page.pageInfo.hasNextPage).toBe(true)
    const next = Object(dataOf(await graph.ask(query, { after: person.page.pageInfo.endCursor })))
    expect(next.person.page.edges[0].node.membership.slug).toBe('roles/senator/1')
    expect(next.person.page.pageInfo.hasNextPage).toBe(false)
  })
})

describe('roles of a speaker', () => {
  const rows = tableOf('time.md', 'the statement was made')
  const graph = testGraph(writer => {
    for (const [index, row] of rows.entries()) writeSpeakerRole(index, row)

    function writeSpeakerRole(index: number, [made = '', published, givenBy, from, until]: string[]): void {
      const document = new TestDocument(`d${index}`, 'Said.', { published: known(published) })
      const speakerId = document.person(`speaker-${index}`)
      const date = /\d[\d-]*/.exec(made)?.[0] ?? null
      const timeId = date !== null || made.includes('not resolved') ? document.time('then', date) : null
      const channelId = timeId && made.includes('letter') ? document.letter('letter', timeId) : null
      const reportedInId = made.startsWith('inside') ? document.statement('outer', {}) : null
      document.statement('said', { speakerId, channelId, reportedInId, timeId: channelId ? null : timeId })

      const other = new TestDocument(`other-${index}`, 'Other.')
      other.person(speakerId)
      const isInferred = givenBy?.includes('by inference') === true
      const source = givenBy === 'this document' || isInferred ? document : other
      source.membership(`${source.slug}/role`, {
        memberId: speakerId,
        startDate: known(from),
        endDate: known(until),
        ...(isInferred ? { basis: 'INFERRED', reason: 'It is read so.' } : {}),
        documentId: givenBy === 'a register' ? null : source.slug,
      })
      writeDocument(writer, document.records, { replace: false })
      writeDocument(writer, other.records, { replace: false })
    }
  })

  test.each(rows.map((row, index) => [index, ...row] as const))(
    'row %i: made %s, published %s, given by %s, from %s until %s: %s',
    async (index, ...row) => {
      const query = `query ($speaker: Reference!) {
        statements(filter: { speaker: $speaker }) { nodes { speakerRoles { why certainty } } }
      }`
      const data = Object(dataOf(await graph.ask(query, { speaker: `speaker-${index}` })))
      const [why, certainty] = row[5]?.split(' ') ?? []
      expect(data.statements.nodes).toEqual([{ speakerRoles: why === 'none' ? [] : [{ why, certainty }] }])
    },
  )
})

describe('two men of one surname, a day that is a handover, and a party that changes', () => {
  const graph = testGraph(writer => {
    for (const [key, published] of [
      ['debate-1988', '1988-10-13'],
      ['debate-2000', '2000-10-03'],
      ['inauguration', '1989-01-20'],
    ] as const) {
      const document = new TestDocument(key, 'Said.', { published })
      for (const party of ['party-a', 'party-b']) {
        document.records.agents.push({ slug: party, kind: 'ORGANIZATION', organizationKind: 'PARTY', name: party })
      }
      for (const speakerId of ['bush-41', 'bush-43', 'switcher']) {
        document.person(speakerId)
        document.statement(speakerId, { speakerId })
      }
      if (key === 'debate-1988') writeRegister(document)
      writeDocument(writer, document.records, { replace: false })
    }

    function writeRegister(document: TestDocument): void {
      const terms = [
        ['bush-41', 'Vice President', '1981-01-20', '1989-01-20', 'party-a'],
        ['bush-41', 'President', '1989-01-20', '1993-01-20', 'party-a'],
        ['bush-43', 'Governor', '1995-01-17', '2000-12-21', 'party-a'],
        ['bush-43', 'President', '2001-01-20', '2009-01-20', 'party-a'],
        ['switcher', 'Senator', '1981-01-05', '1994', 'party-a'],
        ['switcher', 'Senator', '1995', '2011-01-03', 'party-b'],
      ] as const
      for (const [index, [memberId, role, startDate, endDate, onBehalfOfId]] of terms.entries()) {
        const membership = { memberId, role, startDate, endDate, onBehalfOfId, documentId: null }
        document.membership(`register/${index}`, membership)
      }
    }
  })

  test('gives each the role and the party of that day', async () => {
    const answer = await graph.ask(`{
      documents(order: { by: PUBLISHED }) { nodes { slug statements { nodes {
        speaker { name } speakerRoles { why certainty date membership { role onBehalfOf { slug } } }
      } } } }
    }`)
    const { documents } = Object(dataOf(answer))
    const told = documents.nodes.flatMap((document: { slug: string; statements: { nodes: Told[] } }) =>
      document.statements.nodes.map(({ speaker, speakerRoles }) => [
        document.slug,
        speaker.name,
        ...speakerRoles.map(({ certainty, date, membership: { role, onBehalfOf } }) =>
          [certainty, role, onBehalfOf.slug, date].join(' '),
        ),
      ]),
    )
    expect(told).toEqual([
      ['debate-1988', 'bush-41', 'CERTAIN Vice President party-a 1988-10-13'],
      ['debate-1988', 'bush-43'],
      ['debate-1988', 'switcher', 'CERTAIN Senator party-a 1988-10-13'],
      ['inauguration', 'bush-41', 'CERTAIN Vice President party-a 1989-01-20', 'CERTAIN President party-a 1989-01-20'],
      ['inauguration', 'bush-43'],
      ['inauguration', 'switcher', 'CERTAIN Senator party-a 1989-01-20'],
      ['debate-2000', 'bush-41'],
      ['debate-2000', 'bush-43', 'CERTAIN Governor party-a 2000-10-03'],
      ['debate-2000', 'switcher', 'CERTAIN Senator party-b 2000-10-03'],
    ])
  })

  interface Told {
    speaker: { name: string }
    speakerRoles: { certainty: string; date: string; membership: { role: string; onBehalfOf: { slug: string } } }[]
  }
})

describe('the seed', () => {
  const graph = testGraph()

  test('has every role of its speakers stated in the document', async () => {
    const answer = await graph.ask(`{
      statements(first: 100, filter: { hasSpeaker: true }) {
        nodes { speaker { slug } speakerRoles { why certainty membership { role member { slug } } } }
      }
    }`)
    const { statements } = Object(dataOf(answer))
    const roles: Record<string, Set<string>> = {}
    for (const { speaker, speakerRoles } of statements.nodes) {
      for (const { why, membership } of speakerRoles) {
        expect([why, membership.member.slug]).toEqual(['STATED_IN_DOCUMENT', speaker.slug])
        roles[speaker.slug] = (roles[speaker.slug] ?? new Set()).add(membership.role)
      }
    }
    expect(Object.fromEntries(Object.entries(roles).map(([slug, set]) => [slug, [...set].sort()]))).toEqual({
      'dhs-law-enforcement': ['law enforcement'],
      'patrick-lechleitner': ['Deputy Director', 'head'],
      'tony-gonzales': ['Appropriator', 'U.S. Rep.', 'border lawmaker', 'member'],
      'mark-green': ['Chairman', 'of Tennessee'],
    })
  })

  test('is certain of nothing that was said on an unknown Friday, nor at a time of writing that is not known', async () => {
    const answer = await graph.ask(`{
      person(slug: "mark-green") { statements { nodes { time { words } speakerRoles { certainty } } } }
    }`)
    const { person } = Object(dataOf(answer))
    const told = new Set<string>()
    for (const { time, speakerRoles } of person.statements.nodes) {
      for (const { certainty } of speakerRoles) told.add(`${time?.words ?? 'as written'}: ${certainty}`)
    }
    expect([...told].sort()).toEqual(['Friday: POSSIBLE', 'as written: POSSIBLE'])
  })
})

describe('a graph of thousands of statements', () => {
  const graph = testGraph(writer => void writeCorpus(writer))

  test('tells the roles of a page of speakers by as many SQL statements as those of one', async () => {
    const query = (first: number) => `{
      statements(first: ${first}, filter: { hasSpeaker: true }) {
        nodes { speakerRoles { membership { role } } speaker { membershipsAsOf(date: "2024") { totalCount } } }
      }
    }`
    const one = await graph.ask(query(1))
    const hundred = await graph.ask(query(100))
    expect(dataOf(hundred)).toBeDefined()
    expect(hundred.sql).toEqual(one.sql)
  })

  test.each([
    'overlaps: "2020-01-15"',
    'overlaps: "2020-02/.."',
    'overlaps: "../2020-01"',
    'before: "2020-01-15"',
    'after: "2020-01-15"',
    'within: "2020-01"',
  ])('finds what stands to a date (%s) by an index', async condition => {
    const answer = await graph.ask(`{
      said: statements(filter: { timeMatches: { when: { ${condition} } } }) { totalCount }
      published: statements(filter: { documentMatches: { published: { ${condition} } } }) { totalCount }
      held: agents(filter: { memberships: { held: { ${condition} } } }, order: { by: NAME }) { totalCount }
    }`)
    expect(Object(dataOf(answer)).published.totalCount).toBeGreaterThan(0)
    const plan = planOf(graph, answer)
    expect(plan.filter(step => /(documents_by_|time_expressions_by_)(earliest|latest)/.test(step))).not.toEqual([])
    expect(plan.filter(step => /^SCAN t\d+$/.test(step))).toEqual([])
  })
})
