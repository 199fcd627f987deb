import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, fixture, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

const folder = temporaryFolder()
const outcomes = await importInto(folder, 'liar', fixture('liar'))
const graph = graphIn(folder)

test('statements with their reviews and labels; a quotation mark is text', async () => {
  expect(tally(outcomes)).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_RECORD": 1,
        },
        "source": "train.tsv",
        "taken": {
          "agent": 4,
          "document": 4,
          "statement": 4,
        },
      },
    ]
  `)
  const query = `{ statements { nodes {
    slug text voice quotation speechAct document { title published }
    speaker { __typename slug name }
    reviews { nodes { rating author { name } } }
    labels { name value }
  } } }`
  expect(dataOf(await graph.ask(query))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "document": {
              "published": null,
              "title": null,
            },
            "labels": [
              {
                "name": "job",
                "value": "Mayor",
              },
              {
                "name": "state",
                "value": "Georgia  ",
              },
              {
                "name": "party",
                "value": "democrat",
              },
              {
                "name": "context",
                "value": "a speech",
              },
              {
                "name": "topic",
                "value": "water",
              },
              {
                "name": "topic",
                "value": "budget",
              },
            ],
            "quotation": null,
            "reviews": {
              "nodes": [
                {
                  "author": {
                    "name": "PolitiFact",
                  },
                  "rating": "half-true",
                },
              ],
            },
            "slug": "liar-1/statement",
            "speaker": {
              "__typename": "UnclassifiedAgent",
              "name": "Ada Reyes",
              "slug": "liar-ada-reyes",
            },
            "speechAct": null,
            "text": "Says the pumps "will hold" and that nearly 12 million dollars were spent.",
            "voice": "AGENT",
          },
          {
            "document": {
              "published": null,
              "title": null,
            },
            "labels": [
              {
                "name": "party",
                "value": "none",
              },
              {
                "name": "topic",
                "value": "water",
              },
            ],
            "quotation": null,
            "reviews": {
              "nodes": [
                {
                  "author": {
                    "name": "PolitiFact",
                  },
                  "rating": "pants-fire",
                },
              ],
            },
            "slug": "liar-2/statement",
            "speaker": {
              "__typename": "UnclassifiedAgent",
              "name": "Chain Email",
              "slug": "liar-chain-email",
            },
            "speechAct": null,
            "text": "The river flows uphill.",
            "voice": "AGENT",
          },
          {
            "document": {
              "published": null,
              "title": null,
            },
            "labels": [
              {
                "name": "job",
                "value": "Mayor",
              },
              {
                "name": "state",
                "value": "Georgia",
              },
              {
                "name": "party",
                "value": "democrat",
              },
              {
                "name": "context",
                "value": "an interview",
              },
              {
                "name": "topic",
                "value": "budget",
              },
            ],
            "quotation": null,
            "reviews": {
              "nodes": [
                {
                  "author": {
                    "name": "PolitiFact",
                  },
                  "rating": "true",
                },
              ],
            },
            "slug": "liar-3/statement",
            "speaker": {
              "__typename": "UnclassifiedAgent",
              "name": "Ada Reyes",
              "slug": "liar-ada-reyes",
            },
            "speechAct": null,
            "text": "We built a "wall",
            "voice": "AGENT",
          },
          {
            "document": {
              "published": null,
              "title": null,
            },
            "labels": [
              {
                "name": "party",
                "value": "organization",
              },
              {
                "name": "context",
                "value": "a tweet",
              },
            ],
            "quotation": null,
            "reviews": {
              "nodes": [
                {
                  "author": {
                    "name": "PolitiFact",
                  },
                  "rating": "false",
                },
              ],
            },
            "slug": "liar-5/statement",
            "speaker": {
              "__typename": "UnclassifiedAgent",
              "name": "Coast Guard",
              "slug": "liar-coast-guard-5fb79b9a",
            },
            "speechAct": null,
            "text": "Rain is dry.",
            "voice": "AGENT",
          },
        ],
      },
    }
  `)
})

test('statements are found by what is said of them, as given', async () => {
  const query = `{
    party: statements(filter: { label: { name: "party", value: "democrat" } }) { totalCount }
    anyJob: statements(filter: { label: { name: "job" } }) { totalCount }
    rated: statements(filter: { reviews: { rating: { eq: "half-true" }, author: "liar-politifact" } }) { nodes { text } }
    members: memberships { totalCount }
  }`
  expect(dataOf(await graph.ask(query))).toEqual({
    party: { totalCount: 2 },
    anyJob: { totalCount: 2 },
    rated: { nodes: [{ text: 'Says the pumps "will hold" and that nearly 12 million dollars were spent.' }] },
    members: { totalCount: 0 },
  })
})

describe.skipIf(!hasCorpora)('LIAR train, of ../shared/corpora', () => {
  test('every row, every speaker, every rating', { timeout: 300_000 }, async () => {
    const file = corpus('liar/train.tsv')
    const rows = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t'))
    expect(rows.length).toBe(10_269)
    const real = temporaryFolder()
    const [outcome] = tally(await importInto(real, 'liar', file))
    // The speakers and PolitiFact.
    expect(outcome?.taken).toEqual({
      agent: new Set(rows.map(row => row[4])).size + 1,
      document: 10_269,
      statement: 10_269,
    })
    expect(outcome?.refused).toEqual({})
    const query = `{
      dataset(slug: "liar") { counts { of count } rejects { of count } statements { totalCount } reviews { totalCount } }
      pants: reviews(filter: { rating: { eq: "pants-fire" } }) { totalCount }
    }`
    expect(dataOf(await graphIn(real).ask(query))).toEqual({
      dataset: {
        counts: [
          { of: 'agent', count: 2_917 },
          { of: 'document', count: 10_269 },
          { of: 'statement', count: 10_269 },
        ],
        rejects: [],
        statements: { totalCount: 10_269 },
        reviews: { totalCount: 10_269 },
      },
      pants: { totalCount: rows.filter(row => row[1] === 'pants-fire').length },
    })
  })
})

test('LIAR-PLUS: rows with a number and a justification; other widths are refused with theirs', async () => {
  const target = temporaryFolder()
  const row = [
    '7.json',
    'half-true',
    'Taxes fell by half.',
    'taxes',
    'ada-reyes',
    '',
    '',
    'none',
    0,
    1,
    0,
    0,
    0,
    'a speech',
  ]
  const rows = [
    ['0', ...row, 'They fell by a third.'],
    ['8.json', ...row.slice(1), 'They rose.'],
    ['9.json', 'true', 'No.'],
  ]
  const file = join(temporaryFolder(), 'plus.tsv')
  writeFileSync(file, `${rows.map(cells => cells.join('\t')).join('\n')}\n`)
  expect(tally(await importInto(target, 'liar', file))).toMatchObject([
    { taken: { statement: 2 }, refused: { BAD_RECORD: 1 } },
  ])
  const query = '{ statements { nodes { slug labels { name value } } } }'
  expect(dataOf(await graphIn(target).ask(query))).toEqual({
    statements: {
      nodes: ['They fell by a third.', 'They rose.'].map((value, index) => ({
        slug: `liar-${7 + index}/statement`,
        labels: [
          { name: 'party', value: 'none' },
          { name: 'context', value: 'a speech' },
          { name: 'topic', value: 'taxes' },
          { name: 'justification', value },
        ],
      })),
    },
  })
  expect(JSON.parse(readFileSync(join(target, 'rejects.jsonl'), 'utf8'))).toMatchObject({
    why: 'expected 14 fields (LIAR), or 15 or 16 (LIAR-PLUS), but there are 3',
  })
})
