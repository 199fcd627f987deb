import { describe, expect, test } from 'vitest'
import { fixture, graphIn, importInto } from '../support/corpora.ts'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import {
  anyWording,
  countsOf,
  type Framing,
  type FramingPart,
  framingOf,
  framingParts,
  framingQuery,
  valuesOf,
} from '../support/framing.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

const seed = testGraph()
const three = ['patrick-lechleitner', 'tony-gonzales', 'mark-green']
const idOf = (name: string) => Buffer.from(name).toString('base64url')
const slugs = (named: readonly { readonly slug: string }[]) => named.map(({ slug }) => slug)

/** What each speaker has in a part, as the labels of the lines that it is present in. */
function had({ speakers, ...framing }: Framing, part: FramingPart, wanted: (values: (string | null)[]) => boolean) {
  return Object.fromEntries(
    speakers.map(({ speaker: { slug } }) => [
      slug,
      framing[part].lines
        .filter(line => wanted(valuesOf(line)) && slugs(line.presentIn).includes(slug))
        .map(({ keys }) => (keys[1] ?? keys[0])?.label ?? null)
        .sort(),
    ]),
  )
}

describe('three speakers of the seed', () => {
  const asked = framingOf(seed, three)
  const withParaphrase = framingOf(seed, three, {}, 100, anyWording)

  test('how each names the people counted', async () => {
    expect(had(await asked, 'terms', ([referent]) => referent === 'people-counted')).toEqual({
      'patrick-lechleitner': [
        'convicted criminals',
        'dangerous criminals',
        'noncitizens who have been convicted of serious felonies and pose an ongoing threat to public safety',
      ],
      'tony-gonzales': [],
      'mark-green': ['criminal illegal aliens', 'illegal aliens', 'these dangerous, destructive individuals'],
    })
    expect(had(await withParaphrase, 'terms', ([referent]) => referent === 'people-counted')).toEqual({
      'patrick-lechleitner': [
        'convicted criminals',
        'dangerous criminals',
        'noncitizens who have been convicted of serious felonies and pose an ongoing threat to public safety',
        'noncitizens with criminal convictions for assault',
        'noncitizens with criminal histories',
        'undocumented migrants with criminal convictions',
      ],
      'tony-gonzales': ['migrants with criminal backgrounds', 'noncitizens with a criminal record'],
      'mark-green': ['criminal illegal aliens', 'illegal aliens', 'these dangerous, destructive individuals'],
    })
  })

  test('terms by their heads: of what kind of people they speak', async () => {
    const answer = await seed.ask(`{ compareFraming(speakers: ${JSON.stringify(three)}) {
      heads(first: 100) { lines { keys { value } presentIn { slug } } } } }`)
    const { compareFraming } = dataOf(answer) as {
      compareFraming: { heads: { lines: { keys: { value: string }[]; presentIn: { slug: string }[] }[] } }
    }
    const heads = compareFraming.heads.lines.flatMap(({ keys, presentIn }) =>
      keys[0]?.value === 'people-counted' ? [[keys[1]?.value, slugs(presentIn)]] : [],
    )
    expect(heads.sort()).toEqual([
      ['aliens', ['mark-green']],
      ['criminals', ['patrick-lechleitner']],
      ['individuals', ['mark-green']],
      ['noncitizens', ['patrick-lechleitner']],
    ])
  })

  test('whom each blames: what is caused, by whom', async () => {
    expect(
      had(await withParaphrase, 'directedAt', ([what, whom]) => what === 'CAUSAL_INTERPRETATION' && whom !== null),
    ).toEqual({
      'patrick-lechleitner': ['law enforcement in cities called sanctuary cities'],
      'tony-gonzales': ['Biden-Harris administration'],
      'mark-green': ['Biden-Harris administration'],
    })
  })

  test('whom each credits is told from whom each blames', async () => {
    const { directedAt } = await withParaphrase
    const credited = directedAt.lines.filter(line => valuesOf(line)[2] === 'CREDIT')
    expect(credited.flatMap(line => slugs(line.presentIn).map(slug => [slug, valuesOf(line)[1]]))).toEqual(
      expect.arrayContaining([['patrick-lechleitner', 'dhs']]),
    )
    expect(new Set(credited.flatMap(line => slugs(line.presentIn)))).toEqual(new Set(['patrick-lechleitner']))
  })

  test('what each asks for: of whom, and by which claims', async () => {
    const framing = await withParaphrase
    expect(had(framing, 'directedAt', ([what, whom]) => what === 'TREATMENT_RECOMMENDATION' && whom !== null)).toEqual({
      'patrick-lechleitner': ['Congress'],
      'tony-gonzales': [
        'Biden-Harris administration',
        'Tony Gonzales',
        'Washington',
        'cities called sanctuary cities',
        'mayors of cities called sanctuary cities',
      ],
      'mark-green': ['Biden-Harris administration'],
    })
    const resources = framing.claims.lines.find(line => valuesOf(line)[0] === 'ice-needs-resources')
    expect(resources && { ...resources, cells: countsOf(resources) }).toMatchObject({
      shared: false,
      distinctOf: { slug: 'tony-gonzales' },
      presentIn: [{ slug: 'tony-gonzales' }],
      absentIn: [{ slug: 'patrick-lechleitner' }, { slug: 'mark-green' }],
      cells: [0, 1, 0],
    })
  })

  test('what was concluded is counted apart: the words do not say that it is the people in the data', async () => {
    const answer = await seed.ask(`{ compareFraming(speakers: ["mark-green", "tony-gonzales"]) {
      terms(first: 100) { lines { keys { label } cells { count concluded } } } quotations { lines { cells { concluded } } } } }`)
    const { compareFraming } = dataOf(answer) as {
      compareFraming: {
        terms: { lines: { keys: { label: string }[]; cells: object[] }[] }
        quotations: { lines: object[] }
      }
    }
    const cellsOf = (term: string) => compareFraming.terms.lines.find(({ keys }) => keys[1]?.label === term)?.cells
    expect(cellsOf('criminal illegal aliens')).toEqual([
      { count: 1, concluded: 1 },
      { count: 0, concluded: 0 },
    ])
    expect(cellsOf('americans')).toEqual([
      { count: 1, concluded: 0 },
      { count: 1, concluded: 0 },
    ])
    // How it is quoted is never concluded; who says it is, in one.
    expect(JSON.stringify(compareFraming.quotations).match(/"concluded":[1-9]\d*/g)).toEqual(['"concluded":1'])
  })

  test('a number whose speaker was concluded is no stated number of his, however plain its words are', async () => {
    const answer = await seed.ask(`{ compareFraming(speakers: ["patrick-lechleitner", "mark-green"]) {
      figures(first: 100) { lines { keys { label } cells { count concluded } } } } }`)
    const { compareFraming } = dataOf(answer) as {
      compareFraming: { figures: { lines: { keys: { label: string | null }[]; cells: object[] }[] } }
    }
    const number = compareFraming.figures.lines.find(({ keys }) => keys.some(({ label }) => label?.includes('435,719')))
    expect(number?.cells).toEqual([
      { count: 1, concluded: 1 },
      { count: 0, concluded: 0 },
    ])
  })

  test('who reports a concern, concedes it or shares it: the line says how its stance is held', async () => {
    const { claims } = await asked
    const held = claims.lines.flatMap(line => {
      const [claim, ...how] = valuesOf(line)
      return slugs(line.presentIn).includes('patrick-lechleitner') ? [[claim, how.join(' ')]] : []
    })
    expect(Object.fromEntries(held)).toEqual({
      'cases-decided-singly': 'SUPPORTS ASSERTED',
      'convicted-are-a-threat': 'SUPPORTS PRESUPPOSED',
      'cooperation-reduced': 'SUPPORTS ASSERTED',
      'cooperation-may-erode-trust': 'SUPPORTS REPORTED',
      'cooperation-may-hinder-service': 'SUPPORTS REPORTED',
      'jurisdictions-are-concerned': 'SUPPORTS CONCEDED',
      'record-removals': 'SUPPORTS ASSERTED',
      'removals-are-prioritized': 'SUPPORTS ASSERTED',
      'risks-are-weighed-first': 'SUPPORTS ASSERTED',
      'sanctuary-policies-shield': 'SUPPORTS ASSERTED',
      'shielded-harm-immigrants': 'SUPPORTS ASSERTED',
      'system-is-broken': 'SUPPORTS ASSERTED',
    })
  })

  test('which numbers each uses in their own words', async () => {
    expect(had(await asked, 'figures', () => true)).toEqual({
      'patrick-lechleitner': ['226,847', '435,719', 'Some jurisdictions', 'record numbers', 'some jurisdictions'],
      'tony-gonzales': [],
      'mark-green': ['every city and state', 'tens of thousands'],
    })
  })

  test('which numbers each uses and leaves out, and how exactly', async () => {
    const framing = await withParaphrase
    expect(had(framing, 'figures', () => true)).toEqual({
      'patrick-lechleitner': [
        '226,847',
        '42,915',
        '435,000',
        '435,719',
        '62,231',
        '662,566',
        'Some jurisdictions',
        'certain noncitizens',
        'nearly 900,000',
        'record numbers',
        'some jurisdictions',
        'some of the releases',
      ],
      'tony-gonzales': [],
      'mark-green': ['every city and state', 'tens of thousands'],
    })
    for (const { distinctOf, absentIn, shared } of framing.figures.lines) {
      expect(shared).toBe(false)
      expect([...absentIn, distinctOf].map(speaker => speaker?.slug).sort()).toEqual([...three].sort())
    }
    expect(had(framing, 'approximations', () => true)).toEqual({
      'patrick-lechleitner': [...Array(6).fill('EXACT'), 'NEARLY', 'NO_NUMBER'],
      'tony-gonzales': [],
      'mark-green': ['NO_NUMBER', 'ORDER_OF_MAGNITUDE'],
    })
  })

  test('what all three share', async () => {
    const { functions, quotations } = await withParaphrase
    const shared = (lines: typeof functions.lines) => lines.filter(line => line.shared).flatMap(valuesOf)
    expect(shared(functions.lines).sort()).toEqual([
      'CAUSAL_INTERPRETATION',
      'MORAL_EVALUATION',
      'PROBLEM_DEFINITION',
      'TREATMENT_RECOMMENDATION',
    ])
    expect(shared(quotations.lines)).toEqual(['DIRECT'])
  })

  test('each cell counts the statements that it leads to, and an absence leads to none', async () => {
    const { speakers, ...framing } = await asked
    expect(speakers.map(({ statementCount }) => statementCount)).toEqual([14, 8, 6])
    for (const part of framingParts) {
      expect(framing[part].lines.length).toBe(framing[part].totalLines)
      for (const { cells } of framing[part].lines) {
        expect(slugs(cells.map(({ speaker }) => speaker))).toEqual(three)
        for (const [index, { count, share, statements }] of cells.entries()) {
          expect(statements.totalCount).toBe(count)
          expect(statements.nodes).toHaveLength(Math.min(2, count))
          expect(share).toBeCloseTo(count / (speakers[index]?.statementCount ?? 0), 12)
        }
      }
    }
  })

  test('a line of a figure leads to the figure that it rounds, and by what factor', async () => {
    const answer =
      await seed.ask(`{ compareFraming(speakers: ["mark-green", "patrick-lechleitner"], about: { query: "435,000" }, wording: [REPORTER]) {
      figures { lines { keys { label node { ... on Figure { relations(filter: { kind: ROUNDS }) {
        nodes { factor object { value } } } } } } } } } }`)
    expect(dataOf(answer)).toMatchObject({
      compareFraming: {
        figures: {
          lines: [
            {
              keys: [
                { node: { relations: { nodes: [{ factor: 435_719 / 435_000, object: { value: 435_719 } }] } } },
                { label: '435,000' },
              ],
            },
          ],
        },
      },
    })
  })
})

const corpus = testGraph(writer => void writeCorpus(writer))
const numbers = Array.from({ length: defaultSize.documents * defaultSize.statementsPerDocument }, (_, n) => n)
const at = (n: number) => statementNumber(n)
const documentOf = (n: number) => Math.floor(n / defaultSize.statementsPerDocument)

/** The keys that statement `n` has in each part. */
function keysIn(n: number): Record<FramingPart, (string | null)[] | null> {
  const { slug, term, topic, quotation } = at(n)
  const problem = n % 2 === 0 ? 'PROBLEM_DEFINITION' : null
  const figure = slug.replace('/s', '/f')
  return {
    figures: [figure, String(n)],
    approximations: [figure, 'EXACT'],
    terms: [`people-called-${term}`, term],
    functions: problem && [problem],
    directedAt: [problem, `speaker-${(n + 1) % defaultSize.speakers}`, null],
    directedAtReferents: problem && [problem, null, null],
    dimensions: ['ECONOMIC'],
    claims: [`${topic}-rise`, n % 2 === 0 ? 'SUPPORTS' : 'OPPOSES', null],
    speechActs: ['ASSERTIVE'],
    quotations: [quotation],
  }
}

describe('thousands of statements, against a count in memory', () => {
  // Of these the first three use the same term, two speak of the same topic, and one shares neither.
  const speakers = ['speaker-1', 'speaker-5', 'speaker-21', 'speaker-2']

  test.each<[string, object, (n: number) => boolean]>([
    ['everything', {}, () => true],
    ['a figure', { figure: 'corpus-3/f361' }, n => n === 361],
    ['a claim', { claim: 'wages-rise' }, n => at(n).topic === 'wages'],
    ['a referent', { referent: 'people-called-employees' }, n => at(n).term === 'employees'],
    ['a document', { document: 'corpus-3' }, n => documentOf(n) === 3],
    ['a month', { time: '2020-02' }, n => documentOf(n) >= 31],
    ['some days', { time: '../2020-01-03' }, n => documentOf(n) <= 2],
    ['words', { query: 'rents "gone their way"' }, n => at(n).topic === 'rents'],
    [
      'all at once',
      { referent: 'people-called-employees', time: '2020-01', query: 'rents' },
      n => at(n).term === 'employees' && documentOf(n) < 31 && at(n).topic === 'rents',
    ],
  ])('about %s', async (_, about, isAsked) => {
    const { speakers: compared, sql, ...framing } = await framingOf(corpus, speakers, about, 100, anyWording)
    const asked = numbers.filter(isAsked)
    const said = new Map(speakers.map(slug => [slug, asked.filter(n => at(n).speaker === slug)]))
    expect(compared).toEqual(speakers.map(slug => ({ speaker: { slug }, statementCount: said.get(slug)?.length })))

    for (const part of framingParts) {
      const expected = new Map<string, number[][]>()
      for (const [index, slug] of speakers.entries()) {
        for (const n of said.get(slug) ?? []) {
          const keys = keysIn(n)[part]
          if (keys === null) continue
          const cells = expected.get(JSON.stringify(keys)) ?? speakers.map(() => [])
          cells[index]?.push(n)
          expected.set(JSON.stringify(keys), cells)
        }
      }
      const { lines, totalLines } = framing[part]
      expect(totalLines).toBe(expected.size)
      expect(lines).toHaveLength(Math.min(100, expected.size))
      for (const line of lines) {
        const cells = expected.get(JSON.stringify(valuesOf(line))) ?? []
        const present = speakers.filter((_, index) => (cells[index]?.length ?? 0) > 0)
        expect(line).toMatchObject({
          shared: present.length === speakers.length,
          distinctOf: present.length === 1 ? { slug: present[0] } : null,
          presentIn: present.map(slug => ({ slug })),
          absentIn: speakers.filter(slug => !present.includes(slug)).map(slug => ({ slug })),
          cells: cells.map((found, index) => ({
            speaker: { slug: speakers[index] },
            count: found.length,
            statements: { totalCount: found.length, nodes: found.slice(0, 2).map(n => ({ slug: at(n).slug })) },
          })),
        })
      }
      const order = lines.map(line => [
        -countsOf(line).reduce((a, b) => a + b, 0),
        ...line.keys.flatMap(({ label, value }) => [label ?? '', value ?? '']),
      ])
      expect(order).toEqual([...order].sort(compareKeys))
    }
  })

  test('a line is whole however few are shown', async () => {
    const few = await framingOf(corpus, speakers, {}, 2)
    const many = await framingOf(corpus, speakers, {}, 50)
    for (const part of framingParts) {
      expect(few[part].lines).toEqual(many[part].lines.slice(0, 2))
      expect(few[part].totalLines).toBe(many[part].totalLines)
    }
  })

  test('the number of SQL statements depends on neither speakers nor lines', async () => {
    const few = await framingOf(corpus, ['speaker-1', 'speaker-2'], {}, 10, anyWording)
    const many = await framingOf(
      corpus,
      Array.from({ length: 12 }, (_, n) => `speaker-${n}`),
      {},
      50,
      anyWording,
    )
    // Whether a name in the request is one of somebody is asked name by name, for the notes.
    const [fewer, more] = [few, many].map(({ sql }) =>
      sql.filter(text => !/^select 1 from "agents" where "agents"."slug"/.test(text)),
    )
    expect(more).toHaveLength(fewer?.length ?? 0)
    expect(new Set(more)).toEqual(new Set(fewer))
    expect([...new Set(more)]).toMatchSnapshot()
  })
})

function compareKeys(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const index = one.findIndex((key, place) => key !== other[place])
  const [a, b] = [one[index] ?? 0, other[index] ?? 0]
  return a < b ? -1 : Number(a > b)
}

describe('what cannot be compared', () => {
  test('speakers who said nothing of it: no lines, and the count says why', async () => {
    const { speakers, sql, ...parts } = await framingOf(seed, three, { time: '1999' })
    expect(speakers.map(({ statementCount }) => statementCount)).toEqual([0, 0, 0])
    for (const part of framingParts) expect(parts[part]).toEqual({ totalLines: 0, lines: [] })
  })

  test('words that mean nothing find nothing', async () => {
    const { speakers } = await framingOf(seed, three, { query: '…' })
    expect(speakers.map(({ statementCount }) => statementCount)).toEqual([0, 0, 0])
  })

  test.each<[string, readonly string[], object, string, string, RegExp]>([
    ['nobody', [], {}, 'BAD_COMPARISON', 'speakers', /^speakers: 0 given; from 2 to 12/],
    ['one speaker', ['mark-green'], {}, 'BAD_COMPARISON', 'speakers', /^speakers: 1 given; from 2 to 12/],
    [
      'thirteen',
      Array.from({ length: 13 }, (_, n) => `s${n}`),
      {},
      'BAD_COMPARISON',
      'speakers',
      /^speakers: 13 given/,
    ],
    ['one twice', ['mark-green', 'mark-green'], {}, 'BAD_COMPARISON', 'speakers', /lists one twice/],
    [
      'one twice, by slug and by id',
      ['mark-green', idOf('Person:mark-green')],
      {},
      'BAD_COMPARISON',
      'speakers',
      /twice/,
    ],
    ['unknown speakers', ['mark-green', 'nobody', 'no-one'], {}, 'BAD_COMPARISON', 'speakers', /nobody, no-one/],
    [
      'a speaker who is none',
      ['mark-green', idOf('Document:wane-ice-435000')],
      {},
      'BAD_COMPARISON',
      'speakers',
      /wane/,
    ],
    ['an unknown figure', three, { figure: 'nothing' }, 'BAD_COMPARISON', 'about.figure', /no figure nothing/],
    ['an unknown claim', three, { claim: 'nothing' }, 'BAD_COMPARISON', 'about.claim', /no claim nothing/],
    ['an unknown referent', three, { referent: 'nothing' }, 'BAD_COMPARISON', 'about.referent', /no referent nothing/],
    ['an unknown dataset', three, { dataset: 'nothing' }, 'BAD_COMPARISON', 'about.dataset', /no dataset nothing/],
    ['an unknown document', three, { document: 'nothing' }, 'BAD_COMPARISON', 'about.document', /no document nothing/],
    [
      'an id of something else',
      three,
      { claim: idOf('Referent:people-counted') },
      'BAD_COMPARISON',
      'about.claim',
      /no claim/,
    ],
  ])('%s', async (_, speakers, about, code, argument, message) => {
    const { errors, data } = await seed.ask(framingQuery, { speakers, about })
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code, argument } }])
  })

  test('a time that is none', async () => {
    const { errors } = await seed.ask(framingQuery, { speakers: three, about: { time: 'last year' } })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_DATE' } }])
  })

  test('more lines than a page holds', async () => {
    const { errors } = await seed.ask(framingQuery, { speakers: three, first: 1000 })
    expect(errors?.[0]?.extensions).toMatchObject({ code: expect.stringMatching(/BAD_PAGE|COMPLEX/) })
  })
})

test('about a dataset, and who says nothing there', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'liar', fixture('liar'))
  await importInto(folder, 'polnear', fixture('polnear'))
  const graph = graphIn(folder)
  const compare = async (dataset: string) => {
    const answer =
      await graph.ask(`{ compareFraming(speakers: ["liar-ada-reyes", "liar-chain-email"], about: { dataset: "${dataset}" }) {
      notes speakers { statementCount } } }`)
    return dataOf(answer)
  }
  expect(await compare('liar')).toEqual({
    compareFraming: {
      notes: expect.arrayContaining([expect.stringContaining('percentages of so few mean little')]),
      speakers: [{ statementCount: expect.any(Number) }, { statementCount: expect.any(Number) }],
    },
  })
  expect(await compare('polnear')).toEqual({
    compareFraming: {
      notes: ['None of them has a matching statement: there is nothing to compare.'],
      speakers: [{ statementCount: 0 }, { statementCount: 0 }],
    },
  })
})

test('a speaker who says nothing of the subject is named in the notes', async () => {
  const answer = await seed.ask(
    '{ compareFraming(speakers: ["mark-green", "patrick-lechleitner"], about: { query: "435,000" }) { notes } }',
  )
  expect(dataOf(answer)).toEqual({
    compareFraming: {
      notes: [
        'No coded statement of Mark Green matches: absence there says nothing about them.',
        expect.stringMatching(/^Left out: 5 readings/),
        'Only 1 statement counted: percentages of so few mean little.',
        'Concluded, not stated (INFERRED): who speaks in 1 of 1, to whom in 1 of 1.',
        'Absent means not coded in these statements; it does not mean that a speaker never said it.',
      ],
    },
  })
})
