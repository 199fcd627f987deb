import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dixit } from '../support/cli.ts'
import { databaseIn, graphIn } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

test('a dossier is read by rule only on request, and its readings go again', async () => {
  const folder = temporaryFolder()
  const dossier = join(folder, 'ferry')
  mkdirSync(dossier)
  writeFileSync(join(dossier, 'article.txt'), 'Ada Reyes said: “We lost 12 boats in May 2021.”\n')
  writeFileSync(
    join(dossier, 'annotations.yaml'),
    `dossier: 1
datasets:
  harbour: { name: Harbour }
document: { title: Ferry, language: en, dataset: harbour }
agents:
  reyes: { person: Ada Reyes }
statements:
  boats: { speaker: reyes, cue: said, content: We lost 12 boats in May 2021., speechAct: ASSERTIVE }
`,
  )
  const environment = { DIXIT_DB: databaseIn(folder) }
  const read = async () =>
    dataOf(
      await graphIn(folder).ask(`{
        statement(slug: "ferry/boats") {
          figureMentions { nodes { words basis } }
          times { nodes { words basis } }
        }
      }`),
    )
  const nothing = { statement: { figureMentions: { nodes: [] }, times: { nodes: [] } } }

  expect(await dixit(['import', dossier], environment)).toMatchObject({ code: 0, err: '' })
  expect(await read()).toEqual(nothing)
  expect(await dixit(['read', '--dataset', 'harbour'], environment)).toMatchObject({ code: 0 })
  expect(await read()).toEqual({
    statement: {
      figureMentions: { nodes: [{ words: '12', basis: 'AUTOMATIC' }] },
      times: { nodes: [{ words: 'May 2021', basis: 'AUTOMATIC' }] },
    },
  })
  expect(await dixit(['read', '--undo'], environment)).toMatchObject({ code: 0 })
  expect(await read()).toEqual(nothing)
})
