import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, fixture, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

const folder = temporaryFolder()
const outcomes = await importInto(folder, 'parlamint', fixture('parlamint'))
const graph = graphIn(folder)

test('speeches are taken, what is noted beside and inside of them is not; each turn knows its speaker and role', async () => {
  expect(tally(outcomes)).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_DATE": 1,
          "UNREADABLE_FILE": 1,
        },
        "source": "parlamint",
        "taken": {
          "agent": 7,
          "document": 1,
          "membership": 4,
          "statement": 4,
        },
      },
    ]
  `)
  const query = `{ statements { nodes {
    slug text voice speaker { slug name } mentions { nodes { words link } } labels { name value }
    document { title published url language }
  } } }`
  expect(dataOf(await graph.ask(query))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "document": {
              "language": "en",
              "published": "2020-02-03",
              "title": "Sitting of 3 February 2020",
              "url": "https://town.example/3",
            },
            "labels": [
              {
                "name": "id",
                "value": "u1",
              },
              {
                "name": "role",
                "value": "chair",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": "CORPUS_ID",
                  "words": "The Chair, Ada Reyes",
                },
              ],
            },
            "slug": "parlamint-parlamint-xx-2020-02-03-74c40008/1",
            "speaker": {
              "name": "Ada Reyes",
              "slug": "parlamint-ar-b1b7afa7",
            },
            "text": "The sitting is open.
    Mr Lind has the floor.",
            "voice": "AGENT",
          },
          {
            "document": {
              "language": "en",
              "published": "2020-02-03",
              "title": "Sitting of 3 February 2020",
              "url": "https://town.example/3",
            },
            "labels": [
              {
                "name": "id",
                "value": "u2",
              },
              {
                "name": "role",
                "value": "regular",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": "CORPUS_ID",
                  "words": "Bo Lind (Dam)",
                },
              ],
            },
            "slug": "parlamint-parlamint-xx-2020-02-03-74c40008/2",
            "speaker": {
              "name": "Bo Lind",
              "slug": "parlamint-bl-9bf6f677",
            },
            "text": "12 million 👏 is a lot.",
            "voice": "AGENT",
          },
          {
            "document": {
              "language": "en",
              "published": "2020-02-03",
              "title": "Sitting of 3 February 2020",
              "url": "https://town.example/3",
            },
            "labels": [
              {
                "name": "id",
                "value": "u3",
              },
              {
                "name": "role",
                "value": "guest",
              },
            ],
            "mentions": {
              "nodes": [
                {
                  "link": "CORPUS_ID",
                  "words": "GUEST",
                },
              ],
            },
            "slug": "parlamint-parlamint-xx-2020-02-03-74c40008/3",
            "speaker": {
              "name": "GUEST",
              "slug": "parlamint-guest-16ceb279",
            },
            "text": "Thank you.",
            "voice": "AGENT",
          },
          {
            "document": {
              "language": "en",
              "published": "2020-02-03",
              "title": "Sitting of 3 February 2020",
              "url": "https://town.example/3",
            },
            "labels": [
              {
                "name": "id",
                "value": "u4",
              },
            ],
            "mentions": {
              "nodes": [],
            },
            "slug": "parlamint-parlamint-xx-2020-02-03-74c40008/4",
            "speaker": null,
            "text": "Hear, hear!",
            "voice": "UNIDENTIFIED",
          },
        ],
      },
    }
  `)
})

test('people have names, former names and dated affiliations, and what contradicts is said of them', async () => {
  const query = `{ agents { nodes {
    slug name otherNames __typename identifiers { scheme value } labels { name value }
    memberships { nodes { role organization { name } startDate endDate } }
  } } }`
  expect(dataOf(await graph.ask(query))).toMatchInlineSnapshot(`
    {
      "agents": {
        "nodes": [
          {
            "__typename": "Person",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "AR",
              },
              {
                "scheme": "wikidata",
                "value": "Q1",
              },
            ],
            "labels": [
              {
                "name": "sex",
                "value": "F",
              },
              {
                "name": "birth",
                "value": "1970-01-02",
              },
              {
                "name": "contradiction",
                "value": "ends after the edition of 2021-05-14: Member of TP, 2018-07-10 to 2022-01-01",
              },
              {
                "name": "contradiction",
                "value": "a gap of 9 days: member of TP, 2015-01-01 to 2018-06-30 and 2018-07-10 to 2022-01-01",
              },
              {
                "name": "contradiction",
                "value": "overlaps: member of TP, 2018-07-10 to 2022-01-01 and 2021-01-01 to 2021-02-01",
              },
            ],
            "memberships": {
              "nodes": [
                {
                  "endDate": "2018-06-30",
                  "organization": {
                    "name": "Town Parliament",
                  },
                  "role": "member",
                  "startDate": "2015-01-01",
                },
                {
                  "endDate": "2022-01-01",
                  "organization": {
                    "name": "Town Parliament",
                  },
                  "role": "Member",
                  "startDate": "2018-07-10",
                },
                {
                  "endDate": "2021-02-01",
                  "organization": {
                    "name": "Town Parliament",
                  },
                  "role": "Member",
                  "startDate": "2021-01-01",
                },
                {
                  "endDate": null,
                  "organization": {
                    "name": "Dam Party",
                  },
                  "role": "member",
                  "startDate": null,
                },
              ],
            },
            "name": "Ada Reyes",
            "otherNames": [
              "Ada Lopez",
            ],
            "slug": "parlamint-ar-b1b7afa7",
          },
          {
            "__typename": "Person",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "BL",
              },
            ],
            "labels": [
              {
                "name": "contradiction",
                "value": "ends before it begins: minister of ministry.Water, 2019-01-01 to 2018-01-01",
              },
            ],
            "memberships": {
              "nodes": [],
            },
            "name": "Bo Lind",
            "otherNames": [],
            "slug": "parlamint-bl-9bf6f677",
          },
          {
            "__typename": "Organization",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "group.Dam",
              },
            ],
            "labels": [
              {
                "name": "role",
                "value": "parliamentaryGroup",
              },
            ],
            "memberships": {
              "nodes": [],
            },
            "name": "Dam Group",
            "otherNames": [],
            "slug": "parlamint-group-dam-fc3760d0",
          },
          {
            "__typename": "Organization",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "party.Dam",
              },
            ],
            "labels": [
              {
                "name": "role",
                "value": "politicalParty",
              },
            ],
            "memberships": {
              "nodes": [],
            },
            "name": "Dam Party",
            "otherNames": [],
            "slug": "parlamint-party-dam-e82d6b5d",
          },
          {
            "__typename": "Person",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "GUEST",
              },
            ],
            "labels": [],
            "memberships": {
              "nodes": [],
            },
            "name": "GUEST",
            "otherNames": [],
            "slug": "parlamint-guest-16ceb279",
          },
          {
            "__typename": "Organization",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "TP",
              },
            ],
            "labels": [
              {
                "name": "role",
                "value": "parliament",
              },
            ],
            "memberships": {
              "nodes": [],
            },
            "name": "Town Parliament",
            "otherNames": [
              "TP",
            ],
            "slug": "parlamint-tp-23726709",
          },
          {
            "__typename": "Organization",
            "identifiers": [
              {
                "scheme": "parlamint",
                "value": "ministry.Water",
              },
            ],
            "labels": [],
            "memberships": {
              "nodes": [],
            },
            "name": "ministry.Water",
            "otherNames": [],
            "slug": "parlamint-ministry-water-4fd706bb",
          },
        ],
      },
    }
  `)
})

describe.skipIf(!hasCorpora)('ParlaMint-AT, of ../shared/corpora', () => {
  test('every utterance with words, every person and organization', async () => {
    const path = corpus('parlamint')
    const texts = readdirSync(path).map(name => readFileSync(join(path, name), 'utf8'))
    const ids = (element: string) =>
      new Set(
        texts.flatMap(text =>
          Array.from(text.matchAll(new RegExp(`<${element} [^>]*xml:id="([^"]+)"`, 'g')), ([, id]) => id),
        ),
      )
    const utterances = texts
      .flatMap(text => text.match(/<u [\s\S]*?<\/u>/g) ?? [])
      .filter(text => text.includes('<seg'))
    const affiliated = texts.flatMap(text =>
      Array.from(text.matchAll(/<affiliation [^>]*ref="#([^"]+)"/g), ([, id]) => id),
    )
    const agents = new Set([...ids('person'), ...ids('org'), ...affiliated])
    const [outcome] = await importInto(temporaryFolder(), 'parlamint', path)
    expect(outcome?.refused.size).toBe(0)
    expect(outcome?.taken.get('statement')).toBe(utterances.length)
    expect(outcome?.taken.get('agent')).toBe(agents.size)
  })
})
