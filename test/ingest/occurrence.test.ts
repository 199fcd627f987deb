import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { example, problemsOf, writeDossier } from './dossiers.ts'

// “said” stands twice in this paragraph: “she said on Tuesday … she said again”.
const article = `${example.article}\n“It must end,” Joan Lind said, and the mayor said nothing.\n`

test.each([
  [1, 'Joan Lind said,'],
  [2, 'the mayor said nothing'],
])('occurrence %i is the %s one', async (occurrence, around) => {
  const annotations = `${example.annotations}
  again:
    speaker: joan-lind
    source: { exact: Joan Lind, occurrence: 1, suffix: " said, and" }
    cue: { exact: said, occurrence: ${occurrence} }
    content: It must end,
    quotation: DIRECT
    speechAct: DIRECTIVE
`
  const folder = writeDossier(article, annotations)
  expect(problemsOf(folder)).toEqual([])
  const graph = testGraph(writer => {
    importDossier(writer, folder, { replace: false })
  })
  const answer = await graph.ask('{ statements(filter: { text: { eq: "It must end," } }) { nodes { cue { start } } } }')
  const starts = (dataOf(answer) as { statements: { nodes: { cue: { start: number } }[] } }).statements.nodes
  const place = [...article.slice(0, article.indexOf(around) + around.indexOf('said'))].length
  expect(starts.map(({ cue }) => cue.start)).toEqual([place])
})
