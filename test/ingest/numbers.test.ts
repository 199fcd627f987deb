import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pendingReadings, readings } from '../../src/ingest/readings.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { databaseIn, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const text =
  'On Friday, Ann said that “nearly 12 million people” lost $1.2 bn in 2009, up from $3 a day. Half of them left last year.'

const [content, first] = [
  { at: [[25, text.length]], exact: text.slice(25) },
  { at: [[0, 40]], exact: text.slice(0, 40) },
]

function records(figures: object[] = []): string {
  const half = text.indexOf('Half')
  const all = [
    { type: 'document', slug: 'd', text, language: 'en', published: '2024-07-24' },
    { type: 'figure', slug: 'd/f', document: 'd', label: 'those who lost', value: 12_000_000, unit: 'person' },
    { type: 'figure', slug: 'd/g', document: 'd', label: 'what they lost', value: 1_200_000_000, unit: 'USD' },
    { type: 'statement', slug: 'd/1', document: 'd', content, quotation: 'MIXED', figures },
    { type: 'statement', slug: 'd/2', document: 'd', content: first },
    { type: 'statement', slug: 'd/3', document: 'd', content: { at: [[half + 5, half + 9]], exact: 'of t' } },
  ]
  return all.map(record => `${JSON.stringify(record)}\n`).join('')
}

async function imported(figures: object[] = []): Promise<string> {
  const folder = temporaryFolder()
  const file = join(folder, 'a.jsonl')
  writeFileSync(file, records(figures))
  await importInto(folder, 'jsonl', file)
  return folder
}

/** Runs every pending reading; says what was done. */
function readAll(folder: string): string[] {
  const database = openWriter(join(folder, 'dixit.db'))
  try {
    return pendingReadings(database, null).map(({ read }) => read().done)
  } finally {
    database.close()
  }
}

const mentionsQuery = `{
  figureMentions(filter: { basis: AUTOMATIC }) {
    nodes { words approximation value lower upper unit counted wording rule { name version } figure { slug } statement { slug } }
  }
}`

test('quantities in the words of statements, as worded and by whom', async () => {
  const folder = await imported()
  expect(readAll(folder)).toContain('4 quantities and 3 times')
  const answer = dataOf(await graphIn(folder).ask(mentionsQuery))
  const rule = { name: 'QUANTITY_IN_WORDS', version: '7' }
  const read = { rule, figure: null, statement: { slug: 'd/1' } }
  expect(answer).toEqual({
    figureMentions: {
      nodes: [
        {
          words: 'nearly 12 million',
          approximation: 'NEARLY',
          value: 12_000_000,
          lower: null,
          upper: 12_000_000,
          unit: null,
          counted: 'people',
          wording: 'SPEAKER',
          ...read,
        },
        {
          words: '$1.2 bn',
          approximation: 'EXACT',
          value: 1_200_000_000,
          lower: 1_200_000_000,
          upper: 1_200_000_000,
          unit: '$',
          counted: null,
          wording: 'REPORTER',
          ...read,
        },
        {
          words: '$3 a day',
          approximation: 'EXACT',
          value: 3,
          lower: 3,
          upper: 3,
          unit: '$ per day',
          counted: null,
          wording: 'REPORTER',
          ...read,
        },
        {
          words: 'Half',
          approximation: 'EXACT',
          value: 0.5,
          lower: 0.5,
          upper: 0.5,
          unit: 'share',
          counted: null,
          wording: 'REPORTER',
          ...read,
        },
      ],
    },
  })
})

test('times, by their words or by the day of publication', async () => {
  const folder = await imported()
  readAll(folder)
  const query = '{ times { nodes { words edtf basis rule { name } mentionedIn { nodes { slug } } } } }'
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    times: {
      nodes: [
        {
          words: 'Friday',
          edtf: '2024-07-19',
          basis: 'AUTOMATIC',
          rule: { name: 'TIME_BY_PUBLICATION' },
          mentionedIn: { nodes: [{ slug: 'd/2' }] },
        },
        {
          words: '2009',
          edtf: '2009',
          basis: 'AUTOMATIC',
          rule: { name: 'TIME_IN_WORDS' },
          mentionedIn: { nodes: [{ slug: 'd/1' }] },
        },
        {
          words: 'last year',
          edtf: '2023',
          basis: 'AUTOMATIC',
          rule: { name: 'TIME_BY_PUBLICATION' },
          mentionedIn: { nodes: [{ slug: 'd/1' }] },
        },
      ],
    },
  })
})

test("a person's word holds over a rule's", async () => {
  const at = text.indexOf('nearly')
  const exact = 'nearly 12 million'
  const folder = await imported([{ figure: 'd/f', span: { at: [[at, at + exact.length]], exact } }])
  readAll(folder)
  const query = '{ figureMentions(filter: { value: { eq: 12000000 } }) { nodes { basis figure { slug } } } }'
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    figureMentions: { nodes: [{ basis: null, figure: { slug: 'd/f' } }] },
  })
})

test('what is read is not read again, is the same when it is, and can be taken back', async () => {
  const folder = await imported()
  readAll(folder)
  const ask = async () => dataOf(await graphIn(folder).ask(mentionsQuery))
  const before = await ask()
  expect(readAll(folder)).toEqual([])
  const forget = () => {
    const database = openWriter(join(folder, 'dixit.db'))
    for (const reading of readings) reading.forget(database, 'interchange')
    database.close()
  }
  forget()
  expect(await ask()).toEqual({ figureMentions: { nodes: [] } })
  readAll(folder)
  expect(await ask()).toEqual(before)
})

test('everyone who said a number is found, with rules or without them', async () => {
  const at = text.indexOf('$1.2 bn')
  const exact = '$1.2 bn'
  const folder = await imported([{ figure: 'd/g', span: { at: [[at, at + exact.length]], exact } }])
  readAll(folder)
  const said = async (...args: string[]) => {
    const { out } = await dixit(['number', ...args, '--format', 'json'], { DIXIT_DB: databaseIn(folder) })
    const rows: {
      readonly fits: string
      readonly number: string
      readonly figureSlug: string
      readonly numberBasis: string
    }[] = JSON.parse(out)
    return rows.filter(({ fits }) => fits === 'NUMBER').map(row => [row.number, row.figureSlug, row.numberBasis])
  }
  expect(await said('12000000')).toEqual([['nearly 12 million', null, 'AUTOMATIC']])
  expect(await said('12000000', '--no-automatic')).toEqual([])
  expect(await said('$1.2bn', '--no-automatic')).toEqual([['$1.2 bn', 'd/g', null]])
  expect(await said('1200000000', '--unit', 'USD')).toEqual([['$1.2 bn', 'd/g', null]])
  expect(await said('1200000000', '--unit', 'EUR')).toEqual([])
})
