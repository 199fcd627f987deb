import { describe, expect, test } from 'vitest'
import { documentOf } from '../support/documents.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { writeDocument } from '../support/writeDocument.ts'

const seed = testGraph()
const spoken = testGraph(writer => {
  const sentences = [
    { speaker: 'ann', words: 'Tax relief now. Tax relief for all!' },
    { speaker: 'ann', words: 'No new tax, we’ve said' },
    { speaker: 'bob', words: 'The tax is fair; fair taxes build roads' },
    { speaker: 'cid', words: 'Roads, roads, roads' },
  ]
  writeDocument(writer, documentOf('spoken', sentences), { replace: false })
  const reported = documentOf('reported', [
    { speaker: 'ann', words: 'that the levy, a “theft in plain sight”, must go' },
    { speaker: 'bob', words: 'that roads need money' },
  ])
  const [mixed, indirect] = reported.statements
  if (mixed && indirect) {
    reported.statements.splice(0, 2, { ...mixed, quotation: 'MIXED' }, { ...indirect, quotation: 'INDIRECT' })
  }
  writeDocument(writer, reported, { replace: false })
})

const ask = (args: string, fields = 'one { words statements } other { words statements } backgroundWords notes') =>
  spoken.ask(`{ distinctiveWording(${args}${all}) { ${fields} } }`)
/** Whatever is counted is shown, by chance or not. */
const all = ', leastZ: 0, functionWords: true'
const annAgainstBob = 'one: { speaker: "ann" }, other: { speaker: "bob" }'

describe('what is counted', () => {
  test("the speakers' own words: what is quoted whole, and the quoted part of what is mixed", async () => {
    expect(dataOf(await ask(annAgainstBob))).toEqual({
      distinctiveWording: {
        // tax relief now, tax relief for all, no new tax we've said; theft in plain sight
        one: { words: 7 + 5 + 4, statements: 3 },
        other: { words: 8, statements: 1 },
        backgroundWords: 16 + 8 + 3,
        notes: expect.arrayContaining([
          expect.stringContaining('a small sample: 16 quoted words against 8'),
          expect.stringContaining('Left out: 0 statements of the first side and 1 of the other'),
        ]),
      },
    })
  })

  test('paraphrase too, if asked', async () => {
    expect(dataOf(await ask(`${annAgainstBob}, withParaphrase: true`))).toMatchObject({
      distinctiveWording: { one: { words: 7 + 5 + 10, statements: 3 }, other: { words: 8 + 4, statements: 2 } },
    })
  })

  test('against all others, if no other side is given, and within a corpus', async () => {
    expect(dataOf(await ask('one: { speaker: "ann" }'))).toMatchObject({
      distinctiveWording: { other: { words: 8 + 3, statements: 2 } },
    })
    expect(dataOf(await ask('one: { speaker: "ann" }, corpus: { document: "spoken" }'))).toMatchObject({
      distinctiveWording: { one: { words: 12 }, backgroundWords: 12 + 8 + 3 },
    })
  })

  test('phrases do not reach over the end of a clause', async () => {
    const answer = await ask(
      'one: { speaker: "ann" }, fromLength: 2, toLength: 3, minimum: 1, first: 200, corpus: { document: "spoken" }',
      'ofOne { words length oneCount otherCount }',
    )
    expect(dataOf(answer)).toMatchObject({
      distinctiveWording: {
        ofOne: expect.arrayContaining([
          { words: 'tax relief', length: 2, oneCount: 2, otherCount: 0 },
          { words: "we've said", length: 2, oneCount: 1, otherCount: 0 },
          { words: 'tax relief now', length: 3, oneCount: 1, otherCount: 0 },
        ]),
      },
    })
    expect(JSON.stringify(answer.data)).not.toContain('now tax')
  })
})

describe('what is shown', () => {
  const shown = (args: string) =>
    spoken.ask(`{ distinctiveWording(${annAgainstBob}, minimum: 1, first: 50${args}) { notes ofOne { words z } } }`)
  const wordsOf = async (args: string) => {
    const { distinctiveWording } = dataOf(await shown(args)) as {
      distinctiveWording: { notes: string[]; ofOne: { words: string; z: number }[] }
    }
    return { notes: distinctiveWording.notes.join(' '), words: distinctiveWording.ofOne.map(({ words }) => words) }
  }

  test('function words and phrases of nothing else are left out, unless asked for', async () => {
    const { words, notes } = await wordsOf(', leastZ: 0, toLength: 2')
    expect(words).toEqual(expect.arrayContaining(['tax', 'relief', 'tax relief', 'relief for']))
    for (const word of ['for', 'all', 'now', 'for all', "we've"]) expect(words).not.toContain(word)
    expect(notes).toContain('Function words are left out')
    expect((await wordsOf(', leastZ: 0, functionWords: true')).words).toEqual(expect.arrayContaining(['for', 'all']))
  })

  test('what may differ by chance is left out, unless asked for', async () => {
    const { words, notes } = await wordsOf('')
    expect(words).toEqual([])
    expect(notes).toContain('No word differs by more than |z| 1.96')
  })
})

describe('one language is compared', () => {
  const mixed = testGraph(writer => {
    const english = documentOf('english', [
      { speaker: 'ann', words: 'Roads and rails' },
      { speaker: 'ann', words: 'Rails and bridges' },
      { speaker: 'bob', words: 'Taxes and tolls' },
    ])
    const german = documentOf(
      'german',
      [
        { speaker: 'ann', words: 'Die Schule und der Weg' },
        { speaker: 'bob', words: 'Der Weg und die Maut' },
      ],
      { language: 'de' },
    )
    writeDocument(writer, english, { replace: false })
    writeDocument(writer, german, { replace: false })
  })
  const compared = async (args: string) =>
    dataOf(await mixed.ask(`{ distinctiveWording(${annAgainstBob}${args}) { one { words } other { words } notes } }`))

  test('that of most statements of the one side, or the one that is asked for', async () => {
    expect(await compared('')).toMatchObject({
      distinctiveWording: {
        one: { words: 6 },
        other: { words: 3 },
        notes: expect.arrayContaining([
          expect.stringContaining('one language, en: left out are 2 statements in others (de)'),
        ]),
      },
    })
    expect(await compared(', language: "de"')).toMatchObject({
      distinctiveWording: { one: { words: 5 }, other: { words: 5 } },
    })
  })
})

describe('what is given', () => {
  test('the log-odds, with the statements behind each word', async () => {
    const answer = await ask(
      'one: { speaker: "ann" }, other: { speaker: "bob" }, corpus: { document: "spoken" }, priorSize: 23, minimum: 3',
      'ofOne { words oneCount otherCount delta variance z oneStatements { totalCount nodes { slug } } otherStatements { nodes { slug } } }',
    )
    // The background has 23 words, so that a prior of 23 is the counts themselves: 4 for “tax”.
    const delta = Math.log((3 + 4) / (12 + 23 - 7)) - Math.log((1 + 4) / (8 + 23 - 5))
    const variance = 1 / 7 + 1 / 5
    expect(dataOf(answer)).toEqual({
      distinctiveWording: {
        ofOne: [
          {
            words: 'tax',
            oneCount: 3,
            otherCount: 1,
            delta: expect.closeTo(delta, 12),
            variance: expect.closeTo(variance, 12),
            z: expect.closeTo(delta / Math.sqrt(variance), 12),
            oneStatements: { totalCount: 2, nodes: [{ slug: 'spoken/s0' }, { slug: 'spoken/s1' }] },
            otherStatements: { nodes: [{ slug: 'spoken/s2' }] },
          },
        ],
      },
    })
  })

  test('as many SQL statements for one word as for many', async () => {
    const query = (first: number) =>
      ask(`one: { speaker: "ann" }, minimum: 1, first: ${first}`, 'ofOne { words oneStatements { nodes { text } } }')
    const [one, many] = [await query(1), await query(50)]
    dataOf(many)
    expect(many.sql.length).toBe(one.sql.length)
  })

  test.each([
    ['one: { speaker: "nobody" }', 'The one side has no quoted words: nothing can be compared.'],
    [
      'one: { speaker: "ann" }, other: { speaker: "nobody" }',
      'The other side has no quoted words: nothing can be compared.',
    ],
    ['one: { speaker: "x" }, other: { speaker: "y" }', 'Neither side has quoted words: there is nothing to compare.'],
  ])('an empty side is said to be empty: %s', async (args, note) => {
    expect(dataOf(await ask(args, 'notes ofOne { words } ofOther { words }'))).toEqual({
      distinctiveWording: { notes: expect.arrayContaining([note]), ofOne: [], ofOther: [] },
    })
  })
})

test.each([
  ['one: { speaker: "ann" }, other: { document: "spoken" }', '2 statements are on both sides'],
  ['one: { speaker: "ann" }, fromLength: 2, toLength: 4', 'not within 1 to 3'],
  ['one: { speaker: "ann" }, minimum: 0', 'below 1'],
  ['one: { speaker: "ann" }, priorSize: 0', 'not above 0'],
  ['one: { speaker: "ann" }, first: 500', 'not from 1 to 200'],
])('%s is refused', async (args, words) => {
  const { errors } = await ask(args)
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(words),
      extensions: expect.objectContaining({ code: 'BAD_ARGUMENT' }),
    }),
  ])
})

test('in the seed, words that Green quotes are not counted as those whom he quotes would', async () => {
  const answer = await seed.ask(
    '{ distinctiveWording(one: { speaker: "mark-green" }, minimum: 1, first: 200) { ofOne { words oneStatements { nodes { quotation } } } } }',
  )
  expect(JSON.stringify(dataOf(answer))).not.toContain('INDIRECT')
})

test('in the seed, words that may stand in scare quotes of a reporter are not counted as those of the speaker', async () => {
  // “…blames some of the releases on law enforcement in “sanctuary cities” not cooperating with ICE”
  const blames = '{ speaker: "patrick-lechleitner", claims: { slug: { eq: "non-cooperation-causes-releases" } } }'
  const words = async (args: string) => {
    const answer = await seed.ask(
      `{ distinctiveWording(one: ${blames}, other: { speaker: "mark-green" }, ${args}) { one { words } } }`,
    )
    return Object(dataOf(answer)).distinctiveWording.one.words
  }
  expect(await words('withParaphrase: false')).toBe(0)
  expect(await words('withParaphrase: true')).toBe(14)
})

test('phrases of a side of millions of words are refused, its words are not', async () => {
  const long = testGraph(writer => {
    const sentences = [
      { speaker: 'ann', words: 'The tax is fair' },
      { speaker: 'bob', words: 'on and '.repeat(600_000).trim() },
    ]
    writeDocument(writer, documentOf('filibuster', sentences), { replace: false })
  })
  const query = (args: string) => `{ distinctiveWording(one: { speaker: "ann" }, ${args}) { other { words } } }`
  expect(dataOf(await long.ask(query('toLength: 1')))).toEqual({ distinctiveWording: { other: { words: 1_200_000 } } })
  const { errors } = await long.ask(query('toLength: 2'))
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('up to 4000000 characters'),
      extensions: { code: 'BAD_ARGUMENT', argument: 'lengths' },
    },
  ])
})
