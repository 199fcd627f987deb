import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { write } from '../ingest/dossiers.ts'
import { dixit } from '../support/cli.ts'
import { graphRows } from '../support/graphRows.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const harbour = 'The pier has 14 cracks, Ada Moss said.\n'
const island = 'On the island Ada Moss said there were 15 cracks. Bo Lind counted 16 cracks on May 3, 2024.\n'
const agents = 'agents: { ada-moss: { person: Ada Moss }, bo-lind: { person: Bo Lind } }\n'
const study = `datasets: { pier-study: { name: Pier study, licence: CC0 1.0 } }\n`

/** A document that stands to another one, which comes later. */
const first = `dossier: 1
document: { key: harbour, language: en, published: 2024-05-04, dataset: pier-study }
${study}${agents}figures:
  cracks:
    label: cracks in the pier
    value: 14
    unit: crack
    relations:
      - { inTensionWith: island/many, reason: It is the same pier., note: Both counted the same pier. }
      - { comparedWith: island/more, words: [{ exact: 15 cracks, start: 39 }, { exact: 16 cracks, start: 66 }], document: island }
statements:
  counted:
    speaker: ada-moss
    source: Ada Moss
    cue: said
    content: The pier has 14 cracks
    figures: [{ figure: cracks, words: "14" }]
    relations: [{ paraphrases: island/fifteen, difference: One more., note: She said it twice. }]
`

/** The later one, by one coder: it stands to the first, and to what the other coder has. */
const ada = `dossier: 1
document: { key: island, language: en, published: 2024-05-05, dataset: pier-study }
${study}coders: { ann: Ann }
coder: ann
${agents}figures:
  many:
    label: cracks in the pier
    value: 15
    unit: crack
    relations: [{ comparedWith: island/more, reason: Both count cracks., note: Two counts. }]
statements:
  fifteen:
    speaker: ada-moss
    source: Ada Moss
    cue: said
    content: there were 15 cracks
    figures: [{ figure: many, words: "15" }]
    relations: [{ contrastsWith: island/sixteen, note: Two people. }, { contrastsWith: harbour/counted }]
`

const bob = `dossier: 1
document: { key: island, language: en, published: 2024-05-05, dataset: pier-study }
${study}coders: { bob: Bob }
coder: bob
${agents}times: { day: { words: "May 3, 2024", edtf: 2024-05-03 } }
figures:
  more: { label: cracks by Lind, value: 16, unit: crack, asOf: day }
statements:
  sixteen:
    speaker: bo-lind
    source: Bo Lind
    cue: counted
    content: 16 cracks
    time: day
    figures: [{ figure: more, words: "16" }]
`

const files = {
  'harbour/article.txt': harbour,
  'harbour/annotations.yaml': first,
  'island-by-ann/article.txt': island,
  'island-by-ann/annotations.yaml': ada,
  'island-by-bob/article.txt': island,
  'island-by-bob/annotations.yaml': bob,
}

async function run(database: string, ...args: string[]): Promise<void> {
  const { code, err } = await dixit(args, { DIXIT_DB: database })
  expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' })
}

function rowsIn(file: string): string[] {
  const database: Database = openReader(file)
  try {
    return graphRows(database)
  } finally {
    database.close()
  }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(txt|yaml)$/.test(name))
    .toSorted()
    .map(name => [name, readFileSync(join(folder, name), 'utf8')])

test('documents and coders that stand to each other leave as folders, and come back as they were', async () => {
  const above = write(files)
  const at = (name: string) => join(above, name)
  await run(at('one.db'), 'import', 'dossier', above)
  const relations = rowsIn(at('one.db')).filter(row => /^(figure|statement)Relations /.test(row))
  expect(relations).toHaveLength(6)
  await run(at('one.db'), 'export', 'dossier', '--out', at('left'))
  expect(readdirSync(at('left')).toSorted()).toEqual(['harbour', 'island-by-ann', 'island-by-bob'])
  expect(readFileSync(at('left/harbour/annotations.yaml'), 'utf8')).toContain('{ exact: 15 cracks, start: 39 }')
  expect(readFileSync(at('left/island-by-bob/annotations.yaml'), 'utf8')).toContain('key: island')
  await run(at('two.db'), 'import', 'dossier', at('left'))
  expect(rowsIn(at('two.db'))).toEqual(rowsIn(at('one.db')))
  await run(at('two.db'), 'export', 'dossier', '--out', at('again'))
  expect(filesIn(at('again'))).toEqual(filesIn(at('left')))
})

test('a document that is written anew keeps what others say of it, while it has what they mean', async () => {
  const above = write(files)
  const database = join(above, 'graph.db')
  await run(database, 'import', 'dossier', above)
  const before = rowsIn(database)
  const anew = write({
    'island-by-ann/article.txt': island,
    'island-by-ann/annotations.yaml': ada.replace('label: cracks in the pier', 'label: all cracks'),
  })
  await run(database, 'import', 'dossier', join(anew, 'island-by-ann'))
  const changed = (rows: string[]) => rows.filter(row => !/^(figures|figureRelations|changes) /.test(row))
  expect(changed(rowsIn(database))).toEqual(changed(before))

  const other = write({
    'island-by-ann/article.txt': island,
    'island-by-ann/annotations.yaml': ada
      .replaceAll('many', 'most')
      .replace('island/sixteen', 'harbour/counted')
      .replace(', { contrastsWith: harbour/counted }]', ']')
      .replace(/ {4}relations: \[\{ comparedWith.*\n/, ''),
  })
  await run(database, 'import', 'dossier', join(other, 'island-by-ann'), '--replace')
  const kept = rowsIn(database).filter(row => /^(figure|statement)Relations /.test(row))
  // The figure that was meant is no longer there: the statement's relation stays, the figure's goes.
  expect(kept.map(row => /"slug":"([^"]*)"/.exec(row)?.[1])).toEqual([
    'harbour/cracks/compared-with/island/more',
    'harbour/counted/paraphrases/island/fifteen',
    'island/fifteen/contrasts-with/harbour/counted',
  ])
})

test.each([
  ['harbour', 'harbour/annotations.yaml', 'label: cracks in the pier', 'label: cracks of the pier'],
  ['one coder', 'island-by-ann/annotations.yaml', 'label: cracks in the pier', 'label: all cracks'],
  ['the other coder', 'island-by-bob/annotations.yaml', 'label: cracks by Lind', 'label: cracks that Lind saw'],
])('what is noted of relations stays when %s is written anew', async (_, name, before, after) => {
  const above = write(files)
  const database = join(above, 'graph.db')
  await run(database, 'import', 'dossier', above)
  const notes = () => rowsIn(database).filter(row => row.startsWith('notes '))
  const held = notes()
  expect(held).toHaveLength(4)
  const folder = name.split('/')[0] ?? ''
  const anew = write({
    [`${folder}/article.txt`]: files[`${folder}/article.txt` as keyof typeof files],
    [name]: files[name as keyof typeof files].replace(before, after),
  })
  await run(database, 'import', 'dossier', join(anew, folder), '--replace')
  expect(notes()).toEqual(held)
})
