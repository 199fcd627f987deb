import { parseFeed } from '@rowanmanning/feed-parser'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { writeDossier } from '../ingest/dossiers.ts'
import { documentOf } from '../support/documents.ts'
import { testGraph } from '../support/graph.ts'
import { writeAsDossier } from '../support/writeAsDossier.ts'

test('a feed has the fifty newest statements', async () => {
  const sentences = Array.from({ length: 60 }, (_, n) => ({ speaker: 'ada', words: `It rose ${n} times.` }))
  const graph = testGraph(writer => {
    writeAsDossier(writer, documentOf('old', sentences), { replace: false })
    writeAsDossier(writer, documentOf('new', [{ speaker: 'ada', words: 'It fell.' }]), { replace: false })
  })
  const { items } = parseFeed(await (await graph.get('/feed')).text()).toJSON()
  expect(items).toHaveLength(50)
  expect(items[0]?.id).toMatch(/\/new\/s0$/)
})

test('what is not wholly quoted is by the authors of the document, before its publisher', async () => {
  const folder = writeDossier(
    'The ferry stays, Ada Moss said.\n',
    `dossier: 1
document: { title: Ferry stays, language: en, authors: [Jane Doe, { organization: Ferry League }], publisher: courier }
agents: { ada-moss: { person: Ada Moss }, courier: { organization: The Courier, kind: PUBLISHER } }
statements:
  stays: { speaker: ada-moss, source: Ada Moss, cue: said, content: The ferry stays, quotation: INDIRECT }
`,
  )
  const graph = testGraph(writer => void importDossier(writer, folder, { replace: false }))
  const { items } = parseFeed(await (await graph.get('/feed')).text()).toJSON()
  expect(items.map(({ authors }) => authors.map(({ name }) => name))).toEqual([['Jane Doe', 'Ferry League']])
})
