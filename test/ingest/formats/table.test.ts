import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

const mapping = `mapping: 1
content: Quote
speaker: Who
speakerKind: PERSON
document: Article
documentText: Body
published: Date
dateFormat: DD.MM.YYYY
url: Link
coder: By
labels: [Topic]
language: de
`

function write(name: string, content: string | Buffer, map: string | null = mapping): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  if (map !== null) writeFileSync(`${file}.mapping.yaml`, map)
  return file
}

const head = 'Article;Date;Who;Quote;Body;Link;By;Topic\r\n'
const rows = [
  'a1;3.2.2020;Ada Reyes;"Nein; danke.";"Ada Reyes sagte: ""Nein; danke.""\nDann ging sie.";https://t.example/1;JL;Damm',
  'a1;3.2.2020;Ada Reyes;Dann ging sie.;;;JL;Damm',
  'a2;32/1/2020;Bo Lind;Ja.;;;MR;',
  'a3;;Bo Lind;Fehlt.;Hier steht es nicht.;;MR;',
  'a4;;;Niemand sagt das.;;;MR;',
  'a5;;Bo Lind;;;;MR;',
  'a6;;zu wenig',
]

test('rows become statements in their documents; what does not hold is refused with its line and why', async () => {
  const folder = temporaryFolder()
  const file = write('town.csv', Buffer.from(`\uFEFF${head}${rows.join('\r\n')}\r\n`))
  expect(tally(await importInto(folder, 'table', file))).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_DATE": 1,
          "BAD_RECORD": 2,
          "NOT_VERBATIM": 1,
        },
        "source": "town.csv",
        "taken": {
          "agent": 1,
          "coder": 2,
          "document": 2,
          "statement": 3,
        },
      },
    ]
  `)
  const refused = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trim().split('\n')
  expect(
    refused.map(line => JSON.parse(line)).map(({ line, reason, why }) => [line, reason, why]),
  ).toMatchInlineSnapshot(`
    [
      [
        5,
        "BAD_DATE",
        "the column Date has "32/1/2020", which is no date written as DD.MM.YYYY or YYYY-MM-DD",
      ],
      [
        6,
        "NOT_VERBATIM",
        "the statement does not occur exactly once in its text",
      ],
      [
        8,
        "BAD_RECORD",
        "the column Quote is empty",
      ],
      [
        9,
        "BAD_RECORD",
        "Invalid Record Length: columns length is 8, got 3 on line 9",
      ],
    ]
  `)
  const query = `{ statements { nodes { text speaker { name __typename } coder { name } labels { name value }
    document { slug text published url language } } } }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "coder": {
              "name": "JL",
            },
            "document": {
              "language": "de",
              "published": "2020-02-03",
              "slug": "table-town-a1",
              "text": "Ada Reyes sagte: "Nein; danke."
    Dann ging sie.",
              "url": "https://t.example/1",
            },
            "labels": [
              {
                "name": "Topic",
                "value": "Damm",
              },
            ],
            "speaker": {
              "__typename": "Person",
              "name": "Ada Reyes",
            },
            "text": "Nein; danke.",
          },
          {
            "coder": {
              "name": "JL",
            },
            "document": {
              "language": "de",
              "published": "2020-02-03",
              "slug": "table-town-a1",
              "text": "Ada Reyes sagte: "Nein; danke."
    Dann ging sie.",
              "url": "https://t.example/1",
            },
            "labels": [
              {
                "name": "Topic",
                "value": "Damm",
              },
            ],
            "speaker": {
              "__typename": "Person",
              "name": "Ada Reyes",
            },
            "text": "Dann ging sie.",
          },
          {
            "coder": {
              "name": "MR",
            },
            "document": {
              "language": "de",
              "published": null,
              "slug": "table-town-a4",
              "text": "Niemand sagt das.",
              "url": null,
            },
            "labels": [],
            "speaker": null,
            "text": "Niemand sagt das.",
          },
        ],
      },
    }
  `)
})

test('without a mapping nothing is read, and one is suggested; a column that is not there is named', async () => {
  const folder = temporaryFolder()
  await expect(importInto(folder, 'table', write('a.tsv', 'date\tspeaker\tquote\tstate\n', null))).rejects.toThrow(
    /mapping: 1\ncontent: quote\nspeaker: speaker\npublished: date\nlabels:\n {2}- state\n/,
  )
  await expect(importInto(folder, 'table', write('d.csv', 'Wer;Aussage;Datum\n', null))).rejects.toThrow(
    /mapping: 1\ncontent: Aussage\nspeaker: Wer\npublished: Datum\nlanguage: en # of the statements\n/,
  )
  await expect(importInto(folder, 'table', write('b.csv', 'Quote,Other\nx,y\n'))).rejects.toThrow('has no column Who')
})

test('of two columns with one name none is taken for the other', async () => {
  const file = write(
    'e.csv',
    'Who,Quote,Who,Other,Other\nAda,It is so,Bob,x,y\n',
    'mapping: 1\ncontent: Quote\nspeaker: Who\nlanguage: en\n',
  )
  await expect(importInto(temporaryFolder(), 'table', file)).rejects.toThrow(
    'e.csv has several columns Who: give each a name of its own.',
  )
})

test('a field that the mapping lacks is said once', async () => {
  const without = write('c.csv', 'q,w\nx,y\n', 'mapping: 1\ncontent: q\n')
  await expect(importInto(temporaryFolder(), 'table', without)).rejects.toThrow('There is one problem')
})

test('UTF-16 with its mark is read; a mapping is held to its fields', async () => {
  const folder = temporaryFolder()
  const small = 'mapping: 1\ncontent: q\nspeaker: w\nlanguage: en\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('q\tw\nIt is “so”.\tAda\n', 'utf16le')])
  await importInto(folder, 'table', write('u.tsv', utf16, small))
  expect(dataOf(await graphIn(folder).ask('{ statements { nodes { text speaker { name } } } }'))).toEqual({
    statements: { nodes: [{ text: 'It is “so”.', speaker: { name: 'Ada' } }] },
  })
  await expect(importInto(folder, 'table', write('v.tsv', 'q\tw\n', `${small}speeker: w\n`))).rejects.toThrow('problem')
})

describe.skipIf(!hasCorpora)('ElecDeb, of ../shared/corpora', () => {
  test('every speech with its speaker and day; sections without their text are refused', async () => {
    const folder = temporaryFolder()
    const outcomes = await importInto(folder, 'elecdeb', corpus('elecdeb'))
    const taken = outcomes.find(({ source }) => source === 'speeches-1992.csv')?.taken
    const lines = readFileSync(corpus('elecdeb/speeches-1992.csv'), 'utf8').match(/^\d\d\/\d\d\/1992,/gm)
    expect(taken?.get('statement')).toBe(lines?.length)
    expect(outcomes.filter(({ refused }) => refused.get('UNKNOWN_REFERENCE') === 1)).toHaveLength(3)
  })
})

test('a section of ElecDeb whose text is there is a document of claims and premises', async () => {
  const folder = temporaryFolder()
  const text = 'It failed. I opposed it.'
  writeFileSync(join(folder, '1984_07Oct_5.txt'), text)
  writeFileSync(
    join(folder, '1984_07Oct_5.ann'),
    'T1\tClaim 0 10\tIt failed.\nT2\tPremise 11 24\tI opposed it.\nT3\tClaim 0 5\tOther\n',
  )
  const target = temporaryFolder()
  const [outcome] = await importInto(target, 'elecdeb', folder)
  expect([outcome?.taken.get('statement'), outcome?.refused.get('NOT_VERBATIM')]).toEqual([2, 1])
})
