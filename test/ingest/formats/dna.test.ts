import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { corpus, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { writeDna } from '../../support/dnaFile.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

test('persons speak for organizations, and agree or disagree with concepts', async () => {
  const folder = temporaryFolder()
  const file = writeDna(join(folder, 'town.dna'))
  expect(tally(await importInto(folder, 'dna', file))).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "NOT_VERBATIM": 1,
          "OTHER_TYPE": 1,
        },
        "source": "town.dna",
        "taken": {
          "agent": 2,
          "claim": 1,
          "coder": 1,
          "document": 1,
          "statement": 2,
        },
      },
    ]
  `)
  const query = `{
    statements { nodes {
      slug text voice speaker { slug name labels { name value } } onBehalfOf { name } coder { name }
      content { start end } stances { nodes { stance claim { slug text } } } quotation
    } }
    documents { nodes { title authors published labels { name value } } }
  }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "documents": {
        "nodes": [
          {
            "authors": [
              "Joan Lind",
            ],
            "labels": [
              {
                "name": "author",
                "value": "Joan Lind",
              },
            ],
            "published": "2005-01-26",
            "title": "Over",
          },
        ],
      },
      "statements": {
        "nodes": [
          {
            "coder": {
              "name": "Coder One",
            },
            "content": {
              "end": 14,
              "start": 1,
            },
            "onBehalfOf": {
              "name": "Town Council",
            },
            "quotation": null,
            "slug": "dna-town-document-1/statement-1",
            "speaker": {
              "labels": [
                {
                  "name": "Type",
                  "value": "Mayor",
                },
              ],
              "name": "Ada Reyes",
              "slug": "dna-town-person-2",
            },
            "stances": {
              "nodes": [
                {
                  "claim": {
                    "slug": "dna-town-concept-4",
                    "text": "The flood is over.",
                  },
                  "stance": "SUPPORTS",
                },
              ],
            },
            "text": "The 🌊 is over",
            "voice": "AGENT",
          },
          {
            "coder": {
              "name": "Coder One",
            },
            "content": {
              "end": 38,
              "start": 32,
            },
            "onBehalfOf": {
              "name": "Town Council",
            },
            "quotation": null,
            "slug": "dna-town-document-1/statement-2",
            "speaker": {
              "labels": [],
              "name": "Town Council",
              "slug": "dna-town-organization-3",
            },
            "stances": {
              "nodes": [
                {
                  "claim": {
                    "slug": "dna-town-concept-4",
                    "text": "The flood is over.",
                  },
                  "stance": "OPPOSES",
                },
              ],
            },
            "text": "Not so",
            "voice": "AGENT",
          },
        ],
      },
    }
  `)
})

test('what is no such database is refused as a whole', async () => {
  const folder = temporaryFolder()
  const other = new Sqlite(join(folder, 'other.dna'))
  other.exec(`create table SETTINGS (Property text, Value text); insert into SETTINGS values ('version', '4.0')`)
  other.close()
  await expect(importInto(folder, 'dna', join(folder, 'other.dna'))).rejects.toThrow(
    'Discourse Network Analyzer 4.0; 2 and 3 are read',
  )
})

describe.skipIf(!hasCorpora)('sample.dna, of ../shared/corpora', () => {
  // The sum of DNA's own matrix, in which each pair stands twice.
  test.each([
    ['IGNORE', 276, 46.2619, 24.469, 8.8727],
    ['CONGRUENCE', 160, 25.8024, 13.6107, 4.8061],
    ['CONFLICT', 116, 20.4594, 10.8583, 4.0667],
    ['SUBTRACT', 44, 5.343, 2.7523, 0.7394],
  ])("imported, gives DNA's networks of organizations: %s", async (aggregation, ...sums) => {
    const real = temporaryFolder()
    await importInto(real, 'dna', corpus('dna'))
    const graph = graphIn(real)
    for (const [index, normalization] of ['NONE', 'AVERAGE', 'JACCARD', 'DNA_COSINE'].entries()) {
      const answer = await graph.ask(
        `{ discourseNetwork(actors: ORGANIZATION, aggregation: ${aggregation}, normalization: ${normalization}) {
          edges(first: 100) { weight } } }`,
      )
      const { edges } = (dataOf(answer) as { discourseNetwork: { edges: { weight: number }[] } }).discourseNetwork
      expect(2 * edges.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(sums[index] ?? Number.NaN, 4)
    }
  })

  test('all 40 statements, and for whom they speak', async () => {
    const real = temporaryFolder()
    expect(tally(await importInto(real, 'dna', corpus('dna')))).toEqual([
      {
        source: 'sample.dna',
        outcome: 'imported',
        taken: { coder: 4, agent: 14, claim: 6, document: 7, statement: 40 },
        refused: { OTHER_TYPE: 1 },
      },
    ])
    const query = `{ organizations(first: 100) { nodes { name spokenFor { totalCount } } } claims { totalCount } }`
    expect(dataOf(await graphIn(real).ask(query))).toMatchInlineSnapshot(`
      {
        "claims": {
          "totalCount": 6,
        },
        "organizations": {
          "nodes": [
            {
              "name": "Alliance to Save Energy",
              "spokenFor": {
                "totalCount": 4,
              },
            },
            {
              "name": "Energy and Environmental Analysis, Inc.",
              "spokenFor": {
                "totalCount": 4,
              },
            },
            {
              "name": "Environmental Protection Agency",
              "spokenFor": {
                "totalCount": 11,
              },
            },
            {
              "name": "National Petrochemical & Refiners Association",
              "spokenFor": {
                "totalCount": 4,
              },
            },
            {
              "name": "Senate",
              "spokenFor": {
                "totalCount": 5,
              },
            },
            {
              "name": "Sierra Club",
              "spokenFor": {
                "totalCount": 6,
              },
            },
            {
              "name": "U.S. Public Interest Research Group",
              "spokenFor": {
                "totalCount": 6,
              },
            },
          ],
        },
      }
    `)
  })
})

test('version 2 keeps values, attributes and dates elsewhere, and is read alike; the older XML is refused by name', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'town.dna')
  const client = new Sqlite(path)
  client.exec(`
    create table SETTINGS (Property text, Value text); insert into SETTINGS values ('version', '2.0 beta 19');
    create table CODERS (ID integer, Name text); insert into CODERS values (1, 'Joan Lind');
    create table DOCUMENTS (ID integer, Title text, Text text, Author text, Source text, Section text, Notes text, Type text, Date integer);
    insert into DOCUMENTS values (1, 'Dam', 'Ada said no to the dam.', '', '', '', '', '', 1106697600000);
    create table VARIABLES (ID integer, Variable text, DataType text, StatementTypeId integer);
    insert into VARIABLES values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1);
    create table STATEMENTS (ID integer, StatementTypeId integer, DocumentId integer, Start integer, Stop integer, Coder integer);
    insert into STATEMENTS values (1, 1, 1, 0, 23, 1);
    create table DATASHORTTEXT (ID integer, StatementId integer, VariableId integer, StatementTypeId integer, Value text);
    insert into DATASHORTTEXT values (1, 1, 1, 1, 'Ada Reyes'), (2, 1, 2, 1, 'River Club'), (3, 1, 3, 1, 'Build the dam');
    create table DATABOOLEAN (ID integer, StatementId integer, VariableId integer, StatementTypeId integer, Value integer);
    insert into DATABOOLEAN values (1, 1, 4, 1, 0);
    create table ATTRIBUTES (ID integer, VariableId integer, Value text, Type text, Alias text, Notes text);
    insert into ATTRIBUTES values (7, 1, 'Ada Reyes', 'Mayor', '', ''), (8, 2, 'River Club', '', '', ''), (9, 3, 'Build the dam', '', '', '');
  `)
  client.close()
  await importInto(folder, 'dna', path)
  const query = `{ statements { nodes { text speaker { name labels { name value } } onBehalfOf { name } coder { name }
    document { published } stances { nodes { stance claim { text } } } } } }`
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    statements: {
      nodes: [
        {
          text: 'Ada said no to the dam.',
          speaker: { name: 'Ada Reyes', labels: [{ name: 'type', value: 'Mayor' }] },
          onBehalfOf: { name: 'River Club' },
          coder: { name: 'Joan Lind' },
          document: { published: '2005-01-26' },
          stances: { nodes: [{ stance: 'OPPOSES', claim: { text: 'Build the dam' } }] },
        },
      ],
    },
  })
  const older = join(folder, 'older.dna')
  writeFileSync(older, '<?xml version="1.0" encoding="utf-8"?>\n<discourse><version>1.21</version></discourse>')
  await expect(importInto(folder, 'dna', older)).rejects.toThrow('XML file of Discourse Network Analyzer 1')
})
