import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { partNames } from '../../src/store/schema/statementParts.ts'
import { idOfSlug } from '../../src/store/write/rowIds.ts'
import { examinations } from '../../src/store/write/soundness.ts'
import { dixit } from '../support/cli.ts'
import { databaseIn, graphIn, importInto } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const text = 'Tax 12 and 13 people, said Ada. Ask 14 people, said Bob.'

function spanOf(words: string) {
  const start = text.indexOf(words)
  return { at: [[start, start + words.length]], exact: words }
}

const number = (slug: string, words: string) => ({ slug, span: spanOf(words) })

function recordsWith(...figures: object[]): object[] {
  const said = (slug: string, words: string, more: object) => ({
    ...{ type: 'statement', slug, document: 'd', content: spanOf(words) },
    ...{ mentions: [{ role: 'SOURCE', words: 'Ada', agent: 'ada' }], ...more },
  })
  return [
    { type: 'agent', slug: 'ada', kind: 'PERSON', name: 'Ada' },
    { type: 'claim', slug: 'new-tax', text: 'There should be a tax.' },
    { type: 'referent', slug: 'people', label: 'people' },
    { type: 'document', slug: 'd', text, language: 'en' },
    said('d/1', 'Tax 12 and 13 people', {
      figures,
      stances: [{ claim: 'new-tax', stance: 'SUPPORTS' }],
      terms: [{ slug: 'people-of-ada', referent: 'people', span: spanOf('people') }],
    }),
    said('d/1/2', 'Ask 14 people', { figures: [number('d/1/2/fourteen', '14')] }),
  ]
}

async function importOf(...figures: object[]): Promise<{ folder: string; refused: string }> {
  const folder = temporaryFolder()
  const file = join(folder, 'corpus.jsonl')
  writeFileSync(
    file,
    recordsWith(...figures)
      .map(record => `${JSON.stringify(record)}\n`)
      .join(''),
  )
  const [source] = await importInto(folder, 'jsonl', file, { dataset: 'talks' })
  return { folder, refused: JSON.stringify([...(source?.refused ?? [])]) }
}

describe('what stands in a statement is found by its slug', () => {
  test('whether that begins with the slug of the statement or not', async () => {
    const { folder, refused } = await importOf(number('d/1/twelve', '12'), number('apart', '13'))
    expect(refused).toBe('[]')
    const graph = graphIn(folder)
    const answer = await graph.ask(`{
      a: figureMention(slug: "d/1/twelve") { words }
      b: figureMention(slug: "apart") { words }
      c: figureMention(slug: "d/1/2/fourteen") { words }
      d: stance(slug: "d/1/new-tax") { stance }
      e: termUse(slug: "people-of-ada") { words }
      f: mention(slug: "d/1/2/mention/1") { words }
      g: figureMention(slug: "d/1/thirteen") { words }
      h: figureMentions(filter: { slug: { in: ["apart", "d/1/twelve"] } }) { nodes { words } }
    }`)
    expect(dataOf(answer)).toEqual({
      ...{ a: { words: '12' }, b: { words: '13' }, c: { words: '14' }, d: { stance: 'SUPPORTS' } },
      ...{ e: { words: 'people' }, f: { words: 'Ada' }, g: null, h: { nodes: [{ words: '12' }, { words: '13' }] } },
    })
  })

  // What stands before each of the slashes would be gigabytes.
  test('a slug of 40,000 slashes is the slug of nothing', async () => {
    const { folder } = await importOf(number('d/1/twelve', '12'))
    const slug = 'a/'.repeat(40_000)
    const answer = await graphIn(folder).ask('query ($slug: String!) { termUse(slug: $slug) { words } }', { slug })
    expect(dataOf(answer)).toEqual({ termUse: null })
    const { code, err } = await dixit(['show', slug], { DIXIT_DB: databaseIn(folder) })
    expect([code, err.slice(0, 40)]).toEqual([2, 'dixit: show: nothing has the slug or nam'])
  })

  test('the doctor marks anew what is named apart', async () => {
    const { folder } = await importOf(number('d/1/twelve', '12'), number('apart', '13'))
    const database = openWriter(databaseIn(folder))
    try {
      database.client.exec(`update figureMentions set namedApart = case when slug = 'apart' then null else 1 end`)
      expect(idOfSlug(database, 'figureMentions', 'apart')).toBeUndefined()
      const { flaws } = examinations['derived columns'](database)
      expect(flaws.map(({ what, count }) => [what, count])).toEqual([
        ['rows of figureMentions are not found by their slug', 3],
      ])
      for (const { mend } of flaws) mend?.()
      expect(examinations['derived columns'](database).flaws).toEqual([])
      expect(idOfSlug(database, 'figureMentions', 'apart')).toBeDefined()
    } finally {
      database.close()
    }
  })

  test('a database from before is marked as it is brought up to date', async () => {
    const { folder } = await importOf(number('d/1/twelve', '12'), number('apart', '13'))
    const database = openWriter(databaseIn(folder))
    try {
      for (const table of partNames) database.client.exec(`update "${table}" set namedApart = null`)
      expect(examinations['derived columns'](database).flaws).toHaveLength(2)
      const migration = readFileSync('migrations/0030_found_through_statements.sql', 'utf8')
      for (const step of migration.split('--> statement-breakpoint')) {
        if (step.includes('UPDATE')) database.client.exec(step)
      }
      expect(examinations['derived columns'](database).flaws).toEqual([])
      expect(idOfSlug(database, 'termUses', 'people-of-ada')).toBeDefined()
    } finally {
      database.close()
    }
  })
})
