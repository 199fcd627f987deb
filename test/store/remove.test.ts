import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { remove } from '../../src/store/write/remove.ts'
import { example, replaceOnce, write, writeDossier } from '../ingest/dossiers.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const now = new Date('2026-01-02T03:04:05Z')

test('a dataset goes with all that it brought, what others refer to stays, and it is noted', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('everything'), { dataset: 'everything' })
  await importInto(folder, 'liar', fixture('liar'))
  const database = openWriter(databaseIn(folder))
  const { client } = database
  client.exec(`update reviews set authorId = (select id from agents where slug = 'cy')
    where datasetId = (select id from datasets where slug = 'liar')`)
  expect(remove(database, { slug: 'everything', what: null }, 'It was imported by mistake.', now)).toEqual({
    ...{ what: 'dataset', slug: 'everything', documents: 1, statements: 3 },
  })
  expect(client.pragma('foreign_key_check')).toEqual([])
  expect(client.prepare('select what, slug, dataset, reason, documents, statements from removals').all()).toEqual([
    {
      ...{ what: 'dataset', slug: 'everything', dataset: 'everything', documents: 1, statements: 3 },
      reason: 'It was imported by mistake.',
    },
  ])
  database.close()
  const query = `{
    datasets { nodes { slug } } statements { nodes { dataset { slug } } } agent(slug: "cy") { name dataset { slug } }
    ada: agent(slug: "ada") { name } found: search(query: "newcomers") { totalCount }
  }`
  const answer = dataOf(await graphIn(folder).ask(query))
  expect(answer).toMatchObject({
    datasets: { nodes: [{ slug: 'liar' }] },
    agent: { name: 'Cy Moe', dataset: null },
    ada: null,
    found: { totalCount: 0 },
  })
})

test('a document goes alone, and a name that is not there is said', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('everything'), { dataset: 'everything' })
  const database = openWriter(databaseIn(folder))
  expect(() => remove(database, { slug: 'nothing', what: null }, null, now)).toThrow(
    'There is no document or dataset nothing.',
  )
  remove(database, { slug: 'letter-day', what: 'document' }, null, now)
  database.close()
  const query =
    '{ documents { totalCount } statements { totalCount } agents { totalCount } memberships { totalCount } }'
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    ...{ documents: { totalCount: 0 }, statements: { totalCount: 0 }, agents: { totalCount: 5 } },
    memberships: { totalCount: 1 },
  })
})

test('a dossier goes with the people that it alone brought, and those of others stay', async () => {
  const shared = replaceOnce(example.annotations, 'agents:\n', 'use: [../agents.yaml]\n\nagents:\n').replace(
    '  ada-reyes: { person: Ada Reyes }\n',
    '  unsaid: { person: Una Said, otherNames: [U. Said] }\n',
  )
  const register = 'agents:\n  ada-reyes: { person: Ada Reyes }\n'
  const folder = writeDossier(example.article, shared, { 'agents.yaml': register })
  const other = { 'other/article.txt': 'Ada Reyes said so.\n', 'agents.yaml': register }
  const annotations = `dossier: 1
document: { title: null, language: en }
use: [../agents.yaml]
statements:
  one: { speaker: ada-reyes, source: Ada Reyes, cue: said, content: so, speechAct: ASSERTIVE }
`
  const second = join(write({ ...other, 'other/annotations.yaml': annotations }), 'other')
  const home = temporaryFolder()
  const database = openWriter(databaseIn(home))
  importDossier(database, second, { replace: false })
  const before = everything(database)
  importDossier(database, folder, { replace: false })
  remove(database, { slug: 'example', what: null }, 'She asked for it.', now)
  expect(database.client.pragma('foreign_key_check')).toEqual([])
  expect(everything(database)).toEqual(before)
  expect(before.agents).toEqual(['ada-reyes'])
  database.close()
  expect(
    dataOf(await graphIn(home).ask('{ search(query: "Lind") { totalCount } person(slug: "joan-lind") { name } }')),
  ).toEqual({ search: { totalCount: 0 }, person: null })
})

/** The slugs of what dossiers share, and how many names and roles there are. */
function everything({ client }: Database) {
  const column = (sql: string) => client.prepare(sql).pluck().all()
  return {
    agents: column('select slug from agents order by slug'),
    claims: column('select slug from claims'),
    referents: column('select slug from referents'),
    memberships: column('select slug from memberships'),
    names: column('select name from agentNames'),
    notes: column('select slug from notes'),
  }
}
