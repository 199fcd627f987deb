import { expect, test } from 'vitest'
import { fixture, graphIn, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

test('persons, organizations and memberships', async () => {
  const folder = temporaryFolder()
  expect(tally(await importInto(folder, 'popolo', fixture('popolo')))).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "BAD_DATE": 1,
          "BAD_RECORD": 1,
          "UNKNOWN_REFERENCE": 1,
        },
        "source": "town.json",
        "taken": {
          "agent": 3,
          "membership": 1,
        },
      },
    ]
  `)
  const query = `{
    agents { nodes { __typename slug name otherNames identifiers { scheme value } labels { name value } } }
    memberships { nodes { role area startDate endDate member { name } organization { name } onBehalfOf { name } } }
  }`
  expect(dataOf(await graphIn(folder).ask(query))).toMatchInlineSnapshot(`
    {
      "agents": {
        "nodes": [
          {
            "__typename": "Person",
            "identifiers": [
              {
                "scheme": "wikidata",
                "value": "Q1",
              },
            ],
            "labels": [
              {
                "name": "gender",
                "value": "female",
              },
            ],
            "name": "Ada Reyes",
            "otherNames": [
              "A. Reyes",
            ],
            "slug": "popolo-town-person-p1",
          },
          {
            "__typename": "Organization",
            "identifiers": [],
            "labels": [
              {
                "name": "classification",
                "value": "party",
              },
            ],
            "name": "Blue Party",
            "otherNames": [],
            "slug": "popolo-town-organization-blue",
          },
          {
            "__typename": "Organization",
            "identifiers": [],
            "labels": [
              {
                "name": "classification",
                "value": "legislature",
              },
            ],
            "name": "Town Council",
            "otherNames": [],
            "slug": "popolo-town-organization-council",
          },
        ],
      },
      "memberships": {
        "nodes": [
          {
            "area": "River Town",
            "endDate": "2019-06",
            "member": {
              "name": "Ada Reyes",
            },
            "onBehalfOf": {
              "name": "Blue Party",
            },
            "organization": {
              "name": "Town Council",
            },
            "role": "Mayor",
            "startDate": "2015",
          },
        ],
      },
    }
  `)
})

test('names in their parts, and a legislative period as the bounds of a membership without dates', async () => {
  const folder = temporaryFolder()
  expect(tally(await importInto(folder, 'popolo', fixture('names')))).toMatchObject([
    { taken: { agent: 6, membership: 3 }, refused: { BAD_DATE: 3, UNKNOWN_REFERENCE: 1 } },
  ])
  const query = '{ person(slug: "popolo-names-person-p2") { name memberships { nodes { startDate endDate bounds } } } }'
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    person: {
      name: 'Beta Speaker',
      memberships: { nodes: [{ startDate: null, endDate: null, bounds: '2013-03-15/2018-03-22' }] },
    },
  })
  const during = (edtf: string) =>
    `{ memberships(filter: { member: "popolo-names-person-p2", held: { overlaps: "${edtf}" } }) { totalCount } }`
  expect(dataOf(await graphIn(folder).ask(during('2014')))).toEqual({ memberships: { totalCount: 1 } })
  expect(dataOf(await graphIn(folder).ask(during('2019')))).toEqual({ memberships: { totalCount: 0 } })
})
