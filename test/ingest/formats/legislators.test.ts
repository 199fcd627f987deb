import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, fixture, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

const folder = temporaryFolder()
const outcomes = await importInto(folder, 'legislators', fixture('legislators'))
const graph = graphIn(folder)

test('a checkout that is half there names what is missing', async () => {
  const copy = join(temporaryFolder(), 'legislators')
  cpSync(fixture('legislators'), copy, { recursive: true })
  rmSync(join(copy, 'legislators-current.yaml'))
  rmSync(join(copy, 'committee-membership-current.yaml'))
  const into = temporaryFolder()
  await importInto(into, 'legislators', copy)
  const refused = readFileSync(join(into, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
  expect(refused.map(line => JSON.parse(line).record)).toEqual([
    'legislators-current.yaml is missing',
    'committee-membership-current.yaml is missing',
  ])
})

test('people with their names, identifiers and dated terms; committees with those who sit on them', async () => {
  expect(tally(outcomes)).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_RECORD": 1,
          "UNKNOWN_REFERENCE": 1,
        },
        "source": "legislators",
        "taken": {
          "agent": 9,
          "membership": 6,
        },
      },
    ]
  `)
  const query = `{ people { nodes {
    slug name otherNames identifiers { scheme value } labels { name value }
    memberships { nodes { role area startDate endDate organization { name kind } onBehalfOf { name kind } } }
  } } }`
  expect(dataOf(await graph.ask(query))).toMatchInlineSnapshot(`
    {
      "people": {
        "nodes": [
          {
            "identifiers": [
              {
                "scheme": "bioguide",
                "value": "R000001",
              },
              {
                "scheme": "fec",
                "value": "H0AA00001",
              },
              {
                "scheme": "fec",
                "value": "S0AA00001",
              },
              {
                "scheme": "wikidata",
                "value": "Q1",
              },
            ],
            "labels": [
              {
                "name": "birthday",
                "value": "1960-01-02",
              },
              {
                "name": "gender",
                "value": "F",
              },
            ],
            "memberships": {
              "nodes": [
                {
                  "area": "GA-3",
                  "endDate": "2003-01-03",
                  "onBehalfOf": {
                    "kind": "PARTY",
                    "name": "Democrat",
                  },
                  "organization": {
                    "kind": "LEGISLATURE",
                    "name": "United States House of Representatives",
                  },
                  "role": "representative",
                  "startDate": "2001-01-03",
                },
                {
                  "area": "GA",
                  "endDate": "2009-01-03",
                  "onBehalfOf": {
                    "kind": "PARTY",
                    "name": "Independent",
                  },
                  "organization": {
                    "kind": "LEGISLATURE",
                    "name": "United States Senate",
                  },
                  "role": "senator",
                  "startDate": "2003-01-03",
                },
              ],
            },
            "name": "Adelaide Reyes",
            "otherNames": [
              "Ada Reyes",
            ],
            "slug": "legislators-r000001",
          },
          {
            "identifiers": [
              {
                "scheme": "govtrack",
                "value": "9",
              },
            ],
            "labels": [],
            "memberships": {
              "nodes": [
                {
                  "area": null,
                  "endDate": "1793-03-04",
                  "onBehalfOf": null,
                  "organization": null,
                  "role": "president",
                  "startDate": "1789-04-30",
                },
              ],
            },
            "name": "George First",
            "otherNames": [],
            "slug": "legislators-govtrack-9",
          },
          {
            "identifiers": [
              {
                "scheme": "bioguide",
                "value": "L000002",
              },
            ],
            "labels": [],
            "memberships": {
              "nodes": [
                {
                  "area": "VT-at-large",
                  "endDate": "2003-01-03",
                  "onBehalfOf": {
                    "kind": "PARTY",
                    "name": "Democrat",
                  },
                  "organization": {
                    "kind": "LEGISLATURE",
                    "name": "United States House of Representatives",
                  },
                  "role": "representative",
                  "startDate": "2001-01-03",
                },
                {
                  "area": null,
                  "endDate": null,
                  "onBehalfOf": null,
                  "organization": {
                    "kind": "COMMITTEE",
                    "name": "Committee on Rivers",
                  },
                  "role": "Chair",
                  "startDate": null,
                },
                {
                  "area": null,
                  "endDate": null,
                  "onBehalfOf": null,
                  "organization": {
                    "kind": "COMMITTEE",
                    "name": "Committee on Rivers: Floods",
                  },
                  "role": "member",
                  "startDate": null,
                },
              ],
            },
            "name": "Joan Lind",
            "otherNames": [],
            "slug": "legislators-l000002",
          },
        ],
      },
    }
  `)
})

describe.skipIf(!hasCorpora)('congress-legislators, of ../shared/corpora', () => {
  test('every member, executive, term and seat', { timeout: 300_000 }, async () => {
    const real = temporaryFolder()
    const [outcome] = tally(await importInto(real, 'legislators', corpus('legislators')))
    const lines = (file: string, pattern: RegExp) =>
      readFileSync(corpus(`legislators/${file}`), 'utf8').match(pattern)?.length ?? 0
    const terms = lines('legislators-current.yaml', /^ {2}- type: (?:rep|sen)$/gm)
    const executive = lines('executive.yaml', /^ {2}- type: (?:prez|viceprez)$/gm)
    const seats = lines('committee-membership-current.yaml', /^- name:/gm)
    expect({ terms, executive, seats }).toEqual({ terms: 2_792, executive: 131, seats: 3_879 })
    expect(outcome?.refused).toEqual({})
    expect(outcome?.taken.membership).toBe(terms + executive + seats)

    const query = `{
      members: people(filter: { memberships: { role: { in: ["senator", "representative"] } } }) { totalCount }
      terms: memberships(filter: { role: { in: ["senator", "representative"] } }) { totalCount }
      sanders: people(filter: { name: { eq: "Bernard Sanders" } }) { nodes {
        slug otherNames
        atTheTime: memberships(filter: { held: { overlaps: "2004-05-06" }, organization: "legislators-house" }) {
          nodes { role area startDate endDate onBehalfOf { name } }
        }
      } }
    }`
    expect(dataOf(await graphIn(real).ask(query))).toMatchInlineSnapshot(`
      {
        "members": {
          "totalCount": 537,
        },
        "sanders": {
          "nodes": [
            {
              "atTheTime": {
                "nodes": [
                  {
                    "area": "VT-at-large",
                    "endDate": "2005-01-03",
                    "onBehalfOf": {
                      "name": "Independent",
                    },
                    "role": "representative",
                    "startDate": "2003-01-07",
                  },
                ],
              },
              "otherNames": [
                "Bernie Sanders",
              ],
              "slug": "legislators-s000033",
            },
          ],
        },
        "terms": {
          "totalCount": 2792,
        },
      }
    `)
  })
})
