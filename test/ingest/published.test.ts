import { expect, test } from 'vitest'
import { checkDossier } from '../../src/ingest/importDossier.ts'
import { example, replaceOnce, writeDossier } from './dossiers.ts'

const undated = 'words: Tuesday, reason: The article does not give its own date.'

function notesWith(published: string, { day = 'Tuesday', language = 'en', edtf = '2024-05-07' } = {}): string[] {
  const dated = replaceOnce(example.annotations, 'language: en', `language: ${language}\n  published: ${published}`)
  const annotations = replaceOnce(dated, undated, `words: ${day}, edtf: ${edtf}`)
  const { notes, problems } = checkDossier(writeDossier(example.article.replace('Tuesday', day), annotations))
  expect(problems.filter(({ message }) => message.includes('published'))).toEqual([])
  return [...notes]
}

test('a publication far from the weekdays of its text is a warning, with its day and month in the other order', () => {
  const [note = ''] = notesWith('2024-07-05')
  expect(note).toContain(
    'warning: published is 59 days from “Tuesday”, which is coded as 2024-05-07: did you mean 2024-05-07?',
  )
})

test('one near them is none', () => {
  expect(notesWith('2024-05-09')).toEqual([])
})

test.each([
  ['de', 'Dienstag'],
  ['de', 'heute'],
  ['fr', 'mardi'],
])('in %s by “%s”', (language, day) => {
  expect(notesWith('2024-09-12', { language, day }).join()).toContain(`days from “${day}”`)
})
