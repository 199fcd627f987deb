import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { temporaryFolder } from './dossiers.ts'

/** A database, and how a dossier of that name gets into it with those people, the first of whom speaks. */
function graph() {
  const folder = temporaryFolder()
  const database = openWriter(join(folder, 'dixit.db'))
  onTestFinished(() => database.close())
  const bring = (slug: string, people: Readonly<Record<string, string>>) => {
    const dossier = join(folder, slug)
    mkdirSync(dossier, { recursive: true })
    const [speaker] = Object.keys(people)
    const agents = Object.entries(people).map(([key, fields]) => `  ${key}: { ${fields} }\n`)
    writeFileSync(join(dossier, 'article.txt'), `${slug}: one of them said the pier is safe.\n`)
    writeFileSync(
      join(dossier, 'annotations.yaml'),
      `dossier: 1\ndocument: { language: en }\nagents:\n${agents.join('')}statements:
  safe: { speaker: ${speaker}, source: one of them, cue: said, content: the pier is safe, speechAct: ASSERTIVE }\n`,
    )
    return importDossier(database, dossier, { replace: false }).outcome
  }
  return { database, bring }
}

function agentsIn({ client }: Database): string[] {
  return client.prepare<[], string>('select slug from agents order by slug').pluck().all()
}

test('a person of whom one dossier tells without a word of theirs stays when another is imported again', () => {
  const { database, bring } = graph()
  bring('first', { ada: 'person: Ada Moss', una: 'person: Una Said' })
  bring('second', { bo: 'person: Bo Lind', cy: 'person: Cy Dove' })
  bring('second', { cy: 'person: Cy Dove' })
  expect(agentsIn(database)).toEqual(['ada', 'cy', 'una'])
})

test('an identifier goes over to the key that a person has now', () => {
  const { database, bring } = graph()
  bring('first', { ada: 'person: Ada Moss, identifiers: { wikidata: Q1 }' })
  expect(bring('first', { 'ada-moss': 'person: Ada Moss, identifiers: { wikidata: Q1 }' })).toBe('updated')
  expect(agentsIn(database)).toEqual(['ada-moss'])
})
