import { describe, expect, test } from 'vitest'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { writeDocument } from '../support/writeDocument.ts'

const seed = testGraph()
const corpus = testGraph(writer => void writeCorpus(writer))

/** Everything that the corpus says in somebody's voice, by its number. */
const said = Array.from({ length: defaultSize.documents * defaultSize.statementsPerDocument }, (_, n) => {
  const d = Math.floor(n / defaultSize.statementsPerDocument)
  const date = new Date(Date.UTC(2020, 0, 1 + d)).toISOString().slice(0, 10)
  return { ...statementNumber(n), document: d, date, agrees: n % 2 === 0 }
}).filter(({ speaker }) => speaker !== null)

/** What is left of it where repeats count once a bucket. */
function once(bucket: (statement: (typeof said)[number]) => string | number) {
  const seen = new Set<string>()
  return said.filter(statement => {
    const key = `${statement.speaker} ${statement.topic} ${statement.agrees} ${bucket(statement)}`
    return !seen.has(key) && seen.add(key)
  })
}

/** The congruence of two speakers, straight from its definition: pairs of statements that agree. */
function agreementIn(statements: typeof said) {
  const bySpeaker = Map.groupBy(statements, ({ speaker }) => speaker)
  return (one: string, other: string): number =>
    (bySpeaker.get(one) ?? []).reduce(
      (sum, a) => sum + (bySpeaker.get(other) ?? []).filter(b => a.topic === b.topic && a.agrees === b.agrees).length,
      0,
    )
}

describe('the network of a corpus in which all is known', () => {
  test.each([
    ['INCLUDE', said],
    ['DOCUMENT', once(({ document }) => document)],
    ['MONTH', once(({ date }) => date.slice(0, 7))],
    ['YEAR', once(({ date }) => date.slice(0, 4))],
    ['ACROSS', once(() => '')],
  ])('counts repeats as asked: %s', async (duplicates, counted) => {
    const answer = await corpus.ask(
      `query ($duplicates: Duplicates!) {
        discourseNetwork(duplicates: $duplicates) {
          stances actorCount edgeCount
          edges(first: 3) { from { slug } to { slug } weight statements { totalCount } }
        }
      }`,
      { duplicates },
    )
    const agreement = agreementIn(counted)
    expect(dataOf(answer)).toEqual({
      discourseNetwork: {
        stances: counted.length,
        actorCount: defaultSize.speakers,
        edgeCount: expect.any(Number),
        edges: expect.toSatisfy(
          (edges: EdgeShape[]) =>
            edges.length === 3 &&
            edges.every(
              ({ from, to, weight, statements }) =>
                weight === agreement(from.slug, to.slug) &&
                // The repeats that count once are shown all the same.
                statements.totalCount ===
                  said.filter(({ speaker }) => speaker === from.slug || speaker === to.slug).length,
            ),
        ),
      },
    })
  })

  test('ties exactly those who agree', async () => {
    const answer = await corpus.ask(
      '{ discourseNetwork(most: 40) { edges(first: 2000) { from { slug } to { slug } } } }',
    )
    const agreement = agreementIn(said)
    const speakers = Array.from({ length: defaultSize.speakers }, (_, index) => `speaker-${index}`)
    const expected = speakers.flatMap((one, index) =>
      speakers
        .slice(index + 1)
        .filter(other => agreement(one, other) > 0)
        .map(other => [one, other].sort().join(' ')),
    )
    expect(dataOf(answer)).toEqual({
      discourseNetwork: {
        edges: expect.toSatisfy(
          (edges: EdgeShape[]) =>
            JSON.stringify(edges.map(({ from, to }) => [from.slug, to.slug].sort().join(' ')).sort()) ===
            JSON.stringify(expected.sort()),
        ),
      },
    })
  })

  test('takes as many SQL statements for one edge as for a hundred', async () => {
    const query = (first: number) =>
      `{ discourseNetwork { edges(first: ${first}) { weight statements(first: 2) { nodes { text speaker { name } } } } } }`
    const [one, many] = [await corpus.ask(query(1)), await corpus.ask(query(100))]
    dataOf(many)
    expect(many.sql.length).toBe(one.sql.length)
  })

  test.each([
    ['YEAR', ({ date }: (typeof said)[number]) => date.slice(0, 4)],
    ['ACROSS', () => ''],
  ])('of repeats the earliest counts, in its window alone: %s', async (duplicates, bucket) => {
    const answer = await corpus.ask(
      `query ($duplicates: Duplicates!) {
        affiliationNetworkOverTime(unit: WEEK, duplicates: $duplicates) { from to network { stances } }
      }`,
      { duplicates },
    )
    const windows = (dataOf(answer) as { affiliationNetworkOverTime: WindowShape[] }).affiliationNetworkOverTime
    const counted = windows.map(({ from, to }) => once(bucket).filter(({ date }) => from <= date && date <= to).length)
    expect(windows.map(({ network }) => network.stances)).toEqual(counted)
    expect(counted.reduce((sum, count) => sum + count)).toBe(once(bucket).length)
  })

  test('moves through time in windows', async () => {
    const answer = await corpus.ask(
      `{ affiliationNetworkOverTime(unit: MONTH) {
          from to network { stances edges(first: 1) { weight statements(first: 1, order: { by: POSITION, direction: DESC }) {
            totalCount nodes { document { published } } } } } } }`,
    )
    const within = (month: string) => said.filter(({ date }) => date.startsWith(month))
    expect(dataOf(answer)).toEqual({
      affiliationNetworkOverTime: [
        {
          from: '2020-01-01',
          to: '2020-01-31',
          network: { stances: within('2020-01').length, edges: [expect.anything()] },
        },
        {
          from: '2020-02-01',
          to: '2020-02-29',
          network: { stances: within('2020-02').length, edges: [expect.anything()] },
        },
      ],
    })
    expect(dataOf(answer)).toMatchObject({
      affiliationNetworkOverTime: [
        {
          network: {
            edges: [{ statements: { nodes: [{ document: { published: expect.stringMatching(/^2020-01/) } }] } }],
          },
        },
        {
          network: {
            edges: [{ statements: { nodes: [{ document: { published: expect.stringMatching(/^2020-02/) } }] } }],
          },
        },
      ],
    })
  })
})

describe('who acts', () => {
  const graph = testGraph(writer => {
    writeDocument(writer, hearing('hearing', '2010-05-01'), { replace: false })
    writeDocument(writer, hearing('later-hearing', '2020-05-01'), { replace: false })
  })

  const affiliations = async (args: string) => {
    const answer = await graph.ask(
      `{ affiliationNetwork(${args}) { leftOut notes edges { from { slug } to { slug } weight statements { nodes { slug } } } } }`,
    )
    return dataOf(answer)
  }

  test('what would not be there without paraphrase is noted', async () => {
    // Of Bob there is paraphrase alone, and of Cid his own words too.
    const spoken = testGraph(writer => {
      const said = [
        ['ann', 'SPEAKER'],
        ['bob', 'REPORTER'],
        ['cid', 'REPORTER'],
        ['cid', 'SPEAKER'],
      ] as const
      const records = documentOf(
        'talk',
        said.map(([speaker], index) => ({ speaker, words: `Tax it, ${index}.` })),
      )
      records.claims.push({ slug: 'tax', text: 'There should be a tax.' })
      for (const [index, { slug: statementId, contentId: passageId }] of records.statements.entries()) {
        const taken = { statementId, passageId, claimId: 'tax', stance: 'SUPPORTS', wording: said[index]?.[1] } as const
        records.stances.push({ slug: `talk/tax${index}`, ...taken })
      }
      writeDocument(writer, records, { replace: false })
    })
    const ask = async (args: string) =>
      dataOf(await spoken.ask(`{ affiliationNetwork(actors: PERSON${args}) { edgeCount notes } }`))
    expect(await ask('')).toMatchObject({
      affiliationNetwork: {
        edgeCount: 3,
        notes: expect.arrayContaining([
          expect.stringMatching(
            /^Paraphrase counts .*: of 3 ties, 1 would not be there without stances in a reporter's wording/,
          ),
        ]),
      },
    })
    expect(await ask(', filter: { stances: { wording: SPEAKER } }')).toMatchObject({
      affiliationNetwork: {
        edgeCount: 2,
        notes: expect.not.arrayContaining([expect.stringContaining('Paraphrase counts')]),
      },
    })
  })

  test('each tie and actor says in whose words and on what ground its stances are', async () => {
    const answer = await seed.ask(`{
      stances(first: 100) { nodes { stance manner wording basis claim { slug } statement { speakerBasis reportedIn { slug } speaker { slug } } } }
      affiliationNetwork { actors { agent { slug } stances paraphrased concluded }
        edges { from { slug } to { slug } stances paraphrased concluded } } }`)
    const { stances, affiliationNetwork } = dataOf(answer) as {
      stances: { nodes: StanceShape[] }
      affiliationNetwork: {
        actors: (GroundsShape & { agent: { slug: string } })[]
        edges: (GroundsShape & { from: { slug: string }; to: { slug: string } })[]
      }
    }
    const counted = stances.nodes.filter(
      ({ stance, manner, statement }) =>
        /^(SUPPORTS|OPPOSES)$/.test(stance) &&
        [null, 'ASSERTED', 'PRESUPPOSED'].includes(manner) &&
        statement.reportedIn === null,
    )
    const grounds = (which: readonly StanceShape[]) => ({
      stances: which.length,
      paraphrased: which.filter(({ wording }) => wording === 'REPORTER').length,
      concluded: which.filter(
        ({ basis, statement }) => (basis ?? 'STATED') !== 'STATED' || statement.speakerBasis !== 'STATED',
      ).length,
    })
    for (const { from, to, ...said } of affiliationNetwork.edges) {
      const ofTie = counted.filter(
        ({ claim, statement }) => claim.slug === to.slug && statement.speaker?.slug === from.slug,
      )
      expect(said).toEqual(grounds(ofTie))
    }
    for (const { agent, ...said } of affiliationNetwork.actors) {
      expect(said).toEqual(grounds(counted.filter(({ statement }) => statement.speaker?.slug === agent.slug)))
    }
    const marked = affiliationNetwork.edges.filter(({ paraphrased, concluded }) => paraphrased > 0 || concluded > 0)
    expect(marked.length).toBeGreaterThan(0)
  })

  test('people as themselves', async () => {
    expect(await affiliations('actors: PERSON')).toEqual({
      affiliationNetwork: {
        leftOut: 2,
        notes: [
          'Left out, because they qualify or question a claim, or do not plainly assert it: 2 QUALIFIES.',
          '1 actor: communities and centralities of so few mean little.',
          'Only 6 statements counted: percentages of so few mean little.',
        ],
        edges: [edge('ann', 'tax', 2, 'hearing/s0', 'later-hearing/s0')],
      },
    })
  })

  test('organizations where they speak, and not by their members', async () => {
    expect(await affiliations('actors: ORGANIZATION')).toMatchObject({
      // Ann holds a role in the club and has a seat in the senate: what she says neither of them has said.
      affiliationNetwork: { edges: [edge('club', 'tax', 2, 'hearing/s2', 'later-hearing/s2')] },
    })
  })

  test('parties on whose behalf they held a role', async () => {
    expect(await affiliations('actors: PARTY')).toMatchObject({
      affiliationNetwork: {
        edges: [edge('greens', 'tax', 1, 'hearing/s0')],
        notes: expect.arrayContaining([expect.stringMatching(/ is .* alone\.$/)]),
      },
    })
  })

  test('a network without an edge says why, what it leaves out, and where numbers in tension are', async () => {
    const answer = await graph.ask('{ discourseNetwork(aggregation: CONFLICT) { edgeCount stances leftOut notes } }')
    expect(dataOf(answer)).toEqual({
      discourseNetwork: {
        edgeCount: 0,
        stances: 2,
        leftOut: 2,
        notes: expect.arrayContaining([
          'No edge: all 2 stances counted are SUPPORTS, and no claim has stances of two of these actors. Numbers that have none in common: figureComparisons(verdicts: [DISJOINT]).',
          'Left out, because they qualify or question a claim, or do not plainly assert it: 2 QUALIFIES.',
        ]),
      },
    })
  })

  test('stances that qualify count as asked', async () => {
    expect(await affiliations('actors: PERSON, qualifies: MIDDLE, aggregation: SUBTRACT')).toMatchObject({
      affiliationNetwork: {
        leftOut: 0,
        edges: [edge('ann', 'tax', 2, 'hearing/s0', 'later-hearing/s0'), { weight: 0 }],
      },
    })
    expect(await affiliations('actors: PERSON, qualifies: DISAGREEMENT, aggregation: SUBTRACT')).toMatchObject({
      affiliationNetwork: { edges: [{ weight: 2 }, edge('bob', 'tax', -2, 'hearing/s1', 'later-hearing/s1')] },
    })
  })

  test('exclusions leave actors and claims out', async () => {
    expect(await affiliations('actors: ORGANIZATION, excludeActors: ["club"]')).toMatchObject({
      affiliationNetwork: { edges: [] },
    })
    expect(await affiliations('actors: ORGANIZATION, excludeClaims: ["tax"]')).toMatchObject({
      affiliationNetwork: {
        edges: [],
        notes: expect.arrayContaining(['No statement of such an actor takes a stance that counts.']),
      },
    })
  })
})

describe('requests that cannot be met', () => {
  test.each([
    ['{ discourseNetwork(excludeActors: ["nobody"]) { statements } }', 'excludeActors', 'nobody'],
    ['{ discourseNetwork(excludeClaims: ["nothing"]) { statements } }', 'excludeClaims', 'nothing'],
    ['{ discourseNetwork(most: 1) { statements } }', 'most', 'from 2 to 500'],
    ['{ discourseNetworkOverTime(unit: WEEK, size: 0) { from } }', 'size', 'from 1 up'],
  ])('%s is refused with its argument', async (query, argument, words) => {
    const { errors } = await seed.ask(query)
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(words),
        extensions: { code: 'BAD_ARGUMENT', argument },
      }),
    ])
  })

  test('nothing to count is an empty answer with its reason', async () => {
    const answer = await seed.ask(
      '{ discourseNetwork(filter: { text: { eq: "" } }) { edgeCount actorCount modularity notes } }',
    )
    expect(dataOf(answer)).toEqual({
      discourseNetwork: {
        edgeCount: 0,
        actorCount: 0,
        modularity: 0,
        notes: ['No statement of such an actor takes a stance that counts and meets the filter.'],
      },
    })
  })
})

interface WindowShape {
  readonly from: string
  readonly to: string
  readonly network: { readonly stances: number }
}

interface EdgeShape {
  readonly from: { readonly slug: string }
  readonly to: { readonly slug: string }
  readonly weight: number
  readonly statements: { readonly totalCount: number }
}

function edge(from: string, to: string, weight: number, ...statements: string[]) {
  return { from: { slug: from }, to: { slug: to }, weight, statements: { nodes: statements.map(slug => ({ slug })) } }
}

/** Ann and a club support a tax, Bob qualifies it; Ann is of the club by the document, and of the senate by a register. */
function hearing(slug: string, date: string) {
  const records = documentOf(slug, [
    { speaker: 'ann', words: 'Tax it.' },
    { speaker: 'bob', words: 'Tax some of it.' },
    { speaker: 'club', words: 'We want the tax.' },
  ])
  const [document] = records.documents
  if (document) {
    records.documents[0] = { ...document, published: date, publishedEarliest: date, publishedLatest: date }
  }
  const agents = records.agents.splice(0).filter(agent => agent.slug !== 'club')
  const organization = (slug: string, organizationKind: 'ASSOCIATION' | 'LEGISLATURE' | 'PARTY') =>
    ({ slug, kind: 'ORGANIZATION', organizationKind, name: slug }) as const
  records.agents.push(
    ...agents,
    organization('club', 'ASSOCIATION'),
    organization('senate', 'LEGISLATURE'),
    organization('greens', 'PARTY'),
  )
  records.claims.push({ slug: 'tax', text: 'There should be a tax.' })
  for (const [index, stance] of (['SUPPORTS', 'QUALIFIES', 'SUPPORTS'] as const).entries()) {
    const statementId = `${slug}/s${index}`
    const passageId = records.statements[index]?.contentId ?? ''
    records.stances.push({ slug: `${statementId}/tax`, statementId, claimId: 'tax', stance, passageId })
  }
  const role = { memberId: 'ann', area: null, basis: 'STATED', reason: null, passageId: null } as const
  const years = { bounds: null, startDate: '2008', endDate: '2012', earliest: '2008-01-01', latest: '2012-12-31' }
  const undated = { bounds: null, startDate: null, endDate: null, earliest: null, latest: null }
  records.memberships.push(
    {
      ...role,
      ...undated,
      slug: `${slug}/club`,
      organizationId: 'club',
      onBehalfOfId: null,
      role: 'head',
      documentId: slug,
    },
    // A second role in the same club does not count its statements twice.
    {
      ...role,
      ...undated,
      slug: `${slug}/club2`,
      organizationId: 'club',
      onBehalfOfId: null,
      role: 'member',
      documentId: slug,
    },
  )
  if (slug === 'hearing') {
    records.memberships.push({
      ...role,
      ...years,
      slug: 'seat',
      organizationId: 'senate',
      onBehalfOfId: 'greens',
      role: 'senator',
      documentId: null,
    })
  }
  return records
}

interface GroundsShape {
  readonly stances: number
  readonly paraphrased: number
  readonly concluded: number
}

interface StanceShape {
  readonly stance: string
  readonly manner: string | null
  readonly wording: string | null
  readonly basis: string | null
  readonly claim: { readonly slug: string }
  readonly statement: {
    readonly speakerBasis: string
    readonly reportedIn: object | null
    readonly speaker: { readonly slug: string } | null
  }
}

test('a stance stands in the window of its own time before that of its document, and in none if that time spans two', async () => {
  const dated = testGraph(writer => {
    const records = documentOf('talk', [
      { speaker: 'ann', words: 'Tax it.' },
      { speaker: 'bob', words: 'Tax it too.' },
      { speaker: 'cid', words: 'Tax it as well.' },
    ])
    const [document] = records.documents
    const day = '2010-05-01'
    if (document) records.documents[0] = { ...document, published: day, publishedEarliest: day, publishedLatest: day }
    records.claims.push({ slug: 'tax', text: 'There should be a tax.' })
    const times: readonly (readonly [string, string] | null)[] = [
      ['2009-03-01', '2009-04-30'],
      null,
      ['2009-12-01', '2010-01-31'],
    ]
    for (const [index, time] of times.entries()) {
      const statement = records.statements[index]
      if (!statement) continue
      const [statementId, passageId] = [`talk/s${index}`, statement.contentId]
      records.stances.push({ slug: `${statementId}/tax`, statementId, claimId: 'tax', stance: 'SUPPORTS', passageId })
      if (time === null) continue
      const [earliest, latest] = time
      const slug = `talk/t${index}`
      const edtf = `${earliest}/${latest}`
      records.timeExpressions.push({
        ...{
          slug,
          documentId: 'talk',
          passageId,
          words: 'then',
          edtf,
          earliest,
          latest,
          basis: 'STATED',
          reason: null,
        },
      })
      records.statements[index] = { ...statement, timeId: slug }
    }
    writeDocument(writer, records, { replace: false })
  })
  const answer = await dated.ask(`{
    affiliationNetworkOverTime(unit: YEAR) { from network { stances edges { from { slug } } claims { stances } } }
    discourseNetworkOverTime(unit: YEAR) { from network { stances actors { agent { slug } } } } }`)
  const window = (year: number, slug: string) => ({ from: `${year}-01-01`, slug })
  expect(dataOf(answer)).toEqual({
    affiliationNetworkOverTime: [window(2009, 'ann'), window(2010, 'bob')].map(({ from, slug }) => ({
      from,
      network: { stances: 1, edges: [{ from: { slug } }], claims: [{ stances: 1 }] },
    })),
    discourseNetworkOverTime: [window(2009, 'ann'), window(2010, 'bob')].map(({ from, slug }) => ({
      from,
      network: { stances: 1, actors: [{ agent: { slug } }] },
    })),
  })
})
