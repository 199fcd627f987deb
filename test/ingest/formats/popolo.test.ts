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
            "slug": "popolo-person-p1",
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
            "slug": "popolo-organization-blue",
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
            "slug": "popolo-organization-council",
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
