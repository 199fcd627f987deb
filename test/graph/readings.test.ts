import { describe, expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { dataOf, fillWithSeed, testGraph } from '../support/graph.ts'

const fixture = (path: string) => new URL(`../fixtures/${path}`, import.meta.url).pathname
const seed = testGraph()
const people = ['patrick-lechleitner', 'tony-gonzales', 'mark-green']
const ask = async <Data>(query: string) => dataOf(await seed.ask(query)) as Data

interface Words {
  readonly passage: { readonly start: number; readonly end: number; readonly exact: string }
}
interface Page<Node> {
  readonly totalCount: number
  readonly nodes: readonly Node[]
}

/** Where the article's double quotation marks are open, found here by nothing but those marks; one left open ends its paragraph. */
async function quotedPlaces(): Promise<(place: number) => boolean> {
  const { document } = await ask<{ document: { text: string } }>('{ document(slug: "wane-ice-435000") { text } }')
  const inside: boolean[] = []
  let open = false
  for (const character of document.text) {
    if (character === '\n' || character === '”') open = false
    inside.push(open)
    if (character === '“') open = true
  }
  return place => inside[place] === true
}

/** The words of a passage that stand outside of the marks. */
async function wordsOutside({ passage: { start, exact } }: Words): Promise<string[]> {
  const isQuoted = await quotedPlaces()
  const found = [...exact.matchAll(/[\p{L}\p{N}]+/gu)]
  return found.filter(({ index }) => !isQuoted(start + [...exact.slice(0, index)].length)).map(([word]) => word)
}

describe('no word stands under a mouth that did not say it', () => {
  const kinds = 'nodes { passage { start end exact } }'
  test.each(people)('%s: terms, numbers and frames are in their own quoted words', async slug => {
    const { person } = await ask<{ person: Record<string, Page<Words>> }>(`{ person(slug: "${slug}") {
      termUses(first: 100) { ${kinds} } figureMentions(first: 100) { ${kinds} } frameUses(first: 100) { ${kinds} } } }`)
    const outside = await Promise.all(Object.values(person).flatMap(({ nodes }) => nodes.map(wordsOutside)))
    expect(outside.flat()).toEqual([])
  })

  test('nor in a comparison, whose lines are found in quoted words of the statements they lead to', async () => {
    const { compareFraming } = await ask<{
      compareFraming: Record<
        'terms' | 'figures',
        {
          lines: {
            keys: { label: string }[]
            cells: { statements: { nodes: { ownWords: { exact: string; wording: string }[] }[] } }[]
          }[]
        }
      >
    }>(`{ compareFraming(speakers: ${JSON.stringify(people)}) { ...P } }
      fragment T on FramingTable { lines { keys { label } cells { statements { nodes { ownWords { exact wording } } } } } }
      fragment P on FramingComparison { terms(first: 100) { ...T } figures(first: 100) { ...T } }`)
    for (const { lines } of [compareFraming.terms, compareFraming.figures]) {
      expect(lines.length).toBeGreaterThan(2)
      for (const { keys, cells } of lines) {
        const words = keys.at(-1)?.label.toLowerCase() ?? ''
        const said = cells.flatMap(({ statements }) => statements.nodes.map(({ ownWords }) => ownWords))
        expect(said.every(own => own.some(({ exact }) => exact.toLowerCase().includes(words)))).toBe(true)
      }
    }
  })

  test('whose words a term is agrees with the marks, for each of the three', async () => {
    interface Term extends Words {
      readonly wording: string
    }
    const { termUses } = await ask<{ termUses: Page<Term> }>(`{ termUses(first: 100, filter: {
      statementMatches: { speakerMatches: { slug: { in: ${JSON.stringify(people)} } } } }) {
      totalCount nodes { wording passage { start end exact } } } }`)
    expect(termUses.nodes.length).toBe(termUses.totalCount)
    const told = await Promise.all(
      termUses.nodes.map(async term => ({ term, isQuoted: (await wordsOutside(term)).length === 0 })),
    )
    for (const { term, isQuoted } of told) expect(term.wording === 'REPORTER', term.passage.exact).toBe(!isQuoted)
    expect(told.filter(({ term }) => term.wording === 'SPEAKER').length).toBeGreaterThanOrEqual(15)
    // Scare quotes alone are doubtful.
    const doubtful = told.filter(({ term }) => term.wording === 'DOUBTFUL').map(({ term }) => term.passage.exact)
    expect(doubtful.every(words => words.includes('sanctuary'))).toBe(true)
  })

  test('what is left aside is counted', async () => {
    const { person } = await ask<{ person: Record<string, Page<{ wording: string }>> }>(
      '{ person(slug: "patrick-lechleitner") { paraphrasedTermUses { totalCount nodes { wording } } paraphrasedFigureMentions { totalCount } } }',
    )
    expect(person.paraphrasedTermUses?.totalCount).toBeGreaterThanOrEqual(11)
    expect(person.paraphrasedTermUses?.nodes.map(({ wording }) => wording)).not.toContain('SPEAKER')
    expect(person.paraphrasedFigureMentions?.totalCount).toBeGreaterThanOrEqual(5)
    const { compareFraming } = await ask<{ compareFraming: { notes: string[] } }>(
      `{ compareFraming(speakers: ${JSON.stringify(people)}) { notes } }`,
    )
    expect(compareFraming.notes).toContainEqual(expect.stringMatching(/^Left out: \d+ readings/))
    expect(compareFraming.notes).toContainEqual(
      expect.stringContaining('Concluded, not stated (INFERRED): who speaks in'),
    )
  })
})

test('scare quotes are doubtful, and the doubt is shown with the words', async () => {
  expect(
    await ask(
      '{ statements(filter: { text: { contains: "sanctuary cities” not" } }) { nodes { quotation ownWords { exact wording } } } }',
    ),
  ).toEqual({
    statements: { nodes: [{ quotation: 'MIXED', ownWords: [{ exact: 'sanctuary cities', wording: 'DOUBTFUL' }] }] },
  })
})

test('a basis of its own for speaker, addressee and channel keeps the direct quotations of each', async () => {
  const direct = (slug: string, more = '') =>
    `statements(filter: { speaker: "${slug}", quotation: DIRECT${more} }) { totalCount }`
  const stated = ', speakerBasis: STATED'
  expect(
    await ask(`{ all: ${direct('patrick-lechleitner')} stated: ${direct('patrick-lechleitner', stated)} }`),
  ).toEqual({ all: { totalCount: 4 }, stated: { totalCount: 3 } })
})

test('the basis of a statement is the weakest of what is known of its speaker, its addressee and its channel', async () => {
  const strongest = ['STATED', 'INFERRED', 'AUTOMATIC']
  const { statements } = await ask<{ statements: { nodes: Record<string, string | null>[] } }>(
    '{ statements(first: 100) { nodes { basis speakerBasis addresseeBasis channelBasis } } }',
  )
  expect(statements.nodes.length).toBeGreaterThan(30)
  for (const { basis, ...ofEach } of statements.nodes) {
    const known = Object.values(ofEach).flatMap(each => (each === null ? [] : [strongest.indexOf(each)]))
    expect(basis).toBe(strongest[Math.max(...known)])
  }
})

describe('speech inside of speech', () => {
  test('is no publisher’s verb, and one “said” counts once', async () => {
    const verbs = async (args: string) => {
      const { reportingVerbs } = await ask<{
        reportingVerbs: {
          cueCount: number
          publishers: { verbs: { lemma: string; count: number }[] }[]
          notes: string[]
        }
      }>(`{ reportingVerbs${args} { cueCount notes publishers { verbs { lemma count } } } }`)
      return reportingVerbs
    }
    const own = await verbs('')
    const lemmas = own.publishers.flatMap(({ verbs }) =>
      verbs.filter(({ count }) => count > 0).map(({ lemma }) => lemma),
    )
    for (const foreign of ['prove', 'swear', 'know', 'direct', 'recognize', 'concern'])
      expect(lemmas).not.toContain(foreign)
    expect(own.notes).toContainEqual(expect.stringMatching(/^Left out, because other statements report/))
    const all = await verbs('(nested: true)')
    expect(all.publishers[0]?.verbs.map(({ lemma }) => lemma)).toContain('know')
    const { statements } = await ask<{ statements: { nodes: { cue: { slug: string } }[] } }>(
      '{ statements(filter: { hasCue: true, hasReportedIn: false }, first: 100) { nodes { cue { slug } } } }',
    )
    const places = new Set(statements.nodes.map(({ cue }) => cue.slug))
    expect(places.size).toBeLessThan(statements.nodes.length)
    expect(own.cueCount).toBe(places.size)
  })

  test('is not what a channel says', async () => {
    const { channels } = await ask<{
      channels: { nodes: { label: string; statements: Page<object>; allStatements: Page<object> }[] }
    }>(
      '{ channels { nodes { label statements { totalCount } allStatements { totalCount } statement { speaker { slug } } } } }',
    )
    expect(channels.nodes.find(({ label }) => label.includes('data'))).toMatchObject({
      statements: { totalCount: 0 },
      allStatements: { totalCount: 1 },
      statement: { speaker: { slug: 'tony-gonzales' } },
    })
  })

  test('makes nobody an actor', async () => {
    // The one stance of the seed inside of another's speech is implied, which no network counts: as if it were asserted.
    const asserted = testGraph(writer => {
      fillWithSeed(writer)
      writer.client.prepare("update stances set manner = 'ASSERTED'").run()
    })
    const names = async (args: string) => {
      const { affiliationNetwork } = dataOf(
        await asserted.ask(`{ affiliationNetwork(actors: ORGANIZATION${args}) { actors { agent { slug } } } }`),
      ) as { affiliationNetwork: { actors: { agent: { slug: string } }[] } }
      return affiliationNetwork.actors.map(({ agent }) => agent.slug)
    }
    expect(await names('')).not.toContain('some-jurisdictions')
    expect(await names(', nested: true')).toContain('some-jurisdictions')
  })
})

describe('a dossier of its own', () => {
  const water = testGraph(writer => void importDossier(writer, fixture('readings/water-rationing'), { replace: false }))
  const asked = async <Data>(query: string) => dataOf(await water.ask(query)) as Data

  test('if one comparison is drawn, its equals are drawn too, by a rule that is named', async () => {
    interface Relation {
      readonly basis: string
      readonly rule: { readonly name: string } | null
      readonly object: { readonly value: number }
    }
    const { figure } = await asked<{ figure: { relations: { nodes: Relation[] } } }>(`{
      figure(slug: "water-rationing/thousands-off") { relations(filter: { kind: AS_COMPARABLE }) {
        nodes { basis rule { name } object { value } } } } }`)
    // Not the homes that were reconnected, which is something else, nor those of another season.
    expect(figure.relations.nodes).toEqual(
      [3400].map(value => ({ basis: 'AUTOMATIC', rule: { name: 'equal-comparisons' }, object: { value } })),
    )
    const { figureComparisons } = await asked<{ figureComparisons: { nodes: { verdict: string }[] } }>(
      '{ figureComparisons(figure: "water-rationing/thousands-off") { nodes { verdict } } }',
    )
    expect(figureComparisons.nodes.map(({ verdict }) => verdict).sort()).toEqual(['DISJOINT', 'OVERLAPS'])
    const { figures } = await asked<{ figures: Page<object> }>(
      '{ figures(filter: { relations: { rule: "equal-comparisons-1" } }) { totalCount } }',
    )
    expect(figures.totalCount).toBe(1)
  })

  test('scare quotes are doubtful, and what somebody is called is not', async () => {
    expect(
      await asked(`{ termUses(filter: { wording: DOUBTFUL }) { nodes { words } }
        frameUses { nodes { wording valence passage { exact } } }
        person(slug: "joan-lind") { termUses { nodes { words } } paraphrasedTermUses { totalCount } } }`),
    ).toEqual({
      termUses: { nodes: [{ words: 'garden districts' }] },
      frameUses: { nodes: [{ wording: 'SPEAKER', valence: 'BLAME', passage: { exact: 'asleep' } }] },
      person: { termUses: { nodes: [{ words: 'homes cut off' }] }, paraphrasedTermUses: { totalCount: 2 } },
    })
  })

  test('an organization speaks where somebody speaks for it, and is then said to be that person alone', async () => {
    const { affiliationNetwork } = await asked<{
      affiliationNetwork: { actors: { agent: { slug: string } }[]; edges: { weight: number }[]; notes: string[] }
    }>(
      '{ affiliationNetwork(actors: ORGANIZATION, aggregation: SUBTRACT) { actors { agent { slug } } edges { weight } notes } }',
    )
    expect(affiliationNetwork.actors).toEqual([{ agent: { slug: 'water-board' } }])
    expect(affiliationNetwork.edges).toEqual([{ weight: -1 }])
    expect(affiliationNetwork.notes).toContain('Water Board is the chair of the water board alone.')
  })

  test('what is implied is left out of a network, and said to be', async () => {
    expect(await asked('{ affiliationNetwork { leftOut actors { agent { slug } } } }')).toEqual({
      affiliationNetwork: { leftOut: 1, actors: [{ agent: { slug: 'board-chair' } }] },
    })
  })

  test('denials, changes, relations and quantities without a number are found', async () => {
    expect(
      await asked(`{ statements(filter: { polarity: NEGATIVE }) { nodes { text } }
        figureRelations(filter: { kind: CHANGED_FROM }) { nodes { direction basis reason } }
        statementRelations { nodes { kind basis subject { speaker { slug } } object { speaker { slug } } } }
        figureMentions(filter: { quantifier: NONE }) { nodes { words value wording } } }`),
    ).toEqual({
      statements: { nodes: [{ text: 'it had cut off nobody in winter' }, { text: 'We do not cut off families,' }] },
      figureRelations: { nodes: [{ direction: 'DOWN', basis: 'INFERRED', reason: 'June comes after May.' }] },
      statementRelations: {
        nodes: [
          {
            kind: 'CONTRASTS_WITH',
            basis: 'INFERRED',
            subject: { speaker: { slug: 'joan-lind' } },
            object: { speaker: { slug: 'water-board' } },
          },
        ],
      },
      figureMentions: { nodes: [{ words: 'nobody', value: null, wording: 'REPORTER' }] },
    })
  })
})

test('who is not detained? figures are found by what holds of what they count', async () => {
  const { figures } = await ask<{ figures: { nodes: { value: number }[] } }>(
    '{ figures(filter: { condition: { aspect: "custody", value: "not detained" } }) { nodes { value } } }',
  )
  const found = figures.nodes.map(({ value }) => value)
  expect(found).toEqual(expect.arrayContaining([662566, 435719, 226847, 62231]))
  expect(found).not.toContain(2348)
})

test('a change has its direction, and words without a number are found', async () => {
  expect(
    await ask(`{ figureRelations(filter: { kind: CHANGED_FROM }) { nodes { direction basis subject { value } object { value } } }
      figureMentions(filter: { quantifier: RECORD }) { nodes { words wording figure { slug } } } }`),
  ).toEqual({
    figureRelations: {
      nodes: [{ direction: 'UP', basis: 'STATED', subject: { value: 41500 }, object: { value: 34000 } }],
    },
    figureMentions: {
      nodes: [{ words: 'record numbers', wording: 'SPEAKER', figure: null }],
    },
  })
})

test('a concession is found by itself, and is no support in a network', async () => {
  const { stances } = await ask<{
    stances: { nodes: { claim: { slug: string }; statement: { speaker: { slug: string } } }[] }
  }>('{ stances(filter: { manner: CONCEDED }) { nodes { claim { slug } statement { speaker { slug } } } } }')
  expect(stances.nodes.length).toBeGreaterThan(0)
  // Who writes it, and the body in whose name he grants it.
  const speakers = new Set(stances.nodes.map(({ statement }) => statement.speaker.slug))
  expect([...speakers].toSorted()).toEqual(['ice', 'patrick-lechleitner'])
  const conceded = stances.nodes.map(({ claim }) => claim.slug)
  const { affiliationNetwork } = await ask<{ affiliationNetwork: { edges: { to: { slug: string } }[] } }>(
    '{ affiliationNetwork(qualifies: AGREEMENT) { edges { to { slug } } } }',
  )
  const counted = affiliationNetwork.edges.map(({ to }) => to.slug)
  expect(conceded.filter(claim => counted.includes(claim))).toEqual([])
})

test('a role that stands in somebody’s words is held by that account', async () => {
  const { memberships } = await ask<{
    memberships: { nodes: { role: string; statement: { speaker: { slug: string } } }[] }
  }>('{ memberships(filter: { hasStatement: true }) { nodes { role statement { speaker { slug } } } } }')
  expect(memberships.nodes).toContainEqual({ role: 'mayors', statement: { speaker: { slug: 'tony-gonzales' } } })
})
