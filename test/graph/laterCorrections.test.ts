import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

const coded = 'quotation: INDIRECT, speechAct: ASSERTIVE'
const said = (occurrence: number) =>
  `speaker: board, source: { exact: The board, occurrence: ${occurrence} }, cue: { exact: said, occurrence: ${occurrence} }`
const head = 'dossier: 1\nagents: { board: { organization: The board, kind: AGENCY } }\n'
const articles = {
  monday: {
    article: 'The board said the dam was full. The board said the gate was shut.\n',
    annotations: `${head}document: { title: Monday, published: 2031-03-03, language: en }
statements:
  full: { ${said(1)}, content: the dam was full, ${coded} }
  shut: { ${said(2)}, content: the gate was shut, ${coded} }
`,
  },
  tuesday: {
    article: 'The board said the dam was half full. The board took back what it had said of the gate.\n',
    annotations: `${head}document: { title: Tuesday, published: 2031-03-04, language: en }
statements:
  half:
    { ${said(1)}, content: the dam was half full, ${coded},
      relations: [{ corrects: monday/full, difference: “Half full” for “full”. }] }
  back:
    { speaker: board, source: { exact: The board, occurrence: 2 }, content: what it had said of the gate,
      cue: took back, ${coded}, relations: [{ retracts: monday/shut }] }
`,
  },
} as const

const graph = testGraph(writer => {
  const folder = temporaryFolder()
  for (const [slug, { article, annotations }] of Object.entries(articles)) {
    const dossier = join(folder, slug)
    mkdirSync(dossier)
    writeFileSync(join(dossier, 'article.txt'), article)
    writeFileSync(join(dossier, 'annotations.yaml'), annotations)
    importDossier(writer, dossier, { replace: false })
  }
})

test('what a later article corrects or takes back is shown with the correction, from either end', async () => {
  const answer = await graph.ask(`{
    corrected: statement(slug: "monday/full") { relatedBy { nodes { kind difference subject { text document { published } } } } }
    retracted: statement(slug: "monday/shut") { relatedBy { nodes { kind subject { text } } } }
    correction: statement(slug: "tuesday/half") { relations { nodes { kind object { text document { published } } } } }
    standing: statements(filter: { not: { relatedBy: { kind: [CORRECTS, RETRACTS] } } }) { nodes { slug } }
  }`)
  expect(dataOf(answer)).toEqual({
    corrected: {
      relatedBy: {
        nodes: [
          {
            kind: 'CORRECTS',
            difference: '“Half full” for “full”.',
            subject: { text: 'the dam was half full', document: { published: '2031-03-04' } },
          },
        ],
      },
    },
    retracted: { relatedBy: { nodes: [{ kind: 'RETRACTS', subject: { text: 'what it had said of the gate' } }] } },
    correction: {
      relations: {
        nodes: [{ kind: 'CORRECTS', object: { text: 'the dam was full', document: { published: '2031-03-03' } } }],
      },
    },
    standing: { nodes: [{ slug: 'tuesday/half' }, { slug: 'tuesday/back' }] },
  })
})
