import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/ingest/numbers/readNumbers.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, type TestGraph, temporaryFolder, testGraph } from '../support/graph.ts'

/** One figure that somebody has noted, and numbers that only a rule reads. */
const homes = 'The city counted 900 homes, the county 1,200 homes and 900 dogs, and paid $900.'
const more =
  'It took more than 30 percent of the money, at least three times as much: no more than $3.2 million, or at most 90 miles per hour.'
const homesRecords = [
  { type: 'document', slug: 'more', text: more, language: 'en' },
  { type: 'statement', slug: 'more/1', document: 'more', content: { at: [[0, more.length]], exact: more } },
  { type: 'document', slug: 'homes', text: homes, language: 'en' },
  {
    type: 'figure',
    slug: 'homes/counted',
    document: 'homes',
    label: 'homes counted',
    value: 900,
    unit: 'homes',
    population: 'homes',
  },
  {
    type: 'statement',
    slug: 'homes/1',
    document: 'homes',
    content: { at: [[0, homes.length]], exact: homes },
    figures: [{ figure: 'homes/counted', span: { at: [[17, 20]], exact: '900' } }],
  },
]

const seed = testGraph()
let graph: TestGraph
beforeAll(async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('wards'), { dataset: 'wards', strict: true })
  const database = openWriter(databaseIn(folder))
  readNumbers(database, 'wards')
  const homesFile = join(folder, 'homes.jsonl')
  writeFileSync(homesFile, homesRecords.map(record => JSON.stringify(record)).join('\n'))
  await importInto(folder, 'jsonl', homesFile, { dataset: 'homes', strict: true })
  readNumbers(database, 'homes')
  database.close()
  graph = graphIn(folder)
})
const ask = async (query: string) => dataOf(await graph.ask(query))

describe('who said a number of which nobody has said what it counts', () => {
  const said = (args: string) => `{ number(${args}) { value unit notes fits { fit mentions {
    totalCount nodes { figure { slug } passage { exact } statement { speaker { name } } } } } } }`
  const found = async (args: string) => {
    const { number } = (await ask(said(args))) as {
      number: {
        value: number
        unit: string | null
        notes: string[]
        fits: {
          fit: string
          mentions: {
            totalCount: number
            nodes: { figure: null; passage: { exact: string }; statement: { speaker: { name: string } } }[]
          }
        }[]
      }
    }
    return {
      ...number,
      fits: Object.fromEntries(
        number.fits.map(({ fit, mentions: { nodes } }) => [
          fit,
          nodes.map(({ passage, statement }) => `${statement.speaker.name}: ${passage.exact}`).sort(),
        ]),
      ),
    }
  }

  test('a number without a unit is beyond no part, no multiple, no money and no rate', async () => {
    const open = async (words: string) => {
      const { number } = (await ask(said(`words: "${words}"`))) as {
        number: { fits: { fit: string; mentions: { nodes: { passage: { exact: string } }[] } }[] }
      }
      const fits = number.fits.filter(({ fit }) => fit === 'OPEN_BOUNDS')
      return fits.flatMap(({ mentions }) => mentions.nodes.map(({ passage }) => passage.exact))
    }
    expect(await open('40 percent')).toContain('more than 30 percent')
    const bare = await open('1000000')
    expect(bare).not.toContain('more than 30 percent')
    expect(bare).not.toContain('at least three times')
    expect(await open('$300')).toContain('no more than $3.2 million')
    const few = await open('50')
    expect(few).not.toContain('no more than $3.2 million')
    expect(few.filter(words => words.includes('90'))).toEqual([])
    expect((await open('50 miles per hour')).filter(words => words.includes('90'))).toHaveLength(1)
  })

  test('everyone who said it, in any unit, each in the first way that fits', async () => {
    const { value, notes, fits } = await found('words: "12 million"')
    expect(value).toBe(12_000_000)
    expect(notes.join()).toContain('may count different things')
    expect(fits).toEqual({
      NUMBER: [
        'Ada Reyes: 12 million',
        'Ada Reyes: 12,000,000 dollars',
        'Ben Stone: $12 million',
        'Ben Stone: about 12 million',
      ],
      FIGURE: [],
      BOUNDS: [],
      OPEN_BOUNDS: ['Ada Reyes: More than 10 million'],
    })
  })

  test('in one unit alone, by any of its names', async () => {
    const dollars = ['Ada Reyes: 12,000,000 dollars', 'Ben Stone: $12 million']
    expect((await found('words: "$12 million"')).fits.NUMBER).toEqual(dollars)
    expect((await found('words: "12m", unit: "USD"')).fits.NUMBER).toEqual(dollars)
  })

  test('for each of which, if the words say so', async () => {
    expect(await found('words: "$12 million a year"')).toMatchObject({ unit: '$ per year', fits: { NUMBER: [] } })
  })

  test('what rules read is left out where it is not wanted', async () => {
    expect((await found('words: "12 million", automatic: false')).fits.NUMBER).toEqual([])
  })

  test('ends that the words leave out hold nothing', async () => {
    const fitting = async (words: string) => {
      const answer = await seed.ask(`{ number(words: "${words}") { fits { fit mentions { nodes { words } } } }
        figureMentions(filter: { boundsHold: ${words}, not: { approximation: EXACT } }) { nodes { words } } }`)
      const { number, figureMentions } = dataOf(answer) as {
        number: { fits: { fit: string; mentions: { nodes: { words: string }[] } }[] }
        figureMentions: { nodes: { words: string }[] }
      }
      const bounds = number.fits.find(({ fit }) => fit === 'BOUNDS')?.mentions.nodes
      return [bounds, figureMentions.nodes].map(nodes => nodes?.map(({ words: each }) => each))
    }
    const held = ['tens of thousands']
    expect(await fitting('50000')).toEqual([held, held])
    expect(await fitting('20000')).toEqual([held, held])
    expect(await fitting('100000')).toEqual([[], []])
  })

  test('words that are no number are refused', async () => {
    const { errors } = await graph.ask('{ number(words: "much") { value } }')
    expect(errors?.[0]?.message).toContain('“much” is not a number')
  })
})

describe('speakers side by side, by numbers as worded', () => {
  const compare = (
    wording: string,
  ) => `{ compareFraming(speakers: ["wards-ada", "wards-ben"]${wording}) { notes numbers {
    lines { shared keys { label } cells { count statements { totalCount } } } } } }`
  const lines = async (wording = '') => {
    const { compareFraming } = (await ask(compare(wording))) as {
      compareFraming: {
        notes: string[]
        numbers: {
          lines: {
            shared: boolean
            keys: { label: string }[]
            cells: { count: number; statements: { totalCount: number } }[]
          }[]
        }
      }
    }
    const { notes, numbers } = compareFraming
    return {
      notes,
      lines: Object.fromEntries(
        numbers.lines.map(({ keys, cells }) => [
          keys[0]?.label,
          cells.map(({ count, statements }) => (statements.totalCount === count ? count : Number.NaN)),
        ]),
      ),
    }
  }

  test('in their own words, and what is left aside', async () => {
    const { notes, lines: own } = await lines()
    expect(own).toEqual({ '12,000,000 people': [1, 0], '$12,000,000': [0, 1] })
    expect(notes).toContainEqual(expect.stringContaining('1 reading whose wording is REPORTER'))
    expect(notes).toContainEqual(
      expect.stringContaining(
        '2 readings in statements whose kind of quotation is not known. It is known once the source says',
      ),
    )
  })

  test('in whoever’s words: the same number in the same unit is one line, unless it is hedged otherwise', async () => {
    const { lines: all } = await lines(', wording: [SPEAKER, REPORTER, DOUBTFUL]')
    expect(all).toEqual({
      '$12,000,000': [1, 1],
      '12,000,000 people': [1, 0],
      'about 12,000,000 people': [0, 1],
      'over 10,000,000 people': [1, 0],
    })
  })
})

describe('two wordings of which nobody has said what they count', () => {
  const slugOf = async (words: string) => {
    const { figureMentions } = (await ask('{ figureMentions(first: 100) { nodes { slug words } } }')) as {
      figureMentions: { nodes: { slug: string; words: string }[] }
    }
    return figureMentions.nodes.find(mention => mention.words === words)?.slug ?? words
  }
  const compare = async (one: string, other: string) => {
    const variables = { one: await slugOf(one), other: await slugOf(other) }
    const answer = await graph.ask(
      `query ($one: Reference!, $other: Reference!) {
        compareFigureMentions(one: $one, other: $other) { verdict factor asWorded explanation setSideBySide { kind } } }`,
      variables,
    )
    return (dataOf(answer) as { compareFigureMentions: object | null }).compareFigureMentions
  }

  test('are compared as worded, in one unit under any of its names', async () => {
    expect(await compare('$12 million', '12,000,000 dollars')).toEqual({
      verdict: 'AGREE',
      factor: 1,
      asWorded: true,
      explanation:
        '“$12 million” is $12,000,000; “12,000,000 dollars” is $12,000,000. Nobody has said that they count the same thing.',
      setSideBySide: null,
    })
  })

  test('are not comparable in different units', async () => {
    expect(await compare('$12 million', '12 million')).toMatchObject({
      verdict: 'NOT_COMPARABLE',
      factor: null,
      asWorded: true,
      explanation: 'They differ in unit ($; not said).',
    })
  })

  test('beside a figure, whose unit may be what it counts; words for other things are named', async () => {
    expect(await compare('900', '1,200')).toMatchObject({
      verdict: 'DISJOINT',
      asWorded: true,
      explanation:
        '“900” is 900 homes; “1,200” is 1,200: the larger is 1.333 times the smaller. Nobody has said that they count the same thing.',
    })
    const start = homes.indexOf('900 dogs')
    expect(await compare('1,200', `homes/1/read/${start}-${start + 3}`)).toMatchObject({
      verdict: 'DISJOINT',
      explanation: expect.stringContaining('What they count is worded differently: population (homes; dogs).'),
    })
    expect(await compare('1,200', 'nothing')).toBeNull()
    expect(await compare('900', '$900')).toMatchObject({
      verdict: 'NOT_COMPARABLE',
      explanation: 'They differ in unit (homes; $).',
    })
  })
})
