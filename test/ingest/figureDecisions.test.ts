import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { readNumbers } from '../../src/ingest/numbers/readNumbers.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, fillWithSeed, temporaryFolder } from '../support/graph.ts'

let folder: string
beforeEach(async () => {
  folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('wards'), { dataset: 'wards', strict: true })
  read()
})

function read(): void {
  const database = openWriter(databaseIn(folder))
  readNumbers(database, 'wards')
  database.close()
}

function decide(yaml: string) {
  const file = join(folder, 'decisions.yaml')
  writeFileSync(file, `decisions: 1\ndecidedBy: Joan Lind\n${yaml}`)
  const database = openWriter(databaseIn(folder))
  try {
    const { identities, figures, readings } = readDecisions(file)
    return replaceDecisions(database, identities, figures, readings)
  } finally {
    database.close()
  }
}

const fed = ['wards-1/1/read/8-18', 'wards-1/2/read/78-94']
const binding = (
  mentions: readonly string[],
  more = 'label: People fed in 2023\n    unit: people\n    value: 12000000',
) => `figures:
  - figure: people-fed
    ${more}
    mentions: [${mentions.join(', ')}]
    reason: Both speak of the kitchens of the last year.
`

const everyNumber = `{ figureMentions(first: 20) { nodes { slug figure { slug label unit value document { slug } }
  decision { decidedBy reason } basis rule { name } } } figures { totalCount } }`
const numbers = async () =>
  dataOf(await graphIn(folder).ask(everyNumber)) as {
    figures: { totalCount: number }
    figureMentions: {
      nodes: {
        slug: string
        figure: { slug: string; label: string } | null
        decision: { decidedBy: string; reason: string } | null
        rule: { name: string } | null
      }[]
    }
  }
const bound = async () => (await numbers()).figureMentions.nodes.filter(({ figure }) => figure !== null)

test('a person binds mentions to a figure that the decision makes; what the rule read stays marked', async () => {
  const before = await numbers()
  const slugs = before.figureMentions.nodes.map(({ slug }) => slug)
  expect(slugs).toEqual(expect.arrayContaining(fed))
  decide(binding(fed))
  const found = await bound()
  expect(found.map(({ slug }) => slug).sort()).toEqual(fed)
  for (const { figure, decision, rule } of found) {
    expect(figure).toMatchObject({ slug: 'people-fed', label: 'People fed in 2023' })
    expect(decision).toEqual({ decidedBy: 'Joan Lind', reason: 'Both speak of the kitchens of the last year.' })
    expect(rule).toEqual({ name: 'QUANTITY_IN_WORDS' })
  }
  const { figure } = dataOf(
    await graphIn(folder).ask('{ figure(slug: "people-fed") { speakers { nodes { name } } mentions { totalCount } } }'),
  ) as { figure: unknown }
  expect(figure).toEqual({
    speakers: { nodes: [{ name: 'Ada Reyes' }, { name: 'Ben Stone' }] },
    mentions: { totalCount: 2 },
  })
  decide('')
  expect(await numbers()).toEqual(before)
})

test('a figure of a dossier, whose slug begins with that of its document, takes mentions of another source', async () => {
  const file = join(folder, 'echo.jsonl')
  const text = 'Ada Reyes said that 435,000 people were let go.'
  const records = [
    { type: 'document', slug: 'echo-1', text, language: 'en' },
    { type: 'statement', slug: 'echo-1/1', document: 'echo-1', content: { at: [[20, 46]], exact: text.slice(20, 46) } },
  ]
  writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  await importInto(folder, 'jsonl', file, { dataset: 'echo', strict: true })
  const database = openWriter(databaseIn(folder))
  fillWithSeed(database)
  readNumbers(database, 'echo')
  database.close()
  const figure = 'wane-ice-435000/released-rounded'
  decide(`figures:
  - figure: ${figure}
    mentions: [echo-1/1/read/20-27]
    reason: It retells the first sentence of the article.
`)
  const mentions = `{ figure(slug: "${figure}") { mentions { nodes { statement { slug } decision { kind } } } } }`
  expect(dataOf(await graphIn(folder).ask(mentions))).toMatchObject({
    figure: {
      mentions: { nodes: expect.arrayContaining([{ statement: { slug: 'echo-1/1' }, decision: { kind: 'BINDS' } }]) },
    },
  })
})

test('it holds when rules read anew, and when the source is brought again', async () => {
  decide(binding(fed))
  const after = await numbers()
  read()
  expect(await numbers()).toEqual(after)
  writeFileSync(join(folder, 'again.jsonl'), '')
  await importInto(folder, 'jsonl', fixture('wards'), { dataset: 'wards', replace: true })
  read()
  expect(await bound()).toHaveLength(2)
})

test.each([
  ['another unit', ['wards-1/3/read/127-138'], undefined, 'is in $ (“$12 million”), and its figure in people'],
  [
    'another number',
    ['wards-1/1/read/8-18'],
    'label: People fed\n    unit: people\n    value: 15000000',
    'is 12,000,000',
  ],
  ['a mention that is not there', ['wards-9/1/read/1-2'], undefined, 'there is no mention wards-9/1/read/1-2'],
  ['a figure that is not there', fed, 'decidedBy: Ann Hale', 'there is no figure people-fed'],
  ['a mention twice', [...fed, ...fed], undefined, 'is bound twice'],
])('%s is refused, and nothing is changed', async (_, mentions, more, message) => {
  expect(() => decide(binding(mentions, more))).toThrow(message)
  expect(await bound()).toEqual([])
})

const wrong = `readings:
  - mention: wards-1/1/read/8-18
    refuse: true
    reason: It is the name of the campaign.
  - mention: wards-1/2/read/78-94
    correct: { approximation: BETWEEN, lower: 11000000, upper: 13000000, unit: person }
    reason: The speaker said so on being asked.
`
const allNumbers = `{ figureMentions(first: 20) { nodes { slug words approximation value lower upper unit counted basis rule { name }
  decision { kind decidedBy reason } } } }`
const said = async () =>
  (dataOf(await graphIn(folder).ask(allNumbers)) as { figureMentions: { nodes: { slug: string }[] } }).figureMentions
    .nodes

test('a person refuses a reading and corrects another; it can be taken back, and holds over every reading to come', async () => {
  const before = await said()
  decide(wrong)
  const after = await said()
  expect(after.map(({ slug }) => slug)).toEqual(before.map(({ slug }) => slug).filter(slug => slug !== fed[0]))
  expect(after.find(({ slug }) => slug === fed[1])).toEqual({
    ...{ slug: fed[1], words: 'about 12 million', approximation: 'BETWEEN', value: null },
    ...{ lower: 11_000_000, upper: 13_000_000, unit: 'person', counted: null, basis: 'STATED', rule: null },
    decision: { kind: 'CORRECTS', decidedBy: 'Joan Lind', reason: 'The speaker said so on being asked.' },
  })
  read()
  expect(await said()).toEqual(after)
  decide(wrong)
  expect(await said()).toEqual(after)
  await importInto(folder, 'jsonl', fixture('wards'), { dataset: 'wards', replace: true })
  read()
  expect(await said()).toEqual(after)
  decide('')
  expect(await said()).toEqual(before)
})

test('what is corrected can be bound to a figure, which holds by what the person says', async () => {
  const figure = 'label: People fed\n    unit: people\n    value: 15000000'
  expect(() => decide(binding([`${fed[0]}`], figure))).toThrow('and its figure 15,000,000')
  const fifteen =
    'readings:\n  - mention: wards-1/1/read/8-18\n    correct: { value: 15000000 }\n    reason: The tape says so.\n'
  const { moved } = decide(`${fifteen}${binding([`${fed[0]}`], figure)}`)
  expect(moved).toBe(1)
  decide('')
  expect(await bound()).toEqual([])
})

test.each([
  ['no mention', 'mention: wards-9/1/read/1-2\n    refuse: true', 'there is no mention wards-9/1/read/1-2'],
  ['neither', 'mention: wards-1/1/read/8-18', 'expected refuse or correct'],
  [
    'a range of one end',
    'mention: wards-1/1/read/8-18\n    correct: { approximation: BETWEEN, lower: 3 }',
    'expected a value',
  ],
])('a decision on a reading with %s is refused', async (_, what, message) => {
  const before = await said()
  let thrown = ''
  try {
    decide(`readings:\n  - ${what}\n    reason: Because.\n`)
  } catch (error) {
    thrown = JSON.stringify(error) + String(error)
  }
  expect(thrown).toContain(message)
  expect(await said()).toEqual(before)
})
