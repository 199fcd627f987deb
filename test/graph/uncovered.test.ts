import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

const query = `query ($slug: String!, $kinds: [UncoveredKind!]) {
  document(slug: $slug) { text uncovered(kinds: $kinds) { kind start end words } }
}`

test('the words of the seed on which nothing stands are its that, on, also and and, which are not listed', async () => {
  const data = dataOf(await testGraph().ask(query, { slug: 'wane-ice-435000', kinds: ['WORDS'] }))
  expect(data).toMatchObject({ document: { uncovered: [] } })
})

test('numbers, quotations and words that nobody annotated are found, an emoji before them notwithstanding', async () => {
  const folder = join(temporaryFolder(), 'harbour')
  mkdirSync(folder)
  const text =
    '🚢 The harbour took in 40 ships, Ann Lund said.\n“We turned 7 away,” she added. Nobody asked why. https://example.org/7-ships\n'
  writeFileSync(join(folder, 'article.txt'), text)
  writeFileSync(
    join(folder, 'annotations.yaml'),
    `dossier: 1
document: { title: null, publisher: harbour-news, language: en, url: https://example.org/7-ships }
agents:
  harbour-news: { organization: Harbour News, kind: PUBLISHER }
  ann-lund: { person: Ann Lund }
statements:
  ships: { speaker: ann-lund, source: Ann Lund, cue: said, content: The harbour took in 40 ships, quotation: INDIRECT, speechAct: ASSERTIVE }
`,
  )
  const graph = testGraph(writer => importDossier(writer, folder, { replace: false }))
  const { document } = Object(dataOf(await graph.ask(query, { slug: 'harbour' })))
  expect(document.uncovered.map(({ kind, words }: { kind: string; words: string }) => [kind, words])).toEqual([
    ['NUMBER', '40'],
    ['QUOTATION', '“We turned 7 away,”'],
    ['NUMBER', '7'],
    ['WORDS', 'she added. Nobody asked why'],
  ])
  for (const { start, end, words } of document.uncovered) {
    expect([...document.text].slice(start, end).join('')).toBe(words)
  }
})
