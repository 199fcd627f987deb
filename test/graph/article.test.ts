import { describe, expect, test } from 'vitest'
import { dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph()

async function ask<T>(query: string): Promise<T> {
  return dataOf(await graph.ask(query)) as T
}

const docket =
  'as of July 21, there were 662,566 noncitizens with criminal histories on the agency’s non-detained docket (NDD)'
const ofThose = 'Of those, 435,719 are convicted criminals, and 226,847 have pending criminal charges,'
const assault =
  '62,231 noncitizens with criminal convictions for assault currently are not detained by ICE and have been released; 42,915 have pending assault charges'
const holding =
  'The agency currently is holding 2,348 noncitizens who have been convicted of assault and 1,498 who have pending charges'
const byOffence =
  'The agency also has released 15,811 who have been convicted of sexual assault, 56,533 noncitizens convicted of drug possession, and 2,521 who have been convicted on kidnapping'
const capacity =
  'ICE has the capacity to hold 41,500 noncitizens in Fiscal Year 2024, which is up from 34,000 in Fiscal Year 2023'
const lead =
  '435,000 undocumented migrants with criminal convictions have been released by the agency to cities around the United States'
const removed = 'From May 2023 through July, DHS has removed or returned nearly 900,000 individuals'
const releasing =
  'It may be shocking to hear that the Biden-Harris administration is actively releasing tens of thousands of criminal illegal aliens into our communities, but their own numbers conclusively prove this to be the case.'

/** Each number of the article, in its order: the words for it, whose voice it stands in, and the exact words around. */
const numbers: readonly (readonly [words: string, voice: string, text: string])[] = [
  ['435,000', 'patrick-lechleitner', lead],
  ['662,566', 'patrick-lechleitner', docket],
  ['435,719', 'patrick-lechleitner', ofThose],
  ['226,847', 'patrick-lechleitner', ofThose],
  ['tens of thousands', 'mark-green', releasing],
  ['62,231', 'patrick-lechleitner', assault],
  ['42,915', 'patrick-lechleitner', assault],
  ['2,348', 'DOCUMENT', holding],
  ['1,498', 'DOCUMENT', holding],
  ['15,811', 'CHANNEL wane-ice-435000/letter', byOffence],
  ['56,533', 'CHANNEL wane-ice-435000/letter', byOffence],
  ['2,521', 'CHANNEL wane-ice-435000/letter', byOffence],
  ['nearly 900,000', 'patrick-lechleitner', removed],
  ['41,500', 'DOCUMENT', capacity],
  ['34,000', 'DOCUMENT', capacity],
]

interface MentionData {
  readonly words: string
  readonly value: number | null
  readonly statement: {
    readonly voice: string
    readonly text: string
    readonly speaker: { readonly slug: string } | null
    readonly channel: { readonly slug: string } | null
  }
}

describe('(a) each number of the article, with each voice that uses it and the exact words', () => {
  const selection = 'nodes { words value statement { voice text speaker { slug } channel { slug } } }'
  const told = ({ words, statement: { voice, text, speaker, channel } }: MentionData) => [
    words,
    speaker?.slug ?? (voice === 'CHANNEL' ? `${voice} ${channel?.slug}` : voice),
    text,
  ]

  test('all of them, in the order of the article', async () => {
    const { figureMentions } = await ask<{ figureMentions: { nodes: MentionData[] } }>(
      `{ figureMentions(first: 100, filter: { hasFigure: true }) { ${selection} } }`,
    )
    expect(figureMentions.nodes.map(told)).toEqual(numbers)
  })

  test.each(numbers.filter(([words]) => /\d/.test(words)))('asked by the value: %s', async (words, voice, text) => {
    const value = Number(words.replaceAll(/\D/g, ''))
    const { figures } = await ask<{ figures: { nodes: { mentions: { nodes: MentionData[] } }[] } }>(
      `{ figures(filter: { value: { eq: ${value} } }) { nodes { mentions { ${selection} } } } }`,
    )
    expect(figures.nodes.flatMap(({ mentions }) => mentions.nodes.map(told))).toEqual([[words, voice, text]])
  })

  test('no number of the text is left out', async () => {
    const { document } = await ask<{
      document: { text: string; url: string; times: { nodes: { words: string }[] } }
    }>('{ document(slug: "wane-ice-435000") { text url times(first: 100) { nodes { words } } } }')
    const dates = document.times.nodes.map(({ words }) => words)
    const rest = [document.url, ...dates].reduce((text, words) => text.replaceAll(words, ''), document.text)
    const inDigits = rest.match(/\d[\d,]*\d|\d/g)
    const expected = numbers.map(([words]) => words.replace('nearly ', '')).filter(words => /\d/.test(words))
    expect(inDigits).toEqual(expected)
  })
})

/** Everything that each of them said, in order: the cue, how it is quoted, and the exact words. */
const said: Readonly<Record<string, readonly (readonly [cue: string | null, quotation: string, text: string])[]>> = {
  'patrick-lechleitner': [
    ['told', 'INDIRECT', lead],
    ['saying', 'INDIRECT', docket],
    [null, 'DIRECT', ofThose],
    ['According to', 'INDIRECT', assault],
    ['blames', 'MIXED', 'some of the releases on law enforcement in “sanctuary cities” not cooperating with ICE'],
    [
      'wrote',
      'DIRECT',
      'Some jurisdictions have reduced their cooperation with ICE, to include refusal to honor ICE detainer requests, even for noncitizens who have been convicted of serious felonies and pose an ongoing threat to public safety.',
    ],
    [
      'wrote',
      'DIRECT',
      'ICE recognizes that some jurisdictions are concerned that cooperating with federal immigration officials will erode trust with immigrant communities and make it harder for local law enforcement to serve those populations.',
    ],
    [
      'wrote',
      'DIRECT',
      'However, ‘sanctuary’ policies can end up shielding dangerous criminals, who often victimize those same communities,',
    ],
    ['called', 'MIXED', 'the nation’s immigration system “broken”'],
    ['said', 'INDIRECT', 'Congress needs to better fund DHS'],
    [
      'said',
      'MIXED',
      'under the Biden administration, DHS is removing and returning “record numbers of migrants who are unable to establish a legal basis to remain in the United States and prioritizing for removal those who present national security and public safety risks and recent border crossers.”',
    ],
    ['says', 'INDIRECT', removed],
    [
      'added',
      'INDIRECT',
      'ICE is not allowed to release certain noncitizens from the agency’s custody including those convicted of homicide',
    ],
    [
      'wrote',
      'MIXED',
      'Other cases are determined “on a case-by-case basis and take into account the individual case circumstances, primarily considering risk of flight, national security threat, and threat to public safety,”',
    ],
  ],
  'tony-gonzales': [
    ['asked', 'INDIRECT', 'for data on migrants with criminal backgrounds'],
    [
      'said',
      'DIRECT',
      'The data released by ICE is beyond disturbing, and it should be a wake-up call for the Biden-Harris administration and cities across the country that hide behind sanctuary policies,',
    ],
    ['said', 'DIRECT', 'It’s time for Washington to move past rhetoric and toward results.'],
    ['said', 'DIRECT', 'Americans deserve to feel safe in their communities.'],
    [
      'said',
      'INDIRECT',
      'as an Appropriator, he vows to ensure ICE has the resources necessary to deport noncitizens with a criminal record',
    ],
    ['said', 'DIRECT', 'This must be a priority,'],
    [
      'said',
      'DIRECT',
      'The Biden-Harris administration also plays a part in cleaning up the mess their failed policies have created.',
    ],
    [
      'said',
      'DIRECT',
      'They have the ear of sanctuary city mayors — it’s time to encourage them to reverse course and put the safety of American citizens first.',
    ],
  ],
  'mark-green': [
    ['called', 'MIXED', 'the new information “shocking.”'],
    ['said', 'DIRECT', releasing],
    ['said', 'DIRECT', 'This defies all common sense,'],
    [
      'said',
      'DIRECT',
      'DHS law enforcement has been directed to mass-release illegal aliens whom they know have criminal convictions or are facing charges for serious crimes—and these dangerous, destructive individuals are making their way into every city and state in this country.',
    ],
    [
      'said',
      'DIRECT',
      'How many more Americans need to die or be victimized before this administration is forced to abide by the laws they swore to uphold?',
    ],
    ['said', 'DIRECT', 'This is madness. It is something no civilized, well-functioning society should tolerate,'],
  ],
}

describe('(b) everything that each of the three said, in order', () => {
  test.each(Object.entries(said))('%s', async (slug, expected) => {
    const { statements } = await ask<{
      statements: { nodes: { quotation: string; text: string; cue: { exact: string } | null }[] }
    }>(`{ statements(filter: { speaker: "${slug}" }, first: 100) { nodes { quotation text cue { exact } } } }`)
    expect(statements.nodes.map(({ cue, quotation, text }) => [cue?.exact ?? null, quotation, text])).toEqual(expected)
  })

  interface PassageData {
    readonly slug: string
    readonly exact: string
    readonly prefix: string
    readonly suffix: string
    readonly start: number
    readonly end: number
    readonly fragments: readonly { readonly start: number; readonly end: number }[]
  }

  test('the offsets of every passage reproduce the text exactly, counted in code points', async () => {
    const selection = 'slug exact prefix suffix start end fragments { start end }'
    const { document } = await ask<{ document: { text: string; length: number; passages: { totalCount: number } } }>(
      '{ document(slug: "wane-ice-435000") { text length passages { totalCount } } }',
    )
    const points = Array.from(document.text)
    expect(points).toHaveLength(document.length)

    const passages: PassageData[] = []
    for (let more = true, after = ''; more; ) {
      const page = await ask<{
        document: { passages: { nodes: PassageData[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
      }>(
        `{ document(slug: "wane-ice-435000") { passages(first: 100${after}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } } }`,
      )
      const { nodes, pageInfo } = page.document.passages
      passages.push(...nodes)
      more = pageInfo.hasNextPage
      after = `, after: "${pageInfo.endCursor}"`
    }
    expect(passages).toHaveLength(document.passages.totalCount)

    const slice = (start: number, end: number) => points.slice(start, end).join('')
    for (const { slug, exact, prefix, suffix, start, end, fragments } of passages) {
      expect(fragments.map(piece => slice(piece.start, piece.end)).join(' … '), slug).toBe(exact)
      expect([fragments.at(0)?.start, fragments.at(-1)?.end], slug).toEqual([start, end])
      expect(slice(Math.max(0, start - 32), start), slug).toBe(prefix)
      expect(slice(end, end + 32), slug).toBe(suffix)
    }
  })

  test('the words of everything annotated are those of its passage', async () => {
    const { statements, figureMentions, termUses, times } = await ask<
      Record<string, { nodes: { words: string; passage: { exact: string } }[]; pageInfo: { hasNextPage: boolean } }>
    >(`{
      statements(first: 100) { nodes { words: text passage: content { exact } } pageInfo { hasNextPage } }
      figureMentions(first: 100) { nodes { words passage { exact } } pageInfo { hasNextPage } }
      termUses(first: 100) { nodes { words passage { exact } } pageInfo { hasNextPage } }
      times(first: 100) { nodes { words passage { exact } } pageInfo { hasNextPage } }
    }`)
    for (const list of [statements, figureMentions, termUses, times]) {
      expect(list?.pageInfo.hasNextPage).toBe(false)
      expect(list?.nodes.map(({ words }) => words)).toEqual(list?.nodes.map(({ passage }) => passage.exact))
    }
  })
})

describe('(c) how the numbers hang together', () => {
  test('662,566 = 435,719 + 226,847, as a checked sum', async () => {
    const data = await ask(`{ figures(filter: { value: { eq: 662566 } }) { nodes {
      relations { nodes { kind explanation passage { exact } object { value } } }
    } } }`)
    const part = (value: number) => ({
      kind: 'SUM_OF',
      explanation: '435,719 + 226,847 = 662,566',
      passage: { exact: 'Of those' },
      object: { value },
    })
    expect(data).toEqual({ figures: { nodes: [{ relations: { nodes: [part(435719), part(226847)] } }] } })
  })

  test('435,000 as a rounding of 435,719, concluded and not stated', async () => {
    const data = await ask(`{ figures(filter: { value: { eq: 435719 } }) { nodes {
      relatedBy(filter: { kind: ROUNDS }) { nodes { kind basis reason explanation subject { value } } }
    } } }`)
    expect(data).toEqual({
      figures: {
        nodes: [
          {
            relatedBy: {
              nodes: [
                {
                  kind: 'ROUNDS',
                  basis: 'INFERRED',
                  reason: expect.stringContaining('does not say that the one is the other'),
                  explanation: '435,719, rounded down to a multiple of 1,000, is 435,000',
                  subject: { value: 435000 },
                },
              ],
            },
          },
        ],
      },
    })
  })

  test('the article’s number and the one that it rounds are both within 1% of 435,000', async () => {
    const data = await ask(
      '{ figures(filter: { value: { near: { value: 435000, within: 0.01 } } }) { nodes { value } } }',
    )
    expect(data).toEqual({ figures: { nodes: [{ value: 435000 }, { value: 435719 }] } })
  })

  test('“tens of thousands” as bounds without a value', async () => {
    const data = await ask(`{ person(slug: "mark-green") { figureMentions { nodes {
      words approximation value lower upper figure { value lower upper relations { nodes { kind object { value } } } }
    } } } }`)
    const bounds = { value: null, lower: 20000, upper: 100000 }
    expect(data).toEqual({
      person: {
        figureMentions: {
          nodes: [
            {
              words: 'tens of thousands',
              approximation: 'ORDER_OF_MAGNITUDE',
              ...bounds,
              figure: {
                ...bounds,
                relations: {
                  nodes: [
                    ...[662566, 435719, 435000].map(value => ({ kind: 'IN_TENSION_WITH', object: { value } })),
                    ...[62231, 56533, 15811, 2521].map(value => ({ kind: 'COMPARED_WITH', object: { value } })),
                  ],
                },
              },
            },
            {
              words: 'every city and state',
              approximation: 'NO_NUMBER',
              value: null,
              lower: null,
              upper: null,
              figure: null,
            },
          ],
        },
      },
    })
  })
})

test('(d) the figures in no named speaker’s mouth', async () => {
  const { statements } = await ask<{
    statements: { nodes: { voice: string; figureMentions: { nodes: { words: string }[] } }[] }
  }>(`{ statements(filter: { hasSpeaker: false, figureMentions: {} }) { nodes {
    voice figureMentions { nodes { words } }
  } } }`)
  expect(
    statements.nodes.map(({ voice, figureMentions }) => [voice, ...figureMentions.nodes.map(m => m.words)]),
  ).toEqual([
    ['DOCUMENT', '2,348', '1,498'],
    ['CHANNEL', '15,811', '56,533', '2,521'],
    ['DOCUMENT', '41,500', '34,000'],
  ])
})

describe('(e) what stays unresolved in time', () => {
  test('seven expressions have no date, and each says why', async () => {
    const { times } = await ask<{
      times: { nodes: { words: string; edtf: null; earliest: null; latest: null; reason: string }[] }
    }>('{ times(filter: { basis: UNRESOLVED }) { nodes { words edtf earliest latest reason } } }')
    expect(times.nodes.map(({ words }) => words)).toEqual([
      'this week',
      'Wednesday',
      'Friday',
      'Friday',
      'currently',
      'currently',
      'recent',
    ])
    for (const { edtf, earliest, latest, reason } of times.nodes) {
      expect([edtf, earliest, latest]).toEqual([null, null, null])
      expect(reason).not.toBe('')
    }
  })

  test('the others are inferred, none stated: the text gives no year of its own', async () => {
    const { times } = await ask<{ times: { nodes: { words: string; edtf: string; reason: string }[] } }>(
      '{ times(filter: { not: { basis: UNRESOLVED } }) { nodes { words edtf basis reason } } }',
    )
    const inferred = (words: string, edtf: string) => ({
      words,
      edtf,
      basis: 'INFERRED',
      reason: expect.stringMatching(/\S/),
    })
    expect(times.nodes).toEqual([
      inferred('July 21', '2024-07-21'),
      inferred('March', '2024-03'),
      inferred('From May 2023 through July', '2023-05/2024-07'),
      inferred('Fiscal Year 2024', '2023-10/2024-09'),
      inferred('Fiscal Year 2023', '2022-10/2023-09'),
    ])
  })

  test('the date and the title of the article itself are unknown', async () => {
    expect(await ask('{ document(slug: "wane-ice-435000") { title published publisher { slug } } }')).toEqual({
      document: { title: null, published: null, publisher: { slug: 'wane' } },
    })
  })
})

test('a figure has the first words for it, by every way of asking', async () => {
  const expected = { words: 'nearly 900,000', value: 900_000 }
  const one = await ask('{ figure(slug: "wane-ice-435000/removed-or-returned") { words value } }')
  expect(one).toEqual({ figure: expected })
  const { figures } = await ask<{ figures: { nodes: object[] } }>(
    '{ figures(filter: { value: { eq: 900000 } }) { nodes { words value __typename } } }',
  )
  expect(figures.nodes).toMatchObject([expected])
})

describe('what a curator joins or names', () => {
  test('neither claims nor names take a side in what is called a sanctuary', async () => {
    const { claims, agents, referents } = await ask<Record<string, { nodes: { text?: string; name?: string }[] }>>(
      '{ claims(first: 100) { nodes { text } } agents(first: 100) { nodes { name } } referents { nodes { name: label } } }',
    )
    const named = [claims, agents, referents].flatMap(list => list?.nodes.map(({ text, name }) => text ?? name) ?? [])
    const disputed = named.filter(words => /sanctuary/i.test(words ?? ''))
    expect(disputed.length).toBeGreaterThan(6)
    for (const words of disputed) {
      expect(words?.replaceAll(/called sanctuary (cities|policies)/g, '')).not.toMatch(/sanctuary/i)
      expect(words).not.toMatch(/[“”‘’]/)
    }
  })

  test('a stance to a claim that names what the words leave open is inferred', async () => {
    const { stances } = await ask<{ stances: unknown }>(
      '{ stances(filter: { claim: "data-prove-release" }) { nodes { basis reason } } }',
    )
    expect(stances).toEqual({ nodes: [{ basis: 'INFERRED', reason: expect.stringContaining('their own numbers') }] })
  })

  test('phrases that the text does not make one are joined by inference alone', async () => {
    const joined = [
      'some jurisdictions',
      'sanctuary city mayors',
      'this administration',
      'our communities',
      'individuals',
    ]
    const { termUses } = await ask<{ termUses: { nodes: { words: string; basis: string }[] } }>(
      '{ termUses(first: 100) { nodes { words basis } } }',
    )
    for (const words of joined) {
      const uses = termUses.nodes.filter(use => use.words.toLowerCase() === words)
      expect(uses.map(({ basis }) => basis)).toEqual(uses.map(() => 'INFERRED'))
      expect(uses).not.toEqual([])
    }
  })
})
