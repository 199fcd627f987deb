import { expect, test } from 'vitest'
import { fixture, graphIn, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

test('quotations with the item of an unambiguous speaker, by quotation and by article', async () => {
  const folder = temporaryFolder()
  expect(tally(await importInto(folder, 'quotebank', fixture('quotebank')))).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "NOT_VERBATIM": 1,
        },
        "source": "articles-2019.jsonl",
        "taken": {
          "agent": 1,
          "document": 1,
          "statement": 1,
        },
      },
      {
        "outcome": "imported",
        "refused": {
          "BAD_RECORD": 1,
          "NOT_JSON": 1,
        },
        "source": "quotes-2019.json.gz",
        "taken": {
          "document": 3,
          "statement": 3,
        },
        "unchanged": {
          "agent": 1,
        },
      },
    ]
  `)
  const query = `{ statements { nodes {
    slug text voice quotation content { start end } document { title url published labels { name value } }
    speaker { slug name identifiers { scheme value } }
    mentions { nodes { words link } } labels { name value }
  } } }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "content": {
              "end": 56,
              "start": 25,
            },
            "document": {
              "labels": [
                {
                  "name": "phase",
                  "value": "E",
                },
              ],
              "published": "2019-11-19",
              "title": "Ready",
              "url": "http://example.com/a",
            },
            "labels": [
              {
                "name": "quoteID",
                "value": "2019-11-19-000001",
              },
              {
                "name": "probability",
                "value": "0.8",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": "CORPUS_ID",
                  "words": "Ada Reyes",
                },
              ],
            },
            "quotation": "INDIRECT",
            "slug": "quotebank-2019111900-abc-a459d2a0/quotation-1",
            "speaker": {
              "identifiers": [
                {
                  "scheme": "wikidata",
                  "value": "Q1",
                },
              ],
              "name": "Ada Reyes",
              "slug": "quotebank-q1",
            },
            "text": "We are ready for the next flood",
            "voice": "AGENT",
          },
          {
            "content": {
              "end": 31,
              "start": 0,
            },
            "document": {
              "labels": [
                {
                  "name": "url",
                  "value": "http://example.com/a",
                },
                {
                  "name": "url",
                  "value": "http://example.com/b",
                },
              ],
              "published": "2019-11-19",
              "title": null,
              "url": null,
            },
            "labels": [
              {
                "name": "probability",
                "value": "0.91",
              },
              {
                "name": "occurrences",
                "value": "2",
              },
              {
                "name": "phase",
                "value": "E",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": "CORPUS_ID",
                  "words": "Ada Reyes",
                },
              ],
            },
            "quotation": "DIRECT",
            "slug": "quotebank-2019-11-19-000001/quotation",
            "speaker": {
              "identifiers": [
                {
                  "scheme": "wikidata",
                  "value": "Q1",
                },
              ],
              "name": "Ada Reyes",
              "slug": "quotebank-q1",
            },
            "text": "We are ready for the next flood",
            "voice": "AGENT",
          },
          {
            "content": {
              "end": 17,
              "start": 0,
            },
            "document": {
              "labels": [],
              "published": "2019-11-19",
              "title": null,
              "url": "http://example.com/c",
            },
            "labels": [
              {
                "name": "probability",
                "value": "0.6",
              },
              {
                "name": "occurrences",
                "value": "1",
              },
              {
                "name": "phase",
                "value": "E",
              },
              {
                "name": "qid",
                "value": "Q2",
              },
              {
                "name": "qid",
                "value": "Q3",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": null,
                  "words": "Joan Lind",
                },
              ],
            },
            "quotation": "DIRECT",
            "slug": "quotebank-2019-11-19-000002/quotation",
            "speaker": null,
            "text": "Nothing will hold",
            "voice": "UNLINKED",
          },
          {
            "content": {
              "end": 8,
              "start": 0,
            },
            "document": {
              "labels": [],
              "published": "2019-11-19",
              "title": null,
              "url": null,
            },
            "labels": [
              {
                "name": "probability",
                "value": "0.7",
              },
              {
                "name": "occurrences",
                "value": "1",
              },
              {
                "name": "phase",
                "value": "E",
              },
            ],
            "mentions": {
              "nodes": [],
            },
            "quotation": "DIRECT",
            "slug": "quotebank-2019-11-19-000003/quotation",
            "speaker": null,
            "text": "So it is",
            "voice": "UNIDENTIFIED",
          },
        ],
      },
    }
  `)
})
