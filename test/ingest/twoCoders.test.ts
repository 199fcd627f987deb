import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier, importPath } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { graphRows } from '../support/graphRows.ts'
import { example, write } from './dossiers.ts'

/** What one coder says of the article of the guide, in a folder of the coder's own. */
function coding(coder: string, statement: string): Record<string, string> {
  const annotations = `dossier: 1
document: { key: example, language: en, dataset: water-study }
datasets: { water-study: { name: Water study, licence: CC0 1.0 } }
coders: { ${coder}: ${coder} }
coder: ${coder}
agents:
  water-board: { organization: Water Board, kind: AGENCY }
  ada-reyes: { person: Ada Reyes }
times:
  may-3: { words: "May 3, 2024", edtf: 2024-05-03 }
statements:
  ${coder}-1: ${statement}
`
  return { [`example-${coder}/article.txt`]: example.article, [`example-${coder}/annotations.yaml`]: annotations }
}

const ann = coding(
  'ann',
  '{ speaker: water-board, cue: says, content: "1,204 homes are still without water", note: Plain. }',
)
const reyes = 'source: board chair Ada Reyes, speaker: ada-reyes, cue: wrote, time: may-3, note: Her words.'
const bob = coding('bob', `{ ${reyes}, content: "750 are in the old town" }`)
const bobAgain = coding('bob', `{ ${reyes}, content: "454 are on the north bank", speechAct: ASSERTIVE }`)

test('two coders of one article are two folders, and each can be imported again by itself', () => {
  const database = openWriter(':memory:')
  importPath(database, write({ ...ann, ...bob }), { replace: false })
  const words = database.client.prepare<[], [string, string]>(
    'select c.slug, s.text from statements s join coders c on c.id = s.coderId order by 1',
  )
  expect(words.raw().all()).toEqual([
    ['ann', '1,204 homes are still without water'],
    ['bob', '750 are in the old town'],
  ])
  const annsRow = database.value('select id from statements where slug = ?', 'example/ann-1')
  expect(importDossier(database, join(write(bobAgain), 'example-bob'), { replace: false }).outcome).toBe('updated')
  expect(database.value('select id from statements where slug = ?', 'example/ann-1')).toBe(annsRow)

  const anew = openWriter(':memory:')
  importPath(anew, write({ ...ann, ...bobAgain }), { replace: false })
  expect(graphRows(database)).toEqual(graphRows(anew))
  expect(graphRows(anew).filter(row => row.startsWith('notes '))).toHaveLength(2)
})
