/** Figures that the words give as a part of a whole: none is beyond what its words commit to. */

import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { databaseIn } from '../support/corpora.ts'
import { dataOf, graphAt, temporaryFolder, writerAt } from '../support/graph.ts'
import { problemsOf, writeDossier } from './dossiers.ts'

/** A dossier in which the words are those of one figure. */
function dossierOf(figure: { readonly value?: number; readonly unit: string }, ...words: readonly string[]): string {
  const content = `${words.join(' of the homes, and ')} of the homes had burned`
  return writeDossier(
    `Ada Reyes said ${content}.\n`,
    JSON.stringify({
      dossier: 1,
      document: { title: null, language: 'en' },
      agents: { ada: { person: 'Ada Reyes' } },
      figures: { burned: { label: 'homes that burned', ...figure } },
      statements: {
        ada: {
          speaker: 'ada',
          source: 'Ada Reyes',
          cue: 'said',
          content,
          figures: words.map(each => ({ figure: 'burned', words: each })),
        },
      },
    }),
  )
}

async function storedFrom(folder: string): Promise<unknown> {
  const above = temporaryFolder()
  const database = writerAt(databaseIn(above))
  importDossier(database, folder, { replace: false })
  database.close()
  const answer = await graphAt(databaseIn(above)).ask(
    '{ figures(first: 1) { nodes { value lower upper mentions(first: 9) { nodes { value lower upper } } } } }',
  )
  return (dataOf(answer) as { figures: { nodes: unknown[] } }).figures.nodes
}

const nearly = (most: number) => ({ value: most, lower: null, upper: most })

test.each([
  ['some digits of the fraction', { value: 0.6667, unit: 'share' }, 'nearly two-thirds', nearly(2 / 3)],
  ['fewer digits, cut off', { value: 0.666, unit: 'share' }, 'nearly two-thirds', nearly(2 / 3)],
  ['the fraction in percent', { value: 66.7, unit: 'percent' }, 'nearly two-thirds', nearly(200 / 3)],
  ['a fraction that digits end, in percent', { value: 50, unit: 'percent' }, 'nearly half', nearly(50)],
  ['no value, in percent', { unit: 'percent' }, 'nearly half', nearly(50)],
])('the value of a figure is what its words give: %s', async (_, figure, words, amount) => {
  expect(await storedFrom(dossierOf(figure, words))).toEqual([{ ...amount, mentions: { nodes: [amount] } }])
})

test('a value that some words give in digits stays', async () => {
  const folder = dossierOf({ value: 66.7, unit: 'percent' }, 'nearly two-thirds', '66.7 percent')
  expect(await storedFrom(folder)).toMatchObject([{ value: 66.7, lower: 66.7, upper: 66.7 }])
})

test('digits that are none of the fraction are refused', () => {
  expect(problemsOf(dossierOf({ value: 0.6659, unit: 'share' }, 'nearly two-thirds'))).toMatchObject([
    { words: 'nearly two-thirds' },
  ])
})
