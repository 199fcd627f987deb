import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, fixture, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

test('a debate is a document of sentences; remarks of the transcript and broken lines are refused', async () => {
  const folder = temporaryFolder()
  expect(tally(await importInto(folder, 'checkthat', fixture('checkthat')))).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_RECORD": 1,
          "OTHER_TYPE": 1,
        },
        "source": "20160414_town.tsv",
        "taken": {
          "agent": 2,
          "document": 1,
          "statement": 4,
        },
      },
    ]
  `)
  const query = `{ statements { nodes { slug text voice speaker { slug name } mentions { nodes { words } } labels { name value } document { published } } } }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "document": {
              "published": "2016-04-14",
            },
            "labels": [
              {
                "name": "checkworthy",
                "value": "0",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "words": "BLITZER",
                },
              ],
            },
            "slug": "checkthat-20160414-town-5624f46d/1",
            "speaker": {
              "name": "BLITZER",
              "slug": "checkthat-20160414-town-5624f46d-blitzer-f620987d",
            },
            "text": "Good evening. It is 20 past 8.",
            "voice": "AGENT",
          },
          {
            "document": {
              "published": "2016-04-14",
            },
            "labels": [
              {
                "name": "checkworthy",
                "value": "1",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "words": "(APPLAUSE) REYES",
                },
              ],
            },
            "slug": "checkthat-20160414-town-5624f46d/2",
            "speaker": {
              "name": "REYES",
              "slug": "checkthat-20160414-town-5624f46d-reyes-d8705c7b",
            },
            "text": "We have 12 million beds.",
            "voice": "AGENT",
          },
          {
            "document": {
              "published": "2016-04-14",
            },
            "labels": [
              {
                "name": "checkworthy",
                "value": "0",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "words": "REYES",
                },
              ],
            },
            "slug": "checkthat-20160414-town-5624f46d/3",
            "speaker": {
              "name": "REYES",
              "slug": "checkthat-20160414-town-5624f46d-reyes-d8705c7b",
            },
            "text": "I said so before.",
            "voice": "AGENT",
          },
          {
            "document": {
              "published": "2016-04-14",
            },
            "labels": [
              {
                "name": "checkworthy",
                "value": "0",
              },
            ],
            "mentions": {
              "nodes": [],
            },
            "slug": "checkthat-20160414-town-5624f46d/4",
            "speaker": null,
            "text": "Boo!",
            "voice": "UNIDENTIFIED",
          },
        ],
      },
    }
  `)
})

describe.skipIf(!hasCorpora)('CheckThat, of ../shared/corpora', () => {
  test('every sentence that somebody says', async () => {
    const path = corpus('checkthat')
    const lines = readdirSync(path).flatMap(name =>
      readFileSync(join(path, name), 'utf8')
        .split(/\r?\n/)
        .filter(line => line !== ''),
    )
    const said = lines.filter(line => line.split('\t')[1] !== 'SYSTEM')
    const outcomes = await importInto(temporaryFolder(), 'checkthat', path)
    const taken = outcomes.reduce((sum, outcome) => sum + (outcome.taken.get('statement') ?? 0), 0)
    const refused = outcomes.reduce((sum, outcome) => sum + (outcome.refused.get('OTHER_TYPE') ?? 0), 0)
    expect([taken, refused]).toEqual([said.length, lines.length - said.length])
  })
})

test('claims with their ratings, an Arabic transcript, and labels for several people', async () => {
  const folder = temporaryFolder()
  const source = temporaryFolder()
  const write = (name: string, rows: readonly string[]) =>
    writeFileSync(join(source, name), `${rows.map(row => row.replaceAll('|', '\t')).join('\n')}\n`)
  write('claims.txt', [
    '1|REYES|The dam holds.|3|The river dam is safe.|HALF-TRUE',
    '2|QUESTION|Does it?|N/A|-|-',
    '3|Unidentified Male|No.|N/A|-|-',
    '4|QUESTIER|Yes.|N/A|-|-',
  ])
  write('arabic.txt', ['1|ريس|السد قوي.|0', '2|النظام|(تصفيق)|0', '3|سؤال|هل هو قوي؟|1'])
  expect(tally(await importInto(folder, 'checkthat', source))).toMatchObject([
    { taken: { agent: 1, statement: 2 }, refused: { OTHER_TYPE: 1 } },
    { taken: { agent: 2, statement: 4 }, refused: {} },
  ])
  const query = '{ statements { nodes { text speaker { name } labels { name value } document { language } } } }'
  const statement = (language: string, text: string, name: string | null, labels: Record<string, string>) => ({
    text,
    speaker: name === null ? null : { name },
    labels: Object.entries(labels).map(([key, value]) => ({ name: key, value })),
    document: { language },
  })
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    statements: {
      nodes: [
        statement('ar', 'السد قوي.', 'ريس', { checkworthy: '0' }),
        statement('ar', 'هل هو قوي؟', null, { checkworthy: '1' }),
        statement('en', 'The dam holds.', 'REYES', {
          claimNumber: '3',
          claim: 'The river dam is safe.',
          rating: 'HALF-TRUE',
        }),
        statement('en', 'Does it?', null, {}),
        statement('en', 'No.', null, {}),
        statement('en', 'Yes.', 'QUESTIER', {}),
      ],
    },
  })
})
