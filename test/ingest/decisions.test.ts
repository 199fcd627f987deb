import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { findCandidates } from '../../src/ingest/identities/candidates.ts'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, seed, temporaryFolder } from '../support/graph.ts'

/** A graph of three corpora, in which the same people stand under several names. */
async function threeCorpora(): Promise<string> {
  const folder = temporaryFolder()
  await importInto(folder, 'legislators', fixture('legislators'))
  await importInto(folder, 'liar', fixture('liar'))
  await importInto(folder, 'polnear', fixture('polnear'))
  return folder
}

function decide(folder: string, yaml: string) {
  const file = join(folder, 'decisions.yaml')
  writeFileSync(file, yaml)
  const database = openWriter(databaseIn(folder))
  try {
    return replaceDecisions(database, readDecisions(file).identities)
  } finally {
    database.close()
  }
}

const adaIsAda = `decisions: 1
decidedBy: Joan Lind
sameAs:
  - agent: legislators-r000001
    agents: [liar-ada-reyes]
    words:
      - { dataset: polnear, words: [Ada Reyes, Mayor Ada Reyes] }
    reason: The mayor has sat in the Senate, says the town's site.
notSameAs:
  - { agents: [legislators-r000001, legislators-l000002], reason: Two members of one House. }
`

const everything = `{
  statements(first: 100) { nodes { slug text voice speaker { slug } mentions { nodes { words link agent { slug } } } } }
  agents(first: 100) { nodes { slug statements { totalCount } mentions { totalCount } memberships { totalCount } decisions { kind } } }
}`

const ofAda = `{ agent(slug: "legislators-r000001") {
  statements { nodes { slug voice dataset { slug } mentions { nodes { words link } } } }
  memberships { totalCount }
  decisions { kind other { slug } words dataset { slug } decidedBy reason }
} }`

test('what is the same is found under one name, with the words of each source kept', async () => {
  const folder = await threeCorpora()
  decide(folder, adaIsAda)
  expect(dataOf(await graphIn(folder).ask(ofAda))).toMatchInlineSnapshot(`
    {
      "agent": {
        "decisions": [
          {
            "dataset": null,
            "decidedBy": "Joan Lind",
            "kind": "SAME_AS",
            "other": {
              "slug": "liar-ada-reyes",
            },
            "reason": "The mayor has sat in the Senate, says the town's site.",
            "words": null,
          },
          {
            "dataset": {
              "slug": "polnear",
            },
            "decidedBy": "Joan Lind",
            "kind": "SAME_AS",
            "other": null,
            "reason": "The mayor has sat in the Senate, says the town's site.",
            "words": "Ada Reyes",
          },
          {
            "dataset": {
              "slug": "polnear",
            },
            "decidedBy": "Joan Lind",
            "kind": "SAME_AS",
            "other": null,
            "reason": "The mayor has sat in the Senate, says the town's site.",
            "words": "Mayor Ada Reyes",
          },
          {
            "dataset": null,
            "decidedBy": "Joan Lind",
            "kind": "NOT_SAME_AS",
            "other": {
              "slug": "legislators-l000002",
            },
            "reason": "Two members of one House.",
            "words": null,
          },
        ],
        "memberships": {
          "totalCount": 2,
        },
        "statements": {
          "nodes": [
            {
              "dataset": {
                "slug": "liar",
              },
              "mentions": {
                "nodes": [
                  {
                    "link": "CORPUS_ID",
                    "words": "ada-reyes",
                  },
                ],
              },
              "slug": "liar-1/statement",
              "voice": "AGENT",
            },
            {
              "dataset": {
                "slug": "liar",
              },
              "mentions": {
                "nodes": [
                  {
                    "link": "CORPUS_ID",
                    "words": "ada-reyes",
                  },
                ],
              },
              "slug": "liar-3/statement",
              "voice": "AGENT",
            },
            {
              "dataset": {
                "slug": "polnear",
              },
              "mentions": {
                "nodes": [
                  {
                    "link": "DECISION",
                    "words": "Mayor Ada Reyes",
                  },
                ],
              },
              "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e1",
              "voice": "AGENT",
            },
            {
              "dataset": {
                "slug": "polnear",
              },
              "mentions": {
                "nodes": [
                  {
                    "link": "DECISION",
                    "words": "Ada Reyes",
                  },
                ],
              },
              "slug": "polnear-gazette-2016-03-01-river-town-votes/c3d4-e1",
              "voice": "AGENT",
            },
          ],
        },
      },
    }
  `)
})

test('taking decisions back leaves everything as it was, statement by statement', async () => {
  const folder = await threeCorpora()
  const before = dataOf(await graphIn(folder).ask(everything))
  decide(folder, adaIsAda)
  expect(dataOf(await graphIn(folder).ask(everything))).not.toEqual(before)
  decide(folder, 'decisions: 1\n')
  expect(dataOf(await graphIn(folder).ask(everything))).toEqual(before)
})

test('decisions hold for what is imported after them, also again and from a dossier', async () => {
  const folder = await threeCorpora()
  decide(folder, adaIsAda)
  const decided = dataOf(await graphIn(folder).ask(ofAda))
  const polnear = await importInto(folder, 'polnear', fixture('polnear'), { register: 'liar' })
  expect(polnear[0]?.outcome).toBe('imported')
  const database = openWriter(databaseIn(folder))
  importDossier(database, seed, { replace: false })
  database.close()
  expect(dataOf(await graphIn(folder).ask(ofAda))).toEqual(decided)
})

test('what a corpus puts under one name can be split, by statement or by time', async () => {
  const folder = await threeCorpora()
  decide(
    folder,
    `decisions: 1
split:
  - agent: liar-ada-reyes
    into: [{ agent: legislators-l000002, statements: [liar-3/statement] }]
    reason: The interview was with Lind.
`,
  )
  const query = `{
    ada: agent(slug: "liar-ada-reyes") { statements { nodes { slug } } }
    lind: agent(slug: "legislators-l000002") { statements { nodes { slug mentions { nodes { words } } } } }
  }`
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    ada: { statements: { nodes: [{ slug: 'liar-1/statement' }] } },
    lind: {
      statements: { nodes: [{ slug: 'liar-3/statement', mentions: { nodes: [{ words: 'ada-reyes' }] } }] },
    },
  })
})

test('decisions that contradict each other, or name what is not there, change nothing', async () => {
  const folder = await threeCorpora()
  const before = dataOf(await graphIn(folder).ask(everything))
  const contrary = adaIsAda.replace('legislators-l000002]', 'liar-ada-reyes]')
  expect(() => decide(folder, contrary)).toThrow('not the same by one decision, and the same by others')
  expect(() => decide(folder, adaIsAda.replace('liar-ada-reyes', 'liar-nobody'))).toThrow('liar-nobody')
  expect(dataOf(await graphIn(folder).ask(everything))).toEqual(before)
})

test('candidates are listed with the reason, until they are decided', async () => {
  const folder = await threeCorpora()
  const candidates = () => {
    const database = openWriter(databaseIn(folder))
    try {
      return findCandidates(database, 10).map(({ agent, other, words, statements, why }) => ({
        agent: agent.slug,
        with: other?.slug ?? words,
        statements,
        why,
      }))
    } finally {
      database.close()
    }
  }
  expect(candidates()).toMatchInlineSnapshot(`
    [
      {
        "agent": "legislators-r000001",
        "statements": 2,
        "why": "the same name",
        "with": "liar-ada-reyes",
      },
      {
        "agent": "legislators-r000001",
        "statements": 1,
        "why": "the head of the words is its name",
        "with": "Ada Reyes",
      },
      {
        "agent": "legislators-r000001",
        "statements": 1,
        "why": "the head of the words is its name",
        "with": "Mayor Ada Reyes",
      },
      {
        "agent": "liar-ada-reyes",
        "statements": 1,
        "why": "the head of the words is its name",
        "with": "Ada Reyes",
      },
      {
        "agent": "liar-ada-reyes",
        "statements": 1,
        "why": "the head of the words is its name",
        "with": "Mayor Ada Reyes",
      },
    ]
  `)
  decide(folder, adaIsAda)
  expect(candidates()).toEqual([])
})
