/** What `check` remarks on cues: no problem, and to be looked at. */

import { expect, test } from 'vitest'
import { checkDossier } from '../../src/ingest/importDossier.ts'
import { seed } from '../support/graph.ts'
import { writeDossier } from './dossiers.ts'

function remarksOn(article: string, statement: object, language = 'en'): string[] {
  const { problems, notes } = checkDossier(
    writeDossier(
      article,
      JSON.stringify({
        dossier: 1,
        document: { title: null, language },
        agents: { ada: { person: 'Ada Reyes' } },
        statements: { ada: { speaker: 'ada', ...statement } },
      }),
    ),
  )
  expect(problems).toEqual([])
  return notes.map(note => note.replace(/^.*? warning: /, '').replace(/\n.*/s, ''))
}

const far =
  'the cue stands in another paragraph than content and source, and “insisted” beside the content: see which is meant'

const content = 'the dock was safe'

test('a cue of another paragraph, where the content has a reporting verb beside it', () => {
  const article = 'Ada Reyes insisted the dock was safe.\nIt is old.\nShe promised a report.\n'
  expect(remarksOn(article, { source: 'Ada Reyes', cue: 'promised', content })).toEqual([far])
  expect(remarksOn(article, { source: 'Ada Reyes', cue: 'insisted', content })).toEqual([])
})

test.each([
  ['the source stands beside the cue', 'Ada Reyes promised this.\nMoss insisted the dock was safe.\n', 'promised'],
  [
    'no reporting verb stands beside the content',
    'It is old, the dock was safe, Ada Reyes.\nOf course she promised.\n',
    'promised',
  ],
  ['the nearer verb is quoted', 'Ada Reyes: the dock was safe. “He insisted.”\nOf course she promised.\n', 'promised'],
])('none where %s', (_, article, cue) => {
  expect(remarksOn(article, { source: 'Ada Reyes', cue, content })).toEqual([])
})

test.each([
  ['Ada Reyes denied that the dock was safe.', 'denied', 'POSITIVE', 1],
  ['Ada Reyes disputed that the dock was safe.', 'disputed', 'POSITIVE', 1],
  ['Ada Reyes denied that the dock was safe.', 'denied', 'NEGATIVE', 0],
  ['Ada Reyes did not deny that the dock was safe.', 'deny', 'POSITIVE', 0],
  ['Ada Reyes would not confirm or deny that the dock was safe.', 'confirm or deny', 'POSITIVE', 0],
  ['Ada Reyes confirmed that the dock was safe.', 'confirmed', 'POSITIVE', 0],
])('what a cue denies and is coded as affirmed: %s %s %s', (article, cue, polarity, count) => {
  const remark = `“${cue}” may deny the content, which is coded as affirmed`
  expect(remarksOn(`${article}\n`, { source: 'Ada Reyes', cue, polarity, content })).toEqual(Array(count).fill(remark))
})

test('a denial that is quoted speaks for itself', () => {
  const statement = { source: 'Ada Reyes', cue: 'denied it', content: 'The dock was safe', polarity: 'POSITIVE' }
  expect(remarksOn('Ada Reyes denied it: “The dock was safe.”\n', statement)).toEqual([])
})

test('the seed has none', () => {
  expect(checkDossier(seed).notes).toEqual([])
})
