import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus, fixture, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
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
    { taken: { agent: 6, membership: 4 }, refused: { BAD_DATE: 2, UNKNOWN_REFERENCE: 1 } },
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

test('names in other parts, numbers as identifiers, memberships within a person, and names that are missing', async () => {
  const folder = temporaryFolder()
  const persons = [
    {
      id: 1,
      given_name: 'Ada',
      additional_name: 'Byron',
      family_name: 'Reyes',
      memberships: [{ organization_id: 'o' }],
    },
    { id: 'ru', given_name: 'Иван', patronymic_name: 'Иванович', family_name: 'Петров' },
    { id: 'zh', given_name: '小明', family_name: '王' },
    { id: 'blank', name: '  Bo \n Lind ' },
    { id: 'none', sort_name: 'Nobody' },
  ]
  const organizations = [{ id: 'o', name: 'Council', memberships: [{ person_id: 'zh', role: 'chair' }] }, { id: 'p' }]
  const memberships = [
    { person_id: 'none', organization_id: 'o' },
    { person_id: 'ru', organization_id: 'p' },
    { organization_id: 'o' },
  ]
  const files = folderOf({ 'town.json': { persons, organizations, memberships } })
  expect(tally(await importInto(folder, 'popolo', files))).toMatchObject([
    { taken: { agent: 5, membership: 2 }, refused: { BAD_RECORD: 3, DEPENDENT: 2 } },
  ])
  const query = '{ people { nodes { name } } memberships { nodes { role member { name } } } }'
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    people: { nodes: ['Ada Byron Reyes', 'Bo Lind', 'Иван Иванович Петров', '王小明'].map(name => ({ name })) },
    memberships: {
      nodes: [
        { role: 'member', member: { name: 'Ada Byron Reyes' } },
        { role: 'chair', member: { name: '王小明' } },
      ],
    },
  })
  const refused = readFileSync(join(folder, 'rejects.jsonl'), 'utf8').trimEnd().split('\n')
  expect(refused.map(line => JSON.parse(line).why)).toEqual([
    'it has no name',
    'it has no name, given_name or family_name',
    'agent popolo-town-person-none is refused',
    'agent popolo-town-organization-p is refused',
    'it has no person_id or member_id',
  ])
})

test('members that are organizations, references as objects, periods within their organization, and a database given twice', async () => {
  const folder = temporaryFolder()
  const people = [{ id: 'ada', name: 'Ada Reyes' }]
  const council = {
    id: 'council',
    name: 'Town Council',
    legislative_periods: [{ id: 'term/7', start_date: '2015-01-01', end_date: '2018-06-30' }],
  }
  const alliance = {
    id: 'alliance',
    name: 'River Alliance',
    memberships: [
      { role: 'partner', member: { '@type': 'Organization', id: 'blue' } },
      { role: 'guest', member_id: 'blue' },
    ],
  }
  const blue = { id: 'blue', name: 'Blue Party' }
  const seat = { person: { id: 'ada', name: 'Ada Reyes' }, organization: council, legislative_period_id: 'term/7' }
  const files = folderOf({
    'organizations.json': [council, alliance, blue],
    'people.json': people,
    'memberships.json': [seat, seat],
    'town.json': { persons: people, organizations: [council, alliance, blue], memberships: [seat] },
  })
  expect(tally(await importInto(folder, 'popolo', files))).toMatchObject([
    { taken: { agent: 4, membership: 4 }, refused: {} },
  ])
  const query = '{ memberships { nodes { role bounds member { name } organization { name } } } }'
  const [bounds, member, organization] = ['2015-01-01/2018-06-30', { name: 'Ada Reyes' }, { name: 'Town Council' }]
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    memberships: {
      nodes: [
        { role: 'member', bounds, member, organization },
        { role: 'member', bounds, member, organization },
        { role: 'partner', bounds: null, member: { name: 'Blue Party' }, organization: { name: 'River Alliance' } },
        { role: 'guest', bounds: null, member: { name: 'Blue Party' }, organization: { name: 'River Alliance' } },
      ],
    },
  })
})

/** A folder with some files of JSON. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder()
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(value))
  return folder
}

const memberships = `{ memberships { nodes { role member { name } organization { name } } } }`

test('zeros for an unknown month or day are left out of a date', async () => {
  const folder = temporaryFolder()
  const source = temporaryFolder()
  const dates = [
    ['2013-00-00', '2014-05-00'],
    ['0000-00-00', '2015-06-01T00:00:00'],
  ]
  const memberships = dates.map(([start_date, end_date]) => ({
    person_id: 'a',
    organization_id: 'b',
    start_date,
    end_date,
  }))
  const file = { persons: [{ id: 'a', name: 'Ada' }], organizations: [{ id: 'b', name: 'Water Board' }], memberships }
  writeFileSync(join(source, 'water.json'), JSON.stringify(file))
  await importInto(folder, 'popolo', source)
  const query = '{ memberships { nodes { startDate endDate } } }'
  const nodes = [
    { startDate: '2013', endDate: '2014-05' },
    { startDate: null, endDate: '2015-06-01' },
  ]
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({ memberships: { nodes } })
})

test('a folder of one object a file, as in the examples of the specification, is one source', async () => {
  const folder = temporaryFolder()
  const files = folderOf({
    'membership.json': { person_id: 'p1', organization_id: 'o1', role: 'Mayor' },
    'organization.json': { id: 'o1', name: 'Town Council', classification: 'legislature' },
    'person.json': { id: 'p1', name: 'Ada Reyes' },
    'x.json': { id: 'p2', given_name: 'Bo', family_name: 'Lind' },
    'y.json': { what: 'is this' },
  })
  const [outcome, ...others] = await importInto(folder, 'popolo', files)
  expect(others).toEqual([])
  expect([outcome?.taken.get('agent'), outcome?.taken.get('membership'), outcome?.refused.get('BAD_RECORD')]).toEqual([
    3, 1, 1,
  ])
  expect(dataOf(await graphIn(folder).ask(memberships))).toEqual({
    memberships: { nodes: [{ role: 'Mayor', member: { name: 'Ada Reyes' }, organization: { name: 'Town Council' } }] },
  })
})

test('memberships whose people stand in another file of the folder find them; whole files stay apart', async () => {
  const folder = temporaryFolder()
  const people = { persons: [{ id: 'p1', name: 'Ada Reyes' }], organizations: [{ id: 'o1', name: 'Town Council' }] }
  const split = folderOf({
    'people.json': people,
    'ministers.json': { memberships: [{ person_id: 'p1', organization_id: 'o1', role: 'Minister' }] },
  })
  expect((await importInto(folder, 'popolo', split)).map(({ refused }) => refused.size)).toEqual([0])
  const whole = folderOf({ 'a.json': people, 'b.json': { persons: [{ id: 'p1', name: 'Max Roe' }] } })
  const outcomes = await importInto(folder, 'popolo', whole, { dataset: 'towns' })
  expect(outcomes.map(({ source, refused }) => [source, refused.size])).toEqual([
    ['a.json', 0],
    ['b.json', 0],
  ])
})

describe.skipIf(!hasCorpora)('EveryPolitician, of ../shared/corpora', () => {
  test('each country is a source, and every membership has its period', async () => {
    const folder = temporaryFolder()
    const outcomes = await importInto(folder, 'popolo', corpus('popolo'))
    expect(outcomes.map(({ taken, refused }) => [taken.get('membership'), refused.size])).toEqual([
      [227, 0],
      [68, 0],
    ])
  })
})
