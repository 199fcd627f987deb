import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { INTERCHANGE_SCHEMA_FILE, interchangeJsonSchema } from '../../../src/ingest/interchangeSchema.ts'
import { fixture, graphIn, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

test('docs/interchange.schema.json is what the schema says; if not: npm run schema:interchange', () => {
  expect(readFileSync(INTERCHANGE_SCHEMA_FILE, 'utf8')).toBe(interchangeJsonSchema())
})

test('every kind of record, and every way in which one does not hold', async () => {
  const folder = temporaryFolder()
  expect(tally(await importInto(folder, 'jsonl', fixture('jsonl'), { dataset: 'town' }))).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_DATE": 1,
          "BAD_RECORD": 1,
          "DUPLICATE": 1,
          "NOT_JSON": 1,
          "NOT_NORMALISED": 1,
          "NOT_VERBATIM": 1,
          "UNKNOWN_REFERENCE": 1,
        },
        "source": "town.jsonl",
        "taken": {
          "agent": 2,
          "claim": 1,
          "coder": 1,
          "document": 1,
          "membership": 1,
          "statement": 2,
        },
      },
    ]
  `)
  const query = `{
    dataset(slug: "town") { name sources { name importedAt } counts { of count } rejects { of count } coders { nodes { name } } }
    agents { nodes { slug otherNames identifiers { scheme value } labels { name value } dataset { slug } } }
    statements { nodes {
      slug text voice quotation speechAct coder { name } source { exact } cue { exact } content { exact start end }
      speaker { name } mentions { nodes { words link passage { exact } } } labels { name value }
      reviews { nodes { rating url author { name } statement { slug } } } stances { nodes { stance claim { text } } }
      document { title published labels { name value } }
    } }
    memberships { nodes { role startDate dataset { slug } } }
  }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "agents": {
        "nodes": [
          {
            "dataset": {
              "slug": "town",
            },
            "identifiers": [
              {
                "scheme": "wikidata",
                "value": "Q1",
              },
            ],
            "labels": [
              {
                "name": "office",
                "value": "mayor",
              },
            ],
            "otherNames": [
              "Reyes",
            ],
            "slug": "town-ada",
          },
          {
            "dataset": {
              "slug": "town",
            },
            "identifiers": [],
            "labels": [],
            "otherNames": [],
            "slug": "town-watch",
          },
        ],
      },
      "dataset": {
        "coders": {
          "nodes": [
            {
              "name": "Coder One",
            },
          ],
        },
        "counts": [
          {
            "count": 2,
            "of": "agent",
          },
          {
            "count": 1,
            "of": "coder",
          },
          {
            "count": 1,
            "of": "claim",
          },
          {
            "count": 1,
            "of": "membership",
          },
          {
            "count": 1,
            "of": "document",
          },
          {
            "count": 2,
            "of": "statement",
          },
        ],
        "name": "Interchange",
        "rejects": [
          {
            "count": 1,
            "of": "NOT_VERBATIM",
          },
          {
            "count": 1,
            "of": "DUPLICATE",
          },
          {
            "count": 1,
            "of": "UNKNOWN_REFERENCE",
          },
          {
            "count": 1,
            "of": "BAD_RECORD",
          },
          {
            "count": 1,
            "of": "NOT_JSON",
          },
          {
            "count": 1,
            "of": "NOT_NORMALISED",
          },
          {
            "count": 1,
            "of": "BAD_DATE",
          },
        ],
        "sources": [
          {
            "importedAt": "2026-01-02T03:04:05.000Z",
            "name": "town.jsonl",
          },
        ],
      },
      "memberships": {
        "nodes": [
          {
            "dataset": {
              "slug": "town",
            },
            "role": "mayor",
            "startDate": "2015",
          },
        ],
      },
      "statements": {
        "nodes": [
          {
            "coder": null,
            "content": {
              "end": 39,
              "exact": "Ada … Nobody",
              "start": 0,
            },
            "cue": null,
            "document": {
              "labels": [
                {
                  "name": "section",
                  "value": "front",
                },
              ],
              "published": "2020-05",
              "title": "Over",
            },
            "labels": [],
            "mentions": {
              "nodes": [],
            },
            "quotation": null,
            "reviews": {
              "nodes": [],
            },
            "slug": "town-1/2",
            "source": null,
            "speaker": null,
            "speechAct": null,
            "stances": {
              "nodes": [],
            },
            "text": "Ada … Nobody",
            "voice": "UNIDENTIFIED",
          },
          {
            "coder": {
              "name": "Coder One",
            },
            "content": {
              "end": 32,
              "exact": "“The 🌊 is over.”",
              "start": 16,
            },
            "cue": {
              "exact": "said:",
            },
            "document": {
              "labels": [
                {
                  "name": "section",
                  "value": "front",
                },
              ],
              "published": "2020-05",
              "title": "Over",
            },
            "labels": [
              {
                "name": "place",
                "value": "town hall",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": "CORPUS_ID",
                  "passage": {
                    "exact": "Ada Reyes",
                  },
                  "words": "Ada Reyes",
                },
              ],
            },
            "quotation": "DIRECT",
            "reviews": {
              "nodes": [
                {
                  "author": {
                    "name": "Town Watch",
                  },
                  "rating": "mostly dry",
                  "statement": {
                    "slug": "town-1/1",
                  },
                  "url": "http://example.com/r",
                },
              ],
            },
            "slug": "town-1/1",
            "source": {
              "exact": "Ada Reyes",
            },
            "speaker": {
              "name": "Ada Reyes",
            },
            "speechAct": "ASSERTIVE",
            "stances": {
              "nodes": [
                {
                  "claim": {
                    "text": "The flood is over.",
                  },
                  "stance": "SUPPORTS",
                },
              ],
            },
            "text": "“The 🌊 is over.”",
            "voice": "AGENT",
          },
        ],
      },
    }
  `)
})

test('each refused record is kept with its place and the reason', async () => {
  const folder = temporaryFolder()
  const rejectsFile = `${folder}/refused.jsonl`
  await importInto(folder, 'jsonl', fixture('jsonl'), { rejectsFile })
  const refused = readFileSync(rejectsFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [9, 'NOT_VERBATIM'],
    [10, 'DUPLICATE'],
    [11, 'UNKNOWN_REFERENCE'],
    [12, 'BAD_RECORD'],
    [13, 'NOT_JSON'],
    [14, 'NOT_NORMALISED'],
    [15, 'BAD_DATE'],
  ])
  expect(refused[0]).toMatchObject({
    dataset: 'interchange',
    source: 'town.jsonl',
    file: fixture('jsonl/town.jsonl'),
    record: { slug: 'town-1/3' },
  })
})

test('the refused records of a source stay until it is imported anew, whatever else is imported', async () => {
  const folder = temporaryFolder()
  const [one, other, rejectsFile] = ['one.jsonl', 'other.jsonl', 'refused.jsonl'].map(name => join(folder, name))
  if (!one || !other || !rejectsFile) throw new Error('three names are three files')
  const found = () =>
    readFileSync(rejectsFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).source)
  writeFileSync(one, 'no JSON\n{"type":"coder","slug":"a","name":"A"}\n')
  writeFileSync(other, 'nor this\n')
  await importInto(folder, 'jsonl', one, { rejectsFile })
  await importInto(folder, 'jsonl', [one, other], { rejectsFile })
  expect(found().toSorted()).toEqual(['one.jsonl', 'other.jsonl'])

  writeFileSync(one, '{"type":"coder","slug":"a","name":"A"}\n')
  await importInto(folder, 'jsonl', [one, other], { rejectsFile })
  expect(found()).toEqual(['other.jsonl'])
  writeFileSync(other, '')
  await importInto(folder, 'jsonl', [one, other], { rejectsFile })
  expect(existsSync(rejectsFile)).toBe(false)
})

test('figures, their mentions and the terms of statements, across the documents of a file', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('counts'))
  const query = `{
    figures { nodes {
      slug value lower upper unit population referent { label } conditions { aspect value } document { slug }
      mentions { nodes { slug words approximation value lower upper passage { slug } statement { slug document { slug } } } }
    } }
    termUses { nodes { slug words referent { slug } statement { slug } } }
    search(query: "newcomers", types: [FIGURE]) { nodes { node { ... on Figure { slug } } } }
  }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "figures": {
        "nodes": [
          {
            "conditions": [
              {
                "aspect": "year",
                "value": "2020",
              },
            ],
            "document": {
              "slug": "counts-1",
            },
            "lower": 900,
            "mentions": {
              "nodes": [
                {
                  "approximation": "NEARLY",
                  "lower": null,
                  "passage": {
                    "slug": "counts-1@15-25",
                  },
                  "slug": "counts-1/1/figure/1",
                  "statement": {
                    "document": {
                      "slug": "counts-1",
                    },
                    "slug": "counts-1/1",
                  },
                  "upper": 900,
                  "value": 900,
                  "words": "nearly 900",
                },
                {
                  "approximation": "EXACT",
                  "lower": 900,
                  "passage": {
                    "slug": "counts-2@13-16",
                  },
                  "slug": "counts-2/1/figure/1",
                  "statement": {
                    "document": {
                      "slug": "counts-2",
                    },
                    "slug": "counts-2/1",
                  },
                  "upper": 900,
                  "value": 900,
                  "words": "900",
                },
              ],
            },
            "population": "newcomers",
            "referent": {
              "label": "People who moved to the town",
            },
            "slug": "counts-1/newcomers",
            "unit": "person",
            "upper": 900,
            "value": 900,
          },
          {
            "conditions": [],
            "document": {
              "slug": "counts-1",
            },
            "lower": 1000,
            "mentions": {
              "nodes": [
                {
                  "approximation": "ORDER_OF_MAGNITUDE",
                  "lower": 1000,
                  "passage": {
                    "slug": "counts-1@43-55",
                  },
                  "slug": "counts-1/2/figure/1",
                  "statement": {
                    "document": {
                      "slug": "counts-1",
                    },
                    "slug": "counts-1/2",
                  },
                  "upper": 10000,
                  "value": null,
                  "words": "Des milliers",
                },
              ],
            },
            "population": null,
            "referent": null,
            "slug": "counts-1/migrants",
            "unit": "person",
            "upper": 10000,
            "value": null,
          },
        ],
      },
      "search": {
        "nodes": [
          {
            "node": {
              "slug": "counts-1/newcomers",
            },
          },
        ],
      },
      "termUses": {
        "nodes": [
          {
            "referent": {
              "slug": "people-who-moved",
            },
            "slug": "counts-1/1/term/1",
            "statement": {
              "slug": "counts-1/1",
            },
            "words": "newcomers",
          },
          {
            "referent": {
              "slug": "people-who-moved",
            },
            "slug": "counts-1/2/term/1",
            "statement": {
              "slug": "counts-1/2",
            },
            "words": "migrants",
          },
        ],
      },
    }
  `)
})

test('figures and terms that do not hold are refused, with the statement in which they stand', async () => {
  const folder = temporaryFolder()
  const rejectsFile = `${folder}/refused.jsonl`
  await importInto(folder, 'jsonl', fixture('counts'), { rejectsFile })
  const refused = readFileSync(rejectsFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [10, 'NOT_VERBATIM'],
    [11, 'NOT_VERBATIM'],
    [12, 'UNKNOWN_REFERENCE'],
    [13, 'UNKNOWN_REFERENCE'],
    [14, 'NOT_A_NUMBER'],
    [15, 'BAD_RECORD'],
    [16, 'BAD_RECORD'],
    [17, 'BAD_RECORD'],
    [18, 'BAD_RECORD'],
    [19, 'UNKNOWN_REFERENCE'],
    [20, 'DUPLICATE'],
    [21, 'DUPLICATE'],
    [22, 'BAD_RECORD'],
  ])
})

test('a file that has changed takes the place of its figures and their mentions', async () => {
  const folder = temporaryFolder()
  const file = join(temporaryFolder(), 'counts.jsonl')
  const lines = readFileSync(fixture('counts/counts.jsonl'), 'utf8').split('\n').slice(0, 9)
  const query =
    '{ figures { nodes { value mentions { totalCount } } } search(query: "900", types: [FIGURE]) { nodes { node { ... on Figure { slug } } } } }'
  writeFileSync(file, lines.join('\n'))
  await importInto(folder, 'jsonl', file, { strict: true })
  const before = dataOf(await graphIn(folder).ask(query))
  writeFileSync(file, `${lines.join('\n')}\n`)
  await importInto(folder, 'jsonl', file, { strict: true })
  expect(dataOf(await graphIn(folder).ask(query))).toEqual(before)
})

test('a file that is packed with bzip2 is read, known by its first bytes', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'town.jsonl')
  // One record of an agent, packed by another program.
  writeFileSync(
    file,
    Buffer.from(
      'QlpoOTFBWSZTWSjx+PAAACJfgAAQUAYAECIB2AAmr86qIABBBTCHqMjaENNNqGMAAAAAsQP2UiTcdhJbwGxCE51ZRKxCjtQrO10U8PuaMVn3ljybwQYVr1d+LuSKcKEgUePx4A==',
      'base64',
    ),
  )
  await importInto(folder, 'jsonl', file)
  expect(dataOf(await graphIn(folder).ask('{ agents { nodes { name } } }'))).toEqual({
    agents: { nodes: [{ name: 'Ada Reyes' }] },
  })
})
