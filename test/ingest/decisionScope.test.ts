import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { databaseIn, graphIn, importInto } from '../support/corpora.ts'
import { dump } from '../support/dump.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const text = 'Bush said it holds. Bush, again, said it fell.'
const content = { at: [[10, 18]], exact: 'it holds' }
const span = { at: [[0, 4]], exact: 'Bush' }
const published = { 'd-1': '1990-06-01', 'd-2': '1992-12-31', 'd-3': '1993-01-01', 'd-4': undefined } as const

/** In each document Bush speaks twice: as the agent whom the corpus names, and as words that it leads to nobody. */
const records: readonly object[] = [
  { type: 'agent', slug: 'bush', kind: 'PERSON', name: 'Bush' },
  { type: 'agent', slug: 'father', kind: 'PERSON', name: 'George H. W. Bush' },
  { type: 'agent', slug: 'son', kind: 'PERSON', name: 'George W. Bush' },
  ...Object.entries(published).flatMap(([slug, date]) => [
    { type: 'document', slug, text, language: 'en', published: date },
    statement(`${slug}/named`, slug, content, { role: 'SOURCE', words: 'Bush', span, agent: 'bush' }),
    statement(`${slug}/worded`, slug, { at: [[38, 45]], exact: 'it fell' }, { role: 'SOURCE', words: 'Bush', span }),
  ]),
]

function statement(slug: string, document: string, content: object, mention: object) {
  return { type: 'statement', slug, document, content, mentions: [mention] }
}

async function decided(yaml: string): Promise<Record<string, string[]>> {
  const folder = temporaryFolder()
  const file = join(folder, 'bush.jsonl')
  writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  await importInto(folder, 'jsonl', file, { strict: true, dataset: 'bushes' })
  const decisions = join(folder, 'decisions.yaml')
  writeFileSync(decisions, `decisions: 1\ndecidedBy: Joan Lind\n${yaml}`)
  const database = openWriter(databaseIn(folder))
  const before = dump(database)
  const { identities } = readDecisions(decisions)
  replaceDecisions(database, identities)
  const query = '{ agents { nodes { slug statements { nodes { slug mentions { nodes { agent { slug } } } } } } } }'
  const { agents } = dataOf(await graphIn(folder).ask(query)) as {
    agents: { nodes: { slug: string; statements: { nodes: { slug: string; mentions: { nodes: unknown[] } }[] } }[] }
  }
  // Whose words they are and whom they name is decided together.
  for (const { slug, statements } of agents.nodes) {
    for (const { mentions } of statements.nodes) expect(mentions.nodes).toEqual([{ agent: { slug } }])
  }
  replaceDecisions(database, [])
  expect(dump(database)).toEqual(before)
  database.close()
  return Object.fromEntries(
    agents.nodes.map(({ slug, statements }) => [slug, statements.nodes.map(statement => statement.slug).sort()]),
  )
}

const words = (limits: string) =>
  decided(`sameAs:
  - agent: father
    words: [{ dataset: bushes, words: [Bush]${limits} }]
    reason: The President of the time.
`)
const named = ['d-1/named', 'd-2/named', 'd-3/named', 'd-4/named']

test('a split by time takes what was published from the first day to the last, and nothing undated', async () => {
  const split = (published: string) =>
    decided(`split:
  - agent: bush
    into: [{ agent: father, published: ${published} }]
    reason: The President of the time.
`)
  expect(await split('1990-06-01/1992-12-31')).toEqual({
    bush: ['d-3/named', 'd-4/named'],
    father: ['d-1/named', 'd-2/named'],
    son: [],
  })
  expect(await split('1990-06-02/1992-12-30')).toMatchObject({ bush: named, father: [] })
  expect(await split('1993/..')).toMatchObject({ father: ['d-3/named'] })
  expect(await split('../1990')).toMatchObject({ father: ['d-1/named'] })
})

test('words name an agent where the corpus names nobody, within a time, a document or both', async () => {
  expect(await words('')).toEqual({
    bush: named,
    father: ['d-1/worded', 'd-2/worded', 'd-3/worded', 'd-4/worded'],
    son: [],
  })
  expect(await words(', published: 1990-06-01/1992-12-31')).toMatchObject({ father: ['d-1/worded', 'd-2/worded'] })
  expect(await words(', published: 1990-06-02/1992-12-30')).toMatchObject({ father: [] })
  expect(await words(', document: d-4')).toMatchObject({ father: ['d-4/worded'] })
  expect(await words(', document: d-2, published: "1992"')).toMatchObject({ father: ['d-2/worded'] })
  expect(await words(', document: d-3, published: "1992"')).toMatchObject({ bush: named, father: [] })
})

test('one time may be whose, and another time whose else', async () => {
  const split = await decided(`split:
  - agent: bush
    into:
      - { agent: father, published: ../1992 }
      - { agent: son, statements: [d-3/named] }
    reason: Who was President at the time.
`)
  expect(split).toEqual({ bush: ['d-4/named'], father: ['d-1/named', 'd-2/named'], son: ['d-3/named'] })
})
