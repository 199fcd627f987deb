import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { applicationId } from '../../src/store/engine/migrations.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { databaseIn, graphIn, importInto } from '../support/corpora.ts'
import { writeCorpus } from '../support/corpus.ts'
import { dataOf, graphAt, temporaryFolder, testGraph } from '../support/graph.ts'
import { planOf } from '../support/plan.ts'

const corpus = testGraph(writer => void writeCorpus(writer))

const stancesUnlikeTheirStatements = `select count(*) from stances x join statements s on s.id = x.statementId
  where x.speakerId is not s.speakerId or x.documentId is not s.documentId or x.timeId is not s.timeId
    or x.onBehalfOfId is not s.onBehalfOfId`

test('a network of everybody is counted from one index, and sorts nothing', async () => {
  const answer = await corpus.ask('{ discourseNetwork(normalization: AVERAGE) { statements edgeCount } }')
  dataOf(answer)
  const steps = planOf(corpus, answer).filter(step => /stances|statements|TEMP B-TREE/.test(step))
  expect(steps).toEqual([
    // Whether anything repeats, before it is left out.
    expect.stringMatching(/^SEARCH statements USING COVERING INDEX statements_by_repeat \(repeat>\?\)$/),
    expect.stringMatching(/^SEARCH x USING COVERING INDEX stances_by_speaker \(speakerId>\?\)$/),
    expect.stringMatching(/^SEARCH x USING COVERING INDEX stances_by_speaker \(speakerId=\?\)$/),
  ])
})

test('networks over time are counted from the same index, and sort nothing', async () => {
  const answer = await corpus.ask('{ discourseNetworkOverTime(unit: YEAR) { network { edgeCount } } }')
  dataOf(answer)
  const steps = planOf(corpus, answer).filter(step => /stances|TEMP B-TREE/.test(step))
  expect(steps).toEqual([
    expect.stringMatching(/^SEARCH x USING COVERING INDEX stances_by_speaker \(speakerId>\?\)$/),
    expect.stringMatching(/^SEARCH x USING COVERING INDEX stances_by_speaker \(speakerId=\?\)$/),
  ])
})

test('the network follows the decisions on who is who, and goes back with them', async () => {
  const folder = temporaryFolder()
  const text = 'Tax it, said Ada. Tax it not, said Bob. Tax it, said A. Reyes.'
  const said = (n: number, start: number, words: string, agent: string, stance: string) => ({
    ...{
      type: 'statement',
      slug: `d/${n}`,
      document: 'd',
      content: { at: [[start, start + words.length]], exact: words },
    },
    ...{ mentions: [{ role: 'SOURCE', words: agent, agent }], stances: [{ claim: 'tax', stance }] },
  })
  const records = [
    ...['ada', 'bob', 'a-reyes'].map(slug => ({ type: 'agent', slug, kind: 'PERSON', name: slug })),
    { type: 'claim', slug: 'tax', text: 'There should be a tax.' },
    { type: 'document', slug: 'd', text, language: 'en' },
    said(1, 0, 'Tax it', 'ada', 'SUPPORTS'),
    said(2, 18, 'Tax it not', 'bob', 'OPPOSES'),
    said(3, 40, 'Tax it', 'a-reyes', 'SUPPORTS'),
  ]
  const file = join(folder, 'corpus.jsonl')
  writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  await importInto(folder, 'jsonl', file, { dataset: 'talks' })

  const decide = (yaml: string) => {
    const path = join(folder, 'decisions.yaml')
    writeFileSync(path, `decisions: 1\nby: Joan Lind\n${yaml}`)
    const database = openWriter(databaseIn(folder))
    replaceDecisions(database, readDecisions(path).identities)
    database.close()
  }
  const weights = async () => {
    const answer = await graphIn(folder).ask('{ affiliationNetwork { edges { from { slug } weight } } }')
    return dataOf(answer)
  }
  const edges = (...ends: [string, number][]) => ({
    affiliationNetwork: { edges: ends.map(([slug, weight]) => ({ from: { slug }, weight })) },
  })
  const apart = edges(['a-reyes', 1], ['ada', 1], ['bob', 1])
  expect(await weights()).toEqual(apart)
  decide('sameAs:\n  - { agent: ada, agents: [a-reyes], reason: The minutes name her in full. }\n')
  expect(await weights()).toEqual(edges(['ada', 2], ['bob', 1]))
  decide('')
  expect(await weights()).toEqual(apart)
})

test('a database without the copies has them when it is brought up to date', () => {
  const path = join(temporaryFolder(), 'older.db')
  const older = new Sqlite(path)
  const folder = new URL('../../migrations/', import.meta.url)
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(new URL('meta/_journal.json', folder), 'utf8'),
  )
  const before = journal.entries.filter(({ tag }) => tag < '0002')
  older.exec(
    'create table __drizzle_migrations (id integer primary key, hash text not null, created_at integer not null)',
  )
  for (const { tag, when } of before) {
    older.exec(readFileSync(new URL(`${tag}.sql`, folder), 'utf8').replaceAll('--> statement-breakpoint', ''))
    older.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(tag, when)
  }
  older.pragma(`application_id = ${applicationId}`)
  fillWith(older, corpus.database.client.name)
  older.close()

  openWriter(path).close()
  const { database } = graphAt(path)
  expect(database.value<number>('select count(*) from stances where speakerId is not null')).toBeGreaterThan(100)
  expect(database.value<number>(stancesUnlikeTheirStatements)).toBe(0)
  expect(corpus.database.value<number>(stancesUnlikeTheirStatements)).toBe(0)
})

/** Copies the rows of another database into the tables and columns that this one has. */
function fillWith(older: Sqlite.Database, path: string): void {
  older.pragma('foreign_keys = OFF')
  older.prepare('attach ? as newer').run(path)
  const tables = older
    .prepare<[], string>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like '%\\_%' escape '\\'",
    )
    .pluck()
    .all()
  for (const table of tables) {
    const columns = older.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)
    const list = (names: readonly string[]) => names.map(name => `"${name}"`).join(', ')
    const renamed = columns.map(column => (column === 'verbatim' ? 'words' : column))
    older.exec(`insert into main."${table}" (${list(columns)}) select ${list(renamed)} from newer."${table}"`)
  }
  older.exec('detach newer')
}
