import { expect, test } from 'vitest'
import { renderProblems } from '../../src/ingest/problems.ts'
import { example, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'

test('the example has none', () => {
  expect(problemsOf(writeDossier(example.article, example.annotations))).toEqual([])
})

test('all are reported at once, in the order of the file', () => {
  const mistakes = [
    ['language: en', 'language: en\n  colour: red'],
    ['member: joan-lind', 'member: joan-linde'],
    ['edtf: 2024-05-03', 'edtf: 2024-15-03'],
    ['value: 454', 'value: 455'],
    ['cue: wrote', 'cue: wrotte'],
  ] as const
  const annotations = mistakes.reduce((text, [from, to]) => replaceOnce(text, from, to), example.annotations)
  expect(
    problemsOf(writeDossier(example.article, annotations)).map(({ line, message }) => `${line} ${message}`),
  ).toEqual([
    '7 unknown field',
    '22 there is no agent with this key',
    '25 there is no month 15: a date is year, month and day',
    '45 the parts do not add up: 750 + 455 = 1,205, not 1,204 (by 1); if they are rounded, say rounded: true',
    '69 these words are not in the article',
    '78 these words read as 454, and the figure north-bank is 455',
  ])
})

test('what only an entry with a fault refers to, or what refers to it, is no problem of its own', () => {
  const annotations = replaceOnce(example.annotations, 'value: 750', 'value: many')
  expect(problemsOf(writeDossier(example.article, annotations)).map(({ message }) => message)).toEqual([
    'value: expected a number, but this is text',
  ])
})

test('as plain text, without what would steer a terminal', () => {
  const place = { file: 'a.yaml', line: 2, column: 5 }
  const problems = [
    { ...place, message: 'unknown field', words: 'kee\u001b[2J\ny', suggestion: 'key' },
    { ...place, line: 3, message: 'the field “unit” is missing' },
  ]
  expect(renderProblems(problems)).toBe(
    'a.yaml:2:5 unknown field\n    kee\uFFFD[2J y\n    did you mean: key\na.yaml:3:5 the field “unit” is missing',
  )
})
